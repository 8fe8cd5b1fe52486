use std::sync::Arc;
use tiyao::script::is_letter_or_digit;

use tiyao::fold::Fold;
use tiyao::model::{Digest, Evidence, Fact, Kind, Role, Script, Span, Terms};
use tiyao::source::Source;
use tiyao::{Options, digest};

use super::{Corrections, Target};

/// A digest that the page shows, with what the reader has said of its facts. Copies share it, and are equal when they do.
#[derive(Clone)]
pub struct Reading(Arc<Shown>);

struct Shown {
    digest: Digest,
    /// The digest as it was read, where the reader has said something.
    read: Option<Arc<Digest>>,
    corrections: Corrections,
}

impl PartialEq for Reading {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Reading {
    /// Reads a text under a name.
    pub fn of(source: Source, name: &str) -> Self {
        Self::with(source, name, Terms::default())
    }

    /// Reads a text under a name, with the words of the reader's own list.
    pub fn with(source: Source, name: &str, terms: Terms) -> Self {
        let options = Options { name: name.to_owned(), terms, ..Options::default() };
        Self::shown(digest::read_source(source, &options))
    }

    /// Shows a digest.
    pub fn shown(digest: Digest) -> Self {
        Self(Arc::new(Shown { digest, read: None, corrections: Corrections::default() }))
    }

    /// What the reader has said of the facts.
    pub fn corrections(&self) -> &Corrections {
        &self.0.corrections
    }

    /// The same text with all that these corrections say of its facts, and nothing else.
    pub fn corrected(&self, corrections: Corrections) -> Self {
        let read = self.0.read.clone().unwrap_or_else(|| Arc::new(self.0.digest.clone()));
        Self(Arc::new(Shown { digest: corrections.apply(&read), read: Some(read), corrections }))
    }

    /// The reading with what was kept of its reader's words. Where the text's words are others now, nothing is said of them.
    pub fn recalled(self, kept: &str) -> Self {
        let corrections = Corrections::from_text(kept).moved(self.text());
        if corrections.steps().0 { self.corrected(corrections) } else { self }
    }

    /// The name that what is said of this very text is kept under (its FNV-1a hash).
    pub fn mark(&self) -> String {
        let step = |sum: u64, byte: u8| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        let mut sum = self.text().bytes().fold(0xcbf2_9ce4_8422_2325, step);
        let mut name = String::from("tiyao-said-");
        while sum > 0 {
            name.push(char::from(b'a' + (sum % 26) as u8));
            sum /= 26;
        }
        name
    }

    /// The fact of that kind on these very bytes.
    pub fn find(&self, kind: Kind, span: Span) -> Option<Target> {
        let found = self.facts().find(|(_, fact)| fact.kind() == kind && fact.span == span);
        found.map(|(at, _)| Target::Fact(at))
    }

    /// The digest.
    pub fn digest(&self) -> &Digest {
        &self.0.digest
    }

    /// The text.
    pub fn text(&self) -> &str {
        self.0.digest.source.text()
    }

    /// The words that a span selects.
    pub fn words(&self, span: Span) -> &str {
        span.of(self.text())
    }

    /// The text's language, for `lang`.
    pub fn lang(&self) -> &'static str {
        match self.0.digest.script {
            Script::Hans => "zh-Hans",
            Script::Hant => "zh-Hant",
        }
    }

    /// The text's words for a folded field, where the fact's evidence says where they stand; else the folded field.
    pub fn own_words(&self, fact: &Fact, role: Role, folded: &str) -> String {
        let spans = fact.evidence.iter().filter(|evidence: &&Evidence| evidence.role == role);
        let own: String = spans.map(|evidence| self.words(evidence.span)).collect();
        if folds_to(&own, folded) { own } else { folded.to_owned() }
    }

    /// The facts with their places.
    pub fn facts(&self) -> impl Iterator<Item = (usize, &Fact)> {
        self.0.digest.facts.iter().enumerate()
    }

    /// The next fact, or the one before, that the article marks, counted from `from`; the nearest end where there is
    /// no focus yet. Facts of a kind in `off` are passed over.
    pub fn beside(&self, from: Option<Target>, forward: bool, off: &[Kind]) -> Option<Target> {
        let shown = |kind| super::blocks::is_marked(kind) && !off.contains(&kind);
        let marked = |at: &usize| self.0.digest.facts.get(*at).is_some_and(|fact| shown(fact.kind()));
        let count = self.0.digest.facts.len();
        let found = match (from, forward) {
            (Some(Target::Fact(at)), true) => (at + 1..count).find(marked),
            (Some(Target::Fact(at)), false) => (0..at.min(count)).rev().find(marked),
            (_, true) => (0..count).find(marked),
            (_, false) => (0..count).rev().find(marked),
        };
        found.map(Target::Fact)
    }
}

/// Whether words of the text are those of a folded field; folding goes character for character.
pub(super) fn folds_to(words: &str, folded: &str) -> bool {
    words == folded
        || words.chars().count() == folded.chars().count() && Fold::of(words).chars().iter().copied().eq(folded.chars())
}

/// The name that a download gets: the text's own, without what file systems refuse.
pub fn file_name(reading: &Reading, ending: &str) -> String {
    let name = &reading.digest().options.name;
    let stem = name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem);
    let plain: String =
        stem.chars().filter(|c| is_letter_or_digit(*c) || "-_".contains(*c) || *c == ' ').take(80).collect();
    let plain = plain.trim().replace(' ', "-");
    if plain.is_empty() { format!("tiyao.{ending}") } else { format!("{plain}.{ending}") }
}

#[cfg(test)]
mod tests {
    use super::super::handmade;
    use super::*;

    #[test]
    fn walks_over_marked_facts_only() {
        let reading = handmade::reading();
        let first = reading.beside(None, true, &[]);
        assert_eq!(first, Some(Target::Fact(2)), "the article and its heading are no marks");
        assert_eq!(reading.beside(first, true, &[]), Some(Target::Fact(3)));
        assert_eq!(reading.beside(Some(Target::Fact(3)), false, &[]), first);
        assert_eq!(reading.beside(first, false, &[]), None);
        assert_eq!(reading.beside(first, true, &[Kind::Figure]), Some(Target::Fact(4)));
    }

    #[test]
    fn shows_a_field_in_the_text_s_own_script() {
        let reading = handmade::reading();
        let fact = &reading.digest().facts[3];
        assert_eq!(reading.own_words(fact, Role::Indicator, "群众满意度"), "群眾滿意度");
        assert_eq!(reading.own_words(fact, Role::Indicator, "满意度"), "满意度", "evidence of other length");
    }

    #[test]
    fn names_downloads_safely() {
        let named = |name: &str| {
            let mut digest = handmade::reading().digest().clone();
            digest.options.name = name.into();
            file_name(&Reading::shown(digest), "json")
        };
        assert_eq!(named("荣昌 2016"), "荣昌-2016.json");
        assert_eq!(named("../a\u{202e}b.txt"), "ab.json");
        assert_eq!(named(""), "tiyao.json");
    }
}
