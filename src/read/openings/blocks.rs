//! Bits for each character and table, turned to bits for each table and character.

/// How many characters stand in a block, and how many tables there are.
pub const BLOCK: usize = 32;

/// The bits of the characters of a block that one of `tables` has.
#[cfg_attr(target_arch = "wasm32", inline(never))]
#[cfg_attr(not(target_arch = "wasm32"), inline)]
pub fn any_of(block: &[u32; BLOCK], mut tables: u32) -> u32 {
    let mut bits = 0;
    while tables != 0 {
        bits |= block[tables.trailing_zeros() as usize];
        tables &= tables - 1;
    }
    bits
}

/// The bits of up to so many characters by tables: rows and columns change places, halves first.
#[inline(never)]
pub fn by_tables(chars: &[u32]) -> [u32; BLOCK] {
    let mut bits = [0; BLOCK];
    bits[..chars.len()].copy_from_slice(chars);
    let (mut width, mut low) = (BLOCK / 2, u32::MAX >> (BLOCK / 2));
    while width > 0 {
        for rows in bits.chunks_exact_mut(2 * width) {
            let (upper, lower) = rows.split_at_mut(width);
            for (one, two) in upper.iter_mut().zip(lower) {
                let swapped = (*one >> width ^ *two) & low;
                *two ^= swapped;
                *one ^= swapped << width;
            }
        }
        width /= 2;
        low ^= low << width;
    }
    bits
}
