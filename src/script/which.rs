//! Which script a text is written in.

use super::table::Table;
use crate::model::Script;

/// The script that more of the telling characters of `text` belong to; Simplified where none tells.
///
/// A character tells where only one script has it, such as 国 and 國; those that both have, such as 中, do not count.
pub fn script_of(text: &str) -> Script {
    let table = Table::get();
    let (mut hans, mut hant) = (0_usize, 0_usize);
    for c in text.chars().filter(|&c| c >= '\u{3400}') {
        if table.telling.has(c) {
            hans += usize::from(table.hans.has(c));
            hant += usize::from(table.hant.has(c));
        }
    }
    if hant > hans { Script::Hant } else { Script::Hans }
}
