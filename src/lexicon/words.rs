use std::cmp::Reverse;
use std::sync::OnceLock;

use super::{Openers, Row, is_left_out};
use crate::model::Arrange;

/// A word found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// How many characters the word has.
    pub len: usize,
    /// Its family.
    pub family: &'static str,
    /// The word itself.
    pub term: &'static str,
}

/// A list of words that can be looked for at, or just before, a place in a folded text.
///
/// Two sorted arrays, each behind a filter of the words' first (or last) two characters.
#[derive(Debug)]
pub struct Words {
    rows: Vec<Row>,
    forward: Side,
    /// Made when it is first asked for: most tables are only read forward.
    backward: OnceLock<Side>,
}

#[derive(Debug)]
struct Side {
    /// By their first two characters, of those that share them the longest first.
    entries: Vec<Entry>,
    /// What follows the second characters, one word behind the other.
    tails: Vec<char>,
    /// The first two characters.
    openers: Openers,
    /// The first two characters and where their words begin among the entries, a table of a power of two of slots: a
    /// group stands in the first free one at or behind the place that its characters give. Three of four are free.
    groups: Vec<(u32, u32)>,
}

/// What a slot has that is free.
const FREE: u32 = u32::MAX;

/// A word without its first two characters, small enough that a group of words is read in a line of memory.
#[derive(Clone, Copy, Debug)]
struct Entry {
    /// The first two characters: see [`pair`].
    pair: u32,
    /// Where its tail begins.
    tail: u32,
    len: u16,
    /// The bit of its family: see [`mark`].
    mark: u16,
    row: u32,
}

impl Words {
    /// The list of the given rows; words whose first or last two characters are beyond the basic plane are left out.
    pub fn of(rows: impl Iterator<Item = Row>) -> Self {
        let rows: Vec<Row> = rows.collect();
        Self { forward: Side::of(&rows, false), backward: OnceLock::new(), rows }
    }

    /// The longest word that starts at `at`.
    #[inline]
    pub fn at(&self, chars: &[char], at: usize) -> Option<Hit> {
        self.look(chars, at, Wanted::ALL)
    }

    /// The longest word of one of `families` that starts at `at`.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    #[cfg_attr(not(target_arch = "wasm32"), inline)]
    pub fn at_of(&self, chars: &[char], at: usize, families: &[&str]) -> Option<Hit> {
        self.look(chars, at, Wanted::of(families))
    }

    /// What refuses most places stands where it is asked, the rest once.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    #[cfg_attr(not(target_arch = "wasm32"), inline)]
    fn look(&self, chars: &[char], at: usize, wanted: Wanted) -> Option<Hit> {
        let rest = chars.get(at..)?;
        let (first, second) = (*rest.first()?, rest.get(1).copied().unwrap_or_default());
        if !self.forward.openers.may_open(first, second) {
            return None;
        }
        self.longest(rest, wanted)
    }

    /// The longest word that `rest` begins with.
    #[inline(never)]
    fn longest(&self, rest: &[char], wanted: Wanted) -> Option<Hit> {
        let opening = (*rest.first()?, rest.get(1).copied().unwrap_or_default());
        let has = |len: usize, tail: &[char]| rest.get(2..len).is_some_and(|text| same(text, tail));
        self.find(&self.forward, opening, wanted, has)
    }

    /// Whether the list has the word `term` in `family`.
    pub fn belongs(&self, term: &str, family: &str) -> bool {
        self.rows_of(term).any(|row| row.family == family)
    }

    /// The families that have the word `term`; what is left of the four places is empty.
    pub fn families(&self, term: &str) -> [&'static str; 4] {
        let mut families = [""; 4];
        families.iter_mut().zip(self.rows_of(term)).for_each(|(family, row)| *family = row.family);
        families
    }

    fn rows_of(&self, term: &str) -> impl Iterator<Item = &Row> {
        let mut chars = term.chars();
        let mut next = || chars.next().unwrap_or_default();
        let wanted = pair(next(), next());
        let group = self.forward.group(wanted).iter().take_while(move |entry| entry.pair == wanted);
        group
            .filter_map(|entry| self.rows.get(entry.row as usize))
            .filter(move |row| row.term == term && !is_left_out(row))
    }

