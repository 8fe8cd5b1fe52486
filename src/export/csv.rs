//! The facts as a table that a spreadsheet opens: UTF-8 with a byte order mark, RFC 4180, no cell that runs.

use serde::Serialize;

use super::flat::{self, Value};
use super::inert;
use super::json::{code_points, sha256, write};
use super::reasons::folded_why;
use super::words;
use crate::model::{Detail, Digest, Fact, Kind};

/// The columns. A fact leaves those empty that its kind does not have; a time's EDTF value stands under `period`, so
/// that `value` and `high` hold numbers alone.
const COLUMNS: [&str; 39] = [
    "document",
    "article",
    "kind",
    "quote",
    "value",
    "high",
    "unit",
    "indicator",
    "form",
    "bound",
    "direction",
    "basis",
    "scope",
    "period",
    "area",
    "modality",
    "inferred",
    "name",
    "type",
    "role",
    "issuer",
    "speaker",
    "reason",
    "suggestion",
    "level",
    "relation",
    "stated",
    "computed",
    "verdict",
    "claims",
    "formula",
    "why",
    "rule",
    "review",
    "start",
    "end",
    "sha256",
    "version",
    "options",
];

/// How many characters of an article stand for its quote; the whole would be the text once more.
const OPENING: usize = 12;

/// The table of one digest: [`csv_header`] and [`csv_rows`].
pub fn csv(digest: &Digest) -> String {
    csv_header() + &csv_rows(digest)
}

/// The byte order mark, without which a spreadsheet takes UTF-8 for another encoding, and the row of column names.
pub fn csv_header() -> String {
    format!("\u{feff}{}\r\n", COLUMNS.join(","))
}

/// One row a fact: first the figures, then the others, each in source order.
pub fn csv_rows(digest: &Digest) -> String {
    let shared = Shared {
        sha256: sha256(digest.source.text()),
        options: format!("date={};sentences={}", digest.options.date, digest.options.sentences),
    };
    let (figures, others): (Vec<&Fact>, Vec<&Fact>) = digest.facts.iter().partition(|fact| fact.kind() == Kind::Figure);
    let mut out = String::new();
    for fact in figures.into_iter().chain(others) {
        let cells: Vec<String> = row(digest, fact, &shared).iter().map(Cell::written).collect();
        out.push_str(&cells.join(","));
        out.push_str("\r\n");
    }
    out
}

/// A fact as in the JSON forms, so that its fields are named in one place.
#[derive(Serialize)]
struct Written<'a> {
    kind: Kind,
    #[serde(flatten)]
    detail: &'a Detail,
}

struct Shared {
    sha256: String,
    options: String,
}

/// What stands in a cell.
enum Cell {
    /// Printed as it is: a number stays one.
    Number(String),
    Words(String),
}

impl Cell {
    fn written(&self) -> String {
        match self {
            Self::Number(number) => number.clone(),
            Self::Words(words) => quoted(&defused(&inert::visible(words))),
        }
    }
}

fn row(digest: &Digest, fact: &Fact, shared: &Shared) -> Vec<Cell> {
    let (start, end) = code_points(digest, fact.span);
    let detail = flat::read(&write(&Written { kind: fact.kind(), detail: &fact.detail }));
    let quote = fact.span.of(digest.source.text());
    COLUMNS
        .iter()
        .map(|&column| match (column, &fact.detail) {
            ("document", _) => Cell::Words(digest.options.name.clone()),
            ("article", _) => Cell::Number(fact.article.to_string()),
            ("quote", Detail::Article(_)) => Cell::Words(quote.chars().take(OPENING).chain(['…']).collect()),
            ("quote", _) => Cell::Words(quote.to_owned()),
            ("value", Detail::Figure(figure)) => Cell::Number(figure.value.to_string()),
            ("high", Detail::Figure(figure)) => {
                Cell::Number(figure.high.map_or_else(String::new, |high| high.to_string()))
            }
            ("value", Detail::Time(_)) => Cell::Words(String::new()),
            ("period", Detail::Time(time)) => Cell::Words(time.value.clone()),
            ("period", Detail::Article(article)) => Cell::Words(article.covers.clone()),
            ("name", Detail::Article(article)) => Cell::Words(article.title.clone()),
            ("claims", Detail::Finding(finding)) => {
                let claims: Vec<&str> = finding.claims.iter().map(|span| span.of(digest.source.text())).collect();
                Cell::Words(claims.join("; "))
            }
            ("why", _) => Cell::Words(folded_why(fact)),
            ("rule", _) => Cell::Words(fact.rule.to_owned()),
            ("review", _) => Cell::Words(digest.review(fact).map_or("", words::reviewed).to_owned()),
            ("start", _) => Cell::Number(start.to_string()),
            ("end", _) => Cell::Number(end.to_string()),
            ("sha256", _) => Cell::Words(shared.sha256.clone()),
            ("version", _) => Cell::Words(env!("CARGO_PKG_VERSION").to_owned()),
            ("options", _) => Cell::Words(shared.options.clone()),
            _ => detail
                .iter()
                .find(|(name, _)| name == column)
                .map_or(Cell::Words(String::new()), |(_, value)| field(value)),
        })
        .collect()
}

fn field(value: &Value) -> Cell {
    match value {
        Value::Bare(number) if number != "null" => Cell::Number(number.clone()),
        Value::Bare(_) => Cell::Words(String::new()),
        Value::Words(words) => Cell::Words(words.join("; ")),
    }
}

/// The words with an apostrophe before a beginning that a spreadsheet takes for a formula: `=`, `+`, `-`, `@`, their
/// full-width forms, tab and line breaks (after OWASP, "CSV Injection"), blanks before them or not.
fn defused(words: &str) -> String {
    let runs = |c: char| matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠');
    let opens = words.starts_with(['\t', '\r', '\n']) || words.trim_start().starts_with(runs);
    if opens { format!("'{words}") } else { words.to_owned() }
}

fn quoted(words: &str) -> String {
    let plain = !words.contains([',', ';', '"', '\r', '\n', '\t']) && words.trim() == words;
    if plain { words.to_owned() } else { format!("\"{}\"", words.replace('"', "\"\"")) }
}
