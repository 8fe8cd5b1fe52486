//! Tables that were pasted as lines: a row a line with its cells parted by blanks, or one cell a line.

use std::ops::Range;

use super::page::Page;
use super::shape::blank;
use super::{Row, TablePiece, mark};
use crate::fold::{CharSpan, Fold};

/// The most cells that a row has.
const CELLS: usize = 16;

/// The longest cell of a table with one cell a line, and the longest line over a table that belongs to it.
const CELL: usize = 24;
const ABOVE: usize = 60;

/// The tables among the lines `lines` of the article `article`, with the places of their lines in `lines`.
pub(super) fn read(page: &Page, lines: &[usize], article: usize) -> Vec<(Range<usize>, TablePiece)> {
    let rows: Vec<Option<Row>> = lines.iter().map(|&line| row(page, line)).collect();
    let mut found = Vec::new();
    let (mut at, mut free) = (0, 0);
    while at < lines.len() {
        let Some((first, end, table)) = in_rows(&rows, at).or_else(|| in_cells(page, lines, &rows, at)) else {
            at += 1;
            continue;
        };
        let span = |&line: &usize| page.lines[line].at;
        let top = at - above(page, &lines[free..at]);
        let mut above: Vec<CharSpan> = lines[top..at].iter().map(span).collect();
        let mut heads = if first > at {
            lines[at..first].iter().map(span).collect()
        } else {
            above.last().map(|&line| cells(page.fold, line)).unwrap_or_default()
        };
        let wide = table.first().map_or(0, |row| row.cells.len());
        let numbers = table.first().map_or(0, |row| row.numbers);
        // The rows' own numbers are left out, and so is what heads them.
        if heads.len() == wide + 1 && matches!(page.fold.at(heads[0].start), '序' | '编' | '排') {
            heads.remove(0);
        }
        let headed = heads.len() > 1 && (heads.len() == wide || heads.len() == numbers);
        if headed && first == at {
            above.pop();
        }
        let says_unit = above.iter().any(|&line| page.fold.text(line).contains("单位"));
        // A lone column of numbers without a name may be the pages of a list of contents.
        if numbers > 1 || headed || says_unit {
            if !headed {
                heads.clear();
            }
            found.push((top..end, TablePiece { article, above, heads, rows: table }));
            free = end;
        }
        at = end;
    }
    found
}

/// How many of the last of `lines` stand over a table as its title, unit and columns.
fn above(page: &Page, lines: &[usize]) -> usize {
    let of_table = |line: &&usize| {
        let shape = &page.lines[**line];
        let listed = shape.last != ':' && mark::at(page.fold, shape.at).is_none();
        shape.letters <= ABOVE && shape.stops == 0 && !page.prose[**line] && listed
    };
    lines.iter().rev().take(3).take_while(of_table).count()
}

/// The stretches of a line between blanks and upright strokes.
fn cells(fold: &Fold, line: CharSpan) -> Vec<CharSpan> {
    let mut found = Vec::new();
    let mut start = line.start;
    for at in line.start..=line.end {
        if at < line.end && !blank(fold.at(at)) && fold.at(at) != '|' {
            continue;
        }
        if at > start {
            found.push(CharSpan::new(start, at));
        }
        start = at + 1;
    }
    found
}

/// Whether a cell holds a number with its sign or % and nothing else, or what stands for none: -0.8, 5.6%, —.
fn numeric(fold: &Fold, cell: CharSpan) -> bool {
    let chars = fold.slice(cell);
    let digits = chars.iter().filter(|c| c.is_ascii_digit()).count();
    let signs = chars.iter().filter(|c| matches!(c, '-' | '+' | '.' | ',' | '%')).count();
    match chars {
        ['-' | '—' | '…' | '/'] | ['—', '—'] | ['…', '…'] | ['-', '-'] => true,
        ['-' | '+', '0'..='9', ..] | ['0'..='9', ..] => {
            digits + signs == chars.len() && !chars[1..].iter().any(|c| matches!(c, '-' | '+'))
        }
        _ => false,
    }
}

/// The line as a row: words first, then numbers; the number of the row before them is left out.
fn row(page: &Page, line: usize) -> Option<Row> {
    let shape = &page.lines[line];
    let ended = shape.last.is_ascii_digit() || matches!(shape.last, '%' | '-' | '—' | '…' | '/');
    if shape.stops > 2 || !ended || shape.han == 0 || shape.at.len() > 160 {
        return None;
    }
    let mut cells = cells(page.fold, shape.at);
    if cells.len() > 2 && numeric(page.fold, cells[0]) && cells[0].len() < 4 {
        cells.remove(0);
    }
    let numbers = cells.iter().rev().take_while(|&&cell| numeric(page.fold, cell)).count();
    let words = cells.len() - numbers;
    let named = (1..=4).contains(&words) && !cells[..words].iter().any(|&cell| numeric(page.fold, cell));
    // 2.对清洁状况的意见。: a row whose name ends in a full stop.
    let stopped = cells.iter().filter(|cell| matches!(page.fold.at(cell.end - 1), '。' | '!' | '?' | ';')).count();
    (numbers > 0 && named && cells.len() <= CELLS && stopped == shape.stops).then_some(Row { cells, numbers })
}

/// A table with a row a line from `at` on: the place of its first row, its end, its rows.
fn in_rows(rows: &[Option<Row>], at: usize) -> Option<(usize, usize, Vec<Row>)> {
    let numbers = rows[at].as_ref()?.numbers;
    let like = |row: &Option<Row>| row.clone().filter(|row| row.numbers == numbers);
    let run: Vec<Row> = rows[at..].iter().map_while(like).collect();
    (run.len() > 1).then(|| (at, at + run.len(), run))
}

/// A table with one cell a line from `at` on, where as many names of columns come first as a row has cells (指标, 单位,
/// 绝对量, 增长): the place of its first row, its end, its rows.
fn in_cells(page: &Page, lines: &[usize], rows: &[Option<Row>], at: usize) -> Option<(usize, usize, Vec<Row>)> {
    let cell = |at: usize| {
        let shape = &page.lines[*lines.get(at)?];
        let fits = shape.at.len() <= CELL && shape.stops == 0 && rows[at].is_none();
        fits.then(|| numeric(page.fold, shape.at))
    };
    let run = |from: usize, number: bool| (from..from + CELLS).take_while(|&at| cell(at) == Some(number)).count();
    let (words, numbers) = (run(at, false), run(at + run(at, false), true));
    let each = run(at + words + numbers, false);
    let wide = each + numbers;
    if numbers == 0 || !(1..=2).contains(&each) || words != wide + each {
        return None;
    }
    let first = at + wide;
    let mut end = first;
    let mut table = Vec::new();
    while run(end, false) == each && run(end + each, true) == numbers {
        let cells = lines[end..end + wide].iter().map(|&line| page.lines[line].at).collect();
        table.push(Row { cells, numbers });
        end += wide;
    }
    (table.len() > 1).then_some((first, end, table))
}
