use serde::Serialize;

use super::Decimal;

/// What sort of statement a figure makes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// An amount.
    #[default]
    Level,
    /// An amount of change.
    Change,
    /// A position among others.
    Rank,
    /// Places moved.
    RankChange,
    /// How long something has held.
    Streak,
}

/// How the written number stands to the true one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// The number itself.
    #[default]
    Exact,
    /// 近 约 左右 几.
    About,
    /// 余 多 以上 超过 突破 至少.
    Over,
    /// 不到 以下 以内 低于.
    Under,
}

/// Which way a change goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub enum Direction {
    /// No change, or none stated.
    #[default]
    #[serde(rename = "")]
    None,
    /// Upward; for ranks towards the first.
    #[serde(rename = "up")]
    Up,
    /// Downward.
    #[serde(rename = "down")]
    Down,
}

/// Whether the figure is reached, wanted, or part of an anecdote.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Modality {
    /// Reported as reached.
    #[default]
    Actual,
    /// A goal, a plan or a requirement.
    Target,
    /// Inside an anecdote about single people.
    Case,
}

/// A quantity that says something about the subject. Names are folded words of the text.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Figure {
    /// The number with its multiplier applied.
    pub value: Decimal,
    /// The upper end of a range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub high: Option<Decimal>,
    /// What is counted, after the multiplier; empty where the text has none.
    pub unit: String,
    /// What sort of statement it is.
    pub form: Form,
    /// How near the number is.
    pub bound: Bound,
    /// Which way, for changes and moves in rank.
    pub direction: Direction,
    /// What a change is measured against: `yoy`, `mom`, `年均`, an EDTF period, or empty.
    pub basis: String,
    /// For ranks: among whom.
    pub scope: String,
    /// What is measured, in the source's own words.
    pub indicator: String,
    /// EDTF; the article's covered period where the sentence says nothing else.
    pub period: String,
    /// Only where it differs from the article's.
    pub area: String,
    /// Reached, wanted, or told.
    pub modality: Modality,
    /// Names of the fields above that were carried over or worked out rather than read in the sentence.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub inferred: Vec<&'static str>,
}

impl Default for Decimal {
    fn default() -> Self {
        Self::ZERO
    }
}
