use std::time::Duration;

use leptos::prelude::*;
use leptos::task::{spawn_local, tick};
use tiyao::model::{Language, Span};

use super::held::Held;
use super::own;
use super::share::show_parts;
use crate::browser;
use crate::state::{Desk, Kinds, Reading, Stretch, Target, Theme, stretches};
use crate::words::Word;

/// How long the typing has to rest.
pub const REST: Duration = Duration::from_millis(250);

/// Whether the article is drawn beyond its beginning.
pub const ARTICLE: usize = 0;
/// Whether the figures are drawn.
pub const FIGURES: usize = 1;
/// Whether what follows the figures is drawn.
pub const FURTHER: usize = 2;

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
    /// How many characters stand in the field.
    pub length: Held<usize>,
    /// When what was typed is to be read.
    pub waiting: Held<Option<TimeoutHandle>>,
    /// When what was read is to be laid on the desk.
    pub laying: Held<Option<TimeoutHandle>>,
    /// What is drawn after the beginning of the article and of the digest, one after the other: [`ARTICLE`],
    /// [`FIGURES`] and [`FURTHER`].
    pub drawn: [Held<bool>; 3],
    /// Words that the library has found in the article.
    pub found: Held<Vec<Stretch>>,
    /// When the library is to be given what lies on the desk.
    pub sharing: Held<Option<TimeoutHandle>>,
    /// Whether all of the page's program is here, that which starts later as well.
    pub all_here: Held<bool>,
    /// What waits for it.
    pub put_off: Held<Vec<Box<dyn FnOnce()>>>,
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
            laying: Held::new(None),
            drawn: [Held::new(true), Held::new(true), Held::new(true)],
            found: Held::new(Vec::new()),
            sharing: Held::new(None),
            all_here: Held::new(!browser::is_packed()),
            put_off: Held::new(Vec::new()),
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

    /// Does something as soon as all of the page's program is here.
    pub fn when_all_is_here(self, act: Box<dyn FnOnce()>) {
        if self.all_here.get_untracked() { act() } else { self.put_off.update(|acts| acts.push(act)) }
    }

    /// Does what has waited for the part of the page's program that starts later, when that is here.
    pub fn follow_later(self) {
        browser::hear_library("later", move |_| {
            self.all_here.set(true);
            self.put_off.replace(Vec::new()).into_iter().for_each(|act| act());
        });
    }

    /// Back to the empty page.
    pub fn close(self) {
        self.share();
        self.stop_laying();
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
            if !self.drawn[FURTHER].get() {
                return;
            }
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
