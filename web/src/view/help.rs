use leptos::prelude::*;
use tiyao::model::Language;

use super::markup::Markup;
use super::room::Room;
use crate::browser;
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
    let click = move |event: web_sys::MouseEvent| {
        if browser::nearest(&event, "data-shut").is_some() {
            room.help.set(false);
        }
    };
    move || {
        if !room.help.get() {
            return None;
        }
        let language = room.language.get();
        let inner = draw(language);
        let label = Word::Help.say(language);
        Some(view! { <section id="help" role="dialog" aria-label=label on:click=click inner_html=inner></section> })
    }
}

fn draw(language: Language) -> String {
    let out = &mut Markup::default();
    out.raw("<dl>");
    for (key, word) in KEYS {
        out.raw("<div><dt><kbd>").raw(key).raw("</kbd></dt><dd>").text(word.say(language)).raw("</dd></div>");
    }
    out.raw("</dl><p>").text(Word::Signs.say(language)).raw("</p><p>").text(Word::Privacy.say(language));
    out.raw("</p><button id=\"help-close\" class=\"plain\" data-shut>").text(Word::Shut.say(language)).raw("</button>");
    std::mem::take(out).into_html()
}
