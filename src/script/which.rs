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
        for (at, c) in text.char_indices().filter(|&(_, c)| c >= '\u{3400}') {
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

/// The script of a whole text.
pub fn script_of(text: &str) -> Script {
    Telling::of(text).script(Span::new(0, text.len()))
}
