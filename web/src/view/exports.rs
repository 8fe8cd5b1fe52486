use tiyao::export;
use tiyao::model::{Digest, Language};

use super::markup::Markup;
use crate::browser;
use crate::state::{self, Reading};
use crate::words::Word;

/// A form that a digest is saved in.
struct Form {
    /// The ending of its files, also its name in the page.
    ending: &'static str,
    id: &'static str,
    label: &'static str,
    kind: &'static str,
    write: fn(&Digest, Language) -> String,
}

static FORMS: [Form; 4] = [
    Form {
        ending: "json",
        id: "export-json",
        label: "JSON",
        kind: "application/json",
        write: |digest, _| export::json(digest),
    },
    Form {
        ending: "csv",
        id: "export-csv",
        label: "CSV",
        kind: "text/csv;charset=utf-8",
        write: |digest, _| export::csv(digest),
    },
    Form {
        ending: "md",
        id: "export-markdown",
        label: "Markdown",
        kind: "text/markdown;charset=utf-8",
        write: export::markdown,
    },
    Form { ending: "html", id: "export-html", label: "HTML", kind: "text/html;charset=utf-8", write: export::html },
];

/// The downloads.
pub fn exports(out: &mut Markup, language: Language) {
    let label = Word::Export.say(language);
    out.raw("<div class=\"exports\" role=\"group\"").with("aria-label", label).raw(">").span("lead", label);
    for form in &FORMS {
        out.raw("<button class=\"plain\"").with("id", form.id).with("data-export", form.ending).raw(">");
        out.text(form.label).raw("</button>");
    }
    out.raw("</div>");
}

/// Saves a digest in the form of that name.
pub fn save(name: &str, reading: &Reading, language: Language) {
    if let Some(form) = FORMS.iter().find(|form| form.ending == name) {
        let file = state::file_name(reading, form.ending);
        browser::save(&file, form.kind, &(form.write)(reading.digest(), language));
    }
}
