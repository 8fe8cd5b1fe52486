//! Writes a digest in the forms that other programs read.
//!
//! Every form carries the version, the options and the text's SHA-256, and is the same bytes for the same digest.
//! Offsets in files count Unicode code points; [`json_in`] also gives UTF-16 units, for JavaScript.

mod annotations;
mod csv;
mod findings;
mod flat;
mod html;
mod inert;
mod json;
mod markdown;
mod marks;
mod ndjson;
mod reasons;
mod report;
mod text;
mod words;

pub use annotations::annotations;
pub use csv::{csv, csv_header, csv_rows};
pub use findings::{conflicts, findings, mismatches};
pub use html::{html, html_foot, html_head, html_report};
pub use json::{SCHEMA, Unit, json, json_in, json_line};
pub use markdown::markdown;
pub use marks::marks;
pub use ndjson::ndjson;
pub use reasons::{derived_formula, formula, give_reasons, rules, verdict, why};
pub use text::{Screen, text};
