//! Draws what `state` holds, one component a file. What stands still between two readings (the article, the digest) is
//! written as HTML by [`node`], which alone decides how a text's words go in; [`part`] draws it anew where it changes.

mod about;
mod acts;
mod app;
mod article;
mod bar;
mod changes;
mod coverage;
mod digest;
mod entries;
mod exports;
mod field;
mod figures;
mod findings;
mod found;
mod held;
mod help;
mod keys;
mod laying;
mod legend;
mod names;
mod node;
mod own;
mod part;
mod room;
mod share;
mod sheet;
mod timeline;
mod why;

pub(crate) use article::article;
pub(crate) use digest::{changed, checked, groups};
pub(crate) use node::{el, html, labelled};
pub(crate) use sheet::Sheet;
pub(crate) use why::told;

pub use app::App;
