use tiyao::model::{Direction, Language};

use super::digest::Capped;
use super::markup::Markup;
use crate::state::{self, ChangeRow, LONGEST_BAR, Reading};
use crate::words::Word;

/// So many changes are drawn at first.
const ROWS: usize = 24;

/// The changes in per cent as a table with a bar in each row: to the right for up, to the left for down.
pub fn changes(out: &mut Markup, reading: &Reading, language: Language, capped: &Capped) {
    let rows = state::changes(reading);
    // One bar alone compares nothing.
    if rows.len() < 2 {
        return;
    }
    out.group("changes", Word::Changes.say(language)).raw("<table><tbody>");
    for row in capped.first("changes", ROWS, &rows) {
        one(out, row, reading.lang(), language);
    }
    out.raw("</tbody></table>");
    capped.more(out, "changes", ROWS, rows.len(), language);
    out.raw("</section>");
}

fn one(out: &mut Markup, row: &ChangeRow, lang: &'static str, language: Language) {
    let named = !row.indicator.is_empty();
    let words = if named { row.indicator.as_str() } else { Word::NoName.say(language) };
    let (class, sign, from, word) = match row.direction {
        Direction::Down => ("down", "−", LONGEST_BAR - row.length, Word::Down),
        _ => ("up", "+", LONGEST_BAR, Word::Up),
    };
    out.raw("<tr").with("data-goto", &row.target.to_string()).places(&[row.target]);
    out.raw(if named { "><td class=\"indicator\"" } else { "><td class=\"indicator open\"" }).with("lang", lang);
    out.raw(">").goto(&[row.target]).text(words).raw("</button></td><td class=\"chart\"><svg");
    out.with("viewBox", &format!("0 0 {} 10", 2 * LONGEST_BAR));
    out.raw(" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect").with("class", class);
    out.with("x", &from.to_string()).with("width", &row.length.to_string());
    out.raw(" y=\"0\" height=\"10\"></rect><rect class=\"axis\"").with("x", &(LONGEST_BAR - 3).to_string());
    out.raw(" y=\"0\" width=\"6\" height=\"10\"></rect></svg></td><td class=\"value\"");
    out.with("aria-label", &format!("{} {}", word.say(language), row.size));
    out.raw(">").raw(sign).text(&row.size).raw("</td></tr>");
}
