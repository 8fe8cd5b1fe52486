//! Recomputes: holds the figures of a text against each other where the text itself binds them.
//!
//! One file a relation. Each looks only within reach (a sentence, a paragraph, a few figures back), so the time is linear
//! in the number of figures. A finding never says that a number is false, only that numbers do not match.

mod claim;
mod exact;
mod finding;
mod interval;
mod limit;
mod order;
mod ratio;
mod series;
mod streak;
mod twice;

use claim::View;

use crate::model::Fact;
use crate::read::Page;

/// The findings about `facts`, which are in source order.
pub fn check(page: &Page, facts: &[Fact]) -> Vec<Fact> {
    let view = View::of(page, facts);
    let mut found = Vec::new();
    for relation in [ratio::find, limit::find, streak::find, order::find, twice::find] {
        relation(&view, &mut found);
    }
    found
}
