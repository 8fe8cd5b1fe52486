use tiyao::model::Kind;

use super::node::{Node, el, labelled};
use super::sheet::{Sheet, goto};
use crate::state::{self, Name};
use crate::words::{self, Word};

/// So many names of a kind are drawn at first.
const NAMES: usize = 60;

/// The names of these kinds in the text, kind by kind.
pub fn names(sheet: &Sheet, id: &'static str, word: Word, kinds: &[Kind]) -> Option<Node> {
    let groups = state::names(sheet.reading, kinds);
    if groups.is_empty() {
        return None;
    }
    let (mut inner, mut longest) = (Vec::new(), 0);
    for found in groups {
        longest = longest.max(found.names.len());
        let shown = found.names.iter().take(sheet.most(id, NAMES)).map(one).collect();
        inner.push(el("h3").say(words::names_of(found.kind, sheet.language)));
        inner.push(sheet.text("ul").class("names").all(shown));
    }
    inner.extend(sheet.rest(id, longest, NAMES));
    Some(sheet.group(id, word, inner))
}

fn one(name: &Name) -> Node {
    let entry = el("li").put(times(goto(&name.places).say(&name.shown), name.places.len()));
    if name.note.is_empty() { entry } else { entry.put(labelled("span", "note", &name.note)) }
}

/// The node with how often something is there, where it is more than once.
pub fn times(node: Node, count: usize) -> Node {
    if count < 2 { node } else { node.put(labelled("span", "count", &["×", &count.to_string()].concat())) }
}
