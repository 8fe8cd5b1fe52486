use std::cmp::Ordering;

use crate::model::Decimal;

/// An exact fraction; `below` is positive and the two have no common divisor. All sums give nothing where they would
/// not fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Exact {
    above: i128,
    below: i128,
}

impl Exact {
    /// `above` / `below`.
    pub fn new(above: i128, below: i128) -> Option<Self> {
        let divisor = i128::try_from(gcd(above.unsigned_abs(), below.unsigned_abs())).ok().filter(|&one| one != 0)?;
        let sign = below.signum();
        (sign != 0).then_some(Self {
            above: (above / divisor).checked_mul(sign)?,
            below: (below / divisor).checked_mul(sign)?,
        })
    }

    /// A whole number.
    pub const fn whole(number: i128) -> Self {
        Self { above: number, below: 1 }
    }

    /// The number as written; nothing for one so large or fine that sums of several would not fit.
    pub fn of(number: Decimal) -> Option<Self> {
        const LARGEST: u128 = 10u128.pow(16);
        const FINEST: i128 = 10i128.pow(7);
        let power = 10i128.checked_pow(number.exponent().unsigned_abs())?;
        let exact = if number.exponent() < 0 {
            Self::new(number.digits(), power)?
        } else {
            Self::whole(number.digits().checked_mul(power)?)
        };
        (exact.above.unsigned_abs() <= LARGEST && exact.below <= FINEST).then_some(exact)
    }

    pub fn plus(self, other: Self) -> Option<Self> {
        let left = self.above.checked_mul(other.below)?;
        let right = other.above.checked_mul(self.below)?;
        Self::new(left.checked_add(right)?, self.below.checked_mul(other.below)?)
    }

    pub fn minus(self, other: Self) -> Option<Self> {
        self.plus(Self { above: other.above.checked_neg()?, below: other.below })
    }

    pub fn times(self, other: Self) -> Option<Self> {
        Self::new(self.above.checked_mul(other.above)?, self.below.checked_mul(other.below)?)
    }

    pub fn over(self, other: Self) -> Option<Self> {
        self.times(Self::new(other.below, other.above)?)
    }

    /// The largest whole number that is not above it.
    pub const fn floor(self) -> i128 {
        self.above.div_euclid(self.below)
    }

    pub const fn is_positive(self) -> bool {
        self.above > 0
    }

    /// The nearest number with that many digits after the point, in plain digits.
    pub fn shown(self, places: u32) -> Option<String> {
        let scale = 10i128.checked_pow(places)?;
        let twice = self.times(Self::whole(scale.checked_mul(2)?))?.plus(Self::whole(1))?;
        let rounded = twice.floor().div_euclid(2);
        Some(Decimal::new(rounded, -i32::try_from(places).ok()?).to_string())
    }
}

impl PartialOrd for Exact {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        let sides = self.above.checked_mul(other.below).zip(other.above.checked_mul(self.below));
        sides.map(|(left, right)| left.cmp(&right))
    }
}

const fn gcd(mut a: u128, mut b: u128) -> u128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_exact_or_nothing() {
        let third = Exact::new(1, 3).expect("a fraction");
        assert_eq!(third.plus(third).and_then(|sum| sum.plus(third)), Some(Exact::whole(1)));
        assert_eq!(third.shown(2).as_deref(), Some("0.33"));
        assert_eq!(Exact::new(-5, 2).and_then(|half| half.shown(0)).as_deref(), Some("-2"));
        assert_eq!(Exact::new(2, 0), None);
        assert_eq!(Exact::new(0, 0), None);
        assert_eq!(Exact::whole(i128::MAX).plus(Exact::whole(1)), None);
        assert_eq!(Exact::of(Decimal::new(1, 60)), None);
        assert_eq!(third.over(Exact::whole(0)), None);
    }
}
