//! Which script a text is written in.

use super::table::Signs;
use crate::model::Script;

/// The script of a stretch, by what each of its characters tells.
pub(crate) fn script(told: &[Signs]) -> Script {
    // The sum of 64 characters stands in a byte, so that many are added at once.
    let sum = |block: &[Signs]| isize::from(block.iter().map(|one| one.script()).sum::<i8>());
    let balance: isize = told.chunks(64).map(sum).sum();
    if balance > 0 { Script::Hant } else { Script::Hans }
}
