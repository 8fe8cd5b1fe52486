//! What the reader does on the page: words chosen, fields filled in, the pointer, the clipboard, paper.

use leptos::prelude::{document, window};
use leptos::wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::{ClipboardEvent, Element, Event, HtmlInputElement, HtmlSelectElement, MouseEvent, Node, Range};

/// An end of the chosen words: the place of the line among the article's children, and UTF-16 units of its words.
pub type End = (usize, usize);

/// The ends of the words that are chosen in the article; none where none are.
pub fn selected() -> Option<(End, End)> {
    let selection = document().get_selection().ok()??;
    if selection.is_collapsed() || selection.range_count() == 0 {
        return None;
    }
    let range = selection.get_range_at(0).ok()?;
    let article = document().get_element_by_id("article")?;
    let start = end_of(&article, &range.start_container().ok()?, range.start_offset().ok()?)?;
    Some((start, end_of(&article, &range.end_container().ok()?, range.end_offset().ok()?)?))
}

fn end_of(article: &Element, node: &Node, offset: u32) -> Option<End> {
    let lines = article.children();
    let (line, element) = (0..lines.length()).find_map(|at| {
        let line = lines.item(at)?;
        line.contains(Some(node)).then_some((at as usize, line))
    })?;
    // What stands in the line before that place.
    let before: Range = document().create_range().ok()?;
    before.set_start(&element, 0).ok()?;
    before.set_end(node, offset).ok()?;
    let words: String = before.to_string().into();
    Some((line, words.encode_utf16().count()))
}

/// Takes the choice of words back.
pub fn unselect() {
    if let Ok(Some(selection)) = document().get_selection() {
        // A page that cannot forget a choice keeps it.
        drop(selection.remove_all_ranges());
    }
}

/// Scrolls the element of that id to its beginning.
pub fn to_top(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        element.set_scroll_top(0);
    }
}

/// What stands in the fields under the element of that id, by the name that `attribute` gives each.
pub fn values(id: &str, attribute: &str) -> Vec<(String, String)> {
    let Some(form) = document().get_element_by_id(id) else { return Vec::new() };
    let Ok(fields) = form.query_selector_all("input, select") else { return Vec::new() };
    let value = |at| {
        let field: Element = fields.get(at)?.dyn_into().ok()?;
        let name = field.get_attribute(attribute)?;
        let value = match field.dyn_ref::<HtmlInputElement>() {
            Some(input) => input.value(),
            None => field.dyn_into::<HtmlSelectElement>().ok()?.value(),
        };
        Some((name, value.trim().to_owned()))
    };
    (0..fields.length()).filter_map(value).collect()
}

/// Where in the element of that id a click was, from 0 at its top to 1; none where it was elsewhere.
pub fn height_within(event: &MouseEvent, id: &str) -> Option<f64> {
    let element = document().get_element_by_id(id)?;
    let target: Node = event.target()?.dyn_into().ok()?;
    let bounds = element.get_bounding_client_rect();
    let inside = element.contains(Some(&target)) && bounds.height() > 0.0;
    inside.then(|| ((f64::from(event.client_y()) - bounds.top()) / bounds.height()).clamp(0.0, 1.0))
}

/// Marks everything that belongs to the fact under the pointer, in the article and in the digest.
pub fn hover(event: &Event) {
    super::dom::each(".hover", |element| drop(element.class_list().remove_1("hover")));
    let name = super::nearest(event, "data-mark").or_else(|| super::nearest(event, "data-goto"));
    let Some(name) = name else { return };
    let both = ["#article [data-mark=\"", &name, "\"], #digest [data-places~=\"", &name, "\"]"].concat();
    super::dom::each(&both, |element| drop(element.class_list().add_1("hover")));
}

/// Puts words on the clipboard, plain and as HTML where there is some; whether the browser took them. The old way, as
/// it works from a file and asks for nothing.
pub fn copy(plain: &str, html: &str) -> bool {
    let (plain, html) = (plain.to_owned(), html.to_owned());
    let fill = Closure::<dyn Fn(ClipboardEvent)>::new(move |event: ClipboardEvent| {
        let Some(data) = event.clipboard_data() else { return };
        event.prevent_default();
        // A browser that refuses one form keeps the other.
        drop(data.set_data("text/plain", &plain));
        if !html.is_empty() {
            drop(data.set_data("text/html", &html));
        }
    });
    let (page, listener) = (document(), fill.as_ref().unchecked_ref());
    if page.add_event_listener_with_callback("copy", listener).is_err() {
        return false;
    }
    let command = js_sys::Reflect::get(&page, &JsValue::from_str("execCommand")).ok();
    let command = command.and_then(|command| command.dyn_into::<js_sys::Function>().ok());
    let done = command.and_then(|command| command.call1(&page, &JsValue::from_str("copy")).ok());
    drop(page.remove_event_listener_with_callback("copy", listener));
    done.is_some_and(|done| done.is_truthy())
}

/// Prints the page.
pub fn print() {
    // A browser that prints nothing says so itself.
    drop(window().print());
}

/// Puts a copy of the template of an id into the element of another.
pub fn pour(template: &str, into: &str) {
    let content = document()
        .get_element_by_id(template)
        .and_then(|template| js_sys::Reflect::get(&template, &JsValue::from_str("content")).ok())
        .and_then(|content| content.dyn_into::<Node>().ok()?.clone_node_with_deep(true).ok());
    if let (Some(content), Some(into)) = (content, document().get_element_by_id(into)) {
        drop(into.append_child(&content));
    }
}

/// The policy that the page stands under, as the browser was told it.
pub fn policy() -> String {
    let tag = document().query_selector("meta[http-equiv='Content-Security-Policy']").ok().flatten();
    tag.and_then(|tag| tag.get_attribute("content")).unwrap_or_default()
}
