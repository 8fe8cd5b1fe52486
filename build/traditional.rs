//! Packs the tables of characters that fold to others: as text that of Traditional ones would be the largest part of the
//! page.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;

use crate::numbers;

/// The pairs of the table, then by distances the folds that Traditional writing has too. `src/script/packed.rs` reads this.
pub fn packed(table: &str) -> Result<Vec<u8>, Box<dyn Error>> {
    let folds = folds(table)?;
    let hans = table.lines().filter(|line| line.ends_with("\tHans")).filter_map(|line| line.chars().next());
    let hans = hans.map(code).collect::<Result<BTreeSet<u16>, _>>()?;
    let plain: BTreeSet<u16> = folds.values().copied().filter(|to| !hans.contains(to)).collect();
    let mut out = pairs(&folds)?;
    write_distances(&mut out, plain.iter());
    Ok(out)
}

/// How many characters are folded (two bytes, the lower first); those characters in order, each as its distance from the
/// one before in LEB128; of each the distance to its fold in two bytes.
pub fn pairs(folds: &BTreeMap<u16, u16>) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut out = u16::try_from(folds.len())?.to_le_bytes().to_vec();
    write_distances(&mut out, folds.keys());
    out.extend(folds.iter().flat_map(|(from, to)| to.wrapping_sub(*from).to_le_bytes()));
    Ok(out)
}

/// The fold of each character of the table.
pub fn folds(table: &str) -> Result<BTreeMap<u16, u16>, Box<dyn Error>> {
    let mut folds = BTreeMap::new();
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        let mut cells = line.split('\t');
        let to = code(cells.next().and_then(|cell| cell.chars().next()).ok_or(line)?)?;
        for from in cells.next().ok_or(line)?.chars() {
            folds.entry(code(from)?).or_insert(to);
        }
    }
    Ok(folds)
}

/// A character of the basic plane.
fn code(c: char) -> Result<u16, Box<dyn Error>> {
    u16::try_from(c as u32).map_err(|_| format!("{c} stands outside the basic plane").into())
}

fn write_distances<'a>(out: &mut Vec<u8>, codes: impl Iterator<Item = &'a u16>) {
    let mut before = 0;
    for &code in codes {
        numbers::write(out, u32::from(code - before));
        before = code;
    }
}
