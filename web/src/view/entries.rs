use tiyao::model::Kind;

use super::names::times as counted;
use super::node::{Node, el, labelled};
use super::sheet::{Sheet, goto};
use crate::state::{self, Statement, Target};
use crate::words::Word;

/// So many entries of a list are drawn at first.
const ENTRIES: usize = 60;

/// So many statements of a kind are drawn at first.
const STATEMENTS: usize = 12;

/// The most telling sentences.
pub fn summary(sheet: &Sheet) -> Option<Node> {
    let spans = &sheet.reading.digest().summary;
    if spans.is_empty() {
        return None;
    }
    let sentence = |(at, span): (usize, &tiyao::model::Span)| {
        el("li").put(goto(&[Target::Sentence(at)]).say(sheet.reading.words(*span).trim()))
    };
    let list = sheet.text("ol").class("summary").all(spans.iter().enumerate().map(sentence).collect());
    Some(sheet.group("summary", Word::Summary, vec![list]))
}

/// The outline, with the most telling sentence of each section.
pub fn sections(sheet: &Sheet) -> Option<Node> {
    let headings = state::headings(sheet.reading);
    if headings.is_empty() {
        return None;
    }
    let entry = |heading: &state::Heading| {
        let class = if heading.level > 1 { "lower" } else { "upper" };
        let entry = labelled("li", class, "").put(goto(&[heading.target]).say(&heading.words));
        if heading.line.is_empty() { entry } else { entry.put(labelled("p", "line", &heading.line)) }
    };
    let shown = headings.iter().take(sheet.most("sections", ENTRIES)).map(entry).collect();
    let mut inner = vec![sheet.text("ol").class("outline").all(shown)];
    inner.extend(sheet.rest("sections", headings.len(), ENTRIES));
    Some(sheet.group("sections", Word::Sections, inner))
}

/// The times, with what they say, under their drawing.
pub fn times(sheet: &Sheet) -> Option<Node> {
    let rows = state::times(sheet.reading);
    if rows.is_empty() {
        return None;
    }
    let entry = |row: &state::TimeRow| {
        let words = counted(goto(&row.places).say(&row.words), row.places.len());
        el("li").put(words).put(labelled("span", "note", &row.value))
    };
    let shown = rows.iter().take(sheet.most("times", ENTRIES)).map(entry).collect();
    let mut inner: Vec<Node> = super::timeline::timeline(sheet).into_iter().collect();
    inner.push(sheet.text("ul").class("times").all(shown));
    inner.extend(sheet.rest("times", rows.len(), ENTRIES));
    Some(sheet.group("times", Word::Times, inner))
}

/// How a group of statements is set.
struct Group {
    kind: Kind,
    id: &'static str,
    word: Word,
    /// What leads a line whose text names no speaker.
    nobody: bool,
}

const GROUPS: [Group; 4] = [
    Group { kind: Kind::Commitment, id: "commitments", word: Word::Commitments, nobody: false },
    Group { kind: Kind::Honour, id: "honours", word: Word::Honours, nobody: false },
    Group { kind: Kind::Case, id: "cases", word: Word::Cases, nobody: false },
    Group { kind: Kind::Speech, id: "speech", word: Word::Speech, nobody: true },
];

/// What is promised, what was won, what is told of single people, who said what.
pub fn statements(sheet: &Sheet, kind: Kind) -> Option<Node> {
    let found = state::statements(sheet.reading, kind);
    let set = GROUPS.iter().find(|group| group.kind == kind)?;
    if found.is_empty() {
        return None;
    }
    let shown = found.iter().take(sheet.most(set.id, STATEMENTS)).map(|one| statement(sheet, one, set)).collect();
    let mut inner = vec![labelled("ul", "statements", "").all(shown)];
    inner.extend(sheet.rest(set.id, found.len(), STATEMENTS));
    Some(sheet.group(set.id, set.word, inner))
}

fn statement(sheet: &Sheet, one: &Statement, set: &Group) -> Node {
    let open = one.lead.is_empty() && set.nobody;
    let mut entry = el("li");
    if open || !one.lead.is_empty() || !one.note.is_empty() {
        let bare = if one.lead.is_empty() { "lead bare" } else { "lead" };
        let mut head = if open { labelled("p", "lead open", "") } else { sheet.text("p").class(bare) };
        if set.kind == Kind::Commitment && !one.lead.is_empty() {
            let due = labelled("span", "due", sheet.say(Word::Deadline));
            head = head.put(due.set("lang", sheet.language.tag()));
        }
        head = head.put(super::node::words(if open { sheet.say(Word::NoName) } else { &one.lead }));
        if !one.note.is_empty() {
            head = head.put(labelled("span", "note", &one.note).set("lang", sheet.reading.lang()));
        }
        entry = entry.put(head);
    }
    entry.put(goto(one.target.as_slice()).put(sheet.text("span").say(&one.words)))
}
