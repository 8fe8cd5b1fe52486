//! Shares: of what was named before, of whom, and one value said of each thing in a list.

use super::carry::Carried;
use super::clause::Item;
use super::form::is_share;
use super::frame::Frame;
use super::labels;
use super::linked::Walk;
use super::subject::Name;
use super::take::is_pace;
use crate::fold::{CharSpan, Fold};
use crate::lexicon::{among, divisions};
use crate::scan::Quantity;
use crate::scan::quantity::Shape;

/// The most characters that a bare head has.
const LONGEST_HEAD: usize = 6;

impl Walk<'_> {
    /// 〔总产值增长6.5%、〕占工业总产值比重: the share of what was named before.
    pub(super) fn bare_share(&self, rest: &Name) -> Option<CharSpan> {
        let [at] = *rest.pieces else { return None };
        if of_plan(self.fold(), at) {
            return Some(at);
        }
        // 〔经费支出231亿元,〕与地区生产总值之比
        if is_ratio(self.fold(), at) {
            return Some(CharSpan::new(at.start - 1, at.end));
        }
        // 〔财政储备12亿元,〕相当于生产总值的39%
        if self.fold().starts_with(at.start, "相当于") {
            return Some(at);
        }
        (self.fold().at(at.start) == '占' && !matches!(self.fold().at(at.start + 1), '地' | '道' | '用' | '有'))
            .then_some(at)
    }

    /// 〔增幅〕最高的是〔高新区〕, 〔收入〕居前三位的是〔甲县、乙县和丙县〕: the measure of each that is named.
    pub(super) fn foremost(&self, clause: CharSpan) -> Option<Vec<Name>> {
        let fold = self.fold();
        let reach = fold.slice(CharSpan::new(clause.start + 4, clause.end.saturating_sub(2)));
        let of = clause.start + 4 + reach.windows(2).position(|two| two == ['的', '是'])?;
        let placed = |&at: &usize| {
            fold.at(at) == '最'
                || among!("居排列位", fold.at(at)) && matches!(fold.at(at + 1), '前' | '第' | '在' | '名')
        };
        let end = (clause.start + 2..of).find(placed)?;
        let measure = self.clean(CharSpan::new(clause.start, end));
        let listed = self.clean(CharSpan::new(of + 2, clause.end));
        let &list = listed.pieces.last()?;
        let measured = labels::is_measure(fold, &measure) || is_pace(&measure.words(fold));
        measured.then(|| labels::split(fold, list).into_iter().map(|name| name.join(&measure)).collect())
    }

    /// 出口30亿元〔(+4.7%)〕: the sign of a share that stands alone in a bracket behind an amount.
    pub(super) fn signed(&self, item: &Item, share: &Quantity) -> Option<CharSpan> {
        let fold = self.fold();
        let (start, before) = (item.pre.start, self.numbers.get(item.numbers.start.checked_sub(1)?)?);
        let plus = fold.at(start) == '+' && share.number.start == start + 1;
        let alone = plus || share.at.start == start && share.value.digits() < 0;
        (alone && is_share(share) && before.at.end + 1 == start && fold.trim(item.post).is_empty())
            .then(|| CharSpan::new(start, start + 1))
    }

    /// 播种面积1128万亩(〔水田〕168万亩、旱田960万亩): the measure that is broken down in the bracket.
    pub(super) fn part_of(&self, kind: &Name, item: &Item, carried: &Carried) -> Option<CharSpan> {
        let (own, before) = (item.numbers.start, item.numbers.start.checked_sub(1)?);
        let unit = self.numbers[own].unit == self.numbers.get(before)?.unit;
        let alike = unit && !is_share(self.numbers[own]);
        // 〔公益诉讼案件98件,〕其中生态环境领域37件: of what was counted before.
        if alike
            && kind.pieces.last().is_some_and(|last| self.fold().ends_with(last.end, "领域"))
            && let Some(&counted) = carried.counted.as_ref().and_then(|name| name.pieces.last())
        {
            return Some(counted);
        }
        let fold = self.fold();
        let (&[name], Some(&last)) = (&*kind.pieces, carried.names.last()?.pieces.last()) else { return None };
        // 〔医院病床使用率79.4%,其中〕公立医院86.0%: the measure of those of its kind.
        if unit && name.len() > 2 && fold.ends_any(name.start, "其中 其中,") {
            let noun = fold.text(CharSpan::new(name.end - 2, name.end));
            let kept = (last.start..last.end).find(|&at| fold.starts_with(at, noun));
            let measure = kept.map(|at| CharSpan::new(at + 2, last.end.max(at + 2)));
            return measure.filter(|&rest| labels::is_measure(fold, &Name::of(rest)));
        }
        if !carried.bracketed || !alike || labels::is_measure(fold, kind) {
            return None;
        }
        labels::open_end(fold, last)
    }

    /// 香港(5人)及台湾(4人)〔旅客〕分别减少3%及2%: what was labelled in brackets just before, with the noun behind them.
    pub(super) fn tagged(&self, item: &Item, noun: &Name, count: usize, carried: &Carried) -> Option<Vec<Name>> {
        let behind = self.fold().at(item.pre.start.wrapping_sub(1)) == ')' && noun.len() <= 4;
        (behind && carried.tagged.len() == count)
            .then(|| carried.tagged.iter().map(|tag| tag.clone().join(noun)).collect())
    }

    /// A noun that measures nothing by itself, only what was named before: 〔地区生产总值5.2万亿元,〕总量居全国第5位.
    pub(super) fn bare_head(&self, rest: &Name) -> Option<CharSpan> {
        const HEADS: &[&str] = &[
            "总量",
            "位次",
            "新增",
            "占比",
            "比重",
            "规模",
            "增量",
            "总额",
            "总数",
            "总规模",
            "均价",
            "幅度",
            "总指数",
            "平均每人",
            "平均每户",
            "人均",
            "平均每日",
            "平均每天",
            "平均每月",
            "日均",
            "月均",
            "户均",
        ];
        let [at] = *rest.pieces else { return None };
        let first = self.fold().at(at.start);
        if at.len() > LONGEST_HEAD || !among!("总位新占比规增均幅平人日月户降涨跌升减按同环", first)
        {
            return None;
        }
        let whole = self.fold().text(at);
        // 按年增幅
        let said = ["按年", "同比", "环比"].iter().find_map(|lead| whole.strip_prefix(lead)).unwrap_or(whole);
        (HEADS.contains(&said) || is_pace(said)).then_some(at)
    }

    /// 〔零售总额增量56亿元,〕增量: the name with the head, where it does not end in it already.
    pub(super) fn with_head(&self, name: Name, head: CharSpan) -> Name {
        let name = self.without_head(name);
        let said = self.fold().text(head);
        let last = name.pieces.last();
        let has = last.is_some_and(|last| last.len() > said.chars().count() && self.fold().ends_with(last.end, said));
        if has { name } else { name.and(head) }
    }

    /// The name without the head that was added to it before: 生产总值 of 生产总值增速.
    pub(super) fn without_head(&self, mut name: Name) -> Name {
        let added = |&last: &CharSpan| self.bare_head(&Name::of(last)).is_some();
        if name.pieces.len() > 1 && name.pieces.last().is_some_and(added) {
            name.pieces.pop();
        }
        name
    }

    /// 〔恩格尔系数为29.8%,其中〕城镇为28.8%: the measure that is given for one part of the people after the other.
    pub(super) fn divided(&self, rest: &Name, carried: &Carried) -> Option<Name> {
        const PARTS: &[&str] = &["城镇", "农村", "城市", "乡村", "男性", "女性", "男", "女", "其他"];
        let fold = self.fold();
        let part = |at: CharSpan| at.len() <= 2 && PARTS.contains(&fold.text(at));
        let [at] = *rest.pieces else { return None };
        if !part(at) {
            return None;
        }
        let mut measure = carried.names.last()?.clone();
        if measure.pieces.len() > 1 && measure.pieces.last().is_some_and(|&last| part(last)) {
            measure.pieces.pop();
        }
        labels::is_measure(fold, &measure).then_some(measure)
    }

    /// 占年初预算10065万元〔的43.2%〕, 较户籍人口251万人,〔多75万人〕: whether a number is that of something else, which the subject
    /// is held against. `rest` loses the words that say so, and all its words where the clause goes on (`alone` says that it
    /// does not): 较1月概估数1.84%上修1.06个百分点.
    pub(super) fn held_against(&self, rest: &mut Name, item: &Item, alone: bool, carried: &mut Carried) -> bool {
        let (fold, number) = (self.fold(), self.numbers[item.numbers.start]);
        let of = carried.share_of.take();
        if rest.is_empty() && is_share(number) {
            *rest = Name::of(of.unwrap_or_default());
        }
        let Some(first) = rest.pieces.first_mut().filter(|_| !carried.names.is_empty()) else { return false };
        let end = self.numbers[item.numbers.end - 1].at.end;
        let next = self.numbers.get(item.numbers.end).filter(|next| next.at.start == end + 1 && is_share(next));
        if next.is_some() && !is_share(number) && fold.at(end) == '的' {
            let plan = of_plan(fold, *first);
            if let Some(lead) = ["占", "完成", "为"].iter().find(|lead| fold.starts_with(first.start, lead))
                && (plan || *lead == "占" && first.len() > 2)
            {
                carried.share_of = Some(*first);
                first.start += lead.chars().count();
                return true;
            }
        }
        let lead = usize::from(among!("亦也", fold.at(first.start)));
        let at = first.start + lead;
        let against = among!("较比", fold.at(at)) && !among!("例重率值赛如较大好高多少强快长", fold.at(at + 1));
        if against && !alone {
            *rest = Name::default();
            return false;
        }
        let told = against && fold.at(end) == ',' && among!("多少增减", fold.at(end + 1));
        first.start += if told { lead + 1 } else { 0 };
        rest.pieces.retain(|piece| !piece.is_empty());
        told
    }

    /// 〔桃园市死伤人数减少100人,〕新北市增加40人: the measure of one place said of the next, which names only itself.
    pub(super) fn of_place(&self, name: &Name, frame: &Frame, before: Option<&Name>) -> Option<CharSpan> {
        let fold = self.fold();
        let [own] = *name.pieces else { return None };
        let end = |at: CharSpan| divisions::full().at(fold.chars(), at.start).map(|place| at.start + place.len);
        let mut measure = *before?.pieces.last()?;
        frame.direction_at.filter(|_| end(own) == Some(own.end))?;
        measure.start = end(measure).unwrap_or(measure.start);
        labels::is_measure(fold, &Name::of(measure)).then_some(measure)
    }

    /// 〔国有企业增加值增长5.2%,〕股份制企业增长7.8%: the measure of one kind said of the next, which names only its kind. `rises`
    /// says that prices can move so.
    pub(super) fn like_before(&self, name: &Name, before: &Name, rises: bool) -> Option<CharSpan> {
        let fold = self.fold();
        let (&[own], Some(&last)) = (&*name.pieces, before.pieces.last()) else { return None };
        // 〔居民消费价格上涨0.3%,其中〕食品烟酒类上涨0.6%: prices of kinds of goods.
        const OTHER: &str = "投资 贸易 消费 销售 就业 用电 存款 贷款 案 案件 人口";
        let priced = fold.ends_with(last.end, "价格") && before.len() > 2;
        if priced
            && rises
            && own.len() <= 14
            && !fold.slice(own).contains(&'价')
            && !labels::is_measure(fold, name)
            && !fold.ends_any(own.end, OTHER)
        {
            return Some(CharSpan::new(last.end - 2, last.end));
        }
        let kind = fold.at(own.end.wrapping_sub(1));
        if own.len() < 2 || !matches!(kind, '业' | '类') {
            return None;
        }
        let measure = measure_at_end(fold, before)?;
        let named = measure.start > last.start || before.pieces.len() > 1;
        let joined = if measure.start > last.start { measure.start } else { before.pieces.iter().rev().nth(1)?.end };
        (named && fold.at(joined.wrapping_sub(1)) == kind).then_some(measure)
    }
}

