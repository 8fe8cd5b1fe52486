use super::Row;
use crate::model::Arrange;
use crate::script::CharSet;

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
/// Two sorted arrays, and a filter of the words' first (or last) two characters that refuses most places of a text with
/// two loads.
#[derive(Debug)]
pub struct Words {
    rows: Vec<Row>,
    forward: Side,
    backward: Side,
}

#[derive(Debug)]
struct Side {
    /// Sorted by first character, longest word first.
    entries: Vec<Entry>,
    /// What follows the second characters, one word behind the other.
    tails: Vec<char>,
    /// A Bloom filter of the first two characters: see [`spread`].
    filter: Vec<u64>,
    /// The first characters.
    keys: CharSet,
    /// Those that are words themselves.
    alone: CharSet,
    /// Where the words of each first character begin, and the number of words at the end.
    starts: Vec<u32>,
}

/// A word without its first character, small enough that a group of words is read in a line of memory or two.
#[derive(Clone, Copy, Debug)]
struct Entry {
    /// U+0000 where the word has no other character.
    second: char,
    /// Where its tail begins.
    tail: u32,
    len: u32,
    row: u32,
}

impl Words {
    /// The list of the given rows.
    pub fn of(rows: impl Iterator<Item = Row>) -> Self {
        let rows: Vec<Row> = rows.collect();
        let (forward, backward) = (Side::of(&rows, false), Side::of(&rows, true));
        Self { rows, forward, backward }
    }

    /// The longest word that starts at `at`.
    #[inline]
    pub fn at(&self, chars: &[char], at: usize) -> Option<Hit> {
        let rest = chars.get(at..)?;
        let group = self.forward.group(*rest.first()?, rest.get(1).copied().unwrap_or_default())?;
        self.longest(&self.forward, group, None, |i| rest.get(i).copied())
    }

    /// The longest word of one of `families` that starts at `at`.
    #[inline]
    pub fn at_of(&self, chars: &[char], at: usize, families: &[&str]) -> Option<Hit> {
        let rest = chars.get(at..)?;
        let group = self.forward.group(*rest.first()?, rest.get(1).copied().unwrap_or_default())?;
        self.longest(&self.forward, group, Some(families), |i| rest.get(i).copied())
    }

    /// Whether the list has the word `term` in `family`.
    pub fn belongs(&self, term: &str, family: &str) -> bool {
        let group = term.chars().next().and_then(|key| self.forward.words_of(key)).unwrap_or_default();
        group
            .iter()
            .filter_map(|entry| self.rows.get(entry.row as usize))
            .any(|row| row.family == family && row.term == term)
    }

    /// The longest word that ends just before `end`.
    #[inline]
    pub fn before(&self, chars: &[char], end: usize) -> Option<Hit> {
        let before = chars.get(..end)?;
        let group = self.backward.group(*before.last()?, before.iter().nth_back(1).copied().unwrap_or_default())?;
        self.longest(&self.backward, group, None, |i| before.iter().nth_back(i).copied())
    }

    /// The longest word of one of `families` that ends just before `end`.
    #[inline]
    pub fn before_of(&self, chars: &[char], end: usize, families: &[&str]) -> Option<Hit> {
        let before = chars.get(..end)?;
        let group = self.backward.group(*before.last()?, before.iter().nth_back(1).copied().unwrap_or_default())?;
        self.longest(&self.backward, group, Some(families), |i| before.iter().nth_back(i).copied())
    }

    /// The first word of `group` whose characters are those that `text` gives.
    fn longest(
        &self,
        side: &Side,
        group: &[Entry],
        families: Option<&[&str]>,
        text: impl Fn(usize) -> Option<char>,
    ) -> Option<Hit> {
        let second = text(1);
        for entry in group {
            if entry.len > 1 && second != Some(entry.second) {
                continue;
            }
            let tail = side.tails.get(entry.tail as usize..).unwrap_or_default();
            let tail = tail.iter().take((entry.len as usize).saturating_sub(2));
            if !tail.enumerate().all(|(i, &c)| text(i + 2) == Some(c)) {
                continue;
            }
            let row = self.rows.get(entry.row as usize)?;
            if families.is_none_or(|families| families.contains(&row.family)) {
                return Some(Hit { len: entry.len as usize, family: row.family, term: row.term });
            }
        }
        None
    }
}

impl Side {
    fn of(rows: &[Row], backward: bool) -> Self {
        let mut words: Vec<(Vec<char>, u32)> = Vec::with_capacity(rows.len());
        for (row, number) in rows.iter().zip(0..) {
            let mut word: Vec<char> = row.term.chars().collect();
            if backward {
                word.reverse();
            }
            if word.first().is_some_and(|&first| first < '\u{10000}') {
                words.push((word, number));
            }
        }
        words.arrange_by(|(a, _), (b, _)| a[0].cmp(&b[0]).then(b.len().cmp(&a.len())));
        let mut tails = Vec::new();
        let mut entries = Vec::with_capacity(words.len());
        let mut starts = Vec::new();
        let mut open = None;
        for (word, row) in &words {
            if open != Some(word[0]) {
                open = Some(word[0]);
                starts.push(entries.len() as u32);
            }
            let second = word.get(1).copied().unwrap_or_default();
            entries.push(Entry { second, tail: tails.len() as u32, len: word.len() as u32, row: *row });
            tails.extend(word.iter().skip(2));
        }
        starts.push(entries.len() as u32);
        let keys = CharSet::of(words.iter().map(|(word, _)| word[0]));
        let mut filter = vec![0; (words.len() / 4).next_power_of_two()];
        for pair in words.iter().filter_map(|(word, _)| word.get(..2)) {
            let (at, bit) = spread(pair[0], pair[1], filter.len());
            filter[at] |= bit;
        }
        let alone = CharSet::of(words.iter().filter(|(word, _)| word.len() == 1).map(|(word, _)| word[0]));
        Self { entries, tails, filter, keys, alone, starts }
    }

    /// The words that may begin with these two characters or be the first alone.
    #[inline]
    fn group(&self, first: char, second: char) -> Option<&[Entry]> {
        if !self.keys.has(first) {
            return None;
        }
        let (at, bit) = spread(first, second, self.filter.len());
        let may_begin = self.filter.get(at).is_some_and(|bits| bits & bit != 0);
        if may_begin || self.alone.has(first) { self.words_of(first) } else { None }
    }

    /// The words that begin with `first`.
    fn words_of(&self, first: char) -> Option<&[Entry]> {
        let key = self.keys.rank(first)?;
        self.entries.get(*self.starts.get(key)? as usize..*self.starts.get(key + 1)? as usize)
    }
}

/// Where two characters stand in a filter of `length` words of bits, a power of two, and their bit there.
#[inline]
const fn spread(first: char, second: char, length: usize) -> (usize, u64) {
    // The upper bits of a product with the golden ratio's depend on all bits below.
    let mixed = (first as u32 | (second as u32) << 16).wrapping_mul(0x9E37_79B1);
    ((mixed >> 14) as usize & (length - 1), 1 << (mixed >> 26))
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
