//! Places in an order against the move between them: 由126位跃升至第67位,前移59位.

use super::claim::View;
use super::finding::{Said, judged, shown};
use crate::model::{Direction, Fact, Form, Nearness, Relation};

/// Finds moves between two places.
pub(super) fn find(view: &View, found: &mut Vec<Fact>) {
    found.extend((1..view.claims.len()).filter_map(|index| moved(view, index)));
}

fn moved(view: &View, index: usize) -> Option<Fact> {
    let (a, b) = (&view.claims[index - 1], &view.claims[index]);
    let ranks = [a, b].iter().all(|claim| claim.figure.form == Form::Rank && claim.is_exact());
    if !ranks || b.at.start > a.at.end + 16 || !view.words_before(index - 1).contains(['由', '从']) {
        return None;
    }
    let way = view.between(a.at.end, b.at.start);
    if way.contains(['、', '。', ';']) || !view.one_part(index - 1, index) {
        return None;
    }
    let says = |words: &[&str]| words.iter().any(|word| way.contains(word));
    // 升 to a smaller number; a place that is said to fall or to rise the other way does not match.
    let up = says(&["升", "前移", "提高", "进位", "跃"]);
    let down = says(&["降", "后移", "退", "跌", "落"]);
    if up == down || a.value() == b.value() {
        return None;
    }
    let fold = view.fold();
    let (old, new) = (a.shown(fold), b.shown(fold));
    let better = b.value() < a.value();
    let next = view
        .claims
        .get(index + 1)
        .filter(|next| next.figure.form == Form::RankChange && next.is_exact() && view.one_part(index, index + 1));
    let Some(step) = next.filter(|_| better == up) else {
        let (said, order) = (if up { "↑" } else { "↓" }, format!("{} → {}", a.value(), b.value()));
        return Some(view.finding(
            b.at,
            &[a.at, b.at],
            Said {
                rule: "direction-between-ranks",
                relation: Relation::Rank,
                nearness: Nearness::of(better == up),
                stated: said.into(),
                computed: order.clone(),
                formula: order,
                parts: vec![old, new, said.into()],
            },
        ));
    };
    let (first, last) = if better { (b, a) } else { (a, b) };
    if (step.figure.direction == Direction::Up) != better {
        return None;
    }
    let computed = last.interval()?.minus(first.interval()?);
    let nearness = judged(computed, step)?;
    let (computed, stated) = (shown(computed, 0), step.shown(fold));
    Some(view.finding(
        step.at,
        &[a.at, b.at, step.at],
        Said {
            rule: "move-between-ranks",
            relation: Relation::Rank,
            nearness,
            formula: format!("{} − {} = {computed}", last.value(), first.value()),
            parts: vec![old, new, computed.clone(), stated.clone()],
            stated,
            computed,
        },
    ))
}
