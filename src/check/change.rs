//! A change against the levels on both sides: 由500件下降到400件,下降20%; 发案2起,同比减少4起,下降66.67%.

use super::claim::{Claim, View};
use super::finding::{Said, judged, shown};
use super::interval::{Fit, Interval, fit};
use crate::fold::CharSpan;
use crate::model::{Direction, Fact, Form, Nearness, Relation};

/// How many figures behind two levels the size of their change may stand.
const REACH: usize = 3;

const UPWARD: [&str; 12] =
    ["增加", "增长", "上升", "提高", "提升", "增至", "升至", "扩大", "增到", "升到", "涨到", "增长到"];
const DOWNWARD: [&str; 10] = ["减少", "下降", "降低", "降至", "减至", "降到", "减到", "压减", "缩减", "回落"];
const ARRIVING: [char; 4] = ['至', '到', '为', '达'];

/// Values whose growth is reckoned at constant prices, so that their levels do not give it.
const AT_CONSTANT_PRICES: [&str; 8] = ["生产总值", "增加值", "总产值", "产值", "经济总量", "GDP", "实际", "可比"];

/// Finds changes whose two levels are told.
pub(super) fn find(view: &View, found: &mut Vec<Fact>) {
    for index in 1..view.claims.len() {
        if let Some(direction) = from_to(view, index) {
            between_levels(view, index, direction, found);
        }
        found.extend(relative_and_absolute(view, index));
    }
}

/// Which way the text says that it goes from the claim before `index` to that of `index`; nothing where the two are not
/// bound as 由 … 到 ….
fn from_to(view: &View, index: usize) -> Option<Direction> {
    let (a, b) = (&view.claims[index - 1], &view.claims[index]);
    let levels = a.is_amount() && a.adds_to(b) || a.is_share() && b.is_share();
    let same = || a.figure.modality == b.figure.modality && a.figure.area == b.figure.area;
    if !levels || !a.is_exact() || !b.is_exact() || !view.one_part(index - 1, index) || !same() {
        return None;
    }
    let before = view.words_before(index - 1);
    let start = before.rfind(['由', '从'])?;
    // 分别从771家、481家增加到1076家、636家 are two changes; 从业 and 由于 set nothing out.
    let opening = &before[start..];
    let word = ["从事", "从业", "从严", "由于", "由此"].iter().any(|word| opening.starts_with(word));
    let way = view.between(a.at.end, b.at.start);
    let long = opening.chars().count() > 14 || way.chars().count() > 20;
    if word || long || before.contains("分别") || way.contains(['、', '。', ';']) {
        return None;
    }
    let arrives = way.contains(ARRIVING);
    if !arrives || following(view, index) {
        return None;
    }
    let says = |words: &[&str]| words.iter().any(|word| way.contains(word));
    Some(match (says(&UPWARD), says(&DOWNWARD)) {
        (true, false) => Direction::Up,
        (false, true) => Direction::Down,
        _ => Direction::None,
    })
}

/// Whether the list of values goes on: 提高到60%、70%.
fn following(view: &View, index: usize) -> bool {
    let Some(next) = view.claims.get(index + 1) else { return false };
    let b = &view.claims[index];
    next.figure.unit == b.figure.unit && view.between(b.at.end, next.at.start) == "、"
}

fn between_levels(view: &View, index: usize, direction: Direction, found: &mut Vec<Fact>) {
    let (a, b) = (&view.claims[index - 1], &view.claims[index]);
    if direction != Direction::None && a.value() != b.value() && (b.value() > a.value()) != (direction == Direction::Up)
    {
        found.push(against_words(view, a, b, direction));
        return;
    }
    if constant_prices(view, index - 1) {
        return;
    }
    let end = view.claims.len().min(index + 1 + REACH);
    for at in index + 1..end {
        let claim = &view.claims[at];
        if claim.figure.form != Form::Change || !view.one_part(index, at) {
            break;
        }
        // An average a year, or a change against another time, is none between the two.
        let before = view.words_before(at);
        let gap = view.between(view.claims[at - 1].at.end, claim.at.start);
        let own = claim.figure.basis.is_empty() || claim.figure.inferred.contains(&"basis");
        let plain = !["年均", "平均", "同比", "环比", "其中", "比", "较", "高于", "实际"]
            .iter()
            .any(|word| before.contains(word));
        if !own || !plain || gap.chars().count() > 8 {
            break;
        }
        found.extend(size(view, a, b, claim));
    }
}

/// Whether the change of a level may be told at other prices than the level.
pub(super) fn constant_prices(view: &View, index: usize) -> bool {
    let words = view.words_before(index);
    let indicator = &view.claims[index].figure.indicator;
    AT_CONSTANT_PRICES.iter().any(|word| words.contains(word) || indicator.contains(word))
}

