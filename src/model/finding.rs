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
    /// One sentence in English.
    pub why: String,
    /// The sum in numbers, the same in every language.
    pub formula: String,
}
