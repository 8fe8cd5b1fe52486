//! Rules of the repository that no compiler checks.

use std::collections::HashSet;
use std::path::Path;

/// The most lines that a file of code may have; tables are no code.
const LONGEST: usize = 400;
/// The most lines of a file that draws.
const LONGEST_VIEW: usize = 300;

fn top() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every text file of the project as (path from the top, text), in order.
fn files() -> Vec<(String, String)> {
    let (mut found, mut open) = (Vec::new(), vec![top().to_owned()]);
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if ["target", "dist", "node_modules", ".git", ".tools"].contains(&name.as_ref()) {
                continue;
            }
            if path.is_dir() {
                open.push(path);
            } else if let Ok(text) = std::fs::read_to_string(&path) {
                found.push((shown(&path), text));
            }
        }
    }
    found.sort();
    found
}

fn shown(path: &Path) -> String {
    path.strip_prefix(top()).unwrap_or(path).to_string_lossy().replace('\\', "/")
}

fn ends(file: &str, endings: &[&str]) -> bool {
    endings.iter().any(|ending| file.ends_with(ending))
}

#[test]
fn files_are_short_enough_to_be_read() {
    let long: Vec<String> = files()
        .iter()
        .filter(|(file, _)| ends(file, &[".rs", ".css", ".js", ".html", ".sh"]) && !file.starts_with("tests/cases/"))
        .filter(|(file, _)| !ends(file, &["table.rs"]))
        .map(|(file, text)| (file, text.lines().count()))
        .filter(|(file, lines)| *lines > if file.contains("src/view/") { LONGEST_VIEW } else { LONGEST })
        .map(|(file, lines)| format!("{file}: {lines} lines"))
        .collect();
    assert!(long.is_empty(), "split by meaning:\n{}", long.join("\n"));
}

#[test]
fn nothing_is_left_open() {
    // Put together here so that this file does not find itself.
    let marks = [["TO", "DO"], ["FIX", "ME"], ["todo", "!("], ["unimplemented", "!("], ["dbg", "!("], ["#[ig", "nore"]]
        .map(|parts| parts.concat());
    let silenced = ["allow(dead", "_code"].concat();
    let mut faults = Vec::new();
    for (file, text) in files().iter().filter(|(file, _)| ends(file, &[".rs", ".js", ".css", ".html", ".sh"])) {
        for (at, line) in text.lines().enumerate() {
            if marks.iter().any(|mark| line.contains(mark)) || line.contains(&silenced) {
                faults.push(format!("{file}:{}: {}", at + 1, line.trim()));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn no_path_of_one_machine() {
    let homes = ["work", "root", "home"].map(|name| format!("/{name}/"));
    let mut faults = Vec::new();
    for (file, text) in files().iter().filter(|(file, _)| !file.starts_with("seeds/")) {
        for (at, line) in text.lines().enumerate() {
            let told = homes.iter().any(|home| {
                line.match_indices(home.as_str())
                    .any(|(i, _)| !line[..i].ends_with(|c: char| c.is_ascii_alphanumeric() || "_.-".contains(c)))
            });
            if told {
                faults.push(format!("{file}:{}: {}", at + 1, line.trim()));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn modules_are_named_for_what_they_hold() {
    for (file, _) in files().iter().filter(|(file, _)| ends(file, &[".rs"])) {
        for vague in ["utils", "util", "common", "misc", "helpers"] {
            let named = file.split('/').any(|part| part.trim_end_matches(".rs") == vague);
            assert!(!named, "{file} says nothing of what it holds");
        }
    }
}

/// A word list is rows of `term`, `family`, `example`: no row twice, and every example holds its term.
#[test]
fn rows_of_lexicons_are_unique_and_have_examples() {
    let mut faults = Vec::new();
    for (file, text) in files().iter().filter(|(file, _)| file.contains("/lexicon/") && file.ends_with(".tsv")) {
        let mut seen = HashSet::new();
        for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.starts_with('#') && !line.is_empty()) {
            let place = format!("{file}:{}", at + 1);
            let cells: Vec<&str> = line.split('\t').collect();
            let [term, family, .., example] = cells[..] else {
                faults.push(format!("{place}: wants term, family and example: {line}"));
                continue;
            };
            if !seen.insert((term.to_owned(), family.to_owned())) {
                faults.push(format!("{place}: {term} stands there twice"));
            }
            if !example.contains(term) {
                faults.push(format!("{place}: the example lacks {term}: {example}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
