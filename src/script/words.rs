//! Words in which a character folds otherwise than it does alone: 乾隆 keeps the 乾 that 乾淨 gives up.

use super::table::CharSet;
use crate::model::Arrange;

/// `words.tsv` as `build/words.rs` packs it.
const WORDS: &str = include_str!(concat!(env!("OUT_DIR"), "/words.txt"));

/// One word at one of its characters that depend on it.
#[derive(Debug)]
struct Row {
    /// The character as written.
    pivot: char,
    /// Where in the word it stands.
    offset: usize,
    /// The word with every character folded as it would be alone.
    word: Vec<char>,
    /// What the character folds to in this word.
    fold: char,
}

/// The words by their pivot, each pivot's longest first and of equal ones those that begin with it.
#[derive(Debug)]
pub(crate) struct Words {
    pivots: CharSet,
    rows: Vec<Row>,
}

/// The characters of a word with their folds, which stand after `=` where they are others than alone.
fn pairs(line: &str, alone: &impl Fn(char) -> char) -> Vec<(char, char)> {
    let mut pairs: Vec<(char, char)> = Vec::new();
    let mut chars = line.chars();
    while let Some(c) = chars.next() {
        match pairs.last_mut() {
            Some(last) if c == '=' => last.1 = chars.next().unwrap_or_default(),
            _ => pairs.push((c, alone(c))),
        }
    }
    pairs
}

impl Default for Words {
    fn default() -> Self {
        Self { pivots: CharSet::of(std::iter::empty()), rows: Vec::new() }
    }
}

impl Words {
    /// The table's words; `alone` folds one character.
    pub(crate) fn read(alone: impl Fn(char) -> char) -> Self {
        let words: Vec<_> = WORDS.lines().map(|line| pairs(line, &alone)).collect();
        let differs = |(written, fold): &&(char, char)| alone(*written) != *fold;
        let pivots = CharSet::of(words.iter().flatten().filter(differs).map(|pair| pair.0));
        let mut rows = Vec::new();
        for pairs in &words {
            for (offset, &(pivot, fold)) in pairs.iter().enumerate() {
                if pivots.has(pivot) {
                    rows.push(Row { pivot, offset, word: pairs.iter().map(|pair| alone(pair.0)).collect(), fold });
                }
            }
        }
        rows.arrange_by_key(|row| (row.pivot, std::cmp::Reverse(row.word.len()), row.offset));
        Self { pivots, rows }
    }

    /// Whether the fold of `c` may depend on the word it stands in.
    #[inline]
    pub(crate) fn is_pivot(&self, c: char) -> bool {
        self.pivots.has(c)
    }

    /// What `pivot` at `at` of `chars` (all folded as alone) folds to, if a word there says so.
    pub(crate) fn fold(&self, pivot: char, chars: &[char], at: usize) -> Option<char> {
        let first = self.rows.partition_point(|row| row.pivot < pivot);
        let rows = self.rows.get(first..)?.iter().take_while(|row| row.pivot == pivot);
        rows.into_iter()
            .find(|row| {
                let start = at.checked_sub(row.offset);
                start.and_then(|start| chars.get(start..start + row.word.len())).is_some_and(|part| part == row.word)
            })
            .map(|row| row.fold)
    }
}
