//! Statements: speech, honours, commitments and stories, by the rows of the case file and of the word lists.

use tiyao::fold::Fold;
use tiyao::model::{Detail, Fact, SpeechMode};
use tiyao::{Options, read};

const CASES: &str = include_str!("cases/statements.tsv");

/// The facts of `kind` as `words/field/field`, folded; empty fields at the end are left out.
fn said(kind: &str, text: &str) -> Vec<String> {
    read(text, &Options::default()).facts.iter().filter_map(|fact| told(kind, fact, text)).collect()
}

fn told(kind: &str, fact: &Fact, text: &str) -> Option<String> {
    let quote: String = Fold::of(fact.span.of(text)).chars().iter().collect();
    let (own, fields) = match &fact.detail {
        Detail::Commitment(one) => ("commitment", [quote, one.deadline.clone(), one.figure.clone()]),
        Detail::Honour(one) => ("honour", [one.name.clone(), one.by.clone(), one.year.clone()]),
        Detail::Case(one) => ("case", [one.outcome.clone(), one.time.clone(), one.place.clone()]),
        Detail::Speech(one) => {
            let mark = if one.mode == SpeechMode::Reported { "~" } else { "" };
            ("speech", [format!("{mark}{quote}"), one.speaker.clone(), one.role.clone()])
        }
        _ => return None,
    };
    (own == kind).then(|| fields.join("/").trim_end_matches('/').to_owned())
}

/// The text with full-width digits and punctuation.
fn widened(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            ',' | ':' | ';' | '(' | ')' | '!' | '?' | '0'..='9' => char::from_u32(c as u32 + 0xfee0).unwrap_or(c),
            _ => c,
        })
        .collect()
}

#[test]
fn every_case_reads_as_its_row_says() {
    let mut faults = Vec::new();
    for row in CASES.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let cells: Vec<&str> = row.split('\t').collect();
        let [kind, text, wanted] = cells[..] else { panic!("three columns: {row}") };
        let text = text.replace("\\n", "\n");
        let wanted: Vec<&str> = wanted.split(" | ").filter(|one| *one != "-").collect();
        for shape in [text.clone(), widened(&text)] {
            let found: Vec<String> = said(kind, &shape).iter().map(|one| one.replace('\n', "\\n")).collect();
            if found != wanted {
                faults.push(format!("{kind} in {shape}\n  wanted {wanted:?}\n  found  {found:?}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
