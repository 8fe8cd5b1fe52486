//! Workbooks as another program reads them.

use std::io::Cursor;

use calamine::{Data, Range, Reader, Xlsx, open_workbook_from_rs};

/// A sheet: its name and its cells.
pub type Table = (String, Range<Data>);

/// The sheets of a file, none of which holds a formula.
pub fn tables(file: Vec<u8>) -> Vec<Table> {
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(file)).expect("a workbook");
    let names = book.sheet_names();
    for name in &names {
        let formulas = book.worksheet_formula(name).expect("a sheet");
        assert_eq!(formulas.used_cells().count(), 0, "{name} runs nothing");
    }
    book.worksheets().into_iter().collect()
}

/// The cells of the column under that head.
pub fn column<'a>(table: &'a Range<Data>, head: &str) -> Vec<&'a Data> {
    let place = table.rows().next().and_then(|heads| heads.iter().position(|cell| *cell == head));
    let place = place.unwrap_or_else(|| panic!("no column {head}"));
    table.rows().skip(1).map(|row| &row[place]).collect()
}
