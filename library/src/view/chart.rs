//! The chart of an indicator: a line for each place through the years, or a bar for each place where there is one year.

use tiyao::model::Decimal;
use web_sys::Element;

use super::within;
use crate::app::App;
use crate::browser::{is_phone, svg};
use crate::state::{Matrix, Trends, line, trends};
use crate::words::Word;

const WIDE: f64 = 720.0;

/// How wide it is on a telephone, where its letters are as large as elsewhere.
const NARROW: f64 = 360.0;

const HIGH: f64 = 280.0;
const LEFT: f64 = 70.0;
const RIGHT: f64 = 120.0;
const EDGE: f64 = 24.0;

/// How wide a character of a name is.
const LETTER: f64 = 12.0;

/// How the lines are told from each other besides by their names at the end.
const DASHES: [&str; 4] = ["", "6 3", "2 3", "8 3 2 3"];

/// The chart; the table under it holds the same.
pub fn chart(app: &App, matrix: &Matrix) -> Element {
    let found = trends(&app.shelf, matrix);
    let (Some(first), Some(last)) = (found.years.first(), found.years.last()) else { return bars(app, &found) };
    let (least, most) = (found.least, found.most);
    let full = width();
    let size = format!("0 0 {} {}", tenths(full), tenths(HIGH));
    let drawing = svg(
        "svg",
        &[("viewBox", &size), ("class", "trend"), ("role", "img"), ("aria-label", app.say(Word::Chart))],
        "",
    );
    let (across, up) = (|x: f64| LEFT + x * (full - LEFT - RIGHT), |y: f64| HIGH - EDGE - y * (HIGH - 2.0 * EDGE));
    for value in [least, (least + most) / 2.0, most] {
        let y = up((value - least) / (most - least));
        within(
            drawing.clone(),
            &[rule((LEFT, y), (full - RIGHT, y), "axis"), text(LEFT - 8.0, y + 4.0, "tick end", &short(value))],
        );
    }
    // Years that lie too near to each other would run together.
    let apart = f64::from(last - first).max(1.0);
    let mut free = 0.0;
    for year in &found.years {
        let x = across(f64::from(year - first) / apart);
        if x >= free {
            within(drawing.clone(), &[text(x, HIGH - 4.0, "tick middle", &year.to_string())]);
            free = x + 40.0;
        }
    }
    let mut names: Vec<((f64, f64), &str)> = Vec::new();
    for (at, trend) in found.places.iter().enumerate() {
        let points: Vec<_> = trend.marks.iter().map(|mark| (across(mark.x), up(mark.y))).collect();
        let path: Vec<_> = points.iter().map(|(x, y)| format!("{},{}", tenths(*x), tenths(*y))).collect();
        let class = format!("line line-{}", at % 4);
        let dash = DASHES[at / 2 % DASHES.len()];
        within(
            drawing.clone(),
            &[svg("polyline", &[("points", &path.join(" ")), ("class", &class), ("stroke-dasharray", dash)], "")],
        );
        for ((x, y), mark) in points.iter().zip(&trend.marks) {
            let dot = svg("circle", &[("cx", &tenths(*x)), ("cy", &tenths(*y)), ("r", "4"), ("class", &class)], "");
            let told = line(&app.shelf, mark.at)
                .map(|line| format!("{} {} {}", trend.place, line.row.period, super::number(line.row, app)));
            within(drawing.clone(), &[within(dot, &[svg("title", &[], &told.unwrap_or_default())])]);
        }
        names.extend(points.last().map(|point| (*point, trend.place.as_str())));
    }
    // Names stand beside the ends of their lines, moved apart where these lie together.
    names.sort_by(|one, other| one.0.1.total_cmp(&other.0.1));
    let mut free = 0.0;
    for ((x, y), name) in names {
        let beside = (y + 4.0).max(free);
        let leader = rule((x + 6.0, y), (full - RIGHT + 6.0, beside - 4.0), "leader");
        within(drawing.clone(), &[leader, text(full - RIGHT + 10.0, beside, "name", &short_name(name, 8))]);
        free = beside + 16.0;
    }
    drawing
}

fn bars(app: &App, found: &Trends) -> Element {
    let high = found.places.len() as f64 * 28.0;
    let full = width();
    let size = format!("0 0 {} {}", tenths(full), tenths(high));
    let longest = found.places.iter().map(|trend| short_name(&trend.place, 13).chars().count()).max();
    // Where bars begin, with their names before them.
    let names = longest.unwrap_or(0) as f64 * LETTER + 10.0;
    let drawing = svg(
        "svg",
        &[("viewBox", &size), ("class", "trend"), ("role", "img"), ("aria-label", app.say(Word::Chart))],
        "",
    );
    for (at, trend) in found.places.iter().enumerate() {
        let (y, Some(mark)) = (at as f64 * 28.0, trend.marks.first()) else { continue };
        let told = line(&app.shelf, mark.at).map(|line| super::number(line.row, app)).unwrap_or_default();
        let wide = mark.y * (full - names - RIGHT);
        let [x, y_of_bar, length] = [names, y + 6.0, wide].map(tenths);
        let attributes = [("x", x.as_str()), ("y", &y_of_bar), ("width", &length), ("height", "14"), ("class", "bar")];
        within(
            drawing.clone(),
            &[
                text(names - 10.0, y + 18.0, "name end", &short_name(&trend.place, 13)),
                svg("rect", &attributes, ""),
                text(names + 8.0 + wide, y + 18.0, "tick", &told),
            ],
        );
    }
    drawing
}

/// How wide the drawing is, in the units of its letters.
fn width() -> f64 {
    if is_phone() { NARROW } else { WIDE }
}

fn rule(from: (f64, f64), to: (f64, f64), class: &str) -> Element {
    let [x1, y1, x2, y2] = [from.0, from.1, to.0, to.1].map(tenths);
    svg("line", &[("x1", &x1), ("y1", &y1), ("x2", &x2), ("y2", &y2), ("class", class)], "")
}

/// A name that has room beside the chart.
fn short_name(name: &str, longest: usize) -> String {
    let mut short: String = name.chars().take(longest).collect();
    if short.len() < name.len() {
        short.push('…');
    }
    short
}

fn text(x: f64, y: f64, class: &str, words: &str) -> Element {
    let [x, y] = [x, y].map(tenths);
    svg("text", &[("x", &x), ("y", &y), ("class", class)], words)
}

/// A value as an axis names it.
fn short(value: f64) -> String {
    for (scale, word) in [(1e12, "万亿"), (1e8, "亿"), (1e4, "万")] {
        if value.abs() >= scale {
            return format!("{}{word}", round(value / scale));
        }
    }
    round(value)
}

/// A value with at most two places.
fn round(value: f64) -> String {
    Decimal::new((value * 100.0).round() as i128, -2).to_string()
}

/// A length with at most one place. Exact numbers are printed, as the tables that print floating ones weigh much.
fn tenths(length: f64) -> String {
    Decimal::new((length * 10.0).round() as i128, -1).to_string()
}
