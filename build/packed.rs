//! What both sides of the packing share.

#[path = "../src/packed/characters.rs"]
mod characters;
#[path = "../src/packed/mixing.rs"]
mod mixing;
#[path = "../src/packed/writing.rs"]
mod writing;

pub use characters::{FOLD_SETS, folds};
pub use mixing::{Coder, Mixing};
pub use writing::{CLASSES, END, NAMES, TABLE, Writing, swapped};
