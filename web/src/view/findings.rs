use tiyao::model::{Derivation, Language};

use super::digest::Capped;
use super::markup::Markup;
use crate::state::{self, Reading};
use crate::words::Word;

/// So many findings are drawn at first; those that agree stand last.
const ROWS: usize = 12;

/// What the numbers say about each other: the verdict, the sum, and the sum as a sentence.
pub fn findings(out: &mut Markup, reading: &Reading, language: Language, capped: &Capped) {
    let rows = state::findings(reading, language);
    if rows.is_empty() {
        return;
    }
    out.group("findings", Word::Findings.say(language)).raw("<ul class=\"findings\">");
    for row in capped.first("findings", ROWS, &rows) {
        out.raw("<li")
            .with("class", state::verdict_class(row.verdict))
            .raw("><span class=\"sign\" aria-hidden=\"true\">");
        out.text(state::sign(row.verdict)).raw("</span><p>").goto(&[row.target]);
        out.span_in(reading.lang(), "formula", &row.formula).raw("</button>").span("note", row.said);
        out.raw("</p><p class=\"because\">").text(&row.why).raw("</p></li>");
    }
    out.raw("</ul>");
    capped.more(out, "findings", ROWS, rows.len(), language);
    out.raw("</section>");
}

/// What the numbers allow but the text does not state; it is set apart from the facts.
pub fn derived(out: &mut Markup, reading: &Reading, language: Language, capped: &Capped) {
    let rows = state::derived(reading);
    if rows.is_empty() {
        return;
    }
    let lang = reading.lang();
    out.group("derived", Word::Derived.say(language)).raw("<ul class=\"statements\">");
    for row in capped.first("derived", ROWS, &rows) {
        let what = match row.what {
            Derivation::Base => Word::DerivedBase,
            Derivation::Whole => Word::DerivedWhole,
        };
        out.raw("<li><p class=\"lead\"").with("lang", lang).raw(">").text(&row.indicator);
        out.span_in(language.tag(), "note", what.say(language)).raw("</p>");
        out.goto(&row.places).span_in(lang, "formula", &row.formula).raw("</button></li>");
    }
    out.raw("</ul>");
    capped.more(out, "derived", ROWS, rows.len(), language);
    out.raw("</section>");
}
