//! The last sentence of a page that failed.

use leptos::prelude::{document, window};
use leptos::wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::Event;

/// Says in plain words that the page broke, once something failed that nothing caught. A panic is such a failure: it
/// traps, and the browser reports the trap, from a listener as an error, from a task as a rejection. So does memory that
/// the browser refuses. Only what was made ready before is used then: the program has stopped in the midst of its work.
pub fn tell_if_broken(words: &'static str) {
    let told = std::cell::Cell::new(false);
    let listener = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        let is_failure = |name| {
            js_sys::Reflect::get(&event, &JsValue::from_str(name)).is_ok_and(|it| it.is_instance_of::<js_sys::Error>())
        };
        if (is_failure("error") || is_failure("reason")) && !told.replace(true) {
            tell_broken(words);
        }
    });
    for event in ["error", "unhandledrejection"] {
        // A page without this sentence works as well.
        drop(window().add_event_listener_with_callback(event, listener.as_ref().unchecked_ref()));
    }
    listener.forget();
}

fn tell_broken(words: &str) {
    if let (Ok(line), Some(body)) = (document().create_element("p"), document().body()) {
        line.set_text_content(Some(words));
        line.set_class_name("broken");
        // Nothing is left to do where even this fails.
        drop(body.prepend_with_node_1(&line));
    }
}
