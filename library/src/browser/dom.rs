//! Elements. Words of a text go in as text, never as markup.

use wasm_bindgen::{JsCast, UnwrapThrowExt, prelude::Closure};
use web_sys::{AddEventListenerOptions, Document, Element, Event, HtmlElement, HtmlInputElement, HtmlSelectElement};

const SVG: &str = "http://www.w3.org/2000/svg";

fn document() -> Document {
    web_sys::window().and_then(|window| window.document()).expect_throw("a page")
}

/// An element with attributes and words. Names are the library's own, so nothing can be refused.
pub fn element(name: &str, attributes: &[(&str, &str)], words: &str) -> Element {
    set(document().create_element(name).expect_throw("an element"), attributes, words)
}

/// An element of a drawing.
pub fn svg(name: &str, attributes: &[(&str, &str)], words: &str) -> Element {
    set(document().create_element_ns(Some(SVG), name).expect_throw("an element"), attributes, words)
}

fn set(element: Element, attributes: &[(&str, &str)], words: &str) -> Element {
    mark(&element, attributes);
    if !words.is_empty() {
        element.set_text_content(Some(words));
    }
    element
}

/// Sets attributes.
pub fn mark(element: &Element, attributes: &[(&str, &str)]) {
    for (name, value) in attributes {
        element.set_attribute(name, value).expect_throw("an attribute");
    }
}

/// Sets an attribute of the page's root.
pub fn mark_root(name: &str) {
    if let Some(root) = document().document_element() {
        mark(&root, &[(name, "")]);
    }
}

/// The value of an attribute; empty where there is none.
pub fn attribute(element: &Element, name: &str) -> String {
    element.get_attribute(name).unwrap_or_default()
}

/// The element of that id.
pub fn by_id(id: &str) -> Option<Element> {
    document().get_element_by_id(id)
}

/// Takes everything out of an element.
pub fn clear(element: &Element) {
    element.set_text_content(None);
}

/// Shows an element or hides it.
pub fn show(element: &Element, shown: bool) {
    element.unchecked_ref::<HtmlElement>().set_hidden(!shown);
}

/// Moves the focus to an element.
pub fn focus(element: &Element) {
    // What takes no focus leaves it where it was.
    drop(element.unchecked_ref::<HtmlElement>().focus());
}

/// The nearest element around an event's target that has an attribute.
pub fn nearest(event: &Event, attribute: &str) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(&format!("[{attribute}]")).ok()?
}

/// What a field or a choice holds.
pub fn value(element: &Element) -> String {
    match element.dyn_ref::<HtmlInputElement>() {
        Some(input) => input.value(),
        None => element.dyn_ref::<HtmlSelectElement>().map(HtmlSelectElement::value).unwrap_or_default(),
    }
}

/// Whether the window has no room for the list beside something else; the styles say the same.
pub fn is_narrow() -> bool {
    is_under(1100.0)
}

/// Whether the window is as narrow as a telephone's; the styles say the same.
pub fn is_phone() -> bool {
    is_under(700.0)
}

fn is_under(most: f64) -> bool {
    let width = web_sys::window().and_then(|window| window.inner_width().ok()).and_then(|width| width.as_f64());
    width.is_some_and(|width| width < most)
}

/// How high an element is, in CSS pixels.
pub fn height(element: &Element) -> f64 {
    f64::from(element.client_height())
}

/// How far an element is scrolled.
pub fn scroll_top(element: &Element) -> f64 {
    f64::from(element.scroll_top())
}

/// Scrolls an element.
pub fn set_scroll_top(element: &Element, top: f64) {
    element.set_scroll_top(top as i32);
}

/// Does something when an event comes to an element or rises to it. The library listens as long as the page is open.
pub fn listen(element: &Element, event: &str, act: impl Fn(Event) + 'static) {
    let act = Closure::<dyn Fn(Event)>::new(act).into_js_value();
    element.add_event_listener_with_callback(event, act.unchecked_ref()).expect_throw("a listener");
}

/// The same for events that do not rise, as scrolling.
pub fn listen_within(element: &Element, event: &str, act: impl Fn(Event) + 'static) {
    let act = Closure::<dyn Fn(Event)>::new(act).into_js_value();
    let options = AddEventListenerOptions::new();
    options.set_capture(true);
    options.set_passive(true);
    element
        .add_event_listener_with_callback_and_add_event_listener_options(event, act.unchecked_ref(), &options)
        .expect_throw("a listener");
}
