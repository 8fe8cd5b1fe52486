//! Sentences of running text.

use super::shape::trim;
use crate::fold::{CharSpan, Fold};

/// How far a quotation may reach and still be kept whole.
const REACH: usize = 400;

/// The sentences of a line: up to 。!? or …, with what closes after it; a quotation inside a sentence is not cut.
pub(super) fn of_line(fold: &Fold, line: CharSpan) -> Vec<CharSpan> {
    let chars = fold.slice(line);
    let marks: Vec<usize> = fold.others(line).map(|at| at - line.start).collect();
    let shut = shut_at(chars, &marks);
    let mut found = Vec::new();
    let mut start = 0;
    let mut at = 0;
    for (index, &mark) in marks.iter().enumerate() {
        if mark < at {
            continue;
        }
        let close = shut.get(index).copied().unwrap_or_default();
        if close > mark && close - mark <= REACH {
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
        at = mark + 1;
        if !matches!(chars[mark], '。' | '!' | '?' | '…') {
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

/// For each of `marks` that is an opening quotation mark the place of the next closing one of its sort; 0 for the others,
/// and nothing where there are no quotations.
fn shut_at(chars: &[char], marks: &[usize]) -> Vec<usize> {
    let opens = |&at: &usize| matches!(chars[at], '“' | '「' | '『');
    if !marks.iter().any(opens) {
        return Vec::new();
    }
    let mut shut = vec![0; marks.len()];
    let mut next = [0; 3];
    for (shut, &at) in shut.iter_mut().zip(marks).rev() {
        match chars[at] {
            '”' => next[0] = at,
            '」' => next[1] = at,
            '』' => next[2] = at,
            '“' => *shut = next[0],
            '「' => *shut = next[1],
            '『' => *shut = next[2],
            _ => {}
        }
    }
    shut
}
