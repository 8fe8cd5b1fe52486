//! One fact a line.

use serde::Serialize;

use super::json::{FactPart, OptionsNote, Unit, sha256, write};
use crate::model::Digest;

#[derive(Serialize)]
struct Line<'a> {
    document: &'a str,
    #[serde(flatten)]
    fact: FactPart<'a>,
    sha256: &'a str,
    version: &'static str,
    options: OptionsNote<'a>,
}

/// The facts of a digest, each as one JSON object on a line of its own, with the document's name.
pub fn ndjson(digest: &Digest) -> String {
    let sum = sha256(digest.source.text());
    let mut out = String::new();
    for fact in &digest.facts {
        out.push_str(&write(&Line {
            document: &digest.options.name,
            fact: FactPart::of(digest, fact, Unit::CodePoint),
            sha256: &sum,
            version: env!("CARGO_PKG_VERSION"),
            options: OptionsNote::of(digest),
        }));
        out.push('\n');
    }
    out
}
