/// What words begin with: a slot of bits for each first character, one bit for each second one that follows it, which
/// refuses most places of a text with one load and one test.
#[derive(Debug)]
pub struct Openers {
    /// A power of two of such slots; characters whose lower bits are alike share one, so that the bits depend on the whole
    /// first character as well.
    slots: Vec<u32>,
}

/// From here on the bits say that a character is a word itself.
const ALONE: u32 = 28;

/// The most slots that a table of words gets.
const MOST: usize = 1 << 12;

impl Openers {
    /// Those of words with these first and, if they have one, second characters.
    pub fn of(words: &[(char, Option<char>)]) -> Self {
        let mut slots = vec![0; (words.len() * 4).next_power_of_two().min(MOST)];
        let length = slots.len();
        for &(first, second) in words {
            slots[first as usize & (length - 1)] |= 1 << second.map_or(alone(first), |second| bit(first, second));
        }
        Self { slots }
    }

    /// Whether a word may begin with these two characters or be the first alone; where it may not, none does.
    #[inline]
    pub fn may_open(&self, first: char, second: char) -> bool {
        let slot = self.slot(first);
        (slot >> bit(first, second) | slot >> alone(first)) & 1 == 1
    }

    /// Whether `first` may be a word itself.
    #[inline]
    pub(super) fn alone(&self, first: char) -> bool {
        self.slot(first) >> alone(first) & 1 == 1
    }

    #[inline]
    fn slot(&self, first: char) -> u32 {
        self.slots.get(first as usize & (self.slots.len().wrapping_sub(1))).copied().unwrap_or_default()
    }
}

/// The bit of two characters, below [`ALONE`].
#[inline]
const fn bit(first: char, second: char) -> u32 {
    // The upper bits of a product with the golden ratio's depend on all bits below.
    let mixed = (first as u32 ^ (second as u32) << 16).wrapping_mul(0x9E37_79B1);
    ((mixed as u64 * ALONE as u64) >> 32) as u32
}

/// The bit of a character that is a word.
#[inline]
const fn alone(first: char) -> u32 {
    ALONE + ((first as u32).wrapping_mul(0x9E37_79B1) >> 30)
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
