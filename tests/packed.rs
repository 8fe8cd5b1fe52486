//! The tables that the page carries packed are the tables of the files.

use tiyao::lexicon::{packed, rows};

/// The words with their families: in order, but equal words as they stand, since the first of them counts.
fn words(table: &'static str) -> Vec<(&'static str, &'static str)> {
    let mut words: Vec<_> = rows(table).map(|row| (row.term, row.family)).collect();
    words.sort_by_key(|word| word.0);
    words
}

#[test]
fn packed_tables_are_what_their_files_say() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/lexicon");
    let mut seen = 0;
    for file in std::fs::read_dir(folder).unwrap() {
        let name = file.unwrap().file_name().to_string_lossy().into_owned();
        let whole: &'static str = std::fs::read_to_string(format!("{folder}/{name}")).unwrap().leak();
        let text = packed::text(&name);
        match name.as_str() {
            "ordinary.txt" => {
                let pairs = |(first, seconds): (&str, &str)| {
                    seconds.chars().map(|second| format!("{first}{second}")).collect::<Vec<_>>()
                };
                let mut pairs: Vec<String> = words(whole).into_iter().flat_map(pairs).collect();
                pairs.sort();
                assert!(words(text).into_iter().map(|word| word.0).eq(pairs), "{name}");
            }
            "divisions.txt" => {
                let lines = whole.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
                assert!(text.lines().eq(lines), "{name}");
            }
            _ if name.ends_with(".tsv") || name.ends_with(".txt") => assert!(words(text) == words(whole), "{name}"),
            _ => continue,
        }
        seen += 1;
    }
    assert!(seen > 20, "{seen} tables were read");
}
