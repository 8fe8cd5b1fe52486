//! Puts findings together.

use super::claim::{Claim, View};
use super::interval::{Fit, Interval, fit};
use crate::fold::CharSpan;
use crate::model::{Arrange, Evidence, Fact, Finding, Nearness, Reason, Relation, Role, Span};

/// What a rule says of its claims.
pub(super) struct Said {
    pub rule: &'static str,
    pub relation: Relation,
    pub nearness: Nearness,
    pub stated: String,
    pub computed: String,
    pub formula: String,
    /// The words in the sentence about it, as `src/export/reasons.tsv` counts them.
    pub parts: Vec<String>,
}

impl View<'_> {
    /// The finding about `claims`; it stands at `main`, the claim that the others are held against.
    pub fn finding(&self, main: CharSpan, claims: &[CharSpan], said: Said) -> Fact {
        let mut spans: Vec<Span> = claims.iter().map(|&at| self.fold().span(at)).collect();
        spans.arrange();
        spans.dedup();
        Fact {
            span: self.fold().span(main),
            article: self.page.layout.article_at(main.start),
            rule: said.rule,
            evidence: spans.iter().map(|&span| Evidence { role: Role::Value, span }).collect(),
            detail: crate::model::Detail::Finding(Box::new(Finding {
                claims: spans,
                relation: said.relation,
                stated: said.stated,
                computed: said.computed,
                verdict: said.nearness.verdict(),
                reason: Reason { parts: said.parts, nearness: said.nearness },
                formula: said.formula,
            })),
        }
    }
}

/// What holding a computed stretch against a stated figure gives.
pub(super) fn judged(computed: Interval, stated: &Claim) -> Option<Nearness> {
    Some(match fit(computed, stated.written())? {
        Fit::Same => Nearness::Same,
        Fit::Rounded => Nearness::Rounded,
        Fit::Cut => Nearness::Cut,
        Fit::Apart => Nearness::Apart,
    })
}

/// The computed stretch in plain digits, a little finer than the stated figure.
pub(super) fn shown(computed: Interval, places: u32) -> String {
    let end = |end: Option<super::exact::Exact>| end.and_then(|end| end.shown(places)).unwrap_or_else(|| "…".into());
    let (low, high) = (end(computed.low), end(computed.high));
    if low == high { low } else { format!("{low}–{high}") }
}
