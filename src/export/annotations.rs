//! The facts as W3C Web Annotations (<https://www.w3.org/TR/annotation-model/>).
//!
//! One AnnotationPage, whose `items` Recogito takes as they are; the selectors are those that Hypothesis anchors by.
//! Positions count code points, as the recommendation asks. Without a clock there is no `created`.

use serde::Serialize;
use serde_json::{Value, json};

use super::json::{Claim, OptionsNote, Unit, claims, code_points, sha256, write};
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
    items: Vec<Value>,
}

#[derive(Serialize)]
struct Collection<'a> {
    id: String,
    #[serde(rename = "type")]
    sort: &'static str,
    label: &'a str,
    total: usize,
    generator: Value,
    options: OptionsNote<'a>,
    sha256: &'a str,
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
            generator: json!({"type": "Software", "name": concat!("Tiyao ", env!("CARGO_PKG_VERSION"))}),
            options: OptionsNote::of(digest),
            sha256: &sum,
        },
        start_index: 0,
        items,
    };
    write(&page) + "\n"
}

fn annotation(digest: &Digest, fact: &Fact, index: usize, source: &str) -> Value {
    let text = digest.source.text();
    let (start, end) = code_points(digest, fact.span);
    let before = text.get(..fact.span.start).unwrap_or_default();
    let after = text.get(fact.span.end..).unwrap_or_default();
    let opening = before.char_indices().rev().take(CONTEXT).last().map_or(before.len(), |(at, _)| at);
    let prefix = before.get(opening..).unwrap_or_default();
    let suffix: String = after.chars().take(CONTEXT).collect();
    json!({
        "id": format!("{source}#fact-{index}"),
        "type": "Annotation",
        "motivation": "classifying",
        "body": [
            {"type": "TextualBody", "purpose": "tagging", "value": kind_name(fact.kind())},
            {
                "type": "TextualBody",
                "purpose": "describing",
                "format": "application/json",
                "value": write(&Said::of(digest, fact)),
            },
        ],
        "target": {
            "source": source,
            "selector": [
                {"type": "TextPositionSelector", "start": start, "end": end},
                {"type": "TextQuoteSelector", "exact": fact.span.of(text), "prefix": prefix, "suffix": suffix},
            ],
        },
    })
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
}

impl<'a> Said<'a> {
    fn of(digest: &'a Digest, fact: &'a Fact) -> Self {
        let detail = &fact.detail;
        Self { detail, claims: claims(digest, detail, Unit::CodePoint), why: folded_why(fact), rule: fact.rule }
    }
}

fn kind_name(kind: Kind) -> Value {
    serde_json::to_value(kind).unwrap_or_default()
}
