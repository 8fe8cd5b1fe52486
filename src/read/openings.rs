//! Where words of the readers' tables may begin: looked up once for every character and all tables.

mod blocks;
mod filter;

use super::prose::is_han;
use crate::fold::{CharSpan, Fold};
use crate::lexicon::among;
use blocks::{BLOCK, any_of, by_tables};
use filter::Filter;

/// Known bodies.
pub const BODIES: u32 = 1;
/// Words that part names from the rest of a clause.
pub const WALLS: u32 = 1 << 1;
/// Surnames, and the marks inside foreign names and before names of a credit.
pub const SURNAMES: u32 = 1 << 2;
/// Words and signs of plans, and of what has happened.
pub const PLANS: u32 = 1 << 3;
/// Words that lead to documents without 《》, and rules known by their number.
pub const DOCUMENTS: u32 = 1 << 4;
/// Words of honours.
pub const HONOURS: u32 = 1 << 5;
/// Known places.
pub const PLACES: u32 = 1 << 6;
/// Divisions by their full and short names.
pub const DIVISIONS: u32 = 1 << 7;
/// Titles and words of kin that follow names, and what stands for a given name that is not told.
pub const AFTERS: u32 = 1 << 8;
/// Programmes without a noun of programmes, and words that make a division's name one.
pub const BRANDS: u32 = 1 << 9;
/// What closes a list of programmes, and the verbs that govern one.
pub const LISTS: u32 = 1 << 10;
/// Characters that are not Chinese.
pub const OTHERS: u32 = 1 << 11;
/// What makes a body behind it a particular one, beside places.
pub const FRAMES: u32 = 1 << 12;
/// What people do or say behind their names.
const DOES: u32 = 1 << 13;
/// Words before the name of what is measured that are no part of it, and longer words that begin as they do.
pub const UNNAMED: u32 = 1 << 14;
/// Words that want or require what a figure says.
pub const WANTS: u32 = 1 << 15;

// The tables from here on tell what ends before a place.

/// Titles of people and words of appointment, and the blanks and marks that stand between a title and a name.
pub const LEADS: u32 = 1 << 16;
/// Titles of a state's offices, which names in foreign sound follow.
pub const STATES: u32 = 1 << 17;
/// Nouns of places.
pub const SITES: u32 = 1 << 18;
/// Nouns of bodies that need no place before them.
pub const STRONG: u32 = 1 << 19;
/// Nouns of programmes, and what may stand behind them.
pub const NOUNS: u32 = 1 << 20;

/// Marks and other words before somebody who does or says something.
const BESIDE: u32 = 1 << 21;

/// The tables of what ends before a place.
const ENDS: u32 = !0 << 16;

// Two tables are made of the others: see [`Openings::of`].

/// What may part a name from the rest of a clause, or be a name that is passed over whole.
pub const STOPS: u32 = 1 << 30;
/// What may be somebody's name by what stands beside it.
pub const PEOPLE: u32 = 1 << 31;

/// The places of a text where words of the tables may begin, and where words of those of [`ENDS`] may have ended.
pub struct Openings {
    /// For each character a bit for each table.
    tables: Vec<u32>,
    /// The same by tables: for each of the next characters a bit.
    blocks: Vec<[u32; BLOCK]>,
}

