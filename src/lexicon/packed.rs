//! The tables of words as the page carries them: `build/lexicon.rs` packs them. Other builds read the files' own text;
//! `tests/packed.rs` holds that both say the same.

use std::sync::OnceLock;

const PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.bin"));

/// The first byte of a code of two bytes.
const LONG: u8 = 224;

/// The table of the file at `path`, without comments and examples; the words of a family stand together.
pub fn text(path: &str) -> &'static str {
    static TABLES: OnceLock<Vec<(&str, String)>> = OnceLock::new();
    let tables = TABLES.get_or_init(|| Packed { rest: PACKED }.tables());
    let file = path.rsplit('/').next();
    tables.iter().find(|(name, _)| file == Some(*name)).map_or("", |(_, text)| text)
}

/// What is left to read.
struct Packed {
    rest: &'static [u8],
}

impl Packed {
    fn tables(&mut self) -> Vec<(&'static str, String)> {
        let mut chars = self.chars();
        chars.extend(self.chars());
        let mut families = Vec::new();
        for _ in 0..self.number() {
            let name = self.line();
            for _ in 0..self.number() {
                families.push((name, self.line(), self.number()));
            }
        }
        let count: usize = families.iter().map(|(_, _, words)| words).sum();
        let (lengths, rest) = self.rest.split_at_checked(count).unwrap_or_default();
        self.rest = rest;
        let distances: Vec<usize> = (0..count).map(|_| self.number()).collect();

        let mut words = lengths.iter().zip(distances);
        let mut tables: Vec<(&str, String)> = Vec::new();
        for (name, family, count) in families {
            if tables.last().is_none_or(|(last, _)| *last != name) {
                tables.push((name, String::new()));
            }
            let Some((_, text)) = tables.last_mut() else { continue };
            let mut first = 0;
            for (length, distance) in words.by_ref().take(count) {
                first += distance;
                text.extend(chars.get(first));
                text.extend((1..*length).filter_map(|_| chars.get(self.code())));
                text.push('\t');
                text.push_str(family);
                text.push('\n');
            }
        }
        let mut plain = String::new();
        while !self.rest.is_empty() {
            plain.extend(chars.get(self.code()));
        }
        tables.push(("divisions.txt", plain));
        tables
    }

    /// Characters from their distances.
    fn chars(&mut self) -> Vec<char> {
        let mut code = 0;
        (0..self.number())
            .map(|_| {
                code += self.number();
                u32::try_from(code).ok().and_then(char::from_u32).unwrap_or_default()
            })
            .collect()
    }

    fn line(&mut self) -> &'static str {
        let end = self.rest.iter().position(|&byte| byte == b'\n').unwrap_or(self.rest.len());
        let (line, rest) = self.rest.split_at_checked(end).unwrap_or_default();
        self.rest = rest.get(1..).unwrap_or_default();
        str::from_utf8(line).unwrap_or_default()
    }

    fn byte(&mut self) -> u8 {
        let Some((&byte, rest)) = self.rest.split_first() else { return 0 };
        self.rest = rest;
        byte
    }

    /// A number in LEB128.
    fn number(&mut self) -> usize {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = self.byte();
            number |= usize::from(byte & 0x7f) << shift;
            if byte < 0x80 || shift > 14 {
                return number;
            }
            shift += 7;
        }
    }

    /// The code of a character.
    fn code(&mut self) -> usize {
        let first = self.byte();
        if first < LONG {
            return first.into();
        }
        usize::from(LONG) + usize::from(first - LONG) * 256 + usize::from(self.byte())
    }
}

/// The text of a table file: whole where tests can run, packed in wasm.
macro_rules! table {
    ($path:literal) => {
        if cfg!(target_arch = "wasm32") { $crate::lexicon::packed::text($path) } else { include_str!($path) }
    };
}

pub(crate) use table;
