//! The page's elements: what they are called, where the focus is, what a field holds.

use leptos::prelude::{document, window};
use leptos::wasm_bindgen::{JsCast, JsValue, UnwrapThrowExt};
use web_sys::{
    Element, Event, HtmlInputElement, HtmlTextAreaElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition,
};

/// The element of the page's language, theme and state.
fn root() -> Option<Element> {
    document().document_element()
}

/// Sets an attribute of the page's root.
pub fn mark_root(name: &str, value: &str) {
    if let Some(root) = root() {
        // An attribute with a plain name cannot be refused.
        root.set_attribute(name, value).unwrap_throw();
    }
}

/// The language that the reader's browser asks for.
pub fn language() -> Option<String> {
    window().navigator().language()
}

/// Milliseconds since the page opened.
pub fn milliseconds() -> f64 {
    window().performance().map_or(0.0, |clock| clock.now())
}

/// The name in `attribute` of the nearest element around an event's target that has it.
pub fn nearest(event: &Event, attribute: &str) -> Option<String> {
    nearest_element(event, &["[", attribute, "]"].concat())?.get_attribute(attribute)
}

/// Whether the event comes from a field that takes letters.
pub fn is_typing(event: &Event) -> bool {
    let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return false };
    matches!(target.tag_name().as_str(), "TEXTAREA" | "INPUT" | "SELECT")
}

/// Whether a key was pressed where nothing takes it: on no button, link or field.
pub fn is_resting(event: &Event) -> bool {
    nearest_element(event, "button, a, summary, label").is_none() && !is_typing(event)
}

fn nearest_element(event: &Event, selector: &str) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok()?
}

/// The words in the template element of that id.
pub fn template(id: &str) -> Option<String> {
    let template = document().get_element_by_id(id)?;
    let content = js_sys::Reflect::get(&template, &JsValue::from_str("content")).ok()?;
    content.dyn_into::<web_sys::Node>().ok()?.text_content()
}

/// Moves the focus to the element of that id.
pub fn focus(id: &str) {
    let element = document().get_element_by_id(id).and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(element) = element {
        // An element that takes no focus keeps it where it was.
        drop(element.focus());
    }
}

/// Moves the focus to the element of that id once the page is drawn.
pub fn focus_soon(id: &'static str) {
    leptos::task::spawn_local(async move {
        leptos::task::tick().await;
        focus(id);
    });
}

/// Puts a text into the field of that id, where it does not stand there.
pub fn fill(id: &str, text: &str) {
    let Some(field) = document().get_element_by_id(id) else { return };
    if let Some(field) = field.dyn_ref::<HtmlTextAreaElement>() {
        field.set_value(text);
    } else if let Some(field) = field.dyn_ref::<HtmlInputElement>().filter(|field| field.value() != text) {
        field.set_value(text);
    }
}

/// The id of the field that an event comes from, and what stands in it.
pub fn typed(event: &Event) -> Option<(String, String)> {
    let field: Element = event.target()?.dyn_into().ok()?;
    let text = match field.dyn_ref::<HtmlTextAreaElement>() {
        Some(field) => field.value(),
        None => field.dyn_ref::<HtmlInputElement>()?.value(),
    };
    Some((field.id(), text))
}

/// What stands in the field of that id.
pub fn typed_in(id: &str) -> Option<String> {
    Some(document().get_element_by_id(id)?.dyn_into::<HtmlTextAreaElement>().ok()?.value())
}

/// Puts words into the element of that id.
pub fn say(id: &str, words: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        element.set_text_content(Some(words));
    }
}

pub(super) fn each(selector: &str, act: impl Fn(&Element)) {
    let Ok(found) = document().query_selector_all(selector) else { return };
    for at in 0..found.length() {
        if let Some(element) = found.get(at).and_then(|node| node.dyn_into::<Element>().ok()) {
            act(&element);
        }
    }
}

pub(super) fn into_view(selector: &str) -> bool {
    let Ok(Some(element)) = document().query_selector(selector) else { return false };
    let options = ScrollIntoViewOptions::new();
    options.set_behavior(ScrollBehavior::Instant);
    options.set_block(ScrollLogicalPosition::Nearest);
    let bounds = element.get_bounding_client_rect();
    let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(0.0);
    // What is far is brought to the middle; what is near is not moved under the reader's eyes.
    if bounds.top() < 80.0 || bounds.bottom() > height - 80.0 {
        options.set_block(ScrollLogicalPosition::Center);
    }
    element.scroll_into_view_with_scroll_into_view_options(&options);
    true
}
