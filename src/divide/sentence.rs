//! Sentences of running text.

use super::shape::trim;
use crate::fold::{CharSpan, Fold};
use crate::lexicon::among;

/// How far a quotation may reach and still be kept whole.
const REACH: usize = 400;

/// The sentences of a line: up to 。!? or …, with what closes after it; a quotation inside a sentence is not cut.
pub(super) fn of_line(fold: &Fold, line: CharSpan, mut found: impl FnMut(CharSpan)) {
    let mut push = |start: usize, end: usize| {
        let part = trim(fold, CharSpan::new(start, end));
        if !part.is_empty() {
            found(part);
        }
    };
    let mut closers = [('”', 0), ('」', 0), ('』', 0)];
    let (mut start, mut at) = (line.start, line.start);
    for mark in fold.others(line).filter(|&at| among!("。!?…“「『", fold.at(at))) {
        let sort = match fold.at(mark) {
            _ if mark < at => continue,
            '“' => 0,
            '「' => 1,
            '『' => 2,
            _ => {
                at = mark + 1;
                while at < line.end && closes(fold.at(at)) {
                    at += 1;
                }
                push(start, at);
                start = at;
                continue;
            }
        };
        let close = closing(fold, CharSpan::new(mark + 1, line.end), &mut closers[sort]);
        if close - mark > REACH {
            continue;
        }
        at = close + 1;
        // A quotation that ends in a stop ends the sentence, unless more is said of it.
        let stopped = matches!(fold.at(close - 1), '。' | '!' | '?' | '…');
        let goes_on = at >= line.end
            || matches!(fold.at(at), ',' | '、' | '的' | ')' | '”' | '』' | '。' | ';' | '!' | '?' | '…');
        if stopped && !goes_on {
            push(start, at);
            start = at;
        }
    }
    push(start, line.end);
}

/// Whether `c` may stand behind the mark that ends a sentence and belong to it.
const fn closes(c: char) -> bool {
    matches!(c, '。' | '!' | '?' | '…' | '”' | '’' | '」' | '』' | ')' | '》' | '"')
}

/// The first place in `rest` of the mark of `closer`, beyond all reach where there is none; `closer` keeps it for the
/// places before it.
fn closing(fold: &Fold, rest: CharSpan, closer: &mut (char, usize)) -> usize {
    if closer.1 < rest.start {
        closer.1 = fold.others(rest).find(|&at| fold.at(at) == closer.0).unwrap_or(usize::MAX);
    }
    closer.1
}
