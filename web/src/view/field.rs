use tiyao::model::Language;

use super::node::{Node, el, labelled};
use super::part::{attribute, part};
use super::room::Room;
use crate::state::SAMPLES;
use crate::words::Word;

/// What files the page reads.
const READ: &str = ".txt,.md,.markdown,.html,.htm,.json,text/plain,text/markdown,text/html";

/// The field for the text, with what an empty page offers beside it.
pub fn field(room: Room) {
    attribute("paste", "aria-label", move || Some(room.say(Word::PasteLabel).into()));
    attribute("paste", "placeholder", move || Some(room.say(Word::PasteHere).into()));
    part("offer", move || offer(room.language.get(), room.is_empty()));
    attribute("samples", "aria-label", move || Some(room.say(Word::Samples).into()));
    part("samples", move || {
        let lead = labelled("span", "lead", room.say(Word::Samples));
        let entry = |at: usize| {
            let sample = &SAMPLES[at];
            let lang = if sample.traditional { "zh-Hant" } else { "zh-Hans" };
            let button = labelled("button", "link", sample.name).set("lang", lang).set("data-sample", sample.file);
            el("li").put(button)
        };
        vec![lead, el("ul").all((0..SAMPLES.len()).map(entry).collect())]
    });
}

fn offer(language: Language, empty: bool) -> Vec<Node> {
    let files = el("input").set("id", "files").set("type", "file").set("multiple", "").set("accept", READ);
    let choose = el("label").class("action").put(files).put(el("span").say(Word::ChooseFiles.say(language)));
    let read = labelled("button", "plain", Word::Read.say(language)).set("id", "read").set("data-act", "read");
    let read = if empty { read.set("hidden", "") } else { read };
    vec![choose, read, labelled("p", "privacy", Word::Privacy.say(language))]
}
