use leptos::prelude::*;
use web_sys::KeyboardEvent;

use super::bar::bar;
use super::digest::digest;
use super::field::field;
use super::room::Room;
use super::{article, help};
use crate::browser;
use crate::state::Desk;
use crate::words::Word;

/// The page.
#[component]
pub fn App() -> impl IntoView {
    let room = Room::open();
    let reading = Memo::new(move |_| room.desk.with(Desk::reading));
    let empty = Memo::new(move |_| reading.with(Option::is_none));
    let over = RwSignal::new(false);
    Effect::new(move |_| {
        let language = room.language.get();
        browser::mark_root("lang", language.tag());
        browser::mark_root("data-theme", room.theme.get().name());
        browser::tell_library("language", &[language.tag()]);
    });
    room.follow_focus();
    room.follow_library();
    let keys = window_event_listener(leptos::ev::keydown, move |event| press(room, &event));
    on_cleanup(move || keys.remove());
    browser::mark_root("data-ready", "");
    room.warm_up();

    let drop_files = move |event: web_sys::DragEvent| {
        over.set(false);
        let files = browser::dropped_files(&event);
        if !files.is_empty() {
            event.prevent_default();
            room.open_files(files);
        }
    };
    let drag = move |event: web_sys::DragEvent| {
        event.prevent_default();
        over.set(true);
    };
    let tab = move |id: &'static str, digest: bool, word: Word| {
        view! {
            <button
                id=id
                role="tab"
                aria-selected=move || (room.digest_tab.get() == digest).to_string()
                on:click=move |_| room.digest_tab.set(digest)
            >
                {move || room.say(word)}
            </button>
        }
        .into_any()
    };
    let tabs = vec![tab("tab-article", false, Word::Article), tab("tab-digest", true, Word::Digest)];
    let left = vec![field(room, empty).into_any(), article::pane(room, reading).into_any()];
    let left = view! { <section class="left" aria-label=move || room.say(Word::Article)>{left}</section> };
    let panes = vec![left.into_any(), digest(room, reading).into_any()];
    let status = view! { <p id="status" role="status" aria-live="polite">{move || room.status.get()}</p> };
    // One type for all parts keeps the wasm small.
    let parts = vec![
        bar(room, empty).into_any(),
        view! { <div class="tabs" role="tablist">{tabs}</div> }.into_any(),
        // The library draws into the two that are hidden here.
        view! {
            <div class="desk">
                <aside id="texts" aria-label=move || room.say(Word::Texts) hidden=true></aside>
                <main>{panes}</main>
                <section id="corpus" hidden=true></section>
            </div>
        }
        .into_any(),
        help::help(room).into_any(),
        status.into_any(),
    ];
    view! {
        <div
            class="page"
            class:empty=move || empty.get()
            class:over=move || over.get()
            class:editing=move || room.editing.get()
            class:digest-tab=move || room.digest_tab.get()
            on:drop=drop_files
            on:dragover=drag
            on:dragleave=move |_| over.set(false)
        >
            {parts}
        </div>
    }
}

fn press(room: Room, event: &KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() || event.is_composing() {
        return;
    }
    let typing = browser::is_typing(event);
    match event.key().as_str() {
        "Escape" if room.help.get_untracked() => room.help.set(false),
        "Escape" => {
            room.focus.set(None);
            if typing && room.desk.with_untracked(|desk| desk.reading().is_some()) {
                room.editing.set(false);
            }
        }
        _ if typing => {}
        "j" => room.step(true),
        "k" => room.step(false),
        "?" => room.toggle_help(),
        "e" if room.desk.with_untracked(|desk| desk.reading().is_some()) => {
            room.digest_tab.set(true);
            browser::focus_soon("export-json");
        }
        "/" => {
            event.prevent_default();
            room.editing.set(true);
            browser::focus("paste");
        }
        _ => {}
    }
}
