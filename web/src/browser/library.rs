//! What the page and the library, a program of its own, say to each other. Messages are lists of words; where the library
//! is not there, as in a page that is not packed, nobody hears them.

use js_sys::{Array, Reflect};
use leptos::prelude::window_event_listener_untyped;
use leptos::wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use web_sys::File;

#[wasm_bindgen(js_namespace = tiyao)]
extern "C" {
    #[wasm_bindgen(catch)]
    fn tell(kind: &str, parts: &Array) -> Result<(), JsValue>;
    #[wasm_bindgen(catch)]
    async fn open(file: &File, language: &str) -> Result<JsValue, JsValue>;
}

/// Whether the page was packed: then the library, and what of the page starts later, are there or will be.
pub fn is_packed() -> bool {
    js_sys::Reflect::has(&js_sys::global(), &JsValue::from_str("tiyao")).unwrap_or_default()
}

/// Tells the library something; whether there is one that hears it.
pub fn tell_library(kind: &str, parts: &[&str]) -> bool {
    tell(kind, &listed(parts)).is_ok()
}

/// Gives the library files to read; whether there is one that takes them.
pub fn give_library(files: &[File]) -> bool {
    tell("files", &files.iter().map(JsValue::from).collect()).is_ok()
}

/// Does something when the library says a thing.
pub fn hear_library(kind: &str, act: impl Fn(Vec<String>) + 'static) {
    let name = format!("tiyao-{kind}");
    // The page listens as long as it is open.
    let _listening = window_event_listener_untyped(&name, move |event| {
        let parts = Reflect::get(&event, &JsValue::from_str("detail")).ok().and_then(|it| it.dyn_into::<Array>().ok());
        act(parts.unwrap_or_default().iter().filter_map(|part| part.as_string()).collect());
    });
}

/// `[note, text]` of a file, by the library, or `[why it cannot be read]`; nothing where there is no library.
pub async fn opened(file: &File, language: &str) -> Vec<String> {
    let words = open(file, language).await.unwrap_or_default();
    words.dyn_into::<Array>().unwrap_or_default().iter().filter_map(|word| word.as_string()).collect()
}

/// Words as a list of the browser.
pub fn listed(parts: &[&str]) -> Array {
    parts.iter().map(|part| JsValue::from_str(part)).collect()
}

/// A name for a new text: when it came, so that later ones stand after it.
pub fn new_id() -> String {
    (js_sys::Date::now() as u64).to_string()
}

/// Whether this program runs in a window, not in a worker.
pub fn has_window() -> bool {
    web_sys::window().is_some()
}
