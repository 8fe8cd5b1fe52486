//! A digest arranged for reading: what the text, Markdown and HTML reports have in common.

mod figures;
mod groups;
mod number;

pub(super) use figures::{ChangeRow, FigureRow};
pub(super) use groups::{Entry, Group};

use super::inert;
use super::words::Word;
use crate::digest::key_figures;
use crate::fold::Fold;
use crate::model::{Arrange, Article, Detail, Digest, Fact, Figure, Kind, Language, Role, Span};

/// How many rows the table of key figures has at most.
pub(super) const KEY_FIGURES: usize = 16;

/// A digest arranged for reading, in one language.
pub(super) struct Report<'a> {
    pub(super) digest: &'a Digest,
    pub(super) language: Language,
    pub(super) parts: Vec<Part>,
    paragraphs: Vec<usize>,
}

/// What is said of one article of the page.
pub(super) struct Part {
    /// The article's title as the text writes it, else the document's name, else a word for none.
    pub(super) title: String,
    pub(super) subtitle: String,
    /// What the head says: a name and its value.
    pub(super) head: Vec<(&'static str, String)>,
    pub(super) summary: Vec<Span>,
    /// The most telling figures, in source order.
    pub(super) figures: Vec<FigureRow>,
    /// The others, in source order.
    pub(super) others: Vec<FigureRow>,
    pub(super) changes: Vec<ChangeRow>,
    /// Sections, names, speech, lost words.
    pub(super) groups: Vec<Group>,
}

impl<'a> Report<'a> {
    pub(super) fn of(digest: &'a Digest, language: Language) -> Self {
        let paragraphs = paragraph_ends(digest.source.text());
        let mut report = Self { digest, language, parts: Vec::new(), paragraphs };
        let mut facts: Vec<(usize, &Fact)> = digest.facts.iter().enumerate().collect();
        facts.arrange_by_key(|(_, fact)| fact.article);
        let summary = shared_summary(digest);
        let before = facts.partition_point(|(_, fact)| fact.article == 0);
        let (outside, articles) = facts.split_at(before);
        report.parts.push(report.part(0, outside, &summary));
        for facts in articles.chunk_by(|(_, one), (_, two)| one.article == two.article) {
            let part = report.part(facts[0].1.article, facts, &summary);
            report.parts.push(part);
        }
        // Facts of no article, or none at all, must not make an empty report beside the articles.
        if report.parts.iter().any(|part| !part.is_empty()) {
            report.parts.retain(|part| !part.is_empty());
        }
        report
    }

    /// Whether nothing at all was found.
    pub(super) fn is_empty(&self) -> bool {
        self.parts.iter().all(Part::is_empty)
    }

    /// The number of the paragraph (a line that is not blank, counted from 1) that a byte of the text stands in.
    pub(super) fn paragraph(&self, byte: usize) -> usize {
        (self.paragraphs.partition_point(|&end| end <= byte) + 1).min(self.paragraphs.len().max(1))
    }

    /// Where the fact's first part of a role stands.
    fn evidence(fact: &Fact, role: Role) -> Option<Span> {
        fact.evidence.iter().find(|part| part.role == role).map(|part| part.span)
    }

    /// `folded` as the text itself writes it, where a part of the fact or its quote is that; else as it is.
    pub(super) fn as_written(&self, fact: &Fact, role: Role, folded: &str) -> String {
        let text = self.digest.source.text();
        let wanted = bare(folded);
        let quote = fact.span;
        let found = Self::evidence(fact, role).into_iter().chain([quote]).map(|span| span.of(text)).find(|words| {
            // Folding goes character for character, so that a longer stretch cannot be the name.
            words.len() <= 4 * folded.len() + 16 && bare(&folded_words(words)) == wanted
        });
        inert::one_line(found.map_or(folded, |words| if folded.starts_with(OPENING) { words } else { peel(words) }))
    }

    /// The value of a figure with its bound, range, sign and unit.
    pub(super) fn value(&self, fact: &Fact, figure: &Figure) -> String {
        number::value(figure, &self.as_written(fact, Role::Unit, &figure.unit), self.language)
    }

