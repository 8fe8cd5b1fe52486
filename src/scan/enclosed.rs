//! Titles and quotations: stretches between a pair of marks.

use crate::fold::{CharSpan, Fold};
use crate::lexicon::among;
use crate::model::Arrange;

/// A stretch between a pair of marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Enclosed {
    /// With the marks.
    pub outer: CharSpan,
    /// Without them.
    pub inner: CharSpan,
    /// Whether the marks are 《》 or 〈〉, else they are quotation marks.
    pub title: bool,
}

/// All pairs, the outer of two nested ones first. A quotation ends at its line's end at the latest; a mark without
/// its partner makes none.
pub fn scan(fold: &Fold) -> Vec<Enclosed> {
    let mut open: Vec<(char, usize)> = Vec::new();
    let mut found = Vec::new();
    let mut close = |from: usize, to: usize, title: bool| {
        if to > from + 1 {
            found.push(Enclosed { outer: CharSpan::new(from, to + 1), inner: CharSpan::new(from + 1, to), title });
        }
    };
    let marks = fold.others(CharSpan::new(0, fold.len())).map(|at| (at, fold.at(at)));
    for (at, c) in marks.filter(|&(_, c)| among!("\n\r“「『《〈‘”」』》〉’\"", c)) {
        match c {
            '\n' | '\r' => open.clear(),
            '“' | '「' | '『' | '《' | '〈' | '‘' => open.push((c, at)),
            '”' | '」' | '』' | '》' | '〉' | '’' => {
                let partner = match c {
                    '”' => '“',
                    '」' => '「',
                    '』' => '『',
                    '》' => '《',
                    '〉' => '〈',
                    _ => '‘',
                };
                // A deep stack of unmatched marks must not be walked again for each closing one.
                let reach = open.len().saturating_sub(8);
                if let Some(depth) = open[reach..].iter().rposition(|&(mark, _)| mark == partner) {
                    let (_, from) = open[reach + depth];
                    open.truncate(reach + depth);
                    close(from, at, matches!(partner, '《' | '〈'));
                }
            }
            '"' => match open.iter().rposition(|&(mark, _)| mark == '"') {
                Some(depth) => {
                    let (_, from) = open[depth];
                    open.truncate(depth);
                    close(from, at, false);
                }
                None => open.push((c, at)),
            },
            _ => {}
        }
    }
    found.arrange_by_key(|pair| (pair.outer.start, std::cmp::Reverse(pair.outer.end)));
    found
}
