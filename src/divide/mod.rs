//! Finds the pieces of a page: articles and their heads, sections, captions, labels, lines that are no body text,
//! sentences.

use crate::fold::{CharSpan, Fold};
use crate::model::Article;

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
    /// The sentences of all bodies in order.
    pub sentences: Vec<Sentence>,
}

/// The pieces of the page that `fold` views.
pub fn divide(fold: &Fold) -> Layout {
    let _ = fold;
    Layout::default()
}
