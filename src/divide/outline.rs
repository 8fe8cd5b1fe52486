//! Headings, captions between paragraphs, and leads that open a paragraph, with their levels.

use super::head::caption;
use super::lead;
use super::mark::{self, Family, Mark};
use super::page::Page;
use super::{LineRole, SectionPiece};
use super::{notes, people};
use crate::fold::CharSpan;
use crate::model::Arrange;
use crate::script::is_letter_or_digit;

/// A heading or a lead, before its level is known.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    pub line: usize,
    pub at: CharSpan,
    pub family: Option<Family>,
    /// Whether it opens a paragraph, else it is a line of its own.
    pub lead: bool,
    pub rule: &'static str,
}

/// The sections of the article `article`, whose body is `lines`; headings and captions get their roles.
pub(super) fn read(page: &Page, lines: &[usize], article: usize, roles: &mut [LineRole]) -> Vec<SectionPiece> {
    let notes = notes::read(page, lines);
    // Terms and numbers of notes head nothing.
    let before = lines.iter().take_while(|&&line| notes.is_none_or(|notes| line < notes.line)).count();
    let lines = &lines[..before];
    let marks: Vec<Option<Mark>> = lines.iter().map(|&line| mark::at(page.fold, page.lines[line].at)).collect();
    let mut entries: Vec<Entry> = Vec::new();
    for at in 0..lines.len() {
        let line = lines[at];
        if marks[at].is_none() && caption(page, &page.lines[line]) {
            roles[line] = LineRole::Caption;
        } else if marked_heading(page, lines, &marks, at) {
            let family = marks[at].map(|mark| mark.family);
            entries.push(Entry { line, at: page.lines[line].at, family, lead: false, rule: "heading/marked" });
        }
    }
    let free = unmarked(page, lines, &marks, roles);
    let caught = captions(page, lines, &free);
    for (&at, is_caption) in free.iter().zip(caught) {
        let line = lines[at];
        if is_caption {
            roles[line] = LineRole::Caption;
        } else {
            entries.push(Entry {
                line,
                at: page.lines[line].at,
                family: None,
                lead: false,
                rule: "heading/short line",
            });
        }
    }
    entries.arrange_by_key(|entry| entry.at);
    let leads = lead::read(page, lines, &marks, &entries);
    entries.extend(leads);
    entries.extend(notes);
    entries.arrange_by_key(|entry| entry.at);
    let levels = levels(&entries);
    for (entry, &level) in entries.iter().zip(&levels).filter(|(entry, _)| !entry.lead) {
        roles[entry.line] = LineRole::Heading(level);
    }
    entries
        .iter()
        .zip(levels)
        .map(|(entry, level)| SectionPiece { at: entry.at, level, article, rule: entry.rule })
        .collect()
}

/// Whether the line is a heading by its mark of order: a line of its own that is no item of a list.
fn marked_heading(page: &Page, lines: &[usize], marks: &[Option<Mark>], at: usize) -> bool {
    let shape = &page.lines[lines[at]];
    let Some(mark) = marks[at] else { return false };
    if matches!(mark.family, Family::Dash | Family::Is)
        || shape.letters <= mark.len
        || matches!(shape.last, ',' | ';' | '、')
    {
        return false;
    }
    let next = marks.get(at + 1).copied().flatten();
    let follows =
        |one: Option<Mark>, number: u32| one.is_some_and(|one| one.family == mark.family && one.number == number);
    let before = at.checked_sub(1).and_then(|at| marks[at]);
    // Items of a list follow one another with nothing between.
    if follows(next, mark.number + 1) || (mark.number > 1 && follows(before, mark.number - 1)) {
        return false;
    }
    let Some(&below) = lines.get(at + 1) else { return false };
    let below = &page.lines[below];
    if !shape.ended() {
        return shape.letters <= 80 && shape.stops <= 1;
    }
    shape.stops == 1 && shape.letters <= 60 && (below.letters > shape.letters || next.is_some())
}

/// Short lines between paragraphs that end in no mark, by their place in `lines`.
fn unmarked(page: &Page, lines: &[usize], marks: &[Option<Mark>], roles: &[LineRole]) -> Vec<usize> {
    let short = |at: usize| marks[at].is_none() && roles[lines[at]] == LineRole::Body && short_line(page, lines[at]);
    let mut found = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let run = (at..lines.len()).take_while(|&one| short(one)).count();
        if run == 0 {
            at += 1;
            continue;
        }
        let finished = at.checked_sub(1).is_none_or(|before| finished(page, roles, lines[before], lines[at]));
        let goes_on = lines
            .get(at + run)
            .is_some_and(|&line| page.prose[line] || marks[at + run].is_some() || roles[line] == LineRole::Caption);
        // Longer runs are tables and lists.
        if run <= 3 && finished && goes_on {
            found.extend(at..at + run);
        }
        at += run;
    }
    found
}

