//! Scores the digests of the seeds against what careful readers found in them. The scores are held as floors in
//! `floors.tsv`: a score below its floor fails, and so does a floor that has fallen behind, so that floors only rise.
//!
//! After a reader has become better, `RAISE_FLOORS=1 cargo test --test gold` writes the raised floors.

mod compare;
mod score;
mod tally;

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};

use serde_json::Value;
use tally::{SLACK, Tally, floors};
use tiyao::{Options, export};

const SEEDS: [&str; 5] = ["chongqing-2022", "huaian-2017", "rongchang-2016", "suizhou-2023", "zhoukou-2017"];

fn measure() -> Tally {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    let mut tally = Tally::default();
    for name in SEEDS {
        let open = |ending: &str| std::fs::read_to_string(folder.join(format!("{name}.{ending}"))).expect("a seed");
        let (text, gold) = (open("txt"), open("gold.jsonl"));
        let digest: Value =
            serde_json::from_str(&export::json(&tiyao::read(&text, &Options::default()))).expect("the digest is JSON");
        tally.notes.push(format!("-- {name}"));
        score::score(&text, &gold, digest["facts"].as_array().expect("a digest has facts"), &mut tally);
    }
    tally
}

fn floors_file() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold/floors.tsv")
}

/// The same file with every floor that has fallen behind raised to two places below what is measured.
fn raised(text: &str, measures: &BTreeMap<(String, String), f64>) -> String {
    let (held, mut out) = (floors(text), String::new());
    for line in text.lines().filter(|line| line.starts_with('#')) {
        let _ = writeln!(out, "{line}");
    }
    for ((kind, measure), value) in measures {
        let reached = (value * 100.0).floor() / 100.0;
        let floor = held.get(&(kind.clone(), measure.clone())).map_or(reached, |floor| floor.max(reached));
        let _ = writeln!(out, "{kind}\t{measure}\t{floor:.2}");
    }
    out
}

#[test]
fn scores_stay_above_floors_that_only_rise() {
    let text = std::fs::read_to_string(floors_file()).expect("the floors");
    let (tally, held) = (measure(), floors(&text));
    let measures = tally.measures();
    // Seen with --nocapture.
    println!("{}", tally.table());
    let mut faults = Vec::new();
    for ((kind, measure), floor) in &held {
        match measures.get(&(kind.clone(), measure.clone())) {
            None => faults.push(format!("{kind} {measure} is no longer measured")),
            Some(value) if value + 1e-9 < *floor => {
                faults.push(format!("{kind} {measure} fell to {value:.3}, its floor is {floor:.2}"));
            }
            Some(_) => {}
        }
    }
    if faults.is_empty() && std::env::var_os("RAISE_FLOORS").is_some() {
        std::fs::write(floors_file(), raised(&text, &measures)).expect("floors can be written");
        return;
    }
    for (key, value) in &measures {
        let floor = held.get(key).copied();
        if floor.is_none_or(|floor| value - floor > SLACK) {
            let (kind, measure) = key;
            faults.push(format!("{kind} {measure} reached {value:.3}: raise its floor (RAISE_FLOORS=1)"));
        }
    }
    assert!(faults.is_empty(), "{}\n{}\n{}", tally.notes.join("\n"), tally.table(), faults.join("\n"));
}

/// Every place that the scores rest on can be found, so no score is high because gold lines were lost.
#[test]
fn gold_counts_are_those_of_the_annotators() {
    let measures = measure();
    let table = measures.table();
    for (kind, count) in [("figure", 247), ("time", 117), ("section", 41), ("boilerplate", 19), ("gap", 4)] {
        let line = table.lines().find(|line| line.starts_with(kind) && line.contains("found")).expect("a line a kind");
        assert!(line.contains(&format!("gold {count:4}")), "{line}");
    }
}