/// Whether a name is that of a kind of goods or a trade: 化妆品类, 采矿业.
pub(super) fn is_kind(fold: &Fold, name: &Name) -> bool {
    name.pieces.last().is_some_and(|last| name.len() > 2 && matches!(fold.at(last.end.wrapping_sub(1)), '类' | '业'))
}

/// The measure that a name ends in: 零售额 of 商品零售额.
pub(super) fn measure_at_end(fold: &Fold, name: &Name) -> Option<CharSpan> {
    const MEASURES: &[&str] =
        &["固定资产投资", "增加值", "零售额", "销售额", "总产值", "投资", "产值", "价格", "利润", "收入", "产量"];
    let &last = name.pieces.last()?;
    let word = MEASURES.iter().find(|word| fold.ends_with(last.end, word))?;
    Some(CharSpan::new(last.end.checked_sub(word.chars().count())?, last.end))
}

/// 与地区生产总值〔之比〕, whose 与 was cut off.
fn is_ratio(fold: &Fold, at: CharSpan) -> bool {
    let ratio = || fold.ends_any(at.end, "之比 比例 比值");
    at.start > 0 && fold.at(at.start - 1) == '与' && ratio()
}

/// 头部企业的〔市场份额占比〕: what is measured of each of those that were counted.
pub(super) fn measure_of_each(fold: &Fold, subject: &Name) -> Name {
    let mut measure = subject.clone();
    if let Some(first) = measure.pieces.first_mut()
        && let Some(of) = (first.start..first.end.saturating_sub(2)).find(|&at| fold.at(at) == '的')
    {
        first.start = of + 1;
    }
    measure
}

