//! Enumerations with a gap (一是 … 三是), and lists against the count that announces them.

use super::claim::View;
use super::finding::Said;
use super::series::{self, Series, Style};
use crate::fold::{CharSpan, Fold};
use crate::model::{Fact, Nearness, Relation};
use crate::scan::Quantity;
use crate::scan::quantity::Shape;
use crate::script::is_letter;

/// How far before a list its count may stand where the heads of the list repeat the counted noun.
const REACH: usize = 800;

/// Finds gaps and counts.
pub(super) fn find(view: &View, found: &mut Vec<Fact>) {
    for series in series::find(view.page) {
        let gap = gap(view, &series);
        let whole = gap.is_none();
        found.extend(gap);
        if whole {
            found.extend(announced(view, &series));
        }
    }
}

/// The first step that does not follow the one before it.
fn gap(view: &View, series: &Series) -> Option<Fact> {
    let pair = series.steps.windows(2).find(|pair| pair[1].number != pair[0].number + 1)?;
    let (before, step) = (pair[0], pair[1]);
    // A number that goes back belongs to a list whose beginning was not seen.
    if step.number < before.number {
        return None;
    }
    let fold = view.fold();
    // The missing step may stand inside a line, where no mark was looked for.
    let missing = series::chinese(before.number + 1);
    let between = view.between(before.at.end, step.at.start);
    if [")", "、", "是", ".", ","].iter().any(|mark| between.contains(&format!("{missing}{mark}"))) {
        return None;
    }
    let (last, next, wanted) = (fold.words(before.at), fold.words(step.at), (before.number + 1).to_string());
    let again = step.number == before.number;
    // A list inside a list can open with other words than 一是.
    if again && series.style == Style::Is {
        return None;
    }
    Some(view.finding(
        step.at,
        &[before.at, step.at],
        Said {
            rule: if again { "enumeration-again" } else { "enumeration-gap" },
            relation: Relation::Sum,
            nearness: Nearness::Apart,
            stated: next.clone(),
            computed: wanted.clone(),
            formula: format!("{last} → {next}"),
            parts: vec![last, next, wanted],
        },
    ))
}

/// A list against the count that stands before it.
fn announced(view: &View, series: &Series) -> Option<Fact> {
    let first = series.steps.first()?;
    let last = series.steps.last()?;
    let fold = view.fold();
    let quantities = &view.page.marks.quantities;
    let end = quantities.partition_point(|quantity| quantity.at.end <= first.at.start);
    let near = quantities[..end].iter().rev().take(12).take_while(|one| one.at.end + REACH > first.at.start);
    let mut nearest = true;
    let (count, value) = near.filter_map(|one| Some((one, counts(one)?))).find(|(one, _)| {
        let touching = std::mem::take(&mut nearest) && introduces(fold, one, first.at.start);
        touching || series.style == Style::Comma && heads_repeat(fold, one, series)
    })?;
    let listed = last.number;
    if listed < 2 {
        return None;
    }
    let at = with_noun(fold, count);
    let stated = fold.words(at);
    let mut claims: Vec<CharSpan> = series.steps.iter().map(|step| head(fold, step.at)).collect();
    claims.push(at);
    Some(view.finding(
        at,
        &claims,
        Said {
            rule: "list-against-count",
            relation: Relation::Sum,
            nearness: Nearness::of(value == listed),
            parts: vec![stated.clone(), listed.to_string()],
            stated,
            computed: listed.to_string(),
            formula: format!("{value} ↔ {listed}"),
        },
    ))
}

/// The count that a quantity gives, where it counts points that a text can list.
fn counts(quantity: &Quantity) -> Option<usize> {
    let listable = matches!(quantity.unit.as_str(), "项" | "个" | "大" | "方面" | "点" | "条" | "种" | "类" | "个方面");
    let plain = quantity.shape == Shape::Cardinal && quantity.high.is_none() && quantity.bound_at.is_none();
    let value = usize::try_from(quantity.value.whole()?).ok()?;
    (listable && plain && (2..=20).contains(&value)).then_some(value)
}

/// Whether the count leads straight into the list: 抓好六个方面工作:一是; 以下四点。一是.
fn introduces(fold: &Fold, quantity: &Quantity, first: usize) -> bool {
    let words = fold.slice(fold.trim(CharSpan::new(quantity.at.end, first)));
    let Some((last, lead)) = words.split_last() else { return false };
    let plain = lead.iter().all(|c| !matches!(c, ',' | ';' | '。' | ':' | '、' | '\n' | '!' | '?'));
    lead.len() <= 16 && plain && (*last == ':' || *last == '。' && lead.len() <= 12)
}

/// Whether each head of the list names what is counted: 四项工作机制 … 一、构建法律服务帮扶机制.
fn heads_repeat(fold: &Fold, quantity: &Quantity, series: &Series) -> bool {
    let noun = with_noun(fold, quantity);
    let tail = CharSpan::new(noun.end.saturating_sub(2), noun.end);
    if tail.start < quantity.at.end || series.steps.len() < 2 {
        return false;
    }
    let tail = fold.text(tail);
    series.steps.iter().all(|step| fold.text(head(fold, step.at)).contains(tail))
}

/// The mark of a step with the words up to the first mark behind it.
fn head(fold: &Fold, step: CharSpan) -> CharSpan {
    let end = (step.end..step.end + 30)
        .find(|&at| matches!(fold.at(at), ',' | '。' | ';' | ':' | '!' | '\n' | '\0'))
        .unwrap_or(step.end);
    CharSpan::new(step.start, end)
}

/// The count with the noun behind it, as far as it runs on without a mark.
fn with_noun(fold: &Fold, quantity: &Quantity) -> CharSpan {
    let from = quantity.at.end;
    let end = (from..from + 8).find(|&at| !is_letter(fold.at(at)) || fold.at(at) == '的').unwrap_or(from);
    CharSpan::new(quantity.at.start, end)
}
