use tiyao::model::Kind;

use super::node::{Node, el, labelled};
use super::sheet::Sheet;
use crate::state::{self, Kinds};
use crate::words::{self, Word};

/// The kinds that the article marks, each with its sign, to switch on and off.
pub fn legend(sheet: &Sheet, off: &Kinds) -> Vec<Node> {
    let present = |kind: &Kind| sheet.reading.facts().any(|(_, fact)| fact.kind() == *kind);
    let kinds = state::MARKED.iter().filter(|(kind, _)| present(kind)).map(|(kind, class)| {
        let shown = !off.contains(kind);
        let sample = labelled("span", class, words::kind(*kind, sheet.language));
        el("button")
            .class("plain")
            .set("data-toggle", class)
            .set("aria-pressed", if shown { "true" } else { "false" })
            .put(sample)
    });
    let kinds: Vec<Node> = kinds.collect();
    if kinds.is_empty() {
        return kinds;
    }
    vec![labelled("span", "lead", sheet.say(Word::Legend))].into_iter().chain(kinds).collect()
}
