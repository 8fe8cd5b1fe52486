//! What the steps of the reading hand on to each other.

use super::form::may_rank;
use super::frame::{self, Frame};
use super::subject::{self, Name};
use crate::divide::Sentence;
use crate::fold::{CharSpan, Fold};
use crate::model::{Figure, Form, Role};
use crate::read::Page;
use crate::read::plan::Plans;
use crate::read::time::Timeline;
use crate::scan::Quantity;

/// What every step of the walk looks at.
pub(super) struct Walk<'a> {
    pub page: &'a Page<'a>,
    pub timeline: &'a Timeline,
    pub plans: &'a Plans,
    pub sentence: &'a Sentence,
    pub numbers: &'a [&'a Quantity],
}

/// A number with its frame and the name of what it measures.
pub(super) struct Linked<'a> {
    pub quantity: &'a Quantity,
    pub frame: Frame,
    pub name: Name,
    pub form: Form,
    pub inferred: Vec<&'static str>,
    pub rule: &'static str,
    /// Its place among so many values that may be those of as many years, one after the other.
    pub turn: Option<(usize, usize)>,
}

/// A figure and where its parts stand.
pub(super) struct Reading {
    pub at: CharSpan,
    pub rule: &'static str,
    pub evidence: Vec<(Role, CharSpan)>,
    pub figure: Figure,
}

impl Walk<'_> {
    pub(super) fn fold(&self) -> &Fold {
        self.page.fold
    }

    pub(super) fn frame(&self, pre: CharSpan, quantity: &Quantity) -> Frame {
        frame::read(self.fold(), pre, &self.page.marks.times, may_rank(quantity))
    }

    pub(super) fn clean(&self, at: CharSpan) -> Name {
        subject::clean(self.fold(), at, &self.page.marks.times)
    }
}
