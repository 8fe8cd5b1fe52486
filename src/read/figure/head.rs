//! What a measure that names no thing is said of: 〔棚室果蔬类播种面积18.9万亩,〕产量43万吨.

use super::carry::Carried;
use super::labels;
use super::linked::Walk;
use super::subject::Name;
use super::vocabulary::words;
use crate::fold::{CharSpan, Fold};
use crate::lexicon::{among, choice};

impl Walk<'_> {
    /// Whether `name` is a measure that says nothing without its thing: 产量, 投资金额, 惠及.
    pub(super) fn is_open(&self, name: &Name) -> bool {
        let fold = self.fold();
        let [mut at] = *name.pieces else { return false };
        let open =
            |at: CharSpan| words().at_of(fold.chars(), at.start, &["open"]).is_some_and(|hit| hit.len == at.len());
        let leads = choice!("实现 完成 累计 平均 预计 全日 全天 共 年");
        let led = leads.may_open(fold.at(at.start));
        for lead in led.then(|| leads.words()).into_iter().flatten() {
            if fold.starts_with(at.start, lead) && at.len() > lead.chars().count() + 1 {
                at.start += lead.chars().count();
            }
        }
        open(at) || fold.at(at.start) == '总' && open(CharSpan::new(at.start + 1, at.end))
    }

    /// The thing that `name` measures: 工业机器人 of 工业机器人产量; none where the name is only a measure.
    pub(super) fn thing(&self, name: &Name) -> Option<Name> {
        let (fold, mut thing) = (self.fold(), name.clone());
        let last = thing.pieces.last_mut()?;
        // 预算收入: whose 支出 may follow.
        let account = (last.len() > 5 && fold.ends_with(last.end, "收入")).then_some(2);
        let open = || words().before_of(fold.chars(), last.end, &["open"]).map(|hit| hit.len);
        if let Some(len) = account.or_else(open) {
            last.end = last.end.saturating_sub(len).max(last.start);
        } else if labels::is_measure(fold, name) {
            return None;
        } else {
            thing = self.without_verbs(thing);
        }
        let last = thing.pieces.last_mut()?;
        let tailed = among!("的总现成", fold.at(last.end.wrapping_sub(1)));
        for tail in ["的", "总", "实现", "完成"].into_iter().filter(|_| tailed) {
            if fold.ends_with(last.end, tail) && (tail == "总" || last.len() > tail.chars().count()) {
                last.end -= tail.chars().count();
            }
        }
        thing.pieces.retain(|piece| !piece.is_empty());
        (thing.len() >= 2).then_some(thing)
    }

    /// The thing spoken of before a measure that names none.
    pub(super) fn head(&self, carried: &mut Carried) -> Option<Name> {
        while let Some(clause) = carried.topics.pop() {
            if let Some(topic) = self.topic(clause) {
                carried.speak_of(topic);
            }
        }
        carried.head.clone()
    }

    /// The thing spoken of, also before the semicolon where `name` counts pupils, whose school was named there.
    pub(super) fn head_of(&self, name: &Name, carried: &mut Carried) -> Option<Name> {
        const PUPILS: &str = "招生 毕业 在校 在园";
        let first = name.pieces.first()?;
        let pupils = self.fold().starts_any(first.start, PUPILS);
        self.head(carried).or_else(|| carried.before.clone().filter(|_| pupils))
    }

    /// 在全省考评中,〔该县由第28位上升至第9位〕: the assessment that places in an order belong to.
    pub(super) fn assessed(&self, carried: &Carried) -> Option<Name> {
        const TESTS: &str = "考评 考核 测评 评比 评估 评价 评选 调查 排名";
        let fold = self.fold();
        let named = |at: &&CharSpan| {
            fold.at(at.start) == '在' && fold.ends_with(at.end, "中") && fold.ends_any(at.end - 1, TESTS)
        };
        let at = carried.topics.iter().rev().find(named)?;
        Some(self.clean(CharSpan::new(at.start + 1, at.end - 1))).filter(|name| !name.is_empty())
    }

    /// 〔三次产业结构进一步优化,〕: the structure or proportion that the numbers of a ratio are the parts of.
    pub(super) fn divided_into(&self, carried: &Carried) -> Option<Name> {
        let fold = self.fold();
        let &at = carried.topics.last()?;
        let end = (at.start + 2..at.end).find(|&end| fold.starts_with(end, "结构") || fold.starts_with(end, "比例"))?;
        Some(self.clean(CharSpan::new(at.start, end + 2))).filter(|name| !name.is_empty())
    }

    /// What a clause without a number speaks of: 〔农村监控网络〕全面建成, 完善〔农村监控网络〕, 运用市场手段推进〔综合保险〕.
    fn topic(&self, at: CharSpan) -> Option<Name> {
        let fold = self.fold();
        let chars = fold.chars();
        // 利率批量调整后: when it was so.
        if fold.ends_with(at.end, "后") {
            return None;
        }
        let [mut piece] = *self.clean(at).pieces else { return None };
        for whole in ["整个", "该", "全部"] {
            if fold.starts_with(piece.start, whole) {
                piece.start += whole.chars().count();
            }
        }
        let verb_at = |at: usize| words().at_of(chars, at, &["verb", "light"]).filter(|hit| hit.len > 1);
        if fold.starts_any(piece.start, MEANS)
            && let Some(verb) = (piece.start + 3..piece.end.saturating_sub(3)).rev().find(|&at| verb_at(at).is_some())
        {
            piece.start = verb;
        }
        // 服务业支撑作用更加明显: a verb that begins a noun.
        if let Some(hit) = words().at_of(chars, piece.start, &["verb", "light"])
            && !among!("业员率量额机品商", fold.at(piece.start + hit.len))
        {
            piece.start += hit.len;
        }
        let ends = |&end: &usize| {
            fold.at(end) == '是'
                || is_aspect(fold, end)
                || words().at_of(chars, end, &["adverb", "finite", "verb"]).is_some_and(|hit| hit.len > 1)
        };
        let from = piece.start + if is_aspect(fold, piece.start + 2) { 2 } else { 3 };
        let end = (from..piece.end).find(ends).unwrap_or(piece.end);
        let topic = CharSpan::new(piece.start, end.max(piece.start));
        if among!("向对为把以从于在按将让使受", fold.at(topic.start)) {
            return None;
        }
        (2..=16).contains(&topic.len()).then(|| Name::of(topic))
    }
}

/// Words that open the means by which something is done.
pub(super) const MEANS: &str = "运用 依托 通过 利用 借助 依靠 采取 采用";

/// What is judged of a thing that is no part of its name: 19场大型活动〔秩序井然〕, 15项创建〔质效更加凸显〕.
const ASPECTS: &str = "秩序 质效 成效 效果 进展顺利 运行平稳 井然 量质 有序 正式 水质 优良";

/// Whether such a judgement starts at `at`.
pub(super) fn is_aspect(fold: &Fold, at: usize) -> bool {
    among!("秩质成效进运井量有正水优", fold.at(at)) && fold.starts_any(at, ASPECTS)
}
