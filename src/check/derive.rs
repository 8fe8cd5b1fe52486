//! Numbers that a text allows but does not state: the level before a change, the whole behind a share.

use super::change::constant_prices;
use super::claim::{Claim, View};
use super::exact::Exact;
use super::interval::Interval;
use super::twice::DONE_RATES;
use crate::model::{
    Arrange, Decimal, Derivation, Derived, Detail, Direction, Fact, Form, Modality, Relation, Span, Verdict,
};

/// How far behind its level a change may stand, in characters: `,同比` and its like.
const NEAR: usize = 8;

/// What the figures allow to be reckoned, in source order. A number that the text states itself is left out, and so is
/// the whole of a share that one of the `findings` holds against its whole.
pub(super) fn derive(view: &View, findings: &[Fact]) -> Vec<Derived> {
    let tested = tested(findings);
    let untested = |&index: &usize| tested.binary_search(&view.fold().span(view.claims[index].at)).is_err();
    let changes = (1..view.claims.len()).filter_map(|index| base(view, index));
    let shares = (1..view.claims.len()).filter(untested).filter_map(|index| whole(view, index));
    let mut found: Vec<Derived> = changes.chain(shares).collect();
    found.arrange_by_key(|one| one.claims.first().copied());
    found
}

/// 立案2034起,同比下降16.9%: 2034 ÷ (1 − 16.9%) a year before.
fn base(view: &View, index: usize) -> Option<Derived> {
    let (level, change) = (&view.claims[index - 1], &view.claims[index]);
    let moves = change.figure.form == Form::Change && change.figure.unit == "%" && change.is_exact();
    if !moves {
        return None;
    }
    let against = matches!(change.figure.basis.as_str(), "yoy" | "mom") && !change.figure.inferred.contains(&"basis");
    let bound = level.is_amount()
        && level.is_exact()
        && change.figure.indicator == level.figure.indicator
        && change.same_frame(level)
        && change.figure.modality == Modality::Actual
        && (level.at.end..=level.at.end + NEAR).contains(&change.at.start)
        && view.one_part(index - 1, index);
    if !against
        || !bound
        || constant_prices(view, index - 1)
        || constant_prices(view, index)
        || is_index(level)
        || stated(view, index - 1)
    {
        return None;
    }
    let one = Interval::point(Exact::whole(1));
    let rate = change.interval()?.over(Interval::point(Exact::whole(100)))?;
    let (factor, sign) = match change.figure.direction {
        Direction::Up => (one.plus(rate), '+'),
        Direction::Down => (one.minus(rate), '−'),
        Direction::None => return None,
    };
    let before = level.interval()?.over(factor)?;
    let fold = view.fold();
    let sum = format!("{} ÷ (1 {sign} {})", level.shown(fold), change.shown(fold));
    derived(view, Derivation::Base, &[level, change], level, before, &sum)
}

/// 建成综治中心510个,完成率89%: 510 ÷ 89% were to be built.
fn whole(view: &View, index: usize) -> Option<Derived> {
    let (part, share) = (&view.claims[index - 1], &view.claims[index]);
    if !share.is_share() || !share.is_exact() {
        return None;
    }
    let named = view.ends_before(index, &['达', '到', '为', '是', '了', '约', ' '], &DONE_RATES);
    if !named || share.value() >= Decimal::new(100, 0) {
        return None;
    }
    let bound = part.is_amount() && part.is_exact() && part.same_frame(share) && view.one_part(index - 1, index);
    if !bound || part.figure.modality != Modality::Actual {
        return None;
    }
    let all = part.interval()?.times(100).over(share.interval()?)?;
    let fold = view.fold();
    let sum = format!("{} ÷ {}", part.shown(fold), share.shown(fold));
    derived(view, Derivation::Whole, &[part, share], part, all, &sum)
}

fn derived(
    view: &View,
    what: Derivation,
    claims: &[&Claim],
    of: &Claim,
    number: Interval,
    sum: &str,
) -> Option<Derived> {
    let (low, high) = (number.low?, number.high?);
    // Things that are counted come whole; other numbers with the digits of the one they are made of.
    let places = if of.written().counted { 0 } else { of.places() };
    let fold = view.fold();
    let (scale, word) = multiplier(&of.shown(fold));
    let written = |end: Exact| end.over(Exact::whole(scale))?.shown(of.written_places(scale));
    let (first, last) =
        if scale > 1 { (written(low)?, written(high)?) } else { (low.shown(places)?, high.shown(places)?) };
    let shown = if first == last { first } else { format!("{first}–{last}") };
    let (low, high) = (low.shown(places)?, high.shown(places)?);
    Some(Derived {
        what,
        article: of.fact.article,
        indicator: of.figure.indicator.clone(),
        unit: of.figure.unit.clone(),
        formula: format!("{sum} = {shown}{word}{}", of.figure.unit),
        low,
        high,
        claims: claims.iter().map(|claim| fold.span(claim.at)).collect(),
    })
}

/// The multiplier that a number is written with: 63.8亿元 is written in 亿.
fn multiplier(shown: &str) -> (i128, &'static str) {
    const MULTIPLIERS: [(&str, i128); 3] = [("万亿", 1_000_000_000_000), ("亿", 100_000_000), ("万", 10_000)];
    let behind = shown.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let found = MULTIPLIERS.into_iter().find(|(word, _)| behind.starts_with(word));
    found.map_or((1, ""), |(word, scale)| (scale, word))
}

/// Whether a level is itself a comparison with another time: 居民消费价格指数 99.5.
fn is_index(level: &Claim) -> bool {
    level.figure.unit.is_empty() || level.figure.indicator.ends_with("指数")
}

/// Whether the sentence of a claim gives the same indicator at another time too.
fn stated(view: &View, index: usize) -> bool {
    let own = &view.claims[index];
    let near = index.saturating_sub(4)..(index + 5).min(view.claims.len());
    let mut others = view.claims[near].iter().filter(|other| other.sentence == own.sentence && other.at != own.at);
    others.any(|other| {
        other.figure.indicator == own.figure.indicator && other.adds_to(own) && other.figure.period != own.figure.period
    })
}

/// The shares that a finding holds against their parts and wholes, in order.
fn tested(findings: &[Fact]) -> Vec<Span> {
    let told = |fact: &&Fact| match &fact.detail {
        Detail::Finding(finding) => finding.relation == Relation::Ratio && finding.verdict != Verdict::Unclear,
        _ => false,
    };
    let mut spans: Vec<Span> = findings.iter().filter(told).map(|fact| fact.span).collect();
    spans.arrange();
    spans
}
