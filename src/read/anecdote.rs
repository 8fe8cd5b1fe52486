//! Anecdotes about single people, with place, time and what came of them.

use std::sync::OnceLock;

use super::Page;
use super::time::Timeline;
use crate::divide::LineRole;
use crate::fold::{CharSpan, Fold};
use crate::lexicon::{self, Words, divisions};
use crate::model::{Anecdote, Detail, Evidence, Fact, Role};

/// The fewest characters of a story.
const SHORTEST: usize = 30;

/// How far into a story its time and place are looked for.
const OPENING: usize = 120;

/// Subjects that make a text a report on a whole place.
const WHOLE: &str = "我市 我县 我区 我省 全市 全县 全区 全省";

fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| Words::of(lexicon::rows(crate::lexicon::table!("../lexicon/anecdotes.tsv"))))
}

/// The anecdotes of a page: labelled ones up to the next label or heading, paragraphs that open with somebody's words,
/// and, in a review, paragraphs that open with a day or month in which one thing happened.
pub fn read(page: &Page, timeline: &Timeline) -> Vec<Fact> {
    let fold = page.fold;
    let mut facts = Vec::new();
    let lines = &page.layout.lines;
    let mut index = 0;
    while index < lines.len() {
        let line = lines[index];
        let label = page.layout.label_of(line.at);
        let found = match label {
            Some(label) => holds(fold, label, "label").then(|| {
                let last = last_line(page, index);
                let story = CharSpan::new(label.end, lines[last].at.end);
                index = last;
                ("labelled-story", story)
            }),
            None if line.role != LineRole::Body => None,
            None if opens_with_somebody(fold, line.at) => Some(("story-that-opens-with-speech", line.at)),
            None => dated(page, timeline, line.at, line.article).then_some(("story-that-opens-with-a-day", line.at)),
        };
        index += 1;
        let Some((rule, story)) = found else { continue };
        let story = fold.trim(story);
        let whole = || fold.starts_any(story.start, WHOLE);
        if story.len() <= SHORTEST || whole() || label.is_some() && official(fold, story) {
            continue;
        }
        facts.push(fact(page, timeline, story, line.article, rule));
    }
    facts
}

fn fact(page: &Page, timeline: &Timeline, story: CharSpan, article: usize, rule: &'static str) -> Fact {
    let fold = page.fold;
    let opening = CharSpan::new(story.start, story.end.min(story.start + OPENING));
    let marks = timeline.marks();
    let first = marks.partition_point(|mark| mark.at.start < opening.start);
    let day = |value: &str| value.starts_with(|c: char| c.is_ascii_digit());
    let time = marks[first..]
        .iter()
        .take_while(|mark| mark.at.end <= opening.end)
        .find(|mark| !mark.named && day(&mark.placed.value));
    let place = place(fold, opening);
    let outcome = outcome(fold, story);
    let parts = [(Role::Period, time.map(|mark| mark.at)), (Role::Area, place), (Role::Reason, outcome)];
    let evidence = parts.into_iter().filter_map(|(role, at)| Some(Evidence { role, span: fold.span(at?) }));
    let said = |at: Option<CharSpan>| at.map(|at| fold.words(at)).unwrap_or_default();
    Fact {
        span: fold.span(story),
        article,
        rule,
        evidence: evidence.collect(),
        detail: Detail::Case(Anecdote {
            outcome: said(outcome),
            time: time.map(|mark| mark.placed.value.clone()).unwrap_or_default(),
            place: said(place),
        }),
    }
}

/// The last line of the story that the label in line `first` begins.
fn last_line(page: &Page, first: usize) -> usize {
    let lines = &page.layout.lines;
    let mut last = first;
    for (index, line) in lines.iter().enumerate().skip(first + 1) {
        let labelled = page.layout.label_of(line.at).is_some();
        match line.role {
            LineRole::Body if !labelled && line.article == lines[first].article => last = index,
            LineRole::Blank | LineRole::Caption => {}
            _ => return last,
        }
        if labelled {
            return last;
        }
    }
    last
}

