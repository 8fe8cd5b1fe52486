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
mod held;
mod labels;
mod lead;
mod linked;
mod marked;
mod modality;
mod noun;
mod ordinal;
mod pieces;
mod remember;
mod run;
mod share;
mod single;
mod size;
mod subject;
mod take;
mod vocabulary;

pub(super) use frame::is_said_of;
pub(super) use subject::UNNAMED_WORDS;
pub(super) use vocabulary::words;
mod walk;

use std::cell::OnceCell;

use accept::Verdict;
use carry::Carried;
use linked::Walk;
use walk::Room;

use super::Page;
use super::openings::Openings;
use super::plan::Plans;
use super::time::Timeline;
use crate::divide::{LineRole, Sentence};
use crate::fold::CharSpan;
use crate::model::{Arrange, Detail, Evidence, Fact, NotFigure, Role};
use crate::scan::{Quantity, TimeMark};

/// The figures of the page, and a `not_figure` for each numeral in Arabic digits that measures nothing.
pub fn read(page: &Page, timeline: &Timeline, plans: &Plans, openings: &Openings) -> Vec<Fact> {
    let all = &page.marks.quantities;
    let mut facts = Vec::with_capacity(all.len());
    let (mut inside, mut numbers) = (Vec::new(), Vec::new());
    let (mut carried, mut room) = (Carried::default(), Room::default());
    let (mut line, mut next) = (usize::MAX, 0);
    for sentence in spoken(page) {
        if sentence.line != line {
            carried = Carried::default();
            line = sentence.line;
        }
        // What the clauses carry on reaches to the end of the paragraph: without a numeral there nobody asks for it.
        let end = page.layout.lines.get(line).map_or(0, |line| line.at.end).max(sentence.at.end);
        let starts = |at: usize, before: usize| all.get(at).is_some_and(|numeral| numeral.at.start < before);
        while starts(next, sentence.at.start) {
            next += 1;
        }
        if !starts(next, end) {
            continue;
        }
        let first = next;
        while starts(next, sentence.at.end) {
            next += 1;
        }
        inside.clear();
        inside.extend(all[first..next].iter().filter(|numeral| numeral.at.end <= sentence.at.end));
        let times = times_of(page, sentence.at);
        measuring(page, &sentence, times, &inside, &mut numbers, &mut facts);
        let (sentence, numbers, tone) = (&sentence, &numbers, OnceCell::new());
        let walk = Walk { page, timeline, plans, openings, sentence, times, numbers, tone };
        walk.read(!starts(next, end), &mut carried, &mut room, &mut facts);
    }
    facts
}

/// The times that touch a sentence.
fn times_of<'a>(page: &'a Page, sentence: CharSpan) -> &'a [TimeMark] {
    let times = &page.marks.times;
    let first = times.partition_point(|time| time.at.end < sentence.start);
    let inside = times[first..].iter().take_while(|time| time.at.start <= sentence.end).count();
    &times[first..first + inside]
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

/// The numbers among the numerals `inside` a sentence that measure, in place of what `found` held; the others become facts of
/// their own where they need explaining.
fn measuring<'a>(
    page: &Page,
    sentence: &Sentence,
    times: &[TimeMark],
    inside: &[&'a Quantity],
    found: &mut Vec<&'a Quantity>,
    facts: &mut Vec<Fact>,
) {
    let people = || inside.iter().any(|quantity| quantity.family == "people" && !quantity.article_like);
    found.clear();
    for (index, &quantity) in inside.iter().enumerate() {
        match accept::judge(page, times, quantity) {
            Verdict::Figure => found.push(quantity),
            Verdict::NotFigure(reason) => facts.push(not_figure(page, quantity, sentence.article, reason)),
            Verdict::Unread if !form::unit_giver(page.fold, inside, index).unit.is_empty() => found.push(quantity),
            // 三人情况危殆,一人情况严重: one of several that are counted.
            Verdict::Passed if accept::counts_one(page.fold, quantity) && people() => found.push(quantity),
            Verdict::Unread if walk::says_something(page, sentence, times, quantity) => found.push(quantity),
            Verdict::Unread => {
                let reason = marked::judge(page.fold, quantity.number);
                facts.extend(reason.map(|reason| not_figure(page, quantity, sentence.article, reason)));
            }
            Verdict::Passed => {}
        }
    }
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
