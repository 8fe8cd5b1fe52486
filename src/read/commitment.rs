//! Commitments: what is promised or planned, by when, and with which figure.

use super::Page;
use super::plan::{PlannedClause, Plans};
use super::prose::ends_clause;
use super::time::Timeline;
use crate::fold::{CharSpan, Fold};
use crate::lexicon::choice;
use crate::model::{Arrange, Commitment, Detail, Evidence, Fact, Kind, Role, Span};

/// The commitments of a page: each planned clause that does something, but not what a speaker demands of others.
/// `figures` are the facts read before, `speeches` what people say.
pub fn read(page: &Page, timeline: &Timeline, plans: &Plans, figures: &[Fact], speeches: &[Fact]) -> Vec<Fact> {
    let fold = page.fold;
    let mut reported: Vec<Span> =
        speeches.iter().filter(|fact| fact.kind() == Kind::ReportedSpeech).map(|fact| fact.span).collect();
    reported.arrange();
    let amounts: Vec<Span> = figures.iter().filter(|fact| fact.kind() == Kind::Figure).map(|fact| fact.span).collect();
    let mut facts = Vec::new();
    let (mut next, mut dated, mut today) = (0, usize::MAX, String::new());
    for clause in plans.clauses.iter().filter(|clause| clause.acts) {
        let sentence = &page.layout.sentences[clause.sentence];
        let span = fold.span(clause.at);
        if dated != sentence.article {
            (dated, today) = (sentence.article, timeline.published(sentence.article));
        }
        let (deadline, said) = deadline(timeline, clause, &today);
        let cause = fold.span(clause.cause);
        let words = reported.partition_point(|speech| speech.start <= cause.start).checked_sub(1);
        let spoken = words.is_some_and(|at| cause.end <= reported[at].end);
        let wire = page.layout.articles.get(sentence.article).is_some_and(|article| article.wire);
        if demanded(fold, clause, said, wire) && (spoken || wire || told(fold, clause)) {
            continue;
        }
        let mut evidence = vec![Evidence { role: Role::Modality, span: fold.span(clause.cause) }];
        evidence.extend(said.map(|at| Evidence { role: Role::Period, span: fold.span(at) }));
        // Figures and clauses both stand in source order.
        while amounts.get(next).is_some_and(|amount| amount.start < span.start) {
            next += 1;
        }
        let inside = amounts[next..].iter().take_while(|amount| amount.end <= span.end);
        let before = evidence.len();
        evidence.extend(inside.map(|&span| Evidence { role: Role::Value, span }));
        let figure = evidence.get(before).map(|first| fold.words(fold.stretch(first.span))).unwrap_or_default();
        facts.push(Fact {
            span,
            article: sentence.article,
            rule: "planned-clause",
            evidence,
            detail: Detail::Commitment(Commitment { deadline, figure }),
        });
    }
    facts
}

/// Whether what is planned is somebody's word in the same clause: 决议强调各级工会要…, 市长指示要….
fn told(fold: &Fold, clause: &PlannedClause) -> bool {
    let words = choice!("强调 要求 指出 指示 提到 呼吁 嘱托");
    let cause = clause.cause.start;
    let start = (cause.saturating_sub(REACH)..cause).rev().take_while(|&at| !ends_clause(fold.at(at))).last();
    let said = CharSpan::new(start.unwrap_or(cause), cause);
    words.places(fold, said).any(|(at, _)| !matches!(fold.at(at + 2), ',' | '的' | '、')) || asked(fold, clause.cause)
}

/// 对下一步工作提出三点要求:一是…: what follows is asked of others.
fn asked(fold: &Fold, cause: CharSpan) -> bool {
    let clause = || (cause.end..cause.end + REACH).take_while(|&at| !ends_clause(fold.at(at)));
    cause.len() > 1
        && clause().last().is_some_and(|last| fold.ends_with(last + 1, "要求"))
        && clause().any(|at| fold.starts_with(at, "提出"))
}

/// Whether a clause of a speech demands work of others (会议强调,要…); what the speaker's own body will do, or what is to
/// be reached by a time that the clause names (`said`), is promised. In news of the wire 我们 are all who listen.
fn demanded(fold: &Fold, clause: &PlannedClause, said: Option<CharSpan>, wire: bool) -> bool {
    let cause = clause.cause.start;
    let demands = fold.at(cause) == '要' || asked(fold, clause.cause) || fold.starts_any(cause, "必须 务必");
    let by = |said: CharSpan| {
        let edges = [fold.at(said.end - 1), fold.at(said.end)];
        edges.iter().any(|c| matches!(c, '前' | '底' | '末' | '内')) || matches!(fold.at(said.start - 1), '到' | '至')
    };
    let aims = said.is_some_and(|said| said.start > clause.at.start && said.end <= clause.at.end && by(said))
        || (clause.at.start..clause.at.end).any(|at| fold.starts_with(at, "力争"));
    let own = fold.ends_any(cause, "我市 我省 我县 我区") || !wire && fold.ends_with(cause, "我们");
    demands && !aims && !own
}

/// The time by which the clause is to be done: one that it names, or that its plan names before it; none that is over
/// `today`.
fn deadline(timeline: &Timeline, clause: &PlannedClause, today: &str) -> (String, Option<CharSpan>) {
    // 到目前, 10日起: what lasts until today ends nothing; of a year or month that is not over, all is ahead.
    let ahead = |end: &&str| {
        let known = end.len().min(today.len());
        known == 0 || end.get(..known) > today.get(..known) || known < DAY && end.get(..known) == today.get(..known)
    };
    let marks = timeline.marks();
    let first = marks.partition_point(|mark| mark.at.start < clause.at.start);
    for mark in marks[first..].iter().take_while(|mark| mark.at.end <= clause.at.end).filter(|mark| !mark.named) {
        if let Some(end) = end_of(&mark.placed.value).filter(ahead) {
            return (end.to_owned(), Some(mark.at));
        }
    }
    let led = timeline.governing(clause.at).and_then(|period| {
        let near = |said: &CharSpan| said.start + REACH >= clause.cause.start && said.end <= clause.at.start;
        Some((period.evidence.filter(near)?, end_of(&period.value).filter(ahead)?))
    });
    led.map(|(said, end)| (end.to_owned(), Some(said))).unwrap_or_default()
}

/// How long a date is that is known to the day.
const DAY: usize = 10;

/// How far before the word that plans its time may stand: 今年,全市政法系统将….
const REACH: usize = 40;

/// The end of a period that is a calendar time.
fn end_of(value: &str) -> Option<&str> {
    let end = value.rsplit_once('/').map_or(value, |(_, end)| end);
    end.starts_with(|c: char| c.is_ascii_digit()).then_some(end)
}
