//! The tables of words as the page carries them: `build/lexicon.rs` packs them. Other builds read the files' own text;
//! `tests/packed.rs` holds that both say the same.

use std::sync::OnceLock;

use tiyao_packed::{NAMES, TABLE, swapped};

const PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.bin"));

/// The table of the file at `path`, without comments and examples; the words of a family stand together.
pub fn text(path: &str) -> &'static str {
    static TABLES: OnceLock<Vec<(String, String)>> = OnceLock::new();
    let tables = TABLES.get_or_init(|| tables(PACKED));
    let file = path.rsplit('/').next();
    tables.iter().find(|(name, _)| file == Some(name)).map_or("", |(_, text)| text)
}

/// The names and texts of the tables that `bytes` hold.
fn tables(bytes: &[u8]) -> Vec<(String, String)> {
    let text = tiyao_packed::text(bytes);
    let mut rest = text.chars();
    let (mut tables, mut family, mut head): (Vec<(String, String)>, _, _) = (Vec::new(), String::new(), true);
    let mut line = String::new();
    while let Some(c) = rest.next() {
        if c != '\n' {
            line.push(c);
            continue;
        }
        if !head && line.is_empty() {
            head = true;
        } else if !head {
            let Some((_, text)) = tables.last_mut() else { break };
            text.extend([&*line, "\t", &family, "\n"]);
        } else if let Some(name) = line.strip_prefix(TABLE) {
            tables.push((name.to_owned(), String::new()));
        } else if let Some(name) = line.strip_prefix(NAMES) {
            tables.push((name.to_owned(), rest.by_ref().map(swapped).collect()));
        } else {
            (family, head) = (std::mem::take(&mut line), false);
        }
        line.clear();
    }
    tables
}

/// The text of a table file: whole where tests can run, packed in wasm.
macro_rules! table {
    ($path:literal) => {
        if cfg!(target_arch = "wasm32") { $crate::lexicon::packed::text($path) } else { include_str!($path) }
    };
}

pub(crate) use table;

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn bytes_of_one_kind_come_to_an_end() {
        for byte in [0, 0x55, 0x80, 0xff] {
            tables(&[byte; 40]);
        }
    }

    #[test]
    fn tables_cut_short_give_what_they_hold() {
        let whole = tables(PACKED);
        let half = tables(&PACKED[..PACKED.len() / 2]);
        let last = half.len() - 1;
        assert!(last > 3 && whole[..last] == half[..last]);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]
        #[test]
        fn any_bytes_come_to_an_end(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            tables(&bytes);
        }
    }
}