/// 诈骗案〔占整体罪案〕, and with `pace` 新能源收入〔占比〕: the name without the share that was given of it.
pub(super) fn drop_share(fold: &Fold, name: &mut Name, pace: bool) {
    let Some(last) = name.pieces.last_mut() else { return };
    let Some(at) = (last.start..last.end).find(|&at| fold.at(at) == '占') else { return };
    let word = matches!(fold.at(at + 1), '地' | '道' | '用' | '有') || fold.at(at + 1) == '比' && !pace;
    let named = at >= last.start + 2 || at == last.start && name.pieces.len() > 1;
    if word || !named {
        return;
    }
    if let Some(last) = name.pieces.last_mut() {
        last.end = at;
    }
    name.pieces.retain(|piece| !piece.is_empty());
}

/// 〔老年人8.7万人,〕占12.4%: the word that says that a share was taken of what was named before.
pub(super) fn taken(fold: &Fold, share: &Quantity, frame: &Frame) -> CharSpan {
    let at = share.at.start.saturating_sub(1);
    let bare = is_share(share) && frame.direction_at.is_none() && at >= frame.rest.end && fold.at(at) == '占';
    CharSpan::new(at, at + usize::from(bare))
}

/// 〔现代工业产值在总产值中的比重上升。〕这个比重约为17%: whether a name only points at what was named last.
pub(super) fn refers_back(fold: &Fold, rest: &Name, carried: &Carried) -> bool {
    const THESE: &[&str] = &["这个", "这一", "这项", "该项", "该", "此", "这"];
    let [at] = *rest.pieces else { return false };
    if at.len() > 6 || !matches!(fold.at(at.start), '这' | '该' | '此') {
        return false;
    }
    let Some(word) = THESE.iter().find(|word| fold.starts_with(at.start, word)) else { return false };
    let noun = CharSpan::new(at.start + word.chars().count(), at.end);
    let last = carried.names.last().and_then(|name| name.pieces.last());
    noun.len() > 1 && last.is_some_and(|last| last.len() > noun.len() && fold.ends_with(last.end, fold.text(noun)))
}

