//! What the library holds while the page is open, and what it does when something happens.

use std::cell::RefCell;

use wasm_bindgen_futures::spawn_local;
use web_sys::File;

use crate::browser::{self, Answer, Reader, Store};
use crate::state::{Article, Card, Indicator, Shelf, Stage, Table, sheet_of};
use crate::view;
use crate::words::{self, Language, Word};
use crate::workbook::{XLSX, workbook};

/// What is shown of all articles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// The one article that is open, in the page.
    #[default]
    Article,
    /// Every figure.
    Table,
    /// One indicator across places and years.
    Matrix,
    /// Targets and results.
    Promises,
}

/// The library.
#[derive(Default)]
pub struct App {
    /// The articles.
    pub shelf: Shelf,
    /// The interface's language.
    pub language: Language,
    /// The rows of the reader's own word list.
    pub terms: String,
    /// The article that the page shows.
    pub open: Option<String>,
    /// What is shown of all articles.
    pub view: View,
    /// The table of all figures, while it is shown.
    pub table: Option<Table>,
    /// The indicator that is set across places and years.
    pub indicator: Option<Indicator>,
    /// What is searched for in all texts.
    pub search: String,
    /// Whether the list is folded away.
    pub folded: bool,
    /// Whether the next press deletes all.
    pub sure: bool,
    /// What hinders the keeping of articles.
    pub trouble: Option<Word>,
    /// How many texts were read since the last rest, and how many could not be.
    pub done: (usize, usize),
    /// Whether texts are being read.
    pub running: bool,
    files: Vec<(String, File)>,
    reader: Reader,
    store: Option<Store>,
    /// Whether it is known if the browser gives a storage.
    asked: bool,
    /// What came before that was known: ids with their cards, to be kept then.
    unkept: Vec<(String, String)>,
    out: Vec<(&'static str, Vec<String>)>,
}

thread_local!(static APP: RefCell<App> = RefCell::default());

/// Does something with the library; what it has to tell the page is told afterwards, as the page may answer at once.
pub fn with<T>(act: impl FnOnce(&mut App) -> T) -> T {
    let (done, out) = APP.with_borrow_mut(|app| (act(app), std::mem::take(&mut app.out)));
    for (kind, parts) in out {
        browser::tell(kind, &parts);
    }
    done
}

impl App {
    /// Tells the page something once this is done.
    pub fn tell(&mut self, kind: &'static str, parts: Vec<String>) {
        self.out.push((kind, parts));
    }

    /// A word in the interface's language.
    pub const fn say(&self, word: Word) -> &'static str {
        word.say(self.language)
    }

    /// Opens an article in the page; `place` is a fact's number, bytes of the text as `12-34`, or empty.
    pub fn show(&mut self, id: &str, place: String) {
        if self.shelf.article(id).is_none_or(|article| article.card().is_none()) {
            return;
        }
        self.tell_open(id, place);
        self.open = Some(id.to_owned());
        self.view = View::Article;
        self.folded |= browser::is_narrow();
        view::draw(self);
    }

    fn tell_open(&mut self, id: &str, place: String) {
        let Some(article) = self.shelf.article(id) else { return };
        let parts = [&article.id, &article.name, &article.note, &article.text, &place, &article.corrections];
        let parts = parts.map(String::clone).to_vec();
        self.tell("open", parts);
    }

    /// Saves the open article as a workbook: its figures, and all its facts, which the page gives as CSV.
    pub fn save_workbook(&self, file: &str, facts: &str) {
        let figures = self.open.as_deref().and_then(|id| self.shelf.place(id)).map(|at| view::figures(self, at));
        let facts = sheet_of(facts);
        let figures = figures.as_ref().map(|sheet| (self.say(Word::Figures), sheet));
        let tables: Vec<_> = figures.into_iter().chain([(self.say(Word::Facts), &facts)]).collect();
        browser::save_bytes(file, XLSX, &workbook(&tables));
    }

