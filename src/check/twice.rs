//! One thing told twice: the same indicator with two values, the same heading, a part and later the whole.

use super::claim::{Claim, View};
use super::finding::Said;
use super::interval::{Fit, Interval, fit};
use crate::divide::LineRole;
use crate::fold::CharSpan;
use crate::model::{Arrange, Bound, Decimal, Fact, Figure, Modality, Nearness, Relation, firsts};

/// Nouns of rates that say how much of a whole is done.
pub(super) const DONE_RATES: [&str; 6] = ["完成率", "建成率", "达标率", "覆盖率", "竣工率", "创建率"];

/// Words that say that all is done.
const ALL_DONE: [&str; 6] = ["全部", "全覆盖", "均已", "已全面", "都已", "百分之百"];

/// The fewest characters that make an indicator or a heading one of its own.
const DISTINCT: usize = 5;

/// Finds figures, headings and wholes that are told twice.
pub(super) fn find(view: &View, found: &mut Vec<Fact>) {
    indicators(view, found);
    headings(view, found);
    wholes(view, found);
}

/// The same indicator, unit, period and modality with another value in another sentence.
fn indicators<'a>(view: &'a View<'a>, found: &mut Vec<Fact>) {
    let compared = |claim: &&Claim| {
        let figure = claim.figure;
        (claim.is_amount() || claim.is_share())
            && figure.indicator.chars().nth(DISTINCT - 1).is_some()
            && !figure.inferred.contains(&"indicator")
            && figure.modality == Modality::Actual
            && !figure.period.is_empty()
            && figure.high.is_none()
    };
    let claims: Vec<&Claim> = view.claims.iter().filter(compared).collect();
    let told = claims.iter().map(|claim| (claim.fact.article, claim.figure));
    // The lengths tell most of them apart.
    let words = |figure: &'a Figure| (figure.indicator.len(), [&figure.indicator, &figure.period, &figure.unit]);
    let keys: Vec<_> = told.map(|(article, figure)| (article, words(figure))).collect();
    for (claim, first) in claims.iter().zip(firsts(&keys)) {
        let other = claims[first];
        if other.sentence != claim.sentence && other.figure.area == claim.figure.area {
            found.extend(told_twice(view, other, claim));
        }
    }
}

fn told_twice(view: &View, a: &Claim, b: &Claim) -> Option<Fact> {
    let sentence = |claim: &Claim| view.page.layout.sentences.get(claim.sentence).map(|one| view.fold().slice(one.at));
    if sentence(a) == sentence(b) {
        // A teaser shown twice says nothing new.
        return None;
    }
    let same = a.value() == b.value() && a.figure.bound == b.figure.bound;
    let (one, two) = (a.interval()?, b.interval()?);
    let fits = |one: Interval, two: &Claim| fit(one, two.written()).is_some_and(|fit| fit != Fit::Apart);
    let closed = |claim: &Claim| claim.and_some || claim.figure.bound == Bound::Exact;
    let doubled = |claim: &Claim| claim.value().plus(claim.value());
    let nearness = if same {
        Nearness::Same
    } else if (fits(one, b) || fits(two, a)) && closed(a) && closed(b) {
        Nearness::Rounded
    } else if closed(a) && closed(b) && a.value() <= doubled(b)? && b.value() <= doubled(a)? {
        Nearness::Apart
    } else {
        // 76%以上 and 78%以上 can both hold; numbers far apart are hardly of one thing.
        return None;
    };
    let fold = view.fold();
    let (stated, computed) = (a.shown(fold), b.shown(fold));
    Some(view.finding(
        b.at,
        &[a.at, b.at],
        Said {
            rule: "told-twice",
            relation: Relation::Duplicate,
            nearness,
            formula: format!("{stated} ↔ {computed}"),
            parts: vec![a.figure.indicator.clone(), stated.clone(), computed.clone()],
            stated,
            computed,
        },
    ))
}

