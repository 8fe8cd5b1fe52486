//! A part, its share, and the total that both are of: 纠纷1000件,其中婚姻家庭纠纷250件,占25%.

use super::claim::{Claim, View};
use super::finding::{Said, judged, shown};
use crate::lexicon::among;
use crate::model::{Fact, Relation, Verdict};

/// How many figures before a part its total may stand.
const REACH: usize = 8;

/// Finds shares that stand behind their part.
pub(super) fn find(view: &View, found: &mut Vec<Fact>) {
    found.extend((2..view.claims.len()).filter_map(|index| of_total(view, index)));
}

fn of_total(view: &View, index: usize) -> Option<Fact> {
    let (part, share) = (&view.claims[index - 1], &view.claims[index]);
    if !share.is_share() || !part.is_amount() || !part.is_exact() || !view.one_part(index - 1, index) {
        return None;
    }
    let total = match whole_named(view.words_before(index)) {
        Whole::All => told_before(view, index)?,
        Whole::Named(name) => named(view, index, &name)?,
        Whole::Other => return None,
    };
    let fold = view.fold();
    let computed = part.interval()?.over(total.interval()?)?.times(100);
    let nearness = judged(computed, share)?;
    let computed = shown(computed, share.places() + 1) + "%";
    let (one, all, stated) = (part.shown(fold), total.shown(fold), share.shown(fold));
    Some(view.finding(
        share.at,
        &[total.at, part.at, share.at],
        Said {
            rule: "share-of-a-total",
            relation: Relation::Share,
            nearness,
            formula: format!("{one} ÷ {all} = {computed}"),
            parts: vec![one, all, computed.clone(), stated.clone()],
            stated,
            computed,
        },
    ))
}

/// What a share is of.
enum Whole {
    /// The total told before: 占, 占比, 占总数的.
    All,
    /// What the words name: 占年度计划的.
    Named(String),
    /// Something that is not told here.
    Other,
}

fn whole_named(words: &str) -> Whole {
    let Some(rest) = words.trim().trim_start_matches(['约', '仅', '各', '分', '别']).strip_prefix('占') else {
        return Whole::Other;
    };
    let plain = rest.trim_start_matches(|c| among!("了其中总全部比例数量额的约为达到近人重", c));
    if plain.is_empty() {
        return Whole::All;
    }
    let rest = rest.trim_end_matches(|c| among!("为达到近约", c));
    let name = rest.strip_suffix("的比重").or_else(|| rest.strip_suffix("的比例")).or_else(|| rest.strip_suffix('的'));
    let whole = |name: &str| name.strip_suffix("总数").or_else(|| name.strip_suffix("总量")).unwrap_or(name).len();
    match name.map(|name| name.trim_start_matches(['全', '部'])).map(|name| &name[..whole(name)]) {
        Some(name) if (2..=10).contains(&name.chars().count()) => Whole::Named(name.to_owned()),
        _ => Whole::Other,
    }
}

/// The total that stands before the last 其中, or before one that holds that one where the share is of that.
fn told_before<'a>(view: &'a View, index: usize) -> Option<&'a Claim<'a>> {
    let (part, share) = (&view.claims[index - 1], &view.claims[index]);
    let mut best = None;
    for total in (index.saturating_sub(REACH)..index - 1).rev() {
        let (candidate, next) = (&view.claims[total], &view.claims[total + 1]);
        if part.at.start > candidate.at.end + 200 {
            break;
        }
        let opens = view.between(candidate.at.end, next.at.start).contains("其中");
        if !opens || !candidate.adds_to(part) || !candidate.is_exact() || !candidate.same_frame(part) {
            continue;
        }
        let nearness = judged(part.interval()?.over(candidate.interval()?)?.times(100), share)?;
        if nearness.verdict() == Verdict::Consistent {
            return Some(candidate);
        }
        best = best.or(Some(candidate));
    }
    best
}

/// The nearest amount before the part whose own words name the whole: 民事案件1000件 … 占民事案件的25%.
fn named<'a>(view: &'a View, index: usize, name: &str) -> Option<&'a Claim<'a>> {
    let part = &view.claims[index - 1];
    let names = |at: usize| view.words_before(at).contains(name);
    let whole = view.back(index - 1, REACH, |at, claim| claim.adds_to(part) && names(at))?;
    let candidate = &view.claims[whole];
    let same = candidate.figure.period == part.figure.period && candidate.figure.area == part.figure.area;
    (same && candidate.is_exact() && view.one_part(whole, index) && !names(index - 1)).then_some(candidate)
}
