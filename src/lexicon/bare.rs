//! Tables without their examples, for the page: the examples are a third of its words and only tests read them.

/// How many bytes `table` has without comments, empty lines and what stands after the second cell of a row.
pub const fn length(table: &str) -> usize {
    strip(table, &mut [])
}

/// Those bytes; `LENGTH` is their [`length`].
pub const fn bytes<const LENGTH: usize>(table: &str) -> [u8; LENGTH] {
    let mut out = [0; LENGTH];
    strip(table, &mut out);
    out
}

/// Writes what stays as far as there is room, and counts it. The parts that go are whole cells and lines, so what stays
/// is UTF-8.
const fn strip(table: &str, out: &mut [u8]) -> usize {
    let bytes = table.as_bytes();
    let (mut at, mut kept, mut tabs, mut opening, mut dropped) = (0, 0, 0, true, false);
    while at < bytes.len() {
        let byte = bytes[at];
        dropped = if opening { byte == b'#' || byte == b'\n' } else { dropped };
        opening = byte == b'\n';
        tabs += (byte == b'\t') as usize;
        if !dropped && (tabs < 2 || opening) {
            if kept < out.len() {
                out[kept] = byte;
            }
            kept += 1;
        }
        if opening {
            tabs = 0;
        }
        at += 1;
    }
    kept
}

/// The text of a table file: whole where tests can run, without its examples in wasm.
macro_rules! table {
    ($path:literal) => {{
        const WHOLE: &str = include_str!($path);
        const BARE: [u8; $crate::lexicon::bare::length(WHOLE)] = $crate::lexicon::bare::bytes(WHOLE);
        if cfg!(target_arch = "wasm32") {
            match str::from_utf8(&BARE) {
                Ok(table) => table,
                Err(_) => panic!("whole cells are UTF-8"),
            }
        } else {
            WHOLE
        }
    }};
}

pub(crate) use table;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::rows;

    #[test]
    fn keeps_terms_and_families() {
        const WHOLE: &str = "# 表\n\n件\t个体\t办案12件\n甲\t\t例\t另\n乙\n";
        const BARE: [u8; length(WHOLE)] = bytes(WHOLE);
        assert_eq!(str::from_utf8(&BARE), Ok("件\t个体\n甲\t\n乙\n"));
        let kept = |table: &'static str| rows(table).map(|row| (row.term, row.family)).collect::<Vec<_>>();
        assert_eq!(kept(WHOLE), kept("件\t个体\n甲\t\n乙\n"));
    }
}
