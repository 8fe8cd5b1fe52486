use leptos::prelude::*;

use super::room::Room;
use crate::words::Word;

/// The keys with what they do.
const KEYS: [(&str, Word); 6] = [
    ("j", Word::Next),
    ("k", Word::Previous),
    ("/", Word::Edit),
    ("e", Word::Export),
    ("Esc", Word::Clear),
    ("?", Word::Help),
];

/// The sheet of keys, with what the signs say and the promise that nothing leaves the device.
pub fn help(room: Room) -> impl IntoView {
    move || {
        if !room.help.get() {
            return None;
        }
        let language = room.language.get();
        let keys = KEYS.map(|(key, word)| view! { <div><dt><kbd>{key}</kbd></dt><dd>{word.say(language)}</dd></div> });
        Some(view! {
            <section id="help" role="dialog" aria-label=Word::Help.say(language)>
                <dl>{keys}</dl>
                <p>{Word::Signs.say(language)}</p>
                <p>{Word::Privacy.say(language)}</p>
                <button id="help-close" class="plain" on:click=move |_| room.help.set(false)>
                    {Word::Shut.say(language)}
                </button>
            </section>
        })
    }
}
