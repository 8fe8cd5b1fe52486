//! Whom 他 and 她 stand for: who opens a clause of the same paragraph before it, with the title that the text gives.

use crate::fold::{CharSpan, Fold};
use crate::model::Arrange;
use crate::read::person::Mention;
use crate::read::prose::ends_clause;
use crate::script::CharSet;

/// How far back the subject is looked for.
const REACH: usize = 240;

/// The people of a page by name.
pub(super) struct People<'a> {
    fold: &'a Fold,
    /// In order of their names, each with the place that has a title, if one has.
    named: Vec<&'a Mention>,
    /// How their names begin.
    heads: CharSet,
}

impl<'a> People<'a> {
    /// The people that `mentions` name.
    pub fn of(fold: &'a Fold, mentions: &'a [Mention]) -> Self {
        let mut named: Vec<&Mention> = mentions.iter().collect();
        named.arrange_by(|one, two| (&one.name, one.role.is_none()).cmp(&(&two.name, two.role.is_none())));
        named.dedup_by(|next, one| next.name == one.name);
        let heads = CharSet::of(named.iter().filter_map(|one| one.name.chars().next()));
        Self { fold, named, heads }
    }

    /// Who opens the last clause before `at` that somebody opens, not before `floor`.
    pub fn subject(&self, at: usize, floor: usize) -> Option<&'a Mention> {
        let floor = floor.max(at.saturating_sub(REACH));
        (floor..at).rev().find_map(|i| self.opens(i, floor, at)).map(|(who, _)| who)
    }

    /// Who opens a clause of `sentence` first, and where the name ends.
    pub fn opener(&self, sentence: CharSpan) -> Option<(&'a Mention, usize)> {
        let end = sentence.end.min(sentence.start + REACH);
        let marks = self.fold.others(CharSpan::new(sentence.start, end)).filter(|&at| ends_clause(self.fold.at(at)));
        let opens = std::iter::once(sentence.start).chain(marks.map(|at| at + 1));
        opens.take_while(|&at| at < end).find_map(|at| self.at(at, end))
    }

    /// Who is named in `part`.
    pub fn inside(&self, part: CharSpan) -> Option<&'a Mention> {
        (part.start..part.end).find_map(|at| self.at(at, part.end)).map(|(who, _)| who)
    }

    fn opens(&self, at: usize, floor: usize, limit: usize) -> Option<(&'a Mention, usize)> {
        if at > floor && !ends_clause(self.fold.at(at - 1)) { None } else { self.at(at, limit) }
    }

    /// Whose name starts at `at`, and where it ends.
    fn at(&self, at: usize, limit: usize) -> Option<(&'a Mention, usize)> {
        if !self.heads.has(self.fold.at(at)) {
            return None;
        }
        [4, 3, 2].into_iter().find_map(|len| {
            let end = (at + len).min(limit);
            let name = self.fold.slice(CharSpan::new(at, end));
            let found = self.named.binary_search_by(|one| one.name.chars().cmp(name.iter().copied())).ok()?;
            Some((*self.named.get(found)?, end))
        })
    }
}
