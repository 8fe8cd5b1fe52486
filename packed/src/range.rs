//! Reads decisions from bytes that hold them in as few bits as their probabilities ask for: the arithmetic decoder of lpaq
//! (Mahoney), 32 bits wide and without carry. `encoder.rs` writes what it reads.

use super::mixing::Coder;

/// How many bytes past the end are read as zeros before all is over.
const BEYOND: usize = 8;

/// What is left to read.
pub struct Decoder<'a> {
    rest: &'a [u8],
    beyond: usize,
    low: u32,
    high: u32,
    value: u32,
}

impl<'a> Decoder<'a> {
    /// Reads `bytes`.
    pub fn new(bytes: &'a [u8]) -> Self {
        let mut new = Self { rest: bytes, beyond: 0, low: 0, high: u32::MAX, value: 0 };
        (0..4).for_each(|_| new.shift());
        new
    }

    fn shift(&mut self) {
        let byte = match self.rest.split_first() {
            Some((&byte, rest)) => {
                self.rest = rest;
                byte
            }
            None => {
                self.beyond += 1;
                0
            }
        };
        self.value = self.value << 8 | u32::from(byte);
    }
}

impl Coder for Decoder<'_> {
    fn code(&mut self, _: bool, chance: u32) -> bool {
        let middle = self.low + ((self.high - self.low) >> 12) * chance;
        let bit = self.value <= middle;
        if bit {
            self.high = middle;
        } else {
            self.low = middle + 1;
        }
        while (self.low ^ self.high) >> 24 == 0 {
            self.low <<= 8;
            self.high = self.high << 8 | 0xff;
            self.shift();
        }
        bit
    }

    fn is_over(&self) -> bool {
        self.beyond > BEYOND
    }
}

#[cfg(test)]
mod tests {
    use super::super::Encoder;
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn reads_what_was_written(decisions in proptest::collection::vec((any::<bool>(), 1_u32..4096), 0..400)) {
            let mut encoder = Encoder::new();
            for &(bit, chance) in &decisions {
                encoder.code(bit, chance);
            }
            let bytes = encoder.finish();
            let mut decoder = Decoder::new(&bytes);
            for &(bit, chance) in &decisions {
                prop_assert_eq!(decoder.code(!bit, chance), bit);
                prop_assert!(!decoder.is_over());
            }
        }
    }

    #[test]
    fn takes_few_bits_for_what_was_expected() {
        let mut encoder = Encoder::new();
        (0..4096).for_each(|_| assert!(encoder.code(true, 4095)));
        assert!(encoder.finish().len() <= 2);
    }
}
