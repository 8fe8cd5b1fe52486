//! The tables of characters that fold to others, as `build/traditional.rs` packs them from `traditional.tsv` and
//! `compatibility.tsv`.

use crate::packed::{Decoder, FOLD_SETS, Fold, Mixing, folds};

const FOLDS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/folds.bin"));

/// The Traditional characters and then the compatibility ones, in order.
pub(super) fn tables() -> (Vec<Fold>, Vec<Fold>) {
    let mut mixing = Mixing::new(Decoder::new(FOLDS), FOLD_SETS);
    (folds(&mut mixing, |_| None), folds(&mut mixing, |_| None))
}
