use leptos::prelude::*;
use tiyao::model::Language;

use super::room::{Room, Theme};
use crate::browser;
use crate::words::Word;

/// The line at the top: the brand, the way back, languages, light and dark.
pub fn bar(room: Room, empty: Memo<bool>) -> impl IntoView {
    let theme = move || match room.theme.get() {
        Theme::Auto => room.say(Word::ThemeAuto),
        Theme::Light => room.say(Word::ThemeLight),
        Theme::Dark => room.say(Word::ThemeDark),
    };
    let turn = move |_| {
        room.theme.update(|theme| *theme = theme.next());
        browser::keep("tiyao-theme", room.theme.get_untracked().name());
    };
    view! {
        <header class="bar">
            <h1 class="brand"><span lang="zh-Hans">"提要"</span>" "<span lang="en">"Tiyao"</span></h1>
            <button id="close" class="plain" hidden=move || empty.get() on:click=move |_| room.close()>
                {move || room.say(Word::Close)}
            </button>
            <span class="space"></span>
            <div class="choice" role="group" aria-label=move || room.say(Word::LanguageChoice)>
                {Language::ALL.map(|language| choice(room, language))}
            </div>
            <button id="keys" class="plain" aria-label=move || room.say(Word::Help) on:click=move |_| room.toggle_help()>
                "?"
            </button>
            <button id="theme" class="plain" aria-label=move || format!("{}: {}", room.say(Word::Theme), theme()) on:click=turn>
                <span class=move || format!("disc {}", room.theme.get().name())></span>
                <span class="word">{theme}</span>
            </button>
        </header>
    }
}

fn choice(room: Room, language: Language) -> impl IntoView {
    let choose = move |_| {
        room.language.set(language);
        browser::keep("tiyao-language", language.tag());
    };
    view! {
        <button
            id=format!("language-{}", language.tag())
            class="plain"
            lang=language.tag()
            aria-pressed=move || (room.language.get() == language).to_string()
            on:click=choose
        >
            {language.pick("简", "繁", "English")}
        </button>
    }
}
