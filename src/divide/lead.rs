//! Leads: the words that open a paragraph and name what it tells.

use super::mark::{Family, Mark};
use super::outline::Entry;
use super::page::Page;
use super::shape::blank;
use crate::fold::CharSpan;

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
    let mut run: Vec<Opening> = Vec::new();
    for (at, &line) in lines.iter().enumerate() {
        if is_heading(line) {
            parallel(page, lines, &mut run, &mut found);
            continue;
        }
        if !page.prose[line] {
            continue;
        }
        let opening = match marks[at] {
            Some(mark) => marked(page, line, mark).map(|span| (span, Some(mark.family))),
            None => None,
        };
        match opening {
            Some((span, family)) if family != Some(Family::Dash) => {
                parallel(page, lines, &mut run, &mut found);
                found.push(Entry { line, at: span, family, lead: true, rule: "lead/marked" });
            }
            _ => match first_sentence(page, line) {
                Some((span, commas)) => run.push(Opening { at, span, commas }),
                None => parallel(page, lines, &mut run, &mut found),
            },
        }
    }
    parallel(page, lines, &mut run, &mut found);
    found
}

/// The lead after a mark of order: up to the first stop, or up to the first comma of a long sentence.
fn marked(page: &Page, line: usize, mark: Mark) -> Option<CharSpan> {
    let at = page.lines[line].at;
    let chars = page.fold.slice(at);
    let stop = chars.iter().take(60).position(|&c| matches!(c, '。' | ':' | '!' | '?' | ';'));
    let long_enough = |end: usize| chars.len() > end + 8;
    if let Some(end) = stop.filter(|&end| end > mark.len + 2 && long_enough(end)) {
        return (chars[end] != ';').then(|| CharSpan::new(at.start, at.start + end));
    }
    let comma = chars.iter().take(40).position(|&c| c == ',')?;
    (stop.is_none() && comma > mark.len + 3 && long_enough(comma)).then(|| CharSpan::new(at.start, at.start + comma))
}

/// The first sentence of a paragraph that goes on at some length, with its number of commas.
fn first_sentence(page: &Page, line: usize) -> Option<(CharSpan, usize)> {
    let at = page.lines[line].at;
    let chars = page.fold.slice(at);
    let end = chars.iter().take(52).position(|&c| matches!(c, '。' | '!' | '?' | ';' | '…'))?;
    let dash = chars.starts_with(&['—', '—']);
    if chars[end] != '。' || end < 4 || chars.len() < end * 2 + 10 {
        return None;
    }
    // Speech and reports open with the same words without being leads.
    let told = ["说", "表示", "指出", "介绍", "强调", "认为", "“", "【", "电", "讯"];
    let words: String = chars[..end].iter().collect();
    if !dash && (told.iter().any(|word| words.contains(word) && !words.contains('”')) || words.starts_with(['“', '【']))
    {
        return None;
    }
    Some((CharSpan::new(at.start, at.start + end), chars[..end].iter().filter(|&&c| c == ',').count()))
}

/// Takes the openings of neighbouring paragraphs that are made alike.
fn parallel(page: &Page, lines: &[usize], run: &mut Vec<Opening>, found: &mut Vec<Entry>) {
    let openings = std::mem::take(run);
    let mut from = 0;
    while from < openings.len() {
        let mut to = from + 1;
        while to < openings.len() && openings[to].at == openings[to - 1].at + 1 {
            to += 1;
        }
        take(page, lines, &openings[from..to], found);
        from = to;
    }
}

fn take(page: &Page, lines: &[usize], openings: &[Opening], found: &mut Vec<Entry>) {
    // Four short sentences in a row that each open a longer paragraph name what it tells.
    let brief = openings.iter().filter(|one| one.commas == 0 && one.span.len() <= 24).count();
    let whole = openings.len() >= 4 && brief == openings.len();
    for (i, one) in openings.iter().enumerate() {
        let alike = |j: Option<usize>| j.and_then(|j| openings.get(j)).is_some_and(|other| frame(page, one, other));
        if whole || alike(i.checked_sub(1)) || alike(Some(i + 1)) {
            found.push(Entry { line: lines[one.at], at: one.span, family: None, lead: true, rule: "lead/parallel" });
        }
    }
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
