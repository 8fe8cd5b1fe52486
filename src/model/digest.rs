use serde::Serialize;

use super::{Derived, Fact, Kind, Span, Terms};
use crate::source::Source;

/// The script that a text is written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub enum Script {
    /// Simplified.
    #[default]
    Hans,
    /// Traditional.
    Hant,
}

/// What the caller knows or wants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// The text's name, as exports show it.
    pub name: String,
    /// The day that relative times resolve against (EDTF date), where the text has none; empty if unknown.
    pub date: String,
    /// How many sentences the summary has at most.
    pub sentences: usize,
    /// The reader's own words.
    pub terms: Terms,
}

impl Default for Options {
    fn default() -> Self {
        Self { name: String::new(), date: String::new(), sentences: 5, terms: Terms::default() }
    }
}

/// How the bytes became text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceNote {
    /// The encoding's name: `utf-8`, `utf-16le`, `utf-16be`, `gb18030`, `big5`.
    pub encoding: String,
    /// How sure that is, from 0 to 100.
    pub sureness: u8,
    /// What the text was taken out of: empty for plain text, else `html` or `markdown`.
    pub container: String,
    /// How many characters were lost to damaged bytes: each stands as U+FFFD in the text.
    pub damaged: usize,
}

/// Which numerals in Arabic digits the digest explains.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// How many there are.
    pub numerals: usize,
    /// How many of them some fact explains.
    pub explained: usize,
    /// The others.
    pub unread: Vec<Span>,
}

/// What a section says in one sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutlineLine {
    /// The heading's words.
    pub heading: Span,
    /// Its level, from 1.
    pub level: u8,
    /// The article that it stands in, counted from 0.
    pub article: usize,
    /// The most telling sentence of the section.
    pub line: Span,
}

/// What a reader has said of a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Review {
    /// It is right as it was read.
    Accepted,
    /// The reader wrote some of it anew.
    Amended,
    /// The reader found it.
    Added,
}

/// All that was read from one text.
#[derive(Clone, Debug)]
pub struct Digest {
    /// The text.
    pub source: Source,
    /// What the caller asked for.
    pub options: Options,
    /// The script of the whole text.
    pub script: Script,
    /// The facts in source order; an outer one before those inside it.
    pub facts: Vec<Fact>,
    /// Which numerals are explained.
    pub coverage: Coverage,
    /// The most telling sentences, in source order.
    pub summary: Vec<Span>,
    /// One line for each section that has sentences, in source order.
    pub outline: Vec<OutlineLine>,
    /// Numbers that the text allows but does not state, in source order.
    pub derived: Vec<Derived>,
    /// The sentences of all bodies in source order.
    pub sentences: Vec<Span>,
    /// What a reader has said of facts, each named by its kind and its words. What a reader refused is no fact any more.
    pub reviews: Vec<(Kind, Span, Review)>,
}

impl Digest {
    /// What a reader has said of a fact.
    pub fn review(&self, fact: &Fact) -> Option<Review> {
        let same = |(kind, span, _): &&(Kind, Span, Review)| *kind == fact.kind() && *span == fact.span;
        self.reviews.iter().find(same).map(|(_, _, review)| *review)
    }

    /// The place in [`Digest::sentences`] of the one that holds a byte of the text, or of the last before it.
    pub fn sentence_at(&self, byte: usize) -> usize {
        self.sentences.partition_point(|sentence| sentence.start <= byte).saturating_sub(1)
    }
}
