use tiyao::model::Language;

use super::node::{Node, el};
use crate::state::{Reading, Target};
use crate::words::Word;

/// What every group of the digest is drawn from.
pub struct Sheet<'a> {
    /// The text with its facts.
    pub reading: &'a Reading,
    /// The interface's language.
    pub language: Language,
    /// The ids of the groups that are shown whole.
    pub whole: &'a [String],
    /// Whether the reader may copy and correct here: so in the page of our own.
    pub own: bool,
}

impl Sheet<'_> {
    /// A word of the interface.
    pub fn say(&self, word: Word) -> &'static str {
        word.say(self.language)
    }

    /// An element whose words are in the text's language.
    #[inline(never)]
    pub fn text(&self, tag: &'static str) -> Node {
        el(tag).set("lang", self.reading.lang())
    }

    /// A group of the digest with its heading.
    #[inline(never)]
    pub fn group(&self, id: &'static str, word: Word, inner: Vec<Node>) -> Node {
        let heading = el("h2").set("part", "heading").say(self.say(word));
        el("section").set("id", id).set("part", "group").class("group").put(heading).all(inner)
    }

    /// How many of a group's entries are shown, where `most` are enough at first.
    pub fn most(&self, id: &str, most: usize) -> usize {
        if self.whole.iter().any(|open| open == id) { usize::MAX } else { most }
    }

    /// The button that shows the rest of a group.
    #[inline(never)]
    pub fn rest(&self, id: &'static str, count: usize, most: usize) -> Vec<Node> {
        let shown = self.most(id, most);
        if count <= shown {
            return Vec::new();
        }
        let label = [self.say(Word::ShowAll), " (+", &(count - shown).to_string(), ")"].concat();
        vec![el("button").class("plain more").set("data-more", id).say(&label)]
    }
}

/// A button that goes to the places of something, one after the other.
#[inline(never)]
pub fn goto(places: &[Target]) -> Node {
    leads(el("button").class("goto"), places)
}

/// The node as one that leads to these places.
#[inline(never)]
pub fn leads(node: Node, places: &[Target]) -> Node {
    let names: Vec<String> = places.iter().map(Target::to_string).collect();
    let node = match names.first() {
        Some(first) => node.set("data-goto", first),
        None => node,
    };
    node.set("data-places", &names.join(" "))
}
