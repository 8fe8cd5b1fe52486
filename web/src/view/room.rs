use std::time::Duration;

use leptos::prelude::*;
use leptos::task::{spawn_local, tick};
use tiyao::model::{Language, Span};
use tiyao::source::Source;
use web_sys::File;

use super::held::Held;
use super::own;
use super::share::show_parts;
use crate::browser;
use crate::state::{Desk, Kinds, Reading, SAMPLES, Sample, Stretch, Target, Theme, noted, stretches};
use crate::words::{self, Word};

/// An input that adds this many characters at once is a paste: no keyboard and no input method gives so many.
const PASTE: usize = 30;

/// From this many bytes on a text is read when the typing rests, not at every stroke.
const LONG: usize = 120_000;

/// How long the typing has to rest.
pub const REST: Duration = Duration::from_millis(250);

/// All that can change on the page.
#[derive(Clone, Copy)]
pub struct Room {
    /// The texts.
    pub desk: Held<Desk>,
    /// The interface's language.
    pub language: Held<Language>,
    /// Light or dark.
    pub theme: Held<Theme>,
    /// Whether the field is shown in place of the marked article.
    pub editing: Held<bool>,
    /// Whether the digest is shown where only one pane has room.
    pub digest_tab: Held<bool>,
    /// Whether the whole article is drawn, however long.
    pub whole: Held<bool>,
    /// Whether the sheet of keys lies open.
    pub help: Held<bool>,
    /// Whether the sheet of the reader's own list lies open.
    pub listing: Held<bool>,
    /// The rows of that list.
    pub rows: Held<String>,
    /// What the reader looks at.
    pub focus: Held<Option<Target>>,
    /// Words that the reader has chosen in the article.
    pub chosen: Held<Option<Span>>,
    /// Whether the fact in focus is being written anew.
    pub amending: Held<bool>,
    /// Kinds of fact that the reader does not want to see.
    pub off: Held<Kinds>,
    /// The groups of the digest that are shown whole.
    pub opened: Held<Vec<String>>,
    /// What the reader seeks among the facts.
    pub sought: Held<String>,
    /// What the page says.
    pub status: Held<String>,
    length: Held<usize>,
    waiting: Held<Option<TimeoutHandle>>,
    /// Words that the library has found in the article.
    pub found: Held<Vec<Stretch>>,
    /// When the library is to be given what lies on the desk.
    pub sharing: Held<Option<TimeoutHandle>>,
}

impl Room {
    /// The page as it opens.
    pub fn open() -> Self {
        let kept = browser::kept("tiyao-language").or_else(browser::language);
        let language = kept.and_then(|tag| Language::of_tag(&tag)).unwrap_or(Language::English);
        let theme = browser::kept("tiyao-theme").map_or(Theme::Auto, |name| Theme::of(&name));
        Self {
            desk: Held::new(Desk::default()),
            language: Held::new(language),
            theme: Held::new(theme),
            editing: Held::new(false),
            digest_tab: Held::new(false),
            whole: Held::new(false),
            help: Held::new(false),
            listing: Held::new(false),
            rows: Held::new(own::kept()),
            focus: Held::new(None),
            chosen: Held::new(None),
            amending: Held::new(false),
            off: Held::new(Kinds::new()),
            opened: Held::new(Vec::new()),
            sought: Held::new(String::new()),
            status: Held::new(String::new()),
            length: Held::new(0),
            waiting: Held::new(None),
            found: Held::new(Vec::new()),
            sharing: Held::new(None),
        }
    }

