//! Packs the tables of characters that fold to others: as text that of Traditional ones would be the largest part of the
//! page.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;

use tiyao_packed::{Encoder, FOLD_SETS, Mixing, write_folds};

/// The pairs of the table of Traditional characters, each with whether Traditional writing has the fold too; then those of the
/// compatibility characters. `src/script/packed.rs` reads this.
pub fn packed(traditional: &str, compatibility: &str) -> Result<Vec<u8>, Box<dyn Error>> {
    let hans = traditional.lines().filter(|line| line.ends_with("\tHans")).filter_map(|line| line.chars().next());
    let hans = hans.map(code).collect::<Result<BTreeSet<u16>, _>>()?;
    let mut mixing = Mixing::new(Encoder::new(), FOLD_SETS);
    for (table, plain) in [(folds(traditional)?, true), (folds(compatibility)?, false)] {
        write_folds(&mut mixing, |code| {
            let fold = table.get(&u16::try_from(code).ok()?)?;
            Some((u32::from(*fold), plain && !hans.contains(fold)))
        });
    }
    Ok(mixing.coder.finish())
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
