//! Every place of many names in a text: a filter of their first two characters, then the longest name that stands there.

use crate::fold::{CharSpan, Fold};
use crate::lexicon::Openers;
use crate::model::Arrange;
use crate::read::prose::Stretch;

/// Names with the number of what they name.
#[derive(Default)]
pub(super) struct Forms {
    all: Vec<(Vec<char>, usize)>,
}

impl Forms {
    /// Adds a name of what has the number `owner`; the first owner of a name has it.
    pub fn add(&mut self, name: Vec<char>, owner: usize) {
        if name.len() > 1 {
            self.all.push((name, owner));
        }
    }

    /// Calls `tell` with every place of a name and its number, in order; of names that overlap the first and longest.
    pub fn each(&mut self, fold: &Fold, stretches: &[Stretch], mut tell: impl FnMut(CharSpan, usize)) {
        self.all.arrange();
        self.all.dedup_by(|next, first| next.0 == first.0);
        let heads: Vec<_> = self.all.iter().map(|(name, _)| (name[0], name.get(1).copied())).collect();
        let openers = Openers::of(&heads);
        for stretch in stretches {
            let mut at = stretch.at.start;
            while at < stretch.at.end {
                let found = if openers.may_open(fold.at(at), fold.at(at + 1)) { self.longest(fold, at) } else { None };
                let Some((end, owner)) = found.filter(|(end, _)| *end <= stretch.at.end) else {
                    at += 1;
                    continue;
                };
                tell(CharSpan::new(at, end), owner);
                at = end;
            }
        }
    }

    /// Where the longest name at `at` ends, and its number.
    fn longest(&self, fold: &Fold, at: usize) -> Option<(usize, usize)> {
        let rest = fold.chars().get(at..)?;
        let pair = rest.get(..2)?;
        let start = self.all.partition_point(|(name, _)| name.as_slice() < pair);
        let group = self.all.get(start..)?.iter().take_while(|(name, _)| name.starts_with(pair));
        // Of names that begin alike the longer stands later.
        let (name, owner) = group.filter(|(name, _)| rest.starts_with(name)).last()?;
        Some((at + name.len(), *owner))
    }
}
