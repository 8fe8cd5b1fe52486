//! Leads: the words that open a paragraph and name what it tells.

use super::mark::{Family, Mark};
use super::outline::Entry;
use super::page::Page;
use super::shape::blank;
use crate::fold::CharSpan;
use crate::lexicon::among;
use crate::model::Arrange;

/// A paragraph's first sentence, where it may be a lead.
#[derive(Clone, Copy)]
struct Opening {
    /// Place in the list of lines.
    at: usize,
    span: CharSpan,
    commas: usize,
}

/// The leads of an article whose headings are known.
pub(super) fn read(page: &Page, lines: &[usize], marks: &[Option<Mark>], headings: &[Entry]) -> Vec<Entry> {
    let mut found = Vec::new();
    let is_heading = |line: usize| headings.binary_search_by_key(&line, |entry| entry.line).is_ok();
    let mut runs: Vec<Vec<Opening>> = vec![Vec::new()];
    for (at, &line) in lines.iter().enumerate() {
        if is_heading(line) {
            runs.push(Vec::new());
            continue;
        }
        if !page.prose[line] {
            continue;
        }
        let mark = marks[at].filter(|mark| mark.family != Family::Dash);
        if let Some((mark, span)) = mark.and_then(|mark| Some((mark, marked(page, line, mark)?))) {
            runs.push(Vec::new());
            found.push(Entry { line, at: span, family: Some(mark.family), lead: true, rule: "lead/marked" });
            continue;
        }
        let opening = first_sentence(page, line).map(|(span, commas)| Opening { at, span, commas });
        let next_to = |run: &Vec<Opening>| run.last().is_none_or(|last| last.at + 1 == at);
        match (opening, runs.last_mut()) {
            (Some(opening), Some(run)) if next_to(run) => run.push(opening),
            (Some(opening), _) => runs.push(vec![opening]),
            (None, _) => runs.push(Vec::new()),
        }
    }
    // Where many rows of short openings stand, also the short rows are leads.
    let rows: Vec<Vec<Opening>> = runs.iter().flat_map(|run| brief_rows(run)).collect();
    let least = if rows.iter().filter(|row| row.len() >= 4).count() >= 3 { 2 } else { 4 };
    let lead =
        |one: &Opening| Entry { line: lines[one.at], at: one.span, family: None, lead: true, rule: "lead/parallel" };
    found.extend(rows.iter().filter(|row| row.len() >= least).flatten().map(lead));
    for run in &runs {
        for (i, one) in run.iter().enumerate() {
            let alike = |j: Option<usize>| j.and_then(|j| run.get(j)).is_some_and(|other| frame(page, one, other));
            if alike(i.checked_sub(1)) || alike(Some(i + 1)) {
                found.push(lead(one));
            }
        }
    }
    found.arrange_by_key(|entry| entry.at);
    found.dedup_by_key(|entry| entry.at);
    found
}

/// The rows of neighbouring openings that are short and without a comma.
fn brief_rows(run: &[Opening]) -> Vec<Vec<Opening>> {
    let brief = |one: &Opening| one.commas == 0 && one.span.len() <= 24;
    run.split(|one| !brief(one)).filter(|row| !row.is_empty()).map(<[Opening]>::to_vec).collect()
}

/// The lead after a mark of order: up to the first stop, or up to the first comma of a long sentence.
fn marked(page: &Page, line: usize, mark: Mark) -> Option<CharSpan> {
    let at = page.lines[line].at;
    let chars = page.fold.slice(at);
    let stop = chars.iter().take(60).position(|&c| matches!(c, '。' | ':' | '!' | '?' | ';'));
    let long_enough = |end: usize| chars.len() > end + 8;
    let digit = matches!(mark.family, Family::Digit | Family::DigitBracket | Family::Circle);
    if let Some(end) = stop.filter(|&end| end > mark.len + 2 && long_enough(end)) {
        // A word with a colon after a digit is a term of a glossary or a field of a list.
        let item = chars[end] == ';' || (digit && chars[end] == ':');
        return (!item).then(|| CharSpan::new(at.start, at.start + end));
    }
    if digit {
        return None;
    }
    let comma = chars.iter().take(40).position(|&c| c == ',')?;
    (stop.is_none() && comma > mark.len + 3 && long_enough(comma)).then(|| CharSpan::new(at.start, at.start + comma))
}

/// The first sentence of a paragraph that goes on at some length, with its number of commas.
fn first_sentence(page: &Page, line: usize) -> Option<(CharSpan, usize)> {
    let at = page.lines[line].at;
    let chars = page.fold.slice(at);
    let mut near = page.fold.others(CharSpan::new(at.start, at.end.min(at.start + 52)));
    let end = near.find(|&at| among!("。!?;…", page.fold.at(at)))? - at.start;
    let dash = chars.starts_with(&['—', '—']);
    if chars[end] != '。' || end < 4 || chars.len() < end * 2 + 10 {
        return None;
    }
    // Speech and reports open with the same words without being leads.
    if !dash && (tells(&chars[..end]) || matches!(chars[0], '“' | '【')) {
        return None;
    }
    Some((CharSpan::new(at.start, at.start + end), chars[..end].iter().filter(|&&c| c == ',').count()))
}

/// Whether an opening is somebody's words or a report's dateline.
fn tells(opening: &[char]) -> bool {
    let mut signs = opening.iter().enumerate().filter(|(_, c)| among!("说“【电讯表指介强认各", **c));
    let told = signs.any(|(at, c)| match c {
        '表' => opening.get(at + 1) == Some(&'示'),
        '指' => opening.get(at + 1) == Some(&'出'),
        '介' => opening.get(at + 1) == Some(&'绍'),
        '强' => opening.get(at + 1) == Some(&'调'),
        '认' => opening.get(at + 1) == Some(&'为'),
        '各' => opening[at..].starts_with(&['各', '位', '代', '表']),
        _ => true,
    });
    told && !opening.contains(&'”')
}

/// Whether two openings are made alike: the same first words (进一步…), or 在…上…, or both after a dash.
fn frame(page: &Page, one: &Opening, other: &Opening) -> bool {
    let (a, b) = (page.fold.slice(one.span), page.fold.slice(other.span));
    let shared = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    if a.starts_with(&['—', '—']) {
        return shared >= 2;
    }
    if one.commas > 0 || other.commas > 0 {
        // 这五年,我们…: a longer beginning in common weighs more than commas.
        return shared >= 5;
    }
    let framed = |chars: &[char]| {
        matches!(chars.first(), Some('在' | '从' | '把' | '让'))
            && chars.iter().skip(2).take(8).any(|c| matches!(c, '上' | '中' | '处' | '方'))
    };
    let short = a.len() <= 24 && b.len() <= 24 && !a.iter().chain(b).any(|&c| blank(c));
    short && (shared >= 2 || (shared >= 1 && framed(a) && framed(b)))
}
