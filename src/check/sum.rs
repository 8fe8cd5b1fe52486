//! Parts against their total: 进出口总额 with 出口 and 进口, 三次产业结构 adding up to 100.

use std::sync::OnceLock;

use super::claim::{Claim, View};
use super::exact::Exact;
use super::finding::{Said, judged, shown};
use super::interval::Interval;
use crate::fold::CharSpan;
use crate::lexicon::{self, Row, is_left_out};
use crate::model::{Fact, Nearness, Relation};

/// How many figures behind a total its parts may stand.
const REACH: usize = 14;

/// Totals with the parts that always make them up.
fn wholes() -> &'static [(Row, Vec<&'static str>)] {
    static WHOLES: OnceLock<Vec<(Row, Vec<&'static str>)>> = OnceLock::new();
    WHOLES.get_or_init(|| {
        let rows = lexicon::rows(lexicon::table!("../lexicon/wholes.tsv"));
        rows.map(|row| (row, row.family.split(',').collect())).collect()
    })
}

/// Finds totals with all their parts.
pub(super) fn find(view: &View, found: &mut Vec<Fact>) {
    for (index, claim) in view.claims.iter().enumerate().filter(|(_, claim)| claim.is_amount()) {
        let indicator = &claim.figure.indicator;
        let last = indicator.as_bytes().last();
        let whole = wholes().iter().filter(|(row, _)| {
            row.term.as_bytes().last() == last && indicator.ends_with(row.term) && !is_left_out(row)
        });
        // 一般公共预算收入 is another whole than 预算收入: the longest term is meant.
        if let Some((_, parts)) = whole.max_by_key(|(row, _)| row.term.len()) {
            found.extend(made_up(view, index, parts));
        }
    }
    totals(view, found);
    found.extend((2..view.claims.len()).filter_map(|index| men_and_women(view, index)));
}

/// 党员500名,其中男性300名、女性200名.
fn men_and_women(view: &View, index: usize) -> Option<Fact> {
    let (total, one, two) = (&view.claims[index - 2], &view.claims[index - 1], &view.claims[index]);
    let says = |index: usize, word: char| {
        let words = view.words_before(index);
        words
            .trim_start_matches(['、', ' '])
            .trim_start_matches("其中")
            .trim_end_matches('性')
            .trim_end_matches(word)
            .is_empty()
            && words.contains(word)
    };
    let halves = || says(index - 1, '男') && says(index, '女') || says(index - 1, '女') && says(index, '男');
    let adds = one.adds_to(total) && two.adds_to(total) && view.one_part(index - 2, index);
    if !adds || !halves() { None } else { added(view, "parts-of-a-whole", &[one, two], total) }
}

fn made_up(view: &View, index: usize, terms: &[&str]) -> Option<Fact> {
    let total = &view.claims[index];
    let line = |claim: &Claim| view.page.layout.sentences.get(claim.sentence).map(|sentence| sentence.line);
    let reach = view.claims.len().min(index + 1 + REACH);
    let near: Vec<&Claim> = view.claims[index + 1..reach]
        .iter()
        .take_while(|claim| line(claim) == line(total))
        .filter(|claim| claim.adds_to(total) && claim.same_frame(total) && claim.value() < total.value())
        .collect();
    let mut parts = Vec::new();
    for term in terms {
        parts.push(*near.iter().find(|claim| claim.figure.indicator.ends_with(term))?);
    }
    let apart = parts.windows(2).all(|pair| pair[0].at.start != pair[1].at.start);
    if !apart {
        return None;
    }
    added(view, "parts-of-a-whole", &parts, total)
}

/// Whether the two can be added: amounts of one unit, or shares of one whole.
fn adds(part: &Claim, total: &Claim) -> bool {
    part.adds_to(total) || part.is_share() && total.is_share()
}

/// 刑事10件、民事20件,共计30件: a total that closes the list of its parts.
fn totals(view: &View, found: &mut Vec<Fact>) {
    for (index, total) in view.claims.iter().enumerate().filter(|(_, claim)| claim.is_amount() || claim.is_share()) {
        let last = view.fold().at(total.at.start.wrapping_sub(1));
        if !matches!(last, '计' | '为') && !last.is_whitespace() {
            continue;
        }
        let before = view.before(index);
        let end = view.fold().trim(before).end;
        let is = view.fold().slice(CharSpan::new(before.start, end)).iter().rev().take_while(|&&c| c == '为').count();
        let total_said = |word: &&str| view.fold().ends_with(end - is, word) && before.start + 2 <= end - is;
        if !["合计", "共计", "总计"].iter().any(total_said) {
            continue;
        }
        let first = (index.saturating_sub(REACH)..index)
            .rev()
            .take_while(|&at| view.one_part(at, index) && adds(&view.claims[at], total))
            .last();
        let Some(first) = first.filter(|&first| first + 1 < index) else { continue };
        let parts: Vec<&Claim> = view.claims[first..index].iter().collect();
        let comma = |at: CharSpan| view.fold().slice(at).iter().filter(|&&c| c == ',').count();
        let listed = parts.windows(2).all(|pair| comma(CharSpan::new(pair[0].at.end, pair[1].at.start)) <= 1);
        if listed && before.len() <= 4 {
            found.extend(added(view, "parts-and-total", &parts, total));
        }
    }
}

fn added(view: &View, rule: &'static str, parts: &[&Claim], total: &Claim) -> Option<Fact> {
    let fold = view.fold();
    let mut sum = Interval::point(Exact::whole(0));
    for part in parts {
        sum = sum.plus(part.interval()?);
    }
    let nearness = judged(sum, total)?;
    let computed = shown(sum, total.places());
    let words: Vec<String> = parts.iter().map(|part| part.shown(fold)).collect();
    let stated = total.shown(fold);
    let mut claims: Vec<CharSpan> = parts.iter().map(|part| part.at).collect();
    claims.push(total.at);
    Some(view.finding(
        total.at,
        &claims,
        Said {
            rule,
            relation: Relation::Sum,
            nearness,
            formula: format!("{} = {computed}", words.join(" + ")),
            parts: vec![words.join("、"), computed.clone(), stated.clone()],
            stated,
            computed,
        },
    ))
}

/// Finds shares written as 5.5:50.6:43.9 behind 产业结构.
pub(super) fn find_structures(view: &View, found: &mut Vec<Fact>) {
    let fold = view.fold();
    let mut behind = 0;
    for colon in fold.others(CharSpan::new(0, fold.len())) {
        if fold.at(colon) != ':' || colon < behind {
            continue;
        }
        let Some(list) = ratio_list(view, colon) else { continue };
        behind = list.last().map_or(behind, |part| part.end);
        found.extend(hundred(view, &list));
    }
}

/// Three numbers or more with colons between them, the first of which ends at `colon`.
fn ratio_list(view: &View, colon: usize) -> Option<Vec<CharSpan>> {
    let fold = view.fold();
    let number = |c: char| c.is_ascii_digit() || c == '.';
    let start = (colon.saturating_sub(6)..colon).rev().find(|&at| !number(fold.at(at))).map_or(0, |at| at + 1);
    let mut parts = vec![CharSpan::new(start, colon)];
    let mut end = colon;
    while fold.at(end) == ':' && parts.len() < 6 {
        let from = end + 1;
        end = (from..from + 7).find(|&at| !number(fold.at(at)))?;
        parts.push(CharSpan::new(from, end));
    }
    let opening = start.saturating_sub(24);
    let before = view.between(opening, start);
    let before = before.rsplit(['。', ';', '\n']).next()?;
    let structure =
        before.contains("产业") && ["结构", "比重", "比例", "之比"].iter().any(|word| before.contains(word));
    (structure && parts.len() >= 3 && parts.iter().all(|part| !part.is_empty())).then_some(parts)
}

fn hundred(view: &View, list: &[CharSpan]) -> Option<Fact> {
    let fold = view.fold();
    let mut sum = Interval::point(Exact::whole(0));
    let mut places = 0;
    for &part in list {
        let (value, fine) = plain(fold.text(part))?;
        places = places.max(fine);
        let half = Exact::new(1, 10i128.checked_pow(fine)?.checked_mul(2)?)?;
        sum = sum.plus(Interval { low: value.minus(half), high: value.plus(half) });
    }
    let all = sum.meets(Interval::point(Exact::whole(100)));
    let whole = CharSpan::new(list.first()?.start, list.last()?.end);
    let computed = shown(sum, places + 1);
    let stated = fold.words(whole);
    Some(view.finding(
        whole,
        &[whole],
        Said {
            rule: "shares-of-a-whole",
            relation: Relation::Share,
            nearness: if all { Nearness::Rounded } else { Nearness::Apart },
            formula: format!("{} = {computed}", stated.replace(':', " + ")),
            parts: vec![computed.clone()],
            stated,
            computed,
        },
    ))
}

/// A plain decimal number and how many digits stand behind its point.
fn plain(words: &str) -> Option<(Exact, u32)> {
    let (whole, part) = words.split_once('.').unwrap_or((words, ""));
    let places = u32::try_from(part.len()).ok().filter(|&places| places <= 4)?;
    let digits: i128 = format!("{whole}{part}").parse().ok()?;
    Some((Exact::new(digits, 10i128.pow(places))?, places))
}
