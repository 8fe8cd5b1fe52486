//! The files as another program reads them.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};

use super::*;

fn sheet(rows: &[&[&str]], numbers: &[usize]) -> Sheet {
    let rows = rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect();
    Sheet { rows, numbers: numbers.to_vec() }
}

fn opened(file: Vec<u8>) -> Xlsx<Cursor<Vec<u8>>> {
    open_workbook_from_rs(Cursor::new(file)).expect("a workbook")
}

/// The words of one cell below a head, as they are read.
fn read_back(words: &str) -> String {
    let mut book = opened(workbook(&[("x", &sheet(&[&["原文"], &[words]], &[]))]));
    book.worksheet_range("x").expect("a sheet").get((1, 0)).map(ToString::to_string).unwrap_or_default()
}

fn xml(file: &[u8]) -> String {
    String::from_utf8_lossy(file).into_owned()
}

#[test]
fn another_program_reads_it() {
    let figures = sheet(
        &[
            &["指标", "数值", "单位"],
            &["生产总值", "120000000000", "元"],
            &["群眾滿意度", "98.2", "%"],
            &["发案", "-3", ""],
        ],
        &[1],
    );
    let mut book = opened(workbook(&[("数据", &figures), ("全部事实", &sheet(&[&["a"]], &[]))]));
    assert_eq!(book.sheet_names(), ["数据", "全部事实"]);
    let range = book.worksheet_range("数据").expect("a sheet");
    assert_eq!(range.get_size(), (4, 3));
    let cell = |row, column| range.get((row, column)).expect("a cell").clone();
    assert_eq!((cell(0, 0), cell(0, 1)), (Data::String("指标".into()), Data::String("数值".into())));
    assert_eq!((cell(1, 1), cell(2, 1), cell(3, 1)), (Data::Float(120e9), Data::Float(98.2), Data::Float(-3.0)));
    assert_eq!((cell(2, 0), cell(3, 2)), (Data::String("群眾滿意度".into()), Data::Empty));
    assert_eq!(book.worksheet_range("全部事实").expect("a sheet").get_size(), (1, 1));
}

#[test]
fn no_cell_runs() {
    for words in
        ["=1+1", "=cmd|' /C calc'!A0", "+1", "-x", "@SUM(A1)", "＝1", " =1", "\t=1", "=HYPERLINK(\"x\",\"见\")"]
    {
        let file = workbook(&[("x", &sheet(&[&["=head"], &[words]], &[]))]);
        let mut book = opened(file.clone());
        let range = book.worksheet_range("x").expect("a sheet");
        assert_eq!(range.get((1, 0)), Some(&Data::String(words.replace('\t', " "))), "the words are words");
        let formulas = book.worksheet_formula("x").expect("a sheet");
        assert_eq!(formulas.used_cells().count(), 0);
        assert!(!xml(&file).contains("<f>") && xml(&file).contains("s=\"2\""), "{words} stays words when it is edited");
    }
    // A number that begins with its sign is one.
    let mut book = opened(workbook(&[("x", &sheet(&[&["数值"], &["-3.5"], &["=2"]], &[0]))]));
    let range = book.worksheet_range("x").expect("a sheet");
    assert_eq!((range.get((1, 0)), range.get((2, 0))), (Some(&Data::Float(-3.5)), Some(&Data::String("=2".into()))));
}

#[test]
fn hostile_words_stay_words() {
    for words in ["<b>&amp;\"'</t></is>]]>", "平安😀🇨🇳𠮷", " 前后有空 ", "_x000D_", "_x005F_x0041_", "_x_", "＜１＞"]
    {
        assert_eq!(read_back(words), words);
    }
    assert_eq!(read_back("a\0b\u{1}c\td\r\ne\u{b}"), "a b c d  e ");
    assert_eq!(read_back("\u{202e}反\u{fffe}\u{9f}\u{feff}"), "⟦U+202E⟧反⟦U+FFFE⟧⟦U+009F⟧⟦U+FEFF⟧");
}

#[test]
fn a_long_cell_is_cut_where_a_spreadsheet_would_refuse_it() {
    let units = |words: &str| words.encode_utf16().count();
    let fits = "数".repeat(32_766);
    assert_eq!(read_back(&fits), fits);
    for letter in ["数", "😀", "&", "_x000D_", "\u{202e}"] {
        let read = read_back(&letter.repeat(40_000));
        assert!(units(&read) <= 32_767 && units(&read) > 32_700 && read.ends_with('…'), "{letter}: {}", units(&read));
    }
}

#[test]
fn digits_that_would_be_lost_are_kept_as_words() {
    let mut book = opened(workbook(&[("x", &sheet(&[&["数值"], &["1234567890123456"], &["NaN"], &["1e400"]], &[0]))]));
    let range = book.worksheet_range("x").expect("a sheet");
    let cells: Vec<_> = (1..4).map(|row| range.get((row, 0)).expect("a cell").clone()).collect();
    assert_eq!(cells, ["1234567890123456", "NaN", "1e400"].map(|words| Data::String(words.into())));
}

#[test]
fn the_head_stays_and_filters() {
    let mut wide = vec!["列"; 28];
    wide[1] = "一个很长的指标名称";
    let row = vec!["数"; 28];
    let file = xml(&workbook(&[("数据", &sheet(&[&wide, &row], &[]))]));
    for part in [
        "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>",
        "<autoFilter ref=\"A1:AB2\"/>",
        "'数据'!$A$1:$AB$2</definedName>",
        "<c r=\"AB2\" s=\"0\"",
        "<c r=\"A1\" s=\"1\"",
        "<col min=\"1\" max=\"1\" width=\"8\" customWidth=\"1\"/><col min=\"2\" max=\"2\" width=\"23\" customWidth=\"1\"/>",
    ] {
        assert!(file.contains(part), "{part}");
    }
}

#[test]
fn what_has_no_room_stands_on_a_second_sheet() {
    let mut long = sheet(&[&["a"]], &[0]);
    long.rows.extend((0..MOST_ROWS).map(|at| vec![at.to_string()]));
    let mut book = opened(workbook(&[("x", &long)]));
    assert_eq!(book.sheet_names(), ["x", "x 2"]);
    assert_eq!(book.worksheet_range("x").expect("a sheet").height(), MOST_ROWS);
    let rest = book.worksheet_range("x 2").expect("a sheet");
    assert_eq!((rest.height(), rest.get((1, 0))), (2, Some(&Data::Float((MOST_ROWS - 1) as f64))));
}
