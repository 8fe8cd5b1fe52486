use leptos::prelude::*;
use tiyao::model::{Kind, Language};

use super::digest::{capped, goto, group};
use crate::state::{self, Name, Reading};
use crate::words::{self, Word};

/// So many names of a kind are drawn at first.
const NAMES: usize = 60;

/// The names of these kinds in the text, kind by kind.
pub fn names(reading: &Reading, id: &'static str, kinds: &[Kind], language: Language) -> Option<AnyView> {
    let groups = state::names(reading, kinds);
    if groups.is_empty() {
        return None;
    }
    let lang = reading.lang();
    let parts = groups.into_iter().map(|found| {
        let heading = words::names_of(found.kind, language);
        let list = capped(found.names, NAMES, language, one);
        view! { <h3>{heading}</h3><ul class="names" lang=lang>{list}</ul> }
    });
    let parts = parts.collect_view().into_any();
    let word = if id == "names" { Word::Names } else { Word::Programmes };
    Some(group(id, word.say(language), parts))
}

fn one(name: &Name) -> AnyView {
    let note = (!name.note.is_empty()).then(|| view! { <span class="note">{name.note.clone()}</span> });
    let count =
        (name.places.len() > 1).then(|| view! { <span class="count">{format!("×{}", name.places.len())}</span> });
    let words = view! { {name.shown.clone()}{count} }.into_any();
    view! { <li>{goto(&name.places, words)}{note}</li> }.into_any()
}
