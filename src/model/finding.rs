use serde::Serialize;

use super::Span;

/// What binds the claims of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// A rate and the numbers it is made of.
    Ratio,
    /// Parts and their total, or a list and its count.
    Sum,
    /// A change and the levels on both sides.
    Change,
    /// Two statements that cannot both hold.
    Contradiction,
    /// One thing told twice.
    Duplicate,
    /// Places in an order and the move between them.
    Rank,
    /// Parts of one whole in per cent.
    Share,
}

/// What recomputing gave. It is never said that a number is false.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// The claims agree within the precision of their digits.
    Consistent,
    /// The claims do not match.
    Inconsistent,
    /// The text does not allow to tell.
    Unclear,
}

/// How near the claims of a finding come to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Nearness {
    /// They are the same.
    Same,
    /// They agree when one is rounded to the digits of the other.
    Rounded,
    /// They agree when digits are cut off.
    Cut,
    /// They do not match.
    Apart,
    /// The text may count percentage points where it says per cent.
    Points,
    /// The text may count the whole where it says the growth.
    Growth,
    /// Nothing tells.
    Open,
}

impl Nearness {
    /// The verdict that it leads to.
    pub const fn verdict(self) -> Verdict {
        match self {
            Self::Same | Self::Rounded | Self::Cut => Verdict::Consistent,
            Self::Apart => Verdict::Inconsistent,
            Self::Points | Self::Growth | Self::Open => Verdict::Unclear,
        }
    }

    /// The same, or apart.
    pub const fn of(holds: bool) -> Self {
        if holds { Self::Same } else { Self::Apart }
    }
}

/// What a sentence about a finding says, in no language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The words and numbers in it, folded, in the order that the sentence of the finding's rule counts them.
    pub parts: Vec<String>,
    /// How it ends.
    pub nearness: Nearness,
}

/// What the numbers of a text say about each other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// The words that are compared, in source order. Exports write them with their quotes.
    #[serde(skip)]
    pub claims: Vec<Span>,
    /// What binds them.
    pub relation: Relation,
    /// What the text says, in its own digits.
    pub stated: String,
    /// What the other claims give.
    pub computed: String,
    /// Whether the two agree.
    pub verdict: Verdict,
    /// What a sentence about it says. Exports write the sentence.
    #[serde(skip)]
    pub reason: Reason,
    /// The sum in numbers, the same in every language.
    pub formula: String,
}

/// Which number is reckoned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Derivation {
    /// The level that a change set out from.
    Base,
    /// The whole that a share is taken of.
    Whole,
}

/// A number that the text allows but does not state; it is no fact of the text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Derived {
    /// Which number it is.
    pub what: Derivation,
    /// The article it belongs to, counted from 0.
    pub article: usize,
    /// What is measured, in the source's own words.
    pub indicator: String,
    /// Its unit, as that of the figure it is made of.
    pub unit: String,
    /// The least that it can be, a decimal.
    pub low: String,
    /// The most that it can be, a decimal.
    pub high: String,
    /// The sum in numbers, the same in every language.
    pub formula: String,
    /// The figures it is made of, in source order. Exports write them with their quotes.
    #[serde(skip)]
    pub claims: Vec<Span>,
}
