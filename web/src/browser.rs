//! What the page asks of the browser beyond what Leptos does. No other file speaks to JavaScript.

use leptos::prelude::{document, window};
use leptos::wasm_bindgen::{JsCast, JsValue, UnwrapThrowExt, prelude::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, DragEvent, Element, Event, File, FileList, HtmlAnchorElement, HtmlInputElement, Node, Range,
    ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition, Storage, TextDecoder, Url,
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

/// The reader's storage; none where the browser refuses it, as some do for files.
fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

/// What was kept under a name.
pub fn kept(name: &str) -> Option<String> {
    storage()?.get_item(name).ok().flatten()
}

/// Keeps a value for the next visit, where the browser allows.
pub fn keep(name: &str, value: &str) {
    if let Some(storage) = storage() {
        // A full or refused storage only means that the choice is made again.
        drop(storage.set_item(name, value));
    }
}

/// Milliseconds since the page opened.
pub fn milliseconds() -> f64 {
    window().performance().map_or(0.0, |clock| clock.now())
}

/// Lets the browser save a file.
pub fn save(name: &str, kind: &str, text: &str) {
    if let Err(reason) = offer(name, kind, text) {
        web_sys::console::error_1(&reason);
    }
}

fn offer(name: &str, kind: &str, text: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let address = Url::create_object_url_with_blob(&Blob::new_with_str_sequence_and_options(&parts, &options)?)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // The browser reads the blob after this turn.
    leptos::prelude::set_timeout(move || drop(Url::revoke_object_url(&address)), std::time::Duration::from_secs(30));
    Ok(())
}

/// The files that an input holds; the input is emptied so that the same file can be chosen again.
pub fn chosen_files(event: &Event) -> Vec<File> {
    let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else {
        return Vec::new();
    };
    let files = listed(input.files());
    input.set_value("");
    files
}

/// The files that were dropped.
pub fn dropped_files(event: &DragEvent) -> Vec<File> {
    listed(event.data_transfer().and_then(|data| data.files()))
}

fn listed(files: Option<FileList>) -> Vec<File> {
    let Some(files) = files else { return Vec::new() };
    (0..files.length()).filter_map(|at| files.get(at)).collect()
}

/// The bytes of a file; none where the browser cannot read it any more.
pub async fn bytes(file: &File) -> Option<Vec<u8>> {
    let buffer = JsFuture::from(file.array_buffer()).await.ok()?;
    Some(js_sys::Uint8Array::new(&buffer).to_vec())
}

/// The text of `bytes` in the encoding that the Encoding Standard calls `label`, by the browser's own decoder; none
/// where it does not know the encoding.
pub fn decode(label: &str, bytes: &[u8]) -> Option<String> {
    TextDecoder::new_with_label(label).ok()?.decode_with_u8_array(bytes).ok()
}

/// The name in `attribute` of the nearest element around an event's target that has it.
pub fn nearest(event: &Event, attribute: &str) -> Option<String> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest(&format!("[{attribute}]")).ok()??.get_attribute(attribute)
}

/// Whether the event comes from a field that takes letters.
pub fn is_typing(event: &Event) -> bool {
    let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return false };
    matches!(target.tag_name().as_str(), "TEXTAREA" | "INPUT" | "SELECT")
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

/// Puts a text into the field of that id.
pub fn fill(id: &str, text: &str) {
    let field =
        document().get_element_by_id(id).and_then(|field| field.dyn_into::<web_sys::HtmlTextAreaElement>().ok());
    if let Some(field) = field {
        field.set_value(text);
    }
}

/// Draws the focus at everything named `name`, in the article and the digest, and brings it into view. Nothing is in
/// focus without a name. Whether something was there to show.
pub fn show_focus(name: Option<&str>) -> bool {
    each(".in-focus", |element| drop(element.class_list().remove_1("in-focus")));
    let Some(name) = name else { return true };
    let mark = |element: &Element| drop(element.class_list().add_1("in-focus"));
    let in_article = format!("#article [data-mark=\"{name}\"]");
    let in_digest = format!("#digest [data-places~=\"{name}\"]");
    each(&in_article, mark);
    each(&in_digest, mark);
    into_view(&in_digest);
    into_view(&in_article)
}

/// A stretch of the article's text: the place of its line among the article's children, and UTF-16 units of its words.
pub type Place = (u32, u32, u32);

/// Draws stretches of the article as the parts of the fact in focus: by the CSS Custom Highlight API; where a browser
/// has none, on the elements around them.
pub fn show_parts(places: &[Place]) {
    each("#article .part", |element| drop(element.class_list().remove_1("part")));
    let ranges: js_sys::Array = places.iter().filter_map(|place| range(*place)).collect();
    if highlight(&ranges).is_none() {
        for range in ranges.iter() {
            let start = range.unchecked_into::<Range>().start_container().ok().and_then(|node| node.parent_element());
            if let Some(element) = start {
                drop(element.class_list().add_1("part"));
            }
        }
    }
}

/// Registers the ranges as the highlight `part`; none where the browser knows no highlights.
fn highlight(ranges: &js_sys::Array) -> Option<()> {
    let get = |from: &JsValue, name: &str| {
        js_sys::Reflect::get(from, &JsValue::from_str(name)).ok().filter(|found| !found.is_undefined())
    };
    let registry = get(&get(&window(), "CSS")?, "highlights")?;
    let maker: js_sys::Function = get(&window(), "Highlight")?.dyn_into().ok()?;
    let highlight = js_sys::Reflect::construct(&maker, ranges).ok()?;
    let set: js_sys::Function = get(&registry, "set")?.dyn_into().ok()?;
    set.call2(&registry, &JsValue::from_str("part"), &highlight).ok().map(drop)
}

fn range((line, start, end): Place) -> Option<Range> {
    let line = document().get_element_by_id("article")?.children().item(line)?;
    let range = document().create_range().ok()?;
    let (mut from, mut nodes) = (0, Vec::from([Node::from(line)]));
    // The words of a line are the text nodes under it, in order.
    while let Some(node) = nodes.pop() {
        if node.node_type() != Node::TEXT_NODE {
            let inner = node.child_nodes();
            nodes.extend((0..inner.length()).rev().filter_map(|at| inner.get(at)));
            continue;
        }
        let to = from + node.unchecked_ref::<web_sys::CharacterData>().length();
        if (from..to).contains(&start) {
            range.set_start(&node, start - from).ok()?;
        }
        if from < end && end <= to {
            range.set_end(&node, end - from).ok()?;
            return Some(range);
        }
        from = to;
    }
    None
}

fn each(selector: &str, act: impl Fn(&Element)) {
    let Ok(found) = document().query_selector_all(selector) else { return };
    for at in 0..found.length() {
        if let Some(element) = found.get(at).and_then(|node| node.dyn_into::<Element>().ok()) {
            act(&element);
        }
    }
}

fn into_view(selector: &str) -> bool {
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
