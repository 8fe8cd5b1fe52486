//! The words that name what is measured, without what only leads up to them.

use super::actor::without_actor;
use super::approach::{opening, urging, without_number};
use super::held::{BODY, SAYING, TELLING, held};
use super::labels::is_measure;
use super::linked::Walk;
use super::pieces::Pieces;
use super::vocabulary::words;
use crate::divide::reference;
use crate::fold::{CharSpan, Fold};
use crate::lexicon::{Hit, among, choice, divisions};
use crate::read::openings::{DIVISIONS, UNNAMED};
use crate::scan::TimeMark;

/// Single characters before a name that are words of their own.
const PLAIN: &str = "共均已又再还也仅并且而但其现和及与在对则";

/// The families of the words before a name that are no part of it, and of longer words that begin as they do.
pub(in crate::read) const UNNAMED_WORDS: [&str; 4] = ["connective", "area", "adverb", "keep"];

/// Verbs of opinion before a number.
const OPINIONS: &str = "认为 显示 指出 表明 表示 由于 因为 预计 预料 估计 预测";

/// A name put together from the text's own words, in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Name {
    /// The stretches that it is made of.
    pub pieces: Pieces,
}

impl Name {
    /// The name of one stretch.
    pub fn of(at: CharSpan) -> Self {
        Self::default().and(at)
    }

