//! Character references: `&nbsp;`, `&#8220;`, `&#x4e2d;`.

use std::borrow::Cow;

/// `entities.tsv` as `build/entities.rs` packs it: the names, and the distances between what they stand for.
const NAMES: &str = include_str!(concat!(env!("OUT_DIR"), "/entities.txt"));
const DISTANCES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/entities.bin"));
/// The longest reference that is looked for, in bytes.
const LONGEST: usize = 12;

/// `text` with its character references decoded; those not known stay as written.
pub(super) fn decode(text: &str) -> Cow<'_, str> {
    let Some(first) = text.find('&') else { return Cow::Borrowed(text) };
    let mut decoded = String::with_capacity(text.len());
    let (before, mut rest) = text.split_at(first);
    decoded.push_str(before);
    while let Some(after) = rest.strip_prefix('&') {
        match reference(after) {
            Some((c, length)) => {
                decoded.push(c);
                rest = after.get(length..).unwrap_or_default();
            }
            None => {
                decoded.push('&');
                rest = after;
            }
        }
        let next = rest.find('&').unwrap_or(rest.len());
        let (plain, further) = rest.split_at(next);
        decoded.push_str(plain);
        rest = further;
    }
    Cow::Owned(decoded)
}

/// The character that the words after `&` stand for, and how many bytes of them do.
fn reference(after: &str) -> Option<(char, usize)> {
    let bytes = after.as_bytes();
    let bytes = bytes.get(..LONGEST).unwrap_or(bytes);
    let hash = usize::from(bytes.first() == Some(&b'#'));
    let length = hash + bytes.get(hash..)?.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let words = after.get(..length)?;
    let closed = length + usize::from(bytes.get(length) == Some(&b';'));
    if let Some(number) = words.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16).ok()?,
            None => number.parse().ok()?,
        };
        return Some((numbered(code)?, closed));
    }
    if closed == length && !matches!(words, "nbsp" | "amp" | "lt" | "gt" | "quot") {
        return None;
    }
    Some((named(words)?, closed))
}

fn named(name: &str) -> Option<char> {
    let place = NAMES.lines().position(|line| line == name)?;
    char::from_u32(codes().nth(place)?)
}

/// What the names stand for, in their order: codes from their distances in LEB128.
fn codes() -> impl Iterator<Item = u32> {
    let (mut bytes, mut code) = (DISTANCES.iter(), 0_u32);
    std::iter::from_fn(move || {
        let mut shift = 0;
        loop {
            let byte = u32::from(*bytes.next()?);
            code = code.wrapping_add((byte & 0x7f) << shift);
            if byte < 0x80 || shift > 14 {
                return Some(code);
            }
            shift += 7;
        }
    })
}

/// Numbers 128 to 159 mean Windows-1252, as in every browser (HTML Standard, numeric character reference end state).
fn numbered(code: u32) -> Option<char> {
    const WINDOWS: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";
    match code {
        0 => None,
        0x80..=0x9f => WINDOWS.chars().nth(code as usize - 0x80),
        _ => char::from_u32(code),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_table_is_decoded() {
        let mut count = 0;
        let lines = include_str!("entities.tsv").lines().filter(|line| !line.starts_with('#'));
        for (name, code) in lines.filter_map(|line| line.split_once('\t')) {
            let c = u32::from_str_radix(code, 16).ok().and_then(char::from_u32);
            assert_eq!(decode(&format!("&{name};")).chars().next(), c, "{name}");
            count += 1;
        }
        assert!(count > 250, "{count}");
    }
}
