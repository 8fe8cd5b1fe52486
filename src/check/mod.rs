//! Recomputes: holds the figures of a text against each other where the text itself binds them.
//!
//! One file a relation. Each looks only within reach (a sentence, a paragraph, a few figures back), so the time is linear
//! in the number of figures. A finding never says that a number is false, only that numbers do not match.

mod across;
mod calendar;
mod change;
mod claim;
mod derive;
mod each;
mod exact;
mod finding;
mod interval;
mod limit;
mod named;
mod order;
mod period;
mod points;
mod rank;
mod ratio;
mod series;
mod share;
mod streak;
mod sum;
mod twice;

pub use across::{Conflict, Ledger, Told};
use claim::View;

use crate::model::{Derived, Fact};
use crate::read::Page;

/// The findings about `facts`, which are in source order, and the numbers that the facts allow but do not state.
pub fn check(page: &Page, facts: &[Fact]) -> (Vec<Fact>, Vec<Derived>) {
    let view = View::of(page, facts);
    let mut found = Vec::new();
    for relation in [
        ratio::find,
        limit::find,
        streak::find,
        order::find,
        twice::find,
        sum::find,
        sum::find_structures,
        change::find,
        share::find,
        rank::find,
        calendar::find,
        named::find,
        each::find,
        points::find,
        period::find,
    ] {
        relation(&view, &mut found);
    }
    let derived = derive::derive(&view, &found);
    (found, derived)
}
