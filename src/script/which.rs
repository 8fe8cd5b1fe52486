//! Which script a text is written in.

use super::table::Table;
use crate::model::{Script, Span};

/// The characters of a text that tell its script, so that each of its stretches can be asked.
///
/// A character tells where only one script has it, such as 国 and 國; those that both have, such as 中, do not count.
#[derive(Debug, Default)]
pub struct Telling {
    /// Where they stand, in bytes.
    places: Vec<usize>,
    /// How many more of those up to and with each are Traditional than Simplified.
    balances: Vec<i32>,
}

impl Telling {
    /// Those of a text.
    pub fn of(text: &str) -> Self {
        let table = Table::get();
        let mut found = Self::default();
        let mut balance = 0;
        for (at, c) in ideographs(text).filter(|&(_, c)| c >= '\u{3400}') {
            if table.telling.has(c) {
                balance += i32::from(table.hant.has(c)) - i32::from(table.hans.has(c));
                found.places.push(at);
                found.balances.push(balance);
            }
        }
        found
    }

    /// The script that more of them in a stretch belong to; Simplified where none tells.
    pub fn script(&self, span: Span) -> Script {
        let balance = |byte: usize| {
            let after = self.places.partition_point(|&place| place < byte);
            after.checked_sub(1).and_then(|last| self.balances.get(last)).copied().unwrap_or_default()
        };
        if balance(span.end) > balance(span.start) { Script::Hant } else { Script::Hans }
    }
}

/// The characters of a text from U+3000 up to the basic plane's end, with their bytes: those of three bytes, the first
/// of them E3 at least.
fn ideographs(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut rest = text.as_bytes();
    std::iter::from_fn(move || {
        loop {
            match rest {
                [one @ 0xE3..=0xEF, two, three, after @ ..] => {
                    let at = text.len() - rest.len();
                    rest = after;
                    let code = u32::from(one & 0x0F) << 12 | u32::from(two & 0x3F) << 6 | u32::from(three & 0x3F);
                    return Some((at, char::from_u32(code)?));
                }
                [_, after @ ..] => rest = after,
                [] => return None,
            }
        }
    })
}

/// The script of a whole text.
pub fn script_of(text: &str) -> Script {
    Telling::of(text).script(Span::new(0, text.len()))
}
