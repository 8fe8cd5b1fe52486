//! Makes facts of marks: one file a kind.

pub mod anecdote;
pub mod commitment;
mod document;
mod entity;
pub mod figure;
mod gap;
pub mod honour;
mod openings;
mod organisation;
mod own;
mod parts;
mod person;
mod place;
pub mod plan;
mod programme;
mod prose;
mod segment;
mod speech;
mod table;
pub mod time;

pub use own::Own;
pub use time::Timeline;

use crate::divide::Layout;
use crate::fold::Fold;
use crate::model::{Fact, Options};
use crate::scan::Marks;
use openings::{Openings, PLANS};

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

/// All facts of the page, in no order; `own` are the reader's own words in it.
pub fn read(page: &Page, own: &Own) -> Vec<Fact> {
    let openings = Openings::of(page.fold);
    let places = openings.places(PLANS);
    let timeline = Timeline::beside(page, &places);
    let mut facts = Vec::with_capacity(page.fold.len() / 16);
    facts.extend(parts::read(page, &timeline));
    facts.extend(time::read(page, &timeline));
    let plans = plan::Plans::of(page, &timeline, &places);
    facts.extend(figure::read(page, &timeline, &plans, &openings));
    facts.extend(table::read(page, &timeline));
    let stretches = prose::stretches(page);
    let mentions = person::mentions(page, &stretches, &openings);
    let speeches = speech::read(page, &stretches, &mentions);
    let commitments = commitment::read(page, &timeline, &plans, &facts, &speeches);
    facts.extend(commitments);
    facts.extend(speeches);
    facts.extend(honour::read(page, &timeline, &openings));
    facts.extend(anecdote::read(page, &timeline));
    let documents = document::read(page, &stretches, &openings);
    facts.extend(gap::read(page, &stretches));
    facts.extend(person::read(page, &stretches, &mentions));
    let segments = segment::segments(page, &stretches, &openings);
    let mut bodies = organisation::bodies(page, &segments, &mentions, &openings);
    organisation::of_titles(page, &mentions, &openings, &mut bodies);
    facts.extend(organisation::read(page, &bodies));
    let programmes = programme::read(page, &stretches, &segments, &bodies, &openings).into_iter();
    facts.extend(document::without(&documents, programmes));
    facts.extend(documents);
    facts.extend(place::read(page, &segments, &openings, &mentions));
    own.apply(page, &stretches, &mut facts);
    entity::join(page, &stretches, &mut facts);
    facts
}
