//! What real texts do that the annotated articles do not: a case for each pattern, read in both scripts and widths.

use std::collections::HashMap;

use serde_json::Value;
use tiyao::model::{Detail, Digest};
use tiyao::script::fold_char;
use tiyao::{Options, read};

const CASES: &str = include_str!("cases/patterns.jsonl");

fn cases() -> Vec<Value> {
    CASES.lines().map(|line| serde_json::from_str(line).expect(line)).collect()
}

fn digest(case: &Value, text: &str) -> Digest {
    read(text, &Options { date: case["date"].as_str().unwrap_or_default().into(), ..Options::default() })
}

/// A fact by the code points that it stands at, as the case writes it.
fn facts(digest: &Digest, of: impl Fn(&Detail) -> Option<Value>) -> Vec<(usize, usize, Value)> {
    let text = digest.source.text();
    let place = |at: usize| text.get(..at).unwrap_or_default().chars().count();
    let found = digest
        .facts
        .iter()
        .filter_map(|fact| of(&fact.detail).map(|value| (place(fact.span.start), place(fact.span.end), value)));
    found.collect()
}

fn figure(detail: &Detail) -> Option<Value> {
    let Detail::Figure(figure) = detail else { return None };
    let mut value = serde_json::to_value(figure).expect("a plain figure");
    value["value"] = Value::String(figure.value.to_string());
    value["high"] = figure.high.map_or(Value::Null, |high| Value::String(high.to_string()));
    Some(value)
}

fn time(detail: &Detail) -> Option<Value> {
    let Detail::Time(time) = detail else { return None };
    Some(Value::String(time.value.clone()))
}

fn not_figure(detail: &Detail) -> Option<Value> {
    let Detail::NotFigure(other) = detail else { return None };
    Some(Value::String(other.reason.into()))
}

/// The same words written otherwise, character for character.
fn rewritten(text: &str, of: impl Fn(char) -> char) -> String {
    text.chars().map(of).collect()
}

fn check(case: &Value, text: &str) {
    let given: Vec<char> = case["text"].as_str().expect("a text").chars().collect();
    let digest = digest(case, text);
    let quote = |start: usize, end: usize| given[start..end].iter().collect::<String>();
    let figures = facts(&digest, figure);
    let wanted = case["figures"].as_array().expect("figures");
    let quotes: Vec<String> = figures.iter().map(|&(start, end, _)| quote(start, end)).collect();
    let named: Vec<&str> = wanted.iter().map(|want| want["quote"].as_str().expect("a quote")).collect();
    assert_eq!(quotes, named, "figures of {}: {text}", case["pattern"]);
    for (want, (.., has)) in wanted.iter().zip(&figures) {
        for (field, value) in want.as_object().expect("fields").iter().filter(|(field, _)| *field != "quote") {
            assert_eq!(&has[field], value, "{field} of {} in {text}", want["quote"]);
        }
    }
    let pairs = |found: Vec<(usize, usize, Value)>| -> Vec<String> {
        let shown = found.iter();
        shown
            .map(|(start, end, value)| format!("{}={}", quote(*start, *end), value.as_str().unwrap_or_default()))
            .collect()
    };
    let listed =
        |field: &str| -> Vec<&str> { case[field].as_array().into_iter().flatten().filter_map(Value::as_str).collect() };
    assert_eq!(pairs(facts(&digest, time)), listed("times"), "times of {}: {text}", case["pattern"]);
    assert_eq!(pairs(facts(&digest, not_figure)), listed("notFigures"), "other numerals of {text}");
    assert!(digest.coverage.unread.is_empty(), "unread in {text}: {:?}", digest.coverage.unread);
}

#[test]
fn every_pattern_is_read() {
    cases().iter().for_each(|case| check(case, case["text"].as_str().expect("a text")));
}

#[test]
fn every_pattern_is_read_in_traditional_characters() {
    let mut other = HashMap::new();
    for c in '\u{4e00}'..='\u{9fff}' {
        if fold_char(c) != c {
            other.entry(fold_char(c)).or_insert(c);
        }
    }
    for case in cases() {
        let text = case["text"].as_str().expect("a text");
        check(&case, &rewritten(text, |c| other.get(&c).copied().unwrap_or(c)));
    }
}

#[test]
fn every_pattern_is_read_in_either_width() {
    let wide = |c: char| match c {
        ',' | ':' | ';' | '(' | ')' | '%' | '0'..='9' => char::from_u32(c as u32 + 0xfee0).unwrap_or(c),
        _ => c,
    };
    let narrow = |c: char| match c {
        '，' | '：' | '；' | '（' | '）' | '％' | '０'..='９' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        _ => c,
    };
    for case in cases() {
        let text = case["text"].as_str().expect("a text");
        check(&case, &rewritten(text, wide));
        check(&case, &rewritten(text, narrow));
    }
}

/// Sections 1 to 6: width, numerals, pairs and lists, comparisons, periods, no figures.
#[test]
fn every_section_has_its_cases() {
    let all = cases();
    for section in ["1", "2", "3", "4", "5", "6"] {
        let of = |case: &&Value| case["pattern"].as_str().is_some_and(|name| name.starts_with(section));
        assert!(all.iter().filter(of).count() >= 5, "section {section}");
    }
}
