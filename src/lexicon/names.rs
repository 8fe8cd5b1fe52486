use crate::model::Arrange;
use std::sync::OnceLock;

use super::{Words, rows};
use crate::script::CharSet;

/// Surnames: families `single`, `weak` and `compound`.
pub fn surnames() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| Words::of(rows(crate::lexicon::table!("surnames.txt"))))
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

/// Nouns of programmes and the verbs that govern them; the families are those of `programmes.tsv`.
pub fn programme_words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| Words::of(rows(crate::lexicon::table!("programmes.tsv"))))
}

/// Words of two characters.
#[derive(Debug)]
pub struct Pairs {
    firsts: CharSet,
    /// In order.
    words: Vec<(char, char)>,
}

impl Pairs {
    /// These words.
    pub fn of(mut words: Vec<(char, char)>) -> Self {
        words.arrange();
        words.dedup();
        Self { firsts: CharSet::of(words.iter().map(|word| word.0)), words }
    }

    /// Whether one of the words starts at `at`.
    pub fn at(&self, chars: &[char], at: usize) -> bool {
        let (Some(&first), Some(&second)) = (chars.get(at), chars.get(at + 1)) else { return false };
        self.firsts.has(first) && self.words.binary_search(&(first, second)).is_ok()
    }
}

/// The common words of `ordinary.txt`.
pub fn ordinary() -> &'static Pairs {
    static PAIRS: OnceLock<Pairs> = OnceLock::new();
    PAIRS.get_or_init(|| {
        let words = rows(crate::lexicon::table!("ordinary.txt"))
            .flat_map(|row| {
                // A first character with all its second ones, or packed: one word.
                let first = row.term.chars().next().unwrap_or_default();
                row.term.chars().skip(1).chain(row.family.chars()).map(move |second| (first, second))
            })
            .collect();
        Pairs::of(words)
    })
}
