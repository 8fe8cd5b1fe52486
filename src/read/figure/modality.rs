//! Whether a figure is reached, wanted, or part of an anecdote.

use super::clause::LOOK_BACK;
use super::linked::Walk;
use super::subject::Name;
use crate::divide::{Layout, Sentence};
use crate::fold::{CharSpan, Fold};
use crate::lexicon::{Choice, among, choice};
use crate::model::Modality;
use crate::read::openings::WANTS;

/// Words that want the number of their clause reached.
static URGING: Choice =
    Choice::of("确保 力争 争取 务必 不低于 不少于 不得低于 不得超过 目标为 目标是 预期目标 预期增长 预期为");

/// Words that set a rule.
static RULES: Choice = Choice::of("要求 明确各 明确每 规定");

/// What a sentence says of all its figures.
pub(super) struct Tone {
    /// What makes an anecdote of it.
    told: Option<CharSpan>,
    /// Whether a word of [`URGING`] or [`RULES`] may stand in it.
    wants: bool,
}

impl Walk<'_> {
    fn tone(&self) -> &Tone {
        self.tone.get_or_init(|| {
            let wants = self.openings.first(self.sentence.at, WANTS).is_some();
            Tone { told: told(self.fold(), self.page.layout, self.sentence), wants }
        })
    }

    /// The modality of the figure at `at` and the words that say so.
    pub(super) fn modality(&self, at: CharSpan) -> (Modality, Option<CharSpan>) {
        let (fold, sentence) = (self.fold(), self.sentence);
        let total = || TOTALS.within(fold, CharSpan::new(reach(sentence.at, at), at.start));
        if let Some(label) = self.tone().told.filter(|_| !total()) {
            return (Modality::Case, Some(label));
        }
        if let Some(opening) = self.timeline.ahead(at) {
            let near = CharSpan::new(reach(sentence.at, at), sentence.at.end.min(at.end + LOOK_BACK));
            if !self.plans.reached(near) {
                return (Modality::Target, Some(opening));
            }
        }
        // The review in a report plans only where the sentence itself says so.
        let review = |cause: CharSpan| !sentence.at.contains(cause) && self.timeline.looks_ahead(sentence.article, at);
        let planned = self.plans.cause(at).filter(|&cause| !review(cause));
        match planned.or_else(|| self.urged(at)).or_else(|| self.required(at)) {
            Some(cause) => (Modality::Target, Some(cause)),
            None => (Modality::Actual, None),
        }
    }

    /// 确保…达到95%以上, 力争增长5%左右: a word of the same clause that wants the number reached.
    fn urged(&self, at: CharSpan) -> Option<CharSpan> {
        let fold = self.fold();
        let from = if self.tone().wants { reach(self.sentence.at, at) } else { at.start };
        for place in (from..at.start).rev().take_while(|&place| !matches!(fold.at(place), ',' | ';' | '。')) {
            if self.openings.at(place, WANTS)
                && let Some(word) = URGING.at(fold, place)
            {
                let end = place + word.chars().count();
                // 争取政策性资金5亿元: what was got, unless a result is striven for.
                const RESULTS: &str = "实现 达 完成 在 到 年内 突破 新增 建成 全年 使";
                const FUNDS: &str = "债券 资金 补助 指标";
                let funds = fold.ends_any(at.start, FUNDS);
                if word == "争取" && (funds || !fold.starts_any(end, RESULTS)) {
                    return None;
                }
                return (fold.at(end) != '了').then_some(CharSpan::new(place, end));
            }
        }
        fold.starts_with(at.end, "的工作目标").then_some(CharSpan::new(at.end + 1, at.end + 5))
    }

    /// 将力争安全感达到99%以上,发案下降10%以上: a word of an earlier clause that wants all that follows.
    pub(super) fn striven(&self, at: CharSpan) -> Option<CharSpan> {
        const WORDS: &[&str] = &["力争", "确保", "争取", "目标是", "目标为"];
        let fold = self.fold();
        let mut before =
            (reach(self.sentence.at, at)..at.start).rev().take_while(|&place| !matches!(fold.at(place), ';' | '。'));
        before.find_map(|place| {
            let word = WORDS.iter().find(|word| fold.starts_with(place, word))?;
            Some(CharSpan::new(place, place + word.chars().count()))
        })
    }

    /// 预计将惠及185万户, 预测2025年经济增长3%: a word of the same sentence that foresees, of a time not over yet.
    pub(super) fn foreseen(&self, at: CharSpan, period: &str) -> Option<CharSpan> {
        const COMING: &str = "将 会 可 再 到 达到 明年 今后";
        let (fold, sentence, timeline) = (self.fold(), self.sentence, self.timeline);
        let word = self.plans.foreseen(reach(sentence.at, at), at.start)?;
        let coming = fold.starts_any(word.end, COMING) && !fold.starts_with(word.end, "将近");
        if coming && !(word.end..at.start).any(|at| fold.at(at) == ';') {
            return Some(word);
        }
        let now = timeline.published(sentence.article);
        let last = period.rsplit('/').next().filter(|last| !last.is_empty())?;
        let now = now.get(..last.len())?;
        // 估计约有1200人参与: what somebody reckons is so. 预计: in a report, what the year that is over came to.
        let reckons =
            fold.at(word.start) == '估' || timeline.anchor(sentence.article).is_some_and(|anchor| anchor.report);
        (last > now || !reckons && last.len() < 10 && last == now).then_some(word)
    }

    /// 收入预算为58亿元,增长4%: what a budget sets; 列入预算3亿元 tells what was done.
    pub(super) fn budgeted(&self, name: &Name) -> Option<CharSpan> {
        let (fold, last) = (self.fold(), name.pieces.last()?);
        if !among!("算排额数", fold.at(last.end.wrapping_sub(1))) {
            return None;
        }
        let tail = choice!("安排 总额 数").words().find(|tail| fold.ends_with(last.end, tail));
        let end = last.end - tail.map_or(0, |tail| tail.chars().count());
        let set = end > last.start + 2 && fold.ends_with(end, "预算");
        let other =
            || among!("为占成行加减比较超", fold.at(end - 3)) || fold.ends_any(end - 2, "列入 纳入 计入 编入 投入");
        (set && !other()).then(|| CharSpan::new(end - 2, end))
    }

    /// 确保2017年6月底前,…覆盖率达到90%; 明确各乡镇…配备2名以上: a word of an earlier clause that sets a date or a rule.
    fn required(&self, at: CharSpan) -> Option<CharSpan> {
        let fold = self.fold();
        let from = if self.tone().wants { reach(self.sentence.at, at) } else { at.start };
        let places = (from..at.start).rev().filter(|&place| among!(";。确力争要明规", fold.at(place)));
        for place in places.take_while(|&place| !matches!(fold.at(place), ';' | '。')) {
            let word = |words: &[&str]| {
                let word = words.iter().find(|word| fold.starts_with(place, word))?;
                Some(CharSpan::new(place, place + word.chars().count()))
            };
            match fold.at(place) {
                '确' | '力' | '争' => {
                    let Some(word) = word(&["确保", "力争", "争取"]) else { continue };
                    let date = CharSpan::new(word.end, word.end + 1);
                    let before = self.timeline.mark_at(date).is_some_and(|mark| fold.ends_with(mark.at.end, "前"));
                    return before.then_some(word);
                }
                '要' | '明' | '规' if fold.ends_with(at.end, "以上") => {
                    let Some(word) = RULES.at(fold, place) else { continue };
                    return Some(CharSpan::new(place, place + word.chars().count()));
                }
                _ => {}
            }
        }
        None
    }
}

/// Where the words before `at` start that are looked at.
fn reach(sentence: CharSpan, at: CharSpan) -> usize {
    sentence.start.max(at.start.saturating_sub(LOOK_BACK))
}

/// Words that speak of the whole place or year, so that a figure in a story is no part of it.
static TOTALS: Choice = Choice::of("全市 全区 全县 全省 全国 该区 该县 该市 全年 累计 我市 我区");

/// The label or the speech that makes a paragraph an anecdote about single people.
fn told(fold: &Fold, layout: &Layout, sentence: &Sentence) -> Option<CharSpan> {
    let line = layout.lines.get(sentence.line)?.at;
    let label = layout.label_of(line);
    if let Some(label) = label {
        return fold.slice(label).windows(2).any(|pair| pair == ['案', '例'] || pair == ['故', '事']).then_some(label);
    }
    if !matches!(fold.at(line.start), '“' | '「' | '"') {
        return None;
    }
    let end = line.end.min(line.start + 160);
    let people = choice!("某 女士 先生 大姐 大妈 大爷 阿姨 师傅 老人家");
    let (someone, _) = people.places(fold, CharSpan::new(line.start, end)).next()?;
    Some(CharSpan::new(someone, someone + 1))
}
