//! Words, idioms and names that have a numeral in them and count nothing.

use std::sync::OnceLock;

use super::class::{digit, is_multiplier};
use crate::fold::CharSpan;
use crate::lexicon::{Words, rows};

/// A word may begin this many characters before its first numeral.
const REACH: usize = 4;

/// The table: term, family (word, idiom, name, place; `count` where the numeral counts after all), example.
pub fn table() -> &'static str {
    crate::lexicon::table!("../../lexicon/not_numerals.tsv")
}

fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| Words::of(rows(table())))
}

/// Whether a word that starts at `at` ends the numeral before it (5万一线职工, 3百姓). Words of numerals alone do not:
/// 3万一千 has 万一 in it.
pub fn inside(chars: &[char], at: usize) -> bool {
    words()
        .at(chars, at)
        .is_some_and(|hit| hit.family != "count" && !hit.term.chars().all(|c| digit(c).is_some() || is_multiplier(c)))
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
