//! One indicator across places and years, with its chart.

use web_sys::Element;

use super::{chart, leading, number, within};
use crate::app::App;
use crate::browser::{element, mark};
use crate::state::{Indicator, Sheet, line, matrix};
use crate::words::Word;

/// So many indicators can be chosen: those with the most figures.
const MOST: usize = 300;

/// So many figures of a place and a year are named.
const CELL: usize = 3;

/// The choice of an indicator, its chart, and the table behind it.
pub fn view(app: &App, known: &[Indicator]) -> Element {
    let outer = element("div", &[("class", "corpus-view")], "");
    let Some(chosen) = &app.indicator else {
        return within(outer, &[element("p", &[("class", "nothing")], app.say(Word::NoMatrix))]);
    };
    let choice = element("select", &[("id", "indicator"), ("aria-label", app.say(Word::ChooseIndicator))], "");
    for (at, indicator) in known.iter().take(MOST).enumerate() {
        let words = format!("{} ({})", name(indicator, app), indicator.cells);
        let option = element("option", &[("value", &at.to_string()), ("lang", "zh-Hans")], &words);
        if indicator == chosen {
            mark(&option, &[("selected", "")]);
        }
        within(choice.clone(), &[option]);
    }
    let matrix = matrix(&app.shelf, chosen);
    let mut heads = vec![element("th", &[("scope", "col")], app.say(Word::Place))];
    let column = |period: &String| element("th", &[("scope", "col"), ("class", "value")], &super::period(period));
    heads.extend(matrix.periods.iter().map(column));
    let mut rows = Vec::new();
    for (place, cells) in &matrix.rows {
        let mut row = vec![element("th", &[("scope", "row"), ("lang", "zh-Hans")], place)];
        for cell in cells {
            let figures = cell.iter().take(CELL).filter_map(|at| line(&app.shelf, *at));
            let figures: Vec<_> = figures.map(|line| leading(line, &number(line.row, app))).collect();
            row.push(within(element("td", &[("class", "value")], ""), &figures));
        }
        rows.push(within(element("tr", &[], ""), &row));
    }
    let head = within(element("thead", &[], ""), &[within(element("tr", &[], ""), &heads)]);
    let table = within(
        element("table", &[("id", "matrix"), ("class", "matrix")], ""),
        &[head, within(element("tbody", &[], ""), &rows)],
    );
    let fields = within(element("div", &[("class", "corpus-fields")], ""), &[choice]);
    let scroll = element(
        "div",
        &[("class", "corpus-scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", app.say(Word::Matrix))],
        "",
    );
    within(outer, &[fields, within(scroll, &[chart::chart(app, &matrix), table])])
}

/// What is measured, with its unit and whether it is a change.
fn name(indicator: &Indicator, app: &App) -> String {
    let (form, unit) = indicator.measure.split_once(' ').unwrap_or_default();
    let form = match form {
        "change" => app.language.pick("升降", "升降", "change"),
        "rank" => app.language.pick("位次", "位次", "rank"),
        "moved" => app.language.pick("位次升降", "位次升降", "places moved"),
        "streak" => app.language.pick("连续", "連續", "in a row"),
        _ => "",
    };
    let parts = [indicator.key.as_str(), form, unit];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// The matrix as a table to be saved: a row for each place.
pub fn sheet(app: &App) -> Sheet {
    let Some(chosen) = &app.indicator else { return Sheet::default() };
    let matrix = matrix(&app.shelf, chosen);
    let mut head = vec![format!("{} / {}", app.say(Word::Place), name(chosen, app))];
    head.extend(matrix.periods.iter().cloned());
    let mut rows = vec![head];
    for (place, cells) in &matrix.rows {
        let mut row = vec![place.clone()];
        let value =
            |cell: &Vec<_>| cell.first().and_then(|at| line(&app.shelf, *at)).map(|line| line.row.value.to_string());
        row.extend(cells.iter().map(|cell| value(cell).unwrap_or_default()));
        rows.push(row);
    }
    Sheet { numbers: (1..=matrix.periods.len()).collect(), rows }
}
