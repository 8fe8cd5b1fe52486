//! How the tables of words and of characters are packed for the page: as decisions, each foretold by what stands before it, so that those
//! which were to be expected take next to nothing. `build/` writes with it, and a table is read with it when it is first
//! asked for.
//!
//! A decision is foretold by contexts that are mixed ([`mixing`]) and is written in the bits that this leaves open
//! ([`range`]); [`writing`] says which decisions a text is made of and what foretells them,
//! [`characters`] the same of folds.

mod characters;
#[cfg(test)]
#[path = "../../build/encoder.rs"]
mod encoder;
mod mixing;
mod range;
mod writing;

pub use characters::{FOLD_SETS, Fold, folds};
pub use mixing::{Coder, Mixing};
pub use range::Decoder;
pub use writing::{CLASSES, END, NAMES, TABLE, Writing, swapped};
