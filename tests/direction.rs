//! The steps of the core use only those before them, and the core knows no file, clock or web.

use std::path::{Path, PathBuf};

/// The steps in the order that a text walks them. Steps of one rank are no use to each other.
const STEPS: [(&str, u8); 11] = [
    ("model", 0),
    ("script", 0),
    ("source", 1),
    ("fold", 2),
    ("lexicon", 3),
    ("scan", 4),
    ("divide", 5),
    ("read", 6),
    ("check", 7),
    ("digest", 8),
    ("export", 9),
];

/// The digest as data carries the text that it was read from.
const EXCEPTIONS: [(&str, &str); 1] = [("model/digest.rs", "source")];

/// Names that only the page, the command and the tests may say.
const OUTSIDE: [&str; 9] =
    ["web_sys", "js_sys", "wasm_bindgen", "leptos", "std::fs", "std::time", "std::env", "std::io", "regex::"];

/// Functions of the standard library that bring its tables of all scripts into the page; `script/letter.rs` says the same
/// by a few ranges, and is held to them.
const TABLES: [&str; 7] =
    ["is_alphabetic", "is_alphanumeric", "is_numeric", "is_lowercase", "is_uppercase", "to_lowercase", "to_uppercase"];

fn core() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// The Rust files under `folder`, as (path from there, text), in order.
fn files(folder: &Path) -> Vec<(String, String)> {
    let (mut found, mut open) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(next) = open.pop() {
        for entry in std::fs::read_dir(next).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let name = path.strip_prefix(folder).expect("inside").to_string_lossy().replace('\\', "/");
                found.push((name, std::fs::read_to_string(&path).expect("text")));
            }
        }
    }
    found.sort();
    found
}

/// The lines of code, each with its number from 1; remarks are none.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//")).map(|(at, line)| (at + 1, line))
}

fn rank(step: &str) -> Option<u8> {
    STEPS.iter().find(|(name, _)| *name == step).map(|(_, rank)| *rank)
}

/// The steps that a line of code names: after `crate::`, alone or in braces, and after as many `super::` as lead to
/// the top from a file `depth` modules down.
fn named(line: &str, depth: usize) -> Vec<String> {
    let top = "super::".repeat(depth);
    let mut found = Vec::new();
    for lead in ["crate::", top.as_str()] {
        for (at, _) in line.match_indices(lead) {
            let after = &line[at + lead.len()..];
            let several = after.strip_prefix('{').map(|inside| inside.split('}').next().unwrap_or_default());
            for name in several.unwrap_or(after).split(',') {
                let first = name.trim().split(|c: char| !c.is_alphanumeric() && c != '_').next();
                found.extend(first.filter(|name| rank(name).is_some()).map(str::to_owned));
            }
        }
    }
    found
}

/// How many modules deep the file's own module lies.
fn depth(file: &str) -> usize {
    file.split('/').filter(|part| *part != "mod.rs").count()
}

#[test]
fn steps_use_only_those_before_them() {
    let mut faults = Vec::new();
    for (file, text) in files(&core()) {
        let own = file.split('/').next().unwrap_or_default().trim_end_matches(".rs");
        if own == "lib" {
            continue;
        }
        let Some(from) = rank(own) else {
            faults.push(format!("src/{file}: the step {own} has no place in the order"));
            continue;
        };
        for (number, line) in code(&text) {
            for step in named(line, depth(&file)) {
                let later = rank(&step).is_some_and(|to| to > from);
                if later && !EXCEPTIONS.contains(&(file.as_str(), step.as_str())) {
                    faults.push(format!("src/{file}:{number}: {own} uses the later step {step}"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn exceptions_are_still_needed() {
    for (file, step) in EXCEPTIONS {
        let text = std::fs::read_to_string(core().join(file)).expect("the file of an exception");
        assert!(code(&text).any(|(_, line)| named(line, depth(file)).iter().any(|name| name == step)), "{file}");
    }
}

#[test]
fn core_knows_no_file_clock_or_web() {
    let mut faults = Vec::new();
    for (file, text) in files(&core()) {
        for (number, line) in code(&text) {
            for name in OUTSIDE.iter().filter(|name| line.contains(**name)) {
                faults.push(format!("src/{file}:{number}: the core names {name}"));
            }
            let tables = TABLES.iter().filter(|name| line.contains(**name) && file != "script/letter.rs");
            faults
                .extend(tables.map(|name| format!("src/{file}:{number}: {name} brings tables, see script/letter.rs")));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_reader_of_lines_sees_every_form() {
    assert_eq!(named("use crate::read::{self, Page};", 1), ["read"]);
    assert_eq!(named("use crate::{scan::Marks, fold::Fold};", 1), ["scan", "fold"]);
    assert_eq!(named("use super::super::export;", 2), ["export"]);
    assert_eq!(named("    crate::digest::read(x)", 1), ["digest"]);
    assert!(named("use super::Page;", 2).is_empty());
    assert_eq!((depth("lib.rs"), depth("read/mod.rs"), depth("read/figure.rs")), (1, 1, 2));
}

/// A public item without a sentence is found by the compiler; that every package asks it to look is found here.
#[test]
fn every_package_asks_for_docs() {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = std::fs::read_to_string(top.join("Cargo.toml")).expect("the workspace");
    assert!(root.contains("missing_docs = \"warn\""), "the workspace asks for docs");
    let members = root.lines().find(|line| line.starts_with("members")).expect("members");
    for member in members.split('"').skip(1).step_by(2).chain(["."]) {
        let package = std::fs::read_to_string(top.join(member).join("Cargo.toml")).expect("a member");
        assert!(package.contains("[lints]\nworkspace = true"), "{member} keeps the workspace's lints");
    }
}
