//! The table of all figures: only the rows that are seen are drawn.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::{indicator, leading, number, period, within};
use crate::app::App;
use crate::browser::{by_id, clear, element, height, mark, scroll_top, set_scroll_top};
use crate::state::{Article, At, Column, Line, Row, Sheet, Table, line};
use crate::words::{self, Word};

/// How high a row is, in CSS pixels; the style says the same.
const ROW: f64 = 36.0;

/// So many rows are drawn above and below those that are seen.
const BESIDE: usize = 8;

const fn head(column: Column) -> (&'static str, Word) {
    match column {
        Column::Indicator => ("indicator", Word::Indicator),
        Column::Value => ("value", Word::Value),
        Column::Unit => ("unit", Word::Unit),
        Column::Direction => ("direction", Word::Direction),
        Column::Period => ("period", Word::Period),
        Column::Place => ("where", Word::Place),
        Column::Article => ("article", Word::Text),
    }
}

/// The fields that choose, and the table without its rows.
pub fn view(app: &App) -> Element {
    let Some(table) = &app.table else { return element("div", &[], "") };
    let filter = element(
        "input",
        &[
            ("type", "search"),
            ("id", "filter"),
            ("placeholder", app.say(Word::Filter)),
            ("aria-label", app.say(Word::Filter)),
            ("autocomplete", "off"),
            ("value", &table.words),
        ],
        "",
    );
    let modality = element("select", &[("id", "modality"), ("aria-label", app.say(Word::Modality))], "");
    for (name, word) in [("", Word::All), ("actual", Word::Actual), ("target", Word::Target), ("case", Word::Case)] {
        let option = element("option", &[("value", name)], app.say(word));
        if table.modality == name {
            mark(&option, &[("selected", "")]);
        }
        within(modality.clone(), &[option]);
    }
    let count = element("p", &[("id", "corpus-count"), ("class", "note"), ("role", "status")], "");
    let fields = within(element("div", &[("class", "corpus-fields")], ""), &[filter, modality, count]);
    let heads: Vec<_> = Column::ALL.into_iter().map(|column| heading(app, table, column)).collect();
    let thead = within(element("thead", &[], ""), &[within(element("tr", &[("aria-rowindex", "1")], ""), &heads)]);
    let body = element("tbody", &[("id", "corpus-rows")], "");
    let lines = element("table", &[("id", "corpus-table"), ("class", "corpus-table")], "");
    let scroll = element(
        "div",
        &[
            ("id", "corpus-scroll"),
            ("class", "corpus-scroll"),
            ("tabindex", "0"),
            ("role", "region"),
            ("aria-label", app.say(Word::Table)),
        ],
        "",
    );
    let scroll = within(scroll, &[within(lines, &[thead, body])]);
    within(element("div", &[("class", "corpus-view")], ""), &[fields, scroll])
}

fn heading(app: &App, table: &Table, column: Column) -> Element {
    let (class, word) = head(column);
    let sorted = table.order.filter(|(by, _)| *by == column).map(|(_, upwards)| upwards);
    let cell = element("th", &[("scope", "col"), ("class", class)], "");
    let (arrow, order) = match sorted {
        Some(true) => (" ▲", "ascending"),
        Some(false) => (" ▼", "descending"),
        None => ("", "none"),
    };
    mark(&cell, &[("aria-sort", order)]);
    let sort = super::button("sort", "plain", &format!("{}{arrow}", app.say(word)));
    mark(&sort, &[("data-column", class)]);
    within(cell, &[sort])
}

/// Draws the heads anew, after the table was sorted.
pub fn draw_heads(app: &App) {
    let Some(table) = &app.table else { return };
    let Some(row) = by_id("corpus-table").and_then(|lines| lines.query_selector("thead tr").ok().flatten()) else {
        return;
    };
    for (at, column) in Column::ALL.into_iter().enumerate() {
        if let Some(old) = row.children().item(at as u32) {
            let focused = old.query_selector(":focus").ok().flatten().is_some();
            let new = heading(app, table, column);
            drop(old.replace_with_with_node_1(&new));
            if focused && let Some(button) = new.first_element_child() {
                crate::browser::focus(&button);
            }
        }
    }
}

/// The column of that name.
pub fn column(name: &str) -> Option<Column> {
    Column::ALL.into_iter().find(|column| head(*column).0 == name)
}

/// Scrolls to the first row, after other rows were chosen.
pub fn to_top() {
    if let Some(scroll) = by_id("corpus-scroll") {
        set_scroll_top(&scroll, 0.0);
    }
}

