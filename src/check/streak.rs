//! A streak against the period that it is said to lie in: “十二五”期间连续83个月.

use super::claim::{Claim, View};
use super::finding::Said;
use crate::fold::CharSpan;
use crate::model::{Fact, Form, Nearness, Relation};
use crate::read::time::Civil;

/// Finds each streak that stands under a period of several years.
pub(super) fn find(view: &View, found: &mut Vec<Fact>) {
    let streaks = view.claims.iter().filter(|claim| claim.figure.form == Form::Streak && claim.is_exact());
    found.extend(streaks.filter_map(|claim| within(view, claim)));
}

fn within(view: &View, claim: &Claim) -> Option<Fact> {
    let fold = view.fold();
    let period = claim.period_at()?;
    let said = fold.stretch(period);
    let words = fold.text(said);
    // 2016年连续5年获评 only says when the streak stood; a period that lasts is meant to hold it.
    let lasting = ["期间", "年来", "年间"].iter().any(|tail| words.ends_with(tail) || fold.starts_with(said.end, tail));
    // Semicolons carry a period on from line to line; behind a full stop it may not be meant any more.
    if !lasting || said.start > claim.at.start || ended(view, said.end, claim.at.start) {
        return None;
    }
    let months = months(view.time_at(period)?)?;
    let length = claim.value().whole()?;
    // Months of 31 days and years of 366 can only make the period longer.
    let (room, unit) = match claim.figure.unit.as_str() {
        "年" | "周年" => (months / 12, "年"),
        "个月" | "月" => (months, "个月"),
        "天" | "日" => (months.checked_mul(31)?, "天"),
        _ => return None,
    };
    let holds = length <= room;
    let (stated, room) = (claim.shown(fold), format!("{room}{unit}"));
    let sign = if holds { "≤" } else { ">" };
    Some(view.finding(
        claim.at,
        &[said, claim.at],
        Said {
            rule: "streak-within-period",
            relation: Relation::Contradiction,
            nearness: Nearness::of(holds),
            formula: format!("{stated} {sign} {room}"),
            parts: vec![words.to_owned(), room.clone(), stated.clone()],
            stated,
            computed: room,
        },
    ))
}

/// Whether a sentence ends between the two places, or they lie far apart.
fn ended(view: &View, from: usize, to: usize) -> bool {
    const REACH: usize = 400;
    to > from + REACH || view.fold().slice(CharSpan::new(from, to)).iter().any(|&c| matches!(c, '。' | '!' | '?'))
}

/// How many months an EDTF interval lasts; nothing for an open one or a single date.
fn months(period: &str) -> Option<i128> {
    let (from, to) = period.split_once('/')?;
    let (from, to) = (Civil::parse(from)?, Civil::parse(to)?);
    let first = from.year * 12 + i32::from(from.month.max(1));
    let last = to.year * 12 + if to.month == 0 { 12 } else { i32::from(to.month) };
    (last >= first).then(|| i128::from(last - first + 1))
}
