//! Words, idioms and names that have a numeral in them and count nothing.

use std::sync::OnceLock;

use crate::fold::CharSpan;
use crate::lexicon::{Words, rows};

/// A word may begin this many characters before its first numeral.
const REACH: usize = 4;

/// The table: term, family (word, idiom, name, place; `count` where the numeral counts after all), example.
pub const TABLE: &str = include_str!("../../lexicon/not_numerals.tsv");

fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| Words::of(rows(TABLE)))
}

/// The end of the word that starts at `at`, if it is one.
pub fn at(chars: &[char], at: usize) -> Option<usize> {
    words().at(chars, at).filter(|hit| hit.family != "count").map(|hit| at + hit.len)
}

/// The word that has the character at `i` in it.
pub fn over(chars: &[char], i: usize) -> Option<CharSpan> {
    for start in i.saturating_sub(REACH)..=i {
        if let Some(hit) = words().at(chars, start)
            && start + hit.len > i
        {
            return (hit.family != "count").then(|| CharSpan::new(start, start + hit.len));
        }
    }
    None
}
