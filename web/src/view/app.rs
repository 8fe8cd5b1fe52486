use leptos::prelude::*;
use leptos::task::{spawn_local, tick};
use leptos::wasm_bindgen::JsCast;

use super::held::Held;
use super::part::{attribute, follow};
use super::room::Room;
use super::{article, bar, digest, field, help, keys, own};
use crate::browser;
use crate::words::Word;

/// The page: its parts are named in `index.html`; each is drawn anew when what it is drawn from changes.
#[component]
pub fn App() -> impl IntoView {
    let room = Room::open();
    let over = Held::new(false);
    follow(Box::new(move || {
        let language = room.language.get();
        browser::mark_root("lang", language.tag());
        browser::mark_root("data-theme", room.theme.get().name());
        browser::tell_library("language", &[language.tag()]);
    }));
    attribute("page", "class", move || {
        let states = [
            (room.is_empty(), " empty"),
            (over.get(), " over"),
            (room.editing.get(), " editing"),
            (room.digest_tab.get(), " digest-tab"),
        ];
        let names: String = states.into_iter().filter(|(is, _)| *is).map(|(_, name)| name).collect();
        Some(["page", &names].concat())
    });
    for (id, word) in [("left", Word::Article), ("digest", Word::Digest), ("texts", Word::Texts)] {
        attribute(id, "aria-label", move || Some(room.say(word).into()));
    }
    follow(Box::new(move || browser::say("status", &room.status.get())));
    bar::bar(room);
    field::field(room);
    article::pane(room);
    digest::pane(room);
    help::help(room);
    own::own(room);
    room.follow_focus();
    room.follow_library();
    room.follow_later();
    room.tell_own();
    listen(room, over);
    room.warm_up();
    spawn_local(async {
        tick().await;
        browser::mark_root("data-ready", "");
    });
}

fn listen(room: Room, over: Held<bool>) {
    browser::listen("click", move |event| {
        if let Some(event) = event.dyn_ref() {
            room.click(event);
        }
    });
    browser::listen("mouseover", move |event| browser::hover(&event));
    browser::listen("keydown", move |event| {
        if let Some(event) = event.dyn_ref() {
            keys::press(room, event);
        }
    });
    browser::listen("input", move |event| match browser::typed(&event) {
        Some((id, words)) if id == "paste" => room.type_text(words),
        Some((id, words)) if id == "search" => {
            room.sought.set(words);
            // Another list stands there now: it is read from its beginning.
            browser::to_top("groups");
        }
        _ => {}
    });
    browser::listen("change", move |event| {
        if browser::typed(&event).is_some_and(|(id, _)| id == "files") {
            room.open_files(browser::chosen_files(&event));
        }
    });
    browser::listen("drop", move |event| {
        over.set(false);
        let files = browser::dropped_files(&event);
        if !files.is_empty() {
            event.prevent_default();
            room.open_files(files);
        }
    });
    browser::listen("dragover", move |event| {
        event.prevent_default();
        over.set(true);
    });
    browser::listen("dragleave", move |_| over.set(false));
}
