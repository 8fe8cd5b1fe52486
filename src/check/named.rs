//! Things named right before their count: 省市县三级, “甲”“乙”“丙”三项.

use super::claim::View;
use super::finding::Said;
use crate::fold::{CharSpan, Fold};
use crate::lexicon::among;
use crate::model::{Fact, Nearness, Relation};
use crate::scan::Quantity;
use crate::scan::quantity::Shape;
use crate::script::is_letter;

/// Levels of administration, one character each.
const LEVELS: &str = "省市县区乡镇村组街州盟旗";

/// Two characters that are one level as often as two.
const PAIRS: [&str; 14] =
    ["乡镇", "镇乡", "镇街", "街镇", "乡街", "区县", "县区", "市区", "县市", "市县", "州市", "市州", "村组", "村街"];

/// What may stand before the first level without being part of it.
const OPENERS: &str = "全各从对在由了成立健的到抓建以";

/// Finds counts with the things that they count before them.
pub(super) fn find(view: &View, found: &mut Vec<Fact>) {
    for quantity in &view.page.marks.quantities {
        let plain = quantity.shape == Shape::Cardinal && quantity.high.is_none() && quantity.bound_at.is_none();
        let rule = match quantity.unit.as_str() {
            _ if !plain => continue,
            "级" => levels,
            "项" | "个" | "大" | "种" | "类" | "条" | "部" => quoted,
            _ => continue,
        };
        let count = quantity.value.whole().and_then(|count| usize::try_from(count).ok());
        found.extend(count.filter(|count| (2..=30).contains(count)).and_then(|count| rule(view, quantity, count)));
    }
}

/// 省市县乡村五级. Pairs such as 乡镇 count once or twice.
fn levels(view: &View, quantity: &Quantity, count: usize) -> Option<Fact> {
    let fold = view.fold();
    let end = quantity.number.start;
    let level = |at: usize| among!(LEVELS, fold.at(at));
    // 市、县、乡三级 as well as 市县乡三级.
    let joined = |at: usize| fold.at(at) == '、' && level(at + 1) && at.checked_sub(1).is_some_and(level);
    let start = (end.saturating_sub(12)..end).rev().take_while(|&at| level(at) || joined(at)).last()?;
    let before = start.checked_sub(1).map_or('\0', |at| fold.at(at));
    let opens = !is_letter(before) && !matches!(before, '、' | ')') || among!(OPENERS, before);
    let run = CharSpan::new(start, end);
    if run.len() < 2 || !opens {
        return None;
    }
    let pairs = (start..end).filter(|&at| PAIRS.iter().any(|pair| at + 2 <= end && fold.starts_with(at, pair))).count();
    let most = fold.slice(run).iter().filter(|&&c| c != '、').count();
    let holds = (most.saturating_sub(pairs).max(1)..=most).contains(&count);
    Some(said(view, quantity, count, &[run], most, holds, "levels-named"))
}

/// “甲”“乙”“丙”三项: quotations or titles that touch or are joined by 、 and then counted.
fn quoted(view: &View, quantity: &Quantity, count: usize) -> Option<Fact> {
    let fold = view.fold();
    let pairs = &view.page.marks.enclosed;
    let mut open = quantity.at.start;
    let more = fold.ends_with(open, "等");
    open -= usize::from(more);
    let mut named: Vec<CharSpan> = Vec::new();
    // Nested pairs lie between; a dozen steps back reach every list that is counted.
    let mut index = pairs.partition_point(|pair| pair.outer.start < open);
    while named.len() <= 12 && index > 0 {
        index -= 1;
        let outer = pairs[index].outer;
        let joined = outer.end == open || !named.is_empty() && outer.end + 1 == open && fold.at(outer.end) == '、';
        if joined {
            named.push(outer);
            open = outer.start;
        } else if outer.end < open {
            break;
        }
    }
    let last = open.checked_sub(1).map_or('\0', |at| fold.at(at));
    if named.len() < 2 || matches!(last, '、' | '和' | '及' | '与') || inner_list(fold, &named) {
        return None;
    }
    let holds = if more { named.len() <= count } else { named.len() == count };
    named.reverse();
    Some(said(view, quantity, count, &named, named.len(), holds, "names-before-count"))
}

/// Whether one of the names holds a list itself, so that its parts may be what is counted.
fn inner_list(fold: &Fold, named: &[CharSpan]) -> bool {
    named.iter().any(|&name| fold.slice(name).iter().any(|c| matches!(c, '、' | ',')))
}

fn said(
    view: &View,
    quantity: &Quantity,
    count: usize,
    named: &[CharSpan],
    listed: usize,
    holds: bool,
    rule: &'static str,
) -> Fact {
    let stated = view.fold().words(quantity.at);
    let mut claims = named.to_vec();
    claims.push(quantity.at);
    view.finding(
        quantity.at,
        &claims,
        Said {
            rule,
            relation: Relation::Sum,
            nearness: Nearness::of(holds),
            parts: vec![listed.to_string(), stated.clone()],
            formula: format!("{count} ↔ {listed}"),
            stated,
            computed: listed.to_string(),
        },
    )
}
