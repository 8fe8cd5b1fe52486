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

/// The columns of the page's table of facts that hold numbers.
const NUMBERS: [&str; 7] = ["article", "value", "high", "stated", "computed", "start", "end"];

/// The table in a CSV text (RFC 4180) that the page wrote. The apostrophe that keeps a spreadsheet from running a cell of
/// CSV is taken away: not every form of a table needs it.
pub fn sheet_of(csv: &str) -> Sheet {
    let mut rows = Vec::new();
    let (mut row, mut cell, mut quoted) = (Vec::new(), String::new(), false);
    let mut chars = csv.trim_start_matches('\u{feff}').chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.next_if_eq(&'"').is_some() => cell.push('"'),
            '"' => quoted = !quoted,
            ',' | '\n' if !quoted => {
                row.push(bare(std::mem::take(&mut cell)));
                if c == '\n' {
                    rows.push(std::mem::take(&mut row));
                }
            }
            '\r' if !quoted => {}
            c => cell.push(c),
        }
    }
    let head = rows.first().into_iter().flatten().enumerate();
    let numbers = head.filter(|(_, name)| NUMBERS.contains(&name.as_str())).map(|(at, _)| at).collect();
    Sheet { rows, numbers }
}

fn bare(cell: String) -> String {
    match cell.strip_prefix('\'') {
        Some(words) if words.starts_with(['\t', '\r', '\n']) || runs(words) => words.to_owned(),
        _ => cell,
    }
}

/// Whether a spreadsheet takes words for a formula (after OWASP, "CSV Injection").
pub fn runs(words: &str) -> bool {
    words.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

fn push_cell(text: &mut String, cell: &str, number: bool) {
    let runs = !number && runs(cell);
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

    #[test]
    fn reads_what_the_page_writes() {
        let read = sheet_of("\u{feff}quote,value,end\r\n\"a,\"\"b\"\"\n\",-3,\r\n'=1+1,,7\r\n\"'x\",1,2\r\n");
        let rows = [["quote", "value", "end"], ["a,\"b\"\n", "-3", ""], ["=1+1", "", "7"], ["'x", "1", "2"]];
        assert_eq!(read.rows, rows);
        assert_eq!((read.numbers, sheet_of("").rows.len()), (vec![1, 2], 0));
    }
}
