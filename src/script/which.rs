//! Which script a text is written in.

use super::table::Signs;
use crate::model::Script;

/// The script of a stretch, by what each of its characters tells.
pub(crate) fn script(told: &[Signs]) -> Script {
    let balance: isize = told.iter().map(|one| isize::from(one.script())).sum();
    if balance > 0 { Script::Hant } else { Script::Hans }
}
