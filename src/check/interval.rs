//! What a written number stands for, and whether two such stretches can be of one number.

use super::exact::Exact;
use crate::model::{Bound, Decimal};

/// All numbers from `low` to `high`; without an end on the side that has none.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Interval {
    pub low: Option<Exact>,
    pub high: Option<Exact>,
}

/// How a number is written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Written {
    /// Its digits.
    pub value: Decimal,
    /// The upper end of a range.
    pub high: Option<Decimal>,
    /// How near it is.
    pub bound: Bound,
    /// Whether 余 or 多 says that it stays below the next step of its last digit that is not nought.
    pub and_some: bool,
    /// Whether it counts things one by one, so that all its digits hold.
    pub counted: bool,
}

/// How well a computed stretch fits a stated number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fit {
    /// They are the same number.
    Same,
    /// They agree when one is rounded to the digits of the other.
    Rounded,
    /// They agree when digits are cut off.
    Cut,
    /// They cannot be the same number.
    Apart,
}

impl Interval {
    /// One number.
    pub const fn point(at: Exact) -> Self {
        Self { low: Some(at), high: Some(at) }
    }

    /// The numbers that the written one stands for: half a unit of its last digit either side, 7.45万 being 74,450 to
    /// 74,550; one side only for 余 多 以上 近 不到.
    pub fn of(written: Written) -> Option<Self> {
        let value = Exact::of(written.value)?;
        let half = if written.counted { Exact::whole(0) } else { half_unit(written.value)? };
        let top = Exact::of(written.high.unwrap_or(written.value))?;
        Some(match written.bound {
            Bound::Exact => Self { low: value.minus(half), high: top.plus(half) },
            Bound::About => {
                let slack = value.over(Exact::whole(10))?;
                Self { low: value.minus(slack)?.minus(half), high: top.plus(slack)?.plus(half) }
            }
            Bound::Over => {
                let high = if written.and_some { value.plus(step(written.value)?) } else { None };
                Self { low: Some(value), high }
            }
            Bound::Under => Self { low: None, high: Some(top) },
        })
    }

    pub fn plus(self, other: Self) -> Self {
        Self { low: both(self.low, other.low, Exact::plus), high: both(self.high, other.high, Exact::plus) }
    }

    pub fn minus(self, other: Self) -> Self {
        Self { low: both(self.low, other.high, Exact::minus), high: both(self.high, other.low, Exact::minus) }
    }

    /// The quotient of two stretches of positive numbers.
    pub fn over(self, other: Self) -> Option<Self> {
        let positive = |end: Option<Exact>| end.is_none_or(Exact::is_positive);
        if !positive(other.low) || !positive(other.high) || self.low.is_some_and(|low| low < Exact::whole(0)) {
            return None;
        }
        Some(Self { low: both(self.low, other.high, Exact::over), high: both(self.high, other.low, Exact::over) })
    }

    /// The stretch times a positive whole number.
    pub fn times(self, by: i128) -> Self {
        let scale = |end: Exact| end.times(Exact::whole(by));
        Self { low: self.low.and_then(scale), high: self.high.and_then(scale) }
    }

    /// Whether the two share a number.
    pub fn meets(self, other: Self) -> bool {
        let below = |low: Option<Exact>, high: Option<Exact>| low.zip(high).is_none_or(|(low, high)| low <= high);
        below(self.low, other.high) && below(other.low, self.high)
    }
}

/// How the computed stretch fits what is written; nothing where the numbers are too large to tell.
pub(super) fn fit(computed: Interval, written: Written) -> Option<Fit> {
    let value = Exact::of(written.value)?;
    let stated = Interval::of(written)?;
    if computed.low.is_none() && computed.high.is_none() {
        return None;
    }
    if written.bound == Bound::Exact && computed == Interval::point(value) {
        return Some(Fit::Same);
    }
    if computed.meets(stated) {
        return Some(Fit::Rounded);
    }
    let unit = half_unit(written.value)?.times(Exact::whole(2))?;
    let cut = Interval { low: Some(value), high: value.plus(unit) };
    Some(if !written.counted && computed.meets(cut) { Fit::Cut } else { Fit::Apart })
}

/// Half a unit of the last written digit.
fn half_unit(number: Decimal) -> Option<Exact> {
    Exact::of(Decimal::new(5, number.exponent().checked_sub(1)?))
}

/// A unit of the last digit that is not nought: 100 for 12,300.
fn step(number: Decimal) -> Option<Exact> {
    let (mut digits, mut exponent) = (number.digits(), number.exponent());
    while digits != 0 && digits % 10 == 0 {
        digits /= 10;
        exponent = exponent.checked_add(1)?;
    }
    Exact::of(Decimal::new(1, exponent))
}

fn both(a: Option<Exact>, b: Option<Exact>, sum: impl Fn(Exact, Exact) -> Option<Exact>) -> Option<Exact> {
    a.zip(b).and_then(|(a, b)| sum(a, b))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(digits: i128, exponent: i32) -> Written {
        let value = Decimal::new(digits, exponent);
        Written { value, high: None, bound: Bound::Exact, and_some: false, counted: false }
    }

    fn between(low: i128, high: i128) -> Interval {
        Interval { low: Some(Exact::whole(low)), high: Some(Exact::whole(high)) }
    }

    #[test]
    fn a_written_number_is_half_a_unit_either_side() {
        assert_eq!(Interval::of(written(745, 2)), Some(between(74_450, 74_550)));
        assert_eq!(Interval::of(Written { counted: true, ..written(745, 0) }), Some(between(745, 745)));
    }

    #[test]
    fn bounds_open_one_side() {
        let over = Written { bound: Bound::Over, ..written(12, 4) };
        assert_eq!(Interval::of(over), Some(Interval { low: Some(Exact::whole(120_000)), high: None }));
        assert_eq!(Interval::of(Written { and_some: true, ..over }), Some(between(120_000, 130_000)));
        let under = Written { bound: Bound::Under, ..written(5, 0) };
        assert_eq!(Interval::of(under), Some(Interval { low: None, high: Some(Exact::whole(5)) }));
    }

    #[test]
    fn tells_rounding_from_cutting() {
        let at = |above, below| Interval::point(Exact::new(above, below).expect("a fraction"));
        assert_eq!(fit(at(947, 10), written(947, -1)), Some(Fit::Same));
        assert_eq!(fit(at(9472, 100), written(947, -1)), Some(Fit::Rounded));
        assert_eq!(fit(at(9478, 100), written(947, -1)), Some(Fit::Cut));
        assert_eq!(fit(at(9463, 100), written(947, -1)), Some(Fit::Apart));
        assert_eq!(fit(Interval { low: None, high: None }, written(947, -1)), None);
    }

    #[test]
    fn quotients_of_noughts_are_nothing() {
        assert_eq!(between(1, 2).over(between(0, 2)), None);
        assert_eq!(between(1, 2).over(between(1, 2)).map(|both| both.low), Some(Exact::new(1, 2)));
    }
}
