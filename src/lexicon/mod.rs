//! Tables of words of the language, one row a word: term, family, and a sentence that uses it.

pub mod divisions;
pub(crate) mod few;
mod left_out;
mod names;
mod openers;
pub mod packed;
mod words;

pub(crate) use few::{Choice, among, choice};
pub(crate) use left_out::is_left_out;
#[cfg(debug_assertions)]
pub use left_out::without;
pub use names::{Pairs, ordinary, programme_words, speech_verbs, surnames, titles};
pub use openers::Openers;
pub(crate) use packed::table;
pub use words::{Hit, Words};

/// One row of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// The word, folded.
    pub term: &'static str,
    /// The family that it belongs to.
    pub family: &'static str,
    /// A sentence that uses it.
    pub example: &'static str,
}

/// The rows of a table of tab-separated values; lines that start with `#` and empty ones are passed over.
pub fn rows(table: &'static str) -> impl Iterator<Item = Row> {
    table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(|line| {
        let mut cells = line.split('\t');
        let mut next = || cells.next().unwrap_or_default();
        Row { term: next(), family: next(), example: next() }
    })
}