/// 为预算的102.3%, 完成年度计划的95.8%: a share of what was planned.
pub(super) fn of_plan(fold: &Fold, at: CharSpan) -> bool {
    const PLANS: &[&str] = &["预算", "计划", "目标", "任务", "目标任务", "计划任务"];
    const TERMS: &[&str] = &["年度", "年初", "全年", "调整"];
    const LEADS: &[&str] = &["完成", "为", "占", "达", "相当于"];
    if !among!("完为占达相", fold.at(at.start)) {
        return false;
    }
    let said = fold.text(at);
    let plan = LEADS.iter().find_map(|lead| said.strip_prefix(lead));
    plan.is_some_and(|plan| PLANS.contains(&TERMS.iter().find_map(|term| plan.strip_prefix(term)).unwrap_or(plan)))
}

/// Whom a share is a share of: 35.23%〔股份〕, 有41%〔业主〕, 3成〔企业〕; people and firms only where `alone` says that nothing
/// before the number is measured.
pub(super) fn of_whom(fold: &Fold, post: CharSpan, alone: bool) -> Option<CharSpan> {
    let held = ["股权", "股份", "份额", "代持股权"].into_iter().find(|word| fold.starts_with(post.start, word));
    let whom = |end: &usize| fold.ends_any(*end, WHOM);
    let end = match held {
        Some(word) => Some(post.start + word.chars().count()),
        None => (post.start + 2..=post.end.min(post.start + 5)).find(whom).filter(|_| alone),
    };
    end.map(|end| CharSpan::new(post.start, end))
}

