//! Makes facts of marks: one file a kind.

mod parts;

use crate::divide::Layout;
use crate::fold::Fold;
use crate::model::{Fact, Options};
use crate::scan::Marks;

/// What every reader is given.
pub struct Page<'a> {
    /// The folded view.
    pub fold: &'a Fold,
    /// The pieces of the page.
    pub layout: &'a Layout,
    /// The marks of `scan`.
    pub marks: &'a Marks,
    /// What the caller knows.
    pub options: &'a Options,
}

/// All facts of the page, in no order.
pub fn read(page: &Page) -> Vec<Fact> {
    parts::read(page)
}
