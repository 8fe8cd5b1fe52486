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
/// Two tables by the words' first (or last) two characters, each behind a filter of these. Most of what a look costs is
/// waiting for memory, so what it reads lies close together, and the rows are not touched.
#[derive(Debug)]
pub struct Words {
    rows: Vec<Row>,
    /// The words of the rows.
    terms: Vec<&'static str>,
    /// The families, each once, with their bits: see [`mark`].
    families: Vec<(u32, &'static str)>,
    /// The bits that one of the families alone has.
    sure: u32,
    forward: Side,
    /// Made when it is first asked for: most tables are only read forward.
    backward: OnceLock<Side>,
}

#[derive(Debug)]
struct Side {
    /// Those of a bucket together, in it those that share their first two characters, of these the longest first.
    entries: Vec<Entry>,
    /// What follows the second characters, one word behind the other.
    tails: Vec<char>,
    /// The first two characters.
    openers: Openers,
    /// Where the entries of each bucket begin, and at the end how many there are: a power of two of buckets and one more.
    starts: Vec<u32>,
}

/// A word without its first two characters, small enough that a bucket of words is read in a line of memory.
#[derive(Clone, Copy, Debug)]
struct Entry {
    /// The first two characters: see [`pair`].
    pair: u32,
    row: u32,
    /// Where its tail begins.
    tail: u32,
    /// The lower bits of the character behind the first two, which tells most words apart.
    third: u16,
    len: u8,
    /// Its place among the families.
    family: u8,
}

impl Words {
    /// The list of the given rows; words whose first or last two characters are beyond the basic plane are left out.
    pub fn of(rows: impl Iterator<Item = Row>) -> Self {
        Self::of_rows(rows.collect())
    }

    fn of_rows(rows: Vec<Row>) -> Self {
        let mut families: Vec<(u32, &str)> = Vec::new();
        let (mut once, mut twice) = (0, 0);
        for row in &rows {
            if families.iter().all(|family| family.1 != row.family) {
                let mark = mark(row.family);
                families.push((mark, row.family));
                twice |= once & mark;
                once |= mark;
            }
        }
        let forward = Side::of(&rows, &families, false);
        let terms = rows.iter().map(|row| row.term).collect();
        Self { rows, terms, families, sure: !twice, forward, backward: OnceLock::new() }
    }

    /// The longest word that starts at `at`.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    #[cfg_attr(not(target_arch = "wasm32"), inline)]
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
        self.find(&self.forward, rest, false, wanted)
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
        let bucket = self.forward.bucket(pair(next(), next()));
        bucket
            .iter()
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
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    #[cfg_attr(not(target_arch = "wasm32"), inline)]
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
        let side = self.backward.get_or_init(|| Side::of(&self.rows, &self.families, true));
        if !side.openers.may_open(last, second) {
            return None;
        }
        self.longest_before(side, before, wanted)
    }

    /// The longest word that `before` ends with.
    #[inline(never)]
    fn longest_before(&self, side: &Side, before: &[char], wanted: Wanted) -> Option<Hit> {
        self.find(side, before, true, wanted)
    }

    /// The longest word that `text` begins or, read `backward`, ends with: one with two characters at least, else the
    /// first of them where it is a word.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    #[cfg_attr(not(target_arch = "wasm32"), inline)]
    fn find(&self, side: &Side, text: &[char], backward: bool, wanted: Wanted) -> Option<Hit> {
        let place = |i: usize| if backward { text.len().wrapping_sub(i + 1) } else { i };
        let [first, second, third] = [0, 1, 2].map(|i| text.get(place(i)).copied().unwrap_or_default());
        if first >= '\u{10000}' {
            return None;
        }
        if second < '\u{10000}' {
            let pair = pair(first, second);
            for entry in side.bucket(pair) {
                // One test, as each of the two can hardly be foreseen.
                if (entry.pair == pair) & ((entry.len <= 2) | (entry.third == third as u16)) {
                    let len = usize::from(entry.len);
                    let part = if backward { place(len - 1)..place(1) } else { 2..len };
                    let has = |part: &[char]| {
                        let tail = side.tails.get(entry.tail as usize..).unwrap_or_default();
                        part.iter().zip(tail).all(|(text, tail)| text == tail)
                    };
                    let hit = if len <= 2 || text.get(part).is_some_and(has) { self.hit(entry, wanted) } else { None };
                    if hit.is_some() {
                        return hit;
                    }
                }
            }
        }
        if !side.openers.alone(first) {
            return None;
        }
        let alone = pair(first, '\0');
        side.bucket(alone).iter().filter(|entry| entry.pair == alone).find_map(|entry| self.hit(entry, wanted))
    }

