//! Notes and glossaries at an article's end: 名词解释, 注释, a run of [1] … [2] ….

use super::mark::{self, Family};
use super::outline::Entry;
use super::page::Page;
use crate::fold::{CharSpan, Fold};
use crate::script::is_letter_or_digit;

/// What heads a glossary or notes; the longer ones also behind other words: 附件:名词解释.
const HEADS: [&str; 9] = ["名词解释", "名词注释", "名词说明", "词语解释", "词语注释", "注释", "注解", "附注", "注"];

/// Where the notes of an article begin whose lines are `lines`: a line that heads them, a paragraph that opens with such
/// a word, or the first of the marks [1], [2]; nothing but notes follows the latter two.
pub(super) fn read(page: &Page, lines: &[usize]) -> Option<Entry> {
    let entry = |line: usize, end: usize, rule| {
        let at = CharSpan::new(page.lines[line].at.start, end);
        Some(Entry { line, at, family: None, lead: rule != "heading/notes", rule })
    };
    let items = lines.iter().rev().take_while(|&&line| item(page, line)).count();
    let first = lines.len() - items;
    // What heads notes may stand in a list of contents too: the last one counts, and not in the first half.
    let headed = |&at: &usize| {
        let below = lines[at + 1];
        let noted = page.prose[below] || item(page, below);
        noted && heads(page, lines[at]).is_some_and(|end| end == page.lines[lines[at]].at.end)
    };
    if let Some(at) = (lines.len() / 2..lines.len().saturating_sub(1)).rev().find(headed) {
        return entry(lines[at], page.lines[lines[at]].at.end, "heading/notes");
    }
    let opens = |at: usize| lines.get(at).and_then(|&line| Some((line, heads(page, line)?)));
    if let Some((line, end)) = first.checked_sub(1).and_then(opens) {
        return entry(line, end, "lead/notes");
    }
    let line = *lines.get(first)?;
    let end = reference(page.fold, page.lines[line].at.start).filter(|_| items > 1)?;
    entry(line, end, "lead/notes")
}

/// Where the word ends that heads notes, with its colon, where the line opens with one or is no more: 注释:, 名词解释.
fn heads(page: &Page, line: usize) -> Option<usize> {
    let (fold, shape) = (page.fold, &page.lines[line]);
    let at = shape.at;
    let first = at.start + usize::from(matches!(fold.at(at.start), '【' | '(' | '['));
    let brief = shape.letters <= 24 && shape.stops == 0;
    let near = CharSpan::new(first, if brief { at.end.max(first) } else { first + 1 });
    if !fold.slice(near).iter().any(|c| matches!(c, '名' | '词' | '注' | '附')) {
        return None;
    }
    for word in HEADS {
        let length = word.chars().count();
        let last = if brief && length == 4 { at.end } else { first + 1 };
        for start in (first..last).filter(|&start| fold.starts_with(start, word)) {
            let end = start + length;
            if !fold.slice(CharSpan::new(end, at.end)).iter().any(|&c| is_letter_or_digit(c)) {
                return Some(at.end);
            }
            if start == first && fold.at(end) == ':' {
                return Some(end + 1);
            }
        }
    }
    None
}

/// Whether a line is one of a run of notes, or says where the numbers come from.
fn item(page: &Page, line: usize) -> bool {
    let at = page.lines[line].at;
    let digit = |mark: mark::Mark| matches!(mark.family, Family::Digit | Family::DigitBracket | Family::Circle);
    reference(page.fold, at.start).is_some()
        || page.fold.starts_any(at.start, "资料来源 数据来源")
        || mark::at(page.fold, at).is_some_and(digit)
}

/// The end of a mark that refers to a note, where one stands at `at`: [1], 【2】, 〔3〕.
pub(crate) fn reference(fold: &Fold, at: usize) -> Option<usize> {
    if !matches!(fold.at(at), '[' | '【' | '〔') {
        return None;
    }
    let end = (at + 1..at + 4).find(|&end| !fold.at(end).is_ascii_digit())?;
    (end > at + 1 && matches!(fold.at(end), ']' | '】' | '〕')).then_some(end + 1)
}
