//! A few characters written as one text, as UTF-16 units made when the code is compiled: a look is one pass over
//! numbers and nothing is decoded.

use crate::fold::{CharSpan, Fold, apart};

/// How many characters `few` has.
pub const fn length(few: &str) -> usize {
    let bytes = few.as_bytes();
    let (mut at, mut count) = (0, 0);
    while at < bytes.len() {
        count += (bytes[at] & 0xC0 != 0x80) as usize;
        at += 1;
    }
    count
}

/// The characters of `few`, all of the basic plane; `LENGTH` is their [`length`].
const fn units<const LENGTH: usize>(few: &str) -> [u16; LENGTH] {
    let bytes = few.as_bytes();
    let mut out = [0; LENGTH];
    let (mut at, mut next) = (0, 0);
    while at < bytes.len() {
        let lead = bytes[at];
        let (mut unit, more) = match lead {
            0..0x80 => (lead as u16, 0),
            0xC0..0xE0 => ((lead & 0x1F) as u16, 1),
            0xE0..0xF0 => ((lead & 0x0F) as u16, 2),
            _ => panic!("a character of the basic plane"),
        };
        let last = at + more;
        while at < last {
            at += 1;
            unit = unit << 6 | (bytes[at] & 0x3F) as u16;
        }
        out[next] = unit;
        next += 1;
        at += 1;
    }
    out
}

/// How many words of bits a filter has: the page is packed for size and does without.
const SLOTS: usize = if cfg!(target_arch = "wasm32") { 0 } else { 4 };

/// A bit for each value of a character's last eight bits.
type Filter = [u64; SLOTS];

/// Notes a character by its last eight bits.
const fn note(filter: &mut Filter, low: u8) {
    if SLOTS > 0 {
        filter[(low >> 6) as usize] |= 1 << (low & 63);
    }
}

/// Whether a character with the last bits of `c` has been noted.
#[inline]
const fn may_have(filter: &Filter, c: char) -> bool {
    let low = c as u32;
    SLOTS == 0 || filter[(low >> 6 & 3) as usize] >> (low & 63) & 1 == 1
}

/// How many characters stand in a bucket.
const LANES: usize = 4;

/// How many buckets so many characters are spread over, a power of two: none in the page, which is packed for size.
pub const fn buckets(length: usize) -> usize {
    if cfg!(target_arch = "wasm32") { 0 } else { length.next_power_of_two() }
}

/// A few characters, spread over buckets that are compared whole: a look takes one load and no loop.
pub struct Few<const LENGTH: usize, const BUCKETS: usize> {
    units: [u16; LENGTH],
    buckets: [[u16; LANES]; BUCKETS],
    /// The odd number that spreads the characters so that each finds room.
    spread: u32,
}

impl<const LENGTH: usize, const BUCKETS: usize> Few<LENGTH, BUCKETS> {
    /// The characters of `few`; `LENGTH` is their [`length`], `BUCKETS` what [`buckets`] gives for it.
    pub const fn of(few: &str) -> Self {
        let units: [u16; LENGTH] = units(few);
        let mut spread = 0x9E37_79B1;
        loop {
            if let Some(buckets) = fill(&units, spread) {
                return Self { units, buckets, spread };
            }
            spread = spread.wrapping_mul(5);
        }
    }

    /// Whether `c` is one of them.
    #[inline]
    pub fn has(&self, c: char) -> bool {
        let Some(bucket) = self.buckets.get(bucket(c as u32, self.spread, BUCKETS)) else {
            return u16::try_from(u32::from(c)).is_ok_and(|unit| self.units.contains(&unit));
        };
        bucket.iter().fold(false, |has, &unit| has | (u32::from(unit) == u32::from(c)))
    }
}

/// The characters in their buckets where none has to hold too many; what is free holds the first character again.
const fn fill<const LENGTH: usize, const BUCKETS: usize>(
    units: &[u16; LENGTH],
    spread: u32,
) -> Option<[[u16; LANES]; BUCKETS]> {
    let mut filled = [[units[0]; LANES]; BUCKETS];
    let mut used = [0; BUCKETS];
    let mut at = 0;
    while at < LENGTH && BUCKETS > 0 {
        let bucket = bucket(units[at] as u32, spread, BUCKETS);
        if used[bucket] == LANES {
            return None;
        }
        filled[bucket][used[bucket]] = units[at];
        used[bucket] += 1;
        at += 1;
    }
    Some(filled)
}

