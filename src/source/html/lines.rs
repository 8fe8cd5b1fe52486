//! Writes the words of a page as lines, as a reader would see them.

use super::entities;
use super::tokens::attribute;
use super::tree::{Node, Role};
use crate::script::is_letter_or_digit;

/// One line of a page.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    /// The words, without blanks at the ends; a tab between cells.
    pub text: String,
    /// The innermost element that stands on lines of its own.
    pub block: usize,
    /// The level of the heading that it is, or 0.
    pub heading: u8,
    /// How many characters other than blanks it has.
    pub words: usize,
    /// How many of them lead elsewhere.
    pub linked: usize,
    /// How many hanzi and other wide characters stand outside links.
    pub wide: usize,
    /// How many punctuation marks of sentences stand outside links.
    pub marks: usize,
}

/// The longest cell and the longest row of a table of data; longer ones only place text on the page.
const LONGEST_CELL: usize = 120;
const LONGEST_ROW: usize = 600;

/// The lines of a page. In a feed, titles are lines too.
pub(super) fn lines(nodes: &[Node<'_>], is_feed: bool) -> Vec<Line> {
    let mut writer = Writer { data_rows: data_rows(nodes), ..Writer::default() };
    let mut at = 1;
    while let Some(node) = nodes.get(at) {
        writer.leave(nodes, at);
        let hidden = node.role == Role::Hidden || node.role == Role::Title && !is_feed;
        if hidden {
            at = node.end;
            continue;
        }
        writer.enter(at, node);
        at += 1;
    }
    writer.leave(nodes, nodes.len());
    writer.end_line();
    writer.lines
}

const fn is_wide(c: char) -> bool {
    c >= '\u{2e80}'
}

#[derive(Default)]
struct Writer {
    lines: Vec<Line>,
    line: Line,
    /// The elements around the place that is read.
    open: Vec<usize>,
    blocks: Vec<usize>,
    links: usize,
    preformatted: usize,
    heading: u8,
    /// Whether a blank goes before the next word, and whether a line end of the page's source is in it.
    blank: Option<bool>,
    data_rows: Vec<bool>,
    /// The row of a table of data that is read, and how many of its cells were opened.
    row: Option<(usize, usize)>,
}

impl Writer {
    fn leave(&mut self, nodes: &[Node<'_>], at: usize) {
        while let Some((last, node)) = self.open.last().and_then(|&last| Some((last, nodes.get(last)?))) {
            if node.end > at {
                return;
            }
            self.open.pop();
            match node.role {
                Role::Link => self.links -= usize::from(attribute(node.attributes, "href").is_some()),
                Role::Row if self.row.is_some_and(|row| row.0 == last) => {
                    self.row = None;
                    self.end_line();
                    self.blocks.pop();
                }
                Role::Block | Role::Around | Role::Heading(_) | Role::Title | Role::Row | Role::Cell => {
                    self.end_block();
                    self.blocks.pop();
                    self.heading = 0;
                    self.preformatted -= usize::from(node.name.eq_ignore_ascii_case("pre"));
                }
                Role::Inline | Role::Break | Role::Hidden => {}
            }
        }
    }

    fn enter(&mut self, at: usize, node: &Node<'_>) {
        if node.end > at + 1 || !node.name.is_empty() {
            self.open.push(at);
        }
        match node.role {
            Role::Inline if !node.words.is_empty() => self.write(node.words),
            Role::Link => self.links += usize::from(attribute(node.attributes, "href").is_some()),
            Role::Break => self.end_block(),
            Role::Row if self.row.is_none() && self.data_rows.get(at) == Some(&true) => {
                self.end_line();
                self.blocks.push(at);
                self.row = Some((at, 0));
            }
            Role::Cell if self.row.is_some_and(|row| row.0 == node.parent) => {
                self.blocks.push(at);
                self.next_cell();
            }
            Role::Block | Role::Around | Role::Heading(_) | Role::Title | Role::Row | Role::Cell => {
                self.end_block();
                self.blocks.push(at);
                self.preformatted += usize::from(node.name.eq_ignore_ascii_case("pre"));
                match node.role {
                    Role::Heading(level) => self.heading = level,
                    Role::Title => self.heading = 2,
                    _ => {}
                }
            }
            Role::Inline | Role::Hidden => {}
        }
    }

    fn next_cell(&mut self) {
        if let Some((_, cells)) = &mut self.row {
            *cells += 1;
            if *cells > 1 {
                self.blank = None;
                self.line.text.push('\t');
            }
        }
    }

    fn write(&mut self, words: &str) {
        let words = words.strip_prefix("<![CDATA[").unwrap_or(words).trim_end_matches("]]>");
        for c in entities::decode(words).chars() {
            if self.preformatted > 0 && c == '\n' {
                self.end_line();
            } else if matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}' | '\u{a0}') {
                self.blank = Some(self.blank.unwrap_or_default() || c == '\n');
            } else if !matches!(c, '\u{feff}' | '\u{200b}' | '\u{ad}' | '\0') {
                self.push(c);
            }
        }
    }

    fn push(&mut self, c: char) {
        if let (Some(ends_line), Some(last)) = (self.blank.take(), self.line.text.chars().next_back()) {
            // A line end of the source between two hanzi is no blank of the text.
            let joins = ends_line && is_wide(last) && is_wide(c);
            if !joins && last != '\t' {
                self.line.text.push(' ');
            }
        }
        if self.line.text.is_empty() {
            if c == '\u{3000}' {
                return;
            }
            self.line.block = self.blocks.last().copied().unwrap_or_default();
            self.line.heading = self.heading;
        }
        self.line.text.push(c);
        if c == '\u{3000}' {
            return;
        }
        self.line.words += 1;
        if self.links > 0 {
            self.line.linked += 1;
            return;
        }
        self.line.wide += usize::from(is_wide(c));
        if matches!(c, '，' | '。' | '；' | '！' | '？' | '、' | '：' | '“' | '「' | ',' | ';') {
            self.line.marks += 1;
        }
    }

    /// Ends a line, or within a cell of data the words so far.
    fn end_block(&mut self) {
        if self.row.is_none() {
            return self.end_line();
        }
        self.blank = Some(false);
    }

    fn end_line(&mut self) {
        self.blank = None;
        let mut line = std::mem::take(&mut self.line);
        if !line.text.chars().any(is_letter_or_digit) {
            return;
        }
        line.text.truncate(line.text.trim_end().len());
        self.lines.push(line);
    }
}

