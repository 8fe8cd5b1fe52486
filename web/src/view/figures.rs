use tiyao::digest::key_figures;
use tiyao::model::{Bound, Direction, Form, Modality};

use super::changes::name;
use super::node::{Node, el, labelled};
use super::sheet::{Sheet, goto, leads};
use crate::state::{self, FigureRow};
use crate::words::Word;

/// So many rows are drawn at first.
const ROWS: usize = 200;

/// So many figures are printed.
const PRINTED: usize = 20;

/// The key figures as a table, under the headings of the text.
pub fn figures(sheet: &Sheet) -> Option<Node> {
    let groups = state::figures(sheet.reading);
    if groups.is_empty() {
        return None;
    }
    let digest = sheet.reading.digest();
    let keys = key_figures(digest, 0..digest.facts.len(), PRINTED);
    let is_key = |row: &FigureRow| row.target.fact().is_some_and(|at| keys.contains(&at));
    let (mut count, most) = (0, sheet.most("figures", ROWS));
    let mut body = Vec::new();
    for found in &groups {
        let rows = &found.rows[..found.rows.len().min(most.saturating_sub(count))];
        count += found.rows.len();
        if !found.heading.is_empty() && !rows.is_empty() {
            let cell = sheet.text("th").set("colspan", "5").set("scope", "colgroup");
            let cell = match found.target {
                Some(target) => cell.put(goto(&[target]).say(&found.heading)),
                None => cell.say(&found.heading),
            };
            let key = rows.iter().any(is_key);
            body.push(el("tr").class(if key { "under" } else { "under lesser" }).put(cell));
        }
        body.extend(rows.iter().map(|row| {
            let row_of = figure(sheet, row);
            if is_key(row) { row_of } else { row_of.class("lesser") }
        }));
    }
    let heads = [
        (Word::Indicator, "indicator"),
        (Word::Value, "value"),
        (Word::Change, "direction"),
        (Word::Period, "period"),
        (Word::Sentence, "sentence"),
    ];
    let heads = heads.map(|(word, class)| labelled("th", class, sheet.say(word)).set("scope", "col"));
    let table = el("table").put(el("thead").put(el("tr").all(heads.into()))).put(el("tbody").all(body));
    let mut inner = Vec::new();
    if sheet.own {
        inner.push(copying(sheet));
    }
    inner.push(table);
    inner.extend(sheet.rest("figures", count, ROWS));
    Some(sheet.group("figures", Word::Figures, inner))
}

fn copying(sheet: &Sheet) -> Node {
    labelled("button", "plain copy", sheet.say(Word::CopyTable))
        .set("data-act", "copy-figures")
        .set("id", "copy-figures")
}

fn figure(sheet: &Sheet, row: &FigureRow) -> Node {
    let mut first = name(sheet, &row.indicator, row.target);
    if !row.area.is_empty() {
        first = first.put(labelled("span", "area", &row.area));
    }
    let tag = match row.modality {
        Modality::Actual => None,
        Modality::Target => Some(Word::Target),
        Modality::Case => Some(Word::Case),
    };
    let tags = tag.into_iter().chain(row.review.map(Word::of_review));
    for word in tags {
        first = first.put(labelled("span", "tag", sheet.say(word)).set("lang", sheet.language.tag()));
    }
    let bound = match row.bound {
        Bound::Exact if row.form == Form::Streak => Some(Word::Streak),
        Bound::Exact => None,
        Bound::About => Some(Word::AboutBound),
        Bound::Over => Some(Word::OverBound),
        Bound::Under => Some(Word::UnderBound),
    };
    let mut value = el("td").class("value");
    if let Some(word) = bound {
        value = value.put(labelled("span", "bound", sheet.say(word)));
    }
    let value = value
        .put(labelled("span", "number", &row.number))
        .put(labelled("span", "unit", &row.unit).set("lang", sheet.reading.lang()));
    leads(el("tr"), &[row.target])
        .put(first)
        .put(value)
        .put(direction(sheet, row))
        .put(labelled("td", "period", &row.period))
        .put(labelled("td", "sentence", &row.sentence.to_string()))
}

fn direction(sheet: &Sheet, row: &FigureRow) -> Node {
    let cell = el("td").class("direction");
    let cell = match row.direction {
        Direction::None => cell,
        Direction::Up => cell.put(arrow("↑", "up", sheet.say(Word::Up))),
        Direction::Down => cell.put(arrow("↓", "down", sheet.say(Word::Down))),
    };
    let words = match row.basis.as_str() {
        "" => row.scope.clone(),
        "yoy" => sheet.say(Word::YearOnYear).to_owned(),
        "mom" => sheet.say(Word::MonthOnMonth).to_owned(),
        "年均" => sheet.say(Word::PerYear).to_owned(),
        other => [sheet.say(Word::Against), &state::period(other)].concat(),
    };
    if words.is_empty() { cell } else { cell.put(labelled("span", "basis", &words)) }
}

fn arrow(sign: &str, class: &'static str, word: &str) -> Node {
    labelled("span", class, sign).set("role", "img").set("aria-label", word)
}