    /// How many characters it has.
    pub fn len(&self) -> usize {
        self.pieces.iter().map(|piece| piece.len()).sum()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The name followed by another stretch.
    pub fn and(mut self, at: CharSpan) -> Self {
        if !at.is_empty() {
            self.pieces.push(at);
        }
        self
    }

    /// The name followed by another name.
    pub fn join(mut self, other: &Self) -> Self {
        self.pieces.extend(other.pieces.iter().copied());
        self
    }

    /// The folded words, without marks that refer to notes: 常住人口[4].
    pub fn words(&self, fold: &Fold) -> String {
        let mut words = String::with_capacity(self.len() * '一'.len_utf8());
        for piece in self.pieces.iter() {
            if fold.others(*piece).next().is_none() {
                words.push_str(fold.text(*piece));
                continue;
            }
            let mut at = piece.start;
            while at < piece.end {
                let c = fold.at(at);
                if let Some(end) = reference(fold, at).or_else(|| alias(fold, at, piece.end)) {
                    at = end;
                    continue;
                }
                if !matches!(c, ' ' | '\n' | '①'..='⑳') {
                    words.push(c);
                }
                at += 1;
            }
        }
        words
    }
}

/// 第五届运动会〔(以下简称“五智会”)〕: where the bracket ends that only gives a name for later.
fn alias(fold: &Fold, open: usize, end: usize) -> Option<usize> {
    let calls = |&at: &usize| fold.starts_with(at, "简称") || fold.starts_with(at, "下称");
    if fold.at(open) != '(' || !(open + 1..open + 4).any(|at| calls(&at)) {
        return None;
    }
    (open..end).find(|&at| fold.at(at) == ')').map(|close| close + 1)
}

/// The words of `at` without connectives, times, areas and adverbs before them and without particles behind.
pub(super) fn clean(walk: &Walk, at: CharSpan) -> Name {
    let (fold, times, list) = (walk.fold(), walk.times, words());
    let chars = fold.chars();
    let mut rest = trim_marks(fold, without_number(fold, at));
    let held = held(fold.slice(rest));
    while !rest.is_empty() {
        let mut start = rest.start;
        // 从1979年到1984年〔安排〕
        if matches!(fold.at(start), '从' | '自' | '在' | '至' | '由' | '于' | '指')
            && time_at(times, start + 1).is_some()
        {
            rest.start += 1;
            start += 1;
        }
        if let Some(end) = time_at(times, start).map(|end| end.min(rest.end)).filter(|_| fold.at(start) != '每') {
            rest = trim_marks(fold, CharSpan::new(end, rest.end));
            let tails = choice!("以来 期间 来 里 的 初 末 底 起");
            if let Some(tail) = tails.at(fold, rest.start)
                && rest.len() > tail.chars().count()
            {
                rest.start += tail.chars().count();
            }
            continue;
        }
        if let Some(end) = opening(fold, rest).filter(|&end| end <= rest.end).or_else(|| urging(fold, rest, held)) {
            rest = trim_marks(fold, CharSpan::new(end, rest.end));
            continue;
        }
        // 以新北市376万人最多
        if fold.at(start) == '以' && divisions::full().at(chars, start + 1).is_some() {
            rest.start += 1;
            continue;
        }
        // 重庆先后扑救…: who acted is a place; a place that names the measure stays (广东地区生产总值).
        let place = if walk.openings.at(start, DIVISIONS) { place_at(fold, start) } else { None };
        // 公司实现营业收入12亿元: the one that the article is about.
        let acts = |at: usize| list.at_of(chars, at, &["light", "copula", "verb"]).is_some_and(|hit| hit.len > 1);
        if fold.starts_with(start, "公司") && acts(start + 2) && rest.len() > 4 {
            rest.start += 2;
            continue;
        }
        if let Some(place) = place.filter(|place| start + place.len < rest.end)
            && let next = start + place.len
            && (matches!(fold.at(next), '、' | '和')
                || list.at_of(chars, next, &["adverb", "verb"]).is_some_and(|hit| hit.len > 1 || hit.term == "共"))
        {
            // 随县、广水新建28个: places in a row.
            let listed = matches!(fold.at(next), '、' | '和');
            let all = if listed { places_end(fold, next + 1) } else { Some(next) };
            if let Some(end) = all.filter(|&end| end < rest.end) {
                rest.start = end;
                continue;
            }
        }
        if !walk.openings.at(start, UNNAMED) {
            break;
        }
        let Some(hit) = list.at_of(chars, start, &UNNAMED_WORDS) else { break };
        // A word that only begins like an adverb (公共 … as 共) is kept.
        if hit.family == "keep" || hit.len > rest.len() {
            break;
        }
        // 现有职工: what there is now; 平均年龄: what is measured.
        if hit.term == "现" && fold.at(start + 1) == '有' || hit.term == "平均" && rest.len() > 2 {
            break;
        }
        // 对全球经济增长的贡献率, 对警方的满意度
        if chars[start] == '对' && among!("率度", fold.at(rest.end - 1)) {
            break;
        }
        // 妥善率, 稳定性: the adverb is part of what is measured.
        if hit.len > 1 && matches!(fold.at(start + hit.len), '率' | '性' | '度') {
            break;
        }
        // Most single characters begin words (对口支援, 以案释法, 用时); these do not.
        if hit.len == 1 && hit.len < rest.len() && !among!(PLAIN, chars[start]) {
            break;
        }
        rest = trim_marks(fold, CharSpan::new(start + hit.len, rest.end));
    }
    rest = trim_tail(fold, rest);
    // 01,05: cells of a table name nothing.
    if !rest.is_empty()
        && fold.at(rest.start).is_ascii()
        && fold.slice(rest).iter().all(|c| c.is_ascii_digit() || matches!(c, '.' | ' ' | '\t'))
    {
        return Name::default();
    }
    // 紫光集团认为8.37%…, 委员表示有41%业主: who says so is not what is measured.
    let said = |at: &usize| {
        among!("认显指表由因预估", fold.at(*at))
            && fold.starts_any(*at, OPINIONS)
            // 预测数, and what ends in 临时估计
            && !(among!("预估", fold.at(*at)) && (*at + 2 == rest.end || among!("预准精能模系评值数", fold.at(*at + 2))))
    };
    if held & SAYING != 0
        && let Some(at) = (rest.start..rest.end.saturating_sub(1)).rev().find(said)
    {
        rest.start = at + 2;
    }
    // 统计处公布外销订单金额为535亿美元: who told it.
    let told =
        |&at: &usize| fold.starts_with(at, "公布") && is_measure(fold, &Name::of(CharSpan::new(at + 2, rest.end)));
    if held & TELLING != 0
        && let Some(at) = (rest.start + 2..rest.end.saturating_sub(4)).find(told)
    {
        rest.start = at + 2;
    }
    rest = unquoted(fold, rest);
    let mut name = without_times(fold, rest, times);
    if let Some(last) = name.pieces.last_mut() {
        *last = trim_tail(fold, *last);
    }
    if held & BODY == 0 { name } else { without_actor(fold, name) }
}

/// 完成全市〔1.2万处〕, 派出全区〔19队〕: the verb without the area behind it.
pub(super) fn without_area(fold: &Fold, at: CharSpan) -> CharSpan {
    match words().before_of(fold.chars(), at.end, &["area"]) {
        Some(hit) if hit.len + 1 < at.len() => CharSpan::new(at.start, at.end - hit.len),
        _ => at,
    }
}

/// The place that is named at `at`.
fn place_at(fold: &Fold, at: usize) -> Option<Hit> {
    [divisions::full(), divisions::shorts()].iter().find_map(|places| places.at(fold.chars(), at))
}

/// Where a row of places that goes on at `start` ends, if a verb follows.
fn places_end(fold: &Fold, mut start: usize) -> Option<usize> {
    let chars = fold.chars();
    for _ in 0..6 {
        start += place_at(fold, start)?.len;
        if !matches!(fold.at(start), '、' | '和') {
            return words().at_of(chars, start, &["adverb", "verb"]).filter(|hit| hit.len > 1).map(|_| start);
        }
        start += 1;
    }
    None
}

fn trim_marks(fold: &Fold, at: CharSpan) -> CharSpan {
    let mut at = fold.trim(at);
    while !at.is_empty()
        && matches!(
            fold.at(at.start),
            '、' | ',' | ':' | ';' | '”' | '’' | '」' | '』' | ')' | '.' | '-' | '—' | '·' | '+' | '▲' | '●' | '■'
        )
    {
        at = fold.trim(CharSpan::new(at.start + 1, at.end));
    }
    at
}

/// 『平安小区』: what stands between marks that hold all of it.
fn unquoted(fold: &Fold, at: CharSpan) -> CharSpan {
    let close = match fold.at(at.start) {
        '“' => '”',
        '「' => '」',
        '『' => '』',
        _ => return at,
    };
    let inner = CharSpan::new(at.start + 1, at.end.saturating_sub(1).max(at.start + 1));
    if !fold.slice(at).contains(&close) {
        return CharSpan::new(at.start + 1, at.end);
    }
    let whole = !inner.is_empty() && fold.at(inner.end) == close && !fold.slice(inner).contains(&close);
    if whole { inner } else { at }
}

fn trim_tail(fold: &Fold, mut at: CharSpan) -> CharSpan {
    loop {
        at = fold.trim(at);
        let last = fold.at(at.end.saturating_sub(1));
        let share = last == '比'
            && (at.len() > 2 || fold.at(at.start) == '占')
            && (among!("占对之百可正", fold.at(at.end - 2)) || among!("由从为达提升降超近约均已缩扩", fold.at(at.end)));
        // 原则, 认为: the character ends a word.
        let before = fold.at(at.end.wrapping_sub(2));
        let word = last == '则' && matches!(before, '原' | '法' | '规' | '细' | '准' | '守' | '通' | '总')
            || last == '为' && matches!(before, '认' | '成' | '作' | '称' | '视' | '行');
        let loose = !share && !word && among!("、:;,的“「『(在由从为了比较将以却是亦曾虽$¥则", last);
        if at.len() == 1
            && (loose && !matches!(last, '比' | '以')
                || matches!(last, '报' | '这' | '那' | '此' | '该' | '其' | '向' | '给' | '用'))
        {
            return CharSpan::new(at.start, at.start);
        }
        if at.len() < 2 || !loose {
            return at;
        }
        at.end -= 1;
    }
}

/// Where the time that starts at `start` ends.
fn time_at(times: &[TimeMark], start: usize) -> Option<usize> {
    let index = times.partition_point(|time| time.at.start < start);
    times.get(index).filter(|time| time.at.start == start).map(|time| time.at.end)
}

fn without_times(fold: &Fold, at: CharSpan, times: &[TimeMark]) -> Name {
    let mut name = Name::default();
    let mut start = at.start;
    let first = times.partition_point(|time| time.at.end <= at.start);
    let inside = times[first..].iter().take_while(|time| time.at.end <= at.end);
    // 每年演出: how often is part of what is measured.
    // 五年以上有期徒刑: a length that is a bound is no time either.
    let bounded = |end: usize| {
        fold.ends_with(end, "初") && fold.starts_with(end, "预算")
            || fold.ends_with(end, "全年") && fold.starts_any(end, "目标 任务 计划 预算")
            || fold.at(end) == '以' && matches!(fold.at(end + 1), '上' | '下' | '内')
            || fold.starts_with(end, "有期徒刑")
    };
    for time in inside.filter(|time| fold.at(time.at.start) != '每' && !bounded(time.at.end)) {
        // 粮食生产自2010年以来: the word that leads to the time goes with it.
        const LEADS: &[&str] = &["相当于", "等于", "自", "从", "在", "于"];
        let led = LEADS.iter().find(|word| fold.ends_with(time.at.start, word)).map_or(0, |word| word.chars().count());
        let end = time.at.start.saturating_sub(led).max(start);
        name = name.and(CharSpan::new(start, if led > 1 || end > start + 1 { end } else { time.at.start.max(start) }));
        start = time.at.end;
        // 警队于十二月底的实际人手
        if led > 0 && !name.is_empty() && fold.at(start) == '的' {
            start += 1;
        }
    }
    name.and(CharSpan::new(start, at.end))
}
