use leptos::prelude::*;
use tiyao::model::{Bound, Direction, Form, Language, Modality};

use super::digest::{capped, goto, group};
use crate::state::{self, FigureGroup, FigureRow, Reading};
use crate::words::Word;

/// So many rows are drawn at first.
const ROWS: usize = 200;

/// A row of the table: a heading over those that follow, or a figure.
enum Row {
    Heading(FigureGroup),
    Figure(FigureRow),
}

/// The key figures as a table, under the headings of the text.
pub fn figures(reading: &Reading, language: Language) -> Option<AnyView> {
    let mut rows = Vec::new();
    for mut found in state::figures(reading) {
        let figures = std::mem::take(&mut found.rows);
        if !found.heading.is_empty() {
            rows.push(Row::Heading(found));
        }
        rows.extend(figures.into_iter().map(Row::Figure));
    }
    if rows.is_empty() {
        return None;
    }
    let heads =
        [(Word::Indicator, "indicator"), (Word::Value, "value"), (Word::Change, "direction"), (Word::Period, "period")]
            .map(|(word, class)| view! { <th scope="col" class=class>{word.say(language)}</th> });
    let lang = reading.lang();
    let body = capped(rows, ROWS, language, move |row| match row {
        Row::Heading(found) => heading(found, lang),
        Row::Figure(row) => figure(row, lang, language),
    });
    let table = view! { <table><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table> };
    Some(group("figures", Word::Figures.say(language), table.into_any()))
}

fn heading(found: &FigureGroup, lang: &'static str) -> AnyView {
    let words = found.heading.clone().into_any();
    let inner = match found.target {
        Some(target) => goto(&[target], words),
        None => words,
    };
    view! { <tr class="under"><th colspan="4" scope="colgroup" lang=lang>{inner}</th></tr> }.into_any()
}

fn figure(row: &FigureRow, lang: &'static str, language: Language) -> AnyView {
    let name = row.target.to_string();
    let indicator = if row.indicator.is_empty() {
        view! { <span class="open">{Word::NoName.say(language)}</span> }.into_any()
    } else {
        row.indicator.clone().into_any()
    };
    let area = (!row.area.is_empty()).then(|| view! { <span class="area">{row.area.clone()}</span> });
    let tag = match row.modality {
        Modality::Actual => None,
        Modality::Target => Some(Word::Target),
        Modality::Case => Some(Word::Case),
    };
    let tag = tag.map(|word| view! { <span class="tag" lang=language.tag()>{word.say(language)}</span> });
    let bound = match row.bound {
        Bound::Exact if row.form == Form::Streak => Some(Word::Streak),
        Bound::Exact => None,
        Bound::About => Some(Word::AboutBound),
        Bound::Over => Some(Word::OverBound),
        Bound::Under => Some(Word::UnderBound),
    };
    let bound = bound.map(|word| view! { <span class="bound" lang=language.tag()>{word.say(language)}</span> });
    view! {
        <tr data-goto=name.clone() data-places=name.clone()>
            <td class="indicator" lang=lang>{goto(&[row.target], indicator)}{area}{tag}</td>
            <td class="value">{bound}<span class="number">{row.number.clone()}</span><span class="unit" lang=lang>{row.unit.clone()}</span></td>
            <td class="direction" lang=language.tag()>{direction(row.direction, language)}{basis(row, language)}</td>
            <td class="period">{row.period.clone()}</td>
        </tr>
    }
    .into_any()
}

fn direction(direction: Direction, language: Language) -> Option<AnyView> {
    let (sign, class, word) = match direction {
        Direction::None => return None,
        Direction::Up => ("↑", "up", Word::Up),
        Direction::Down => ("↓", "down", Word::Down),
    };
    Some(view! { <span class=class role="img" aria-label=word.say(language)>{sign}</span> }.into_any())
}

fn basis(row: &FigureRow, language: Language) -> Option<AnyView> {
    let words = match row.basis.as_str() {
        "" if row.scope.is_empty() => return None,
        "" => row.scope.clone(),
        "yoy" => Word::YearOnYear.say(language).to_owned(),
        "mom" => Word::MonthOnMonth.say(language).to_owned(),
        "年均" => Word::PerYear.say(language).to_owned(),
        other => format!("{}{}", Word::Against.say(language), state::period(other)),
    };
    Some(view! { <span class="basis">{words}</span> }.into_any())
}
