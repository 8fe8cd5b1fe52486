use tiyao::export;
use tiyao::model::{Digest, Language};

use super::node::{Node, labelled};
use super::sheet::Sheet;
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

static FORMS: [Form; 6] = [
    Form {
        id: "export-json",
        label: "JSON",
        ending: "json",
        kind: "application/json",
        write: |digest, _| export::json(digest),
    },
    Form {
        id: "export-ndjson",
        label: "NDJSON",
        ending: "ndjson",
        kind: "application/x-ndjson",
        write: |digest, _| export::ndjson(digest),
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
    Form {
        id: "export-annotations",
        label: "Web Annotation",
        ending: "jsonld",
        kind: "application/ld+json",
        write: |digest, _| export::annotations(digest),
    },
];

/// The downloads, and the way to paper.
pub fn exports(sheet: &Sheet) -> Node {
    let label = sheet.say(Word::Export);
    let button = |id, label| labelled("button", "plain", label).set("id", id).set("data-act", id);
    let mut buttons: Vec<Node> = FORMS.iter().map(|form| button(form.id, form.label)).collect();
    // The styles show it where the library is there, which writes it.
    buttons.insert(3, button("export-xlsx", "XLSX"));
    buttons.push(button("print", sheet.say(Word::Print)));
    labelled("div", "exports", "")
        .set("role", "group")
        .set("aria-label", label)
        .put(labelled("span", "lead", label))
        .all(buttons)
}

/// Has the library save a workbook of the digest.
pub fn save_workbook(reading: &Reading) {
    browser::tell_library("workbook", &[&state::file_name(reading, "xlsx"), &export::csv(reading.digest())]);
}

/// Saves the digest in the form of that id; whether there is such a form.
pub fn save(reading: &Reading, id: &str, language: Language) -> bool {
    let Some(form) = FORMS.iter().find(|form| form.id == id) else { return false };
    let name = state::file_name(reading, form.ending);
    browser::save(&name, form.kind, &(form.write)(reading.digest(), language));
    true
}
