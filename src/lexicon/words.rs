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
/// Two sorted arrays and a set of the first (or last) characters, so that a miss costs one load.
#[derive(Debug)]
pub struct Words {
    forward: Side,
    backward: Side,
}

#[derive(Debug)]
struct Side {
    /// Sorted by first character, longest word first.
    entries: Vec<(Vec<char>, Row)>,
    /// The first characters.
    keys: CharSet,
    /// Where the words of each first character begin, and the number of words at the end.
    starts: Vec<usize>,
}

impl Words {
    /// The list of the given rows.
    pub fn of(rows: impl Iterator<Item = Row>) -> Self {
        let rows: Vec<Row> = rows.collect();
        Self { forward: Side::of(&rows, false), backward: Side::of(&rows, true) }
    }

    /// The longest word that starts at `at`.
    pub fn at(&self, chars: &[char], at: usize) -> Option<Hit> {
        self.forward.find(chars.get(at..)?.iter().copied())
    }

    /// The longest word of one of `families` that starts at `at`.
    pub fn at_of(&self, chars: &[char], at: usize, families: &[&str]) -> Option<Hit> {
        self.forward.find_of(chars.get(at..)?.iter().copied(), |row| families.contains(&row.family))
    }

    /// Whether the list has the word `term` in `family`.
    pub fn belongs(&self, term: &str, family: &str) -> bool {
        let group = term.chars().next().and_then(|key| self.forward.group(key)).unwrap_or_default();
        group.iter().any(|(_, row)| row.family == family && row.term == term)
    }

    /// The longest word that ends just before `end`.
    pub fn before(&self, chars: &[char], end: usize) -> Option<Hit> {
        self.backward.find(chars.get(..end)?.iter().rev().copied())
    }

    /// The longest word of one of `families` that ends just before `end`.
    pub fn before_of(&self, chars: &[char], end: usize, families: &[&str]) -> Option<Hit> {
        self.backward.find_of(chars.get(..end)?.iter().rev().copied(), |row| families.contains(&row.family))
    }
}

impl Side {
    fn of(rows: &[Row], backward: bool) -> Self {
        let mut entries: Vec<(Vec<char>, Row)> = rows
            .iter()
            .filter_map(|&row| {
                let mut word: Vec<char> = row.term.chars().collect();
                if backward {
                    word.reverse();
                }
                (!word.is_empty() && word[0] < '\u{10000}').then_some((word, row))
            })
            .collect();
        entries.arrange_by(|a, b| a.0[0].cmp(&b.0[0]).then(b.0.len().cmp(&a.0.len())));
        let keys = CharSet::of(entries.iter().map(|entry| entry.0[0]));
        let opens = |&at: &usize| at == 0 || entries[at].0[0] != entries[at - 1].0[0];
        let starts = (0..entries.len()).filter(opens).chain([entries.len()]).collect();
        Self { entries, keys, starts }
    }

    /// The words that begin with `first`.
    #[inline]
    fn group(&self, first: char) -> Option<&[(Vec<char>, Row)]> {
        let key = self.keys.rank(first)?;
        self.entries.get(*self.starts.get(key)?..*self.starts.get(key + 1)?)
    }

    fn find(&self, text: impl Iterator<Item = char> + Clone) -> Option<Hit> {
        self.find_of(text, |_| true)
    }

    #[inline]
    fn find_of(&self, text: impl Iterator<Item = char> + Clone, wanted: impl Fn(&Row) -> bool) -> Option<Hit> {
        self.group(text.clone().next()?)?
            .iter()
            .find(|(word, row)| {
                let mut rest = text.clone().skip(1);
                word[1..].iter().all(|&c| rest.next() == Some(c)) && wanted(row)
            })
            .map(|(word, row)| Hit { len: word.len(), family: row.family, term: row.term })
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
