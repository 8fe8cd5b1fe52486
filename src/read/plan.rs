//! Which clauses of a text plan something, and which word makes them plans.

mod action;

use std::sync::OnceLock;

use super::openings::{Openings, PLANS};
use super::{Page, Timeline};
use crate::divide::Sentence;
use crate::fold::{CharSpan, Fold};
use crate::lexicon::{self, Words, among, choice};

/// A clause that plans.
#[derive(Clone, Copy, Debug)]
pub struct PlannedClause {
    /// The clause without its closing mark.
    pub at: CharSpan,
    /// The word or heading that makes it a plan.
    pub cause: CharSpan,
    /// Index into the layout's sentences.
    pub sentence: usize,
    /// Whether it says what is to be done.
    pub acts: bool,
}

/// The plans of a page.
#[derive(Clone, Debug, Default)]
pub struct Plans {
    /// The clauses that plan, in order.
    pub clauses: Vec<PlannedClause>,
    /// Where words say that something has happened.
    reached: Reached,
}

/// The places of a page where words say that something has happened, in order.
#[derive(Clone, Debug, Default)]
pub(super) struct Reached(Vec<usize>);

impl Reached {
    /// Whether one of them lies in a stretch.
    pub(super) fn within(&self, at: CharSpan) -> bool {
        self.0.get(self.0.partition_point(|&place| place < at.start)).is_some_and(|&place| place < at.end)
    }
}

/// The words of plans: turn (下一步), reached (已经) and heading (工作安排).
pub(super) fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| Words::of(lexicon::rows(crate::lexicon::table!("../lexicon/plans.tsv"))))
}

/// A plan that goes on over sentences.
#[derive(Clone, Copy)]
struct Carried {
    cause: CharSpan,
    /// Whether it is a heading or announces a list: sentences between that do nothing do not end it.
    held: bool,
}

impl Plans {
    /// Finds the plans of a page.
    pub fn of(page: &Page, timeline: &Timeline, openings: &Openings) -> Self {
        let fold = page.fold;
        let mut plans = Self { clauses: Vec::new(), reached: reached(fold, openings) };
        let mut carried: Option<Carried> = None;
        let (mut section, mut line) = (None, usize::MAX);
        for (index, sentence) in page.layout.sentences.iter().enumerate() {
            let place = (sentence.article, sentence.section);
            if section != Some(place) {
                // A numbered lead under a plan goes on with it; a heading ends it.
                let held = |cause| Carried { cause, held: true };
                let heading = heading_cause(page, sentence).map(held);
                carried = heading.or(carried.filter(|_| leads_on(page, sentence, section)));
                section = Some(place);
            } else if line != sentence.line {
                // What somebody will do next does not say that the next paragraph plans.
                carried = carried.filter(|plan| plan.held || !matches!(fold.at(plan.cause.start), '将' | '要' | '会'));
            }
            line = sentence.line;
            let notes =
                sentence.section.and_then(|index| page.layout.sections.get(index)).is_some_and(|one| one.notes());
            if notes {
                continue;
            }
            let ahead = timeline.ahead(sentence.at);
            if ahead.is_none_or(|words| words.end <= sentence.at.start) {
                carried = carried.or(ahead.map(|cause| Carried { cause, held: true }));
            }
            let cause = turn(fold, openings, sentence.at).or_else(|| announced(fold, &plans.reached, sentence.at));
            let reached = plans.reached.within(sentence.at);
            let lists = fold.at(sentence.at.end - 1) == ':';
            match cause {
                Some(cause) => {
                    let over = carried.filter(|carried| carried.held);
                    let held = over.is_some() || lists;
                    if let Some(Carried { cause: over, .. }) = over.filter(|_| !reached) {
                        plans.take(page, index, CharSpan::new(sentence.at.start, cause.start), over);
                    }
                    plans.take(page, index, CharSpan::new(cause.start, sentence.at.end), cause);
                    let goes = fold.at(cause.start) != '会' && (!reached || fold.at(cause.start) == '将');
                    carried = (held || goes).then_some(Carried { cause, held });
                }
                None if quoted(fold, sentence.at) => carried = carried.filter(|carried| carried.held),
                None if reached => {
                    carried = carried.filter(|carried| carried.held);
                    if let Some(Carried { cause, .. }) = carried {
                        plans.take(page, index, sentence.at, cause);
                    }
                }
                None => {
                    carried = carried.filter(|carried| carried.held || goes_on(fold, sentence.at));
                    if let Some(Carried { cause, .. }) = carried {
                        plans.take(page, index, sentence.at, cause);
                    }
                }
            }
        }
        plans
    }

