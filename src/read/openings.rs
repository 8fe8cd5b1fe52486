//! Where words of the readers' tables may begin: looked up once for every character and all tables.

use std::sync::OnceLock;

use super::{document, honour, organisation, place, plan, segment};
use crate::fold::{CharSpan, Fold};
use crate::lexicon::{Words, divisions, surnames, titles};

/// Known bodies.
pub const BODIES: u16 = 1;
/// Words that part names from the rest of a clause.
pub const WALLS: u16 = 1 << 1;
/// Surnames.
pub const SURNAMES: u16 = 1 << 2;
/// Words and signs of plans, and of what has happened.
pub const PLANS: u16 = 1 << 3;
/// Words that lead to documents without 《》, and rules known by their number.
pub const DOCUMENTS: u16 = 1 << 4;
/// Words of honours.
pub const HONOURS: u16 = 1 << 5;
/// Known places.
pub const PLACES: u16 = 1 << 6;
/// Divisions by their full and short names.
pub const DIVISIONS: u16 = 1 << 7;
/// The last two characters of titles of a state's offices, which names in foreign sound follow.
pub const STATES: u16 = 1 << 8;
/// Titles and words of kin that follow names.
pub const AFTERS: u16 = 1 << 9;

/// The places of a text where words of the tables may begin.
pub struct Openings {
    /// For each character a bit for each table.
    tables: Vec<u16>,
}

impl Openings {
    /// Those of a text.
    pub fn of(fold: &Fold) -> Self {
        let filter = Filter::get();
        let chars = fold.chars();
        let mut tables: Vec<u16> = chars.windows(2).map(|two| filter.tables(two[0], two[1])).collect();
        tables.extend(chars.last().map(|&last| filter.tables(last, '\0')));
        Self { tables }
    }

    /// Whether a word of one of `tables` may begin at `at`; where it may not, none does.
    #[inline]
    pub fn at(&self, at: usize, tables: u16) -> bool {
        self.tables.get(at).is_some_and(|bits| bits & tables != 0)
    }

    /// The places where a word of one of `tables` may begin, in order.
    pub fn places(&self, tables: u16) -> Vec<usize> {
        (0..).zip(&self.tables).filter(|(_, bits)| *bits & tables != 0).map(|(at, _)| at).collect()
    }

    /// Whether a word of one of `tables` may begin somewhere in a stretch.
    pub fn within(&self, part: CharSpan, tables: u16) -> bool {
        self.tables.get(part.start..part.end).is_some_and(|part| part.iter().any(|bits| bits & tables != 0))
    }
}

/// How many slots the first characters and the first two characters of words are spread over.
const FIRSTS: usize = 1 << 13;
const PAIRS: usize = 1 << 15;

/// A bit for each table in the slots of its words' first characters, of those that are words themselves, and of the
/// first two.
struct Filter {
    firsts: Vec<u16>,
    alone: Vec<u16>,
    pairs: Vec<u16>,
}

impl Filter {
    fn get() -> &'static Self {
        static FILTER: OnceLock<Filter> = OnceLock::new();
        FILTER.get_or_init(|| {
            let mut filter = Self { firsts: vec![0; FIRSTS], alone: vec![0; FIRSTS], pairs: vec![0; PAIRS] };
            let begin = |words: &'static Words, families: &[&str]| words.openings(families).collect::<Vec<_>>();
            filter.add(&begin(organisation::words(), &["body", "centre"]), BODIES);
            filter.add(&begin(place::words(), &["named"]), PLACES);
            filter.add(&begin(divisions::full(), &[]), DIVISIONS);
            filter.add(&begin(divisions::shorts(), &[]), DIVISIONS);
            filter.add(&begin(segment::words(), &[]), WALLS);
            filter.add(&begin(surnames(), &[]), SURNAMES);
            filter.add(&plan::openings(), PLANS);
            filter.add(&begin(document::unmarked_words(), &["number", "issue"]), DOCUMENTS);
            filter.add(&begin(honour::words(), &[]), HONOURS);
            filter.add(&begin(titles(), &["after", "kin"]), AFTERS);
            filter.add(&titles().endings(&["state"]).collect::<Vec<_>>(), STATES);
            filter
        })
    }

    fn add(&mut self, openings: &[(char, Option<char>)], table: u16) {
        for &(first, second) in openings {
            self.firsts[first as usize % FIRSTS] |= table;
            match second {
                Some(second) => self.pairs[slot(first, second)] |= table,
                None => self.alone[first as usize % FIRSTS] |= table,
            }
        }
    }

    #[inline]
    fn tables(&self, first: char, second: char) -> u16 {
        let bits = |list: &[u16], slot: usize| list.get(slot).copied().unwrap_or_default();
        let place = first as usize % FIRSTS;
        bits(&self.firsts, place) & bits(&self.pairs, slot(first, second)) | bits(&self.alone, place)
    }
}

/// The slot of two characters.
#[inline]
const fn slot(first: char, second: char) -> usize {
    // The upper bits of a product with the golden ratio's depend on all bits below.
    (first as u32 | (second as u32) << 16).wrapping_mul(0x9E37_79B1) as usize >> 17 & (PAIRS - 1)
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
