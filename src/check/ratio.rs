//! A rate against its parts: 受理44752件,审结42381件,结案率达94.7%.

use std::sync::OnceLock;

use super::claim::View;
use super::exact::Exact;
use super::finding::{Said, judged, shown};
use super::interval::{Fit, Interval, fit};
use crate::lexicon::{self, Row, is_left_out};
use crate::model::{Arrange, Decimal, Fact, Nearness, Relation};

/// How many figures before a rate its parts may stand.
const REACH: usize = 6;

/// A rate's row with the words of its part and of its whole.
struct Rate {
    row: Row,
    part: Vec<&'static str>,
    whole: Vec<&'static str>,
}

fn rates() -> &'static [Rate] {
    static RATES: OnceLock<Vec<Rate>> = OnceLock::new();
    RATES.get_or_init(|| {
        let mut rates: Vec<Rate> = lexicon::rows(lexicon::table!("../lexicon/rates.tsv")).filter_map(rate).collect();
        rates.arrange_by_key(|rate| std::cmp::Reverse(rate.row.term.len()));
        rates
    })
}

fn rate(row: Row) -> Option<Rate> {
    let (part, whole) = row.family.split_once('/')?;
    Some(Rate { row, part: part.split(',').collect(), whole: whole.split(',').collect() })
}

/// Finds each rate whose part and whole stand before it.
pub(super) fn find(view: &View, found: &mut Vec<Fact>) {
    for (index, _) in view.claims.iter().enumerate().filter(|(_, claim)| claim.is_share()) {
        // Every rate's noun ends so.
        if !view.chars_before(index).contains(&'率') {
            continue;
        }
        let part = view.before(index);
        let ends = |at: usize, term: &str| {
            view.fold().at(at) == '率'
                && view.fold().ends_with(at + 1, term)
                && part.start + term.chars().count() <= at + 1
        };
        let stands = |rate: &&Rate| (part.start..part.end).any(|at| ends(at, rate.row.term));
        let mut known = rates().iter().filter(|rate| !is_left_out(&rate.row));
        let Some(rate) = known.find(stands) else { continue };
        let before = view.words_before(index);
        let opens = |at: &usize| before[*at..].starts_with(rate.row.term);
        let Some(opening) = before.char_indices().rev().map(|(at, _)| at).find(opens) else { continue };
        // 法定审限内结案率 counts other cases than 结案率, 结案率比去年 is another year's.
        let plain = before[..opening].trim_matches(['、', ' ', '其', '总', '案', '件']).is_empty();
        let close = before[opening + rate.row.term.len()..].chars().count() <= 3;
        if close && plain {
            found.extend(against_parts(view, index, rate).or_else(|| attainable(view, index, rate)));
        } else if close && rate.whole.contains(&before[..opening].trim()) {
            // 调处成功率: the whole is named again.
            found.extend(attainable(view, index, rate));
        }
    }
}

fn against_parts(view: &View, index: usize, rate: &Rate) -> Option<Fact> {
    let stated = &view.claims[index];
    let says = |at: usize, words: &[&str]| view.says(view.before(at), words);
    let part = view.back(index, REACH, |at, claim| claim.is_amount() && says(at, &rate.part))?;
    let whole = view.back(part, REACH, |_, claim| claim.adds_to(&view.claims[part]))?;
    // 应参保5000人 is the whole of 参保4900人.
    let due = says(whole, &["应"]) && !says(part, &["应"]);
    let bound = due || says(whole, &rate.whole) && !says(whole, &rate.part) && !says(part, &rate.whole);
    // Another amount of the same unit between them would leave open which is meant.
    let alone = view.claims[part + 1..index].iter().all(|claim| !claim.adds_to(&view.claims[part]));
    let (a, b) = (&view.claims[part], &view.claims[whole]);
    if !bound || !alone || !view.one_part(whole, index) || !a.same_frame(b) || !a.same_frame(stated) {
        return None;
    }
    let computed = a.interval()?.over(b.interval()?)?.times(100);
    let nearness = judged(computed, stated)?;
    let fold = view.fold();
    let (part, whole, share) = (a.shown(fold), b.shown(fold), shown(computed, stated.places() + 1) + "%");
    Some(view.finding(
        stated.at,
        &[b.at, a.at, stated.at],
        Said {
            rule: "rate-against-parts",
            relation: Relation::Ratio,
            nearness,
            stated: stated.shown(fold),
            formula: format!("{part} ÷ {whole} = {share}"),
            parts: vec![part, whole, share.clone(), stated.shown(fold)],
            computed: share,
        },
    ))
}

/// Whether some whole number of the counted things gives the rate: 99.63% of 12950 is 12902, but no number of 50 is 97.3%.
fn attainable(view: &View, index: usize, rate: &Rate) -> Option<Fact> {
    let stated = &view.claims[index];
    let count = view.back(index, REACH, |_, claim| claim.is_amount())?;
    let whole = &view.claims[count];
    let words = view.words_before(count);
    let says = |list: &[&str]| list.iter().any(|word| words.contains(word));
    let counted = whole.written().counted && whole.is_exact() && stated.is_exact();
    let rates = view.claims[count + 1..index].iter().all(|claim| claim.is_share());
    if !counted || !rates || !says(&rate.whole) || !view.one_part(count, index) || !whole.same_frame(stated) {
        return None;
    }
    let number = Exact::of(whole.value())?;
    let hundred = Exact::whole(100);
    let part = Exact::of(stated.value())?.times(number)?.over(hundred)?;
    if stated.value() == Decimal::new(100, 0) || stated.value() > Decimal::new(100, 0) || !part.is_positive() {
        return None;
    }
    let floor = part.floor();
    let gives = |part: i128| {
        let share = Exact::whole(part).times(hundred)?.over(number)?;
        fit(Interval::point(share), stated.written()).filter(|fit| *fit != Fit::Apart).map(|_| part)
    };
    let nearest = gives(floor).or_else(|| gives(floor + 1));
    let fold = view.fold();
    let (all, share) = (whole.shown(fold), stated.shown(fold));
    let computed = match nearest {
        Some(part) => part.to_string(),
        None => format!("{floor}–{}", floor + 1),
    };
    Some(view.finding(
        stated.at,
        &[whole.at, stated.at],
        Said {
            rule: "attainable-rate",
            relation: Relation::Ratio,
            nearness: Nearness::of(nearest.is_some()),
            formula: format!("{computed} ÷ {all} = {share}"),
            parts: vec![share.clone(), all, computed.clone()],
            stated: share,
            computed,
        },
    ))
}
