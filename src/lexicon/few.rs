//! A few characters written as one text, as UTF-16 units made when the code is compiled: a look is one pass over
//! numbers and nothing is decoded.

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

/// A few characters with a filter of the last eight bits of each, which refuses most others with one load.
pub struct Few<const LENGTH: usize> {
    units: [u16; LENGTH],
    filter: [u64; 4],
}

impl<const LENGTH: usize> Few<LENGTH> {
    /// The characters of `few`; `LENGTH` is their [`length`].
    pub const fn of(few: &str) -> Self {
        let units: [u16; LENGTH] = units(few);
        let mut filter = [0; 4];
        let mut at = 0;
        while at < LENGTH {
            filter[(units[at] >> 6 & 3) as usize] |= 1 << (units[at] & 63);
            at += 1;
        }
        Self { units, filter }
    }

    /// Whether `c` is one of them.
    #[inline]
    pub fn has(&self, c: char) -> bool {
        let code = u32::from(c);
        // The page is packed for size and does without.
        let may = cfg!(target_arch = "wasm32") || self.filter[(code >> 6 & 3) as usize] >> (code & 63) & 1 == 1;
        may && u16::try_from(code).is_ok_and(|unit| self.units.contains(&unit))
    }
}

/// Whether a character is one of those of a constant text.
macro_rules! among {
    ($few:expr, $c:expr) => {{
        static FEW: $crate::lexicon::few::Few<{ $crate::lexicon::few::length($few) }> =
            $crate::lexicon::few::Few::of($few);
        FEW.has($c)
    }};
}

pub(crate) use among;

#[cfg(test)]
mod tests {
    #[test]
    fn finds_what_is_written() {
        let holds = |c: char| among!("aé“”一龥", c);
        assert!("aé“”一龥".chars().all(holds));
        assert!(!"bè\"二\0😀".chars().any(holds));
        // The last sixteen bits of 𠁡 are those of a.
        assert!(!holds('\u{20061}'));
    }
}
