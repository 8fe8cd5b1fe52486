use tiyao::model::Kind;

use super::node::Node;
use super::part::{attribute, follow, part};
use super::room::Room;
use super::sheet::Sheet;
use super::{about, changes, coverage, entries, exports, figures, findings, found, names};
use crate::browser;
use crate::state;
use crate::words::Word;

/// The digest, in the order that look and habit ask for, with the search above it. Empty groups are not there.
pub fn pane(room: Room) {
    attribute("search", "aria-label", move || Some(room.say(Word::Search).into()));
    attribute("search", "placeholder", move || Some(room.say(Word::Search).into()));
    follow(Box::new(move || room.sought.with(|sought| browser::fill("search", sought))));
    part("groups", move || {
        let Some(reading) = room.reading() else { return Vec::new() };
        let (language, whole, sought) = (room.language.get(), room.opened.get(), room.sought.get());
        let sheet = Sheet { reading: &reading, language, whole: &whole, own: true };
        if sought.trim().is_empty() { page(&sheet) } else { found::found(&sheet, &sought) }
    });
}

fn page(sheet: &Sheet) -> Vec<Node> {
    let mut nodes = vec![exports::exports(sheet)];
    nodes.extend(groups(sheet));
    nodes.push(about::foot(sheet));
    nodes
}

/// The figures, and the changes as bars.
pub fn changed(sheet: &Sheet) -> Vec<Node> {
    [figures::figures(sheet), changes::changes(sheet)].into_iter().flatten().collect()
}

/// What the numbers say about each other.
pub fn checked(sheet: &Sheet) -> Vec<Node> {
    [findings::findings(sheet), findings::derived(sheet)].into_iter().flatten().collect()
}

/// All groups.
pub fn groups(sheet: &Sheet) -> Vec<Node> {
    let groups = [
        about::about(sheet),
        entries::summary(sheet),
        figures::figures(sheet),
        changes::changes(sheet),
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
