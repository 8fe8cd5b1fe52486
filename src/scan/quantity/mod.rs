//! Numerals with their units and bounds.

mod arabic;
pub mod bound;
mod class;
pub mod lexical;
mod number;
mod range;
mod reader;
mod special;
mod tail;
pub mod unit;

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
    /// 第三, 第44位, 居全省首位.
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
    /// Whether Latin letters touch the digits: G20, 5G, PM2.5, COVID-19.
    pub glued: bool,
    /// Whether it is 一 with a measure word and no more (一起…案, 一名), which is often an article rather than a count.
    pub article_like: bool,
}

impl Quantity {
    /// The sort of mark that it is: range, ordinal, percent, quantity (with a unit) or number.
    pub fn mark_type(&self) -> &'static str {
        if self.high.is_some() {
            return "range";
        }
        match self.shape {
            Shape::Ordinal => "ordinal",
            Shape::Share if self.unit == "%" => "percent",
            _ if self.unit.is_empty() => "number",
            _ => "quantity",
        }
    }
}

/// All numerals in order, not overlapping.
pub fn scan(fold: &Fold) -> Vec<Quantity> {
    let chars = fold.chars();
    let (mut found, mut at, mut floor) = (Vec::new(), 0, 0);
    while let Some(skipped) = chars.get(at..).and_then(|rest| rest.iter().position(|&c| class::starts_numeral(c))) {
        at += skipped;
        match reader::read(chars, at, floor) {
            reader::Step::Found(quantity) => {
                at = quantity.at.end.max(at + 1);
                floor = at;
                found.push(quantity);
            }
            reader::Step::Pass(to) => at = to.max(at + 1),
        }
    }
    found
}
