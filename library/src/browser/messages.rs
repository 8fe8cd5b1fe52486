//! What the library and the page say to each other: lists of words, sent as events.

use std::cell::Cell;

use js_sys::{Array, Promise};
use wasm_bindgen::{JsCast, JsValue, UnwrapThrowExt, prelude::Closure, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CustomEvent, File};

#[wasm_bindgen(js_namespace = tiyao)]
extern "C" {
    #[wasm_bindgen(js_name = tell)]
    fn send(kind: &str, parts: &Array);
}

/// Tells the page something.
pub fn tell(kind: &str, parts: &[String]) {
    send(kind, &parts.iter().map(|part| JsValue::from_str(part)).collect());
}

/// Does something when the page says a thing.
pub fn hear(kind: &str, act: impl Fn(Vec<String>) + 'static) {
    receive(kind, move |parts| act(parts.iter().filter_map(|part| part.as_string()).collect()));
}

/// Does something with the files that the page gives.
pub fn hear_files(act: impl Fn(Vec<File>) + 'static) {
    receive("files", move |parts| act(parts.iter().filter_map(|part| part.dyn_into().ok()).collect()));
}

fn receive(kind: &str, act: impl Fn(Array) + 'static) {
    let listener = Closure::<dyn Fn(CustomEvent)>::new(move |event: CustomEvent| {
        act(event.detail().dyn_into().unwrap_or_default());
    });
    let window = web_sys::window().expect_throw("a page");
    let listener = listener.into_js_value();
    window
        .add_event_listener_with_callback(&format!("tiyao-{kind}"), listener.unchecked_ref())
        .expect_throw("a listener");
}

/// A name for a new article: when it came, so that later ones stand after it, and which of that moment it is.
pub fn new_id() -> String {
    thread_local!(static COUNT: Cell<u32> = const { Cell::new(0) });
    let count = COUNT.get();
    COUNT.set(count + 1);
    format!("{}-{count:06}", js_sys::Date::now() as u64)
}

/// Comes back when input that waited has been seen to; less than these milliseconds would not let it in.
pub async fn breathe() {
    let Some(window) = web_sys::window() else { return };
    let rested =
        Promise::new(&mut |resolve, _| drop(window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, 4)));
    // Nothing rejects it.
    drop(JsFuture::from(rested).await);
}

/// Whether this program runs in a window, not in a worker.
pub fn has_window() -> bool {
    web_sys::window().is_some()
}