impl Openings {
    /// Those of a text.
    pub fn of(fold: &Fold) -> Self {
        let filter = Filter::get();
        let chars = fold.chars();
        let mut tables = Vec::with_capacity(chars.len() + 1);
        // What ends before a character, and before the one behind it.
        let (mut here, mut next) = (LEADS, 0);
        let mut tell = |c, after| {
            let (alone, pair) = filter.tables(c, after);
            let bits = (alone | pair) & !ENDS | here;
            here = next | alone & ENDS;
            next = pair & ENDS;
            bits
        };
        tables.extend(chars.windows(2).map(|two| tell(two[0], two[1])));
        tables.extend(chars.last().map(|&last| tell(last, '\0')));
        tables.push(here);
        for at in fold.others(CharSpan::new(0, chars.len())).filter(|&at| !is_han(chars[at])) {
            tables[at] |= OTHERS;
            tables[at + 1] |= if among!(",。、;(!?", chars[at]) { BESIDE } else { LEADS };
        }
        let mut blocks: Vec<[u32; BLOCK]> = tables.chunks(BLOCK).map(by_tables).collect();
        let (mut afters, mut does) = (0_u64, 0_u64);
        for block in blocks.iter_mut().rev() {
            afters = afters << BLOCK | u64::from(any_of(block, AFTERS));
            does = does << BLOCK | u64::from(any_of(block, DOES));
            // A title begins one to four characters behind a surname, what somebody does behind a name of two to six.
            let titled = (afters >> 1 | afters >> 2 | afters >> 3 | afters >> 4) as u32;
            let acts = (does >> 2 | does >> 3 | does >> 4 | does >> 5 | does >> 6) as u32;
            let names = any_of(block, SURNAMES);
            let names = names & (titled | any_of(block, LEADS | OTHERS) | any_of(block, BESIDE) & acts);
            block[PEOPLE.trailing_zeros() as usize] = names | any_of(block, STATES);
            block[STOPS.trailing_zeros() as usize] = any_of(block, BODIES | PLACES | DIVISIONS | WALLS | OTHERS);
        }
        Self { tables, blocks }
    }

    /// Whether a word of one of `tables` may begin at `at`, or have ended before it; where it may not, none does.
    #[inline]
    pub fn at(&self, at: usize, tables: u32) -> bool {
        self.tables.get(at).is_some_and(|bits| bits & tables != 0)
    }

    /// The places in a stretch that one of `tables` has, in order.
    #[inline]
    pub fn all(&self, part: CharSpan, tables: u32) -> Places<'_> {
        let CharSpan { start, end } = part;
        let first = self.blocks.get(start / BLOCK).map_or(0, |block| any_of(block, tables) & !0 << (start % BLOCK));
        Places { blocks: &self.blocks, tables, block: start / BLOCK, left: first, end }
    }

    /// The first of them.
    #[inline]
    pub fn first(&self, part: CharSpan, tables: u32) -> Option<usize> {
        self.all(part, tables).next()
    }

    /// Those of the whole text.
    pub fn places(&self, tables: u32) -> Vec<usize> {
        self.all(CharSpan::new(0, self.tables.len()), tables).collect()
    }
}

/// The places that [`Openings::all`] gives.
pub struct Places<'a> {
    blocks: &'a [[u32; BLOCK]],
    tables: u32,
    block: usize,
    /// What is left of the bits of that block.
    left: u32,
    end: usize,
}

impl Iterator for Places<'_> {
    type Item = usize;

    #[cfg_attr(target_arch = "wasm32", inline(never))]
    #[cfg_attr(not(target_arch = "wasm32"), inline)]
    fn next(&mut self) -> Option<usize> {
        while self.left == 0 {
            self.block += 1;
            if self.block * BLOCK >= self.end {
                return None;
            }
            self.left = any_of(self.blocks.get(self.block)?, self.tables);
        }
        let at = self.block * BLOCK + self.left.trailing_zeros() as usize;
        self.left &= self.left - 1;
        (at < self.end).then_some(at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::segment;

    #[test]
    fn tells_the_same_places_by_characters_and_by_tables() {
        let fold = Fold::of(&"会见了市长张伟(区公安局)2024年,荣获省级先进。".repeat(9));
        let openings = Openings::of(&fold);
        for table in [WALLS, SURNAMES, OTHERS, LEADS, BODIES | DIVISIONS] {
            let part = CharSpan::new(5, fold.len() - 5);
            let places: Vec<usize> = (part.start..part.end).filter(|&at| openings.at(at, table)).collect();
            assert_eq!(openings.all(part, table).collect::<Vec<_>>(), places);
            assert!(!places.is_empty());
        }
    }

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
