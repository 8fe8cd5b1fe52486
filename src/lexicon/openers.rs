use crate::script::CharSet;

/// What words begin with: a set of first characters and a Bloom filter of the first two, which together refuse most
/// places of a text with a few loads.
#[derive(Debug)]
pub struct Openers {
    heads: CharSet,
    /// The first characters that are words themselves.
    alone: CharSet,
    /// The filter's bits, a power of two of such words: see [`spread`].
    pairs: Vec<u64>,
}

impl Openers {
    /// Those of words with these first and, if they have one, second characters.
    pub fn of(words: &[(char, Option<char>)]) -> Self {
        let mut pairs = vec![0; (words.len() / 4).next_power_of_two()];
        let length = pairs.len();
        for &(first, second) in words {
            let (at, bit) = spread(first, second.unwrap_or_default(), length);
            pairs[at] |= bit;
        }
        let alone = words.iter().filter(|word| word.1.is_none());
        Self {
            heads: CharSet::of(words.iter().map(|word| word.0)),
            alone: CharSet::of(alone.map(|word| word.0)),
            pairs,
        }
    }

    /// Whether a word may begin with these two characters or be the first alone; where it may not, none does.
    #[inline]
    pub fn may_open(&self, first: char, second: char) -> bool {
        if !self.heads.has(first) {
            return false;
        }
        self.pair(first, second) || self.alone.has(first)
    }

    /// Whether a word of at least two characters may begin with these.
    #[inline]
    pub(super) fn pair(&self, first: char, second: char) -> bool {
        let (at, bit) = spread(first, second, self.pairs.len());
        self.pairs.get(at).is_some_and(|bits| bits & bit != 0)
    }

    /// Whether `first` is a word itself.
    #[inline]
    pub(super) fn alone(&self, first: char) -> bool {
        self.alone.has(first)
    }
}

/// Where two characters stand in a filter of `length` words of bits, a power of two, and their bit there.
#[inline]
const fn spread(first: char, second: char, length: usize) -> (usize, u64) {
    // The upper bits of a product with the golden ratio's depend on all bits below.
    let mixed = (first as u32 | (second as u32) << 16).wrapping_mul(0x9E37_79B1);
    ((mixed >> 14) as usize & (length - 1), 1 << (mixed >> 26))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refuses_no_word_and_most_other_pairs() {
        let words: Vec<(char, Option<char>)> = "重庆 荣昌 周口 淮安 随州 市"
            .split(' ')
            .map(|word| (word.chars().next().unwrap(), word.chars().nth(1)))
            .collect();
        let openers = Openers::of(&words);
        assert!(words.iter().all(|&(first, second)| openers.may_open(first, second.unwrap_or('\n'))));
        assert!(openers.may_open('市', '长'));
        let others = ('\u{4e00}'..'\u{5000}').filter(|&second| openers.may_open('重', second)).count();
        assert!(others < 100, "{others}");
        assert!(!openers.may_open('庆', '重'));
    }
}
