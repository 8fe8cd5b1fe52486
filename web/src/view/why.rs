use tiyao::model::Role;

use super::node::{Node, el, labelled, words as plain};
use super::sheet::Sheet;
use crate::state::{self, CORRECTED, Opened, Target};
use crate::words::{self, Word};

/// What the fact in focus was read from, and what the reader may say of it.
pub fn why(sheet: &Sheet, target: Target, amending: bool) -> Vec<Node> {
    let Some(opened) = state::opened(sheet.reading, target, sheet.language) else { return Vec::new() };
    let mut nodes = told(sheet, target);
    let correctable = CORRECTED.iter().any(|(kind, _)| *kind == opened.kind);
    nodes.push(acts(sheet, correctable, amending));
    let fact = target.fact().and_then(|at| sheet.reading.digest().facts.get(at));
    if let Some(fact) = fact.filter(|_| amending && correctable) {
        nodes.push(form(sheet, &state::fields(&fact.detail)));
    }
    nodes
}

/// What a fact was read from: its sentence with each part by name, what was inferred, why it is one.
pub fn told(sheet: &Sheet, target: Target) -> Vec<Node> {
    let Some(opened) = state::opened(sheet.reading, target, sheet.language) else { return Vec::new() };
    let mut head = el("p").put(labelled("span", "kind", words::kind(opened.kind, sheet.language)));
    if !opened.verdict.is_empty() {
        head = head.put(labelled("span", "verdict", opened.verdict));
    }
    head = head.put(sheet.text("b").say(&opened.words));
    let fact = target.fact().and_then(|at| sheet.reading.digest().facts.get(at));
    let review = fact.and_then(|fact| sheet.reading.digest().review(fact));
    if let Some(review) = review {
        head = head.put(labelled("span", "tag", sheet.say(Word::of_review(review))).set("id", "review"));
    }
    let mut nodes = vec![head];
    if !opened.sentence.is_empty() {
        nodes.push(sentence(sheet, &opened));
    }
    if !opened.parts.is_empty() {
        nodes.push(el("dl").all(opened.parts.iter().map(|part| entry(sheet, part)).collect()));
    }
    nodes.push(labelled("p", "because", &opened.why));
    nodes
}

/// The sentence, each part under its name.
fn sentence(sheet: &Sheet, opened: &Opened) -> Node {
    let bits = opened.sentence.iter().map(|bit| match bit.role {
        None => plain(&bit.words),
        Some(role) => {
            let name = el("rt").set("lang", sheet.language.tag()).say(words::part(role, opened.kind, sheet.language));
            el("ruby").say(&bit.words).put(name)
        }
    });
    sheet.text("p").class("parsed").all(bits.collect())
}

fn entry(sheet: &Sheet, part: &state::Part) -> Node {
    let name = el("dt").say(words::role(part.role, sheet.language));
    let entry = if part.inferred { labelled("div", "inferred", "") } else { el("div") };
    let entry = entry.put(name).put(sheet.text("dd").say(&part.words));
    if part.inferred { entry.put(labelled("dd", "note", sheet.say(Word::Inferred))) } else { entry }
}

/// A button that does something to the fact in focus.
fn act(sheet: &Sheet, id: &'static str, word: Word) -> Node {
    labelled("button", "plain", sheet.say(word)).set("data-act", id).set("id", id)
}

fn acts(sheet: &Sheet, correctable: bool, amending: bool) -> Node {
    let mut buttons = vec![act(sheet, "copy", Word::Copy)];
    if correctable {
        buttons.extend([
            act(sheet, "accept", Word::Accept),
            act(sheet, "reject", Word::Reject),
            act(sheet, "amend", Word::Amend).set("aria-expanded", if amending { "true" } else { "false" }),
        ]);
    }
    buttons.push(act(sheet, "shut", Word::Shut));
    el("div").class("acts").set("role", "group").set("aria-label", sheet.say(Word::Correct)).all(buttons)
}

/// The fields that a reader writes anew.
fn form(sheet: &Sheet, fields: &[(Role, String)]) -> Node {
    let mut form = el("div").set("id", "amending").class("amending");
    for (role, value) in fields {
        let name = state::name_of(*role);
        let label = el("span").say(words::role(*role, sheet.language));
        let input = if *role == Role::Direction {
            let choice = |sign: &str, word: &str| {
                let option = el("option").set("value", sign).say(word);
                if sign == value { option.set("selected", "") } else { option }
            };
            let all = vec![choice("", "–"), choice("+", sheet.say(Word::Up)), choice("-", sheet.say(Word::Down))];
            el("select").all(all)
        } else {
            el("input").set("type", "text").set("autocomplete", "off").set("value", value)
        };
        form = form.put(el("label").put(label).put(input.set("data-field", name)));
    }
    form.put(labelled("button", "save", sheet.say(Word::Save)).set("data-act", "save").set("id", "save"))
}

/// What the reader may make of words chosen in the article.
pub fn adding(sheet: &Sheet, chosen: &str) -> Vec<Node> {
    let head = el("p").put(labelled("span", "kind", sheet.say(Word::AddAs))).put(sheet.text("b").say(chosen));
    let kinds = CORRECTED.iter().map(|(kind, name)| {
        let label = words::kind(*kind, sheet.language);
        labelled("button", "plain", label).set("data-act", "add").set("data-kind", name)
    });
    let kinds = el("div").class("acts").set("id", "adding").all(kinds.collect());
    vec![head, kinds]
}
