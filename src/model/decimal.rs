use std::cmp::Ordering;
use std::fmt;

use serde::{Serialize, Serializer};

/// An exact number: `digits` × 10^`exponent`, as it was written.
///
/// 7.45万 is 745 × 10², so the last written digit stands for 100 and the precision is known. Equality and order are
/// of the number: 94.70 equals 94.7.
#[derive(Clone, Copy, Debug)]
pub struct Decimal {
    digits: i128,
    exponent: i32,
}

impl Decimal {
    /// The number nought.
    pub const ZERO: Self = Self { digits: 0, exponent: 0 };

    /// `digits` × 10^`exponent`.
    pub const fn new(digits: i128, exponent: i32) -> Self {
        Self { digits, exponent }
    }

    /// The number in plain digits, as [`Decimal`] prints it: `-12.5`; none where the words are none.
    pub fn of_plain(words: &str) -> Option<Self> {
        let plain = words.strip_prefix('-');
        let (whole, part) = plain.unwrap_or(words).split_once('.').unwrap_or((plain.unwrap_or(words), ""));
        let mut digits = 0i128;
        for byte in whole.bytes().chain(part.bytes()) {
            let digit = byte.is_ascii_digit().then(|| i128::from(byte - b'0'))?;
            digits = digits.checked_mul(10)?.checked_add(digit)?;
        }
        let number = Self::new(digits, -(part.len() as i32));
        (!whole.is_empty()).then_some(if plain.is_some() { number.negate() } else { number })
    }

    /// The written digits, with the sign and without the point.
    pub const fn digits(self) -> i128 {
        self.digits
    }

    /// The power of ten of the last written digit.
    pub const fn exponent(self) -> i32 {
        self.exponent
    }

    /// The number times 10^`power`, with the same digits.
    pub const fn scale(self, power: i32) -> Self {
        Self { digits: self.digits, exponent: self.exponent.saturating_add(power) }
    }

    /// The number with the other sign.
    pub const fn negate(self) -> Self {
        Self { digits: self.digits.saturating_neg(), exponent: self.exponent }
    }

    /// Whether the number is nought.
    pub const fn is_zero(self) -> bool {
        self.digits == 0
    }

    /// The sum, exact; nothing where it would not fit.
    pub fn plus(self, other: Self) -> Option<Self> {
        let exponent = self.exponent.min(other.exponent);
        Some(Self::new(self.at(exponent)?.checked_add(other.at(exponent)?)?, exponent))
    }

    /// The product, exact; nothing where it would not fit.
    pub fn times(self, other: Self) -> Option<Self> {
        Some(Self::new(self.digits.checked_mul(other.digits)?, self.exponent.checked_add(other.exponent)?))
    }

    /// The whole number, where it is one and fits.
    pub fn whole(self) -> Option<i128> {
        let plain = self.trimmed();
        if plain.exponent < 0 { None } else { plain.at(0) }
    }

    /// The nearest floating number; for drawing and for JSON, never for sums. Beyond 2^53 or 22 places it may be one of
    /// its neighbours: the tables that would tell weigh twenty kilobytes in the page.
    pub fn nearest_f64(self) -> f64 {
        let Self { digits, exponent } = self.trimmed();
        let (mut number, mut left) = (digits as f64, exponent.clamp(-400, 400));
        while left != 0 {
            // Powers up to 10^22 are exact, so one step is rounded once, as division and multiplication are.
            let step = left.clamp(-22, 22);
            let power = (0..step.unsigned_abs()).fold(1.0, |power, _| power * 10.0);
            number = if step < 0 { number / power } else { number * power };
            left -= step;
        }
        number
    }

    fn at(self, exponent: i32) -> Option<i128> {
        let power = u32::try_from(self.exponent.checked_sub(exponent)?).ok()?;
        self.digits.checked_mul(10i128.checked_pow(power)?)
    }