/// The place after the quotation that opens the line, where one does.
fn after_quotation(fold: &Fold, line: CharSpan) -> Option<usize> {
    let close = match fold.at(line.start) {
        '“' => '”',
        '「' => '」',
        '"' => '"',
        _ => return None,
    };
    let reach = line.end.min(line.start + 160);
    (line.start + 1..reach).find(|&at| fold.at(at) == close)
}

fn opens_with_somebody(fold: &Fold, line: CharSpan) -> bool {
    let Some(end) = after_quotation(fold, line).filter(|end| end - line.start <= 80) else { return false };
    // Something has come of it: words alone make no story.
    let told = CharSpan::new(end, line.end);
    let happened = || fold.slice(told).contains(&'了') || holds(fold, told, "outcome") || holds(fold, told, "event");
    let near = CharSpan::new(end, line.end.min(end + 90));
    !official(fold, line) && (holds(fold, near, "somebody") && happened() || felt(fold, near))
}

/// Whether somebody named by where he lives says what he feels: 小区居民陈鹏明显感觉到.
fn felt(fold: &Fold, part: CharSpan) -> bool {
    holds(fold, part, "somebody") && (part.start..part.end).any(|at| fold.starts_with(at, "感觉到"))
}

/// Whether the quotation that opens the line is an official's, whose words introduce a report and no story.
fn official(fold: &Fold, line: CharSpan) -> bool {
    let end = after_quotation(fold, line);
    end.is_some_and(|end| holds(fold, CharSpan::new(end, line.end.min(end + 90)), "official"))
}

/// Whether a paragraph of a review opens with a day or month and tells what happened then.
fn dated(page: &Page, timeline: &Timeline, line: CharSpan, article: usize) -> bool {
    const COUNTS: &str = "同比 累计 全市共 全年共 先后";
    let fold = page.fold;
    let mark = timeline.mark_at(CharSpan::new(line.start, line.start + 1));
    let Some(mark) = mark.filter(|mark| mark.at.start == line.start && mark.placed.value.len() >= 7) else {
        return false;
    };
    let single = !mark.placed.value.contains('/') && fold.at(mark.at.end) != '以';
    if !single || timeline.covers(article).is_empty() {
        return false;
    }
    // What a whole year or place counts is a report.
    let counted = (line.start..line.end).any(|at| fold.starts_any(at, COUNTS));
    !counted && holds(fold, CharSpan::new(mark.at.end, line.end.min(mark.at.end + 60)), "event")
}

/// The first division that is named.
fn place(fold: &Fold, part: CharSpan) -> Option<CharSpan> {
    let chars = &fold.chars()[..part.end];
    (part.start..part.end).find_map(|at| {
        let hit = divisions::full().at(chars, at).or_else(|| divisions::shorts().at(chars, at))?;
        Some(CharSpan::new(at, at + hit.len))
    })
}

/// The clause that says how it ended: the last one with a word of ending, else the last with 了.
fn outcome(fold: &Fold, story: CharSpan) -> Option<CharSpan> {
    let (mut ended, mut done) = (None, None);
    let mut start = story.start;
    for at in story.start..=story.end {
        if at < story.end && !matches!(fold.at(at), ',' | '。' | ';' | '!' | '\n') {
            continue;
        }
        let clause = fold.trim(CharSpan::new(start, at.max(start)));
        start = at + 1;
        if clause.len() < 4 || fold.starts_with(clause.start, "也是为了") || fold.starts_with(clause.start, "为了")
        {
            continue;
        }
        if holds(fold, clause, "outcome") {
            ended = Some(clause);
        } else if (clause.start + 1..clause.end).any(|at| fold.at(at) == '了' && fold.at(at - 1) != '为') {
            done = Some(clause);
        }
    }
    ended.or(done)
}

fn holds(fold: &Fold, at: CharSpan, family: &str) -> bool {
    (at.start..at.end).any(|place| words().at_of(fold.chars(), place, &[family]).is_some())
}
