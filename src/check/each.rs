//! Groups that have somebody each (22支580人, 88733户333825人), and one of a kind for every one of another (“一村一警”).

use super::claim::{Claim, View};
use super::exact::Exact;
use super::finding::{Said, shown};
use crate::fold::CharSpan;
use crate::model::{Decimal, Fact, Modality, Nearness, Relation};

/// What holds at least one person.
const GROUPS: [&str; 7] = ["组", "支", "户", "个组", "个小组", "个班", "队"];

/// Finds groups with their people right behind.
pub(super) fn find(view: &View, found: &mut Vec<Fact>) {
    found.extend((1..view.claims.len()).filter_map(|index| people(view, index)));
    let slogans = view.page.marks.enclosed.iter().filter(|pair| !pair.title);
    found.extend(slogans.filter_map(|pair| one_for_each(view, pair.inner)));
}

/// How many figures before and behind a slogan its two numbers may stand, and how far behind a number its noun.
const REACH: usize = 12;
const NOUN: usize = 8;

/// “一村一警”: as many 警 as 村 at least, where the article counts both.
fn one_for_each(view: &View, slogan: CharSpan) -> Option<Fact> {
    let fold = view.fold();
    let ['一', rest @ ..] = fold.slice(slogan) else { return None };
    let second = rest.iter().position(|&c| c == '一')?;
    let (group, member) = (&rest[..second], &rest[second + 1..]);
    if !(1..=3).contains(&group.len()) || !(1..=4).contains(&member.len()) {
        return None;
    }
    let names = |claim: &Claim, noun: &[char]| {
        let behind = fold.slice(CharSpan::new(claim.at.start, (claim.at.end + NOUN).min(fold.len())));
        let clause = behind.split(|c| matches!(c, ',' | '。' | ';' | '、' | ':')).next().unwrap_or_default();
        clause.windows(noun.len()).any(|words| words == noun)
    };
    let article = view.page.layout.article_at(slogan.start);
    let counts = |claim: &Claim, noun: &[char]| {
        claim.fact.article == article
            && claim.is_amount()
            && claim.is_exact()
            && claim.value() > Decimal::new(1, 0)
            && claim.figure.modality == Modality::Actual
            && names(claim, noun)
    };
    let next = view.claims.partition_point(|claim| claim.at.start < slogan.start);
    let near = &view.claims[next.saturating_sub(REACH)..(next + REACH).min(view.claims.len())];
    // The members are told with the slogan, their groups anywhere near.
    let members = view.claims[next..].iter().take(3).find(|claim| claim.family == "people" && counts(claim, member))?;
    let groups = near.iter().find(|claim| claim.family != "people" && counts(claim, group))?;
    let share = members.interval()?.over(groups.interval()?)?;
    let holds = share.high.is_none_or(|high| high >= Exact::whole(1));
    let (heads, number, computed) = (members.shown(fold), groups.shown(fold), shown(share, 2));
    Some(view.finding(
        members.at,
        &[slogan, members.at, groups.at],
        Said {
            rule: "one-for-each",
            relation: Relation::Ratio,
            nearness: if holds { Nearness::Same } else { Nearness::Open },
            stated: "1".into(),
            formula: format!("{heads} ÷ {number} = {computed}"),
            computed: computed.clone(),
            parts: vec![heads, number, computed],
        },
    ))
}

fn people(view: &View, index: usize) -> Option<Fact> {
    let (groups, people) = (&view.claims[index - 1], &view.claims[index]);
    let touching = groups.at.end == people.at.start;
    let grouped = || GROUPS.contains(&groups.figure.unit.as_str()) && people.family == "people";
    if !touching || !grouped() || !groups.is_exact() || !people.is_exact() {
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
