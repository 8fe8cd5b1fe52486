//! Times: what the words say, placed by the dates that the text gives.

mod anchor;
mod civil;
mod clause;
mod covers;
mod dateline;
mod length;
mod lunar;
mod place;
mod timeline;
mod walk;

pub use anchor::{Anchor, anchors};
pub use civil::Civil;
pub(super) use clause::changes;
pub use place::{Placed, Said, place};
pub use timeline::{Period, PlacedMark, Timeline};

use super::Page;
use crate::divide::LineRole;
use crate::fold::CharSpan;
use crate::model::{Detail, Evidence, Fact, Role, Time};

/// The facts of kind time.
pub fn read(page: &Page, timeline: &Timeline) -> Vec<Fact> {
    let lines = page.layout.lines.iter();
    let unread: Vec<CharSpan> = lines
        .filter(|line| matches!(line.role, LineRole::Boilerplate(reason) if reason != "date"))
        .map(|line| line.at)
        .collect();
    let wanted = timeline.marks().iter().filter(|mark| !mark.named && !within(&unread, mark.at));
    wanted.map(|mark| fact(page, timeline, mark)).collect()
}

fn fact(page: &Page, timeline: &Timeline, mark: &PlacedMark) -> Fact {
    let mut evidence = vec![Evidence { role: Role::Value, span: page.fold.span(mark.at) }];
    let anchor = timeline.anchor(mark.article).and_then(Anchor::evidence);
    if let Some(at) = anchor.filter(|_| mark.placed.inferred) {
        evidence.push(Evidence { role: Role::Anchor, span: page.fold.span(at) });
    }
    let Placed { value, form, inferred, .. } = mark.placed.clone();
    Fact {
        span: page.fold.span(mark.at),
        article: mark.article,
        rule: mark.rule,
        evidence,
        detail: Detail::Time(Time { value, form, inferred }),
    }
}

/// Whether `at` lies in one of the stretches, which are in order and do not overlap.
fn within(stretches: &[CharSpan], at: CharSpan) -> bool {
    let after = stretches.partition_point(|stretch| stretch.start <= at.start);
    after.checked_sub(1).and_then(|index| stretches.get(index)).is_some_and(|stretch| stretch.overlaps(at))
}
