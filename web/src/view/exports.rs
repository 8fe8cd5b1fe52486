use leptos::prelude::*;
use tiyao::export;
use tiyao::model::{Digest, Language};

use crate::browser;
use crate::state::{self, Reading};
use crate::words::Word;

/// A form that a digest is saved in.
struct Form {
    id: &'static str,
    label: &'static str,
    ending: &'static str,
    kind: &'static str,
    write: fn(&Digest, Language) -> String,
}

static FORMS: [Form; 4] = [
    Form {
        id: "export-json",
        label: "JSON",
        ending: "json",
        kind: "application/json",
        write: |digest, _| export::json(digest),
    },
    Form {
        id: "export-csv",
        label: "CSV",
        ending: "csv",
        kind: "text/csv;charset=utf-8",
        write: |digest, _| export::csv(digest),
    },
    Form {
        id: "export-markdown",
        label: "Markdown",
        ending: "md",
        kind: "text/markdown;charset=utf-8",
        write: export::markdown,
    },
    Form { id: "export-html", label: "HTML", ending: "html", kind: "text/html;charset=utf-8", write: export::html },
];

/// The downloads.
pub fn exports(reading: &Reading, language: Language) -> AnyView {
    let buttons = FORMS.iter().map(|form| {
        let reading = reading.clone();
        let save = move |_| {
            let name = state::file_name(&reading, form.ending);
            browser::save(&name, form.kind, &(form.write)(reading.digest(), language));
        };
        view! { <button id=form.id class="plain" on:click=save>{form.label}</button> }
    });
    let label = Word::Export.say(language);
    view! { <div class="exports" role="group" aria-label=label><span class="lead">{label}</span>{buttons.collect_view()}</div> }
        .into_any()
}
