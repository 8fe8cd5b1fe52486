//! What the exports write, for digests made by hand and for the sample articles.

mod json;
mod sample;
