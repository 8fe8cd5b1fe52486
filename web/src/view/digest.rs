use leptos::prelude::*;
use tiyao::model::{Kind, Language};

use super::markup::Markup;
use super::room::Room;
use super::{about, changes, coverage, exports, figures, findings, lists, names};
use crate::browser;
use crate::state::{self, Reading, Target};
use crate::words::Word;

/// The digest, in the order that look and habit ask for. Empty groups are not there.
pub fn digest(room: Room, reading: Memo<Option<Reading>>) -> impl IntoView {
    let click = move |event: web_sys::MouseEvent| {
        if let Some(places) = browser::nearest(&event, "data-places") {
            let places: Vec<Target> = places.split(' ').filter_map(Target::of).collect();
            room.go_among(&places);
        } else if let Some(list) = browser::nearest(&event, "data-all") {
            room.whole_lists.update(|lists| lists.push(list));
        } else if let (Some(form), Some(reading)) = (browser::nearest(&event, "data-export"), reading.get_untracked()) {
            exports::save(&form, &reading, room.language.get_untracked());
        }
    };
    let there = Memo::new(move |_| reading.with(Option::is_some));
    let groups = move || {
        let (capped, language) = (Capped(room.whole_lists.get()), room.language.get());
        reading.get().map(|reading| draw(&reading, language, &capped))
    };
    move || {
        let pane = view! {
            <aside id="digest" class="right" aria-label=move || room.say(Word::Digest)>
                <div class="groups" on:click=click inner_html=move || groups().unwrap_or_default()></div>
            </aside>
        };
        there.get().then(|| pane.into_any())
    }
}

fn draw(reading: &Reading, language: Language, capped: &Capped) -> String {
    let out = &mut Markup::default();
    exports::exports(out, language);
    groups(out, reading, language, capped);
    std::mem::take(out).into_html()
}

/// Writes all groups.
pub fn groups(out: &mut Markup, reading: &Reading, language: Language, capped: &Capped) {
    about::about(out, reading, language);
    lists::summary(out, reading, language);
    figures::figures(out, reading, language, capped);
    changes::changes(out, reading, language, capped);
    findings::findings(out, reading, language, capped);
    findings::derived(out, reading, language, capped);
    lists::sections(out, reading, language, capped);
    names::names(out, reading, "programmes", state::ACTIONS, language, capped);
    lists::statements(out, reading, Kind::Commitment, language, capped);
    lists::times(out, reading, language, capped);
    names::names(out, reading, "names", state::ACTORS, language, capped);
    lists::statements(out, reading, Kind::Honour, language, capped);
    lists::statements(out, reading, Kind::Case, language, capped);
    lists::statements(out, reading, Kind::Speech, language, capped);
    coverage::coverage(out, reading, language, capped);
}

/// Lists of which the first entries are shown until the reader asks for all: the names of those that were asked for.
pub struct Capped(pub Vec<String>);

impl Capped {
    fn is_whole(&self, list: &str) -> bool {
        self.0.iter().any(|whole| whole == list)
    }

    /// The entries of a list that are shown, of which `most` are at first.
    pub fn first<'a, T>(&self, list: &str, most: usize, entries: &'a [T]) -> &'a [T] {
        if self.is_whole(list) { entries } else { &entries[..most.min(entries.len())] }
    }

    /// The button that asks for the rest, where there is one.
    pub fn more(&self, out: &mut Markup, list: &str, most: usize, count: usize, language: Language) {
        if count > most && !self.is_whole(list) {
            out.raw("<button class=\"plain more\"").with("data-all", list).raw(">");
            out.text(Word::ShowAll.say(language)).raw(" (+").text(&(count - most).to_string()).raw(")</button>");
        }
    }
}
