use tiyao::model::Derivation;

use super::node::{Node, el, labelled};
use super::sheet::{Sheet, goto};
use crate::state::{self, DerivedRow, FindingRow};
use crate::words::Word;

/// So many findings are drawn at first; those that agree stand last.
const ROWS: usize = 12;

/// What the numbers say about each other: the verdict, the sum, and the sum as a sentence.
pub fn findings(sheet: &Sheet) -> Option<Node> {
    let rows = state::findings(sheet.reading, sheet.language);
    if rows.is_empty() {
        return None;
    }
    let shown = rows.iter().take(sheet.most("findings", ROWS)).map(|row| one(sheet, row)).collect();
    let mut inner = vec![labelled("ul", "findings", "").all(shown)];
    inner.extend(sheet.rest("findings", rows.len(), ROWS));
    Some(sheet.group("findings", Word::Findings, inner))
}

fn one(sheet: &Sheet, row: &FindingRow) -> Node {
    let sign = labelled("span", "sign", state::sign(row.verdict)).set("aria-hidden", "true");
    let formula = sheet.text("span").class("formula").say(&row.formula);
    let line = el("p").put(goto(&[row.target]).put(formula)).put(labelled("span", "note", row.said));
    labelled("li", state::verdict_class(row.verdict), "").put(sign).put(line).put(labelled("p", "because", &row.why))
}

/// What the numbers allow but the text does not state; it is set apart from the facts.
pub fn derived(sheet: &Sheet) -> Option<Node> {
    let rows = state::derived(sheet.reading);
    if rows.is_empty() {
        return None;
    }
    let shown = rows.iter().take(sheet.most("derived", ROWS)).map(|row| reckoned(sheet, row)).collect();
    let mut inner = vec![labelled("ul", "statements", "").all(shown)];
    inner.extend(sheet.rest("derived", rows.len(), ROWS));
    Some(sheet.group("derived", Word::Derived, inner))
}

fn reckoned(sheet: &Sheet, row: &DerivedRow) -> Node {
    let what = match row.what {
        Derivation::Base => Word::DerivedBase,
        Derivation::Whole => Word::DerivedWhole,
    };
    let note = labelled("span", "note", sheet.say(what)).set("lang", sheet.language.tag());
    let lead = sheet.text("p").class("lead").say(&row.indicator).put(note);
    let formula = sheet.text("span").class("formula").say(&row.formula);
    el("li").put(lead).put(goto(&row.places).put(formula))
}