/// The same heading over two parts of one article; a page that repeats several has a list of contents.
fn headings(view: &View, found: &mut Vec<Fact>) {
    let fold = view.fold();
    let (mut keys, mut places) = (Vec::new(), Vec::new());
    for line in view.page.layout.lines.iter().filter(|line| matches!(line.role, LineRole::Heading(_))) {
        let words: String = fold.text(line.at).split_whitespace().collect();
        if words.chars().count() > DISTINCT {
            keys.push((line.article, words));
            places.push(line.at);
        }
    }
    let again = firsts(&keys).into_iter().enumerate().filter(|(at, first)| at != first);
    let mut again: Vec<_> = again.map(|(at, first)| (keys[at].0, places[first], places[at])).collect();
    again.arrange_by_key(|pair| pair.0);
    for pairs in again.chunk_by(|one, two| one.0 == two.0) {
        let &[(_, one, two)] = pairs else { continue };
        let (first, second) = (below(view, one), below(view, two));
        if first != second && first != view.fold().text(two) {
            found.push(same_heading(view, one, two));
        }
    }
}

/// The words of the line below a heading: two equal ones are one teaser shown twice.
fn below<'a>(view: &View<'a>, heading: CharSpan) -> &'a str {
    let lines = &view.page.layout.lines;
    let next = lines.partition_point(|line| line.at.start <= heading.start);
    let line = lines[next..].iter().find(|line| line.role != LineRole::Blank);
    line.map_or("", |line| view.fold().text(line.at))
}

fn same_heading(view: &View, one: CharSpan, two: CharSpan) -> Fact {
    view.finding(
        two,
        &[one, two],
        Said {
            rule: "heading-twice",
            relation: Relation::Duplicate,
            nearness: Nearness::Apart,
            stated: "1".into(),
            computed: "2".into(),
            formula: "1 ↔ 2".into(),
            parts: vec![view.fold().words(two)],
        },
    )
}

/// 建成510个,完成率89% and elsewhere 510个…全部建成.
fn wholes(view: &View, found: &mut Vec<Fact>) {
    let mut parts = Vec::new();
    for (index, pair) in view.claims.windows(2).enumerate() {
        let (count, rate) = (&pair[0], &pair[1]);
        let counted = rate.is_share() && count.is_amount() && count.sentence == rate.sentence;
        if !counted || !count.same_frame(rate) {
            continue;
        }
        let before = view.before(index + 1);
        let done = || view.fold().slice(before).contains(&'率') && view.says(before, &DONE_RATES);
        let partial = rate.is_exact() && done() && rate.value() < Decimal::new(100, 0);
        if partial && count.value() >= Decimal::new(20, 0) {
            parts.push(((count.fact.article, count.value().to_string()), count, rate));
        }
    }
    if parts.is_empty() {
        return;
    }
    parts.arrange_by(|one, two| one.0.cmp(&two.0));
    for whole in &view.claims {
        let key = (whole.fact.article, whole.value().to_string());
        let last = parts[..parts.partition_point(|part| part.0 <= key)].last();
        let Some(&(_, count, rate)) = last.filter(|part| part.0 == key) else { continue };
        found.extend(all_done(view, count, rate, whole));
    }
}

fn all_done(view: &View, count: &Claim, rate: &Claim, whole: &Claim) -> Option<Fact> {
    let fold = view.fold();
    let rest = CharSpan::new(whole.at.end, whole.at.end + 14);
    let clause =
        (rest.start..rest.end).find(|&at| matches!(fold.at(at), ',' | '。' | ';' | '\n' | '\0')).unwrap_or(rest.end);
    let words = view.between(rest.start, clause);
    let done = ALL_DONE.iter().filter_map(|word| words.find(word)).min()?;
    // The two must count the same things: a character of what is counted stands in the indicator of the other.
    let thing = words[..done].chars().chain(whole.figure.unit.chars()).filter(|c| !"个各名全家所支项共的".contains(*c));
    let shared = thing.filter(|&c| count.figure.indicator.contains(c)).count();
    if whole.sentence == count.sentence || shared == 0 {
        return None;
    }
    let (part, share, all) = (count.shown(fold), rate.shown(fold), fold.words(CharSpan::new(whole.at.start, clause)));
    let base = count.interval()?.times(100).over(rate.interval()?)?;
    let base = super::finding::shown(base, 0);
    Some(view.finding(
        rate.at,
        &[count.at, rate.at, CharSpan::new(whole.at.start, clause)],
        Said {
            rule: "part-and-whole",
            relation: Relation::Contradiction,
            nearness: Nearness::Apart,
            formula: format!("{part} ÷ {share} = {base}"),
            parts: vec![part, share.clone(), base, all],
            stated: share,
            computed: "100%".into(),
        },
    ))
}
