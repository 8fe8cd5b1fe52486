//! Adds period, basis, scope and modality to a number and its name.

use super::carry::Carried;
use super::clause::LOOK_BACK;
use super::frame::Basis;
use super::linked::{Linked, Walk};
use super::subject::Name;
use super::vocabulary::words;
use super::{form, labels};
use crate::fold::CharSpan;
use crate::lexicon::{among, divisions};
use crate::model::{Bound, Detail, Direction, Evidence, Fact, Figure, Form, Modality, Role};
use crate::read::openings::DIVISIONS;
use crate::read::time::Period;
use crate::scan::Quantity;

/// 连续83个月 in a review of five years: a state that began before the period is only known to have held at its end.
fn since_before(period: String, streak: &Quantity) -> String {
    let years: Option<(i128, i128)> =
        period.split_once('/').and_then(|(a, b)| Some((a.parse().ok()?, b.parse().ok()?)));
    let (Some((first, last)), Some(length)) = (years, streak.value.whole()) else { return period };
    let months = match streak.unit.as_str() {
        "年" => length.saturating_mul(12),
        "个月" | "月" => length,
        _ => 0,
    };
    if last > first + 1 && months > (last - first + 1) * 12 { format!("../{last}") } else { period }
}

/// Words of what there is at a moment; what comes about over a year is none of them.
const STOCKS: &[&str] = &[
    "存栏", "人口", "余额", "保有", "拥有", "库存", "总数", "户", "在校", "在园", "在册", "在岗", "里程", "床位",
    "机构", "人数", "对象", "标准", "率", "比重", "面积", "装机", "容量", "资产", "参保", "从业", "数量", "有", "网点",
    "站",
];

/// How many parts a figure is read from at most, as a rule.
const PARTS: usize = 8;