fn against_words(view: &View, a: &Claim, b: &Claim, direction: Direction) -> Fact {
    let fold = view.fold();
    let stated = if direction == Direction::Up { "↑" } else { "↓" };
    let sign = if b.value() > a.value() { "<" } else { ">" };
    let (from, to) = (a.shown(fold), b.shown(fold));
    view.finding(
        b.at,
        &[a.at, b.at],
        Said {
            rule: "direction-between-levels",
            relation: Relation::Change,
            nearness: Nearness::Apart,
            stated: stated.into(),
            computed: format!("{from} {sign} {to}"),
            formula: format!("{from} {sign} {to}"),
            parts: vec![from, to, stated.into()],
        },
    )
}

/// The size of a change against the two levels.
fn size(view: &View, a: &Claim, b: &Claim, change: &Claim) -> Option<Fact> {
    let fold = view.fold();
    let (low, high) = if b.value() > a.value() { (a, b) } else { (b, a) };
    let rises = b.value() > a.value();
    if a.value() == b.value() || rises != (change.figure.direction == Direction::Up) {
        return None;
    }
    let difference = high.interval()?.minus(low.interval()?);
    let (from, to) = (a.shown(fold), b.shown(fold));
    let mut nearness;
    let (computed, formula, unit);
    if change.figure.unit == "%" {
        let share = difference.over(a.interval()?)?.times(100);
        nearness = judged(share, change)?;
        let points = fit(difference, change.written()) != Some(Fit::Apart);
        if a.is_share() && nearness == Nearness::Apart && points {
            nearness = Nearness::Points;
        }
        computed = shown(share, change.places() + 1);
        unit = "%";
        formula = format!("({to} − {from}) ÷ {from} = {computed}%");
    } else if change.figure.unit == "倍" {
        let times = difference.over(a.interval()?)?;
        nearness = judged(times, change)?;
        // 增长3倍 is often said of what is three times as much.
        let as_much = fit(b.interval()?.over(a.interval()?)?, change.written()) != Some(Fit::Apart);
        if nearness == Nearness::Apart && as_much {
            nearness = Nearness::Growth;
        }
        computed = shown(times, change.places() + 1);
        unit = "倍";
        formula = format!("({to} − {from}) ÷ {from} = {computed}倍");
    } else if change.figure.unit == a.figure.unit || a.is_share() && change.figure.unit == "个百分点" {
        nearness = judged(difference, change)?;
        computed = shown(difference, change.places());
        unit = &change.figure.unit;
        formula = format!("{} − {} = {computed}{unit}", high.shown(fold), low.shown(fold));
    } else {
        return None;
    }
    let (stated, computed) = (change.shown(fold), computed + unit);
    Some(view.finding(
        change.at,
        &[a.at, b.at, change.at],
        Said {
            rule: "change-between-levels",
            relation: Relation::Change,
            nearness,
            parts: vec![from, to, computed.clone(), stated.clone()],
            stated,
            computed,
            formula,
        },
    ))
}

/// A level with its change both in its own unit and in per cent.
fn relative_and_absolute(view: &View, index: usize) -> Option<Fact> {
    let (level, one) = (&view.claims[index - 1], &view.claims[index]);
    let two = view.claims.get(index + 1)?;
    let (share, amount) = if one.figure.unit == "%" { (one, two) } else { (two, one) };
    let changes = [share, amount].iter().all(|claim| claim.figure.form == Form::Change && claim.is_exact());
    if !changes {
        return None;
    }
    let alike = share.figure.indicator == amount.figure.indicator && share.figure.basis == amount.figure.basis;
    let bound = level.is_amount()
        && level.is_exact()
        && level.figure.indicator == amount.figure.indicator
        && level.figure.unit == amount.figure.unit
        && share.figure.unit == "%"
        && share.figure.direction == amount.figure.direction
        && share.figure.direction != Direction::None
        && view.one_part(index - 1, index + 1);
    let gaps = [(level, one), (one, two)].iter().all(|(a, b)| {
        let words = view.fold().slice(CharSpan::new(a.at.end, b.at.start));
        words.len() <= 12 && words.iter().filter(|&&c| c == ',').count() <= 1
    });
    let averaged = share.figure.basis == "年均" || amount.figure.basis == "年均";
    let real = || constant_prices(view, index - 1) || view.words_before(index).contains("实际");
    if !alike || !bound || !gaps || averaged || real() {
        return None;
    }
    let fold = view.fold();
    let moved = amount.interval()?;
    let up = share.figure.direction == Direction::Up;
    let base: Interval = if up { level.interval()?.minus(moved) } else { level.interval()?.plus(moved) };
    let computed = moved.over(base)?.times(100);
    let nearness = judged(computed, share)?;
    let computed = shown(computed, share.places() + 1) + "%";
    let (now, by, stated) = (level.shown(fold), amount.shown(fold), share.shown(fold));
    let sign = if up { '−' } else { '+' };
    Some(view.finding(
        share.at,
        &[level.at, one.at, two.at],
        Said {
            rule: "relative-and-absolute-change",
            relation: Relation::Change,
            nearness,
            formula: format!("{by} ÷ ({now} {sign} {by}) = {computed}"),
            parts: vec![by, now, computed.clone(), stated.clone()],
            stated,
            computed,
        },
    ))
}