    /// The first and, if it has one, second character of every word of `families`, or of all words where it is empty.
    pub fn openings(&self, families: &[&str]) -> impl Iterator<Item = (char, Option<char>)> {
        let wanted = |row: &&Row| families.is_empty() || families.contains(&row.family);
        self.rows.iter().filter(wanted).filter_map(|row| {
            let mut chars = row.term.chars();
            Some((chars.next()?, chars.next()))
        })
    }

    /// The last two characters of every word of `families` that has two.
    pub fn endings(&self, families: &[&str]) -> impl Iterator<Item = (char, Option<char>)> {
        self.rows.iter().filter(|row| families.contains(&row.family)).filter_map(|row| {
            let mut chars = row.term.chars().rev();
            let last = chars.next();
            Some((chars.next()?, last))
        })
    }

    /// Whether a word may begin with these two characters; where it may not, none does.
    #[inline]
    pub fn may_open(&self, first: char, second: char) -> bool {
        self.forward.openers.may_open(first, second)
    }

    /// The longest word that ends just before `end`.
    #[inline]
    pub fn before(&self, chars: &[char], end: usize) -> Option<Hit> {
        self.look_back(chars, end, Wanted::ALL)
    }

    /// The longest word of one of `families` that ends just before `end`.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    #[cfg_attr(not(target_arch = "wasm32"), inline)]
    pub fn before_of(&self, chars: &[char], end: usize, families: &[&str]) -> Option<Hit> {
        self.look_back(chars, end, Wanted::of(families))
    }

    #[cfg_attr(target_arch = "wasm32", inline(never))]
    #[cfg_attr(not(target_arch = "wasm32"), inline)]
    fn look_back(&self, chars: &[char], end: usize, wanted: Wanted) -> Option<Hit> {
        let before = chars.get(..end)?;
        let (last, second) = (*before.last()?, before.iter().nth_back(1).copied().unwrap_or_default());
        let side = self.backward.get_or_init(|| Side::of(&self.rows, true));
        if !side.openers.may_open(last, second) {
            return None;
        }
        self.longest_before(side, before, wanted)
    }

    /// The longest word that `before` ends with.
    #[inline(never)]
    fn longest_before(&self, side: &Side, before: &[char], wanted: Wanted) -> Option<Hit> {
        let opening = (*before.last()?, before.iter().nth_back(1).copied().unwrap_or_default());
        let has = |len: usize, tail: &[char]| {
            let text = before.len().checked_sub(len).and_then(|start| before.get(start..before.len() - 2));
            text.is_some_and(|text| same(text, tail))
        };
        self.find(side, opening, wanted, has)
    }

    /// The longest word that begins with the two characters `opening` and whose length and tail the text `has`, else the
    /// first of them where it is a word.
    #[inline]
    fn find(
        &self,
        side: &Side,
        opening: (char, char),
        wanted: Wanted,
        has: impl Fn(usize, &[char]) -> bool,
    ) -> Option<Hit> {
        if opening.0 >= '\u{10000}' {
            return None;
        }
        if opening.1 < '\u{10000}' {
            let pair = pair(opening.0, opening.1);
            for entry in side.group(pair).iter().take_while(|entry| entry.pair == pair) {
                let tail = side.tails.get(entry.tail as usize..).unwrap_or_default();
                let len = usize::from(entry.len);
                if entry.mark & wanted.marks != 0 && (len <= 2 || has(len, tail)) {
                    let hit = self.hit(entry, wanted);
                    if hit.is_some() {
                        return hit;
                    }
                }
            }
        }
        if !side.openers.alone(opening.0) {
            return None;
        }
        let alone = pair(opening.0, '\0');
        let mut words = side.group(alone).iter().take_while(|entry| entry.pair == alone);
        words.find_map(|entry| self.hit(entry, wanted))
    }

    /// The word of an entry where its family is wanted.
    #[inline]
    fn hit(&self, entry: &Entry, wanted: Wanted) -> Option<Hit> {
        let row = self.rows.get(entry.row as usize).filter(|_| entry.mark & wanted.marks != 0)?;
        let hit = Hit { len: usize::from(entry.len), family: row.family, term: row.term };
        (wanted.families.is_none_or(|families| families.contains(&row.family)) && !is_left_out(row)).then_some(hit)
    }
}

