//! What a click on the page does.

use tiyao::model::Language;

use super::article::WHOLE;
use super::exports;
use super::room::Room;
use crate::browser;
use crate::later;
use crate::state::{self, Act, CORRECTED, Correction, Corrections, Desk, MARKED, Reading, SAMPLES, Target};
use crate::words::{self, Word};

impl Room {
    /// Does what the element around a click says.
    pub fn click(self, event: &web_sys::MouseEvent) {
        let nearest = |name| browser::nearest(event, name);
        if let Some(act) = nearest("data-act") {
            return self.act(&act, nearest("data-kind"));
        }
        if let Some(id) = nearest("data-more") {
            if id == WHOLE {
                return self.whole.set(true);
            }
            self.opened.update(|open| open.push(id));
            return browser::focus("groups");
        }
        if let Some(file) = nearest("data-sample") {
            return SAMPLES.iter().filter(|sample| sample.file == file).for_each(|sample| self.open_sample(sample));
        }
        if let Some(class) = nearest("data-toggle") {
            let Some((kind, _)) = MARKED.iter().find(|(_, own)| *own == class) else { return };
            return self.off.update(|off| match off.iter().position(|other| other == kind) {
                Some(at) => drop(off.remove(at)),
                None => off.push(*kind),
            });
        }
        if let Some(places) = nearest("data-places") {
            let places: Vec<Target> = places.split(' ').filter_map(Target::of).collect();
            return self.go_among(&places);
        }
        if let Some(height) = browser::height_within(event, "gutter") {
            return self.go_near(height);
        }
        // Words that were just chosen are no click on what lies under them.
        if self.choose_words() {
            return;
        }
        if let Some(target) = nearest("data-mark").and_then(|name| Target::of(&name)) {
            self.look(target);
        }
    }

    /// Takes the words that are chosen in the article; whether there are some.
    pub fn choose_words(self) -> bool {
        let chosen = self
            .desk
            .with_untracked(Desk::reading)
            .zip(browser::selected())
            .and_then(|(reading, ends)| state::selected(&reading, ends));
        let some = chosen.is_some();
        if self.chosen.get_untracked() != chosen {
            self.chosen.set(chosen);
        }
        some
    }

    /// Looks at a target without leaving the place where it is shown.
    pub fn look(self, target: Target) {
        self.amending.set(false);
        self.chosen.set(None);
        self.focus.set(Some(target));
    }

    /// Goes to the figure whose tick is nearest to a height, given as a share of the text.
    fn go_near(self, share: f64) {
        let Some(reading) = self.desk.with_untracked(Desk::reading) else { return };
        let byte = (share * reading.text().len() as f64) as usize;
        let ticked = reading.facts().filter(|(_, fact)| !state::tick(fact).is_empty());
        if let Some((at, _)) = ticked.min_by_key(|(_, fact)| fact.span.start.abs_diff(byte)) {
            self.go(Target::Fact(at));
        }
    }

    /// Does what a button or a key of that name says, as soon as the page is here whole.
    pub fn act(self, act: &str, kind: Option<String>) {
        let act = act.to_owned();
        self.when_all_is_here(Box::new(move || later::act(self, &act, kind.as_deref())));
    }

    /// Does what a button or a key of that name says.
    pub fn perform(self, act: &str, kind: Option<&str>) {
        let language = self.language.get_untracked();
        match act {
            "edit" => {
                self.editing.set(true);
                return browser::focus_soon("paste");
            }
            "read" => return self.editing.set(false),
            "close" => return self.close(),
            "tab-article" => return self.digest_tab.set(false),
            "tab-digest" => return self.digest_tab.set(true),
            "language" => return self.speak(kind),
            "theme" => return self.turn(),
            "previous" => return self.step(false),
            "next" => return self.step(true),
            "print" => return browser::print(),
            "amend" => return self.amending.update(|open| *open = !*open),
            "shut" => return self.shut(),
            "help" => return self.toggle_help(),
            "own" => return self.toggle_own(),
            "own-use" => return self.use_own(),
            "undo" => return self.correct(|corrections| corrections.undo()),
            "redo" => return self.correct(|corrections| corrections.redo()),
            "add" => return self.add(kind),
            _ => {}
        }
        let Some(reading) = self.desk.with_untracked(Desk::reading) else { return };
        if act == "export-xlsx" {
            // The library writes it, from what it knows of the article and all facts.
            self.share();
            return exports::save_workbook(&reading);
        }
        if exports::save(&reading, act, language) {
            return;
        }
        let copied = match act {
            "copy-figures" => Some(state::table(&reading, &words::TABLE.map(|word| word.say(language)))),
            "copy" => self.focus.get_untracked().and_then(|target| state::quoted(&reading, target, language)),
            _ => None,
        };
        if let Some(copy) = copied {
            let word = if browser::copy(&copy.plain, &copy.html) { Word::Copied } else { Word::NotCopied };
            return self.status.set(word.say(language).into());
        }
        let said = match act {
            "accept" => Act::Accept,
            "reject" => Act::Reject,
            "save" => Act::Amend(self.written(&reading)),
            _ => return,
        };
        self.say_of(&reading, said);
    }

