//! The facts as W3C Web Annotations (<https://www.w3.org/TR/annotation-model/>).
//!
//! One AnnotationPage, whose `items` Recogito takes as they are; the selectors are those that Hypothesis anchors by.
//! Positions count code points, as the recommendation asks. Without a clock there is no `created`.

use serde::Serialize;

use super::json::{Claim, OptionsNote, Reviewed, Unit, claims, code_points, sha256, write};
use super::reasons::folded_why;
use crate::model::{Detail, Digest, Fact, Kind};

/// How many characters stand for the words before and after a quote; what Hypothesis takes.
const CONTEXT: usize = 32;

#[derive(Serialize)]
struct Page<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    id: String,
    #[serde(rename = "type")]
    sort: &'static str,
    #[serde(rename = "partOf")]
    part_of: Collection<'a>,
    #[serde(rename = "startIndex")]
    start_index: usize,
    items: Vec<Annotation<'a>>,
}

#[derive(Serialize)]
struct Collection<'a> {
    id: String,
    #[serde(rename = "type")]
    sort: &'static str,
    label: &'a str,
    total: usize,
    generator: Software,
    options: OptionsNote<'a>,
    sha256: &'a str,
}

#[derive(Serialize)]
struct Software {
    #[serde(rename = "type")]
    sort: &'static str,
    name: &'static str,
}

#[derive(Serialize)]
struct Annotation<'a> {
    id: String,
    #[serde(rename = "type")]
    sort: &'static str,
    motivation: &'static str,
    body: (Tag, Description),
    target: Target<'a>,
}

#[derive(Serialize)]
struct Tag {
    #[serde(rename = "type")]
    sort: &'static str,
    purpose: &'static str,
    value: Kind,
}

#[derive(Serialize)]
struct Description {
    #[serde(rename = "type")]
    sort: &'static str,
    purpose: &'static str,
    format: &'static str,
    value: String,
}

#[derive(Serialize)]
struct Target<'a> {
    source: &'a str,
    selector: (Position, Quote<'a>),
}

#[derive(Serialize)]
struct Position {
    #[serde(rename = "type")]
    sort: &'static str,
    start: usize,
    end: usize,
}

#[derive(Serialize)]
struct Quote<'a> {
    #[serde(rename = "type")]
    sort: &'static str,
    exact: &'a str,
    prefix: &'a str,
    suffix: String,
}

/// The facts of a digest as one annotation page. The text is named by its SHA-256, so that it is found again whatever
/// its file is called.
pub fn annotations(digest: &Digest) -> String {
    let sum = sha256(digest.source.text());
    let source = format!("urn:sha256:{sum}");
    let items = digest.facts.iter().enumerate().map(|(index, fact)| annotation(digest, fact, index, &source)).collect();
    let page = Page {
        context: "http://www.w3.org/ns/anno.jsonld",
        id: format!("{source}#page"),
        sort: "AnnotationPage",
        part_of: Collection {
            id: format!("{source}#annotations"),
            sort: "AnnotationCollection",
            label: &digest.options.name,
            total: digest.facts.len(),
            generator: Software { sort: "Software", name: concat!("Tiyao ", env!("CARGO_PKG_VERSION")) },
            options: OptionsNote::of(digest),
            sha256: &sum,
        },
        start_index: 0,
        items,
    };
    write(&page) + "\n"
}

fn annotation<'a>(digest: &'a Digest, fact: &Fact, index: usize, source: &'a str) -> Annotation<'a> {
    let text = digest.source.text();
    let (start, end) = code_points(digest, fact.span);
    let before = text.get(..fact.span.start).unwrap_or_default();
    let after = text.get(fact.span.end..).unwrap_or_default();
    let opening = before.char_indices().rev().take(CONTEXT).last().map_or(before.len(), |(at, _)| at);
    let prefix = before.get(opening..).unwrap_or_default();
    let suffix: String = after.chars().take(CONTEXT).collect();
    let value = write(&Said::of(digest, fact));
    let tag = Tag { sort: "TextualBody", purpose: "tagging", value: fact.kind() };
    let told = Description { sort: "TextualBody", purpose: "describing", format: "application/json", value };
    let position = Position { sort: "TextPositionSelector", start, end };
    let quote = Quote { sort: "TextQuoteSelector", exact: fact.span.of(text), prefix, suffix };
    Annotation {
        id: format!("{source}#fact-{index}"),
        sort: "Annotation",
        motivation: "classifying",
        body: (tag, told),
        target: Target { source, selector: (position, quote) },
    }
}

#[derive(Serialize)]
struct Said<'a> {
    #[serde(flatten)]
    detail: &'a Detail,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    claims: Vec<Claim<'a>>,
    #[serde(skip_serializing_if = "String::is_empty")]
    why: String,
    rule: &'static str,
    #[serde(flatten)]
    reviewed: Option<Reviewed>,
}

impl<'a> Said<'a> {
    fn of(digest: &'a Digest, fact: &'a Fact) -> Self {
        let detail = &fact.detail;
        let (claims, reviewed) = (claims(digest, detail, Unit::CodePoint), Reviewed::of(digest, fact));
        Self { detail, claims, why: folded_why(fact), rule: fact.rule, reviewed }
    }
}
