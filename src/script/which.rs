//! Which script a text is written in.

use super::table::Table;
use crate::model::Script;

/// What a character tells of its text's script: 1 where only Traditional text has it, such as 國, -1 where only Simplified
/// text has it, such as 国, and 0 where both have it, such as 中.
#[inline]
pub(crate) fn tells(table: &Table, c: char) -> i8 {
    i8::from(table.hant.has(c)) - i8::from(table.hans.has(c))
}

/// The script of a stretch, by what each of its characters tells.
pub(crate) fn script(told: &[i8]) -> Script {
    let balance: isize = told.iter().map(|&one| isize::from(one)).sum();
    if balance > 0 { Script::Hant } else { Script::Hans }
}
