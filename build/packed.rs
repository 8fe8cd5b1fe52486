//! What both sides of the packing share.

#[path = "../src/packed/mixing.rs"]
mod mixing;
#[path = "../src/packed/writing.rs"]
mod writing;

pub use mixing::Coder;
pub use writing::{CLASSES, END, NAMES, TABLE, Writing, swapped};
