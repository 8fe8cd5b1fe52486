//! Tiyao reads Chinese official news and work reviews, Simplified or Traditional, and gives back what they say as
//! facts that point to their characters.
//!
//! A text walks one way through the folders of this crate: `source`, `fold`, `divide`, `scan`, `read`, `check`,
//! `digest`, `export`; `model` holds the plain data that they hand on. Nothing here reads a file, a clock or the web.
#![warn(missing_docs)]

pub mod check;
pub mod digest;
pub mod divide;
pub mod export;
pub mod fold;
pub mod lexicon;
pub mod model;
pub mod read;
pub mod scan;
pub mod script;
pub mod source;

pub use digest::read;
pub use model::{Digest, Language, Options};