/// Whether the line `before` is closed when the short line `line` comes.
fn finished(page: &Page, roles: &[LineRole], before: usize, line: usize) -> bool {
    let shape = &page.lines[before];
    let closed = shape.ended() || shape.last == ':' || roles[before] != LineRole::Body || line > before + 1;
    closed && (!shape.open() || roles[before] != LineRole::Body)
}

fn short_line(page: &Page, line: usize) -> bool {
    let shape = &page.lines[line];
    let opening = page.fold.at(shape.at.start);
    let spoken = matches!(opening, '“' | '「' | '"') && matches!(shape.last, '?' | '!');
    let asks = |blank| matches!(opening, '问' | '答') && page.fold.at(shape.at.start + 1) == blank;
    let turn = asks(':') || asks(' ') || page.fold.starts_with(shape.at.start, "记者:");
    let question = shape.last == '?' && shape.stops == 1 && shape.letters <= 18 && shape.commas == 0;
    let short = shape.han >= 2 && shape.letters <= 48;
    let joined = matches!(opening, '》' | ')' | ',' | '、' | '。' | '”');
    let dashes = page.fold.ends_with(shape.at.end, "——");
    short
        && !spoken
        && !turn
        && !joined
        && people::dateline(page.fold, shape).is_none()
        && !page.prose[line]
        && (question || (shape.stops == 0 && !shape.ended()))
        && (dashes || !(shape.open() || matches!(shape.last, ':' | '、' | ',')))
}

/// Which of the short lines are captions: where headings are alike in form, the longer lines that are not alike.
fn captions(page: &Page, lines: &[usize], free: &[usize]) -> Vec<bool> {
    let forms: Vec<Vec<usize>> = free.iter().map(|&at| form(page, page.lines[lines[at]].at)).collect();
    let near = |a: &[usize], b: &[usize], by: usize| {
        a.len() == b.len() && a.len() > 1 && a.iter().zip(b).all(|(x, y)| x.abs_diff(*y) <= by)
    };
    let family = forms.iter().take(48).max_by_key(|one| forms.iter().filter(|other| near(one, other, 1)).count());
    let Some(family) = family else { return Vec::new() };
    let mut members: Vec<bool> = forms.iter().map(|one| near(family, one, 1)).collect();
    if members.iter().filter(|&&member| member).count() < 3 {
        return vec![false; free.len()];
    }
    // One that is a little off is a heading where it stands as far from the paragraph above as the others do.
    let gaps: Vec<usize> = free.iter().map(|&at| blanks_above(page, lines[at])).collect();
    let usual: Vec<usize> =
        gaps.iter().zip(&members).filter(|(_, member)| **member).map(|(gap, _)| *gap).take(48).collect();
    for (i, one) in forms.iter().enumerate().filter(|(_, one)| near(family, one, 2)) {
        members[i] |= one.len() > 1 && usual.contains(&gaps[i]);
    }
    let mut caught = Vec::with_capacity(free.len());
    let mut from = 0;
    while from < free.len() {
        let run = 1 + free[from..].windows(2).take_while(|pair| pair[1] == pair[0] + 1).count();
        // Lines that stand together with a heading are parts of it.
        let headed = members[from..from + run].contains(&true);
        caught.extend(free[from..from + run].iter().map(|&at| !headed && page.lines[lines[at]].letters >= 8));
        from += run;
    }
    caught
}

/// How many blank lines stand right above.
fn blanks_above(page: &Page, line: usize) -> usize {
    page.lines[..line].iter().rev().take(8).take_while(|shape| shape.blank()).count()
}

/// How many letters each part of a heading has: 全局化统筹,服务中心措施更实 is 5 and 8.
fn form(page: &Page, at: CharSpan) -> Vec<usize> {
    let parts = page.fold.slice(at).split(|&c| c == ',' || c == ':' || c.is_whitespace());
    parts.map(|part| part.iter().filter(|&&c| is_letter_or_digit(c)).count()).filter(|&letters| letters > 0).collect()
}

/// The levels: marks of order nest in the order of their sorts, unmarked headings in the order of their first use.
fn levels(entries: &[Entry]) -> Vec<u8> {
    let mut open: Vec<Option<Family>> = Vec::new();
    let mut found = Vec::with_capacity(entries.len());
    for entry in entries {
        // Notes stand beside the parts of the text, not in the last one.
        if entry.rule.ends_with("/notes") {
            open.clear();
        }
        let known = open.iter().position(|one| *one == entry.family);
        match (known, entry.family) {
            (Some(at), _) => open.truncate(at + 1),
            (None, Some(family)) => {
                let outer = |one: &Option<Family>| one.is_some_and(|one| one < family);
                let keep = match open.iter().rposition(outer) {
                    Some(at) => at + 1,
                    // Unmarked headings that came first stand above.
                    None => open.iter().take_while(|one| one.is_none()).count(),
                };
                open.truncate(keep);
                open.push(entry.family);
            }
            (None, None) => open.push(None),
        }
        let level = u8::try_from(open.len()).unwrap_or(u8::MAX);
        let within = entry.lead && !entry.rule.ends_with("/notes");
        found.push(if within { level.max(2) } else { level });
    }
    found
}
