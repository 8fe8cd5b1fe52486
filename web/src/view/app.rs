use leptos::prelude::*;
use web_sys::KeyboardEvent;

use super::bar::bar;
use super::digest::digest;
use super::field::field;
use super::room::Room;
use super::{article, lists};
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
    });
    room.follow_focus();
    let keys = window_event_listener(leptos::ev::keydown, move |event| press(room, &event));
    on_cleanup(move || keys.remove());
    browser::mark_root("data-ready", "");

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
            {bar(room, empty)}
            {lists::texts(room)}
            <div class="tabs" role="tablist">
                <button
                    id="tab-article"
                    role="tab"
                    aria-selected=move || (!room.digest_tab.get()).to_string()
                    on:click=move |_| room.digest_tab.set(false)
                >
                    {move || room.say(Word::Article)}
                </button>
                <button
                    id="tab-digest"
                    role="tab"
                    aria-selected=move || room.digest_tab.get().to_string()
                    on:click=move |_| room.digest_tab.set(true)
                >
                    {move || room.say(Word::Digest)}
                </button>
            </div>
            <main>
                <section class="left" aria-label=move || room.say(Word::Article)>
                    {field(room, empty)}
                    {article::pane(room, reading)}
                </section>
                {digest(room, reading)}
            </main>
            <p id="status" role="status" aria-live="polite">{move || room.status.get()}</p>
        </div>
    }
}

fn press(room: Room, event: &KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() || event.is_composing() {
        return;
    }
    let typing = browser::is_typing(event);
    match event.key().as_str() {
        "Escape" => {
            room.focus.set(None);
            if typing && room.desk.with_untracked(|desk| desk.reading().is_some()) {
                room.editing.set(false);
            }
        }
        _ if typing => {}
        "j" => room.step(true),
        "k" => room.step(false),
        "/" => {
            event.prevent_default();
            room.editing.set(true);
            browser::focus("paste");
        }
        _ => {}
    }
}
