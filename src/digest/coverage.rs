//! Counts the numerals in Arabic digits and those that some fact explains.

use crate::fold::{CharSpan, Fold};
use crate::model::{Arrange, Coverage, Fact, Kind};

/// The coverage of a text by its facts, which are in source order.
pub(super) fn count(fold: &Fold, facts: &[Fact]) -> Coverage {
    // A numeral in a title or a name is part of it; a section or an article only frames what it holds.
    let mut spans: Vec<(usize, usize)> = facts
        .iter()
        .filter(|fact| {
            !matches!(
                fact.kind(),
                Kind::Article | Kind::Section | Kind::Caption | Kind::Label | Kind::Speech | Kind::ReportedSpeech
            )
        })
        .map(|fact| (fact.span.start, fact.span.end))
        .collect();
    spans.arrange();
    let mut coverage = Coverage::default();
    let (mut next, mut reached) = (0, 0);
    for numeral in numerals(fold) {
        let span = fold.span(numeral);
        while let Some(&(_, end)) = spans.get(next).filter(|(start, _)| *start < span.end) {
            reached = reached.max(end);
            next += 1;
        }
        coverage.numerals += 1;
        if reached > span.start {
            coverage.explained += 1;
        } else {
            coverage.unread.push(span);
        }
    }
    coverage
}

/// The runs of Arabic digits with the points and commas inside them.
fn numerals(fold: &Fold) -> impl Iterator<Item = CharSpan> {
    let chars = fold.chars();
    let mut end = 0;
    fold.others(CharSpan::new(0, fold.len())).filter_map(move |start| {
        if (start < end) | !chars[start].is_ascii_digit() {
            return None;
        }
        end = start;
        while end < chars.len() && (chars[end].is_ascii_digit() || joins(chars, end)) {
            end += 1;
        }
        Some(CharSpan::new(start, end))
    })
}

fn joins(chars: &[char], at: usize) -> bool {
    matches!(chars[at], '.' | ',')
        && at > 0
        && chars[at - 1].is_ascii_digit()
        && chars.get(at + 1).is_some_and(char::is_ascii_digit)
}
