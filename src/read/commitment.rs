//! Commitments: what is promised or planned, and by when.

use super::Page;
use super::plan::Plans;
use super::time::Timeline;
use crate::fold::{CharSpan, Fold};
use crate::model::{Commitment, Detail, Evidence, Fact, Role};

/// The commitments of a page: each planned clause that does something.
pub fn read(page: &Page, timeline: &Timeline, plans: &Plans) -> Vec<Fact> {
    let fold = page.fold;
    let mut facts = Vec::new();
    for clause in plans.clauses.iter().filter(|clause| acts(fold, clause.at)) {
        let sentence = &page.layout.sentences[clause.sentence];
        let (deadline, said) = deadline(timeline, clause.at);
        let mut evidence = vec![Evidence { role: Role::Modality, span: fold.span(clause.cause) }];
        evidence.extend(said.map(|at| Evidence { role: Role::Period, span: fold.span(at) }));
        facts.push(Fact {
            span: fold.span(clause.at),
            article: sentence.article,
            rule: "planned-clause",
            evidence,
            detail: Detail::Commitment(Commitment { deadline }),
        });
    }
    facts
}

/// Whether the clause says what is to be done: long enough, and no mere circumstance or pledge of attitude.
fn acts(fold: &Fold, at: CharSpan) -> bool {
    const CIRCUMSTANCES: &[&str] = &[
        "在",
        "按照",
        "根据",
        "围绕",
        "对标",
        "面对",
        "随着",
        "作为",
        "以习近平",
        "立足",
        "同时",
        "为了",
        "针对",
        "当前",
        "结合",
    ];
    const ATTITUDES: &[&str] = &["增强“四个意识”", "坚定“四个自信”", "做到“两个维护”", "深刻领悟"];
    let circumstance =
        CIRCUMSTANCES.iter().any(|word| fold.starts_with(at.start, word)) && !fold.slice(at).contains(&'将');
    let attitude = ATTITUDES.iter().any(|word| fold.starts_with(at.start, word));
    at.len() >= 5 && !circumstance && !attitude
}

/// The time by which the clause is to be done: one that it names, or that the plan before it names.
fn deadline(timeline: &Timeline, at: CharSpan) -> (String, Option<CharSpan>) {
    let marks = timeline.marks();
    let first = marks.partition_point(|mark| mark.at.start < at.start);
    for mark in marks[first..].iter().take_while(|mark| mark.at.end <= at.end) {
        let end = mark.placed.value.rsplit('/').next().unwrap_or_default();
        if end.starts_with(|c: char| c.is_ascii_digit()) {
            return (end.to_owned(), Some(mark.at));
        }
    }
    (String::new(), None)
}
