use super::node::{Node, el, labelled};
use super::sheet::{Sheet, goto};
use crate::state::Target;
use crate::words::{self, Word};

/// So many unread numerals are drawn at first.
const UNREAD: usize = 60;

/// How many numerals are explained, and those that are not; and what the reader has said of the facts.
pub fn coverage(sheet: &Sheet) -> Node {
    let (reading, language) = (sheet.reading, sheet.language);
    let coverage = &reading.digest().coverage;
    let line = words::coverage(coverage.numerals, coverage.explained, language);
    let mut inner = vec![labelled("p", "line", &line)];
    if !coverage.unread.is_empty() {
        let unread = coverage.unread.iter().enumerate().take(sheet.most("coverage", UNREAD));
        let entry = |(at, span): (usize, &tiyao::model::Span)| {
            el("li").put(goto(&[Target::Unread(at)]).say(reading.words(*span)))
        };
        inner.push(labelled("p", "unread", sheet.say(Word::Unread)));
        inner.push(sheet.text("ul").class("names").all(unread.map(entry).collect()));
        inner.extend(sheet.rest("coverage", coverage.unread.len(), UNREAD));
    }
    let tally = words::tally(reading.corrections().tally(), language);
    if !tally.is_empty() {
        inner.push(labelled("p", "line", &tally).set("id", "tally"));
    }
    sheet.group("coverage", Word::Coverage, inner)
}
