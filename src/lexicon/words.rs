use super::Row;
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
/// Two sorted arrays and a table over the low bits of the first (or last) character, so that a miss costs one load.
#[derive(Debug)]
pub struct Words {
    forward: Side,
    backward: Side,
}

#[derive(Debug)]
struct Side {
    /// Sorted by key character, longest word first.
    entries: Vec<(char, Vec<char>, Row)>,
    present: [u64; 64],
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
        let mut present = [0u64; 64];
        let mut entries: Vec<_> = rows
            .iter()
            .filter_map(|&row| {
                let mut word: Vec<char> = row.term.chars().collect();
                if backward {
                    word.reverse();
                }
                word.first().copied().map(|key| (key, word, row))
            })
            .collect();
        entries.arrange_by(|a, b| a.0.cmp(&b.0).then(b.1.len().cmp(&a.1.len())));
        for (key, ..) in &entries {
            let bits = *key as usize & 0xfff;
            present[bits >> 6] |= 1 << (bits & 63);
        }
        Self { entries, present }
    }

    fn find(&self, text: impl Iterator<Item = char> + Clone) -> Option<Hit> {
        self.find_of(text, |_| true)
    }

    fn find_of(&self, text: impl Iterator<Item = char> + Clone, wanted: impl Fn(&Row) -> bool) -> Option<Hit> {
        let key = text.clone().next()?;
        let bits = key as usize & 0xfff;
        if self.present[bits >> 6] & (1 << (bits & 63)) == 0 {
            return None;
        }
        let first = self.entries.partition_point(|entry| entry.0 < key);
        self.entries[first..]
            .iter()
            .take_while(|entry| entry.0 == key)
            .find(|(_, word, row)| {
                let mut rest = text.clone();
                wanted(row) && word.iter().all(|&c| rest.next() == Some(c))
            })
            .map(|(_, word, row)| Hit { len: word.len(), family: row.family, term: row.term })
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
