use tiyao::model::Kind;

use super::node::Node;
use super::part::{attribute, follow, part};
use super::room::{FIGURES, FURTHER, Room};
use super::sheet::Sheet;
use super::{about, changes, coverage, entries, exports, figures, findings, names};
use crate::browser;
use crate::later;
use crate::state;
use crate::words::Word;

/// The digest, in the order that look and habit ask for, with the search above it. Empty groups are not there.
pub fn pane(room: Room) {
    attribute("search", "aria-label", move || Some(room.say(Word::Search).into()));
    attribute("search", "placeholder", move || Some(room.say(Word::Search).into()));
    follow(Box::new(move || room.sought.with(|sought| browser::fill("search", sought))));
    part("first", move || {
        let (figures, sought) = (room.drawn[FIGURES].get(), room.sought.get());
        draw(room, |sheet| match sought.trim() {
            "" => {
                let figures = if figures { changed(sheet) } else { Vec::new() };
                [vec![exports::exports(sheet)], opening(sheet), figures].concat()
            }
            _ if room.all_here.get() => later::found(sheet, &sought),
            _ => Vec::new(),
        })
    });
    part("further", move || {
        let sought = room.sought.with(|sought| !sought.trim().is_empty());
        if sought || !room.drawn[FURTHER].get() || !room.all_here.get() {
            return Vec::new();
        }
        draw(room, later::further)
    });
}

fn draw(room: Room, nodes: impl Fn(&Sheet) -> Vec<Node>) -> Vec<Node> {
    let Some(reading) = room.reading() else { return Vec::new() };
    let (language, whole) = (room.language.get(), room.opened.get());
    nodes(&Sheet { reading: &reading, language, whole: &whole, own: true })
}

/// What the text is, and its summary.
fn opening(sheet: &Sheet) -> Vec<Node> {
    [about::about(sheet), entries::summary(sheet)].into_iter().flatten().collect()
}

/// The figures, and the changes as bars.
pub fn changed(sheet: &Sheet) -> Vec<Node> {
    [figures::figures(sheet), changes::changes(sheet)].into_iter().flatten().collect()
}

/// What the numbers say about each other.
pub fn checked(sheet: &Sheet) -> Vec<Node> {
    [findings::findings(sheet), findings::derived(sheet)].into_iter().flatten().collect()
}

/// What follows the figures.
pub fn further(sheet: &Sheet) -> Vec<Node> {
    let groups = [
        findings::findings(sheet),
        findings::derived(sheet),
        entries::sections(sheet),
        names::names(sheet, "programmes", Word::Programmes, state::ACTIONS),
        entries::statements(sheet, Kind::Commitment),
        entries::times(sheet),
        names::names(sheet, "names", Word::Names, state::ACTORS),
        entries::statements(sheet, Kind::Honour),
        entries::statements(sheet, Kind::Case),
        entries::statements(sheet, Kind::Speech),
        Some(coverage::coverage(sheet)),
    ];
    groups.into_iter().flatten().collect()
}

/// All groups.
pub fn groups(sheet: &Sheet) -> Vec<Node> {
    [opening(sheet), changed(sheet), further(sheet)].concat()
}
