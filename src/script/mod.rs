//! Simplified and Traditional characters: which stands for which, and which script a text is written in.

mod character;
mod letter;
mod packed;
mod table;
mod which;
mod words;

pub use character::fold_char;
pub use letter::{is_han, is_letter, is_letter_or_digit};
pub(crate) use which::script;

pub(crate) use character::fold_with;
pub(crate) use table::{CharSet, Signs, Table};
