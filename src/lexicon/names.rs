use std::sync::OnceLock;

use super::{Words, rows};

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

/// Words of two characters, as a table of slots: each stands in the first free one at or behind the place that its
/// characters give.
#[derive(Debug)]
pub struct Pairs {
    /// A power of two, at least half of them free: U+0000 twice.
    slots: Vec<u32>,
    /// A bit for each slot that a pair would have in a table eight times as long.
    filter: Vec<u64>,
}

impl Pairs {
    /// Those of `words` that are written in characters of the basic plane.
    pub fn of(words: &[(char, char)]) -> Self {
        let mut slots = vec![0_u32; (words.len() * 2).next_power_of_two().max(8)];
        let mut filter = vec![0_u64; slots.len() / 8];
        for &(first, second) in words {
            let Some(key) = key(first, second) else { continue };
            let mut at = place(key, slots.len());
            while slots[at] != 0 && slots[at] != key {
                at = (at + 1) & (slots.len() - 1);
            }
            slots[at] = key;
            let (at, bit) = bit(key, filter.len());
            filter[at] |= bit;
        }
        Self { slots, filter }
    }

    /// Whether one of the words starts at `at`.
    #[inline]
    pub fn at(&self, chars: &[char], at: usize) -> bool {
        let Some(&[first, second]) = chars.get(at..at + 2) else { return false };
        let Some(key) = key(first, second) else { return false };
        let (word, bit) = bit(key, self.filter.len());
        if self.filter.get(word).is_none_or(|bits| bits & bit == 0) {
            return false;
        }
        let mut at = place(key, self.slots.len());
        loop {
            match self.slots.get(at) {
                Some(0) | None => return false,
                Some(&slot) if slot == key => return true,
                Some(_) => at = (at + 1) & (self.slots.len() - 1),
            }
        }
    }
}

/// Two characters of the basic plane as one number.
#[inline]
fn key(first: char, second: char) -> Option<u32> {
    let (first, second) = (u32::from(first), u32::from(second));
    (first | second < 0x1_0000).then_some(first | second << 16)
}

/// The word among `length`, a power of two, and the bit there that are a pair's.
#[inline]
const fn bit(key: u32, length: usize) -> (usize, u64) {
    let mixed = key.wrapping_mul(0x9E37_79B1);
    ((mixed >> 12) as usize & (length - 1), 1 << (mixed >> 26))
}

/// The slot of a key among `length`, a power of two.
#[inline]
const fn place(key: u32, length: usize) -> usize {
    // The upper bits of a product with the golden ratio's depend on all bits below.
    (key.wrapping_mul(0x9E37_79B1) >> 12) as usize & (length - 1)
}

/// The common words of `ordinary.txt`.
pub fn ordinary() -> &'static Pairs {
    static PAIRS: OnceLock<Pairs> = OnceLock::new();
    PAIRS.get_or_init(|| {
        let words: Vec<_> = rows(crate::lexicon::table!("ordinary.txt"))
            .flat_map(|row| {
                // A first character with all its second ones, or packed: one word.
                let first = row.term.chars().next().unwrap_or_default();
                row.term.chars().skip(1).chain(row.family.chars()).map(move |second| (first, second))
            })
            .collect();
        Pairs::of(&words)
    })
}
