//! Where known names may begin: asked four times of every character, so answered once.

use std::sync::OnceLock;

use super::{organisation, place};
use crate::fold::Fold;
use crate::lexicon::{Openers, divisions};

/// The places of a text where a known body, place or division may begin.
pub struct Openings {
    bits: Vec<u64>,
}

impl Openings {
    /// Those of a text.
    pub fn of(fold: &Fold) -> Self {
        let openers = openers();
        let chars = fold.chars();
        let mut bits = vec![0_u64; chars.len() / 64 + 1];
        for (at, &first) in chars.iter().enumerate() {
            if openers.may_open(first, fold.at(at + 1)) {
                bits[at / 64] |= 1 << (at % 64);
            }
        }
        Self { bits }
    }

    /// Whether a known name may begin at `at`; where it may not, none does.
    #[inline]
    pub fn at(&self, at: usize) -> bool {
        self.bits.get(at / 64).is_some_and(|bits| bits >> (at % 64) & 1 == 1)
    }
}

fn openers() -> &'static Openers {
    static OPENERS: OnceLock<Openers> = OnceLock::new();
    OPENERS.get_or_init(|| {
        let tables = [organisation::words(), place::words(), divisions::full(), divisions::shorts()];
        Openers::of(&tables.iter().flat_map(|words| words.openings()).collect::<Vec<_>>())
    })
}
