//! Every place of many names in a text: a filter of their first two characters, then the longest name that stands there.

use crate::fold::{CharSpan, Fold};
use crate::model::Arrange;
use crate::read::prose::Stretch;

/// Names with the number of what they name.
#[derive(Default)]
pub(super) struct Forms<'a> {
    all: Vec<(&'a [char], usize)>,
}

impl<'a> Forms<'a> {
    /// Adds a name of what has the number `owner`; the first owner of a name has it.
    pub fn add(&mut self, name: &'a [char], owner: usize) {
        if name.len() > 1 {
            self.all.push((name, owner));
        }
    }

    /// Calls `tell` with every place of a name and its number, in order; of names that overlap the first and longest.
    pub fn each(&mut self, fold: &Fold, stretches: &[Stretch], mut tell: impl FnMut(CharSpan, usize)) {
        self.all.arrange();
        self.all.dedup_by(|next, first| next.0 == first.0);
        let pairs: Vec<u64> = self.all.iter().filter_map(|(name, _)| pair(name)).collect();
        let mut filter = [0_u64; SLOTS];
        for (name, _) in &self.all {
            let (slot, bit) = place(name[0], name[1]);
            filter[slot] |= bit;
        }
        let may_open = |two: &[char]| {
            let (slot, bit) = place(two[0], two[1]);
            filter[slot] & bit != 0
        };
        for stretch in stretches {
            let mut rest = fold.slice(stretch.at);
            while let Some(next) = rest.windows(2).position(may_open) {
                rest = &rest[next..];
                let at = stretch.at.end - rest.len();
                let found = self.longest(&pairs, &fold.chars()[at..]).filter(|(len, _)| *len <= rest.len());
                found.into_iter().for_each(|(len, owner)| tell(CharSpan::new(at, at + len), owner));
                rest = &rest[found.map_or(1, |(len, _)| len)..];
            }
        }
    }

    /// How long the longest name is that a text begins with, and its number; `pairs` are how the names begin.
    fn longest(&self, pairs: &[u64], text: &[char]) -> Option<(usize, usize)> {
        let wanted = pair(text)?;
        let start = pairs.partition_point(|pair| *pair < wanted);
        let group = pairs.iter().skip(start).take_while(|pair| **pair == wanted).count();
        // Of names that begin alike the longer stands later.
        let (name, owner) = self.all.get(start..start + group)?.iter().rfind(|(name, _)| text.starts_with(name))?;
        Some((name.len(), *owner))
    }
}

/// How many words of bits the first two characters of names are spread over.
const SLOTS: usize = 64;

/// The word and the bit of two characters.
#[inline]
fn place(first: char, second: char) -> (usize, u64) {
    // The upper bits of a product with the golden ratio's depend on all bits below.
    let mixed = (first as u32 ^ (second as u32) << 16).wrapping_mul(0x9E37_79B1);
    ((mixed >> 26) as usize % SLOTS, 1 << (mixed >> 20 & 63))
}

/// The first two characters as a number that stands in their order.
fn pair(text: &[char]) -> Option<u64> {
    let &[first, second, ..] = text else { return None };
    Some(u64::from(first) << 32 | u64::from(second))
}
