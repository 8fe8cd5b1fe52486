//! What was wanted, beside what came of it.

use web_sys::Element;

use super::{indicator, leading, number, within};
use crate::app::App;
use crate::browser::element;
use crate::state::{Line, Sheet, line, promises};
use crate::words::Word;

const HEADS: [Word; 5] = [Word::Indicator, Word::Place, Word::Year, Word::Target, Word::Result];

/// The most rows that are drawn.
const MOST: usize = 500;

/// The targets with their results.
pub fn view(app: &App) -> Element {
    let outer = element("div", &[("class", "corpus-view")], "");
    let found = promises(&app.shelf);
    if found.is_empty() {
        return within(outer, &[element("p", &[("class", "nothing")], app.say(Word::NoPromises))]);
    }
    let heads: Vec<_> = HEADS.iter().map(|word| element("th", &[("scope", "col")], app.say(*word))).collect();
    let mut rows = Vec::new();
    for promise in found.iter().take(MOST) {
        let Some(target) = line(&app.shelf, promise.target) else { continue };
        let lang = target.card.lang.as_str();
        let results: Vec<_> =
            promise.results.iter().filter_map(|at| line(&app.shelf, *at)).map(|one| told(app, one)).collect();
        let cells = [
            element("td", &[("class", "indicator"), ("lang", lang)], indicator(target.row, app)),
            element("td", &[("class", "where"), ("lang", lang)], target.place()),
            element("td", &[("class", "period")], &super::period(&target.row.period)),
            within(
                element("td", &[("class", "target"), ("data-head", app.say(Word::Target))], ""),
                &[told(app, target)],
            ),
            within(element("td", &[("class", "result"), ("data-head", app.say(Word::Result))], ""), &results),
        ];
        rows.push(within(element("tr", &[], ""), &cells));
    }
    let head = within(element("thead", &[], ""), &[within(element("tr", &[], ""), &heads)]);
    let table = within(
        element("table", &[("id", "promises"), ("class", "promises")], ""),
        &[head, within(element("tbody", &[], ""), &rows)],
    );
    let scroll = element(
        "div",
        &[("class", "corpus-scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", app.say(Word::Promises))],
        "",
    );
    within(outer, &[within(scroll, &[table])])
}

/// A figure with the article that says it.
fn told(app: &App, line: Line) -> Element {
    let article = element("span", &[("class", "note"), ("lang", line.card.lang.as_str())], line.article.title());
    within(element("p", &[], ""), &[leading(line, &number(line.row, app)), article])
}

/// The targets and results as a table to be saved: a row for each result.
pub fn sheet(app: &App) -> Sheet {
    let mut head: Vec<String> = HEADS.iter().map(|word| app.say(*word).to_owned()).collect();
    head.extend([Word::Unit, Word::Text, Word::Text].map(|word| app.say(word).to_owned()));
    let mut rows = vec![head];
    for promise in promises(&app.shelf) {
        let Some(target) = line(&app.shelf, promise.target) else { continue };
        let mut row = |result: Option<Line>| {
            let cells = [
                indicator(target.row, app),
                target.place(),
                &target.row.period,
                &target.row.value.to_string(),
                &result.map_or(String::new(), |line| line.row.value.to_string()),
                target.row.measure.split_once(' ').map_or("", |(_, unit)| unit),
                target.article.title(),
                result.map_or("", |line| line.article.title()),
            ];
            rows.push(cells.map(str::to_owned).to_vec());
        };
        let results: Vec<_> = promise.results.iter().filter_map(|at| line(&app.shelf, *at)).collect();
        if results.is_empty() {
            row(None);
        }
        for result in results {
            row(Some(result));
        }
    }
    Sheet { rows, numbers: vec![3, 4] }
}
