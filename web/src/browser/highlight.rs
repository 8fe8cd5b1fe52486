//! What is in focus, and the parts that it was read from, drawn in the article.

use leptos::prelude::{document, window};
use leptos::wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Node, Range};

use super::dom::{each, into_view};

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

/// Brings a line of the article into view.
pub fn show_line(line: usize) {
    into_view(&format!("#article > :nth-child({})", line + 1));
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
