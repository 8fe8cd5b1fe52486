//! The digest as JSON: facts flat and in source order, offsets in code points where nothing else is asked for.

use std::fmt::Write as _;

use serde::Serialize;
use sha2::{Digest as _, Sha256};

use super::reasons::folded_why;
use crate::model::{Derived, Detail, Digest, Fact, Kind, Review, Role, Script, Span, Term};

/// The name of the JSON shape, and its version.
pub const SCHEMA: &str = "tiyao/1";

/// What offsets count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Unit {
    /// Unicode code points, as in all files.
    CodePoint,
    /// UTF-16 units, as in JavaScript's strings.
    Utf16,
}

impl Unit {
    /// The unit that exports call so: `codepoint` or `utf16`.
    pub fn of(name: &str) -> Option<Self> {
        match name {
            "codepoint" => Some(Self::CodePoint),
            "utf16" => Some(Self::Utf16),
            _ => None,
        }
    }
}

#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    version: &'static str,
    offsets: Unit,
    options: OptionsNote<'a>,
    source: SourcePart<'a>,
    facts: Vec<FactPart<'a>>,
    coverage: CoveragePart<'a>,
    summary: Vec<Piece<'a>>,
    outline: Vec<OutlinePart<'a>>,
    derived: Vec<DerivedPart<'a>>,
}

/// A number that the text does not state, with what it is made of.
#[derive(Serialize)]
struct DerivedPart<'a> {
    #[serde(flatten)]
    derived: &'a Derived,
    claims: Vec<Claim<'a>>,
}

/// What a section says in one sentence.
#[derive(Serialize)]
struct OutlinePart<'a> {
    article: usize,
    level: u8,
    heading: Piece<'a>,
    line: Piece<'a>,
}

#[derive(Serialize)]
pub(super) struct OptionsNote<'a> {
    name: &'a str,
    date: &'a str,
    sentences: usize,
    #[serde(skip_serializing_if = "<[Term]>::is_empty")]
    terms: &'a [Term],
}

#[derive(Serialize)]
struct SourcePart<'a> {
    name: &'a str,
    encoding: &'a str,
    sureness: u8,
    /// How many damaged bytes stand in the text as U+FFFD.
    damaged: usize,
    container: &'a str,
    script: Script,
    characters: usize,
    sha256: String,
    /// Only where the text was taken out of a container, so that the offsets can be followed.
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
}

#[derive(Serialize)]
pub(super) struct FactPart<'a> {
    kind: Kind,
    start: usize,
    end: usize,
    quote: &'a str,
    article: usize,
    #[serde(flatten)]
    detail: &'a Detail,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    claims: Vec<Claim<'a>>,
    /// Of a finding, what its sum gives, in English.
    #[serde(skip_serializing_if = "String::is_empty")]
    why: String,
    rule: &'static str,
    #[serde(flatten)]
    reviewed: Option<Reviewed>,
    evidence: Vec<EvidencePart>,
}

/// Who stands for a fact besides its rule, and in what way.
#[derive(Serialize)]
pub(super) struct Reviewed {
    by: &'static str,
    review: Review,
}

impl Reviewed {
    /// What a reader has said of a fact.
    pub(super) fn of(digest: &Digest, fact: &Fact) -> Option<Self> {
        digest.review(fact).map(|review| Self { by: "reader", review })
    }
}

/// The words that a finding compares.
#[derive(Serialize)]
pub(super) struct Claim<'a> {
    start: usize,
    end: usize,
    quote: &'a str,
}

#[derive(Serialize)]
struct EvidencePart {
    role: Role,
    start: usize,
    end: usize,
}

#[derive(Serialize)]
struct CoveragePart<'a> {
    numerals: usize,
    explained: usize,
    unread: Vec<Piece<'a>>,
}

#[derive(Serialize)]
struct Piece<'a> {
    start: usize,
    end: usize,
    text: &'a str,
}

/// The digest as one JSON document on one line.
pub fn json_line(digest: &Digest) -> String {
    json_in(digest, Unit::CodePoint)
}

/// The digest as one JSON document on one line, its offsets in a unit, which the document names.
pub fn json_in(digest: &Digest, unit: Unit) -> String {
    write(&Document::of(digest, unit))
}

