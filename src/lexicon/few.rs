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
pub const fn units<const LENGTH: usize>(few: &str) -> [u16; LENGTH] {
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

/// Whether `c` is one of `few`.
#[inline]
pub fn has(few: &[u16], c: char) -> bool {
    u16::try_from(u32::from(c)).is_ok_and(|unit| few.contains(&unit))
}

/// Whether a character is one of those of a constant text.
macro_rules! among {
    ($few:expr, $c:expr) => {{
        const FEW: [u16; $crate::lexicon::few::length($few)] = $crate::lexicon::few::units($few);
        $crate::lexicon::few::has(&FEW, $c)
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
