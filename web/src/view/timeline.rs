use super::node::{Node, el};
use super::sheet::{Sheet, leads};
use crate::state::{self, LANES};
use crate::words::Word;

/// The width of the drawing in its own units; a unit is about a pixel where the digest has its usual width.
const WIDTH: i32 = 480;

/// How high a lane of times is.
const LANE: i32 = 9;

/// Where the line of the years lies.
const LINE: i32 = LANE * LANES as i32;

/// The times of the text on a line, bars for what lasts, and under the line what is promised by when.
pub fn timeline(sheet: &Sheet) -> Option<Node> {
    let line = state::timeline(sheet.reading, WIDTH);
    if line.moments.is_empty() {
        return None;
    }
    let number = |value: i32| value.to_string();
    let mut drawing = el("svg")
        .class("timeline")
        .set("viewBox", &["-4 0 ", &number(WIDTH + 8), " 62"].concat())
        .set("role", "img")
        .set("aria-label", sheet.say(Word::Timeline));
    drawing = drawing.put(el("path").class("axis").set("d", &["M0 ", &number(LINE), "H", &number(WIDTH)].concat()));
    // So many years that their names do not touch.
    let step = (line.years.len() * 40).div_ceil(WIDTH as usize).max(1);
    for (year, at) in line.years.iter().step_by(step) {
        drawing = drawing
            .put(el("path").class("axis").set("d", &["M", &number(*at), " ", &number(LINE), "v5"].concat()))
            .put(el("text").set("x", &number(*at)).set("y", "58").say(&number(*year)));
    }
    for moment in &line.moments {
        let (class, d) = if moment.due {
            let at = number(moment.from);
            ("due", ["M", &at, " ", &number(LINE), "l5 5l-5 5l-5 -5z"].concat())
        } else {
            let (from, long) = (number(moment.from), number((moment.to - moment.from).max(3)));
            let top = number(LINE - LANE * (moment.lane as i32 + 1) + 1);
            ("time", ["M", &from, " ", &top, "h", &long, "v", &number(LANE - 2), "h-", &long, "z"].concat())
        };
        drawing = drawing.put(leads(el("path").class(class).set("d", &d), &moment.places));
    }
    Some(drawing)
}
