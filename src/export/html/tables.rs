//! The tables of figures and the drawing of changes.

use std::fmt::Write as _;

use super::{escaped, heading};
use crate::export::report::{FigureRow, Part, Report};
use crate::export::words::Word;
use crate::model::{Direction, Language};

/// How many tenths of a unit a bar of the drawing has to each side.
const HALF: u32 = 480;

/// The key figures, and the others behind a fold.
pub(super) fn figures(out: &mut String, report: &Report, part: &Part, index: usize) {
    let language = report.language;
    if !part.figures.is_empty() {
        heading(out, Word::KeyFigures.of(language));
        table(out, &part.figures, language, index);
    }
    if !part.others.is_empty() {
        let _ =
            writeln!(out, "<details><summary>{} ({})</summary>", Word::OtherFigures.of(language), part.others.len());
        table(out, &part.others, language, index);
        out.push_str("</details>\n");
    }
}

fn table(out: &mut String, rows: &[FigureRow], language: Language, index: usize) {
    let [indicator, value, change, period, place] =
        [Word::Indicator, Word::Value, Word::Change, Word::Period, Word::Paragraph].map(|word| word.of(language));
    let _ = writeln!(
        out,
        "<div class=\"scroll\"><table>\n<thead><tr><th scope=\"col\">{indicator}</th>\
         <th scope=\"col\" class=\"number\">{value}</th><th scope=\"col\" class=\"number\">{change}</th>\
         <th scope=\"col\">{period}</th><th scope=\"col\" class=\"number\">{place}</th></tr></thead>\n<tbody>"
    );
    for row in rows {
        let at = row.facts.first().copied().unwrap_or_default();
        let last = row.facts.last().copied().unwrap_or_default();
        let note = if row.note.is_empty() {
            String::new()
        } else {
            format!(" <span class=\"note\">{}</span>", escaped(&row.note))
        };
        let _ = writeln!(
            out,
            "<tr><th scope=\"row\">{}{note}</th><td class=\"number\">{}</td><td class=\"number\">{}</td><td>{}</td>\
             <td class=\"number\"><a href=\"#d{index}f{at}\">{}</a></td></tr>",
            escaped(&row.indicator),
            linked(&row.value, index, at),
            linked(&row.change, index, last),
            escaped(&row.period),
            row.paragraph,
        );
    }
    out.push_str("</tbody>\n</table></div>\n");
}

fn linked(words: &str, index: usize, fact: usize) -> String {
    if words.is_empty() { String::new() } else { format!("<a href=\"#d{index}f{fact}\">{}</a>", escaped(words)) }
}

/// The changes as a list; those in per cent with a bar from a shared middle, right for up and left for down.
pub(super) fn changes(out: &mut String, report: &Report, part: &Part, index: usize) {
    if part.changes.is_empty() {
        return;
    }
    heading(out, Word::Changes.of(report.language));
    let largest = part.changes.iter().filter_map(|row| row.percent).fold(0.0, f64::max);
    out.push_str("<ul class=\"changes\">\n");
    for row in &part.changes {
        let _ = write!(
            out,
            "<li><span>{}</span><a class=\"number\" href=\"#d{index}f{}\">{}</a>",
            escaped(&row.indicator),
            row.fact,
            escaped(&row.change),
        );
        if let Some(percent) = row.percent.filter(|_| largest > 0.0 && row.direction != Direction::None) {
            let long = ((percent / largest * f64::from(HALF)).round() as u32).clamp(10, HALF);
            let (class, from) = if row.direction == Direction::Up { ("up", HALF) } else { ("down", HALF - long) };
            let (from, long) = (tenths(from), tenths(long));
            let _ = write!(
                out,
                "<svg viewBox=\"0 0 96 8\" preserveAspectRatio=\"none\" aria-hidden=\"true\">\
                 <rect class=\"{class}\" x=\"{from}\" y=\"1\" width=\"{long}\" height=\"6\"/>\
                 <line class=\"axis\" x1=\"48\" x2=\"48\" y1=\"0\" y2=\"8\"/></svg>"
            );
        }
        out.push_str("</li>\n");
    }
    out.push_str("</ul>\n");
}

/// Tenths with their point. Printing a fraction itself would bring its own code of ten kilobytes.
fn tenths(count: u32) -> String {
    format!("{}.{}", count / 10, count % 10)
}
