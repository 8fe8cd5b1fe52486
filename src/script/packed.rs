//! The tables of characters that fold to others, as `build/traditional.rs` packs them from `traditional.tsv` and
//! `compatibility.tsv`.

const TRADITIONAL: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/traditional.bin"));
const COMPATIBILITY: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/compatibility.bin"));

/// What stands in the table of Traditional characters.
pub(super) struct Packed {
    /// The characters in order, each with its fold.
    pub folds: Vec<(char, char)>,
    /// The folds that Traditional writing has too.
    pub plain: Vec<char>,
}

impl Packed {
    /// Reads the table.
    pub(super) fn read() -> Self {
        let mut rest = TRADITIONAL;
        Self { folds: pairs(&mut rest), plain: distances(&mut rest).map(of).collect() }
    }
}

/// The compatibility characters in order, each with its fold.
pub(super) fn compatibility() -> Vec<(char, char)> {
    pairs(&mut &*COMPATIBILITY)
}

fn pairs(rest: &mut &[u8]) -> Vec<(char, char)> {
    let count = two(rest);
    let keys: Vec<u16> = distances(rest).take(usize::from(count)).collect();
    keys.into_iter().map(|key| (of(key), of(key.wrapping_add(two(rest))))).collect()
}

fn of(code: u16) -> char {
    char::from_u32(code.into()).unwrap_or_default()
}

fn two(rest: &mut &[u8]) -> u16 {
    u16::from_le_bytes([next(rest).unwrap_or_default(), next(rest).unwrap_or_default()])
}

fn next(rest: &mut &[u8]) -> Option<u8> {
    let (&first, after) = rest.split_first()?;
    *rest = after;
    Some(first)
}

/// Codes from their distances in LEB128, until the bytes end.
pub(crate) fn distances(rest: &mut &[u8]) -> impl Iterator<Item = u16> {
    let mut code = 0_u16;
    std::iter::from_fn(move || {
        let mut shift = 0;
        loop {
            let byte = next(rest)?;
            code = code.wrapping_add(u16::from(byte & 0x7f).checked_shl(shift).unwrap_or_default());
            if byte & 0x80 == 0 {
                return Some(code);
            }
            shift += 7;
        }
    })
}
