//! Takes the text out of a file: its encoding told, a web page or Markdown out of its markup.

use tiyao::model::Language;
use tiyao::source::Source;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::browser;
use crate::state::note;

/// `[note, text]` of a file's bytes; where there is nothing to read, one sentence in the interface's language that says
/// why. `name` is the file's, whose ending may tell what it is.
#[wasm_bindgen]
pub fn open(name: &str, bytes: &[u8], language: &str) -> Vec<String> {
    match Source::from_bytes(bytes, name, &browser::decode) {
        Ok(source) => vec![note(source.note()), source.text().to_owned()],
        Err(reason) => vec![reason.message(Language::of_tag(language).unwrap_or(Language::English))],
    }
}
