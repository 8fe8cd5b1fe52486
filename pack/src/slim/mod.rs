//! Makes the wasm smaller where neither rustc nor wasm-opt does: before wasm-opt, what a panic does on its way to the
//! trap ([`traps`]); after it, functions that are alike beside each other, where gzip sees what they share ([`order`]), and
//! short names for what the script gives it ([`names`]). What neither side uses of the other is taken out of both
//! ([`unused`]), nor what only people read of scripts and styles ([`lines`]). What runs only when it is asked for becomes a part of its own ([`later`]).

mod later;
mod lines;
mod module;
mod names;
mod order;
mod reach;
mod traps;
mod unused;

pub use later::{Parts, apart};
pub use lines::{of_script as without_comments, of_styles as styles_without_comments};
pub use names::short as with_short_names;
pub use unused::{without_classes, without_functions};

/// The wasm for wasm-opt.
pub fn before_wasm_opt(wasm: &[u8]) -> Result<Vec<u8>, String> {
    traps::at_once(wasm)
}

/// The wasm that is shipped, from what wasm-opt made.
pub fn after_wasm_opt(wasm: &[u8]) -> Result<Vec<u8>, String> {
    order::alike_together(wasm)
}
