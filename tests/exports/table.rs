use std::collections::HashMap;

use tiyao::export;
use tiyao::{Digest, Options};

use crate::sample::every_kind;

/// The rows of the table as a CSV reader other than ours gives them.
fn rows(digest: &Digest) -> Vec<HashMap<String, String>> {
    let table = export::csv(digest);
    let table = table.strip_prefix('\u{feff}').expect("a byte order mark");
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let head = reader.headers().expect("a head").clone();
    let rows = reader.records().map(|row| row.expect("a row as long as the head"));
    rows.map(|row| head.iter().zip(row.iter()).map(|(name, cell)| (name.to_owned(), cell.to_owned())).collect())
        .collect()
}

#[test]
fn the_table_reads_back() {
    let digest = every_kind();
    let rows = rows(&digest);
    assert_eq!(rows.len(), digest.facts.len());
    let kinds: Vec<&str> = rows.iter().map(|row| row["kind"].as_str()).collect();
    assert_eq!(kinds[..3], ["figure"; 3], "figures first");
    assert!(!kinds[3..].contains(&"figure"));
    for row in &rows {
        let bound = |name: &str| row[name].parse::<usize>().expect("an offset");
        assert!(bound("start") < bound("end"));
        assert_eq!((row["document"].as_str(), row["sha256"].len()), ("平安.txt", 64));
        assert_eq!((row["version"].as_str(), row["options"].as_str()), ("0.1.0", "date=2018-02-07;sentences=2"));
    }
}

#[test]
fn numbers_stay_numbers_and_times_stand_under_period() {
    let rows = rows(&every_kind());
    let of = |kind: &str, field: &str, value: &str| {
        rows.iter().find(|row| row["kind"] == kind && row[field] == value).expect("a row").clone()
    };
    let change = of("figure", "form", "change");
    assert_eq!((change["value"].as_str(), change["high"].as_str()), ("-5.8", "6.1"));
    assert_eq!(change["basis"], "yoy");
    assert_eq!(of("figure", "form", "level")["value"], "48000");
    assert_eq!(of("time", "form", "date")["period"], "2017");
    assert_eq!(of("time", "form", "date")["value"], "");
    assert_eq!(of("section", "level", "1")["quote"], "二、打击𠮷犯罪");
}

/// What a spreadsheet may take for a formula, wherever a cell starts with it.
fn runs(cell: &str) -> bool {
    let first = cell.trim_start_matches(' ').chars().next();
    first.is_some_and(|c| "=+-@＝＋－＠\t\r\n".contains(c)) && cell.parse::<f64>().is_err()
}

#[test]
fn no_cell_runs() {
    for row in rows(&every_kind()) {
        for (column, cell) in row {
            assert!(!runs(&cell), "{column}: {cell:?}");
            assert!(!cell.contains('\u{202e}'), "{column}: {cell:?}");
        }
    }
    for name in ["=1+1", "+1", "-1+1", "@SUM(1)", "\t=1", "\r=1", " =1", "＝1", "＋1", "－1", "＠1", "\u{a0}=1"] {
        let mut digest = every_kind();
        digest.options.name = name.into();
        let cell = rows(&digest)[0]["document"].clone();
        assert_eq!(cell, format!("'{name}"));
    }
}

#[test]
fn a_text_without_facts_is_a_head_alone() {
    let empty = tiyao::read("", &Options::default());
    assert_eq!(export::csv(&empty), export::csv_header());
}