/// 九成〔是女性〕, 逾七成〔与网上骗案有关〕: what is so of a share.
pub(super) fn predicate(fold: &Fold, post: CharSpan) -> Option<CharSpan> {
    const SO: &str = "是 为 属 涉及 来自 已 被";
    let at = fold.trim(post);
    let with = || matches!(fold.at(at.start), '与' | '和') && fold.ends_any(at.end, "有关 相关");
    let so = || fold.starts_any(at.start, SO) && !among!("全历近最止", fold.at(at.start + 1));
    ((3..=16).contains(&at.len()) && !fold.ends_with(at.end, "的") && (so() || with())).then_some(at)
}

/// Whether one value is said of each thing in a list.
pub(super) fn shared(quantity: &Quantity, frame: &Frame, fold: &Fold, list: CharSpan) -> bool {
    let rate = is_share(quantity) || quantity.family == "points" || quantity.shape == Shape::Ordinal;
    // 腾讯、美团跌1%: what is said of prices.
    let priced = || quoted(fold, frame) && fold.slice(list).contains(&'、');
    (rate && (frame.each || labels::all_measures(fold, list) || priced()))
        || frame.each && quantity.value.is_zero()
        || labels::of_places(fold, list).is_some()
}

/// Words of the price of a share.
const QUOTED: &[&str] = &["涨", "跌", "升", "挫", "收涨", "收跌", "高开", "低开"];

/// Whether a change is said as one of the price of a share.
fn quoted(fold: &Fold, frame: &Frame) -> bool {
    frame.direction_at.is_some_and(|at| QUOTED.contains(&fold.text(at)))
}

/// 〔百度跌幅收窄至1.6%,〕此前一度跌5%: what fell is not its fall.
pub(super) fn drop_pace(fold: &Fold, name: &mut Name, frame: &Frame) {
    if let Some(last) = name.pieces.last_mut().filter(|last| last.len() > 3)
        && fold.ends_any(last.end, "跌幅 涨幅 升幅")
        && quoted(fold, frame)
    {
        last.end -= 2;
    }
}

/// Words of those whom a share is a share of.
const WHOM: &str = "企业 公司 单位 家庭 居民 村民 市民 农民 网民 群众 学生 师生 员工 职工 业主 股东 资金 支出 消费 项目 产品 \
    机构 村庄 乡镇 地区 学校 农户 用户 住户 商户 客户 人口 人员 者";
