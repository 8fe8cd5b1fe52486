//! Puts findings together.

use super::claim::{Claim, View};
use super::interval::{Fit, Interval, fit};
use crate::fold::CharSpan;
use crate::model::{Arrange, Evidence, Fact, Finding, Relation, Role, Span, Verdict};

/// What a rule says of its claims.
pub(super) struct Said {
    pub rule: &'static str,
    pub relation: Relation,
    pub verdict: Verdict,
    pub stated: String,
    pub computed: String,
    pub formula: String,
    pub why: String,
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
            detail: crate::model::Detail::Finding(Finding {
                claims: spans,
                relation: said.relation,
                stated: said.stated,
                computed: said.computed,
                verdict: said.verdict,
                why: said.why,
                formula: said.formula,
            }),
        }
    }
}

/// What holding a computed stretch against a stated figure gives: the verdict and the end of a sentence about it.
pub(super) fn judged(computed: Interval, stated: &Claim) -> Option<(Verdict, &'static str)> {
    Some(match fit(computed, stated.written())? {
        Fit::Same => (Verdict::Consistent, "agrees with"),
        Fit::Rounded => (Verdict::Consistent, "agrees by rounding with"),
        Fit::Cut => (Verdict::Consistent, "agrees, digits being cut off, with"),
        Fit::Apart => (Verdict::Inconsistent, "does not match"),
    })
}

/// The computed stretch in plain digits, a little finer than the stated figure.
pub(super) fn shown(computed: Interval, places: u32) -> String {
    let end = |end: Option<super::exact::Exact>| end.and_then(|end| end.shown(places)).unwrap_or_else(|| "…".into());
    let (low, high) = (end(computed.low), end(computed.high));
    if low == high { low } else { format!("{low}–{high}") }
}
