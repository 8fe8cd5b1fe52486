//! What the first or the last item of a list says of all of them.

use super::form::is_share;
use super::labels;
use super::linked::{Linked, Walk};
use super::vocabulary::words;
use crate::fold::CharSpan;
use crate::lexicon::among;
use crate::model::Form;

impl Walk<'_> {
    /// 新建村组公路100公里、产业路161公里: what was done to the first of a list was done to the next.
    pub(super) fn share_verb(&self, all: &mut [Linked]) {
        let fold = self.fold();
        let mut verb: Option<(CharSpan, usize)> = None;
        for linked in all {
            let number = self.numbers[linked.number].at;
            let [name] = *linked.name.pieces else {
                verb = None;
                continue;
            };
            let own = words().at_of(fold.chars(), name.start, &["verb"]).filter(|hit| hit.len > 1);
            verb = match (own, verb) {
                (Some(hit), _) if among!("建成获破缴动掉毁放增置除救派正截处", fold.at(name.start + hit.len - 1)) =>
                {
                    // 建成区面积: a word of its own.
                    let led = linked.form == Form::Level
                        && fold.at(name.start + hit.len) != '区'
                        && name.len() > hit.len + 1
                        && name.end <= number.start;
                    led.then_some((CharSpan::new(name.start, name.start + hit.len), number.end))
                }
                (None, Some((done, before)))
                    if linked.form == Form::Level
                        && !is_share(self.numbers[linked.number])
                        && fold.at(before) == '、'
                        && name.start == before + 1 =>
                {
                    linked.name.pieces = [done, name].into_iter().collect();
                    Some((done, number.end))
                }
                _ => None,
            };
        }
    }

    /// 完成1.2万处道路隐患、1161处地质灾害隐患治理: what is done to the last of a list is done to all.
    pub(super) fn share_action(&self, all: &mut [Linked]) {
        const ACTIONS: &[&str] = &["治理", "改造", "整治", "修缮", "整改", "修复", "升级"];
        const DONE: &str = "完成 推进 启动 实施";
        let fold = self.fold();
        let end = |linked: &Linked| linked.name.pieces.last().map_or(0, |piece| piece.end);
        let Some((last, others)) = all.split_last_mut().filter(|(_, others)| !others.is_empty()) else { return };
        let Some(action) = ACTIONS.iter().find(|word| fold.ends_with(end(last), word)) else { return };
        let action = CharSpan::new(end(last) - action.chars().count(), end(last));
        let counted = |linked: &Linked| linked.rule == "noun-behind-the-number";
        let led = others.first().is_some_and(|first| {
            let number = self.numbers[first.number].at.start;
            (number.saturating_sub(8)..number).any(|at| fold.starts_any(at, DONE))
        });
        let listed = |linked: &Linked| counted(linked) && fold.at(end(linked)) == '、';
        if led && counted(last) && others.iter().all(listed) {
            for other in others {
                other.name.pieces.push(action);
            }
        }
    }

    /// 增加水稻种植面积26万亩、经济作物12万亩: by how much the first of a list was changed, so were all.
    pub(super) fn share_change(&self, all: &mut [Linked]) {
        let fold = self.fold();
        for index in 1..all.len() {
            let (before, rest) = all.split_at_mut(index);
            let (Some(first), Some(next)) = (before.last(), rest.first_mut()) else { return };
            let led = first.frame.direction_at.filter(|verb| {
                first.form == Form::Change && first.name.pieces.first().is_some_and(|name| verb.end <= name.start)
            });
            let Some(verb) = led else { continue };
            let (one, other) = (self.numbers[first.number], self.numbers[next.number]);
            let listed = fold.at(one.at.end) == '、'
                && next.name.pieces.first().is_some_and(|name| name.start == one.at.end + 1);
            if !listed || next.form != Form::Level || other.unit != one.unit {
                continue;
            }
            next.form = Form::Change;
            (next.frame.direction, next.frame.direction_at) = (first.frame.direction, Some(verb));
            let measure = first.name.pieces.last().and_then(|last| labels::open_end(fold, *last));
            if let Some(measure) = measure.filter(|_| !labels::is_measure(fold, &next.name)) {
                next.name.pieces.push(measure);
            }
        }
    }
}
