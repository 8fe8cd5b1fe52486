//! The list of articles at the left edge of the page, and the table of all their figures: a program of its own beside the
//! page, which starts after it and draws into two elements that the page leaves to it. `opening` takes the text out of
//! files, for the page as well; `state` is plain data, tested without a browser; `view` draws it; `workbook` writes
//! spreadsheets; `browser` alone speaks to JavaScript.

mod app;
mod browser;
mod opening;
mod state;
mod view;
mod words;
mod workbook;

use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::spawn_local;

use app::with;
use words::Language;

/// Begins to listen to the page, and lays out what was kept. In a worker there is no page: files are opened there.
#[wasm_bindgen(start)]
pub fn start() {
    if !browser::has_window() {
        return;
    }
    browser::hear("language", |parts| {
        with(|app| {
            app.language = Language::of_tag(&parts.concat());
            view::draw(app);
        });
    });
    browser::hear("terms", |parts| with(|app| app.terms = parts.concat()));
    browser::hear("shown", |parts| with(|app| app.take(parts)));
    browser::hear("closed", |_| {
        with(|app| {
            app.open = None;
            view::draw(app);
        });
    });
    browser::hear("workbook", |parts| {
        if let [file, facts] = parts.as_slice() {
            with(|app| app.save_workbook(file, facts));
        }
    });
    browser::hear_files(|files| with(|app| app.queue(files)));
    view::listen();
    // The page shows what only the library can do.
    browser::mark_root("data-library");
    spawn_local(async {
        let store = browser::Store::open().await;
        let kept = match &store {
            Some(store) => store.all().await.unwrap_or_default(),
            None => Vec::new(),
        };
        with(|app| app.recall(store, kept));
    });
}