/// Which nodes are rows of data: short cells, no table inside.
fn data_rows(nodes: &[Node<'_>]) -> Vec<bool> {
    let mut words = vec![0_usize; nodes.len()];
    let mut tables = vec![false; nodes.len()];
    let mut fits = vec![true; nodes.len()];
    let mut cells = vec![0_usize; nodes.len()];
    for (at, node) in nodes.iter().enumerate().skip(1).rev() {
        let own =
            words.get(at).copied().unwrap_or_default() + node.words.chars().filter(|c| !c.is_whitespace()).count();
        let table = tables.get(at) == Some(&true) || node.name.eq_ignore_ascii_case("table");
        if node.role == Role::Hidden {
            continue;
        }
        if let Some(sum) = words.get_mut(node.parent) {
            *sum += own;
        }
        if let Some(inside) = tables.get_mut(node.parent) {
            *inside |= table;
        }
        if node.role == Role::Cell
            && let (Some(fit), Some(count)) = (fits.get_mut(node.parent), cells.get_mut(node.parent))
        {
            *fit &= own <= LONGEST_CELL && !table;
            *count += 1;
        }
    }
    let is_data = |at: usize| {
        let rows = (words.get(at), fits.get(at), cells.get(at));
        matches!(rows, (Some(&words), Some(true), Some(2..)) if words <= LONGEST_ROW)
    };
    (0..nodes.len()).map(|at| nodes.get(at).is_some_and(|node| node.role == Role::Row) && is_data(at)).collect()
}
