//! Figures: what is measured, how much, of what unit, when, against what, reached or only planned.

mod accept;
mod actor;
mod against;
mod approach;
mod bare;
mod based;
mod carry;
mod clause;
mod distribute;
mod finish;
mod form;
mod frame;
mod head;
mod labels;
mod lead;
mod linked;
mod marked;
mod modality;
mod noun;
mod ordinal;
mod remember;
mod run;
mod share;
mod single;
mod size;
mod subject;
mod vocabulary;

pub(super) use frame::is_said_of;
pub(super) use vocabulary::words;
mod walk;

use accept::Verdict;
use carry::Carried;
use linked::Reading;

use super::Page;
use super::plan::Plans;
use super::time::Timeline;
use crate::divide::{LineRole, Sentence};
use crate::model::{Arrange, Detail, Evidence, Fact, NotFigure, Role};
use crate::scan::Quantity;

/// The figures of the page, and a `not_figure` for each numeral in Arabic digits that measures nothing.
pub fn read(page: &Page, timeline: &Timeline, plans: &Plans) -> Vec<Fact> {
    let mut facts = Vec::new();
    let mut carried = Carried::default();
    let mut line = usize::MAX;
    for sentence in spoken(page) {
        if sentence.line != line {
            carried = Carried::default();
            line = sentence.line;
        }
        // What the clauses carry on reaches to the end of the paragraph: without a numeral there nobody asks for it.
        let end = page.layout.lines.get(line).map_or(0, |line| line.at.end).max(sentence.at.end);
        if numerals_from(page, sentence.at.start).first().is_none_or(|quantity| quantity.at.start >= end) {
            continue;
        }
        let numbers = numbers(page, &sentence, &mut facts);
        walk::read(page, timeline, plans, &sentence, &numbers, &mut carried, |reading| {
            facts.push(fact(page, &sentence, reading))
        });
    }
    facts
}

/// The numerals from `at` on.
pub(super) fn numerals_from<'a>(page: &'a Page, at: usize) -> &'a [Quantity] {
    let all = &page.marks.quantities;
    &all[all.partition_point(|quantity| quantity.at.start < at)..]
}

/// The sentences of the bodies, and titles, headings and captions as sentences of their own.
fn spoken(page: &Page) -> Vec<Sentence> {
    let mut all = page.layout.sentences.clone();
    let lines = page.layout.lines.iter().enumerate();
    all.extend(
        lines
            .filter(|(_, line)| {
                matches!(line.role, LineRole::Title | LineRole::Subtitle | LineRole::Heading(_) | LineRole::Caption)
            })
            .map(|(index, line)| Sentence { at: line.at, line: index, article: line.article, section: None }),
    );
    all.arrange_by_key(|sentence| sentence.at.start);
    all.dedup_by_key(|sentence| sentence.at.start);
    all
}

/// The numbers of a sentence that measure; the others become facts of their own where they need explaining.
fn numbers<'a>(page: &'a Page, sentence: &Sentence, facts: &mut Vec<Fact>) -> Vec<&'a Quantity> {
    let inside =
        numerals_from(page, sentence.at.start).iter().take_while(|quantity| quantity.at.start < sentence.at.end);
    let inside: Vec<&Quantity> = inside.filter(|quantity| quantity.at.end <= sentence.at.end).collect();
    let people = inside.iter().any(|quantity| quantity.family == "people" && !quantity.article_like);
    let mut found = Vec::new();
    for (index, &quantity) in inside.iter().enumerate() {
        match accept::judge(page, quantity) {
            Verdict::Figure => found.push(quantity),
            Verdict::NotFigure(reason) => facts.push(not_figure(page, quantity, sentence.article, reason)),
            Verdict::Unread if !form::unit_giver(page.fold, &inside, index).unit.is_empty() => found.push(quantity),
            // 三人情况危殆,一人情况严重: one of several that are counted.
            Verdict::Passed if people && accept::counts_one(page.fold, quantity) => found.push(quantity),
            Verdict::Unread if walk::says_something(page, sentence, quantity) => found.push(quantity),
            Verdict::Unread => {
                let reason = marked::judge(page.fold, quantity.number);
                facts.extend(reason.map(|reason| not_figure(page, quantity, sentence.article, reason)));
            }
            Verdict::Passed => {}
        }
    }
    found
}

fn not_figure(page: &Page, quantity: &Quantity, article: usize, reason: &'static str) -> Fact {
    Fact {
        span: page.fold.span(quantity.number),
        article,
        rule: "numeral-that-measures-nothing",
        evidence: vec![Evidence { role: Role::Value, span: page.fold.span(quantity.number) }],
        detail: Detail::NotFigure(NotFigure { reason }),
    }
}

fn fact(page: &Page, sentence: &Sentence, reading: Reading) -> Fact {
    Fact {
        span: page.fold.span(reading.at),
        article: sentence.article,
        rule: reading.rule,
        evidence: reading
            .evidence
            .into_iter()
            .filter(|(_, at)| !at.is_empty())
            .map(|(role, at)| Evidence { role, span: page.fold.span(at) })
            .collect(),
        detail: Detail::Figure(Box::new(reading.figure)),
    }
}