    /// Takes in an article that the page has read itself, with what its reader has set right.
    pub fn take(&mut self, parts: Vec<String>) {
        let [id, name, note, text, card, corrections] = parts.as_slice() else { return };
        self.open = Some(id.clone());
        self.shelf.entry(id, name).corrections = corrections.clone();
        self.settle(id, name, Answer::Read([note.clone(), text.clone(), card.clone()]));
        view::draw(self);
    }

    /// Lays files on the list; they are read one after the other.
    pub fn queue(&mut self, files: Vec<File>) {
        for file in files {
            if file.name().ends_with(".json") {
                open_workspace(file);
                continue;
            }
            let id = browser::new_id();
            self.shelf.entry(&id, &file.name());
            self.files.push((id, file));
        }
        view::draw(self);
        self.run();
    }

    /// Lays articles of a workspace on the list.
    pub fn restore(&mut self, articles: Vec<[String; 5]>) {
        for [id, name, note, text, corrections] in articles {
            let id = if id.is_empty() { browser::new_id() } else { id };
            let article = self.shelf.entry(&id, &name);
            *article = Article { note, text, corrections, ..Article::waiting(id, name) };
        }
        view::draw(self);
        self.run();
    }

    /// Lays what was kept on the list. What another version of the program has read is read anew.
    pub fn recall(&mut self, store: Option<Store>, kept: Vec<Vec<String>>) {
        if store.is_none() {
            self.trouble = Some(Word::NoStore);
        }
        self.store = store;
        self.asked = true;
        for cells in kept {
            let Ok([id, name, note, text, corrections, lines]) = <[String; 6]>::try_from(cells) else { continue };
            let card = Card::of(&lines).filter(|card| card.version == env!("CARGO_PKG_VERSION"));
            let stage = card.map_or(Stage::Waiting, Stage::Read);
            let article = self.shelf.entry(&id, &name);
            *article = Article { id, name, note, text, corrections, stage };
        }
        for (id, lines) in std::mem::take(&mut self.unkept) {
            self.keep_with(&id, lines);
        }
        view::draw(self);
        self.run();
    }

    /// Puts down what came of an article.
    fn settle(&mut self, id: &str, name: &str, answer: Answer) {
        let failed = self.say(Word::Failed).to_owned();
        let mut lines = String::new();
        let article = self.shelf.entry(id, name);
        let fresh = article.text.is_empty();
        article.stage = match answer {
            Answer::Read([note, text, card]) => {
                // The note of a text that was kept is better: its bytes are gone.
                if article.note.is_empty() || article.text != text {
                    article.note = note;
                }
                article.text = text;
                lines = card;
                Card::of(&lines).map_or(Stage::Refused(failed), Stage::Read)
            }
            Answer::Refused(reason) => Stage::Refused(reason),
            Answer::Failed | Answer::Stopped => Stage::Refused(failed),
        };
        if article.card().is_none() {
            return;
        }
        if fresh && self.shelf.inherit(id) {
            // It is read with what was set right in the same text before: by the page where it is open there.
            if self.open.as_deref() != Some(id) {
                self.shelf.entry(id, "").stage = Stage::Waiting;
                return;
            }
            self.tell_open(id, String::new());
        }
        if let Some(twin) = self.shelf.drop_twin(id) {
            self.forget(&twin);
        }
        self.keep_with(id, lines);
    }

    fn keep_with(&mut self, id: &str, lines: String) {
        if !self.asked {
            return self.unkept.push((id.to_owned(), lines));
        }
        let (Some(store), Some(article)) = (self.store.clone(), self.shelf.article(id).cloned()) else { return };
        spawn_local(async move {
            let cells = [&article.id, &article.name, &article.note, &article.text, &article.corrections, &lines];
            if store.keep(&article.id, &cells.map(String::as_str)).await.is_none() {
                with(|app| {
                    app.trouble = Some(Word::Full);
                    view::draw_list(app);
                });
            }
        });
    }

