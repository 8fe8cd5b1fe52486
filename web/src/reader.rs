//! What the library asks of this program, in a worker or in the page: to read one text.

use js_sys::Array;
use leptos::wasm_bindgen::{self, prelude::wasm_bindgen};
use tiyao::model::{Language, Terms};
use tiyao::source::Source;

use tiyao_web::browser;
use tiyao_web::state::{Reading, card, note};

/// Reads a file's bytes, or the text of a kept article, with what was set right in it, and gives `[note, text, card]`;
/// where there is nothing to read, one sentence in the interface's language that says why. `terms` are the rows of the
/// reader's own list.
#[wasm_bindgen]
pub fn read(name: &str, bytes: &[u8], typed: bool, language: &str, terms: &str, corrections: &str) -> Array {
    let source = if typed {
        Ok(Source::from_text(&String::from_utf8_lossy(bytes)))
    } else {
        Source::from_bytes(bytes, name, &browser::decode)
    };
    match source {
        Ok(source) => {
            let reading = Reading::with(source, name, Terms::parse(terms).0).recalled(corrections);
            browser::listed(&[&note(&reading), reading.text(), &card(&reading)])
        }
        Err(reason) => browser::listed(&[&reason.message(Language::of_tag(language).unwrap_or(Language::English))]),
    }
}
