//! The marks of `scan`, so that numerals and times can be measured alone.

use serde::Serialize;

use super::json::{OptionsNote, code_points, sha256, write};
use crate::fold::{CharSpan, Fold};
use crate::model::{Arrange, Decimal, Detail, Digest};
use crate::scan::quantity::Shape;
use crate::scan::{Quantity, scan};

#[derive(Serialize)]
struct Line<'a> {
    id: &'a str,
    folded: String,
    marks: Vec<Mark>,
    sha256: String,
    version: &'static str,
    options: OptionsNote<'a>,
}

#[derive(Serialize)]
struct Mark {
    #[serde(rename = "type")]
    sort: &'static str,
    start: usize,
    end: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    high: Option<Decimal>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<String>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Value {
    Number(Decimal),
    Words(String),
}

/// The marks of a digest's text on one line, in source order, closed by a line break; `id` is the document's name.
pub fn marks(digest: &Digest) -> String {
    let fold = Fold::of(digest.source.text());
    let found = scan(&fold);
    let mut marks: Vec<Mark> = found.quantities.iter().map(quantity).collect();
    let values = time_values(digest);
    marks.extend(found.times.iter().map(|time| {
        let value = values[..values.partition_point(|value| value.0 <= time.at.start)].last();
        let value = value.filter(|value| value.0 == time.at.start).map(|value| Value::Words(value.1.to_owned()));
        plain("time", time.at, value)
    }));
    marks.extend(found.enclosed.iter().map(|pair| {
        plain(if pair.title { "title" } else { "quotation" }, pair.outer, Some(Value::Words(fold.words(pair.inner))))
    }));
    marks.arrange_by_key(|mark| (mark.start, std::cmp::Reverse(mark.end)));
    let line = Line {
        id: &digest.options.name,
        folded: fold.chars().iter().collect(),
        marks,
        sha256: sha256(digest.source.text()),
        version: env!("CARGO_PKG_VERSION"),
        options: OptionsNote::of(digest),
    };
    write(&line) + "\n"
}

/// The EDTF values that reading gave the times, in order, with the code point that each begins at.
fn time_values(digest: &Digest) -> Vec<(usize, &str)> {
    let values = digest.facts.iter().filter_map(|fact| match &fact.detail {
        Detail::Time(time) if !time.value.is_empty() => Some((code_points(digest, fact.span).0, time.value.as_str())),
        _ => None,
    });
    let mut values: Vec<_> = values.collect();
    values.arrange_by_key(|value| value.0);
    values
}

const fn plain(sort: &'static str, at: CharSpan, value: Option<Value>) -> Mark {
    Mark { sort, start: at.start, end: at.end, value, high: None, unit: None }
}

fn quantity(quantity: &Quantity) -> Mark {
    let sort = match quantity.shape {
        _ if quantity.high.is_some() => "range",
        Shape::Share => "percent",
        Shape::Ordinal => "ordinal",
        Shape::Cardinal if !quantity.unit.is_empty() => "quantity",
        Shape::Cardinal | Shape::Fraction => "number",
    };
    Mark {
        high: quantity.high,
        unit: Some(quantity.unit.clone()).filter(|unit| !unit.is_empty()),
        ..plain(sort, quantity.at, Some(Value::Number(quantity.value)))
    }
}