    /// Whether words of a stretch say that something has happened.
    pub fn reached(&self, at: CharSpan) -> bool {
        self.reached.within(at)
    }

    /// The word that makes the figure at `at` a plan.
    pub fn cause(&self, at: CharSpan) -> Option<CharSpan> {
        let index = self.clauses.partition_point(|clause| clause.at.end <= at.start);
        self.clauses.get(index).filter(|clause| clause.at.overlaps(at)).map(|clause| clause.cause)
    }

    /// The clauses of `part` of a sentence, from the one that `part` starts in. Of a sentence that reports what was
    /// reached only those that act.
    fn take(&mut self, page: &Page, index: usize, part: CharSpan, cause: CharSpan) {
        let fold = page.fold;
        let Some(sentence) = page.layout.sentences.get(index) else { return };
        let mut start = clause_start(fold, sentence.at, part.start);
        // The words of a lead name a part, they promise nothing by themselves.
        let section = sentence.section.and_then(|section| page.layout.sections.get(section));
        if let Some(lead) = section
            .filter(|section| section.rule == "lead/marked" && section.at.contains(CharSpan::new(start, start + 1)))
        {
            start = lead.at.end;
        }
        let reached = self.reached.within(part);
        if start >= part.end {
            return;
        }
        let marks = fold.others(CharSpan::new(start + 1, part.end)).filter(|&at| ends(fold.at(at)));
        for at in marks.chain([part.end]) {
            if at < part.end && only_time(fold, CharSpan::new(start, at)) {
                continue;
            }
            let clause = fold.trim(CharSpan::new(start, at));
            let clause = if ends(fold.at(clause.end.wrapping_sub(1))) {
                CharSpan::new(clause.start, clause.end - 1)
            } else {
                clause
            };
            if clause.len() >= 4 {
                let acts = action::acts(fold, &self.reached, clause, cause, start == sentence.at.start);
                if acts || !reached {
                    self.clauses.push(PlannedClause { at: clause, cause, sentence: index, acts });
                }
            }
            start = at + 1;
        }
    }
}

/// Whether `c` ends a clause.
fn ends(c: char) -> bool {
    matches!(c, ',' | ';' | ':' | '。' | '!' | '?' | '\n')
}

/// 确保2017年6月底前: the clause goes on after the comma.
fn only_time(fold: &Fold, clause: CharSpan) -> bool {
    const URGING: [&str; 4] = ["确保", "力争", "争取", "务必"];
    clause.len() <= 16
        && fold.at(clause.end - 1) == '前'
        && URGING.iter().any(|word| fold.starts_with(fold.trim(clause).start, word))
}

/// Whether a sentence goes on with the plan of the one before it: it opens with what is to be done.
fn goes_on(fold: &Fold, sentence: CharSpan) -> bool {
    let end = fold.others(sentence).find(|&at| matches!(fold.at(at), ',' | ';' | ':' | '。'));
    let clause = CharSpan::new(sentence.start, end.unwrap_or(sentence.end));
    action::of(fold, clause).is_some() || fold.starts_with(clause.start, "结合")
}

/// 主要从六个方面做好工作: — a list of work that follows.
fn announced(fold: &Fold, reached: &Reached, sentence: CharSpan) -> Option<CharSpan> {
    const DOING: [&str; 8] = ["做好", "抓好", "抓实", "着力", "推进", "落实", "突出", "开展"];
    const WORK: [&str; 6] = ["工作", "方面", "任务", "重点", "措施", "行动"];
    if fold.at(sentence.end - 1) != ':' {
        return None;
    }
    let start = clause_start(fold, sentence, sentence.end - 1).max(sentence.end.saturating_sub(40));
    let clause = CharSpan::new(start, sentence.end);
    let find = |words: &[&str]| {
        (clause.start..clause.end).find_map(|at| {
            let word = words.iter().find(|word| fold.starts_with(at, word))?;
            Some(CharSpan::new(at, at + word.chars().count()))
        })
    };
    let doing = find(&DOING).filter(|word| fold.at(word.end) != '了')?;
    find(&WORK).filter(|_| !reached.within(clause) && find(&["主要做法", "近年来", "以来"]).is_none()).map(|_| doing)
}

