use super::node::{Node, el, labelled};
use super::sheet::{Sheet, goto};
use crate::state;
use crate::words;

/// So many facts are listed at first.
const HITS: usize = 60;

/// The facts that hold what is sought, in place of the digest.
pub fn found(sheet: &Sheet, sought: &str) -> Vec<Node> {
    let hits = state::search(sheet.reading, sought, sheet.language);
    let shown = hits.iter().take(sheet.most("found", HITS)).map(|hit| {
        let kind = labelled("span", "kind", words::kind(hit.kind, sheet.language));
        let mut words = goto(&[hit.target]);
        if !hit.indicator.is_empty() {
            words = words.put(el("span").say(&hit.indicator)).put(labelled("span", "note", ""));
        }
        el("li").put(kind).put(words.put(el("span").set("lang", sheet.reading.lang()).say(&hit.words)))
    });
    let count = labelled("p", "line", &words::found(hits.len(), sheet.language)).set("role", "status");
    let list = el("ul").class("hits").set("lang", sheet.reading.lang()).all(shown.collect());
    let rest = sheet.rest("found", hits.len(), HITS);
    vec![el("section").set("id", "found").class("group").put(count).put(list).all(rest)]
}
