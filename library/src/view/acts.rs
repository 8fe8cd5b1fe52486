//! What a click, a key or a choice asks for.

use web_sys::Event;

use super::{corpus, draw, draw_list, table};
use crate::app::{App, View, open_workspace, with};
use crate::browser::{self, attribute, by_id, nearest, value};
use crate::state::{csv, indicators};
use crate::words::Word;
use crate::workbook::{XLSX, workbook};

/// Begins to listen to the two elements.
pub fn listen() {
    for id in ["texts", "corpus"] {
        let Some(host) = by_id(id) else { continue };
        browser::listen(&host, "click", |event| click(&event));
        browser::listen(&host, "input", |event| input(&event));
        browser::listen(&host, "change", |event| change(&event));
        browser::listen_within(&host, "scroll", |_| with(|app| table::draw_rows(app)));
    }
}

fn click(event: &Event) {
    let Some(element) = nearest(event, "data-do") else { return };
    let act = attribute(&element, "data-do");
    let id = |name: &str| nearest(event, name).map(|element| attribute(&element, name)).unwrap_or_default();
    with(|app| {
        if act != "clear" && app.sure {
            app.sure = false;
            draw_list(app);
        }
        match act.as_str() {
            "open" => app.show(&id("data-id"), id("data-place")),
            "figure" => app.show(&id("data-id"), id("data-fact")),
            "remove" => app.remove(&id("data-id")),
            "fold" => fold(app),
            "stop" => app.stop(),
            "corpus" | "view-table" => go(app, View::Table),
            "view-matrix" => go(app, View::Matrix),
            "view-promises" => go(app, View::Promises),
            "back" => go(app, View::Article),
            "sort" => sort(app, &id("data-column")),
            "csv" => browser::save("tiyao.csv", "text/csv;charset=utf-8", &csv(&corpus::sheet(app).1)),
            "xlsx" => save_workbook(app),
            "save-workspace" => save_workspace(app),
            "clear" if app.sure => app.clear(),
            "clear" => {
                app.sure = true;
                draw_list(app);
            }
            _ => {}
        }
    });
}

fn fold(app: &mut App) {
    app.folded = !app.folded;
    draw_list(app);
    if let Some(button) = by_id(if app.folded { "unfold" } else { "fold" }) {
        browser::focus(&button);
    }
}

fn go(app: &mut App, view: View) {
    app.view = view;
    app.folded |= browser::is_narrow();
    draw(app);
    let tab = match view {
        View::Article => return,
        View::Table => "view-table",
        View::Matrix => "view-matrix",
        View::Promises => "view-promises",
    };
    if let Some(tab) = by_id(tab) {
        browser::focus(&tab);
    }
}

fn sort(app: &mut App, column: &str) {
    if let (Some(column), Some(table)) = (table::column(column), &mut app.table) {
        table.sort(column, &app.shelf);
        table::draw_heads(app);
        table::to_top();
        table::draw_rows(app);
    }
}

fn save_workbook(app: &mut App) {
    let (name, sheet) = corpus::sheet(app);
    if sheet.rows.len() < 2 {
        return app.tell("say", vec![app.say(Word::NoCorpus).to_owned()]);
    }
    browser::save_bytes("tiyao.xlsx", XLSX, &workbook(&[(app.say(name), &sheet)]));
}

fn save_workspace(app: &App) {
    let read = app.shelf.articles.iter().filter(|article| article.card().is_some());
    let cells = read.map(|one| [&one.id, &one.name, &one.note, &one.text, &one.corrections].map(String::as_str));
    let file = browser::workspace(&cells.collect::<Vec<_>>());
    browser::save("tiyao-workspace.json", "application/json", &file);
}

fn input(event: &Event) {
    let Some(field) = nearest(event, "id") else { return };
    with(|app| match attribute(&field, "id").as_str() {
        "search-texts" => {
            app.search = value(&field);
            draw_list(app);
        }
        "filter" => {
            if let Some(table) = &mut app.table {
                table.words = value(&field);
            }
            choose(app);
        }
        _ => {}
    });
}

fn change(event: &Event) {
    let Some(field) = nearest(event, "id") else { return };
    match attribute(&field, "id").as_str() {
        "modality" => with(|app| {
            if let Some(table) = &mut app.table {
                table.modality = value(&field);
            }
            choose(app);
        }),
        "indicator" => with(|app| {
            app.indicator = value(&field).parse().ok().and_then(|at: usize| indicators(&app.shelf).into_iter().nth(at));
            draw(app);
            if let Some(choice) = by_id("indicator") {
                browser::focus(&choice);
            }
        }),
        "open-workspace" => {
            if let Some(file) = browser::chosen_file(&field) {
                open_workspace(file);
            }
        }
        _ => {}
    }
}

fn choose(app: &mut App) {
    if let Some(table) = &mut app.table {
        table.choose(&app.shelf);
    }
    table::to_top();
    table::draw_rows(app);
}
