//! Lines and tables in columns, where an ideograph takes two.

use crate::lexicon::among;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Marks that no line may begin with.
const CLOSERS: &str = "，。、；：！？）》〉」』】”’,.;:!?)%‰…";
/// Marks that no line may end with.
const OPENERS: &str = "（《〈「『【“‘(";

/// How the cells of a column stand.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Align {
    Left,
    Right,
}

/// How many columns words take.
pub(super) fn width(words: &str) -> usize {
    words.width()
}

/// The words in lines of at most `columns`: broken at blanks and between ideographs, closing marks kept with what is
/// before them, opening ones with what follows. A stretch that fits no line is cut.
pub(super) fn wrap(words: &str, columns: usize) -> Vec<String> {
    let columns = columns.max(4);
    let mut lines = Vec::new();
    let (mut line, mut used) = (String::new(), 0);
    for piece in pieces(words) {
        let wide = width(piece.trim_end());
        if used > 0 && used + wide > columns {
            lines.push(std::mem::take(&mut line));
            used = 0;
        }
        for c in piece.chars() {
            let wide = c.width().unwrap_or(0);
            if used + wide > columns && c != ' ' {
                lines.push(std::mem::take(&mut line));
                used = 0;
            }
            line.push(c);
            used += wide;
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines.iter().map(|line| line.trim_end().to_owned()).collect()
}

/// The stretches that no line break may cut, each with the blank after it.
fn pieces(words: &str) -> Vec<&str> {
    let mut cuts = vec![0];
    let mut last = None;
    for (at, c) in words.char_indices() {
        let free = last.is_some_and(|before: char| {
            let joined = is_word(before) && is_word(c);
            !joined && c != ' ' && !among!(CLOSERS, c) && !among!(OPENERS, before)
        });
        if free {
            cuts.push(at);
        }
        last = Some(c);
    }
    cuts.push(words.len());
    cuts.windows(2).filter_map(|pair| words.get(pair[0]..pair[1])).filter(|piece| !piece.is_empty()).collect()
}

/// Letters, digits and what stands inside numbers: everything that takes one column and no blank.
fn is_word(c: char) -> bool {
    c != ' ' && c.width() != Some(2)
}

/// A head and rows in columns two blanks apart. A first column that leaves no room for the others goes on below itself.
pub(super) fn table<const N: usize>(
    head: &[String; N],
    rows: &[[String; N]],
    aligns: [Align; N],
    columns: usize,
) -> Vec<String> {
    let mut widths = [0; N];
    for row in std::iter::once(head).chain(rows) {
        for (wide, cell) in widths.iter_mut().zip(row) {
            *wide = (*wide).max(width(cell));
        }
    }
    let used = |wide: usize| wide > 0;
    let others: usize = widths.iter().skip(1).filter(|&&wide| used(wide)).map(|wide| wide + 2).sum();
    if let Some(first) = widths.first_mut() {
        *first = (*first).min(columns.saturating_sub(others).max(12));
    }
    let mut lines = Vec::new();
    for row in std::iter::once(head).chain(rows) {
        let [first, rest @ ..] = row.as_slice() else { continue };
        let mut parts = wrap(first, widths[0]).into_iter();
        let mut line = padded(&parts.next().unwrap_or_default(), widths[0], Align::Left);
        for (at, cell) in rest.iter().enumerate().filter(|(at, _)| used(widths[at + 1])) {
            line.push_str("  ");
            line.push_str(&padded(cell, widths[at + 1], aligns[at + 1]));
        }
        lines.push(line.trim_end().to_owned());
        lines.extend(parts);
    }
    lines
}

fn padded(cell: &str, columns: usize, align: Align) -> String {
    let blanks = " ".repeat(columns.saturating_sub(width(cell)));
    if align == Align::Left { format!("{cell}{blanks}") } else { format!("{blanks}{cell}") }
}
