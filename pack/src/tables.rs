//! Sets right what binaryen 108 gets wrong: it writes every exported table as table 0, so the page would put its
//! references into the table of functions and stop at once.

/// The section that holds the exports.
const EXPORTS: u8 = 7;

/// The kind of an export that is a table.
const TABLE: u8 = 1;

/// An exported table: its name, its number, and where the number stands.
struct Table<'a> {
    name: &'a [u8],
    number: u32,
    at: usize,
}

/// `after` with the numbers of exported tables as `before` has them. The tables themselves keep their order.
pub fn keep_table_exports(before: &[u8], mut after: Vec<u8>) -> Result<Vec<u8>, String> {
    let known = tables(before).ok_or("the wasm before wasm-opt has no sound exports")?;
    let mut places = Vec::new();
    for table in tables(&after).ok_or("the wasm after wasm-opt has no sound exports")? {
        let number = known.iter().find(|other| other.name == table.name).map_or(table.number, |other| other.number);
        if number > 0x7f || table.number > 0x7f {
            return Err("the wasm has more tables than are expected".into());
        }
        places.push((table.at, number as u8));
    }
    for (at, number) in places {
        after[at] = number;
    }
    Ok(after)
}

fn tables(wasm: &[u8]) -> Option<Vec<Table<'_>>> {
    let mut at = wasm.starts_with(b"\0asm").then_some(8)?;
    while at < wasm.len() {
        let section = wasm[at];
        let (length, begin) = number(wasm, at + 1)?;
        if section == EXPORTS {
            return exports(wasm, begin);
        }
        at = begin + length as usize;
    }
    Some(Vec::new())
}

fn exports(wasm: &[u8], begin: usize) -> Option<Vec<Table<'_>>> {
    let mut found = Vec::new();
    let (count, mut at) = number(wasm, begin)?;
    for _ in 0..count {
        let (length, start) = number(wasm, at)?;
        let end = start + length as usize;
        let (kind, place) = (*wasm.get(end)?, end + 1);
        let (value, next) = number(wasm, place)?;
        if kind == TABLE {
            found.push(Table { name: wasm.get(start..end)?, number: value, at: place });
        }
        at = next;
    }
    Some(found)
}

/// The number in LEB128 at `at`, and where it ends.
fn number(wasm: &[u8], mut at: usize) -> Option<(u32, usize)> {
    let mut value = 0u32;
    for shift in (0..32).step_by(7) {
        let byte = *wasm.get(at)?;
        at += 1;
        value |= u32::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            return Some((value, at));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module that exports a function 3 as `f` and a table as `t`.
    fn module(table: u8) -> Vec<u8> {
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        wasm.extend([1, 1, 0, EXPORTS, 9, 2, 1, b'f', 0, 3, 1, b't', TABLE, table]);
        wasm
    }

    #[test]
    fn gives_exported_tables_their_numbers_back() {
        assert_eq!(keep_table_exports(&module(1), module(0)), Ok(module(1)));
        assert_eq!(keep_table_exports(&module(0), module(0)), Ok(module(0)));
    }

    #[test]
    fn refuses_what_is_no_wasm() {
        assert!(keep_table_exports(b"", module(0)).is_err());
        assert!(keep_table_exports(&module(1), module(1)[..15].to_vec()).is_err());
    }
}
