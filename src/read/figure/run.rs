//! Values in a row, each with its label; and states that have held for so long.

use super::against::{against, multiple_of};
use super::carry::Carried;
use super::clause::{Clause, Item, LOOK_BACK};
use super::form::{self, may_rank};
use super::frame::{Basis, Frame};
use super::labels::{self, spread};
use super::linked::{Linked, Walk};
use super::share;
use super::subject::Name;

use crate::fold::CharSpan;
use crate::model::Form;

impl Walk<'_> {
    /// Adds the figures of a run of values, each with its label, to `all`.
    pub(super) fn run(
        &self,
        clause: Clause,
        items: &[Item],
        run: std::ops::Range<usize>,
        carried: &mut Carried,
        all: &mut Vec<Linked>,
    ) {
        let fold = self.fold();
        let item = &items[run.start];
        let first = self.numbers[item.numbers.start];
        let frame = self.frame(item.pre, first);
        // 坚持38年, 持续12年: held as long.
        const HELD: &str = "坚持 坚守 持续 就是 连升 连跌 连涨 连降 已满 将满 届满 刚满";
        let verb = first.at.start - usize::from(fold.ends_with(first.at.start, "了"));
        let held = first.family == "time" && fold.ends_any(verb, HELD);
        let held = held || first.unit == "连增" || first.family == "time" && fold.starts_with(first.at.start, "将满");
        let lasts =
            matches!(first.family, "time" | "streak") || matches!(first.unit.as_str(), "次" | "届" | "轮" | "场");
        if frame.streak_at.is_some() && lasts || held || fold.starts_with(first.at.start, "连续") {
            all.push(self.streak(clause, items, item, frame, carried));
            return;
        }
        if run.len() == 1 {
            return self.single(items, run.start, frame, carried, all);
        }
        let mut frame = frame;
        // 分别高于总体增速9.6个和9个百分点
        if form::unit_giver(fold, self.numbers, item.numbers.start).family == "points"
            && let Some(at) = against(fold, frame.rest, &mut frame)
        {
            frame.rest.end = at;
        }
        // 分别是上年的1.3倍和1.5倍
        if first.unit == "倍" {
            multiple_of(fold, first.at.start, self.times, &mut frame);
        }
        let frame = frame;
        let mut subject = self.clean(frame.rest);
        // 〔增速居第7位,〕位次分别前移7位、8位
        if subject.is_empty() {
            subject = Name::of(frame.ranking_at.unwrap_or_default());
        }
        let count = run.len();
        // A和B分别持股2.8%和2.9%: what is said of each.
        let each = subject.pieces.last_mut().and_then(|last| {
            let at = (last.start + 2..last.end.saturating_sub(2)).find(|&at| fold.starts_with(at, "分别"))?;
            let said = CharSpan::new(at + 2, last.end);
            last.end = at;
            Some(said)
        });
        let family = |place: usize| self.numbers[items[place].numbers.start].family;
        let unlike = count > 1 && family(run.start) != family(run.start + 1);
        // 社工与吸毒人员配备比例达到1:30: a ratio is one thing's.
        let mut labels = match subject.pieces.last() {
            Some(&last) if fold.at(first.at.end) != ':' => {
                spread(labels::split_into(fold, last, count, unlike), &subject)
            }
            _ => Vec::new(),
        };
        for label in &mut labels {
            label.pieces.extend(each.or_else(|| self.of_place(label, &frame, carried.names.last())));
        }
        if labels.len() != count
            && let (Some(last), Some(said)) = (subject.pieces.last_mut(), each)
        {
            last.end = said.end;
        }
        // A、B分别从771家、481家增加到1076家、636家: each label again where the values arrive.
        if labels.len() > 1
            && labels.len() * 2 == count
            && let second = &items[run.start + labels.len()]
            && self.frame(second.pre, self.numbers[second.numbers.start]).arrives
        {
            labels.extend_from_within(..);
        }
        // A、B分别为12件、3亿元和5件、1亿元: two values a label.
        let unit = |place: usize| self.numbers[items[run.start + place].numbers.start].unit.as_str();
        if labels.len() > 1
            && labels.len() * 2 == count
            && unit(0) != unit(1)
            && (2..count).all(|place| unit(place) == unit(place - 2))
        {
            labels = labels.into_iter().flat_map(|label| [label.clone(), label]).collect();
        }
        // 出口、进口继续增长,分别增长5%、8%: the labels stand in the clause before.
        if labels.is_empty()
            && frame.each
            && let [name] = carried.names.as_slice()
            && let Some(&last) = name.pieces.last()
        {
            let split = labels::split_into(fold, last, count, unlike);
            if split.len() == count {
                labels = spread(split, name);
            }
        }
        // 甲、乙、丙三市出口分别增长5%、6%、7%: the list is closed by its own count.
        if labels.len() < count
            && let Some(listed) = run.start.checked_sub(1).and_then(|at| items.get(at))
            && let Some(&counter) = self.numbers.get(listed.numbers.start)
            && counter.value.whole() == i128::try_from(count).ok()
            && let Some(&list) = self.clean(listed.pre).pieces.last()
        {
            let names = labels::split_into(fold, list, count, unlike);
            if names.len() == count {
                let behind = if subject.is_empty() { self.clean(listed.post) } else { subject.clone() };
                let measure = share::measure_of_each(fold, &behind);
                labels = names.into_iter().map(|name| name.join(&measure)).collect();
            }
        }
        // 甲、乙位列第二、三,分别持股13%和11%: what is said of each of those named before.
        let opens = frame.each || fold.starts_with(fold.trim(item.pre).start, "分别");
        if labels.len() == 1 && opens && subject.len() <= 6 && carried.names.len() == count {
            labels = carried.names.iter().map(|name| name.clone().join(&subject)).collect();
        }
        if let Some(names) = self.tagged(item, &subject, count, carried) {
            labels = names;
        }
        // 排名由第12位上升到第5位: from one value to another of the same thing.
        let rows = carried.row.len() >= count && !frame.departs;
        let mut known = match labels.is_empty() {
            true if fold.at(first.at.end) == ':' && !subject.is_empty() => vec![subject.clone()],
            true if rows => carried.row.split_off(carried.row.len() - count),
            true => carried.names.clone(),
            false => labels,
        };
        let mut inferred = subject.is_empty();
        // 〔生产总值突破6000亿元,〕总量由第六位前移至第五位
        if let Some(head) = self.bare_head(&subject).or_else(|| self.bare_share(&subject))
            && let Some(name) = carried.names.last().filter(|name| !name.is_empty())
        {
            inferred = true;
            subject = self.with_head(name.clone(), head);
            known = vec![subject.clone()];
        }
        // 〔三次产业结构进一步优化,〕调整为8.3:41.4:50.3
        if subject.is_empty()
            && fold.at(first.at.end) == ':'
            && let Some(parts) = self.divided_into(carried)
        {
            inferred = true;
            subject = parts;
            known = vec![subject.clone()];
        }
        if subject.is_empty()
            && known.len() < count
            && may_rank(first)
            && let Some(test) = self.assessed(carried)
        {
            inferred = true;
            subject = test;
            known = vec![subject.clone()];
        }
        let mut direction = (frame.direction, frame.direction_at);
        let found = all.len();
        for (place, item) in items[run].iter().enumerate() {
            let quantity = self.numbers[item.numbers.start];
            let mut own = if place == 0 { frame.clone() } else { self.frame(item.pre, quantity) };
            // 净增120家、达到860家
            let reached = place > 0 && fold.ends_any(item.pre.end, "达到 达 为");
            if own.direction_at.is_none() && !own.arrives && !reached {
                (own.direction, own.direction_at) = direction;
            }
            direction = (own.direction, own.direction_at);
            own.basis = own.basis.or(frame.basis);
            if let Some(Basis::Time(index)) = frame.basis
                && frame.bases == count
            {
                own.basis = Some(Basis::Time(index + place));
            }
            own.basis_at = own.basis_at.or(frame.basis_at);
            own.scope_at = own.scope_at.or(frame.scope_at);
            own.elsewhere |= frame.elsewhere;
            own.ranked |= frame.ranked;
            own.arrives |= place > 0 && frame.arrives && own.direction_at.is_none();
            let name = if known.len() == count { known[place].clone() } else { subject.clone().or(&known) };
            let giver = form::unit_giver(fold, self.numbers, item.numbers.start);
            let form = form::form(giver, &own);
            all.push(Linked {
                number: item.numbers.start,
                form,
                inferred,
                rule: if known.len() == count { "list-of-labels-and-values" } else { "list-of-values" },
                frame: own,
                name,
                turn: (known.len() != count && frame.each).then_some((place, count)),
            });
        }
        carried.names = all[found..].iter().map(|linked| linked.name.clone()).collect();
    }

    /// 连续78个月无较大以上事故: the state that held, with its subject.
    fn streak(&self, clause: Clause, items: &[Item], item: &Item, frame: Frame, carried: &mut Carried) -> Linked {
        let fold = self.fold();
        let quantity = self.numbers[item.numbers.start];
        let subject = self.clean(frame.rest);
        let own = CharSpan::new(quantity.at.end, clause.at.end);
        let blank = fold.trim(item.post).is_empty();
        let last = items.last().map_or(quantity.at.end, |item| self.numbers[item.numbers.end - 1].at.end);
        let streaks_follow = blank
            && items.last().is_some_and(|other| {
                let number = self.numbers[other.numbers.start];
                other.numbers.start != item.numbers.start && self.frame(other.pre, number).streak_at.is_some()
            });
        let mut state = fold.trim(if streaks_follow { CharSpan::new(last, clause.at.end) } else { own });
        state.end = state.end.min(state.start + LOOK_BACK);
        for word in ["实现", "来", "以来"] {
            if fold.starts_with(state.start, word) && state.len() > word.chars().count() + 1 {
                state.start += word.chars().count();
            }
        }
        // 〔增加值增长30.4%、〕连续24个月保持两位数增长: a state that needs a subject takes the one before.
        const NEEDY: &str = "保持 居 位居 稳居 位列 增长 下降 高于 正增长 两位数 同比 环比";
        let needy = fold.starts_any(state.start, NEEDY);
        let before = carried.names.last().filter(|_| needy && clause.at.start < quantity.at.start);
        let lead = if subject.is_empty() { before.cloned().unwrap_or_default() } else { subject.clone() };
        let name = lead.and(fold.trim(state));
        if !subject.is_empty() {
            carried.names = vec![subject];
        }
        let number = item.numbers.start;
        Linked { number, frame, name, form: Form::Streak, inferred: false, rule: "streak", turn: None }
    }
}

impl Name {
    fn or(self, names: &[Name]) -> Name {
        if self.is_empty() { names.last().cloned().unwrap_or_default() } else { self }
    }
}
