//! Draws what `state` holds into the elements that the page leaves to the library, and says what a click asks for.

mod acts;
mod chart;
mod corpus;
mod list;
mod matrix;
mod promises;
mod table;

pub use acts::listen;
pub use list::{draw_list, draw_progress};
pub use table::figures;

use web_sys::Element;

use crate::app::{App, View};
use crate::browser::{by_id, element, mark, show};
use crate::state::{Line, Row};
use crate::words::Word;

/// Draws everything anew.
pub fn draw(app: &mut App) {
    draw_list(app);
    corpus::draw(app);
    if let Some(root) = by_id("texts").and_then(|list| list.closest(".page").ok().flatten()) {
        mark(&root, &[("data-view", if app.view == View::Article { "article" } else { "corpus" })]);
    }
}

/// An element with others inside.
fn within(outer: Element, inner: &[Element]) -> Element {
    for one in inner {
        // What the library made itself can be put anywhere.
        drop(outer.append_child(one));
    }
    outer
}

/// A button: what it does, its class, its words.
fn button(act: &str, class: &str, words: &str) -> Element {
    element("button", &[("type", "button"), ("data-do", act), ("class", class)], words)
}

/// A button that leads to a figure in its article.
fn leading(line: Line, words: &str) -> Element {
    let name = format!("{} · {}", line.article.title(), line.row.quote);
    let lang = line.card.lang.as_str();
    let attributes = [
        ("data-do", "figure"),
        ("data-id", &line.article.id),
        ("data-fact", &line.row.fact),
        ("title", &name),
        ("lang", lang),
    ];
    let button = button("figure", "goto", words);
    mark(&button, &attributes);
    button
}

/// A figure's number with its bound and its sign, as one line of words.
fn number(row: &Row, app: &App) -> String {
    let bound = match row.bound.as_str() {
        "~" => app.language.pick("约 ", "約 ", "about "),
        ">" => "≥ ",
        "<" => app.language.pick("不足 ", "不足 ", "under "),
        _ => "",
    };
    let sign = match row.direction.as_str() {
        "+" if row.measure.starts_with("change") => "↑",
        "-" if row.measure.starts_with("change") => "↓",
        _ => "",
    };
    let apart = if sign.is_empty() || bound.is_empty() { "" } else { " " };
    format!("{sign}{apart}{bound}{}{}", row.number, row.unit)
}

/// A period as a table shows it.
fn period(edtf: &str) -> String {
    edtf.replace("/..", "–").replace("../", "–").replace('/', "–")
}

/// What is measured, in the text's own words.
fn indicator<'a>(row: &'a Row, app: &App) -> &'a str {
    if row.indicator.is_empty() { Word::NoName.say(app.language) } else { &row.indicator }
}

/// Shows the library's element of that id, or hides it; gives it where it is shown.
fn host(id: &str, shown: bool) -> Option<Element> {
    let host = by_id(id)?;
    show(&host, shown);
    crate::browser::clear(&host);
    shown.then_some(host)
}