    /// A word in the interface's language.
    pub fn say(self, word: Word) -> &'static str {
        word.say(self.language.get())
    }

    /// The text on the desk with its facts, for what is to follow it.
    pub fn reading(self) -> Option<Reading> {
        self.desk.with(Desk::reading)
    }

    /// Whether no text lies on the desk.
    pub fn is_empty(self) -> bool {
        self.reading().is_none()
    }

    /// Reads the beginning of a sample and forgets it, so that the word lists are laid out before the first text comes.
    pub fn warm_up(self) {
        let read = || {
            let text = browser::template(&format!("sample-{}", SAMPLES[0].file)).unwrap_or_default();
            let opening: String = text.chars().take(600).collect();
            drop(Reading::of(Source::from_text(&opening), ""));
        };
        set_timeout(read, Duration::from_millis(30));
    }

    /// Reads what stands in the field now.
    pub fn type_text(self, text: String) {
        let begun = browser::milliseconds();
        // Some ways to insert many lines tell of each line after all of them stand there.
        if self.desk.with_untracked(|desk| desk.reading().is_some_and(|reading| reading.text() == text)) {
            return;
        }
        let length = text.chars().count();
        let pasted = length >= self.length.get_untracked() + PASTE;
        self.length.replace(length);
        if let Some(handle) = self.waiting.replace(None) {
            handle.clear();
        }
        if text.trim().is_empty() {
            return self.desk.update(Desk::clear);
        }
        if text.len() < LONG {
            return self.read_typed(&text, pasted, begun);
        }
        self.status.set(self.language.with_untracked(|language| Word::Reading.say(*language)).into());
        let rest = set_timeout_with_handle(move || self.read_typed(&text, pasted, browser::milliseconds()), REST);
        self.waiting.replace(rest.ok());
    }

    fn read_typed(self, text: &str, pasted: bool, begun: f64) {
        let name = Word::Pasted.say(self.language.get_untracked());
        let name = self.desk.with_untracked(|desk| desk.name()).unwrap_or_else(|| name.to_owned());
        let mut reading = Reading::with(Source::from_text(text), &name, self.terms());
        // What was said of the facts holds for those that are still there.
        if let Some(old) = self.desk.with_untracked(Desk::reading).filter(|old| old.corrections().steps().0) {
            reading = reading.corrected(old.corrections().moved(text));
        }
        self.editing.set(!pasted);
        match self.desk.with_untracked(Desk::id) {
            Some(_) => self.show(|desk| desk.rewrite(reading), begun),
            None => self.show(|desk| desk.lay(browser::new_id(), &name, reading), begun),
        }
        self.share_soon();
    }

    /// Reads a sample.
    pub fn open_sample(self, sample: &Sample) {
        let begun = browser::milliseconds();
        let text = browser::template(&format!("sample-{}", sample.file)).unwrap_or_default();
        let reading = Reading::with(Source::from_text(&text), sample.name, self.terms());
        self.editing.set(false);
        self.show(|desk| desk.lay(browser::new_id(), sample.name, reading), begun);
        self.fill_field();
        self.share_soon();
    }

    /// Reads a file here and now. Several go to the library, which reads them one after the other in a worker, as do
    /// workspaces.
    pub fn open_files(self, mut files: Vec<File>) {
        let many = files.len() > 1 || files.first().is_some_and(|file| file.name().ends_with(".json"));
        if many && browser::give_library(&files) {
            return;
        }
        let Some(file) = files.pop() else { return };
        let language = self.language.get_untracked();
        self.status.set(Word::Reading.say(language).into());
        spawn_local(async move {
            let begun = browser::milliseconds();
            let opened = browser::opened(&file, language.tag()).await;
            if let [note, text] = opened.as_slice() {
                self.share();
                self.lay(browser::new_id(), &file.name(), Source::noted(text.clone(), noted(note)), begun);
                self.share_soon();
            } else {
                let reason = opened.first().map_or(Word::Broken.say(language), String::as_str);
                let colon = language.pick("：", "：", ": ");
                self.status.set([&file.name(), colon, reason].concat());
            }
        });
    }

    /// Lays a text on the desk.
    pub fn lay(self, id: String, name: &str, source: Source, begun: f64) {
        let reading = Reading::with(source, name, self.terms());
        self.editing.set(false);
        self.show(|desk| desk.lay(id, name, reading), begun);
        self.fill_field();
    }

    /// Back to the empty page.
    pub fn close(self) {
        self.share();
        self.desk.update(Desk::clear);
        browser::tell_library("closed", &[]);
        self.focus.set(None);
        self.editing.set(false);
        // On a narrow page the field stands where the article stood.
        self.digest_tab.set(false);
        self.status.set(String::new());
        self.fill_field();
        browser::focus("paste");
    }

    fn show(self, change: impl FnOnce(&mut Desk), begun: f64) {
        self.focus.set(None);
        self.chosen.set(None);
        self.opened.update(Vec::clear);
        self.sought.set(String::new());
        self.whole.set(false);
        self.desk.update(change);
        if let Some(mark) = self.desk.with_untracked(|desk| Some(desk.reading()?.mark())) {
            self.recall(&browser::kept(&mark).unwrap_or_default());
        }
        if let Some(reading) = self.desk.with_untracked(Desk::reading) {
            let characters = reading.text().chars().count();
            let facts = reading.digest().facts.len();
            self.status.set(words::read(characters, facts, self.language.get_untracked()));
        }
        spawn_local(async move {
            tick().await;
            browser::mark_root("data-milliseconds", &((browser::milliseconds() - begun) as u32).to_string());
        });
    }

    fn fill_field(self) {
        let reading = self.desk.with_untracked(Desk::reading);
        let text = reading.as_ref().map_or("", |reading| reading.text());
        self.length.replace(text.chars().count());
        browser::fill("paste", text);
    }

    /// Opens the sheet of keys, or closes it.
    pub fn toggle_help(self) {
        self.help.update(|open| *open = !*open);
        if self.help.get_untracked() {
            browser::focus_soon("help-close");
        } else {
            browser::focus("keys");
        }
    }

    /// Goes to a target, in the article and in the digest.
    pub fn go(self, target: Target) {
        self.editing.set(false);
        self.digest_tab.set(false);
        self.look(target);
    }

    /// Goes to the next of a name's places after the one in focus, or to its first.
    pub fn go_among(self, places: &[Target]) {
        let now = self.focus.get_untracked();
        let after = places.iter().position(|place| Some(*place) == now).map_or(0, |at| at + 1);
        if let Some(place) = places.get(after).or_else(|| places.first()) {
            self.go(*place);
        }
    }

    /// Goes to the next fact or the one before.
    pub fn step(self, forward: bool) {
        let now = self.focus.get_untracked();
        let next = self
            .desk
            .with_untracked(Desk::reading)
            .and_then(|reading| reading.beside(now, forward, &self.off.get_untracked()));
        if let Some(next) = next {
            self.go(next);
        }
    }

    /// Shows the focus as it changes; a mark beyond what is drawn has the whole article drawn.
    pub fn follow_focus(self) {
        Effect::new(move |_| {
            let target = self.focus.get();
            let name = target.map(|target| target.to_string());
            let found = self.found.replace(Vec::new());
            let parts = target.and_then(|target| Some(stretches(&self.desk.with_untracked(Desk::reading)?, target)));
            spawn_local(async move {
                tick().await;
                if !browser::show_focus(name.as_deref()) && !self.whole.get_untracked() {
                    self.whole.set(true);
                    tick().await;
                    browser::show_focus(name.as_deref());
                }
                if let Some(first) = found.first() {
                    browser::show_line(first.line);
                }
                show_parts(parts.unwrap_or(found));
            });
        });
    }
}
