//! Packs the named character references of HTML.

use std::error::Error;

use crate::numbers;

/// The names line by line in the order of what they stand for; of each the distance to it from the one before in LEB128.
/// `src/source/html/entities.rs` reads this.
pub fn packed(table: &str) -> Result<(String, Vec<u8>), Box<dyn Error>> {
    let mut rows = Vec::new();
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        let (name, code) = line.split_once('\t').ok_or(line)?;
        rows.push((u16::from_str_radix(code, 16)?, name));
    }
    rows.sort_unstable();
    let (mut names, mut distances, mut before) = (String::new(), Vec::new(), 0);
    for (code, name) in rows {
        names.extend([name, "\n"]);
        numbers::write(&mut distances, u32::from(code - before));
        before = code;
    }
    Ok((names, distances))
}
