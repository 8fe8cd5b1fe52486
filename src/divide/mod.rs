//! Finds the pieces of a page: articles and their heads, sections, captions, labels, lines that are no body text,
//! sentences.

mod area;
mod day;
mod furniture;
mod head;
mod label;
mod lead;
mod mark;
mod notes;
mod outline;
mod page;
mod people;
mod sentence;
mod shape;
mod split;
mod table;
mod tail;

use crate::fold::{CharSpan, Fold};
use crate::model::{Arrange, Article};
pub(crate) use notes::reference;
use page::Page;

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineRole {
    /// Nothing but blanks.
    Blank,
    /// A paragraph of the body.
    Body,
    /// An article's title.
    Title,
    /// An article's second title.
    Subtitle,
    /// The line that names the writers.
    Byline,
    /// A heading of this level.
    Heading(u8),
    /// A picture's caption.
    Caption,
    /// A line of a table, its title or the names of its columns.
    Table,
    /// A line that is no body text, with the guide's reason.
    Boilerplate(&'static str),
}

/// One line of the page, without the blanks around it.
#[derive(Clone, Copy, Debug)]
pub struct LinePiece {
    /// Where it stands.
    pub at: CharSpan,
    /// What it is.
    pub role: LineRole,
    /// The article that it belongs to.
    pub article: usize,
}

/// A heading or a lead that opens a paragraph.
#[derive(Clone, Copy, Debug)]
pub struct SectionPiece {
    /// The heading's words.
    pub at: CharSpan,
    /// Its level, from 1.
    pub level: u8,
    /// The article that it stands in.
    pub article: usize,
    /// The name of the rule that found it.
    pub rule: &'static str,
}

impl SectionPiece {
    /// Whether it opens a paragraph, else it is a line of its own.
    pub fn lead(&self) -> bool {
        self.rule.starts_with("lead")
    }

    /// Whether it heads a glossary or notes, which say nothing of the subject themselves.
    pub fn notes(&self) -> bool {
        self.rule.ends_with("/notes")
    }
}

/// A sentence of the body, with its closing mark.
#[derive(Clone, Copy, Debug)]
pub struct Sentence {
    /// Where it stands.
    pub at: CharSpan,
    /// Index into [`Layout::lines`] of the line that it stands in.
    pub line: usize,
    /// The article that it stands in.
    pub article: usize,
    /// Index into [`Layout::sections`] of the last heading before it.
    pub section: Option<usize>,
}

/// A row of a table: its name first, perhaps its unit, numbers last.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its cells.
    pub cells: Vec<CharSpan>,
    /// How many of the last cells hold numbers; all rows of a table have as many.
    pub numbers: usize,
}

/// A table that was pasted as lines.
#[derive(Clone, Debug)]
pub struct TablePiece {
    /// The article that it stands in.
    pub article: usize,
    /// The lines over it that are no names of columns: its title, its unit.
    pub above: Vec<CharSpan>,
    /// The names of its columns: one for each cell of a row or for each number; none where that is not clear.
    pub heads: Vec<CharSpan>,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// An article and what its head says. Times are left to `read`: `published` and `covers` may be empty here.
#[derive(Clone, Debug)]
pub struct ArticlePiece {
    /// Its body, from the first to the last character.
    pub body: CharSpan,
    /// What its head says, folded.
    pub head: Article,
    /// Where the title stands.
    pub title: Option<CharSpan>,
    /// Where the publishing date stands.
    pub date: Option<CharSpan>,
    /// Whether it is news that an agency's or a paper's dateline opens: its writer plans nothing.
    pub wire: bool,
}

/// The pieces of a page.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    /// All lines in order.
    pub lines: Vec<LinePiece>,
    /// The articles in order.
    pub articles: Vec<ArticlePiece>,
    /// The headings in order.
    pub sections: Vec<SectionPiece>,
    /// Labels such as 【案例点击】.
    pub labels: Vec<(CharSpan, usize)>,
    /// The tables in order.
    pub tables: Vec<TablePiece>,
    /// The sentences of all bodies in order.
    pub sentences: Vec<Sentence>,
}

