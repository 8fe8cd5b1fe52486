//! How the tables of words are packed for the page: text as decisions, each foretold by what stands before it, so that those
//! which were to be expected take next to nothing. `build/` writes with it, and a table is read with it when it is first
//! asked for.
//!
//! A decision is foretold by contexts that are mixed ([`mixing`]) and is written in the bits that this leaves open
//! ([`range`]); [`writing`] says which decisions a text is made of and what foretells them.

#[cfg(test)]
#[path = "../../build/encoder.rs"]
mod encoder;
mod mixing;
mod range;
mod writing;

pub use mixing::Coder;
pub use range::Decoder;
pub use writing::{CLASSES, END, NAMES, TABLE, Writing, swapped};
