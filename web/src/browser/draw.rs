//! Draws what the views have written into the parts of the page.

use leptos::prelude::document;
use leptos::wasm_bindgen::{JsCast, prelude::Closure};
use web_sys::Event;

/// Draws HTML into the element of that id, in place of what is there; what has the focus keeps it where it has an id.
pub fn draw(id: &str, html: &str) {
    let Some(into) = document().get_element_by_id(id) else { return };
    let focused =
        document().active_element().filter(|element| into.contains(Some(element))).map(|element| element.id());
    into.set_inner_html(html);
    if let Some(id) = focused.filter(|id| !id.is_empty()) {
        super::focus(&id);
    }
}

/// Sets an attribute of the element of that id, or takes it away.
pub fn set(id: &str, name: &str, value: Option<&str>) {
    let Some(element) = document().get_element_by_id(id) else { return };
    // An attribute with a plain name cannot be refused.
    drop(match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    });
}

/// Does something whenever an event reaches the document; the page listens as long as it is open.
pub fn listen(event: &str, act: impl FnMut(Event) + 'static) {
    let act: Box<dyn FnMut(Event)> = Box::new(act);
    let listener = Closure::wrap(act);
    drop(document().add_event_listener_with_callback(event, listener.as_ref().unchecked_ref()));
    listener.forget();
}
