//! What the exports write, for digests made by hand and for the sample articles.

mod json;
mod lines;
mod reports;
mod sample;
mod table;
