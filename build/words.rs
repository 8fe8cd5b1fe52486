//! Packs the words in which a character folds otherwise than alone: most of their characters do not.

use std::collections::BTreeMap;

/// The words line by line; `=` and its fold stand after a character that folds otherwise than `alone` says.
/// `src/script/words.rs` reads this.
pub fn marked(table: &str, alone: &BTreeMap<u16, u16>) -> String {
    let mut out = String::new();
    for (word, folded) in table.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t')) {
        for (c, fold) in word.chars().zip(folded.chars()) {
            out.push(c);
            let code = u16::try_from(c as u32).ok();
            if code.and_then(|code| alone.get(&code)).map_or(c as u32, |&fold| fold.into()) != fold as u32 {
                out.extend(['=', fold]);
            }
        }
        out.push('\n');
    }
    out
}
