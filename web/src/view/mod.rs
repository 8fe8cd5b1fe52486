//! Draws what `state` holds, one component a file. What stands still between two readings (the article, the digest) is
//! written as HTML by [`markup`], which alone decides how a text's words go in; the rest is Leptos.

mod about;
mod app;
/// The article with its marks.
pub mod article;
mod bar;
/// The changes as bars.
pub mod changes;
mod coverage;
/// The digest, group by group.
pub mod digest;
mod exports;
mod field;
/// The key figures.
pub mod figures;
/// What the numbers say about each other.
pub mod findings;
mod help;
mod lists;
/// HTML, in which words of a text are only ever words.
pub mod markup;
mod names;
mod room;
mod share;
/// What a fact was read from.
pub mod why;

pub use app::App;
