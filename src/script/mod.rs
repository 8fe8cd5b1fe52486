//! Simplified and Traditional characters: which stands for which, and which script a text is written in.

mod character;
mod packed;
mod table;
mod which;
mod words;

pub use character::fold_char;
pub(crate) use which::{script, tells};

pub(crate) use character::fold_with;
pub(crate) use packed::distances;
pub(crate) use table::{CharSet, Table};
