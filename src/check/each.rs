//! People in groups (22支580人, 88733户333825人): each group has somebody.

use super::claim::View;
use super::exact::Exact;
use super::finding::{Said, shown};
use crate::model::{Fact, Nearness, Relation};

/// What holds at least one person.
const GROUPS: [&str; 7] = ["组", "支", "户", "个组", "个小组", "个班", "队"];

/// Finds groups with their people right behind.
pub(super) fn find(view: &View, found: &mut Vec<Fact>) {
    found.extend((1..view.claims.len()).filter_map(|index| people(view, index)));
}

fn people(view: &View, index: usize) -> Option<Fact> {
    let (groups, people) = (&view.claims[index - 1], &view.claims[index]);
    let touching = groups.at.end == people.at.start;
    let grouped = GROUPS.contains(&groups.figure.unit.as_str()) && people.family == "people";
    if !touching || !grouped || !groups.is_exact() || !people.is_exact() {
        return None;
    }
    let share = people.interval()?.over(groups.interval()?)?;
    let holds = share.high.is_none_or(|high| high >= Exact::whole(1));
    let fold = view.fold();
    let (number, heads, computed) = (groups.shown(fold), people.shown(fold), shown(share, 1));
    Some(view.finding(
        people.at,
        &[groups.at, people.at],
        Said {
            rule: "people-in-groups",
            relation: Relation::Ratio,
            nearness: Nearness::of(holds),
            stated: format!("{number}{heads}"),
            formula: format!("{heads} ÷ {number} = {computed}"),
            parts: vec![heads, number, computed.clone()],
            computed,
        },
    ))
}
