//! The tables that say which character stands for which, as bit sets: most characters of a Simplified text are in
//! none of them, and one bit tells.

use crate::model::Arrange;
use std::sync::OnceLock;

use super::packed::tables;
use super::words::Words;

/// How many 64-bit words cover the basic plane.
const WORDS: usize = 0x1_0000 / 64;

/// A set of characters of the basic plane.
#[derive(Debug)]
pub(crate) struct CharSet {
    bits: Vec<u64>,
}

impl CharSet {
    /// The set of these characters.
    pub(crate) fn of(chars: impl Iterator<Item = char>) -> Self {
        let mut bits = vec![0_u64; WORDS];
        for c in chars {
            if let Some(word) = bits.get_mut(c as usize / 64) {
                *word |= 1 << (c as usize % 64);
            }
        }
        Self { bits }
    }

    /// The characters of both sets.
    fn with(&self, other: &Self) -> Self {
        Self { bits: self.bits.iter().zip(&other.bits).map(|(one, two)| one | two).collect() }
    }

    /// Whether `c` is one of them.
    #[inline]
    pub(crate) fn has(&self, c: char) -> bool {
        self.bits.get(c as usize / 64).is_some_and(|word| word >> (c as usize % 64) & 1 == 1)
    }
}

/// A set that also numbers its characters.
#[derive(Debug)]
struct Ranked {
    set: CharSet,
    /// How many characters of the set stand before each word of bits.
    before: Vec<u16>,
}

impl Ranked {
    fn of(set: CharSet) -> Self {
        let mut count = 0_u16;
        let before = set.bits.iter().map(|word| {
            let before = count;
            count += word.count_ones() as u16;
            before
        });
        Self { before: before.collect(), set }
    }

    /// How many characters of the set come before `c`, where `c` is one of them.
    #[inline]
    fn rank(&self, c: char) -> Option<usize> {
        let (at, bit) = (c as usize / 64, c as usize % 64);
        let word = *self.set.bits.get(at)?;
        (word >> bit & 1 == 1).then(|| usize::from(self.before[at]) + (word & ((1 << bit) - 1)).count_ones() as usize)
    }
}

/// The folds of characters that are written otherwise in Simplified text.
#[derive(Debug)]
pub(crate) struct Table {
    keys: Ranked,
    /// The keys and the characters that fold otherwise in some words.
    touched: CharSet,
    /// The fold of each key, in the keys' order.
    folds: Vec<char>,
    /// Characters that only Traditional writing has.
    pub(crate) hant: CharSet,
    /// Characters that only Simplified writing has.
    pub(crate) hans: CharSet,
    /// Words in which a character folds otherwise than alone.
    pub(crate) words: Words,
}

impl Table {
    /// The table, made on first use.
    pub(crate) fn get() -> &'static Self {
        static TABLE: OnceLock<Table> = OnceLock::new();
        TABLE.get_or_init(Self::read)
    }

    fn read() -> Self {
        let [traditional, compatibility] = tables();
        let plain = CharSet::of(traditional.iter().filter(|fold| fold.2).map(|fold| fold.1));
        let folds = traditional.iter().map(|fold| fold.1);
        let (hant, hans) =
            (CharSet::of(traditional.iter().map(|fold| fold.0)), CharSet::of(folds.filter(|&fold| !plain.has(fold))));
        let both = compatibility.into_iter().chain(traditional);
        let mut pairs: Vec<(char, char)> = both.map(|(from, to, _)| (from, to)).collect();
        pairs.arrange();
        pairs.dedup_by_key(|pair| pair.0);
        let keys = Ranked::of(CharSet::of(pairs.iter().map(|pair| pair.0)));
        let folds = pairs.into_iter().map(|pair| pair.1).collect();
        let mut table =
            Self { touched: CharSet::of(std::iter::empty()), keys, folds, hant, hans, words: Words::default() };
        table.words = Words::read(|c| table.fold(c));
        table.touched = table.keys.set.with(table.words.pivots());
        table
    }

    /// Whether `c` may fold to something else, alone or in a word.
    #[inline]
    pub(crate) fn may_change(&self, c: char) -> bool {
        match c {
            ' '..='~' | '\n' => false,
            '\u{3400}'..='\u{9fff}' => self.touched.has(c),
            _ => true,
        }
    }

    /// The Simplified, plain form of an ideograph; `c` itself where it is one.
    #[inline]
    pub(crate) fn fold(&self, c: char) -> char {
        self.keys.rank(c).and_then(|rank| self.folds.get(rank)).copied().unwrap_or(c)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TRADITIONAL: &str = include_str!("traditional.tsv");
    const COMPATIBILITY: &str = include_str!("compatibility.tsv");

    /// The rows of a table: the fold, the characters folded to it, the mark.
    fn rows(table: &'static str) -> impl Iterator<Item = (char, &'static str, &'static str)> {
        table.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
            let mut cells = line.split('\t');
            Some((cells.next()?.chars().next()?, cells.next()?, cells.next().unwrap_or_default()))
        })
    }

    #[test]
    fn no_fold_is_folded_again() {
        let table = Table::get();
        let again: Vec<char> = table.folds.iter().copied().filter(|&c| table.fold(c) != c).collect();
        assert_eq!(again, []);
    }

    #[test]
    fn every_row_of_the_tables_is_reached() {
        let table = Table::get();
        let mut count = 0;
        for (to, from, mark) in rows(TRADITIONAL) {
            assert_eq!(table.hans.has(to), mark == "Hans", "{to}");
            for c in from.chars() {
                assert_eq!(table.fold(c), to, "{c}");
                assert!(table.hant.has(c), "{c}");
                count += 1;
            }
        }
        for (to, from, _) in rows(COMPATIBILITY) {
            for c in from.chars() {
                assert_eq!(table.fold(c), to, "{c}");
            }
        }
        assert!(count > 2900, "{count}");
    }
}
