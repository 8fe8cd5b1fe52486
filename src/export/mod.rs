//! Writes a digest in the forms that other programs read.
//!
//! Every form carries the version, the options and the text's SHA-256, and is the same bytes for the same digest.
//! Offsets in files count Unicode code points.

mod json;

pub use json::{SCHEMA, json, json_line};