    /// Speaks the language of a tag from now on.
    fn speak(self, tag: Option<&str>) {
        if let Some(language) = tag.and_then(Language::of_tag) {
            self.language.set(language);
            browser::keep("tiyao-language", language.tag());
        }
    }

    /// Puts on the next colours.
    fn turn(self) {
        let next = self.theme.get_untracked().next();
        self.theme.set(next);
        browser::keep("tiyao-theme", next.name());
    }

    /// Says something of the fact in focus; the same said twice is taken back.
    pub fn say_of(self, reading: &Reading, act: Act) {
        let Some(fact) = self.focus.get_untracked().and_then(|target| reading.digest().facts.get(target.fact()?))
        else {
            return;
        };
        if !CORRECTED.iter().any(|(kind, _)| *kind == fact.kind()) {
            return;
        }
        let mut said = Correction { kind: fact.kind(), span: fact.span, quote: reading.words(fact.span).into(), act };
        let standing = reading.corrections().standing();
        if standing.iter().any(|old| **old == said) {
            said.act = Act::Leave;
        }
        self.correct(move |corrections| {
            corrections.say(said.clone());
            Some(said)
        });
    }

    /// The fields of the fact in focus that the reader has written anew.
    fn written(self, reading: &Reading) -> state::Fields {
        let fact = self.focus.get_untracked().and_then(|target| reading.digest().facts.get(target.fact()?));
        let old = fact.map(|fact| state::fields(&fact.detail)).unwrap_or_default();
        let new = browser::values("amending", "data-field").into_iter();
        new.filter_map(|(name, words)| Some((state::role_of(&name)?, words)))
            .filter(|field| !old.contains(field))
            .collect()
    }

    fn add(self, kind: Option<&str>) {
        let (Some(reading), Some(span)) = (self.desk.with_untracked(Desk::reading), self.chosen.get_untracked()) else {
            return;
        };
        let Some((kind, _)) = CORRECTED.iter().find(|(_, name)| Some(*name) == kind) else { return };
        let said = Correction { kind: *kind, span, quote: reading.words(span).into(), act: Act::Add(Vec::new()) };
        browser::unselect();
        self.chosen.set(None);
        self.correct(move |corrections| {
            corrections.say(said.clone());
            Some(said)
        });
    }

    /// Changes what is said of the text's facts and shows what it was said of.
    fn correct(self, change: impl FnOnce(&mut Corrections) -> Option<Correction>) {
        let Some(reading) = self.desk.with_untracked(Desk::reading) else { return };
        let mut corrections = reading.corrections().clone();
        let Some(said) = change(&mut corrections) else { return };
        let shown = reading.corrected(corrections);
        let found = shown.find(said.kind, said.span);
        self.amending.set(false);
        self.desk.update(|desk| desk.rewrite(shown.clone()));
        self.focus.set(found);
        let language = self.language.get_untracked();
        self.status.set(words::tally(shown.corrections().tally(), language));
        self.give();
    }

    /// Brings back what the reader said of the text before; whether there was something.
    pub fn recall(self, kept: &str) -> bool {
        let Some(reading) = self.desk.with_untracked(Desk::reading).filter(|reading| !reading.corrections().steps().0)
        else {
            return false;
        };
        let recalled = reading.recalled(kept);
        let some = recalled.corrections().steps().0;
        if some {
            self.desk.update(|desk| desk.rewrite(recalled));
        }
        some
    }

    /// Closes what lies open: the chosen words, then the fact.
    pub fn shut(self) {
        if self.amending.get_untracked() {
            return self.amending.set(false);
        }
        if self.chosen.get_untracked().is_some() {
            browser::unselect();
            return self.chosen.set(None);
        }
        self.focus.set(None);
    }
}
