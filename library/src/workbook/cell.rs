use super::parts::{QUOTED, first_number};
use crate::state::runs;

/// The most UTF-16 units that a cell may hold, as Excel and WPS count.
const LONGEST: usize = 32_767;

/// A spreadsheet keeps so many digits of a number.
const DIGITS: usize = 15;

/// Writes a cell of words at that place (`B7`), in that style; nothing for no words.
pub fn push_words(xml: &mut String, place: &str, words: &str, style: usize) {
    if words.is_empty() {
        return;
    }
    // Words that a spreadsheet would take for a formula once somebody edits the cell are marked as words.
    open(xml, place, if style == 0 && runs(words) { QUOTED } else { style }, " t=\"inlineStr\"");
    xml.push_str("<is><t xml:space=\"preserve\">");
    push_text(xml, words);
    xml.push_str("</t></is></c>");
}

/// Writes a cell that holds a number; as words where the number is none, or has more digits than would be kept.
pub fn push_number(xml: &mut String, place: &str, words: &str) {
    let Some(decimals) = decimals(words) else { return push_words(xml, place, words, 0) };
    open(xml, place, first_number(decimals), "");
    xml.push_str("<v>");
    xml.push_str(words);
    xml.push_str("</v></c>");
}

fn open(xml: &mut String, place: &str, style: usize, kind: &str) {
    xml.push_str("<c r=\"");
    xml.push_str(place);
    xml.push_str("\" s=\"");
    xml.push_str(&style.to_string());
    xml.push('"');
    xml.push_str(kind);
    xml.push('>');
}

/// How many digits a plain decimal number has behind its point; none where it is no such number or has too many digits.
fn decimals(words: &str) -> Option<usize> {
    let plain = words.strip_prefix('-').unwrap_or(words);
    let (whole, part) = plain.split_once('.').unwrap_or((plain, ""));
    let digits = |words: &str| words.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !digits(whole) || !digits(part) || plain.ends_with('.') {
        return None;
    }
    let all = [whole.trim_start_matches('0'), part].concat();
    (all.trim_matches('0').len() <= DIGITS).then_some(part.len())
}

/// How wide a cell's words are, in half-width characters: those of Chinese are twice as wide.
pub fn width(words: &str) -> usize {
    words.chars().map(|c| if c < '\u{1100}' { 1 } else { 2 }).sum()
}

/// The words as XML text: those characters that XML does not have, or that steer the text around them, as blanks or
/// tokens that can be seen, as the other forms have them.
pub fn push_text(xml: &mut String, words: &str) {
    // One is left for the sign that the words go on.
    let mut room = LONGEST - 1;
    for (at, c) in words.char_indices() {
        let token;
        let mut buffer = [0; 4];
        let (shown, written) = match c {
            '&' => ("&", "&amp;"),
            '<' => ("<", "&lt;"),
            '>' => (">", "&gt;"),
            '"' => ("\"", "&quot;"),
            // `_x000D_` stands for a character in a workbook (ECMA-376 part 1, 22.9.2.19): its own first one is written so.
            '_' if is_escape(&words[at..]) => ("_", "_x005F_"),
            c if c < ' ' => (" ", " "),
            c if is_steering(c) => {
                token = format!("⟦U+{:04X}⟧", c as u32);
                (token.as_str(), token.as_str())
            }
            c => {
                let plain: &str = c.encode_utf8(&mut buffer);
                (plain, plain)
            }
        };
        let units = shown.encode_utf16().count();
        if units > room {
            return xml.push('…');
        }
        room -= units;
        xml.push_str(written);
    }
}

/// Whether words begin with what a workbook takes for an escaped character: `_x000D_`.
fn is_escape(words: &str) -> bool {
    let bytes = words.as_bytes();
    bytes.len() >= 7 && bytes[1] == b'x' && bytes[6] == b'_' && bytes[2..6].iter().all(u8::is_ascii_hexdigit)
}

/// Whether a character is none of XML, or steers the direction of the words around it (Unicode Standard Annex #9).
const fn is_steering(c: char) -> bool {
    matches!(c, '\u{7f}'..='\u{9f}' | '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}')
        || matches!(c, '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_numbers_that_a_spreadsheet_keeps() {
        let found = ["12", "-3", "98.20", "0.001", "120000000000000000", "123456789012345"].map(decimals);
        assert_eq!(found, [Some(0), Some(0), Some(2), Some(3), Some(0), Some(0)]);
        for words in ["", "-", "1.", ".5", "1e5", "NaN", "inf", "1,000", "1234567890123456", "=1", "１２", "第3"] {
            assert_eq!(decimals(words), None, "{words}");
        }
    }

    #[test]
    fn chinese_is_twice_as_wide() {
        assert_eq!((width("GDP"), width("生产总值"), width("")), (3, 8, 0));
    }
}
