use tiyao::model::Direction;

use super::node::{Node, el};
use super::sheet::{Sheet, goto, leads};
use crate::state::{self, ChangeRow, LONGEST_BAR};
use crate::words::Word;

/// So many changes are drawn at first.
const ROWS: usize = 24;

/// The changes in per cent as a table with a bar in each row: to the right for up, to the left for down.
pub fn changes(sheet: &Sheet) -> Option<Node> {
    let rows = state::changes(sheet.reading);
    // One bar alone compares nothing.
    if rows.len() < 2 {
        return None;
    }
    let shown = rows.iter().take(sheet.most("changes", ROWS)).map(|row| one(sheet, row)).collect();
    let mut inner = vec![el("table").put(el("tbody").all(shown))];
    inner.extend(sheet.rest("changes", rows.len(), ROWS));
    Some(sheet.group("changes", Word::Changes, inner))
}

fn one(sheet: &Sheet, row: &ChangeRow) -> Node {
    let (class, sign, from, word) = match row.direction {
        Direction::Down => ("down", "−", LONGEST_BAR - row.length, Word::Down),
        _ => ("up", "+", LONGEST_BAR, Word::Up),
    };
    let bar = |x: u32, width: u32| {
        el("rect").at("x", x as usize).set("y", "0").at("width", width as usize).set("height", "10")
    };
    let frame = ["0 0 ", &(2 * LONGEST_BAR).to_string(), " 10"].concat();
    let chart = el("svg")
        .set("viewBox", &frame)
        .set("preserveAspectRatio", "none")
        .set("aria-hidden", "true")
        .put(bar(from, row.length).class(class))
        .put(bar(LONGEST_BAR - 3, 6).class("axis"));
    let size = el("span").set("aria-hidden", "true").say(sign).say(&row.size);
    let told = [sheet.say(word), " ", &row.size].concat();
    let told = el("span").class("told").say(&told);
    leads(el("tr"), &[row.target])
        .put(name(sheet, &row.indicator, row.target))
        .put(el("td").class("chart").put(chart))
        .put(el("td").class("value").put(size).put(told))
}

/// The cell that says what is measured, as a button that leads there.
pub fn name(sheet: &Sheet, indicator: &str, target: state::Target) -> Node {
    if indicator.is_empty() {
        let open = el("span").class("open").say(sheet.say(Word::NoName));
        return el("td").class("indicator").put(goto(&[target]).put(open));
    }
    sheet.text("td").class("indicator").put(goto(&[target]).say(indicator))
}
