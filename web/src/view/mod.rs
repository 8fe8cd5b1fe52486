//! Draws what `state` holds, one component a file. Every word of a text goes in as a text node.

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
mod names;
mod room;
mod why;

pub use app::App;
