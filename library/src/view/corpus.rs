//! What is shown of all articles in place of the one: the table, an indicator across places and years, targets and results.

use web_sys::Element;

use super::{button, host, matrix, promises, table, within};
use crate::app::{App, View};
use crate::browser::{element, mark};
use crate::state::{Sheet, Table, indicators};
use crate::words::Word;

/// Draws the view that is chosen.
pub fn draw(app: &mut App) {
    let Some(host) = host("corpus", app.view != View::Article) else {
        app.table = None;
        return;
    };
    mark(&host, &[("aria-label", app.say(Word::Corpus))]);
    let inner = match app.view {
        View::Table | View::Article => {
            let table = match app.table.take() {
                // Articles may have come and gone since.
                Some(old) => {
                    let mut table = Table::of(&app.shelf);
                    (table.words, table.modality, table.order) = (old.words, old.modality, old.order);
                    table.choose(&app.shelf);
                    table
                }
                None => Table::of(&app.shelf),
            };
            app.table = Some(table);
            table::view(app)
        }
        View::Matrix => {
            let known = indicators(&app.shelf);
            if app.indicator.as_ref().is_none_or(|chosen| !known.contains(chosen)) {
                app.indicator = known.first().cloned();
            }
            matrix::view(app, &known)
        }
        View::Promises => promises::view(app),
    };
    within(host, &[head(app), inner]);
    table::draw_rows(app);
}

fn head(app: &App) -> Element {
    let tab = |view: View, act: &str, word: Word| {
        let tab = button(act, "plain", app.say(word));
        mark(&tab, &[("id", act), ("aria-pressed", if app.view == view { "true" } else { "false" })]);
        tab
    };
    let id = |button: Element, id: &str| {
        mark(&button, &[("id", id)]);
        button
    };
    let save = element("span", &[("class", "lead")], app.say(Word::Save));
    within(
        element("div", &[("class", "corpus-head")], ""),
        &[
            element("h2", &[], app.say(Word::Corpus)),
            tab(View::Table, "view-table", Word::Table),
            tab(View::Matrix, "view-matrix", Word::Matrix),
            tab(View::Promises, "view-promises", Word::Promises),
            element("span", &[("class", "space")], ""),
            save,
            id(button("csv", "plain", "CSV"), "corpus-csv"),
            id(button("xlsx", "plain", "XLSX"), "corpus-xlsx"),
            id(button("back", "plain", app.say(Word::Back)), "corpus-back"),
        ],
    )
}

/// What is shown, as a table to be saved, and what it is called.
pub fn sheet(app: &App) -> (Word, Sheet) {
    match app.view {
        View::Matrix => (Word::Matrix, matrix::sheet(app)),
        View::Promises => (Word::Promises, promises::sheet(app)),
        View::Table | View::Article => (Word::Corpus, table::sheet(app)),
    }
}
