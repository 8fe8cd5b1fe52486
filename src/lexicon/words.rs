use std::cmp::Reverse;
use std::sync::OnceLock;

use super::{Openers, Row};
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
    /// Sorted by first character, longest word first.
    entries: Vec<Entry>,
    /// What follows the second characters, one word behind the other.
    tails: Vec<char>,
    /// The first two characters.
    openers: Openers,
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
        Self { forward: Side::of(&rows, false), backward: OnceLock::new(), rows }
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

    /// The families that have the word `term`; what is left of the four places is empty.
    pub fn families(&self, term: &str) -> [&'static str; 4] {
        let group = term.chars().next().and_then(|key| self.forward.words_of(key)).unwrap_or_default();
        let rows = group.iter().filter_map(|entry| self.rows.get(entry.row as usize)).filter(|row| row.term == term);
        let mut families = [""; 4];
        families.iter_mut().zip(rows).for_each(|(family, row)| *family = row.family);
        families
    }

    /// The first and, if it has one, second character of every word.
    pub fn openings(&self) -> impl Iterator<Item = (char, Option<char>)> {
        self.rows.iter().filter_map(|row| {
            let mut chars = row.term.chars();
            Some((chars.next()?, chars.next()))
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
        let before = chars.get(..end)?;
        let group = self.backward().group(*before.last()?, before.iter().nth_back(1).copied().unwrap_or_default())?;
        self.longest(self.backward(), group, None, |i| before.iter().nth_back(i).copied())
    }

    /// The longest word of one of `families` that ends just before `end`.
    #[inline]
    pub fn before_of(&self, chars: &[char], end: usize, families: &[&str]) -> Option<Hit> {
        let before = chars.get(..end)?;
        let group = self.backward().group(*before.last()?, before.iter().nth_back(1).copied().unwrap_or_default())?;
        self.longest(self.backward(), group, Some(families), |i| before.iter().nth_back(i).copied())
    }

    #[inline]
    fn backward(&self) -> &Side {
        self.backward.get_or_init(|| Side::of(&self.rows, true))
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
        words.arrange_by_cached_key(|(word, _)| (word[0], Reverse(word.len())));
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
        let heads: Vec<_> = words.iter().map(|(word, _)| (word[0], word.get(1).copied())).collect();
        Self { entries, tails, openers: Openers::of(&heads), starts }
    }

    /// The words that may begin with these two characters or be the first alone.
    #[inline]
    fn group(&self, first: char, second: char) -> Option<&[Entry]> {
        if self.openers.may_open(first, second) { self.words_of(first) } else { None }
    }

    /// The words that begin with `first`.
    fn words_of(&self, first: char) -> Option<&[Entry]> {
        let key = self.openers.rank(first)?;
        self.entries.get(*self.starts.get(key)? as usize..*self.starts.get(key + 1)? as usize)
    }
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
