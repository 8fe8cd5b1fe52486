//! What goes between the page and the library: the page gives what it has read, the library says what to open.

use leptos::prelude::*;
use tiyao::model::Span;
use tiyao::source::Source;

use super::room::{REST, Room};
use crate::browser;
use crate::state::{Desk, Stretch, Target, card, note, noted, places};

impl Room {
    /// Gives the library what lies on the desk, once it is drawn and the typing rests.
    pub fn share_soon(self) {
        self.stop_sharing();
        self.sharing.replace(set_timeout_with_handle(move || self.share(), REST).ok());
    }

    /// Whether the library was still to be given what lies on the desk; it is not any more.
    fn stop_sharing(self) -> bool {
        let waiting = self.sharing.replace(None);
        waiting.inspect(TimeoutHandle::clear).is_some()
    }

    /// Gives the library what lies on the desk, where that was still to be done.
    pub fn share(self) {
        if self.stop_sharing() {
            self.give();
        }
    }

    /// Gives the library what lies on the desk, with what the reader has said of it.
    pub fn give(self) {
        self.stop_sharing();
        // The library may answer at once: the desk is looked at before.
        let Some((id, name, reading)) =
            self.desk.with_untracked(|desk| Some((desk.id()?, desk.name()?, desk.reading()?)))
        else {
            return;
        };
        let said = reading.corrections().to_text();
        let heard =
            browser::tell_library("shown", &[&id, &name, &note(&reading), reading.text(), &card(&reading), &said]);
        // Without a library what the reader said is kept by itself.
        if !heard && reading.corrections().steps() != (false, false) {
            browser::keep(&reading.mark(), &said);
        }
    }

    /// Does what the library asks for.
    pub fn follow_library(self) {
        browser::hear_library("say", move |parts| self.status.set(parts.concat()));
        browser::hear_library("gone", move |parts| {
            if !parts.is_empty() {
                self.forget_own();
            }
            self.stop_sharing();
            self.close();
        });
        browser::hear_library("open", move |parts| {
            let [id, name, note, text, place, said] = parts.as_slice() else { return };
            let begun = browser::milliseconds();
            self.stop_laying();
            self.share();
            let other = self.desk.with_untracked(Desk::id).as_ref() != Some(id);
            let (said, place) = (said.clone(), place.clone());
            let look = Box::new(move || {
                // What was said of the same text before holds for the article that is open too.
                if self.recall(&said) && !other {
                    self.give();
                }
                self.show_place(&place);
            });
            if other {
                self.lay(id.clone(), name, Source::noted(text.clone(), noted(note)), begun, look);
            } else {
                look();
            }
        });
    }

    /// Shows a fact by its name, or words of the article by their bytes.
    fn show_place(self, place: &str) {
        match place.split_once('-') {
            Some((start, end)) => self.show_found(start.parse().unwrap_or(0), end.parse().unwrap_or(0)),
            None => match Target::of(place) {
                Some(target) => self.go(target),
                None => self.focus.set(None),
            },
        }
    }

    /// Shows words of the article by their bytes.
    fn show_found(self, start: usize, end: usize) {
        let Some(reading) = self.desk.with_untracked(Desk::reading) else { return };
        if start < end && reading.text().get(start..end).is_some() {
            self.found.replace(places(&reading, Span::new(start, end)));
            self.whole.set(true);
        }
        self.focus.set(None);
    }
}

/// Draws stretches of the article as the parts of what is in focus.
pub fn show_parts(parts: Vec<Stretch>) {
    let place = |part: Stretch| (part.line as u32, part.start as u32, part.end as u32);
    browser::show_parts(&parts.into_iter().map(place).collect::<Vec<_>>());
}
