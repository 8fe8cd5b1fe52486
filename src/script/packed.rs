//! The table of Traditional characters as `build/traditional.rs` packs it from `traditional.tsv`.

const PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/traditional.bin"));

/// What stands in the table.
pub(super) struct Packed {
    /// The characters in order, each with its fold.
    pub folds: Vec<(char, char)>,
    /// The folds that Traditional writing has too.
    pub plain: Vec<char>,
}

impl Packed {
    /// Reads the table.
    pub(super) fn read() -> Self {
        let mut rest = PACKED.iter().copied();
        let count = two(&mut rest);
        let keys: Vec<u16> = distances(&mut rest).take(usize::from(count)).collect();
        let folds = keys.into_iter().map(|key| (of(key), of(key.wrapping_add(two(&mut rest))))).collect();
        Self { folds, plain: distances(&mut rest).map(of).collect() }
    }
}

fn of(code: u16) -> char {
    char::from_u32(code.into()).unwrap_or_default()
}

fn two(rest: &mut impl Iterator<Item = u8>) -> u16 {
    u16::from_le_bytes([rest.next().unwrap_or_default(), rest.next().unwrap_or_default()])
}

/// Codes from their distances in LEB128, until the bytes end.
fn distances(rest: &mut impl Iterator<Item = u8>) -> impl Iterator<Item = u16> {
    let mut code = 0_u16;
    std::iter::from_fn(move || {
        let mut shift = 0;
        loop {
            let byte = rest.next()?;
            code = code.wrapping_add(u16::from(byte & 0x7f).checked_shl(shift).unwrap_or_default());
            if byte & 0x80 == 0 {
                return Some(code);
            }
            shift += 7;
        }
    })
}
