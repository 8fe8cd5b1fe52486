//! The reader's own word list.

use tiyao::model::{Language, Terms};
use tiyao::source::Source;

use super::node::{Node, el, labelled};
use super::part::{attribute, part};
use super::room::Room;
use crate::browser;
use crate::later;
use crate::state::{Desk, Reading, note, noted};
use crate::words::Word;

/// The name that the list is kept under.
const KEPT: &str = "tiyao-terms";

/// The sheet of the list: a field for the rows, and what is wrong with some.
pub fn own(room: Room) {
    attribute("own", "aria-label", move || Some(room.say(Word::OwnWords).into()));
    attribute("own", "hidden", move || (!room.listing.get()).then(String::new));
    part("own", move || {
        let (open, language) = (room.listing.get(), room.language.get());
        if open { later::own(&room.rows.get(), language) } else { Vec::new() }
    });
}

/// What stands on it, with these rows in the list.
pub fn list(rows: &str, language: Language) -> Vec<Node> {
    let bad = Terms::parse(rows).1;
    let wrong = bad.iter().map(|(line, why)| el("li").say(&why.message(*line, language))).collect();
    vec![
        labelled("button", "plain", Word::Shut.say(language)).set("id", "own-close").set("data-act", "own"),
        el("h2").say(Word::OwnWords.say(language)),
        el("p").say(Word::OwnGuide.say(language)),
        el("textarea")
            .set("id", "own-rows")
            .set("lang", "zh")
            .set("rows", "8")
            .set("spellcheck", "false")
            .set("aria-label", Word::OwnWords.say(language))
            .say(rows),
        el("ul").set("id", "own-wrong").set("role", "status").all(wrong),
        labelled("button", "save", Word::OwnUse.say(language)).set("id", "own-use").set("data-act", "own-use"),
    ]
}

/// What stands in the list now.
pub fn kept() -> String {
    browser::kept(KEPT).unwrap_or_default()
}

impl Room {
    /// Opens the sheet of the list, or closes it.
    pub fn toggle_own(self) {
        self.listing.update(|open| *open = !*open);
        if self.listing.get_untracked() {
            browser::focus_soon("own-rows");
        } else {
            browser::focus("words");
        }
    }

    /// Takes the rows in the field for the list from now on, and reads the text on the desk with it.
    pub fn use_own(self) {
        let rows = browser::typed_in("own-rows").unwrap_or_default();
        browser::keep(KEPT, &rows);
        let (terms, bad) = Terms::parse(&rows);
        self.rows.set(rows);
        self.tell_own();
        let language = self.language.get_untracked();
        self.status.set([Word::OwnUsed.say(language), &terms.count().to_string()].concat());
        if bad.is_empty() {
            self.toggle_own();
        }
        let Some(old) = self.desk.with_untracked(Desk::reading) else { return };
        let source = Source::noted(old.text().to_owned(), noted(&note(&old)));
        let mut new = Reading::with(source, &old.digest().options.name, terms);
        if old.corrections().steps().0 {
            new = new.corrected(old.corrections().moved(old.text()));
        }
        self.focus.set(None);
        self.desk.update(|desk| desk.rewrite(new));
        self.share_soon();
    }

    /// Takes the list away, as everything is deleted.
    pub fn forget_own(self) {
        self.rows.set(String::new());
    }

    /// Tells the library of the list, for what it reads.
    pub fn tell_own(self) {
        self.rows.with_untracked(|rows| browser::tell_library("terms", &[rows]));
    }

    /// The list as it is read now.
    pub fn terms(self) -> Terms {
        self.rows.with_untracked(|rows| Terms::parse(rows).0)
    }
}
