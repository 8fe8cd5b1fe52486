//! A rate and its change: 同比上升6.7% may mean per cent or percentage points, 上升6个百分点 to 5% can mean neither.

use super::claim::View;
use super::exact::Exact;
use super::finding::{Said, shown};
use crate::model::{Direction, Fact, Form, Nearness, Relation};

/// The last characters of words for rates.
const RATES: [&str; 5] = ["率", "比重", "占比", "比例", "度"];

/// Finds rates with their change right behind.
pub(super) fn find(view: &View, found: &mut Vec<Fact>) {
    found.extend((1..view.claims.len()).filter_map(|index| changed(view, index)));
}

fn changed(view: &View, index: usize) -> Option<Fact> {
    let (rate, change) = (&view.claims[index - 1], &view.claims[index]);
    let moves = change.figure.form == Form::Change && change.is_exact() && change.figure.direction != Direction::None;
    if !moves || !rate.is_share() || !rate.is_exact() || change.at.start > rate.at.end + 10 {
        return None;
    }
    let name = view.words_before(index - 1);
    let name = name.trim_end_matches(['达', '到', '为', '是', '了', '至', ' ']);
    let gap = view.between(rate.at.end, change.at.start);
    let near = gap.starts_with([',', '、', '(']) && view.one_part(index - 1, index);
    let named = RATES.iter().any(|tail| name.ends_with(tail));
    if !named || !near || change.figure.indicator != rate.figure.indicator {
        return None;
    }
    let fold = view.fold();
    let (level, stated) = (rate.shown(fold), change.shown(fold));
    let up = change.figure.direction == Direction::Up;
    let (now, step) = (rate.interval()?, change.interval()?);
    let points = if up { now.minus(step) } else { now.plus(step) };
    let base = shown(points, rate.places().max(change.places())) + "%";
    let sign = if up { '−' } else { '+' };
    let formula = format!("{level} {sign} {stated} = {base}");
    // A rate of growth or of profit can lie below nought.
    let any_sign = name.contains(['增', '利', '益', '胀', '幅', '变']);
    let fits = any_sign || points.high.is_none_or(|high| high >= Exact::whole(0));
    let nearness = match change.figure.unit.as_str() {
        "%" => Nearness::Open,
        "个百分点" if !fits => Nearness::Apart,
        _ => return None,
    };
    Some(view.finding(
        change.at,
        &[rate.at, change.at],
        Said {
            rule: "per-cent-or-points",
            relation: Relation::Change,
            nearness,
            parts: vec![level, stated.clone(), base.clone()],
            stated,
            computed: base,
            formula,
        },
    ))
}
