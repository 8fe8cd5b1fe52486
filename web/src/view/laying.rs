//! How a text comes to lie on the desk: typed, pasted, as a sample, as a file, from the library; and how it is shown.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::{spawn_local, tick};
use tiyao::source::Source;
use web_sys::File;

use super::room::{REST, Room};
use crate::browser;
use crate::state::{Desk, Reading, SAMPLES, Sample, noted};
use crate::words::{self, Word};

/// An input that adds this many characters at once is a paste: no keyboard and no input method gives so many.
const PASTE: usize = 30;

/// From this many bytes on a text is read when the typing rests, not at every stroke.
const LONG: usize = 120_000;

/// From this many facts on a text that is opened is drawn in steps, its beginning and the summary first: input that comes
/// meanwhile waits for one step only.
const MANY: usize = 500;

/// Between two steps input that waits is seen to; a shorter time does not let it in.
const BREATH: Duration = Duration::from_millis(4);

/// After this time the browser has shown a step.
const SHOWN: Duration = Duration::from_millis(30);

impl Room {
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
            self.stop_laying();
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
            Some(_) => self.desk.update(|desk| desk.rewrite(reading)),
            None => self.desk.update(|desk| desk.lay(browser::new_id(), &name, reading)),
        }
        self.show(begun);
        self.share_soon();
    }

    /// Reads a sample.
    pub fn open_sample(self, sample: &Sample) {
        let begun = browser::milliseconds();
        let text = browser::template(&format!("sample-{}", sample.file)).unwrap_or_default();
        let reading = Reading::with(Source::from_text(&text), sample.name, self.terms());
        self.editing.set(false);
        self.desk.update(|desk| desk.lay(browser::new_id(), sample.name, reading));
        self.show(begun);
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
                let source = Source::noted(text.clone(), noted(note));
                self.lay(browser::new_id(), &file.name(), source, begun, Box::new(move || self.share_soon()));
            } else {
                let reason = opened.first().map_or(Word::Broken.say(language), String::as_str);
                let colon = language.pick("：", "：", ": ");
                self.status.set([&file.name(), colon, reason].concat());
            }
        });
    }

    /// Reads a text, and lays it on the desk after a breath; then does what is to follow.
    pub fn lay(self, id: String, name: &str, source: Source, begun: f64, then: Box<dyn FnOnce()>) {
        self.stop_laying();
        let reading = Reading::with(source, name, self.terms());
        let name = name.to_owned();
        let lay = move || {
            let many = reading.digest().facts.len() >= MANY;
            self.editing.set(false);
            self.desk.update(|desk| desk.lay(id, &name, reading));
            self.show(begun);
            if many {
                for drawn in self.drawn {
                    drawn.replace(false);
                }
                self.draw_from(0);
            }
            self.fill_field();
            then();
        };
        self.laying.replace(set_timeout_with_handle(lay, BREATH).ok());
    }

    /// Draws what is left of the text from this step on, one step after the other.
    fn draw_from(self, step: usize) {
        let Some(drawn) = self.drawn.get(step).copied() else { return };
        let draw = move || {
            drawn.set(true);
            self.draw_from(step + 1);
        };
        set_timeout(draw, SHOWN);
    }

    /// What was to be laid on the desk next is not any more.
    pub fn stop_laying(self) {
        if let Some(handle) = self.laying.replace(None) {
            handle.clear();
        }
    }

    /// Shows what was laid on the desk, with nothing chosen in it.
    fn show(self, begun: f64) {
        self.stop_laying();
        for drawn in self.drawn {
            drawn.replace(true);
        }
        self.focus.set(None);
        self.chosen.set(None);
        self.opened.update(Vec::clear);
        self.sought.set(String::new());
        self.whole.set(false);
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

    /// Puts the text on the desk into the field.
    pub fn fill_field(self) {
        let reading = self.desk.with_untracked(Desk::reading);
        let text = reading.as_ref().map_or("", |reading| reading.text());
        self.length.replace(text.chars().count());
        browser::fill("paste", text);
    }
}
