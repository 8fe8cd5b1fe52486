use tiyao::model::Language;

use super::node::{Node, el, html, labelled};
use super::part::{attribute, follow};
use super::room::Room;
use crate::browser;
use crate::later;
use crate::words::Word;

/// The keys with what they do.
const KEYS: [(&str, Word); 12] = [
    ("j", Word::Next),
    ("k", Word::Previous),
    ("Enter", Word::OpenFact),
    ("y", Word::Accept),
    ("n", Word::Reject),
    ("a", Word::Amend),
    ("u", Word::Undo),
    ("r", Word::Redo),
    ("/", Word::Find),
    ("e", Word::Export),
    ("Esc", Word::Clear),
    ("?", Word::Help),
];

/// The sheet of keys, with the page of help and the policy that nothing leaves the device by.
pub fn help(room: Room) {
    attribute("help", "aria-label", move || Some(room.say(Word::Help).into()));
    attribute("help", "hidden", move || (!room.help.get()).then(String::new));
    follow(Box::new(move || {
        let language = room.language.get();
        browser::draw("help", &if room.help.get() { html(later::help(language)) } else { String::new() });
        browser::pour(&["help-", language.tag()].concat(), "guide");
    }));
}

/// What stands on it.
pub fn keys_and_guide(language: Language) -> Vec<Node> {
    let key = |(key, word): &(&str, Word)| {
        el("div").put(el("dt").put(el("kbd").say(key))).put(el("dd").say(word.say(language)))
    };
    vec![
        labelled("button", "plain", Word::Shut.say(language)).set("id", "help-close").set("data-act", "help"),
        el("div").set("id", "guide"),
        el("h2").say(Word::Help.say(language)),
        el("dl").all(KEYS.iter().map(key).collect()),
        el("p").say(Word::Signs.say(language)),
        el("h2").say(Word::Policy.say(language)),
        el("code").set("id", "policy").say(&browser::policy()),
    ]
}
