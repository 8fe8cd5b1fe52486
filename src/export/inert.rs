//! Makes characters harmless that would change how the words around them are shown.

use std::borrow::Cow;

/// Whether a character steers the direction of text, a terminal or a printer instead of showing something.
///
/// The bidirectional controls of Unicode Standard Annex #9, and the control characters except tab and line breaks.
pub(super) fn is_steering(c: char) -> bool {
    match c {
        '\t' | '\n' | '\r' => false,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => true,
        '\u{2028}' | '\u{2029}' | '\u{feff}' => true,
        _ => c.is_control(),
    }
}

/// The words with each steering character replaced by a token that can be seen: `⟦U+202E⟧`.
pub(super) fn visible(words: &str) -> Cow<'_, str> {
    if !words.chars().any(is_steering) {
        return Cow::Borrowed(words);
    }
    let mut out = String::with_capacity(words.len() + 16);
    for c in words.chars() {
        if is_steering(c) { out.push_str(&token(c)) } else { out.push(c) }
    }
    Cow::Owned(out)
}

/// The token that stands for a steering character.
pub(super) fn token(c: char) -> String {
    format!("⟦U+{:04X}⟧", c as u32)
}

/// The words on one line: steering characters as tokens, every run of blanks and line breaks as one blank.
pub(super) fn one_line(words: &str) -> String {
    visible(words).split_whitespace().collect::<Vec<_>>().join(" ")
}