/// The bucket of a character among so many.
#[inline]
const fn bucket(c: u32, spread: u32, buckets: usize) -> usize {
    (c.wrapping_mul(spread) >> 20) as usize & buckets.wrapping_sub(1)
}

/// Whether a character is one of those of a constant text.
macro_rules! among {
    ($few:expr, $c:expr) => {{
        const LENGTH: usize = $crate::lexicon::few::length($few);
        static FEW: $crate::lexicon::few::Few<LENGTH, { $crate::lexicon::few::buckets(LENGTH) }> =
            $crate::lexicon::few::Few::of($few);
        FEW.has($c)
    }};
}

pub(crate) use among;

/// A few words, written with blanks between them, with a filter of the last eight bits of what they begin with, which
/// refuses most places with one load.
pub struct Choice {
    words: &'static str,
    filter: Filter,
}

impl Choice {
    /// These words, none of them empty.
    pub const fn of(words: &'static str) -> Self {
        let bytes = words.as_bytes();
        let mut filter = [0; SLOTS];
        let mut at = 0;
        while at < bytes.len() {
            if at == 0 || bytes[at - 1] == b' ' {
                note(&mut filter, low_bits(bytes, at));
            }
            at += 1;
        }
        Self { words, filter }
    }

    /// Whether one of the words may begin with `c`.
    #[inline]
    pub fn may_open(&self, c: char) -> bool {
        may_have(&self.filter, c)
    }

    /// The first of the words that the folded text goes on with at `at`.
    #[inline]
    pub fn at(&self, fold: &Fold, at: usize) -> Option<&'static str> {
        if !self.may_open(fold.at(at)) {
            return None;
        }
        self.words().find(|word| fold.starts_with(at, word))
    }

    /// Where the words begin in a stretch of the folded text, in order, each with the first of them that stands there.
    pub fn places(&self, fold: &Fold, part: CharSpan) -> impl Iterator<Item = (usize, &'static str)> {
        let may = |(_, c): &(usize, &char)| self.may_open(**c);
        (part.start..).zip(fold.slice(part)).filter(may).filter_map(|(at, _)| Some((at, self.at(fold, at)?)))
    }

    /// Whether one of the words begins in a stretch of the folded text.
    pub fn within(&self, fold: &Fold, part: CharSpan) -> bool {
        self.places(fold, part).next().is_some()
    }

    /// The words.
    pub fn words(&self) -> impl Iterator<Item = &'static str> {
        apart(self.words)
    }
}

/// The last eight bits of the character that begins at `at` in UTF-8.
const fn low_bits(bytes: &[u8], at: usize) -> u8 {
    match bytes[at] {
        0..0x80 => bytes[at],
        0x80..0xE0 => bytes[at] << 6 | bytes[at + 1] & 0x3F,
        0xE0..0xF0 => bytes[at + 1] << 6 | bytes[at + 2] & 0x3F,
        _ => bytes[at + 2] << 6 | bytes[at + 3] & 0x3F,
    }
}

/// A few words as a [`Choice`] made when the code is compiled.
macro_rules! choice {
    ($words:expr) => {{
        static CHOICE: $crate::lexicon::few::Choice = $crate::lexicon::few::Choice::of($words);
        &CHOICE
    }};
}

pub(crate) use choice;

#[cfg(test)]
mod tests {
    #[test]
    fn a_choice_may_open_with_what_its_words_begin_with() {
        let choice = choice!("上半年 é 1刻 \u{20061}");
        assert!("上é1\u{20061}".chars().all(|c| choice.may_open(c)));
        assert!(!"下e2刻".chars().any(|c| choice.may_open(c)));
    }

    #[test]
    fn finds_what_is_written() {
        let holds = |c: char| among!("aé“”一龥", c);
        assert!("aé“”一龥".chars().all(holds));
        assert!(!"bè\"二\0😀".chars().any(holds));
        // The last sixteen bits of 𠁡 are those of a.
        assert!(!holds('\u{20061}'));
    }
}
