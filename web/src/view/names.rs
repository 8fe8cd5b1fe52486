use tiyao::model::{Kind, Language};

use super::digest::Capped;
use super::markup::Markup;
use crate::state::{self, Name, Reading};
use crate::words::{self, Word};

/// So many names of a kind are drawn at first.
const NAMES: usize = 60;

/// The names of these kinds in the text, kind by kind.
pub fn names(
    out: &mut Markup,
    reading: &Reading,
    id: &'static str,
    kinds: &[Kind],
    language: Language,
    capped: &Capped,
) {
    let groups = state::names(reading, kinds);
    if groups.is_empty() {
        return;
    }
    let word = if id == "names" { Word::Names } else { Word::Programmes };
    out.group(id, word.say(language));
    for found in groups {
        let key = words::names_of(found.kind, Language::English);
        out.raw("<h3>").text(words::names_of(found.kind, language)).raw("</h3><ul class=\"names\"");
        out.with("lang", reading.lang()).raw(">");
        for name in capped.first(key, NAMES, &found.names) {
            one(out, name);
        }
        out.raw("</ul>");
        capped.more(out, key, NAMES, found.names.len(), language);
    }
    out.raw("</section>");
}

fn one(out: &mut Markup, name: &Name) {
    out.raw("<li>").goto(&name.places).text(&name.shown);
    out.count(name.places.len()).raw("</button>");
    if !name.note.is_empty() {
        out.span("note", &name.note);
    }
    out.raw("</li>");
}
