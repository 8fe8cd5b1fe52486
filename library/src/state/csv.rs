/// A table to be saved: cells of text and numbers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// The rows, the head first.
    pub rows: Vec<Vec<String>>,
    /// Which columns hold numbers below the head.
    pub numbers: Vec<usize>,
}

/// The sheet as CSV that spreadsheets open: with a byte order mark, and no cell that runs as a formula.
pub fn csv(sheet: &Sheet) -> String {
    let mut text = String::from('\u{feff}');
    for (at, row) in sheet.rows.iter().enumerate() {
        for (column, cell) in row.iter().enumerate() {
            if column > 0 {
                text.push(',');
            }
            push_cell(&mut text, cell, at > 0 && sheet.numbers.contains(&column));
        }
        text.push_str("\r\n");
    }
    text
}

fn push_cell(text: &mut String, cell: &str, number: bool) {
    let runs = !number && cell.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    if !runs && !cell.contains(['"', ',', '\n', '\r', '\t']) {
        return text.push_str(cell);
    }
    text.push('"');
    if runs {
        text.push('\'');
    }
    for c in cell.chars() {
        match c {
            '"' => text.push_str("\"\""),
            '\t' | '\r' | '\n' => text.push(' '),
            c => text.push(c),
        }
    }
    text.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(cells: &[&str]) -> Sheet {
        let row = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect();
        Sheet { rows: vec![row(&["指标", "数值"]), row(cells)], numbers: vec![1] }
    }

    #[test]
    fn runs_no_formula() {
        let written = |cell: &str| csv(&sheet(&[cell, "-3"])).lines().nth(1).unwrap().to_owned();
        assert_eq!(written("=1+1"), "\"'=1+1\",-3");
        assert_eq!(written(" @x"), "\"' @x\",-3");
        assert_eq!(written("a\"b,\tc"), "\"a\"\"b, c\",-3");
        assert_eq!(written("生产总值"), "生产总值,-3");
        assert!(csv(&sheet(&["a", "1"])).starts_with("\u{feff}指标,数值\r\n"));
    }
}