    fn part(&self, article: usize, facts: &[(usize, &'a Fact)], summary: &[(usize, Span)]) -> Part {
        let (rows, changes) = figures::rows(self, facts);
        let indices = facts.iter().map(|&(index, _)| index);
        let keys = key_figures(self.digest, indices, KEY_FIGURES);
        let (figures, others) =
            rows.into_iter().partition(|row: &FigureRow| row.facts.iter().any(|at| keys.contains(at)));
        let head = facts.iter().find_map(|(_, fact)| match &fact.detail {
            Detail::Article(article) => Some((*fact, article)),
            _ => None,
        });
        let given = |role, folded: &str| head.map_or_else(String::new, |(fact, _)| self.as_written(fact, role, folded));
        let title = head.map_or("", |(_, article)| &article.title);
        let subtitle = head.map_or("", |(_, article)| &article.subtitle);
        Part {
            title: if title.is_empty() { self.name() } else { given(Role::Title, title) },
            subtitle: inert::one_line(subtitle),
            head: head.map_or_else(Vec::new, |(_, article)| self.head(article)),
            summary: summary.iter().filter(|sentence| sentence.0 == article).map(|sentence| sentence.1).collect(),
            figures,
            others,
            changes,
            groups: groups::groups(self, facts).into_iter().chain(groups::derived(self, article)).collect(),
        }
    }

    fn name(&self) -> String {
        let name = inert::one_line(&self.digest.options.name);
        if name.is_empty() { Word::Untitled.of(self.language).into() } else { name }
    }

    fn head(&self, article: &Article) -> Vec<(&'static str, String)> {
        [
            (Word::Published, article.published.clone()),
            (Word::Outlet, article.source.clone()),
            (Word::Column, article.column.clone()),
            (Word::Edition, article.edition.clone()),
            (Word::Byline, article.byline.join(self.language.pick("、", "、", ", "))),
            (Word::Editor, article.editor.clone()),
            (Word::Area, article.area.clone()),
            (Word::Covers, article.covers.replace('/', "–")),
        ]
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(word, value)| (word.of(self.language), inert::one_line(&value)))
        .collect()
    }
}

impl Part {
    fn is_empty(&self) -> bool {
        self.head.is_empty()
            && self.summary.is_empty()
            && self.figures.is_empty()
            && self.others.is_empty()
            && self.groups.is_empty()
    }
}

/// The sentences of the summary with the article that holds them; those outside any go to the first.
fn shared_summary(digest: &Digest) -> Vec<(usize, Span)> {
    let bodies: Vec<&Fact> = digest.facts.iter().filter(|fact| fact.kind() == Kind::Article).collect();
    let home = |sentence| bodies.iter().find(|body| body.span.contains(sentence)).or(bodies.first());
    digest.summary.iter().map(|&sentence| (home(sentence).map_or(0, |body| body.article), sentence)).collect()
}

/// Words side by side, the empty ones left out.
pub(super) fn joined(words: &[&str]) -> String {
    let some: Vec<_> = words.iter().filter(|word| !word.is_empty()).map(|word| inert::one_line(word)).collect();
    some.join(" · ")
}

const OPENING: [char; 7] = ['“', '「', '『', '《', '〈', '‘', '"'];
const CLOSING: [char; 7] = ['”', '」', '』', '》', '〉', '’', '"'];

/// The words without one pair of marks around them.
fn peel(words: &str) -> &str {
    let inner = words.strip_prefix(OPENING).and_then(|rest| rest.strip_suffix(CLOSING));
    inner.filter(|inner| !inner.contains(OPENING)).unwrap_or(words)
}

/// The words without marks and blanks, for comparing.
fn bare(words: &str) -> String {
    words.chars().filter(|c| !c.is_whitespace() && !OPENING.contains(c) && !CLOSING.contains(c)).collect()
}

fn folded_words(words: &str) -> String {
    Fold::of(words).chars().iter().collect()
}

/// The byte after each line that is not blank.
fn paragraph_ends(text: &str) -> Vec<usize> {
    let mut start = 0;
    let mut ends = Vec::new();
    for line in text.split_inclusive(['\n', '\r']) {
        start += line.len();
        if !line.trim().is_empty() {
            ends.push(start);
        }
    }
    ends
}
