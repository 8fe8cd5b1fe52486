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

pub(crate) use about::foot;
pub(crate) use article::article;
pub(crate) use digest::{changed, checked, further, groups};
pub(crate) use found::found;
pub(crate) use help::keys_and_guide;
pub(crate) use node::{Node, el, html, labelled};
pub(crate) use own::list as own_list;
pub(crate) use room::Room;
pub(crate) use sheet::Sheet;
pub(crate) use why::{adding, told, why};

pub use app::App;