fn clause_start(fold: &Fold, sentence: CharSpan, at: usize) -> usize {
    (sentence.start..at)
        .rev()
        .find(|&place| matches!(fold.at(place), ',' | ';' | ':' | '。'))
        .map_or(sentence.start, |place| place + 1)
}

/// The first word of a sentence that turns it into a plan.
fn turn(fold: &Fold, openings: &Openings, sentence: CharSpan) -> Option<CharSpan> {
    let mut depth = 0usize;
    for at in sentence.start..sentence.end {
        match fold.at(at) {
            '“' | '「' | '《' => depth += 1,
            '”' | '」' | '》' => depth = depth.saturating_sub(1),
            // What somebody pledges in his own words: “我们要把…”.
            c @ ('将' | '要') if depth <= 1 && fold.ends_with(at, "我们") => {
                if c == '要' || future(fold, sentence, at) {
                    return Some(CharSpan::new(at, at + 1));
                }
            }
            _ if depth > 0 => {}
            '将' if future(fold, sentence, at) => return Some(CharSpan::new(at, at + 1)),
            '要' if demands(fold, sentence, at) => return Some(CharSpan::new(at, at + 1)),
            '会' if undertakes(fold, sentence, at) => return Some(CharSpan::new(at, at + 1)),
            _ if !openings.at(at, PLANS) => {}
            _ => {
                let Some(hit) = words().at_of(fold.chars(), at, &["turn"]) else { continue };
                let end = at + hit.len;
                if !is_noun(fold, sentence, CharSpan::new(at, end), hit.term) {
                    return Some(CharSpan::new(at, end));
                }
            }
        }
    }
    None
}

/// 计划 and 未来 that only name something: 第三个五年计划, 建设计划, 未来产业, 展望未来.
fn is_noun(fold: &Fold, sentence: CharSpan, at: CharSpan, word: &str) -> bool {
    let (before, after) = (fold.at(at.start.wrapping_sub(1)), fold.at(at.end));
    if matches!(after, '了' | '生' | '划') {
        return true;
    }
    match word {
        "计划" => {
            at.start > sentence.start && !matches!(before, ',' | '年' | '还' | '也' | '府' | '市' | '省')
                || fold.ends_with(at.start, "五年")
                || matches!(after, '草' | '单' | '书' | '生' | '经')
        }
        "未来" => {
            matches!(before, '谋' | '向' | '望' | '眼' | '享' | '创' | '见')
                || matches!(
                    after,
                    '产' | '农' | '科' | '社' | '城' | '学' | '能' | '网' | '空' | ',' | '、' | '。' | '之'
                )
        }
        "预期目标" => matches!(before, '现' | '成' | '到'),
        _ => false,
    }
}

/// Where the clause that `at` stands in ends, or as far as it is looked into.
fn end_of_clause(fold: &Fold, sentence: CharSpan, at: usize) -> usize {
    const REACH: usize = 80;
    let reach = sentence.end.min(at + REACH);
    (at..reach).find(|&place| matches!(fold.at(place), ',' | ';' | '。')).unwrap_or(reach)
}

/// 将 of the future, not of an object (将A作为B), of 将近, 将军, 即将 or of a name.
fn future(fold: &Fold, sentence: CharSpan, at: usize) -> bool {
    let (before, after) = (fold.at(at.wrapping_sub(1)), fold.at(at + 1));
    // 已经并将继续: it has begun.
    if before == '并' && (fold.ends_with(at - 1, "已") || fold.ends_with(at - 1, "已经")) {
        return false;
    }
    if matches!(
        after,
        '近' | '军'
            | '士'
            | '领'
            | '满'
            | '其'
            | '该'
            | '要'
            | '这'
            | '此'
            | '自'
            | '我'
            | '你'
            | '他'
            | '她'
            | '它'
    ) || matches!(before, '名' | '大' | '主' | '武' | '即' | '必' | '上' | '中' | '少' | '健')
    {
        return false;
    }
    if action::act_at(fold, at + 1, sentence.end)
        || action::manner_at(fold, at + 1)
        || matches!(after, '于' | '在' | '从' | '以' | '按' | '会' | '是' | '不' | '由' | '对' | '向' | '为')
    {
        return true;
    }
    let clause_end = end_of_clause(fold, sentence, at);
    let object = [
        "作为",
        "列入",
        "纳入",
        "列为",
        "分为",
        "融入",
        "转化",
        "移交",
        "移送",
        "抓获",
        "到",
        "给",
        "与",
        "控制在",
        "落到",
        "置于",
        "扑灭",
        "提升",
        "调整",
        "进行",
        "为",
        "升级",
        "整合",
        "合并",
        "传递",
        "贯注",
        "注入",
        "送达",
        "带入",
        "写入",
        "交由",
        "推向",
    ];
    let opens = at == sentence.start || matches!(before, ',' | ';' | ':' | '。' | '、');
    let handled = (at + 2..clause_end).any(|place| object.iter().any(|word| fold.starts_with(place, word)));
    !handled && !opens && !fold.slice(CharSpan::new(at, clause_end)).contains(&'了')
}

