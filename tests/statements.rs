//! Statements: speech, honours, commitments and stories, by the rows of the case file and of the word lists.

use tiyao::fold::Fold;
use tiyao::lexicon::rows;
use tiyao::model::{Detail, Fact, Kind, Modality, SpeechMode};
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

#[test]
fn every_verb_of_plans_opens_one_and_what_follows_from_it_none() {
    let mut lost = Vec::new();
    for row in rows(include_str!("../src/lexicon/actions.tsv")) {
        let found = said("commitment", row.example);
        let opens = found.iter().any(|one| one.contains(row.term));
        let holds = match row.family {
            "act" => opens,
            "effect" => !opens,
            _ => !found.is_empty(),
        };
        if !holds {
            lost.push(format!("{} {}: {} gives {found:?}", row.term, row.family, row.example));
        }
    }
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}

/// Whether all figures of the text are wanted and not reached.
fn wanted(text: &str) -> bool {
    let digest = read(text, &Options::default());
    let mut figures = digest.facts.iter().filter_map(|fact| match &fact.detail {
        Detail::Figure(figure) => Some(figure.modality),
        _ => None,
    });
    assert!(digest.facts.iter().any(|fact| fact.kind() == Kind::Figure), "{text}");
    figures.all(|modality| modality == Modality::Target)
}

#[test]
fn every_word_around_plans_does_its_part() {
    for row in rows(include_str!("../src/lexicon/plans.tsv")) {
        let holds = match row.family {
            "turn" | "foreseen" => wanted(row.example),
            "reached" => !wanted(&format!("二、下一步打算\n{}。", row.example)),
            _ => wanted(&format!(
                "一、工作回顾\n过去一年,各项工作取得进展,各地各部门共同努力,成效很好。\n{}\n各地建成平安示范点20个,各部门齐抓共管,共同把工作做好。\n",
                row.example
            )),
        };
        assert!(holds, "{} {}", row.term, row.example);
    }
}

#[test]
fn every_word_of_honours_leads_to_one() {
    for row in rows(include_str!("../src/lexicon/honours.tsv")) {
        assert!(!said("honour", row.example).is_empty(), "{} {}", row.term, row.example);
    }
}

#[test]
fn every_word_of_stories_does_its_part() {
    for row in rows(include_str!("../src/lexicon/anecdotes.tsv")) {
        let review = format!(
            "2022年平安建设工作综述\n2023年1月10日\n\n2022年,全市各项工作取得进展,各地各部门共同努力,成效很好。\n\n{}\n",
            row.example
        );
        let found = said("case", &review);
        let holds = match row.family {
            "official" => found.is_empty(),
            "outcome" => {
                found.iter().any(|one| one.split('/').next().is_some_and(|outcome| outcome.contains(row.term)))
            }
            _ => found.len() == 1,
        };
        assert!(holds, "{} {}: {found:?}", row.term, row.family);
    }
}
