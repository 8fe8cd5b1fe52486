//! Sets of characters of the basic plane, and what characters fold to, as decisions.

use super::mixing::{Coder, Mixing, hash};

/// How many bits of a block of codes that is passed over where none of them is in the set.
const BLOCK: u32 = 8;

/// How many ways there are in which decisions on folds are mixed.
pub const FOLD_SETS: usize = 3;

/// A character, what it folds to, and whether Traditional writing has that too.
pub type Fold = (char, char, bool);

/// Gives `each` the characters of a set in the order of Unicode: where they are written, those that `has` tells. The decisions
/// are mixed the way of `set`.
pub fn characters<C: Coder>(
    mixing: &mut Mixing<C>,
    set: usize,
    has: impl Fn(u32) -> bool,
    mut each: impl FnMut(&mut Mixing<C>, u32),
) {
    let mut past = 1;
    for block in 0..0x1_0000_u32 >> BLOCK {
        let codes = block << BLOCK..(block + 1) << BLOCK;
        mixing.begin([1, 2, 3, 4], [(0, 0); 2]);
        if !mixing.bit(set, codes.clone().any(&has)) {
            continue;
        }
        for code in codes {
            let contexts = [hash(&[past & 3]), hash(&[past & 0xff]), hash(&[code >> 5, 5]), hash(&[code >> 8, 8])];
            mixing.begin(contexts, [(0, 0); 2]);
            let found = mixing.bit(set, has(code));
            past = past << 1 | u32::from(found);
            if found {
                each(mixing, code);
            }
        }
    }
}

/// The characters that fold to others, in order: where they are written, those to which `given` gives a fold. It is foretold
/// by the last one, as characters with one radical follow each other in either writing.
pub fn write_folds<C: Coder>(mixing: &mut Mixing<C>, given: impl Fn(u32) -> Option<(u32, bool)>) -> Vec<Fold> {
    let (mut last, mut near, mut folds) = (0_u32, 1, Vec::new());
    characters(
        mixing,
        0,
        |code| given(code).is_some(),
        |mixing, code| {
            let (fold, plain) = given(code).unwrap_or_default();
            let contexts = [1, hash(&[code >> 8, 1]), hash(&[last >> 6, 2]), hash(&[code >> 8, last >> 8, 3])];
            mixing.begin(contexts, [((last + 1) << 16, near), (code << 16, 1)]);
            let fold = (0..16).rev().fold(0, |path, bit| path << 1 | u32::from(mixing.bit(1, fold >> bit & 1 == 1)));
            mixing.begin([hash(&[fold, 4]), hash(&[code >> 5, 5]), hash(&[fold >> 5, 6]), 7], [(0, 0); 2]);
            let plain = mixing.bit(2, plain);
            near = if fold.wrapping_sub(last) < 32 { (near + 1).min(3) } else { 1 };
            last = fold;
            let of = |code| char::from_u32(code).unwrap_or_default();
            folds.push((of(code), of(fold), plain));
        },
    );
    folds
}

#[cfg(test)]
mod tests {
    use super::super::Encoder;
    use super::*;

    fn pairs(code: u32) -> Option<(u32, bool)> {
        (code % 7 == 3 && code / 256 != 0x50).then_some((code ^ 0x155, code.is_multiple_of(3)))
    }

    #[test]
    fn reads_the_folds_that_were_written() {
        let mut mixing = Mixing::new(Encoder::new(), FOLD_SETS);
        let written = write_folds(&mut mixing, pairs);
        let bytes = mixing.coder.finish();
        assert_eq!(written.first(), Some(&('\u{3}', '\u{156}', true)));
        assert!(crate::folds(&bytes)[0] == written);
    }

    #[test]
    fn any_bytes_are_read_as_some_folds() {
        for byte in [0, 0x55, 0xff] {
            let folds = crate::folds(&[byte; 99]);
            assert!(folds.iter().all(|folds| folds.len() <= 0x1_0000), "{byte}");
        }
    }
}
