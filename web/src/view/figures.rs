use tiyao::model::{Bound, Direction, Form, Language, Modality};

use super::digest::Capped;
use super::markup::Markup;
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
pub fn figures(out: &mut Markup, reading: &Reading, language: Language, capped: &Capped) {
    let mut rows = Vec::new();
    for mut found in state::figures(reading) {
        let figures = std::mem::take(&mut found.rows);
        if !found.heading.is_empty() {
            rows.push(Row::Heading(found));
        }
        rows.extend(figures.into_iter().map(Row::Figure));
    }
    if rows.is_empty() {
        return;
    }
    out.group("figures", Word::Figures.say(language)).raw("<table><thead><tr>");
    for (word, class) in
        [(Word::Indicator, "indicator"), (Word::Value, "value"), (Word::Change, "direction"), (Word::Period, "period")]
    {
        out.raw("<th scope=\"col\"").with("class", class).raw(">").text(word.say(language)).raw("</th>");
    }
    out.raw("</tr></thead><tbody>");
    for row in capped.first("figures", ROWS, &rows) {
        match row {
            Row::Heading(found) => heading(out, found, reading.lang()),
            Row::Figure(row) => figure(out, row, reading.lang(), language),
        }
    }
    out.raw("</tbody></table>");
    capped.more(out, "figures", ROWS, rows.len(), language);
    out.raw("</section>");
}

fn heading(out: &mut Markup, found: &FigureGroup, lang: &'static str) {
    out.raw("<tr class=\"under\"><th colspan=\"4\" scope=\"colgroup\"").with("lang", lang).raw(">");
    match found.target {
        Some(target) => out.goto(&[target]).text(&found.heading).raw("</button>"),
        None => out.text(&found.heading),
    };
    out.raw("</th></tr>");
}

fn figure(out: &mut Markup, row: &FigureRow, lang: &'static str, language: Language) {
    let own = language.tag();
    out.raw("<tr").with("data-goto", &row.target.to_string()).places(&[row.target]);
    out.raw("><td class=\"indicator\"").with("lang", lang).raw(">").goto(&[row.target]);
    if row.indicator.is_empty() {
        out.span_in(own, "open", Word::NoName.say(language));
    } else {
        out.text(&row.indicator);
    }
    out.raw("</button>");
    if !row.area.is_empty() {
        out.span("area", &row.area);
    }
    let tag = match row.modality {
        Modality::Actual => None,
        Modality::Target => Some(Word::Target),
        Modality::Case => Some(Word::Case),
    };
    if let Some(tag) = tag {
        out.span_in(own, "tag", tag.say(language));
    }
    out.raw("</td><td class=\"value\">");
    let bound = match row.bound {
        Bound::Exact if row.form == Form::Streak => Some(Word::Streak),
        Bound::Exact => None,
        Bound::About => Some(Word::AboutBound),
        Bound::Over => Some(Word::OverBound),
        Bound::Under => Some(Word::UnderBound),
    };
    if let Some(bound) = bound {
        out.span_in(own, "bound", bound.say(language));
    }
    out.span("number", &row.number).span_in(lang, "unit", &row.unit).raw("</td><td class=\"direction\"");
    out.with("lang", own).raw(">");
    direction(out, row.direction, language);
    basis(out, row, language);
    out.raw("</td><td class=\"period\">").text(&row.period).raw("</td></tr>");
}

fn direction(out: &mut Markup, direction: Direction, language: Language) {
    let (sign, class, word) = match direction {
        Direction::None => return,
        Direction::Up => ("↑", "up", Word::Up),
        Direction::Down => ("↓", "down", Word::Down),
    };
    out.raw("<span role=\"img\"").with("class", class).with("aria-label", word.say(language)).raw(">");
    out.raw(sign).raw("</span>");
}

fn basis(out: &mut Markup, row: &FigureRow, language: Language) {
    let against;
    let words = match row.basis.as_str() {
        "" if row.scope.is_empty() => return,
        "" => &row.scope,
        "yoy" => Word::YearOnYear.say(language),
        "mom" => Word::MonthOnMonth.say(language),
        "年均" => Word::PerYear.say(language),
        other => {
            against = format!("{}{}", Word::Against.say(language), state::period(other));
            &against
        }
    };
    out.span("basis", words);
}
