use leptos::prelude::*;

use super::room::Room;
use crate::browser;
use crate::state::{SAMPLES, Sample};
use crate::words::Word;

/// The field for the text, with what an empty page offers beside it.
pub fn field(room: Room, empty: Memo<bool>) -> impl IntoView {
    view! {
        <div class="field">
            <textarea
                id="paste"
                lang="zh"
                spellcheck="false"
                autocomplete="off"
                aria-label=move || room.say(Word::PasteLabel)
                placeholder=move || room.say(Word::PasteHere)
                on:input:target=move |event| room.type_text(event.target().value())
            ></textarea>
            <div class="offer">
                <label class="action">
                    <input
                        id="files"
                        type="file"
                        multiple
                        accept=".txt,.md,.markdown,.html,.htm,.json,text/plain,text/markdown,text/html"
                        on:change=move |event| room.open_files(browser::chosen_files(&event))
                    />
                    <span>{move || room.say(Word::ChooseFiles)}</span>
                </label>
                <button id="read" class="plain" hidden=move || empty.get() on:click=move |_| room.editing.set(false)>
                    {move || room.say(Word::Read)}
                </button>
                <p class="privacy">{move || room.say(Word::Privacy)}</p>
            </div>
            <nav class="samples" aria-label=move || room.say(Word::Samples)>
                <span class="lead">{move || room.say(Word::Samples)}</span>
                <ul>{SAMPLES.iter().map(|sample| entry(room, sample)).collect_view()}</ul>
            </nav>
        </div>
    }
}

fn entry(room: Room, sample: &'static Sample) -> impl IntoView {
    let lang = if sample.traditional { "zh-Hant" } else { "zh-Hans" };
    view! {
        <li>
            <button class="link" lang=lang data-sample=sample.file on:click=move |_| room.open_sample(sample)>
                {sample.name}
            </button>
        </li>
    }
}
