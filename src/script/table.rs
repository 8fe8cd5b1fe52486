//! The tables that say which character stands for which, behind a few bits for each character that tell most of a
//! Simplified text apart with one look.

use crate::model::Arrange;
use std::sync::OnceLock;

use super::character::fold_with;
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

/// What is known of a character before it is folded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Signs(u8);

impl Signs {
    const CHANGES: u8 = 1;
    const HANT: u8 = 1 << 1;
    const HANS: u8 = 1 << 2;

    /// Whether the character may fold to something else, alone or in a word.
    #[inline]
    pub(crate) const fn may_change(self) -> bool {
        self.0 & Self::CHANGES != 0
    }

    /// What it tells of its text's script: 1 where only Traditional text has it, such as 國, -1 where only Simplified
    /// text has it, such as 国, and 0 where both have it, such as 中.
    #[inline]
    pub(crate) const fn script(self) -> i8 {
        (self.0 >> 1 & 1) as i8 - (self.0 >> 2 & 1) as i8
    }
}

/// The folds of characters that are written otherwise in Simplified text.
#[derive(Debug)]
pub(crate) struct Table {
    keys: Ranked,
    /// The fold of each key, in the keys' order.
    folds: Vec<char>,
    /// What is known of the basic plane's characters.
    signs: Vec<Signs>,
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
        let mut signs = vec![Signs(0); 0x1_0000];
        let mut note = |c: char, sign: u8| signs[c as usize].0 |= sign;
        for &(hant, hans, _) in &traditional {
            note(hant, Signs::HANT);
            note(hans, if plain.has(hans) { 0 } else { Signs::HANS });
        }
        let both = compatibility.into_iter().chain(traditional);
        let mut pairs: Vec<(char, char)> = both.map(|(from, to, _)| (from, to)).collect();
        pairs.arrange();
        pairs.dedup_by_key(|pair| pair.0);
        let keys = Ranked::of(CharSet::of(pairs.iter().map(|pair| pair.0)));
        let folds = pairs.into_iter().map(|pair| pair.1).collect();
        let mut table = Self { keys, folds, signs, words: Words::default() };
        table.words = Words::read(|c| table.fold(c));
        for c in '\0'..='\u{ffff}' {
            if fold_with(&table, c) != c || table.words.is_pivot(c) {
                table.signs[c as usize].0 |= Signs::CHANGES;
            }
        }
        table
    }

    /// What is known of `c`.
    #[inline]
    pub(crate) fn signs(&self, c: char) -> Signs {
        self.signs.get(c as usize).copied().unwrap_or_default()
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
            assert_eq!(table.signs(to).script() == -1, mark == "Hans", "{to}");
            for c in from.chars() {
                assert_eq!(table.fold(c), to, "{c}");
                assert_eq!(table.signs(c).script(), 1, "{c}");
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
