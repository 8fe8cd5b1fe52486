//! Every row of every table does something in its example: where the tables lack it, the example says something else.

use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use serde_json::Value;
use tiyao::export;
use tiyao::lexicon::{Row, rows, without};
use tiyao::script::fold_char;
use tiyao::{Options, read};

use super::traditional;

/// An article that has the example as a paragraph, for what is only read in one.
const BEFORE: &str =
    "2023年平安建设工作综述\n2024年1月10日\n\n2023年,全市各项工作取得进展,各地各部门共同努力,成效很好。\n\n";
const AFTER: &str = "\n\n各地各部门齐抓共管,共同把工作做好。\n";

/// The rows of all tables in the folder, each with the place where it stands.
fn tables() -> Vec<(String, Row)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lexicon");
    let mut files: Vec<_> = fs::read_dir(folder).expect("a folder").map(|file| file.expect("a file").path()).collect();
    files.retain(|file| file.extension().is_some_and(|end| end == "tsv"));
    files.sort();
    let mut found = Vec::new();
    for file in files {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let table: &'static str = fs::read_to_string(&file).expect("a table").leak();
        found.extend(rows(table).map(|row| (format!("{name}: {} ({})", row.term, row.family), row)));
    }
    found
}

/// The example by itself, and as a paragraph.
fn texts(row: &Row) -> [String; 2] {
    let example = row.example.replace("\\n", "\n");
    [format!("{BEFORE}{example}{AFTER}"), example]
}

/// All that the digest gives, but for the names of rules: that another rule reads the same is no difference.
fn digest(text: &str) -> String {
    let mut digest = read(text, &Options::default());
    digest.facts.iter_mut().for_each(|fact| fact.rule = "");
    export::json_line(&digest)
}

/// Whether the row changes what its example says.
fn works(row: &Row) -> bool {
    texts(row).iter().any(|text| digest(text) != without(*row, || digest(text)))
}

/// What the digest says in either script: offsets stay, they count the same characters.
fn said(text: &str) -> Value {
    let folded: String = export::json_line(&read(text, &Options::default())).chars().map(fold_char).collect();
    let mut json: Value = serde_json::from_str(&folded).expect("the digest is JSON");
    json["source"].take();
    for fact in json["facts"].as_array_mut().expect("facts").iter_mut().filter_map(Value::as_object_mut) {
        fact.remove("script");
    }
    json
}

/// Whether the example says the same in Traditional characters.
fn has_twin(row: &Row) -> bool {
    let [_, example] = texts(row);
    said(&example) == said(&traditional(&example))
}

/// The rows that do not pass, looked for on all cores.
fn faults(passes: fn(&Row) -> bool) -> Vec<String> {
    let all = tables();
    assert!(all.len() > 5000, "{} rows", all.len());
    let next = AtomicUsize::new(0);
    let look = || {
        let mut found = Vec::new();
        while let Some((place, row)) = all.get(next.fetch_add(1, Ordering::Relaxed)) {
            if !passes(row) {
                found.push(format!("{place}: {}", row.example));
            }
        }
        found
    };
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let mut found: Vec<String> = thread::scope(|scope| {
        let threads: Vec<_> = (0..cores).map(|_| scope.spawn(look)).collect();
        threads.into_iter().flat_map(|thread| thread.join().expect("no panic")).collect()
    });
    found.sort();
    found
}

#[test]
fn every_word_does_something_in_its_example() {
    let idle = faults(works);
    assert!(idle.is_empty(), "{} rows change nothing:\n{}", idle.len(), idle.join("\n"));
}

#[test]
fn every_example_says_the_same_in_traditional_characters() {
    let other = faults(has_twin);
    assert!(other.is_empty(), "{} examples differ:\n{}", other.len(), other.join("\n"));
}

/// No table has these rows, so nothing is lost with them, though a fact is read and holds the word.
#[test]
fn a_row_that_does_nothing_is_refused() {
    let invented = Row { term: "齐抓共管", family: "verb", example: "市公安局齐抓共管案件120起。" };
    assert!(!works(&invented));
    let known = tables().into_iter().find(|(_, row)| row.term == "抓获" && row.family == "verb").expect("a row").1;
    assert!(works(&known));
    assert!(!works(&Row { family: "adverb", ..known }), "in a family that the word is not of");
}