    /// The word of an entry where its family is wanted.
    #[inline]
    fn hit(&self, entry: &Entry, wanted: Wanted) -> Option<Hit> {
        let &(mark, family) = self.families.get(usize::from(entry.family))?;
        if mark & wanted.marks == 0 {
            return None;
        }
        if mark & self.sure == 0 && wanted.families.is_some_and(|families| !families.contains(&family)) {
            return None;
        }
        let term = self.terms.get(entry.row as usize)?;
        let is_out = cfg!(debug_assertions) && self.rows.get(entry.row as usize).is_some_and(is_left_out);
        (!is_out).then_some(Hit { len: usize::from(entry.len), family, term })
    }
}

/// The families that a word is to be of.
#[derive(Clone, Copy)]
struct Wanted<'a> {
    /// Their bits: see [`mark`].
    marks: u32,
    /// All where none are named, else some of the table's own.
    families: Option<&'a [&'a str]>,
}

impl<'a> Wanted<'a> {
    const ALL: Self = Self { marks: !0, families: None };

    #[inline]
    fn of(families: &'a [&'a str]) -> Self {
        Self { marks: families.iter().fold(0, |marks, family| marks | mark(family)), families: Some(families) }
    }
}

impl Side {
    fn of(rows: &[Row], families: &[(u32, &str)], backward: bool) -> Self {
        let mut words: Vec<(Vec<char>, u32)> = Vec::with_capacity(rows.len());
        for (row, number) in rows.iter().zip(0..) {
            let mut word: Vec<char> = row.term.chars().collect();
            if backward {
                word.reverse();
            }
            if !word.is_empty() && word.len() < 256 && word.iter().take(2).all(|&c| c < '\u{10000}') {
                words.push((word, number));
            }
        }
        let buckets = words.len().next_power_of_two();
        let pair_of = |word: &[char]| pair(word[0], word.get(1).copied().unwrap_or_default());
        words.arrange_by_cached_key(|(word, _)| {
            let pair = pair_of(word);
            (slot(pair, buckets), pair, Reverse(word.len()))
        });
        let mut tails = Vec::new();
        let mut entries: Vec<Entry> = Vec::with_capacity(words.len());
        let mut starts = Vec::with_capacity(buckets + 1);
        for (word, row) in &words {
            let pair = pair_of(word);
            while starts.len() <= slot(pair, buckets) {
                starts.push(entries.len() as u32);
            }
            let family = rows.get(*row as usize).and_then(|row| families.iter().position(|one| one.1 == row.family));
            entries.push(Entry {
                pair,
                row: *row,
                tail: tails.len() as u32,
                third: word.get(2).copied().unwrap_or_default() as u16,
                len: word.len() as u8,
                family: family.unwrap_or_default() as u8,
            });
            match backward {
                false => tails.extend(word.iter().skip(2)),
                true => tails.extend(word.iter().skip(2).rev()),
            }
        }
        starts.resize(buckets + 1, entries.len() as u32);
        let heads: Vec<_> = words.iter().map(|(word, _)| (word[0], word.get(1).copied())).collect();
        Self { entries, tails, openers: Openers::of(&heads), starts }
    }

    /// The entries among which those of a pair are; with U+0000, those of the first character as a word.
    #[inline]
    fn bucket(&self, pair: u32) -> &[Entry] {
        let at = slot(pair, self.starts.len() - 1);
        let place = |at: usize| self.starts.get(at).map_or(0, |&start| start as usize);
        self.entries.get(place(at)..place(at + 1)).unwrap_or_default()
    }
}

/// Two characters of the basic plane as one number.
#[inline]
const fn pair(first: char, second: char) -> u32 {
    first as u32 | (second as u32) << 16
}

/// The place of two characters among `length`, a power of two.
#[inline]
const fn slot(pair: u32, length: usize) -> usize {
    // The upper bits of a product with the golden ratio's depend on all bits below.
    (pair.wrapping_mul(0x9E37_79B1) >> 14) as usize & (length - 1)
}

/// A bit that tells most families of a table apart without a look at all their letters.
#[inline]
fn mark(family: &str) -> u32 {
    let letters = family.as_bytes();
    let (first, last) = (letters.first().copied().unwrap_or_default(), letters.last().copied().unwrap_or_default());
    // The factors with which the fewest families of the tables share a bit.
    1 << ((letters.len() as u32 + u32::from(first) * 29 + u32::from(last) * 19) & 31)
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
