//! The tables of characters that fold to others, as `build/traditional.rs` packs them from `traditional.tsv` and
//! `compatibility.tsv`.

use tiyao_packed::Fold;

/// The Traditional characters and then the compatibility ones, in order.
pub(super) fn tables() -> [Vec<Fold>; 2] {
    tiyao_packed::folds(include_bytes!(concat!(env!("OUT_DIR"), "/folds.bin")))
}