/// Draws the rows that are seen now.
pub fn draw_rows(app: &App) {
    let (Some(scroll), Some(body), Some(table)) = (by_id("corpus-scroll"), by_id("corpus-rows"), &app.table) else {
        return;
    };
    if let Some(count) = by_id("corpus-count") {
        count.set_text_content(Some(&words::shown(table.shown.len(), table.count, app.language)));
    }
    let first = ((scroll_top(&scroll) / ROW) as usize).saturating_sub(BESIDE);
    let last = (first + (height(&scroll) / ROW) as usize + 2 * BESIDE + 1).min(table.shown.len());
    let first = first.min(last);
    if let Some(lines) = by_id("corpus-table") {
        mark(&lines, &[("aria-rowcount", &(table.shown.len() + 1).to_string())]);
    }
    clear(&body);
    let mut rows = vec![gap(first)];
    if table.shown.is_empty() {
        let none = element("td", &[("colspan", "7"), ("class", "note")], app.say(Word::NoCorpus));
        rows.push(within(element("tr", &[], ""), &[none]));
    }
    for (at, place) in table.shown.iter().enumerate().take(last).skip(first) {
        let Some(line) = line(&app.shelf, *place) else { continue };
        rows.push(row(app, line, at));
    }
    rows.push(gap(table.shown.len() - last));
    within(body, &rows);
}

/// Stands for the rows that are not drawn.
fn gap(rows: usize) -> Element {
    let row = element("tr", &[("class", "gap"), ("aria-hidden", "true")], "");
    let style = row.unchecked_ref::<HtmlElement>().style();
    drop(style.set_property("height", &format!("{}px", rows * ROW as usize)));
    row
}

fn row(app: &App, line: Line, at: usize) -> Element {
    let (row, lang) = (line.row, line.card.lang.as_str());
    let name =
        within(element("td", &[("class", "indicator"), ("lang", lang)], ""), &[leading(line, indicator(row, app))]);
    for word in modality(row).into_iter().chain(review(row)) {
        within(name.clone(), &[element("span", &[("class", "tag"), ("lang", app.language.tag())], app.say(word))]);
    }
    let direction = match row.direction.as_str() {
        "+" => element("span", &[("class", "up"), ("role", "img"), ("aria-label", app.say(Word::Up))], "↑"),
        "-" => element("span", &[("class", "down"), ("role", "img"), ("aria-label", app.say(Word::Down))], "↓"),
        _ => element("span", &[], ""),
    };
    let bound = if row.bound.is_empty() { "" } else { row.bound.as_str() };
    let cells = [
        name,
        element("td", &[("class", "value")], &format!("{bound}{}", row.number)),
        element("td", &[("class", "unit"), ("lang", lang)], &row.unit),
        within(element("td", &[("class", "direction")], ""), &[direction]),
        element("td", &[("class", "period")], &period(&row.period)),
        element("td", &[("class", "where"), ("lang", lang)], line.place()),
        element("td", &[("class", "article"), ("lang", lang)], line.article.title()),
    ];
    let index = (at + 2).to_string();
    let fact = [
        ("data-do", "figure"),
        ("data-id", line.article.id.as_str()),
        ("data-fact", &row.fact),
        ("aria-rowindex", &index),
    ];
    within(element("tr", &fact, ""), &cells)
}

/// The rows that are chosen, in their order, as a table to be saved.
pub fn sheet(app: &App) -> Sheet {
    sheet_of(app, app.table.as_ref().map_or(&[], |table| table.shown.as_slice()))
}

/// The figures of the article at a place of the list, as a table to be saved.
pub fn figures(app: &App, article: usize) -> Sheet {
    let rows = app.shelf.articles.get(article).and_then(Article::card).map_or(0, |card| card.rows.len());
    sheet_of(app, &(0..rows).map(|row| At { article, row }).collect::<Vec<_>>())
}

const SAVED: [Word; 11] = [
    Word::Indicator,
    Word::Value,
    Word::Unit,
    Word::Direction,
    Word::Period,
    Word::Place,
    Word::Status,
    Word::Text,
    Word::Shown,
    Word::Quote,
    Word::Review,
];

fn sheet_of(app: &App, places: &[At]) -> Sheet {
    let mut rows = Vec::from([SAVED.map(|word| app.say(word).to_owned()).to_vec()]);
    for line in places.iter().filter_map(|at| line(&app.shelf, *at)) {
        let row = line.row;
        let unit = row.measure.split_once(' ').map_or("", |(_, unit)| unit);
        let direction = match row.direction.as_str() {
            "+" => "↑",
            "-" => "↓",
            _ => "",
        };
        let cells = [
            indicator(row, app),
            &row.value.to_string(),
            unit,
            direction,
            &row.period,
            line.place(),
            app.say(modality(row).unwrap_or(Word::Actual)),
            line.article.title(),
            &number(row, app),
            &row.quote,
            review(row).map_or("", |word| app.say(word)),
        ];
        rows.push(cells.map(str::to_owned).to_vec());
    }
    Sheet { rows, numbers: vec![1] }
}

fn modality(row: &Row) -> Option<Word> {
    match row.modality.as_str() {
        "target" => Some(Word::Target),
        "case" => Some(Word::Case),
        _ => None,
    }
}

/// What a reader has said of a figure.
fn review(row: &Row) -> Option<Word> {
    match row.review.as_str() {
        "accepted" => Some(Word::Accepted),
        "amended" => Some(Word::Amended),
        "added" => Some(Word::Added),
        _ => None,
    }
}
