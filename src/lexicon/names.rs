use crate::model::Arrange;
use std::sync::OnceLock;

use super::{Words, rows};

/// Surnames: families `single`, `weak` and `compound`.
pub fn surnames() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| Words::of(rows(include_str!("surnames.txt"))))
}

/// Titles of people; the families are those of `titles.tsv`.
pub fn titles() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| Words::of(rows(crate::lexicon::table!("titles.tsv"))))
}

/// Words that bring in what somebody says: families `strong` and `weak`.
pub fn speech_verbs() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| Words::of(rows(crate::lexicon::table!("speech.tsv"))))
}

/// Common words of two characters, grouped by the first one.
#[derive(Debug)]
pub struct Pairs(Vec<(char, &'static str)>);

impl Pairs {
    /// Whether a common word of two characters starts at `at`.
    pub fn at(&self, chars: &[char], at: usize) -> bool {
        let (Some(first), Some(&second)) = (chars.get(at), chars.get(at + 1)) else { return false };
        let Ok(row) = self.0.binary_search_by_key(first, |row| row.0) else { return false };
        self.0[row].1.contains(second)
    }
}

/// The common words of `ordinary.txt`.
pub fn ordinary() -> &'static Pairs {
    static PAIRS: OnceLock<Pairs> = OnceLock::new();
    PAIRS.get_or_init(|| {
        let mut pairs: Vec<_> =
            rows(include_str!("ordinary.txt")).filter_map(|row| Some((row.term.chars().next()?, row.family))).collect();
        pairs.arrange_by_key(|row| row.0);
        Pairs(pairs)
    })
}