/// The families that a word is to be of.
#[derive(Clone, Copy)]
struct Wanted<'a> {
    /// Their bits: see [`mark`].
    marks: u16,
    /// All where none are named.
    families: Option<&'a [&'a str]>,
}

impl<'a> Wanted<'a> {
    const ALL: Self = Self { marks: !0, families: None };

    #[inline]
    fn of(families: &'a [&'a str]) -> Self {
        Self { marks: families.iter().fold(0, |marks, family| marks | mark(family)), families: Some(families) }
    }
}

/// Whether the text has a word's tail, which may go on with the tails of others.
#[inline]
fn same(text: &[char], tail: &[char]) -> bool {
    text.iter().zip(tail).all(|(text, tail)| text == tail)
}

impl Side {
    fn of(rows: &[Row], backward: bool) -> Self {
        let mut words: Vec<(Vec<char>, u32)> = Vec::with_capacity(rows.len());
        for (row, number) in rows.iter().zip(0..) {
            let mut word: Vec<char> = row.term.chars().collect();
            if backward {
                word.reverse();
            }
            if !word.is_empty() && word.iter().take(2).all(|&c| c < '\u{10000}') {
                words.push((word, number));
            }
        }
        words.arrange_by_cached_key(|(word, _)| (word[0], word.get(1).copied(), Reverse(word.len())));
        let mut tails = Vec::new();
        let mut entries: Vec<Entry> = Vec::with_capacity(words.len());
        let mut groups = vec![(0, FREE); (words.len() * 4).next_power_of_two().max(2)];
        for (word, row) in &words {
            let pair = pair(word[0], word.get(1).copied().unwrap_or_default());
            if entries.last().is_none_or(|last| last.pair != pair) {
                let mut slot = slot(pair, groups.len());
                while groups[slot].1 != FREE {
                    slot = (slot + 1) & (groups.len() - 1);
                }
                groups[slot] = (pair, entries.len() as u32);
            }
            let mark = rows.get(*row as usize).map_or(0, |row| mark(row.family));
            entries.push(Entry { pair, tail: tails.len() as u32, len: word.len() as u16, mark, row: *row });
            match backward {
                false => tails.extend(word.iter().skip(2)),
                true => tails.extend(word.iter().skip(2).rev()),
            }
        }
        let heads: Vec<_> = words.iter().map(|(word, _)| (word[0], word.get(1).copied())).collect();
        Self { entries, tails, openers: Openers::of(&heads), groups }
    }

    /// The entries from where those of a pair begin, the longest first; with U+0000, of the first character as a word.
    #[inline]
    fn group(&self, wanted: u32) -> &[Entry] {
        let mut at = slot(wanted, self.groups.len());
        loop {
            match self.groups.get(at) {
                Some(&(pair, start)) if pair == wanted || start == FREE => {
                    return self.entries.get(start as usize..).unwrap_or_default();
                }
                Some(_) => at = (at + 1) & (self.groups.len() - 1),
                None => return &[],
            }
        }
    }
}

/// Two characters of the basic plane as one number.
#[inline]
const fn pair(first: char, second: char) -> u32 {
    first as u32 | (second as u32) << 16
}

/// The slot of two characters among `length`, a power of two.
#[inline]
const fn slot(pair: u32, length: usize) -> usize {
    // The upper bits of a product with the golden ratio's depend on all bits below.
    (pair.wrapping_mul(0x9E37_79B1) >> 14) as usize & (length - 1)
}

/// A bit that tells most families apart without a look at their letters.
#[inline]
fn mark(family: &str) -> u16 {
    let letters = family.as_bytes();
    let last = letters.last().copied().unwrap_or_default();
    1 << ((letters.len() as u8).wrapping_mul(3).wrapping_add(letters.first().copied().unwrap_or_default() ^ last) & 15)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_longest_word_both_ways() {
        let table = "上升\tup\t上升了\n上升至\tto\t上升至\n至\tto\t至";
        let words = Words::of(super::super::rows(table));
        let text: Vec<char> = "率上升至5".chars().collect();
        assert_eq!(words.at(&text, 1).map(|hit| hit.term), Some("上升至"));
        assert_eq!(words.before(&text, 4).map(|hit| hit.term), Some("上升至"));
        assert_eq!(words.before_of(&text, 3, &["up"]).map(|hit| hit.term), Some("上升"));
        assert_eq!(words.at(&text, 0), None);
    }
}
