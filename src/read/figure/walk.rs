//! Walks the clauses of a sentence and their items.

use super::carry::Carried;
use super::clause::{self, Clause, Item, LOOK_BACK};
use super::form::{self, is_share};
use super::frame::{self, Basis};
use super::labels;
use super::linked::{Linked, Walk};
use super::noun;
use super::share;
use super::subject::Name;
use super::vocabulary::words;
use crate::divide::{LineRole, Sentence};
use crate::fold::{CharSpan, Fold};
use crate::lexicon::among;
use crate::model::{Fact, Form};
use crate::read::Page;
use crate::scan::quantity::Shape;
use crate::scan::{Quantity, TimeMark};

/// Memory that the sentences of a page take turns in.
#[derive(Default)]
pub(super) struct Room {
    clauses: Vec<Clause>,
    items: Vec<Item>,
    linked: Vec<Linked>,
}

/// Whether a bare number stands where a value stands: 满意度达97.87, 指数为142.
pub(super) fn says_something(page: &Page, sentence: &Sentence, times: &[TimeMark], quantity: &Quantity) -> bool {
    let end = quantity.at.end;
    let closed = matches!(page.fold.at(end), ',' | '。' | ';' | '、' | '(' | ')' | '\0' | '\n' | '\r' | ' ');
    // 起诉率由95.3下降至88.6
    let turns = || words().at_of(page.fold.chars(), end, &["up", "down", "to"]).is_some_and(|hit| hit.len > 1);
    if !closed && !turns() {
        return false;
    }
    let from = clause_start(page.fold, sentence.at, quantity.at.start);
    let frame = frame::read(page.fold, CharSpan::new(from, quantity.at.start), times, false);
    // 工业生产指数93.06: an index needs no verb.
    let framed = frame.rest.end < page.fold.trim(CharSpan::new(from, quantity.at.start)).end
        || page.fold.ends_with(frame.rest.end, "指数");
    framed
        && (closed || frame.departs)
        && (frame.rest.len() >= 2 || frame.direction_at.is_some() && frame.basis.is_some())
}

/// Where the clause of `at` starts, or as far back as one is looked for.
fn clause_start(fold: &Fold, sentence: CharSpan, at: usize) -> usize {
    let from = sentence.start.max(at.saturating_sub(LOOK_BACK));
    (from..at)
        .rev()
        .find(|&place| matches!(fold.at(place), ',' | ';' | ':' | '。' | '、'))
        .map_or(from, |place| place + 1)
}

/// Whether 或 or 即 stands before an item's words: the same change said another way.
fn joined_by_or(fold: &Fold, item: &Item) -> bool {
    matches!(fold.at(item.pre.start.wrapping_sub(1)), '或' | '即')
}

/// What a clause without a number says that the next speaks of: 至于〔凶杀案〕,去年有28宗; 以〔甲、乙旅客〕为主,分别占30%、20%;
/// 〔东盟〕为第一大贸易伙伴,占外贸总值的14%.
fn topic_of(fold: &Fold, clause: CharSpan) -> Option<CharSpan> {
    let found = |from: usize, words: &str| (from..clause.end).find(|&at| words.contains(fold.at(at)));
    if fold.starts_with(clause.start, "至于") {
        return Some(CharSpan::new(clause.start + 2, clause.end));
    }
    if fold.ends_with(clause.end, "为主") {
        return found(clause.start, "以").map(|by| CharSpan::new(by + 1, clause.end - 2));
    }
    let is = fold.starts_with(clause.end, ",占").then(|| found(clause.start + 2, "为是")).flatten()?;
    (is <= clause.start + 12).then(|| CharSpan::new(clause.start, is))
}

