//! Expressions of time.

use crate::fold::{CharSpan, Fold};

/// An expression of time, not yet placed.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeMark {
    /// Where it stands.
    pub at: CharSpan,
}

/// All expressions of time in order, not overlapping.
pub fn scan(fold: &Fold) -> Vec<TimeMark> {
    let _ = fold;
    Vec::new()
}
