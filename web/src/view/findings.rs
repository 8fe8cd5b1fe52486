use leptos::prelude::*;
use tiyao::model::{Derivation, Language};

use super::digest::{capped, goto, group};
use crate::state::{self, DerivedRow, FindingRow, Reading};
use crate::words::Word;

/// So many findings are drawn at first; those that agree stand last.
const ROWS: usize = 12;

/// What the numbers say about each other: the verdict, the sum, and the sum as a sentence.
pub fn findings(reading: &Reading, language: Language) -> Option<AnyView> {
    let rows = state::findings(reading, language);
    if rows.is_empty() {
        return None;
    }
    let lang = reading.lang();
    let list = capped(rows, ROWS, language, move |row| one(row, lang));
    let list = view! { <ul class="findings">{list}</ul> };
    Some(group("findings", Word::Findings.say(language), list.into_any()))
}

fn one(row: &FindingRow, lang: &'static str) -> AnyView {
    let sign = view! { <span class="sign" aria-hidden="true">{state::sign(row.verdict)}</span> };
    let formula = view! { <span class="formula" lang=lang>{row.formula.clone()}</span> }.into_any();
    view! {
        <li class=state::verdict_class(row.verdict)>
            {sign}
            <p>{goto(&[row.target], formula)}<span class="note">{row.said}</span></p>
            <p class="because">{row.why.clone()}</p>
        </li>
    }
    .into_any()
}

/// What the numbers allow but the text does not state; it is set apart from the facts.
pub fn derived(reading: &Reading, language: Language) -> Option<AnyView> {
    let rows = state::derived(reading);
    if rows.is_empty() {
        return None;
    }
    let lang = reading.lang();
    let list = capped(rows, ROWS, language, move |row| reckoned(row, lang, language));
    let list = view! { <ul class="statements">{list}</ul> };
    Some(group("derived", Word::Derived.say(language), list.into_any()))
}

fn reckoned(row: &DerivedRow, lang: &'static str, language: Language) -> AnyView {
    let what = match row.what {
        Derivation::Base => Word::DerivedBase,
        Derivation::Whole => Word::DerivedWhole,
    };
    let formula = view! { <span class="formula" lang=lang>{row.formula.clone()}</span> }.into_any();
    let note = view! { <span class="note">{what.say(language)}</span> };
    view! { <li><p class="lead" lang=lang>{row.indicator.clone()}{note}</p>{goto(&row.places, formula)}</li> }
        .into_any()
}
