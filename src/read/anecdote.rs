//! Anecdotes about single people, with what came of them.

use super::Page;
use crate::divide::LineRole;
use crate::fold::{CharSpan, Fold};
use crate::model::{Anecdote, Detail, Evidence, Fact, Role};

/// Words that only a story about somebody uses.
const SOMEBODY: &[&str] = &[
    "某某",
    "女士",
    "先生",
    "大姐",
    "大妈",
    "大爷",
    "阿姨",
    "师傅",
    "老人家",
    "居民",
    "村民",
    "当事人",
    "被告人",
    "被不起诉人",
    "接居民",
    "报案称",
    "接警后",
];

/// Labels that announce a story.
const STORY_LABELS: &[&str] = &["案例", "故事", "镜头", "现场", "回放"];

/// The anecdotes of a page: labelled ones up to the next label or heading, and paragraphs that open with somebody's words.
pub fn read(page: &Page) -> Vec<Fact> {
    let fold = page.fold;
    let mut facts = Vec::new();
    let lines = &page.layout.lines;
    let mut index = 0;
    while index < lines.len() {
        let line = lines[index];
        let label = page.layout.label_of(line.at);
        let story = match label {
            Some(label) if STORY_LABELS.iter().any(|word| holds(fold, label, word)) => {
                let last = last_line(page, index);
                let story = CharSpan::new(label.end, lines[last].at.end);
                index = last;
                Some(story)
            }
            None if line.role == LineRole::Body && opens_with_somebody(fold, line.at) => Some(line.at),
            _ => None,
        };
        index += 1;
        let Some(story) = story.map(|story| fold.trim(story)).filter(|story| story.len() > 30) else { continue };
        let outcome = outcome(fold, story);
        facts.push(Fact {
            span: fold.span(story),
            article: line.article,
            rule: if label.is_some() { "labelled-story" } else { "story-that-opens-with-speech" },
            evidence: outcome.iter().map(|&at| Evidence { role: Role::Reason, span: fold.span(at) }).collect(),
            detail: Detail::Case(Anecdote { outcome: outcome.map(|at| fold.words(at)).unwrap_or_default() }),
        });
    }
    facts
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

fn opens_with_somebody(fold: &Fold, line: CharSpan) -> bool {
    let close = match fold.at(line.start) {
        '“' => '”',
        '「' => '」',
        _ => return false,
    };
    let reach = line.end.min(line.start + 80);
    let Some(end) = (line.start..reach).find(|&at| fold.at(at) == close) else { return false };
    // Words of an official introduce a report, not a story.
    let told = line.end.min(end + 90);
    let official = (end..told).any(|at| {
        ["处长", "局长", "主任", "书记", "市长", "县长", "部长", "院长", "介绍"]
            .iter()
            .any(|word| fold.starts_with(at, word))
    });
    !official && (end..told).any(|at| SOMEBODY.iter().any(|word| fold.starts_with(at, word)))
}

/// The clause that says how it ended: the last one with 了 or 成功, else the last.
fn outcome(fold: &Fold, story: CharSpan) -> Option<CharSpan> {
    let mut found = None;
    let mut start = story.start;
    for at in story.start..story.end {
        if matches!(fold.at(at), ',' | '。' | ';' | '!' | '\n') {
            let clause = fold.trim(CharSpan::new(start, at));
            start = at + 1;
            let ends = (clause.start..clause.end).any(|place| {
                fold.at(place) == '了' || fold.starts_with(place, "成功") || fold.starts_with(place, "作出")
            });
            if clause.len() >= 4 && ends {
                found = Some(clause);
            }
        }
    }
    found
}

fn holds(fold: &Fold, at: CharSpan, word: &str) -> bool {
    (at.start..at.end).any(|place| fold.starts_with(place, word))
}
