use tiyao::model::Language;

use super::node::{Node, el, labelled};
use super::part::part;
use super::room::Room;
use crate::state::Theme;
use crate::words::Word;

/// The line at the top: the brand, the way back, languages, light and dark.
pub fn bar(room: Room) {
    part("bar", move || drawn(room.language.get(), room.theme.get(), room.is_empty()));
    part("tabs", move || tabs(room.language.get(), room.digest_tab.get()));
}

fn drawn(language: Language, theme: Theme, empty: bool) -> Vec<Node> {
    let brand = el("h1")
        .class("brand")
        .put(el("span").set("lang", "zh-Hans").say("提要"))
        .say(" ")
        .put(el("span").set("lang", "en").say("Tiyao"));
    let close = labelled("button", "plain", Word::Close.say(language)).set("id", "close").set("data-act", "close");
    let close = if empty { close.set("hidden", "") } else { close };
    let choices = Language::ALL.map(|other| {
        labelled("button", "plain", other.pick("简", "繁", "English"))
            .set("id", &["language-", other.tag()].concat())
            .set("lang", other.tag())
            .set("aria-pressed", if other == language { "true" } else { "false" })
            .set("data-act", "language")
            .set("data-kind", other.tag())
    });
    let choice = el("div")
        .class("choice")
        .set("role", "group")
        .set("aria-label", Word::LanguageChoice.say(language))
        .all(choices.into());
    let help = labelled("button", "plain", "?").set("id", "keys").set("aria-label", Word::Help.say(language));
    let word = match theme {
        Theme::Auto => Word::ThemeAuto,
        Theme::Light => Word::ThemeLight,
        Theme::Dark => Word::ThemeDark,
        Theme::Contrast => Word::ThemeContrast,
    };
    let turn = el("button")
        .class("plain")
        .set("id", "theme")
        .set("aria-label", &[Word::Theme.say(language), ": ", word.say(language)].concat())
        .set("data-act", "theme")
        .put(el("span").class(&["disc ", theme.name()].concat()))
        .put(labelled("span", "word", word.say(language)));
    let own = labelled("button", "plain", Word::OwnWords.say(language)).set("id", "words").set("data-act", "own");
    vec![brand, close, labelled("span", "space", ""), choice, own, help.set("data-act", "help"), turn]
}

fn tabs(language: Language, digest: bool) -> Vec<Node> {
    let tab = |id: &'static str, chosen: bool, word: Word| {
        el("button")
            .set("id", id)
            .set("role", "tab")
            .set("aria-selected", if chosen { "true" } else { "false" })
            .set("data-act", id)
            .say(word.say(language))
    };
    vec![tab("tab-article", !digest, Word::Article), tab("tab-digest", digest, Word::Digest)]
}