    fn trimmed(self) -> Self {
        if self.digits == 0 {
            return Self::ZERO;
        }
        let (mut digits, mut exponent) = (self.digits, self.exponent);
        while digits % 10 == 0 {
            digits /= 10;
            exponent = exponent.saturating_add(1);
        }
        Self { digits, exponent }
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        if self.exponent == other.exponent {
            return self.digits == other.digits;
        }
        let (a, b) = (self.trimmed(), other.trimmed());
        a.digits == b.digits && a.exponent == b.exponent
    }
}

impl Eq for Decimal {}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        if self.exponent == other.exponent {
            return self.digits.cmp(&other.digits);
        }
        let sign = self.digits.signum().cmp(&other.digits.signum());
        if sign != Ordering::Equal || self.digits == 0 {
            return sign;
        }
        let size = |d: &Self| (d.digits.unsigned_abs().ilog10() as i64) + i64::from(d.exponent);
        let magnitude = size(self).cmp(&size(other)).then_with(|| {
            let exponent = self.exponent.min(other.exponent);
            match (self.at(exponent), other.at(exponent)) {
                (Some(a), Some(b)) => a.unsigned_abs().cmp(&b.unsigned_abs()),
                _ => self.nearest_f64().abs().total_cmp(&other.nearest_f64().abs()),
            }
        });
        if self.digits < 0 { magnitude.reverse() } else { magnitude }
    }
}

/// Plain digits without needless noughts after the point: `48000`, `94.7`, `-0.5`.
impl fmt::Display for Decimal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { digits, exponent } = self.trimmed();
        let sign = if digits < 0 { "-" } else { "" };
        let plain = digits.unsigned_abs().to_string();
        if exponent >= 0 {
            let noughts = "0".repeat(exponent.min(400) as usize);
            return write!(out, "{sign}{plain}{noughts}");
        }
        let places = exponent.unsigned_abs().min(400) as usize;
        let padded = format!("{plain:0>width$}", width = places + 1);
        let (whole, part) = padded.split_at(padded.len() - places);
        write!(out, "{sign}{whole}.{part}")
    }
}

/// A whole number as one, any other as the nearest double (the digits as written stay in the fact's quote).
impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        match self.whole().map(i64::try_from) {
            Some(Ok(whole)) => out.serialize_i64(whole),
            _ => out.serialize_f64(self.nearest_f64()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_plain_digits() {
        for words in ["0", "12000000", "-12.5", "0.007", "1280"] {
            assert_eq!(Decimal::of_plain(words).map(|number| number.to_string()).as_deref(), Some(words));
        }
        assert_eq!(Decimal::of_plain("94.70"), Some(Decimal::new(947, -1)));
        for words in ["", "-", ".5", "1e3", "1.2.3", "十", "+1", &"9".repeat(60)] {
            assert_eq!(Decimal::of_plain(words), None, "{words}");
        }
    }

    #[test]
    fn prints_plain_digits() {
        for (digits, exponent, shown) in
            [(745, 2, "74500"), (9470, -2, "94.7"), (-5, -1, "-0.5"), (0, -3, "0"), (5, -2, "0.05"), (100, 0, "100")]
        {
            assert_eq!(Decimal::new(digits, exponent).to_string(), shown);
        }
    }

    #[test]
    fn gives_the_nearest_double() {
        for (digits, exponent) in
            [(947, -1), (1, -22), (9_007_199_254_740_991, -7), (-5, -1), (3, 22), (123_456_789, 4)]
        {
            let number = Decimal::new(digits, exponent);
            assert_eq!(number.nearest_f64(), number.to_string().parse::<f64>().unwrap_or_default(), "{number}");
        }
    }

    #[test]
    fn compares_numbers_not_digits() {
        assert_eq!(Decimal::new(9470, -2), Decimal::new(947, -1));
        assert!(Decimal::new(-3, 0) < Decimal::new(-2, 0));
        assert!(Decimal::new(1, 30) > Decimal::new(999, 0));
        assert!(Decimal::new(5, -1) < Decimal::new(51, -2));
    }
}
