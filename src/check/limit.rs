//! A rate against the goal that the text says it passed: 完成率89%,超出了省定80%的工作目标.

use super::claim::View;
use super::finding::Said;
use crate::lexicon::among;
use crate::model::{Fact, Nearness, Relation};

const ABOVE: [&str; 6] = ["超出", "超过", "高于", "高出", "优于", "超"];
const BELOW: [&str; 3] = ["低于", "少于", "不及"];
const GOALS: [&str; 6] = ["目标", "任务", "要求", "标准", "指标", "计划"];

/// How far behind the limit its noun may stand.
const REACH: usize = 10;

/// Finds each amount whose next figure is a limit that it is said to have passed.
pub(super) fn find(view: &View, found: &mut Vec<Fact>) {
    found.extend((1..view.claims.len()).filter_map(|index| passed(view, index)));
}

fn passed(view: &View, index: usize) -> Option<Fact> {
    let (reached, limit) = (&view.claims[index - 1], &view.claims[index]);
    let alike = reached.figure.unit == limit.figure.unit && reached.figure.form == limit.figure.form;
    let levels = reached.is_share() || reached.is_amount();
    if !alike || !levels || !view.one_part(index - 1, index) || reached.figure.high.is_some() {
        return None;
    }
    let fold = view.fold();
    let before = view.before(index);
    if !fold.slice(before).iter().any(|&c| among!("超高优低少不", c)) {
        return None;
    }
    let (above, below) = (view.says(before, &ABOVE), view.says(before, &BELOW));
    let before = fold.text(before);
    let behind = view.between(limit.at.end, limit.at.end + REACH);
    let behind = behind.split([',', '。', ';', '、', '\n']).next()?;
    if above == below || before.contains('不') || !GOALS.iter().any(|goal| behind.contains(goal)) {
        return None;
    }
    let holds = if above { reached.value() > limit.value() } else { reached.value() < limit.value() };
    if reached.value() == limit.value() {
        return None;
    }
    let sign = if reached.value() > limit.value() { ">" } else { "<" };
    let (amount, goal) = (reached.shown(fold), limit.shown(fold));
    let formula = format!("{} {sign} {}", reached.value(), limit.value());
    let said = before.trim().to_owned();
    Some(view.finding(
        limit.at,
        &[reached.at, limit.at],
        Said {
            rule: "beyond-a-goal",
            relation: Relation::Ratio,
            nearness: Nearness::of(holds),
            parts: vec![amount, goal, said.clone()],
            stated: said,
            computed: formula.clone(),
            formula,
        },
    ))
}
