//! Names that are known from one place, at all others: where they stand first, with which title, how long they are.

use super::{Mention, role};
use crate::fold::{CharSpan, Fold};
use crate::lexicon::ordinary;
use crate::model::Arrange;
use crate::read::prose::{Stretch, is_han};
use crate::script::CharSet;

/// Where a name stands first, and the first title that stands right before it.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// Where the name stands first.
    pub first: CharSpan,
    /// The first title right before it.
    pub role: Option<CharSpan>,
}

/// Where each name stands first.
pub struct Places {
    /// The names in order, with their places in the text that is read.
    names: Vec<(Vec<char>, Option<Place>)>,
}

impl Places {
    /// Where `name` stands first; none where it is no name, or nowhere to be read.
    pub fn get(&self, name: &str) -> Option<&Place> {
        let found = self.names.binary_search_by(|(chars, _)| chars.iter().copied().cmp(name.chars())).ok()?;
        self.names.get(found)?.1.as_ref()
    }
}

/// Where each name stands in the text that is read.
pub fn places(fold: &Fold, stretches: &[Stretch], mentions: &[Mention]) -> Places {
    let mut names: Vec<(Vec<char>, Option<Place>)> =
        mentions.iter().map(|mention| (mention.name.chars().collect(), None)).collect();
    names.arrange_by(|one, two| one.0.cmp(&two.0));
    names.dedup_by(|next, one| next.0 == one.0);
    let heads = CharSet::of(names.iter().filter_map(|(chars, _)| chars.first().copied()));
    let mut lengths: Vec<usize> = names.iter().map(|(chars, _)| chars.len()).collect();
    lengths.arrange();
    lengths.dedup();
    for stretch in stretches {
        let mut rest = stretch.at;
        let mut floor = rest.start;
        while let Some(next) = fold.slice(rest).iter().position(|&c| heads.has(c)) {
            let at = rest.start + next;
            rest.start = at + 1;
            let fits = |len: &&usize| at + **len <= stretch.at.end;
            let known = lengths.iter().rev().filter(fits).find_map(|&len| {
                let part = CharSpan::new(at, at + len);
                let found = names.binary_search_by(|(chars, _)| chars.as_slice().cmp(fold.slice(part))).ok()?;
                Some((part, found))
            });
            let Some((part, found)) = known else { continue };
            let at = part.end;
            rest.start = at;
            if fold.at(at) == '某' || names_doctrine(fold.chars(), at) {
                continue;
            }
            let role = role::before(fold.chars(), floor, part.start);
            floor = part.end;
            let place = names[found].1.get_or_insert(Place { first: part, role });
            place.role = place.role.or(role);
        }
    }
    Places { names }
}

/// 习近平法治思想: the name is part of a doctrine's.
pub fn names_doctrine(chars: &[char], end: usize) -> bool {
    let rest = chars.get(end..).unwrap_or_default();
    let length = rest.iter().take(14).take_while(|&&c| is_han(c) && c != '的').count();
    rest[..length].windows(2).any(|two| two == ['思', '想'])
}

/// Where a name was read in two lengths (陈文, 陈文清), each mention takes the one that is read more often, unless a
/// common word begins with the character in question (李强 主持).
pub fn settle_lengths(fold: &Fold, mentions: &mut [Mention]) {
    let chars = fold.chars();
    let mut names: Vec<String> = mentions.iter().map(|mention| mention.name.clone()).collect();
    names.arrange();
    let below = |name: &str| names.partition_point(|one| one.as_str() < name);
    let count = |name: &str| names[below(name)..].partition_point(|one| one == name);
    for mention in mentions.iter_mut() {
        let own = count(&mention.name);
        let next = chars.get(mention.at.end).copied().unwrap_or('\n');
        let longer: String = mention.name.chars().chain([next]).collect();
        let mut shorter = mention.name.clone();
        shorter.pop();
        if count(&longer) >= own && !ordinary().at(chars, mention.at.end) {
            mention.at.end += 1;
            mention.name = longer;
        } else if count(&shorter) > 0 && ordinary().at(chars, mention.at.end - 1) {
            mention.at.end -= 1;
            mention.name = shorter;
        }
    }
}
