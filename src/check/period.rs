//! A change between periods of unlike length: 今年1至9月…比2021年增长5% holds nine months against twelve.

use super::claim::{Claim, View};
use super::finding::Said;
use crate::fold::CharSpan;
use crate::model::{Fact, Form, Modality, Nearness, Relation, Role, Span};

/// Finds changes of some months against a whole year.
pub(super) fn find(view: &View, found: &mut Vec<Fact>) {
    found.extend(view.claims.iter().filter_map(|claim| unlike(view, claim)));
}

fn unlike(view: &View, claim: &Claim) -> Option<Fact> {
    let figure = claim.figure;
    let change = figure.form == Form::Change && figure.modality == Modality::Actual && figure.unit == "%";
    if !change || !months(&figure.period) || !year(&figure.basis) {
        return None;
    }
    let part = |role| claim.fact.evidence.iter().find(|part| part.role == role).map(|part| part.span);
    let (own, other) = (part(Role::Period)?, part(Role::Comparison)?);
    let sentence = view.page.layout.sentences.get(claim.sentence)?.at;
    let within = |span: Span| Some(view.fold().stretch(span)).filter(|&at| sentence.contains(at));
    let (own, other): (CharSpan, CharSpan) = (within(own)?, within(other)?);
    let fold = view.fold();
    let (own_words, other_words) = (fold.words(own), fold.words(other));
    Some(view.finding(
        claim.at,
        &[own, other, claim.at],
        Said {
            rule: "periods-of-unlike-length",
            relation: Relation::Change,
            nearness: Nearness::Open,
            stated: claim.shown(fold),
            computed: String::new(),
            formula: format!("{own_words} ↔ {other_words}"),
            parts: vec![own_words, other_words],
        },
    ))
}

/// Whether an EDTF value is a stretch of months within one year, two at least and fewer than twelve.
fn months(value: &str) -> bool {
    let Some((first, last)) = value.split_once('/') else { return false };
    let month = |end: &str| (end.len() == 7).then(|| end.get(5..7)?.parse::<u32>().ok()).flatten();
    let (Some(from), Some(to)) = (month(first), month(last)) else { return false };
    first.get(..4) == last.get(..4) && from < to && to - from < 11
}

/// Whether an EDTF value is one year.
fn year(value: &str) -> bool {
    value.len() == 4 && value.bytes().all(|byte| byte.is_ascii_digit())
}