    fn forget(&self, id: &str) {
        let (store, id) = (self.store.clone(), id.to_owned());
        spawn_local(async move {
            if let Some(store) = store {
                // What cannot be deleted comes back at the next visit and can be deleted then.
                store.remove(&id).await;
            }
        });
    }

    /// Takes an article away for good.
    pub fn remove(&mut self, id: &str) {
        self.shelf.remove(id);
        self.files.retain(|(other, _)| other != id);
        self.forget(id);
        if self.open.as_deref() == Some(id) {
            self.open = None;
            self.tell("gone", Vec::new());
        }
        view::draw(self);
    }

    /// Takes everything away for good.
    pub fn clear(&mut self) {
        self.reader.stop();
        let language = self.language;
        let (store, asked, trouble, folded) = (self.store.take(), self.asked, self.trouble, self.folded);
        *self = Self {
            language,
            asked,
            trouble,
            folded,
            store: store.clone(),
            reader: self.reader.clone(),
            ..Self::default()
        };
        browser::forget_choices();
        self.tell("gone", vec!["all".to_owned()]);
        self.tell("say", vec![self.say(Word::Cleared).to_owned()]);
        view::draw(self);
        spawn_local(async move {
            if let Some(store) = store {
                store.clear().await;
            }
        });
    }

    /// Stops reading; what was not read yet is taken from the list.
    pub fn stop(&mut self) {
        self.files.clear();
        self.shelf.stop();
        self.reader.stop();
        view::draw(self);
    }

    /// Whether the page shows nothing yet.
    fn is_bare(&self) -> bool {
        self.open.is_none() && self.view == View::Article
    }

    fn run(&mut self) {
        if !self.running && self.shelf.next().is_some() {
            self.running = true;
            self.done = (0, 0);
            spawn_local(read_all());
        }
    }
}

/// Lays the articles of a workspace file on the list.
pub fn open_workspace(file: File) {
    spawn_local(async move {
        let articles = browser::parsed(&file).await;
        with(|app| match articles {
            Some(articles) => app.restore(articles),
            None => app.tell("say", vec![app.say(Word::NoWorkspace).to_owned()]),
        });
    });
}

/// A text that is to be read: its id, its name, its file or its words, what was set right in it.
type Job = (String, String, Result<File, String>, String);

fn next_job(app: &mut App) -> Option<Job> {
    let article = app.shelf.next()?;
    let Article { id, name, text, corrections, .. } = article.clone();
    let file = app.files.iter().position(|(other, _)| *other == id).map(|at| app.files.remove(at).1);
    app.shelf.entry(&id, "").stage = Stage::Reading;
    view::draw_progress(app, &id);
    Some((id, name, file.ok_or(text), corrections))
}

async fn read_all() {
    let reader = with(|app| app.reader.clone());
    while let Some((id, name, source, corrections)) = with(next_job) {
        let (language, terms) = with(|app| (app.language, app.terms.clone()));
        let answer = reader.read(&name, source, [language.tag(), &terms, &corrections]).await;
        let first = with(|app| {
            // It may have been taken away while it was read.
            if answer == Answer::Stopped || app.shelf.article(&id).is_none() {
                return false;
            }
            let read = matches!(answer, Answer::Read(_));
            app.settle(&id, &name, answer);
            if app.shelf.article(&id).is_some_and(|article| article.stage == Stage::Waiting) {
                return false;
            }
            *(if read { &mut app.done.0 } else { &mut app.done.1 }) += 1;
            view::draw_progress(app, &id);
            read && app.is_bare()
        });
        if first {
            // Input that waits comes before the article.
            browser::breathe().await;
            with(|app| {
                if app.is_bare() {
                    app.show(&id, String::new());
                }
            });
        }
    }
    reader.rest();
    with(|app| {
        app.running = false;
        let (read, refused) = app.done;
        let told = words::done(read, refused, app.language);
        app.tell("say", vec![told]);
        view::draw(app);
        // Files may have come between the last text and now.
        app.run();
    });
}