impl Walk<'_> {
    /// 2014年末,牛存栏91万头;…生猪出栏241万头: whether the end of the year at `at` was said in an earlier part than `place`.
    fn leaves_day(&self, at: CharSpan, place: usize) -> bool {
        let fold = self.fold();
        let from = at.end.max(place.saturating_sub(LOOK_BACK));
        matches!(fold.at(at.end.wrapping_sub(1)), '末' | '底')
            && (from > at.end || (from..place).any(|place| matches!(fold.at(place), ';' | '。')))
    }

    /// 医院17个, 注册护士3456人: how many there are at a moment, as no verb says that they came.
    fn is_stock(&self, quantity: &Quantity, name: &Name) -> bool {
        let fold = self.fold();
        let Some((first, last)) = name.pieces.first().zip(name.pieces.last()) else { return false };
        let done = words().at_of(fold.chars(), first.start, &["verb", "light"]).is_some_and(|hit| hit.len > 1);
        !done
            && match quantity.unit.as_str() {
                "个" | "家" | "所" | "张" | "座" | "处" | "间" | "台" | "辆" | "艘" | "架" | "支" => true,
                "人" | "名" => among!("师士员工", fold.at(last.end.wrapping_sub(1))),
                _ => false,
            }
    }

    /// The figure with its period, basis, scope and modality.
    pub(super) fn finish(&self, linked: &Linked, carried: &mut Carried) -> Fact {
        let fold = self.fold();
        let &Linked { number, ref frame, ref name, mut form, inferred, rule, turn } = linked;
        let quantity = self.numbers[number];
        let mut period = self.timeline.period(quantity.at);
        if let Some(own) = turn.and_then(|(place, count)| self.timeline.in_turn(&period, place, count)) {
            period = own;
        }
        // 比2017年的2073.5亿元增长21.5%: the base is of its own time.
        let of = quantity.at.start.saturating_sub(usize::from(fold.at(quantity.at.start.wrapping_sub(1)) == '的'));
        let turns = || words().at_of(fold.chars(), quantity.at.end, &["up", "down", "to"]).is_some();
        // 比去年同期13人激增84.6%
        if !form::is_share(quantity)
            && quantity.unit != "倍"
            && of > 0
            && (of < quantity.at.start || turns())
            && let Some(mark) = self.timeline.mark_at(CharSpan::new(of - 1, of)).filter(|mark| mark.basis)
            && !mark.placed.value.is_empty()
        {
            period =
                Period { value: mark.placed.value.clone(), evidence: Some(mark.at), inferred: mark.placed.inferred };
            form = Form::Level;
        }
        // 较去年同期减少4.6%,破案率由32.1%升至35.7%: what a change set out from is of the year before.
        let said = |at: CharSpan| at.end <= quantity.at.start && at.end + 2 >= quantity.at.start;
        let compared = || match carried.basis?.0 {
            Basis::YearBefore => self.timeline.year_before(&period.value),
            // 与2018年相比,吸毒人员由8640人下降到7215人
            Basis::Time(_) => Some(self.basis(carried.basis?.0, &period.value)),
            _ => None,
        };
        if frame.departs
            && !period.evidence.is_some_and(said)
            && turns()
            && let Some(value) = compared()
        {
            period = Period { value, evidence: period.evidence, inferred: true };
        }
        // 从1978年到1983年,由175元提高到288元: the first value is of the first year, the second of the last.
        if let Some(at) = period.evidence
            && (matches!(fold.at(at.start.wrapping_sub(1)), '从' | '由')
                || period.value.len() == 9 && fold.slice(at).contains(&'至'))
            && let Some((first, last)) = period.value.split_once('/')
            && !said(at)
            && (frame.departs && turns() || frame.arrives)
        {
            period.value = String::from(if frame.arrives { last } else { first });
        }
        if form == Form::Streak {
            period.value = since_before(period.value, quantity);
        }
        let (name, area) = self.with_area(name.clone(), rule);
        let indicator = name.words(fold);
        if let Some(at) = period.evidence
            && self.leaves_day(at, quantity.at.start)
            && period.value.ends_with("-12")
            && !STOCKS.iter().any(|word| indicator.contains(word))
            && !self.is_stock(quantity, &name)
        {
            period.value = period.value.chars().skip_while(|c| !c.is_ascii_digit()).take(4).collect();
        }
        // 年均增长4.7%: a yearly average is one of the years reviewed.
        let covers = self.timeline.covers(self.sentence.article);
        if frame.basis == Some(Basis::YearlyAverage) && period.value.len() == 4 && covers.contains('/') {
            period.value = covers.into();
            (period.evidence, period.inferred) = (None, true);
        }
        let mut evidence = Vec::with_capacity(PARTS);
        let mut told = |role: Role, at: Option<CharSpan>| {
            evidence.extend(at.filter(|at| !at.is_empty()).map(|at| Evidence { role, span: fold.span(at) }));
        };
        told(Role::Value, Some(quantity.number));
        told(Role::Unit, quantity.unit_at);
        told(Role::Bound, quantity.bound_at.or(frame.bound_at));
        name.pieces.iter().for_each(|&at| told(Role::Indicator, Some(at)));
        let changing = matches!(form, Form::Change | Form::RankChange);
        // 等于1949年的4.2倍: a level that is held against another time.
        // 恢复至2019年的85.5%, 恢复至2019年同期约九成
        // 分别恢复到2019年的97%和103%
        let listed = rule.starts_with("list") && form == Form::Level && frame.direction_at.is_none();
        let part = of < quantity.at.start || listed || fold.ends_with(of, "同期");
        let multiple = quantity.unit == "倍" || form::is_share(quantity) && part;
        let compared = changing || multiple && matches!(frame.basis, Some(Basis::Time(_)));
        if changing {
            told(Role::Direction, frame.direction_at);
        }
        carried.changed = frame.direction_at.filter(|_| changing).map(|at| (frame.direction, at));
        let own_basis = frame.basis.zip(frame.basis_at);
        if own_basis.is_some_and(|(basis, _)| basis != Basis::YearlyAverage) {
            carried.under = own_basis.filter(|(basis, _)| *basis == Basis::YearBefore).or(carried.under);
            carried.basis = own_basis;
            carried.basis_of_clause = own_basis.is_some_and(|(basis, _)| matches!(basis, Basis::Time(_)));
        }
        if quantity.family != "points" {
            carried.grew = frame.direction_at.filter(|_| form == Form::Change && form::is_share(quantity));
        }
        let same = || carried.held.filter(|_| rule == "indicator-carried-over");
        let under = || carried.under.filter(|_| form::is_share(quantity));
        let carried_basis =
            carried.basis.or_else(same).or_else(under).filter(|_| form == Form::Change && !frame.elsewhere);
        let basis = own_basis.or(carried_basis).filter(|_| changing || own_basis.is_some());
        told(Role::Comparison, basis.map(|(_, at)| at));
        let scope = frame.scope_at.or(carried.scope.filter(|_| matches!(form, Form::Rank)));
        if form == Form::Rank || form == Form::RankChange {
            carried.scope = scope;
            told(Role::Scope, scope);
        }
        told(Role::Period, period.evidence);
        let lent = [
            (inferred, "indicator"),
            (changing && own_basis.is_none() && basis.is_some(), "basis"),
            (period.inferred, "period"),
        ];
        let (modality, said) = self.modality(quantity.at);
        let stated = rule != "indicator-carried-over" && !form::is_share(quantity);
        // A year after the one reviewed: what is striven for in it is not reached.
        let ahead = modality == Modality::Actual
            && period.value.len() == 4
            && covers.len() >= 4
            && covers.get(covers.len() - 4..).is_some_and(|last| period.value.as_str() > last);
        // 预测2025年增长3.14%: what is foreseen.
        let (modality, said) = match modality {
            Modality::Actual => self
                .foreseen(quantity.at, &period.value)
                .or(frame.coming_at)
                .or_else(|| self.budgeted(&name).filter(|_| changing || stated))
                .map_or((modality, said), |word| (Modality::Target, Some(word))),
            _ => (modality, said),
        };
        let striven = if ahead { self.striven(quantity.at) } else { None };
        let (modality, said) = striven.map_or((modality, said), |word| (Modality::Target, Some(word)));
        // 将由37%增加到71%: what a plan sets out from is reached.
        let set_out = frame.departs && modality == Modality::Target && turns();
        let (modality, said) = if set_out { (Modality::Actual, None) } else { (modality, said) };
        let dated = period.evidence.is_some_and(|at| at.end + 2 >= quantity.at.start);
        if set_out && !dated {
            period = Period::default();
        }
        told(Role::Modality, said);
        // 出口30亿元(-2.1%), 增长-1.5%: the sign says which way.
        let fell =
            changing && frame.direction == Direction::Up && quantity.value.digits() < 0 && quantity.high.is_none();
        let figure = Figure {
            value: if fell { quantity.value.negate() } else { quantity.value },
            high: quantity.high,
            unit: form::unit_giver(fold, self.numbers, number).unit.clone(),
            form,
            bound: if quantity.bound == Bound::Exact { frame.bound } else { quantity.bound },
            direction: match changing {
                true if quantity.unit == "番" => Direction::Up,
                true if fell => Direction::Down,
                true => frame.direction,
                false => Direction::None,
            },
            basis: basis.map(|(basis, _)| self.basis(basis, &period.value)).filter(|_| compared).unwrap_or_default(),
            scope: scope
                .filter(|_| matches!(form, Form::Rank | Form::RankChange))
                .map(|at| fold.words(at))
                .unwrap_or_default(),
            indicator,
            period: period.value,
            area,
            modality,
            inferred: lent.into_iter().filter(|(is, _)| *is).map(|(_, part)| part).collect(),
        };
        Fact {
            span: fold.span(quantity.at),
            article: self.sentence.article,
            rule,
            evidence,
            detail: Detail::Figure(Box::new(figure)),
        }
    }

    /// 河源市〔群众安全感〕: whose a measure is, where that is not the article's own place.
    fn with_area(&self, mut name: Name, rule: &str) -> (Name, String) {
        let (fold, none) = (self.fold(), String::new());
        let Some(first) = name.pieces.first_mut().filter(|_| !rule.starts_with("list")) else { return (name, none) };
        let mut end = first.start;
        while self.openings.at(end, DIVISIONS)
            && let Some(place) = divisions::full().at(fold.chars(), end)
        {
            end += place.len;
        }
        const BODIES: &str = "公安 法院 检察 人民 司法 政 委 局 党 中级 高级";
        let measure = CharSpan::new(end, first.end.max(end));
        if end == first.start || fold.starts_any(end, BODIES) || !labels::is_measure(fold, &Name::of(measure)) {
            return (name, none);
        }
        let place = fold.words(CharSpan::new(first.start, end));
        first.start = end;
        let own = self.page.layout.articles.get(self.sentence.article).map_or("", |article| &article.head.area);
        (name, if own.is_empty() || !place.ends_with(own) { place } else { none })
    }

    /// 与2012年同期比较,2013年首11个月…: the same months of the year that the time mark `index` names.
    fn same_months(&self, index: usize, period: &str) -> Option<String> {
        let at = self.times[index].at;
        let mark = self.timeline.mark_at(at).filter(|_| self.fold().ends_with(at.end, "同期"))?;
        let (now, then) = (period.get(..4)?, mark.placed.value.get(..4)?);
        let within = period.split('/').all(|end| end.starts_with(now));
        within.then(|| period.replace(now, then))
    }

    fn basis(&self, basis: Basis, period: &str) -> String {
        match basis {
            Basis::YearBefore => "yoy".into(),
            Basis::PeriodBefore => "mom".into(),
            Basis::YearlyAverage => "年均".into(),
            Basis::Time(index) => self.same_months(index, period).unwrap_or_else(|| {
                let mark = self.timeline.mark_at(self.times[index].at);
                mark.map(|mark| mark.placed.value.clone()).unwrap_or_default()
            }),
        }
    }
}
