//! Numerals with their units and bounds.

use crate::fold::{CharSpan, Fold};
use crate::model::{Bound, Decimal};

/// How a numeral is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notation {
    /// Only Arabic digits (with 万, 亿 … or without).
    Arabic,
    /// Chinese digits, the financial ones among them, or both sorts mixed.
    Chinese,
}

/// What a numeral says by its own shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// An amount: 4.8万, 两, 十余.
    Cardinal,
    /// 第三, 第44位, 首位 is none.
    Ordinal,
    /// 94.7%, 百分之三十六点九, 三成, 3‰ (value 94.7, 36.9, 30, 3).
    Share,
    /// 四分之一, 半.
    Fraction,
}

/// A numeral with what touches it.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// The shortest words that carry it: number, unit, and a bound word that touches it.
    pub at: CharSpan,
    /// The number alone with its multiplier.
    pub number: CharSpan,
    /// The number; the lower end of a range.
    pub value: Decimal,
    /// The upper end of a range.
    pub high: Option<Decimal>,
    /// Where the unit stands.
    pub unit_at: Option<CharSpan>,
    /// The unit, Simplified, after the multiplier: 起 件 人次 元 % 个百分点; empty where there is none.
    pub unit: String,
    /// The unit's family in the table of units, or empty: cases, people, money, length, share, points, rank, time …
    pub family: &'static str,
    /// How near the number is.
    pub bound: Bound,
    /// Where the bound word stands.
    pub bound_at: Option<CharSpan>,
    /// How it is written.
    pub notation: Notation,
    /// What it says by its shape.
    pub shape: Shape,
}

/// All numerals in order, not overlapping.
pub fn scan(fold: &Fold) -> Vec<Quantity> {
    let _ = fold;
    Vec::new()
}
