//! Sentences of running text.

use super::shape::trim;
use crate::fold::{CharSpan, Fold};

/// How far a quotation may reach and still be kept whole.
const REACH: usize = 400;

/// The sentences of a line: up to 。!? or …, with what closes after it; a quotation inside a sentence is not cut.
pub(super) fn of_line(fold: &Fold, line: CharSpan) -> Vec<CharSpan> {
    let chars = fold.slice(line);
    let quotes = chars.iter().any(|c| matches!(c, '“' | '「' | '『'));
    let shut = if quotes { shut_at(chars) } else { Vec::new() };
    let mut found = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while at < chars.len() {
        let c = chars[at];
        let close = if quotes { shut[at] } else { 0 };
        if close > at && close - at <= REACH {
            at = close;
            // A quotation that ends in a stop ends the sentence, unless more is said of it.
            let stopped = matches!(chars[at - 1], '。' | '!' | '?' | '…');
            let goes_on = chars
                .get(at + 1)
                .is_none_or(|next| matches!(next, ',' | '、' | '的' | ')' | '”' | '』' | '。' | ';' | '!' | '?' | '…'));
            at += 1;
            if stopped && !goes_on {
                push(fold, line, start, at, &mut found);
                start = at;
            }
            continue;
        }
        at += 1;
        if !matches!(c, '。' | '!' | '?' | '…') {
            continue;
        }
        while chars
            .get(at)
            .is_some_and(|c| matches!(c, '。' | '!' | '?' | '…' | '”' | '’' | '」' | '』' | ')' | '》' | '"'))
        {
            at += 1;
        }
        push(fold, line, start, at, &mut found);
        start = at;
    }
    push(fold, line, start, chars.len(), &mut found);
    found
}

fn push(fold: &Fold, line: CharSpan, start: usize, end: usize, found: &mut Vec<CharSpan>) {
    let part = trim(fold, CharSpan::new(line.start + start, line.start + end));
    if !part.is_empty() {
        found.push(part);
    }
}

/// For each opening quotation mark the place of the next closing one of its sort; 0 elsewhere.
fn shut_at(chars: &[char]) -> Vec<usize> {
    let mut shut = vec![0; chars.len()];
    let mut next = [0; 3];
    for (at, c) in chars.iter().enumerate().rev() {
        match c {
            '”' => next[0] = at,
            '」' => next[1] = at,
            '』' => next[2] = at,
            '“' => shut[at] = next[0],
            '「' => shut[at] = next[1],
            '『' => shut[at] = next[2],
            _ => {}
        }
    }
    shut
}
