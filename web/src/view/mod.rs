//! Draws what `state` holds, one component a file. What stands still between two readings (the article, the digest) is
//! written as HTML by [`markup`], which alone decides how a text's words go in; the rest is Leptos.

mod about;
mod app;
mod article;
mod bar;
mod changes;
mod coverage;
mod digest;
mod exports;
mod field;
mod figures;
mod findings;
mod help;
mod lists;
mod markup;
mod names;
mod room;
mod share;
mod why;

pub use app::App;
