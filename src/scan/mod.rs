//! Finds marks with no meaning yet: numerals with their units, times, titles and quotations.

pub mod enclosed;
pub mod quantity;
pub mod time;

use crate::fold::Fold;

pub use enclosed::Enclosed;
pub use quantity::Quantity;
pub use time::TimeMark;

/// All marks of one text, each list in source order.
#[derive(Clone, Debug, Default)]
pub struct Marks {
    /// Numerals with unit and bound. May overlap times (2017年 is both until `read` decides).
    pub quantities: Vec<Quantity>,
    /// Expressions of time.
    pub times: Vec<TimeMark>,
    /// 《…》, “…”, 「…」, 『…』, "…".
    pub enclosed: Vec<Enclosed>,
}

/// The marks of the text that `fold` views.
pub fn scan(fold: &Fold) -> Marks {
    Marks { quantities: quantity::scan(fold), times: time::scan(fold), enclosed: enclosed::scan(fold) }
}