impl Layout {
    /// The label that opens the line `line`, where one does.
    pub fn label_of(&self, line: CharSpan) -> Option<CharSpan> {
        let index = self.labels.partition_point(|(label, _)| label.start < line.start);
        self.labels.get(index).map(|(label, _)| *label).filter(|label| label.start == line.start)
    }

    /// The article that the character at `at` stands in: the last one whose body has begun.
    pub fn article_at(&self, at: usize) -> usize {
        let line = self.lines.partition_point(|line| line.at.start <= at);
        line.checked_sub(1).and_then(|line| self.lines.get(line)).map_or(0, |line| line.article)
    }
}

/// The pieces of the page that `fold` views.
pub fn divide(fold: &Fold) -> Layout {
    let page = Page::of(fold);
    let blank = |line: usize| page.lines[line].blank();
    let first_role = |line: usize| if blank(line) { LineRole::Blank } else { LineRole::Body };
    let mut roles: Vec<LineRole> = (0..page.lines.len()).map(first_role).collect();
    let mut owners = vec![0; page.lines.len()];
    let mut layout = Layout::default();
    let mut parts = split::parts(&page);
    parts.retain(|part| {
        let article = layout.articles.len();
        let Some(head) = head::read(&page, part, &mut roles) else { return false };
        part.head.iter().copied().chain(part.lines.clone()).for_each(|line| owners[line] = article);
        let body = CharSpan::new(page.lines[head.body].at.start, page.lines[head.body].at.end);
        layout.articles.push(ArticlePiece {
            body,
            head: head.article,
            title: head.title,
            date: head.date,
            wire: head.wire,
        });
        true
    });
    tail::read(&page, &mut roles);
    for (article, part) in parts.iter().enumerate() {
        finish(&page, part, article, &mut roles, &mut layout);
    }
    layout.sections.arrange_by_key(|section| section.at);
    let pieces = page.lines.iter().zip(roles).zip(owners);
    layout.lines = pieces.map(|((line, role), article)| LinePiece { at: line.at, role, article }).collect();
    sentences(fold, &mut layout);
    layout
}

/// Finds an article's sections, labels, the end of its body and its area.
fn finish(page: &Page, part: &split::Part, article: usize, roles: &mut [LineRole], layout: &mut Layout) {
    let piece = &mut layout.articles[article];
    let mut body: Vec<usize> = part
        .lines
        .clone()
        .filter(|&line| {
            roles[line] == LineRole::Body && page.lines[line].at.end > piece.title.map_or(0, |title| title.end)
        })
        .collect();
    for (lines, table) in table::read(page, &body, article) {
        body[lines].iter().for_each(|&line| roles[line] = LineRole::Table);
        layout.tables.push(table);
    }
    let last = body.last().copied();
    body.retain(|&line| roles[line] == LineRole::Body);
    layout.sections.extend(outline::read(page, &body, article, roles));
    layout
        .labels
        .extend(body.iter().flat_map(|&line| label::of_line(page.fold, page.lines[line].at)).map(|at| (at, article)));
    let inside = |line: &usize| {
        let own = matches!(roles[*line], LineRole::Body | LineRole::Heading(_) | LineRole::Table);
        own && page.lines[*line].at.start >= piece.body.start
    };
    let table = last.filter(|line| inside(line));
    if let Some(last) = body.iter().rfind(|line| inside(line)).max(table.as_ref()) {
        piece.body.end = page.lines[*last].at.end;
    }
    let officers: Vec<CharSpan> = part.head.iter().map(|&line| page.lines[line].at).collect();
    piece.head.area = area::of(page.fold, piece, &officers);
}

/// Cuts the body lines into sentences.
fn sentences(fold: &Fold, layout: &mut Layout) {
    let mut section = None;
    let mut next = 0;
    for (line, piece) in layout.lines.iter().enumerate().filter(|(_, piece)| piece.role == LineRole::Body) {
        let skip = label::of_line(fold, piece.at).map_or(piece.at.start, |label| label.end);
        sentence::of_line(fold, CharSpan::new(skip.min(piece.at.end), piece.at.end), |at| {
            while layout.sections.get(next).is_some_and(|one| one.at.start <= at.start) {
                section = Some(next);
                next += 1;
            }
            let own = section.filter(|&one: &usize| layout.sections[one].article == piece.article);
            layout.sentences.push(Sentence { at, line, article: piece.article, section: own });
        });
    }
}
