//! Where words of the readers' tables may begin: looked up once for every character and all tables.

use std::sync::OnceLock;

use super::{document, honour, organisation, place, plan, segment};
use crate::fold::{CharSpan, Fold};
use crate::lexicon::{Words, divisions, surnames};

/// Known bodies.
pub const BODIES: u8 = 1;
/// Words that part names from the rest of a clause.
pub const WALLS: u8 = 1 << 1;
/// Surnames.
pub const SURNAMES: u8 = 1 << 2;
/// Words that turn a sentence into a plan, or say that something has happened.
pub const PLANS: u8 = 1 << 3;
/// Words that lead to documents without 《》, and rules known by their number.
pub const DOCUMENTS: u8 = 1 << 4;
/// Words of honours.
pub const HONOURS: u8 = 1 << 5;
/// Known places.
pub const PLACES: u8 = 1 << 6;
/// Divisions by their full and short names.
pub const DIVISIONS: u8 = 1 << 7;

/// The places of a text where words of the tables may begin.
pub struct Openings {
    /// For each character a bit for each table.
    tables: Vec<u8>,
}

impl Openings {
    /// Those of a text.
    pub fn of(fold: &Fold) -> Self {
        let filter = Filter::get();
        let chars = fold.chars();
        let mut tables: Vec<u8> = chars.windows(2).map(|two| filter.tables(two[0], two[1])).collect();
        tables.extend(chars.last().map(|&last| filter.tables(last, '\0')));
        Self { tables }
    }

    /// Whether a word of one of `tables` may begin at `at`; where it may not, none does.
    #[inline]
    pub fn at(&self, at: usize, tables: u8) -> bool {
        self.tables.get(at).is_some_and(|bits| bits & tables != 0)
    }

    /// Whether a word of one of `tables` may begin somewhere in a stretch.
    pub fn within(&self, part: CharSpan, tables: u8) -> bool {
        self.tables.get(part.start..part.end).is_some_and(|part| part.iter().any(|bits| bits & tables != 0))
    }
}

/// How many slots the first characters and the first two characters of words are spread over.
const FIRSTS: usize = 1 << 13;
const PAIRS: usize = 1 << 16;

/// A bit for each table in the slots of its words' first characters, of those that are words themselves, and of the
/// first two.
struct Filter {
    firsts: Vec<u8>,
    alone: Vec<u8>,
    pairs: Vec<u8>,
}

impl Filter {
    fn get() -> &'static Self {
        static FILTER: OnceLock<Filter> = OnceLock::new();
        FILTER.get_or_init(|| {
            let mut filter = Self { firsts: vec![0; FIRSTS], alone: vec![0; FIRSTS], pairs: vec![0; PAIRS] };
            filter.add(organisation::words(), &["body", "centre"], BODIES);
            filter.add(place::words(), &["named"], PLACES);
            filter.add(divisions::full(), &[], DIVISIONS);
            filter.add(divisions::shorts(), &[], DIVISIONS);
            filter.add(segment::words(), &[], WALLS);
            filter.add(surnames(), &[], SURNAMES);
            filter.add(plan::words(), &["turn", "reached"], PLANS);
            filter.add(document::unmarked_words(), &["number", "issue"], DOCUMENTS);
            filter.add(honour::words(), &[], HONOURS);
            filter
        })
    }

    fn add(&mut self, words: &Words, families: &[&str], table: u8) {
        for (first, second) in words.openings(families) {
            self.firsts[first as usize % FIRSTS] |= table;
            match second {
                Some(second) => self.pairs[slot(first, second)] |= table,
                None => self.alone[first as usize % FIRSTS] |= table,
            }
        }
    }

    #[inline]
    fn tables(&self, first: char, second: char) -> u8 {
        let bits = |list: &[u8], slot: usize| list.get(slot).copied().unwrap_or_default();
        let place = first as usize % FIRSTS;
        bits(&self.firsts, place) & bits(&self.pairs, slot(first, second)) | bits(&self.alone, place)
    }
}

/// The slot of two characters.
#[inline]
const fn slot(first: char, second: char) -> usize {
    // The upper bits of a product with the golden ratio's depend on all bits below.
    (first as u32 | (second as u32) << 16).wrapping_mul(0x9E37_79B1) as usize >> 16 & (PAIRS - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_is_passed_over_and_most_other_places_are() {
        let fold = Fold::of("张");
        assert!(Openings::of(&fold).at(0, SURNAMES));
        for row in segment::words().openings(&[]) {
            let text: String = [Some(row.0), row.1].into_iter().flatten().collect();
            assert!(Openings::of(&Fold::of(&text)).at(0, WALLS), "{text}");
        }
        let text: String = ('\u{4e00}'..'\u{5000}').collect();
        let openings = Openings::of(&Fold::of(&text));
        let others = (0..text.chars().count()).filter(|&at| openings.at(at, HONOURS)).count();
        assert!(others < 20, "{others}");
    }
}
