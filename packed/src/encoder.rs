//! Writes decisions into as few bytes as their probabilities ask for. `range.rs` reads them.

use super::mixing::Coder;

/// What has been written, and the numbers that the rest may still stand for.
pub struct Encoder {
    out: Vec<u8>,
    low: u32,
    high: u32,
}

impl Encoder {
    /// Nothing written yet.
    #[expect(clippy::new_without_default, reason = "a coder is never made by default")]
    pub fn new() -> Self {
        Self { out: Vec::new(), low: 0, high: u32::MAX }
    }

    /// The bytes; a reader takes zeros for what would follow.
    pub fn finish(mut self) -> Vec<u8> {
        if self.low > 0 {
            // The next byte is larger than that of `low`, and not larger than that of `high`, as these differ.
            self.out.push((self.low >> 24) as u8 + 1);
        }
        self.out
    }
}

impl Coder for Encoder {
    fn code(&mut self, bit: bool, chance: u32) -> bool {
        let middle = self.low + ((self.high - self.low) >> 12) * chance;
        if bit {
            self.high = middle;
        } else {
            self.low = middle + 1;
        }
        while (self.low ^ self.high) >> 24 == 0 {
            self.out.push((self.low >> 24) as u8);
            self.low <<= 8;
            self.high = self.high << 8 | 0xff;
        }
        bit
    }

    fn is_over(&self) -> bool {
        false
    }
}
