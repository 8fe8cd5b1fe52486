//! Compares one digest with what careful readers found in the same text.
//!
//! A figure is found where it overlaps the gold quote and has its value and unit; a time where it overlaps; a line where
//! more than half of the longer one is shared; a name by its folded words, once a text; a statement where half of the
//! shorter one is shared; a gap where it overlaps.

use std::collections::HashMap;

use serde_json::Value;

use crate::compare::{Stretch, field, fold, length, likeness, locate, overlap, same_number, stretch};
use crate::tally::Tally;

const NAMES: [&str; 5] = ["person", "programme", "organisation", "document", "place"];
const LINES: [&str; 4] = ["section", "boilerplate", "caption", "label"];
const STATEMENTS: [&str; 4] = ["speech", "honour", "commitment", "case"];

/// A gold line with its place in the text.
struct Gold {
    at: Stretch,
    json: Value,
}

/// Adds to `tally` how the `facts` of a digest compare with the lines of a gold file.
pub fn score(text: &str, gold: &str, facts: &[Value], tally: &mut Tally) {
    let of = |kind: &str| -> Vec<&Value> { facts.iter().filter(|fact| fact["kind"] == kind).collect() };
    let mut golds: HashMap<String, Vec<Gold>> = HashMap::new();
    for line in gold.lines().filter(|line| !line.is_empty()) {
        let json: Value = serde_json::from_str(line).expect("a gold line is JSON");
        let kind = json["kind"].as_str().expect("a gold line has a kind").to_owned();
        let at = if kind == "check" { (0, 0) } else { place(text, &json) };
        golds.entry(kind).or_default().push(Gold { at, json });
    }
    let golds_of = |kind: &str| golds.get(kind).map(Vec::as_slice).unwrap_or_default();

    figures(golds_of("figure"), &of("figure"), tally);
    times(golds_of("time"), &of("time"), tally);
    for kind in NAMES {
        names(kind, golds_of(kind), &of(kind), tally);
    }
    for kind in LINES {
        let found = |g: &Gold, f: &Value| overlap(g.at, stretch(f)) * 2 > length(g.at).max(length(stretch(f)));
        pair(kind, golds_of(kind), &of(kind), tally, found, |_, _| 0.0);
    }
    for kind in STATEMENTS {
        statements(kind, golds_of(kind), &of(kind), tally);
    }
    pair("gap", golds_of("gap"), &of("gap"), tally, |g, f| overlap(g.at, stretch(f)) > 0, |_, _| 0.0);
    articles(golds_of("article"), &of("article"), tally);
    checks(text, golds_of("check"), &of("check"), tally);
}

fn figures(golds: &[Gold], facts: &[&Value], tally: &mut Tally) {
    let found = |g: &Gold, f: &Value| {
        overlap(g.at, stretch(f)) > 0
            && same_number(g.json.get("value"), f.get("value"))
            && field(&g.json, "unit") == field(f, "unit")
            && (g.json.get("high").is_none() || same_number(g.json.get("high"), f.get("high")))
    };
    let indicator = |g: &Gold, f: &Value| likeness(&field(&g.json, "indicator"), &field(f, "indicator"));
    for (g, f) in pair("figure", golds, facts, tally, found, indicator) {
        let mut whole = true;
        for name in ["form", "bound", "direction", "basis", "period", "modality", "scope"] {
            if name != "scope" || g.json["form"] == "rank" {
                whole &= compare_field("figure", name, g, f, tally);
            }
        }
        let alike = indicator(g, f);
        if alike < 0.8 {
            let (wanted, had) = (&g.json["indicator"], &f["indicator"]);
            tally.notes.push(format!("FIELD  figure.indicator: {} wants {wanted}, has {had}", g.json["quote"]));
        }
        tally.field("figure", "indicator.5", alike >= 0.5);
        tally.field("figure", "indicator.8", alike >= 0.8);
        tally.field("figure", "whole", whole && alike >= 0.8);
    }
}

fn times(golds: &[Gold], facts: &[&Value], tally: &mut Tally) {
    let shared = |g: &Gold, f: &Value| overlap(g.at, stretch(f));
    for (g, f) in pair("time", golds, facts, tally, |g, f| shared(g, f) > 0, |g, f| shared(g, f) as f64) {
        compare_field("time", "value", g, f, tally);
    }
}

fn names(kind: &str, golds: &[Gold], facts: &[&Value], tally: &mut Tally) {
    let mut seen = std::collections::HashSet::new();
    let once: Vec<&Value> = facts.iter().copied().filter(|fact| seen.insert(field(fact, "name"))).collect();
    let found = |g: &Gold, f: &Value| field(&g.json, "name") == field(f, "name");
    for (g, f) in pair(kind, golds, &once, tally, found, |_, _| 0.0) {
        if kind == "person" {
            tally.field(kind, "role", likeness(&field(&g.json, "role"), &field(f, "role")) >= 0.8);
        }
    }
}

fn statements(kind: &str, golds: &[Gold], facts: &[&Value], tally: &mut Tally) {
    let shared = |g: &Gold, f: &Value| overlap(g.at, stretch(f));
    let found = |g: &Gold, f: &Value| {
        let least = length(g.at).min(length(stretch(f)));
        least > 0 && shared(g, f) * 2 >= least
    };
    for (g, f) in pair(kind, golds, facts, tally, found, |g, f| shared(g, f) as f64) {
        if kind == "speech" {
            let alike = likeness(&field(&g.json, "speaker"), &field(f, "speaker"));
            tally.field(kind, "speaker", alike >= 0.7);
        }
    }
}

