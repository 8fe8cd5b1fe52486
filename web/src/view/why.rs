use leptos::prelude::*;
use tiyao::model::Language;

use super::markup::Markup;
use super::room::Room;
use crate::state::{self, Opened, Reading};
use crate::words::{self, Word};

/// What the fact in focus was read from: its parts by name, those that were inferred set apart, and why it is one.
pub fn why(room: Room, reading: Memo<Option<Reading>>) -> impl IntoView {
    move || {
        let (reading, target) = (reading.get()?, room.focus.get()?);
        let language = room.language.get();
        let opened = state::opened(&reading, target, language)?;
        let inner = draw(&opened, reading.lang(), language);
        Some(view! { <div id="why" class="why" inner_html=inner></div> })
    }
}

/// The parts and the reason as HTML.
pub fn draw(opened: &Opened, lang: &str, language: Language) -> String {
    let out = &mut Markup::default();
    out.raw("<p>").span("kind", words::kind(opened.kind, language));
    if !opened.verdict.is_empty() {
        out.span("verdict", opened.verdict);
    }
    out.raw("<b").with("lang", lang).raw(">").text(&opened.words).raw("</b></p><dl>");
    for part in &opened.parts {
        out.raw(if part.inferred { "<div class=\"inferred\"><dt>" } else { "<div><dt>" });
        out.text(words::role(part.role, language)).raw("</dt><dd").with("lang", lang).raw(">").text(&part.words);
        out.raw("</dd>");
        if part.inferred {
            out.span("note", Word::Inferred.say(language));
        }
        out.raw("</div>");
    }
    out.raw("</dl><p class=\"because\">").text(&opened.why).raw("</p>");
    std::mem::take(out).into_html()
}