impl Walk<'_> {
    /// Adds the figures of the sentence to `facts`; `last` says that no numeral follows in its paragraph.
    pub(super) fn read(&self, last: bool, carried: &mut Carried, room: &mut Room, facts: &mut Vec<Fact>) {
        let (fold, sentence, numbers) = (self.fold(), self.sentence, self.numbers);
        // 同比增长2.8%。其中,出口增长5.2%: against what the whole was held, its parts are too.
        // 分类别看,食品价格上涨2.9%
        let start = sentence.at.start;
        let viewed = || {
            among!("分从按", fold.at(start))
                && (start + 2..start + 12).any(|at| fold.starts_with(at, "看,") || fold.starts_with(at, "分,"))
        };
        let basis = carried
            .basis
            .filter(|(basis, _)| *basis == Basis::YearBefore && (fold.starts_with(start, "其中") || viewed()));
        carried.end_sentence();
        carried.basis = basis;
        let (mut next, mut whole) = (0, None);
        let headline = self.page.layout.lines.get(sentence.line).is_some_and(|line| line.role == LineRole::Title);
        let Room { clauses, items, linked } = room;
        clause::clauses(fold, sentence.at, numbers, headline, clauses);
        for &clause in clauses.iter() {
            if last && next == numbers.len() {
                return;
            }
            if clause.opens {
                carried.end_part();
            }
            let opening = fold.at(clause.at.start.wrapping_sub(1));
            match opening {
                '(' => whole = Some(carried.names.clone()),
                // 问题120个(其中安全问题30个),下降5%: the bracket was an aside.
                _ if clause.at.start > 1 && (opening == ')' || fold.at(clause.at.start - 2) == ')') => {
                    carried.names = whole.take().unwrap_or_else(|| std::mem::take(&mut carried.names));
                }
                _ => {}
            }
            if !matches!(opening, '(' | ')') {
                carried.tagged.clear();
            }
            let first = next;
            while next < numbers.len() && numbers[next].at.start < clause.at.end {
                next += 1;
            }
            if first == next {
                self.clause_without_number(clause, carried);
                continue;
            }
            clause::items(fold, clause.at, numbers, first..next, items);
            self.clause(clause, items, carried, linked);
            facts.extend(linked.iter().map(|linked| self.finish(linked, carried)));
            linked.clear();
        }
    }

    /// A clause that only says that something fell or rose gives its subject to the number that follows.
    fn clause_without_number(&self, clause: Clause, carried: &mut Carried) {
        let fold = self.fold();
        // 审结325件(含上年旧存案件,〔下同)〕: the rest of an aside.
        if fold.ends_with(clause.at.end, ")") && !fold.slice(clause.at).contains(&'(') {
            return;
        }
        if let Some(topic) = topic_of(fold, clause.at) {
            carried.names = vec![self.clean(topic)];
            return;
        }
        // 从环比看, 按年计: how the numbers that follow are compared.
        if matches!(fold.at(clause.at.start), '从' | '按' | '就')
            && let Some(hit) = words().at_of(fold.chars(), clause.at.start + 1, &["yoy", "mom"])
        {
            let basis = if hit.family == "yoy" { Basis::YearBefore } else { Basis::PeriodBefore };
            carried.basis = Some((basis, CharSpan::new(clause.at.start + 1, clause.at.start + 1 + hit.len)));
            return;
        }
        // 从八大类消费品价格看: of what the numbers that follow are the prices.
        if matches!(fold.at(clause.at.start), '从' | '按' | '分') && fold.ends_with(clause.at.end, "价格看") {
            carried.names = vec![Name::of(CharSpan::new(clause.at.start + 1, clause.at.end - 1))];
            return;
        }
        // 〔固定资产投资增长11.9%。〕分产业看,第一产业下降18.3%
        if matches!(fold.at(clause.at.start), '从' | '按' | '分')
            && matches!(fold.at(clause.at.end.wrapping_sub(1)), '看' | '分')
            && let Some(name) = carried.names.last()
        {
            carried.among = share::measure_at_end(fold, name);
            return;
        }
        // 发案数、财损数首次实现“双下降”: what the numbers that follow are said of.
        const BOTH: &str = "首次 实现 双双 持续 继续 连续 保持 呈现 均 再";
        if matches!(fold.at(clause.at.end.wrapping_sub(1)), '”' | '」' | '降' | '升' | '长')
            && let Some(end) = (clause.at.start + 4..clause.at.end).find(|&at| fold.starts_any(at, BOTH))
            && let Some(&list) = self.clean(CharSpan::new(clause.at.start, end)).pieces.last()
            && labels::all_measures(fold, list)
        {
            carried.names = vec![Name::of(list)];
            carried.row.clear();
            return;
        }
        // 限额以上单位商品零售额中,〔化妆品类增长5.1%〕: the measure of each kind that follows.
        if fold.ends_with(clause.at.end, "中") {
            let name = self.clean(CharSpan::new(clause.at.start, clause.at.end - 1));
            carried.among = share::measure_at_end(fold, &name);
        }
        let frame = frame::read(fold, clause.at, self.times, false);
        // 与2012年同期比较,〔销货价值上升11.6%〕
        if let (Some(basis), Some(at)) = (frame.basis, frame.basis_at)
            && self.clean(frame.rest).is_empty()
            && fold.text(clause.at) != "同期"
        {
            carried.basis = Some((basis, at));
        }
        carried.topics.push(clause.at);
        let goes_on = fold.at(clause.at.end) == ',';
        if goes_on && let Some(names) = self.foremost(clause.at) {
            carried.names = names;
            return;
        }
        // 为近3年同期最低: what place it has, not that it fell.
        let most = frame.direction_at.is_some_and(|at| fold.at(at.start.wrapping_sub(1)) == '最');
        if frame.rest.len() < 2 || most {
            return;
        }
        let mut rest = frame.rest;
        if frame.direction_at.is_none() && !frame.arrives {
            if !goes_on {
                return;
            }
            // 农民的纯收入,全国平均每人达到355元; 制造业方面,约50%…: a clause that only names.
            let field = fold.ends_with(rest.end, "方面") && rest.len() > 3;
            rest.end -= if field { 2 } else { 0 };
            let long = fold.ends_with(rest.end, "比重") || fold.ends_with(rest.end, "比例");
            // 其次为食品、酒类饮品,下跌1.4%; 销货数量的临时估计,较去年同月上升11%: what the next clause is said of.
            let next = clause.at.end + 1;
            let then = next + usize::from(matches!(fold.at(next), '则' | '亦' | '也'));
            let second = fold.starts_with(rest.start, "其次为") || fold.starts_with(rest.start, "其次是");
            rest.start += if second { 3 } else { 0 };
            let acts = || words().at_of(fold.chars(), rest.start, &["verb", "up", "down", "light"]).is_some();
            if !long && acts() {
                return;
            }
            let said = matches!(fold.at(then), '较' | '比')
                || words()
                    .at_of(fold.chars(), then, &["yoy", "mom", "up", "down", "each"])
                    .is_some_and(|hit| hit.len > 1);
            // 其次为落马洲管制站,有6120万人次
            let said = said || second && matches!(fold.at(then), '有' | '达' | '共' | '约');
            let said =
                said && !matches!(fold.at(rest.end.wrapping_sub(1)), '后' | '时' | '中' | '下' | '上' | '看' | '算');
            let mut name = self.clean(rest);
            // 警方昨日公布上半年整体罪案数,比去年同期跌6%: behind the time stands what is measured.
            if let Some(&last) = name.pieces.last()
                && said
                && labels::is_measure(fold, &Name::of(last))
            {
                name = Name::of(last);
            }
            if name.pieces.len() == 1
                && name.len() <= if long || said { 28 } else { 16 }
                && (field || said || labels::is_measure(fold, &name))
            {
                carried.names = vec![name];
            }
            return;
        }
        // 在…的态势下: a circumstance, not the subject.
        if self.fold().ends_with(rest.end, "下")
            && let Some(at) = (rest.start + 2..rest.end).find(|&at| self.fold().at(at) == '在')
        {
            rest.end = at;
        }
        // 机械产品因自动化需求成长,年增3%: why is no part of what grew.
        if let Some(at) =
            (rest.start + 2..rest.end).find(|&at| fold.at(at) == '因' && !among!("素此为而子特果应", fold.at(at + 1)))
        {
            rest.end = at;
        }
        let name = self.clean(rest);
        if !name.is_empty() {
            carried.names = vec![name];
        }
        if let (Some(basis), Some(at)) = (frame.basis, frame.basis_at) {
            carried.basis = Some((basis, at));
        }
    }

    /// Adds the figures of a clause to `all`.
    fn clause(&self, clause: Clause, items: &[Item], carried: &mut Carried, all: &mut Vec<Linked>) {
        carried.verb = None;
        carried.held = None;
        if std::mem::take(&mut carried.basis_of_clause) {
            carried.held = carried.basis.take().filter(|_| !clause.opens);
        }
        carried.label = self.label(clause);
        let before = carried.label.map(|_| carried.names.clone());
        carried.bracketed = self.fold().at(clause.at.start.wrapping_sub(1)) == '(';
        carried.tagged.extend(carried.label.map(Name::of).filter(|_| carried.tagged.len() < 8));
        let mut index = 0;
        while index < items.len() {
            let end = self.run_end(items, index);
            let before = all.len();
            self.run(clause, items, index..end, carried, all);
            let found = &all[before..];
            // 甲、乙分别有83公斤、8公斤,均增一倍: said of these only.
            if found.len() > 1
                && found.iter().all(|linked| linked.frame.each || linked.rule == "list-of-labels-and-values")
            {
                carried.row.clear();
            }
            let counts = found
                .iter()
                .filter(|linked| linked.form == Form::Level && !linked.rule.starts_with("indicator-carried"));
            carried
                .row
                .extend(counts.map(|linked| linked.name.clone()).take(8_usize.saturating_sub(carried.row.len())));
            index = end;
        }
        if all.len() > 1 {
            self.share_verb(all);
            self.share_action(all);
            self.share_change(all);
        }
        if let Some(before) = before {
            carried.names = before;
        }
    }

    /// 增幅较大的有发酵酒(增长87%): what stands before a bracket that holds only a value.
    fn label(&self, clause: Clause) -> Option<CharSpan> {
        let fold = self.fold();
        let open = clause.at.start.checked_sub(1).filter(|&open| fold.at(open) == '(')?;
        let from = self.sentence.at.start.max(open.saturating_sub(24));
        let opens = |&at: &usize| match fold.at(at) {
            ',' | ';' | ':' | '为' | '是' | '括' | ')' | '。' => true,
            // 食品、饮品及烟草(上升3.2%)
            '、' => fold.at(at.wrapping_sub(1)) == ')',
            '有' => matches!(fold.at(at.wrapping_sub(1)), '的' | '中' | '还' | '另'),
            _ => false,
        };
        let first = (from == self.sentence.at.start).then_some(from);
        let start = (from..open).rev().find(opens).map(|mark| mark + 1).or(first)?;
        // 较四月的相应升幅(1.3%)为低
        if among!("较比", fold.at(start)) {
            return None;
        }
        let label = self.clean(CharSpan::new(start, open)).pieces.first().copied()?;
        let number = self.numbers.iter().any(|number| number.at.overlaps(label));
        (label.len() >= 2 && !number).then_some(label)
    }

    /// Items that only go on with values: 分别下降5.8%、8.1%; 下降38.6%、上升2.8%.
    pub(super) fn run_end(&self, items: &[Item], start: usize) -> usize {
        let mut end = start + 1;
        // 甲、乙分别达到12万亩、3500万袋: each in its own unit.
        let each = items.len() > start + 1 && {
            let pre = self.fold().trim(items[start].pre);
            let from = pre.start.max(pre.end.saturating_sub(8));
            (from..pre.end).any(|at| self.fold().starts_with(at, "分别"))
        };
        while end < items.len() {
            let (before, item) = (&items[end - 1], &items[end]);
            let b = self.numbers[item.numbers.start];
            let single = before.numbers.len() == 1 && item.numbers.len() == 1;
            let alike = || {
                let a = form::unit_giver(self.fold(), self.numbers, before.numbers.start);
                let b = form::unit_giver(self.fold(), self.numbers, item.numbers.start);
                let pace = |quantity: &Quantity| is_share(quantity) || quantity.unit == "倍";
                // 升82点或0.2%
                let or = joined_by_or(self.fold(), item);
                // 死亡94人,同比减少4起、100人: by how much each of those before.
                let changed = || {
                    let first = self.frame(items[start].pre, self.numbers[items[start].numbers.start]);
                    first.direction_at.is_some() && self.clean(first.rest).is_empty()
                };
                a.family == b.family
                    || a.unit == b.unit
                    || pace(a) && pace(b)
                    || or
                    || self.fold().trim(item.pre).is_empty() && changed()
            };
            if !single || !self.fold().trim(before.post).is_empty() || !(each || alike()) {
                break;
            }
            let frame = self.frame(item.pre, b);
            let counts = !is_share(b) && b.shape != Shape::Ordinal;
            let counted = counts && noun::behind(self.fold(), "", item.post, false).is_some();
            if counted || frame.streak_at.is_some() || frame.each || !self.clean(frame.rest).is_empty() {
                break;
            }
            end += 1;
        }
        end
    }
}
