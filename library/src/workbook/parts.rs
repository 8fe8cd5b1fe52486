use super::cell::{push_number, push_text, push_words, width};

const OPENING: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// The namespaces of ECMA-376, first edition: what every spreadsheet reads.
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const SHEET_TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/// Says where the workbook is.
pub const PACKAGE_RELATIONS: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" ",
    "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" ",
    "Target=\"xl/workbook.xml\"/></Relationships>",
);

/// The style of the head.
const HEAD: usize = 1;

/// The style of words that begin as a formula does.
pub const QUOTED: usize = 2;

/// Numbers are shown with up to so many decimals in their own style.
const DECIMALS: usize = 9;

/// The style of a number with so many decimals.
pub const fn first_number(decimals: usize) -> usize {
    if decimals > DECIMALS { 0 } else { QUOTED + 1 + decimals }
}

/// The narrowest and the widest column, in half-width characters.
const WIDTHS: (usize, usize) = (8, 60);

/// A column is made as wide as the cells of so many rows need.
const LOOKED_AT: usize = 500;

/// Says what sort of part each part is.
pub fn content_types(sheets: usize) -> String {
    let mut xml = format!(
        "{OPENING}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Override PartName=\"/xl/workbook.xml\" ContentType=\"{SHEET_TYPE}.sheet.main+xml\"/>\
         <Override PartName=\"/xl/styles.xml\" ContentType=\"{SHEET_TYPE}.styles+xml\"/>"
    );
    for at in 1..=sheets {
        xml.push_str(&format!(
            "<Override PartName=\"/xl/worksheets/sheet{at}.xml\" ContentType=\"{SHEET_TYPE}.worksheet+xml\"/>"
        ));
    }
    xml + "</Types>"
}

/// Says which parts the workbook has.
pub fn relations(sheets: usize) -> String {
    let mut xml = format!("{OPENING}<Relationships xmlns=\"{RELATIONS}\">");
    let mut relation = |id: usize, kind: &str, target: &str| {
        xml.push_str(&format!("<Relationship Id=\"rId{id}\" Type=\"{RELATION}/{kind}\" Target=\"{target}\"/>"));
    };
    for at in 1..=sheets {
        relation(at, "worksheet", &format!("worksheets/sheet{at}.xml"));
    }
    relation(sheets + 1, "styles", "styles.xml");
    xml + "</Relationships>"
}

/// The sheets by name, each with the cells that its filter covers.
pub fn workbook(names: &[(String, String)]) -> String {
    let mut xml = format!("{OPENING}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{RELATION}\"><sheets>");
    for (at, (name, _)) in (1..).zip(names) {
        xml.push_str("<sheet name=\"");
        push_text(&mut xml, name);
        xml.push_str(&format!("\" sheetId=\"{at}\" r:id=\"rId{at}\"/>"));
    }
    xml.push_str("</sheets><definedNames>");
    for (at, (name, place)) in names.iter().enumerate() {
        xml.push_str(&format!("<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"{at}\" hidden=\"1\">'"));
        push_text(&mut xml, name);
        xml.push_str(&format!("'!{}</definedName>", place));
    }
    xml + "</definedNames></workbook>"
}

/// The styles by their numbers: words, the head, words that begin as a formula does, numbers by their decimals.
pub fn styles() -> String {
    let formats = 164..164 + DECIMALS;
    let mut xml = format!("{OPENING}<styleSheet xmlns=\"{MAIN}\"><numFmts count=\"{DECIMALS}\">");
    for (id, decimals) in formats.clone().zip(1..) {
        let zeros = "0".repeat(decimals);
        xml.push_str(&format!("<numFmt numFmtId=\"{id}\" formatCode=\"#,##0.{zeros}\"/>"));
    }
    let font = "<sz val=\"11\"/><color rgb=\"FF1D1C1A\"/><name val=\"Microsoft YaHei\"/><family val=\"2\"/>";
    xml.push_str(&format!(
        "</numFmts><fonts count=\"2\"><font>{font}</font><font><b/>{font}</font></fonts>\
         <fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/>\
         </fill><fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFF1EEE5\"/></patternFill></fill></fills>\
         <borders count=\"2\"><border><left/><right/><top/><bottom/></border><border><left/><right/><top/><bottom style=\"thin\"><color rgb=\"FF5E5A52\"/>\
         </bottom></border></borders>\
         <cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>\
         <cellXfs count=\"{}\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>\
         <xf numFmtId=\"0\" fontId=\"1\" fillId=\"2\" borderId=\"1\" xfId=\"0\" applyFont=\"1\" applyFill=\"1\" \
         applyBorder=\"1\"/>\
         <xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" quotePrefix=\"1\"/>",
        first_number(DECIMALS) + 1
    ));
    // 3 is the format `#,##0` of every spreadsheet.
    for id in [3].into_iter().chain(formats) {
        xml.push_str(&format!(
            "<xf numFmtId=\"{id}\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
        ));
    }
    xml + "</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>"
}

/// A sheet: its head stays while the rows scroll and filters them.
pub fn sheet(head: &[String], rows: &[Vec<String>], numbers: &[usize], first: bool) -> String {
    let filter = range(head.len(), rows.len() + 1).replace('$', "");
    let mut xml = format!(
        "{OPENING}<worksheet xmlns=\"{MAIN}\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>\
         <dimension ref=\"{filter}\"/><sheetViews><sheetView{} workbookViewId=\"0\">\
         <pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>\
         <selection pane=\"bottomLeft\" activeCell=\"A2\" sqref=\"A2\"/></sheetView></sheetViews>\
         <sheetFormatPr defaultRowHeight=\"16.5\"/><cols>",
        if first { " tabSelected=\"1\"" } else { "" }
    );
    for (at, words) in head.iter().enumerate() {
        let cells = rows.iter().take(LOOKED_AT).filter_map(|row| row.get(at)).map(|cell| width(cell));
        // The button of the filter stands beside the head's words.
        let widest = cells.chain([width(words) + 3]).max().unwrap_or_default();
        let (column, wide) = (at + 1, (widest + 2).clamp(WIDTHS.0, WIDTHS.1));
        xml.push_str(&format!("<col min=\"{column}\" max=\"{column}\" width=\"{wide}\" customWidth=\"1\"/>"));
    }
    xml.push_str("</cols><sheetData>");
    let columns: Vec<String> = (0..head.len()).map(letters).collect();
    for (at, row) in (1..).zip([head].into_iter().chain(rows.iter().map(Vec::as_slice))) {
        xml.push_str(&format!("<row r=\"{at}\">"));
        for (column, (letters, words)) in columns.iter().zip(row).enumerate() {
            let place = format!("{letters}{at}");
            match at {
                1 => push_words(&mut xml, &place, words, HEAD),
                _ if numbers.contains(&column) => push_number(&mut xml, &place, words),
                _ => push_words(&mut xml, &place, words, 0),
            }
        }
        xml.push_str("</row>");
    }
    xml + "</sheetData><autoFilter ref=\""
        + &filter
        + "\"/><pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/></worksheet>"
}

/// The cells of a table of so many columns and rows, as `$A$1:$I$7`.
pub fn range(columns: usize, rows: usize) -> String {
    format!("$A$1:${}${rows}", letters(columns.saturating_sub(1)))
}

/// The letters of a column, counted from 0: A to Z, AA and on.
fn letters(mut column: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(char::from(b'A' + (column % 26) as u8));
        if column < 26 {
            return letters.into_iter().rev().collect();
        }
        column = column / 26 - 1;
    }
}
