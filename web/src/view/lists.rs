use leptos::prelude::*;
use tiyao::model::{Kind, Language};

use super::digest::{capped, goto, group};
use super::room::Room;
use crate::state::{self, Reading, Statement, Target, TimeRow};
use crate::words::Word;

/// So many entries of a list are drawn at first.
const ENTRIES: usize = 60;

/// So many statements of a kind are drawn at first.
const STATEMENTS: usize = 12;

/// The list of texts, where there are several.
pub fn texts(room: Room) -> impl IntoView {
    let names = Memo::new(move |_| room.desk.with(|desk| desk.names()));
    let chosen = Memo::new(move |_| room.desk.with(|desk| desk.chosen()));
    move || {
        let names = names.get();
        if names.len() < 2 {
            return None;
        }
        let entry = |(place, name): (usize, String)| {
            view! {
                <li>
                    <button
                        class="plain"
                        data-text=place
                        aria-current=move || (chosen.get() == place).then_some("true")
                        on:click=move |_| room.choose(place)
                    >
                        {name}
                    </button>
                </li>
            }
        };
        let entries = names.into_iter().enumerate().map(entry).collect_view();
        Some(view! { <nav id="texts" aria-label=move || room.say(Word::Texts)><ul>{entries}</ul></nav> })
    }
}

/// The most telling sentences.
pub fn summary(reading: &Reading, language: Language) -> Option<AnyView> {
    let spans = &reading.digest().summary;
    if spans.is_empty() {
        return None;
    }
    let sentence = |(at, span): (usize, &tiyao::model::Span)| {
        let words = reading.words(*span).trim().to_owned();
        view! { <li>{goto(&[Target::Sentence(at)], words.into_any())}</li> }
    };
    let list = spans.iter().enumerate().map(sentence).collect_view();
    let list = view! { <ol class="summary" lang=reading.lang()>{list}</ol> };
    Some(group("summary", Word::Summary.say(language), list.into_any()))
}

/// The outline.
pub fn sections(reading: &Reading, language: Language) -> Option<AnyView> {
    let headings = state::headings(reading);
    if headings.is_empty() {
        return None;
    }
    let list = capped(headings, ENTRIES, language, |heading| {
        let class = if heading.level > 1 { "lower" } else { "upper" };
        view! { <li class=class>{goto(&[heading.target], heading.words.clone().into_any())}</li> }.into_any()
    });
    let list = view! { <ol class="outline" lang=reading.lang()>{list}</ol> };
    Some(group("sections", Word::Sections.say(language), list.into_any()))
}

/// The times, with what they say.
pub fn times(reading: &Reading, language: Language) -> Option<AnyView> {
    let rows = state::times(reading);
    if rows.is_empty() {
        return None;
    }
    let list = capped(rows, ENTRIES, language, time);
    let list = view! { <ul class="times" lang=reading.lang()>{list}</ul> };
    Some(group("times", Word::Times.say(language), list.into_any()))
}

fn time(row: &TimeRow) -> AnyView {
    let count = (row.places.len() > 1).then(|| view! { <span class="count">{format!("×{}", row.places.len())}</span> });
    let words = view! { {row.words.clone()}{count} }.into_any();
    view! { <li>{goto(&row.places, words)}<span class="note">{row.value.clone()}</span></li> }.into_any()
}

/// How a group of statements is set.
struct Group {
    kind: Kind,
    id: &'static str,
    word: Word,
    /// What leads a line whose text names no speaker.
    nobody: bool,
}

const GROUPS: [Group; 4] = [
    Group { kind: Kind::Commitment, id: "commitments", word: Word::Commitments, nobody: false },
    Group { kind: Kind::Honour, id: "honours", word: Word::Honours, nobody: false },
    Group { kind: Kind::Case, id: "cases", word: Word::Cases, nobody: false },
    Group { kind: Kind::Speech, id: "speech", word: Word::Speech, nobody: true },
];

/// What is promised, what was won, what is told of single people, who said what.
pub fn statements(reading: &Reading, kind: Kind, language: Language) -> Option<AnyView> {
    let found = state::statements(reading, kind);
    let set = GROUPS.iter().find(|group| group.kind == kind)?;
    if found.is_empty() {
        return None;
    }
    let lang = reading.lang();
    let list = capped(found, STATEMENTS, language, move |one| statement(one, set, lang, language));
    let list = view! { <ul class="statements">{list}</ul> };
    Some(group(set.id, set.word.say(language), list.into_any()))
}

fn statement(one: &Statement, set: &Group, lang: &'static str, language: Language) -> AnyView {
    let open = one.lead.is_empty() && set.nobody;
    let lead = if open { Word::NoName.say(language).to_owned() } else { one.lead.clone() };
    let dated = set.kind == Kind::Commitment && !lead.is_empty();
    let due = dated.then(|| view! { <span class="due" lang=language.tag()>{Word::Deadline.say(language)}</span> });
    let note = (!one.note.is_empty()).then(|| view! { <span class="note" lang=lang>{one.note.clone()}</span> });
    let head = (!lead.is_empty() || note.is_some()).then(|| {
        let lang = if open { language.tag() } else { lang };
        view! { <p class="lead" class:open=open lang=lang>{due}{lead}{note}</p> }
    });
    let words = view! { <span lang=lang>{one.words.clone()}</span> }.into_any();
    view! { <li>{head}{goto(one.target.as_slice(), words)}</li> }.into_any()
}
