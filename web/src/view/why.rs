use leptos::prelude::*;

use super::room::Room;
use crate::state::{self, Reading};
use crate::words::{self, Word};

/// What the fact in focus was read from: its parts by name, those that were inferred set apart, and why it is one.
pub fn why(room: Room, reading: Memo<Option<Reading>>) -> impl IntoView {
    move || {
        let (reading, target) = (reading.get()?, room.focus.get()?);
        let language = room.language.get();
        let opened = state::opened(&reading, target, language)?;
        let lang = reading.lang();
        let parts = opened.parts.into_iter().map(|part| {
            let note = part.inferred.then(|| view! { <span class="note">{Word::Inferred.say(language)}</span> });
            view! {
                <div class:inferred=part.inferred>
                    <dt>{words::role(part.role, language)}</dt>
                    <dd lang=lang>{part.words}</dd>
                    {note}
                </div>
            }
        });
        let verdict = (!opened.verdict.is_empty()).then(|| view! { <span class="verdict">{opened.verdict}</span> });
        Some(view! {
            <div id="why" class="why">
                <p><span class="kind">{words::kind(opened.kind, language)}</span>{verdict}<b lang=lang>{opened.words}</b></p>
                <dl>{parts.collect_view()}</dl>
                <p class="because">{opened.why}</p>
            </div>
        })
    }
}
