use leptos::prelude::*;

use super::room::Room;
use crate::state::{self, Reading};
use crate::words;

/// What the fact in focus was read from: its parts by name, and the rule.
pub fn why(room: Room, reading: Memo<Option<Reading>>) -> impl IntoView {
    move || {
        let (reading, target) = (reading.get()?, room.focus.get()?);
        let opened = state::opened(&reading, target)?;
        let language = room.language.get();
        let lang = reading.lang();
        let parts = opened.parts.into_iter().map(|(role, part)| {
            view! { <div><dt>{words::role(role, language)}</dt><dd lang=lang>{part}</dd></div> }
        });
        Some(view! {
            <div id="why" class="why">
                <p><span class="kind">{words::kind(opened.kind, language)}</span><b lang=lang>{opened.words}</b></p>
                <dl>{parts.collect_view()}</dl>
                <p class="rule">{words::rule(opened.rule, language)}</p>
            </div>
        })
    }
}