/// The digest as one JSON document on one line, closed by a line break.
pub fn json(digest: &Digest) -> String {
    let mut out = json_line(digest);
    out.push('\n');
    out
}

/// The SHA-256 of the text's UTF-8 bytes, in lower hexadecimal digits.
pub(super) fn sha256(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().fold(String::with_capacity(64), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}

/// `value` as JSON; the forms written here have text keys and no failing parts.
pub(super) fn write(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// The code points that a span of the digest's text goes from and to.
pub(super) fn code_points(digest: &Digest, span: Span) -> (usize, usize) {
    places(digest, span, Unit::CodePoint)
}

/// Where a span of the digest's text goes from and to.
fn places(digest: &Digest, span: Span, unit: Unit) -> (usize, usize) {
    let (text, offsets) = (digest.source.text(), digest.source.offsets());
    let place = |byte| match unit {
        Unit::CodePoint => offsets.code_points(text, byte),
        Unit::Utf16 => offsets.utf16(text, byte),
    };
    (place(span.start), place(span.end))
}

/// What a finding compares; nothing for other facts.
pub(super) fn claims<'a>(digest: &'a Digest, detail: &Detail, unit: Unit) -> Vec<Claim<'a>> {
    let Detail::Finding(finding) = detail else { return Vec::new() };
    quoted(digest, &finding.claims, unit)
}

fn quoted<'a>(digest: &'a Digest, claims: &[Span], unit: Unit) -> Vec<Claim<'a>> {
    let claim = |&span: &Span| {
        let (start, end) = places(digest, span, unit);
        Claim { start, end, quote: span.of(digest.source.text()) }
    };
    claims.iter().map(claim).collect()
}

impl<'a> Document<'a> {
    fn of(digest: &'a Digest, unit: Unit) -> Self {
        let text = digest.source.text();
        let note = digest.source.note();
        let piece = |&span: &Span| {
            let (start, end) = places(digest, span, unit);
            Piece { start, end, text: span.of(text) }
        };
        Self {
            schema: SCHEMA,
            version: env!("CARGO_PKG_VERSION"),
            offsets: unit,
            options: OptionsNote::of(digest),
            source: SourcePart {
                name: &digest.options.name,
                encoding: &note.encoding,
                sureness: note.sureness,
                damaged: note.damaged,
                container: &note.container,
                script: digest.script,
                characters: digest.source.offsets().code_points(text, text.len()),
                sha256: sha256(text),
                text: (!note.container.is_empty()).then_some(text),
            },
            facts: digest.facts.iter().map(|fact| FactPart::of(digest, fact, unit)).collect(),
            coverage: CoveragePart {
                numerals: digest.coverage.numerals,
                explained: digest.coverage.explained,
                unread: digest.coverage.unread.iter().map(piece).collect(),
            },
            summary: digest.summary.iter().map(piece).collect(),
            outline: digest
                .outline
                .iter()
                .map(|one| OutlinePart {
                    article: one.article,
                    level: one.level,
                    heading: piece(&one.heading),
                    line: piece(&one.line),
                })
                .collect(),
            derived: digest
                .derived
                .iter()
                .map(|derived| DerivedPart { derived, claims: quoted(digest, &derived.claims, unit) })
                .collect(),
        }
    }
}

impl<'a> OptionsNote<'a> {
    pub(super) fn of(digest: &'a Digest) -> Self {
        let options = &digest.options;
        Self { name: &options.name, date: &options.date, sentences: options.sentences, terms: options.terms.all() }
    }
}

impl<'a> FactPart<'a> {
    pub(super) fn of(digest: &'a Digest, fact: &'a Fact, unit: Unit) -> Self {
        let (start, end) = places(digest, fact.span, unit);
        let evidence = fact.evidence.iter().map(|part| {
            let (start, end) = places(digest, part.span, unit);
            EvidencePart { role: part.role, start, end }
        });
        Self {
            kind: fact.kind(),
            start,
            end,
            quote: fact.span.of(digest.source.text()),
            article: fact.article,
            detail: &fact.detail,
            claims: claims(digest, &fact.detail, unit),
            why: folded_why(fact),
            rule: fact.rule,
            reviewed: Reviewed::of(digest, fact),
            evidence: evidence.collect(),
        }
    }
}
