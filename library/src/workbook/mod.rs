//! Writes a workbook as Office Open XML (ECMA-376, "XLSX"): the few parts that a table needs, in a ZIP file without
//! compression. Nothing in it runs: words are words, whatever they begin with. The same tables give the same bytes.

mod cell;
mod parts;
mod zip;

use crate::state::Sheet;

/// The type of such a file.
pub const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The most rows that a sheet may have, its head among them (ECMA-376 leaves it open; Excel and WPS have 2²⁰).
const MOST_ROWS: usize = 1 << 20;

/// A workbook of tables, each under its name. A name has 31 characters at most and none of `[]:*?/\'`.
pub fn workbook(tables: &[(&str, &Sheet)]) -> Vec<u8> {
    let mut names = Vec::new();
    let mut parts = Vec::new();
    for (name, table) in tables {
        let Some((head, rows)) = table.rows.split_first() else { continue };
        let pages = rows.len().div_ceil(MOST_ROWS - 1).max(1);
        for page in 0..pages {
            let from = page * (MOST_ROWS - 1);
            let rows = &rows[from..(from + MOST_ROWS - 1).min(rows.len())];
            let place = parts::range(head.len(), rows.len() + 1);
            // What has no room on a sheet stands on the next one.
            let name = if page == 0 { (*name).to_owned() } else { format!("{name} {}", page + 1) };
            parts.push(parts::sheet(head, rows, &table.numbers, parts.is_empty()));
            names.push((name, place));
        }
    }
    let mut file = zip::Zip::default();
    file.put("[Content_Types].xml", parts::content_types(names.len()).as_bytes());
    file.put("_rels/.rels", parts::PACKAGE_RELATIONS.as_bytes());
    file.put("xl/workbook.xml", parts::workbook(&names).as_bytes());
    file.put("xl/_rels/workbook.xml.rels", parts::relations(names.len()).as_bytes());
    file.put("xl/styles.xml", parts::styles().as_bytes());
    for (at, part) in parts.iter().enumerate() {
        file.put(&format!("xl/worksheets/sheet{}.xml", at + 1), part.as_bytes());
    }
    file.end()
}

#[cfg(test)]
mod tests;
