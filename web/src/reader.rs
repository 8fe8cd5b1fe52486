//! What the library asks of this program, in a worker or in the page: to read one text.

use leptos::wasm_bindgen::{self, prelude::wasm_bindgen};
use tiyao::model::Terms;
use tiyao::source::Source;

use tiyao_web::state::{Reading, card};

/// Reads the text of an article with what was set right in it and gives its card. `terms` are the rows of the reader's own
/// list.
#[wasm_bindgen]
pub fn read(name: &str, text: &str, terms: &str, corrections: &str) -> String {
    card(&Reading::with(Source::from_text(text), name, Terms::parse(terms).0).recalled(corrections))
}
