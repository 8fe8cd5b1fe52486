//! A rate against its parts: 受理44752件,审结42381件,结案率达94.7%.

use std::sync::OnceLock;

use super::claim::View;
use super::finding::{Said, judged, shown};
use crate::lexicon::{self, Row};
use crate::model::{Arrange, Fact, Relation};

/// How many figures before a rate its parts may stand.
const REACH: usize = 6;

/// A rate's noun with the words of its part and of its whole.
struct Rate {
    noun: &'static str,
    part: Vec<&'static str>,
    whole: Vec<&'static str>,
}

fn rates() -> &'static [Rate] {
    static RATES: OnceLock<Vec<Rate>> = OnceLock::new();
    RATES.get_or_init(|| {
        let mut rates: Vec<Rate> = lexicon::rows(lexicon::table!("../lexicon/rates.tsv")).filter_map(rate).collect();
        rates.arrange_by_key(|rate| std::cmp::Reverse(rate.noun.len()));
        rates
    })
}

fn rate(row: Row) -> Option<Rate> {
    let (part, whole) = row.family.split_once('/')?;
    Some(Rate { noun: row.term, part: part.split(',').collect(), whole: whole.split(',').collect() })
}

/// Finds each rate whose part and whole stand before it.
pub(super) fn find(view: &View, found: &mut Vec<Fact>) {
    for (index, _) in view.claims.iter().enumerate().filter(|(_, claim)| claim.is_share()) {
        let before = view.words_before(index);
        let Some((opening, rate)) = rates().iter().find_map(|rate| Some((before.rfind(rate.noun)?, rate))) else {
            continue;
        };
        // 法定审限内结案率 counts other cases than 结案率, 结案率比去年 is another year's.
        let plain = before[..opening].trim_matches(['、', ' ', '其', '总', '案', '件']).is_empty();
        let close = before[opening + rate.noun.len()..].chars().count() <= 3;
        if plain && close {
            found.extend(against_parts(view, index, rate));
        }
    }
}

fn against_parts(view: &View, index: usize, rate: &Rate) -> Option<Fact> {
    let stated = &view.claims[index];
    let says = |at: usize, words: &[&str]| {
        let around = view.words_before(at);
        words.iter().any(|word| around.contains(word))
    };
    let part = view.back(index, REACH, |at, claim| claim.is_amount() && says(at, &rate.part))?;
    let whole = view.back(part, REACH, |_, claim| claim.adds_to(&view.claims[part]))?;
    let bound = says(whole, &rate.whole) && !says(whole, &rate.part) && !says(part, &rate.whole);
    // Another amount of the same unit between them would leave open which is meant.
    let alone = view.claims[part + 1..index].iter().all(|claim| !claim.adds_to(&view.claims[part]));
    let (a, b) = (&view.claims[part], &view.claims[whole]);
    if !bound || !alone || !view.one_part(whole, index) || !a.same_frame(b) || !a.same_frame(stated) {
        return None;
    }
    let computed = a.interval()?.over(b.interval()?)?.times(100);
    let (verdict, end) = judged(computed, stated)?;
    let fold = view.fold();
    let (part, whole, share) = (a.shown(fold), b.shown(fold), shown(computed, stated.places() + 1));
    Some(view.finding(
        stated.at,
        &[b.at, a.at, stated.at],
        Said {
            rule: "rate-against-parts",
            relation: Relation::Ratio,
            verdict,
            stated: stated.shown(fold),
            computed: format!("{share}%"),
            formula: format!("{part} ÷ {whole} = {share}%"),
            why: format!("{part} out of {whole} is {share}%, which {end} the stated {}.", stated.shown(fold)),
        },
    ))
}
