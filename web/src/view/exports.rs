use tiyao::export;
use tiyao::model::{Digest, Language};

use super::node::{Node, labelled};
use super::sheet::Sheet;
use crate::browser;
use crate::state::{self, Reading};
use crate::words::Word;

/// A form that a digest is saved in: the id of its button, its label, the ending of the file, and its media type.
static FORMS: [(&str, &str, &str, &str); 6] = [
    ("export-json", "JSON", "json", "application/json"),
    ("export-ndjson", "NDJSON", "ndjson", "application/x-ndjson"),
    ("export-csv", "CSV", "csv", "text/csv;charset=utf-8"),
    ("export-markdown", "Markdown", "md", "text/markdown;charset=utf-8"),
    ("export-html", "HTML", "html", "text/html;charset=utf-8"),
    ("export-annotations", "Web Annotation", "jsonld", "application/ld+json"),
];

/// The downloads, and the way to paper.
pub fn exports(sheet: &Sheet) -> Node {
    let label = sheet.say(Word::Export);
    let button = |id, label| labelled("button", "plain", label).set("id", id).set("data-act", id);
    let mut buttons: Vec<Node> = FORMS.iter().map(|&(id, label, ..)| button(id, label)).collect();
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
    let Some((.., ending, kind)) = FORMS.iter().find(|form| form.0 == id) else { return false };
    browser::save(&state::file_name(reading, ending), kind, &written(reading.digest(), ending, language));
    true
}

/// The digest in the form of files with that ending.
fn written(digest: &Digest, ending: &str, language: Language) -> String {
    match ending {
        "json" => export::json(digest),
        "ndjson" => export::ndjson(digest),
        "csv" => export::csv(digest),
        "md" => export::markdown(digest, language),
        "html" => export::html(digest, language),
        _ => export::annotations(digest),
    }
}