fn articles(golds: &[Gold], facts: &[&Value], tally: &mut Tally) {
    let near = |g: &Gold, f: &Value| -(g.at.0.abs_diff(stretch(f).0) as f64);
    for (g, f) in pair("article", golds, facts, tally, |g, f| overlap(g.at, stretch(f)) > 0, near) {
        for name in ["title", "published", "source", "editor", "area", "covers", "script"] {
            compare_field("article", name, g, f, tally);
        }
    }
}

/// Only what a reader must be told is sought: what does not match, and ratios that do.
fn checks(text: &str, golds: &[Gold], facts: &[&Value], tally: &mut Tally) {
    let sought = |g: &Value| g["verdict"] == "inconsistent" || g["relation"] == "ratio" && g["verdict"] == "consistent";
    let golds: Vec<Gold> =
        golds.iter().filter(|g| sought(&g.json)).map(|g| Gold { at: g.at, json: g.json.clone() }).collect();
    let found = |g: &Gold, f: &Value| {
        let (ours, theirs) = (claims(text, f), claims(text, &g.json));
        let met = theirs.iter().filter(|a| ours.iter().any(|b| overlap(**a, *b) > 0)).count();
        g.json["verdict"] == f["verdict"] && met * 2 >= g.json["claims"].as_array().map_or(0, Vec::len)
    };
    let (alarms, others): (Vec<&Value>, Vec<&Value>) = facts.iter().partition(|f| f["verdict"] == "inconsistent");
    // A claim that agrees and was not sought is no false alarm: such facts may meet a gold line but are never extra.
    let met: Vec<&Value> = others.into_iter().filter(|f| golds.iter().any(|g| found(g, f))).collect();
    let all: Vec<&Value> = alarms.into_iter().chain(met).collect();
    pair("check", &golds, &all, tally, found, |_, _| 0.0);
}

fn claims(text: &str, check: &Value) -> Vec<Stretch> {
    let mut all = Vec::new();
    for claim in check["claims"].as_array().into_iter().flatten() {
        match claim.as_str() {
            Some(quote) => all.extend((0..).map_while(|n| locate(text, quote, n))),
            None => all.push(stretch(claim)),
        }
    }
    all
}

fn place(text: &str, gold: &Value) -> Stretch {
    let quote = gold["quote"].as_str().expect("a gold line has a quote");
    let n = gold["n"].as_u64().unwrap_or(0) as usize;
    let at = locate(text, quote, n).unwrap_or_else(|| panic!("the gold quote is not in the text: {quote}"));
    let Some(end) = gold["end"].as_str().filter(|end| !end.is_empty()) else { return at };
    let last = (0..).map_while(|n| locate(text, end, n)).find(|last| last.0 >= at.0);
    (at.0, last.unwrap_or_else(|| panic!("the gold end is not in the text: {end}")).1)
}

fn compare_field(kind: &str, name: &str, gold: &Gold, fact: &Value, tally: &mut Tally) -> bool {
    let right = field(&gold.json, name) == field(fact, name);
    tally.field(kind, name, right);
    if !right {
        let (wanted, had) = (&gold.json[name], &fact[name]);
        tally.notes.push(format!("FIELD  {kind}.{name}: {} wants {wanted}, has {had}", gold.json["quote"]));
    }
    right
}

/// Pairs gold lines with facts one to one, the best-ranked first, and counts what is left over on both sides.
fn pair<'a>(
    kind: &str,
    golds: &'a [Gold],
    facts: &[&'a Value],
    tally: &mut Tally,
    found: impl Fn(&Gold, &Value) -> bool,
    rank: impl Fn(&Gold, &Value) -> f64,
) -> Vec<(&'a Gold, &'a Value)> {
    let mut candidates = Vec::new();
    for (i, g) in golds.iter().enumerate() {
        candidates.extend(facts.iter().enumerate().filter(|(_, f)| found(g, f)).map(|(j, f)| (rank(g, f), i, j)));
    }
    candidates.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let (mut met, mut used) = (vec![false; golds.len()], vec![false; facts.len()]);
    let mut pairs = Vec::new();
    for (_, i, j) in candidates {
        if !met[i] && !used[j] {
            met[i] = true;
            used[j] = true;
            pairs.push((&golds[i], facts[j]));
        }
    }
    for (g, _) in golds.iter().zip(&met).filter(|(_, met)| !**met) {
        tally.notes.push(format!("MISSED {kind}: {}", shown(&g.json)));
    }
    for (f, _) in facts.iter().zip(&used).filter(|(_, used)| !**used) {
        tally.notes.push(format!("EXTRA  {kind}: {}", shown(f)));
    }
    tally.found(kind, pairs.len(), golds.len() - pairs.len(), facts.len() - pairs.len());
    pairs
}

fn shown(fact: &Value) -> String {
    let words = ["name", "quote"].iter().find_map(|name| fact[*name].as_str()).unwrap_or("(no quote)");
    format!(
        "{words} {} {}{}",
        field(fact, "indicator"),
        fact.get("value").unwrap_or(&Value::Null),
        fold(&field(fact, "unit"))
    )
}
