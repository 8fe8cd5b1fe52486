//! The stretches of a page that names are read from, and where clauses begin and end.

use super::Page;
use crate::divide::LineRole;
use crate::fold::CharSpan;
use crate::lexicon::among;
use crate::model::{Detail, Evidence, Fact, Role};
pub use crate::script::is_han;

/// A line whose names count: a title, a byline, a heading, a caption or body text.
#[derive(Clone, Copy, Debug)]
pub struct Stretch {
    /// Where it stands.
    pub at: CharSpan,
    /// The article that it belongs to.
    pub article: usize,
    /// Whether it names the writers.
    pub byline: bool,
}

/// The lines of the page in order, without blanks around them and without lines that are no body text. A layout
/// without lines gives all lines of the text.
pub fn stretches(page: &Page) -> Vec<Stretch> {
    if !page.layout.lines.is_empty() {
        let read = |role| !matches!(role, LineRole::Blank | LineRole::Boilerplate(_));
        let lines = page.layout.lines.iter().filter(|line| read(line.role));
        let mut found = Vec::with_capacity(page.layout.lines.len());
        found.extend(lines.map(|line| Stretch {
            at: line.at,
            article: line.article,
            byline: line.role == LineRole::Byline,
        }));
        return found;
    }
    let chars = page.fold.chars();
    let mut found = Vec::new();
    let mut start = 0;
    for at in 0..=chars.len() {
        if at < chars.len() && !matches!(chars[at], '\n' | '\r') {
            continue;
        }
        let line = page.fold.trim(CharSpan::new(start, at));
        if !line.is_empty() {
            found.push(Stretch { at: line, article: 0, byline: false });
        }
        start = at + 1;
    }
    found
}

/// The stretch that holds `at`.
pub fn stretch_of(stretches: &[Stretch], at: usize) -> Option<&Stretch> {
    let after = stretches.partition_point(|stretch| stretch.at.start <= at);
    stretches.get(after.checked_sub(1)?).filter(|stretch| at < stretch.at.end)
}

/// Whether `c` ends a clause.
#[inline]
pub fn ends_clause(c: char) -> bool {
    among!(",。;:!?\n\r…—|", c)
}

/// Whether `c` ends a sentence.
#[inline]
pub fn ends_sentence(c: char) -> bool {
    among!("。;!?\n\r", c)
}

/// How far left of `at` the clause reaches, but not past `floor` and not more than `reach` characters.
pub fn clause_start(chars: &[char], at: usize, floor: usize, reach: usize) -> usize {
    let floor = floor.max(at.saturating_sub(reach));
    let mut start = at;
    while start > floor && !chars.get(start - 1).copied().is_none_or(ends_clause) {
        start -= 1;
    }
    start
}

/// A fact on `at` with evidence in characters.
pub fn fact(
    page: &Page,
    at: CharSpan,
    article: usize,
    rule: &'static str,
    evidence: &[(Role, CharSpan)],
    detail: Detail,
) -> Fact {
    let evidence = evidence
        .iter()
        .filter(|(_, part)| !part.is_empty())
        .map(|&(role, part)| Evidence { role, span: page.fold.span(part) })
        .collect();
    Fact { span: page.fold.span(at), article, rule, evidence, detail }
}
