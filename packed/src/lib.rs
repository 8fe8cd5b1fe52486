//! How the tables of words and of characters are packed for the page: as decisions, each foretold by what stands before it, so
//! that those which were to be expected take next to nothing. The core's build writes with it; the core reads a table with it
//! when it is first asked for.
//!
//! A decision is foretold by contexts that are mixed ([`Mixing`]) and is written in the bits that this leaves open
//! ([`Encoder`], [`Decoder`]); [`Writing`] says which decisions a text is made of and what foretells them, [`write_folds`] the
//! same of folds. It is a package of its own because the page is built for size, which makes this half as slow again and no
//! smaller.
#![warn(missing_docs)]

mod characters;
mod encoder;
mod mixing;
mod range;
mod writing;

pub use characters::{FOLD_SETS, Fold, write_folds};
pub use encoder::Encoder;
pub use mixing::{Coder, Mixing};
pub use range::Decoder;
pub use writing::{CLASSES, END, NAMES, TABLE, Writing, swapped};

/// The text that `bytes` hold, without its end.
pub fn text(bytes: &[u8]) -> String {
    let mut writing = Writing::new(Decoder::new(bytes), |_| 0);
    std::iter::from_fn(|| Some(writing.symbol(0)).filter(|&c| c != END)).collect()
}

/// The two tables of folds that `bytes` hold, each in order.
pub fn folds(bytes: &[u8]) -> [Vec<Fold>; 2] {
    let mut mixing = Mixing::new(Decoder::new(bytes), FOLD_SETS);
    [(); 2].map(|()| write_folds(&mut mixing, |_| None))
}