/// 要加强…: 要 at the start of a clause demands something.
fn demands(fold: &Fold, sentence: CharSpan, at: usize) -> bool {
    let opens = at == sentence.start || matches!(fold.at(at - 1), ',' | ';' | ':' | '。');
    let end = end_of_clause(fold, sentence, at);
    // 要带记者去看: a wish in a story asks for no work.
    let works = action::opening(fold, CharSpan::new(at + 1, end)).is_some()
        || matches!(fold.at(at + 1), '以' | '从' | '在' | '按' | '对' | '做' | '抓' | '用' | '像' | '善');
    let subject = || {
        !matches!(
            fold.at(at - 1),
            '需' | '主'
                | '重'
                | '只'
                | '不'
                | '首'
                | '紧'
                | '必'
                | '概'
                | '纲'
                | '摘'
                | '想'
                | '快'
                | '若'
                | '简'
                | '险'
        )
    };
    works && (opens || subject() && (action::act_at(fold, at + 1, end) || action::manner_at(fold, at + 1)))
}

/// 警方会调整安排, 我们亦会继续跟进: 会 of what a body or we will do; what only follows (会增加风险) is no plan.
fn undertakes(fold: &Fold, sentence: CharSpan, at: usize) -> bool {
    let also = at - usize::from(at > sentence.start && among!("亦也都均仍并将", fold.at(at - 1)));
    if also == sentence.start {
        return false;
    }
    let subject =
        among!("署处局部司府院方队组会", fold.at(also - 1)) || choice!["我们", "当局"].at(fold, also - 2).is_some();
    let end = end_of_clause(fold, sentence, at);
    let works =
        action::act_at(fold, at + 1, end) || action::manner_at(fold, at + 1) || among!("为在按就", fold.at(at + 1));
    subject && works && !action::follows(fold, at + 1)
}

/// Where words of a text say that something has happened.
fn reached(fold: &Fold, openings: &Openings) -> Reached {
    let says = |&(at, &c): &(usize, &char)| {
        c == '了' && !matches!(fold.at(at.wrapping_sub(1)), '为' | '除' | '到' | '罢') && fold.at(at + 1) != '解'
            || openings.at(at, PLANS) && words().at_of(fold.chars(), at, &["reached"]).is_some()
    };
    Reached(fold.chars().iter().enumerate().filter(says).map(|(at, _)| at).collect())
}

fn quoted(fold: &Fold, sentence: CharSpan) -> bool {
    matches!(fold.at(sentence.start), '“' | '「')
}

/// The words of a sentence's heading that make its section a plan.
fn heading_cause(page: &Page, sentence: &Sentence) -> Option<CharSpan> {
    let heading = page.layout.sections.get(sentence.section?)?.at;
    // 五年来的成就和今后的目标任务 heads what was reached too.
    let reviews = ["成就", "回顾", "总结", "情况"];
    if (heading.start..heading.end).any(|at| reviews.iter().any(|word| page.fold.starts_with(at, word))) {
        return None;
    }
    (heading.start..heading.end).find_map(|at| {
        let hit = words().at_of(page.fold.chars(), at, &["heading"]).filter(|hit| at + hit.len <= heading.end)?;
        Some(CharSpan::new(at, at + hit.len))
    })
}

/// Whether the new section only goes on below the last one: 一是 under “主要做好以下工作:”.
fn leads_on(page: &Page, sentence: &Sentence, last: Option<(usize, Option<usize>)>) -> bool {
    let Some((_, before)) = last.filter(|last| last.0 == sentence.article) else { return false };
    let level = |section: Option<usize>| {
        section.and_then(|index| page.layout.sections.get(index)).map_or(0, |section| section.level)
    };
    level(sentence.section) > 1 && level(sentence.section) >= level(before)
}
