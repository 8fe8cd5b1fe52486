//! What stands between the thing measured and its number: 同比 · 分别 · 下降 · 至 · 近.

use super::against::{before_event, dated, is_feast, other_place};
use super::ordinal::place_ranked;
use super::take::take;
use super::vocabulary::words;
use crate::fold::{CharSpan, Fold};
use crate::lexicon::among;
use crate::model::{Bound, Direction};
use crate::scan::TimeMark;
use crate::scan::time::Expr;

/// What a change is measured against, as its words say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Basis {
    /// 同比, 比上年.
    YearBefore,
    /// 环比, 比上月.
    PeriodBefore,
    /// 年均.
    YearlyAverage,
    /// 比2015年: the time mark of this index.
    Time(usize),
}

/// The words before a number, read from the number to the left.
#[derive(Clone, Debug, Default)]
pub(super) struct Frame {
    /// Which way a change goes.
    pub direction: Direction,
    /// Where that is said.
    pub direction_at: Option<CharSpan>,
    /// Whether the number is where the change arrived (上升至, 由…到), not its size.
    pub arrives: bool,
    /// Whether the number is where the change set out (由, 从).
    pub departs: bool,
    /// What the change is measured against.
    pub basis: Option<Basis>,
    /// Where that is said.
    pub basis_at: Option<CharSpan>,
    /// How many times stand there, one for each of as many values: 较一季度、上半年分别提高7.9个、3.4个百分点.
    pub bases: usize,
    /// Whether it is measured against another place's or an aim (高于全国平均水平), so that no time is its base.
    pub elsewhere: bool,
    /// A bound that does not touch the number.
    pub bound: Bound,
    /// Where that is said.
    pub bound_at: Option<CharSpan>,
    /// Whether the number is a place in an order.
    pub ranked: bool,
    /// The noun of the ranking: 综合排名.
    pub ranking_at: Option<CharSpan>,
    /// Among whom.
    pub scope_at: Option<CharSpan>,
    /// 分别, 各, 均, 都.
    pub each: bool,
    /// 变动, 变化: a change whose way the number's sign tells.
    pub turns: bool,
    /// 累计, 总数: the whole, not what was added.
    pub total: bool,
    /// 连续.
    pub streak_at: Option<CharSpan>,
    /// 会 of what will be: 开支会增至.
    pub coming_at: Option<CharSpan>,
    /// What is left of the words before the number.
    pub rest: CharSpan,
}

impl Default for CharSpan {
    fn default() -> Self {
        Self::new(0, 0)
    }
}

/// Reads the words of `pre`, which ends where the number starts. `may_rank` says that the number can be a rank.
pub(super) fn read(fold: &Fold, pre: CharSpan, times: &[TimeMark], may_rank: bool) -> Frame {
    let chars = fold.chars();
    let mut frame = Frame { rest: pre, ..Frame::default() };
    let list = words();
    loop {
        frame.rest = fold.trim(frame.rest);
        let CharSpan { start, end } = frame.rest;
        if end <= start {
            frame.rest = CharSpan::new(start, start);
            return frame;
        }
        if let Some((at, direction)) = other_place(fold, CharSpan::new(start, end)) {
            if let Some(direction) = direction.filter(|_| frame.direction_at.is_none()) {
                (frame.direction, frame.direction_at) = (direction, Some(at));
            }
            frame.elsewhere = true;
            frame.rest.end = at.start;
            continue;
        }
        if let Some(cut) = comparison(fold, CharSpan::new(start, end), times, &mut frame) {
            frame.rest.end = cut;
            continue;
        }
        if may_rank
            && frame.scope_at.is_none()
            && let Some(place) = place_ranked(fold, end).filter(|place| place.start > start)
        {
            frame.scope_at = Some(place);
            frame.ranked = true;
            frame.rest.end = place.start;
            continue;
        }
        if let Some(cut) = formerly(fold, CharSpan::new(start, end), &mut frame) {
            frame.rest.end = cut;
            continue;
        }
        if let Some(cut) = before_event(fold, CharSpan::new(start, end)) {
            frame.elsewhere = true;
            frame.rest.end = cut;
            continue;
        }
        if chars[end - 1] == ')'
            && let Some(cut) = dated(fold, CharSpan::new(start, end), times)
        {
            frame.rest.end = cut;
            continue;
        }
        // 费用约为$8,000
        if matches!(chars[end - 1], '$' | '¥') {
            frame.rest.end = end - 1;
            continue;
        }
        if chars[end - 1] == '了' && list.before_of(chars, end - 1, &["up", "down", "verb", "over", "to"]).is_some() {
            frame.rest.end = end - 1;
            continue;
        }
        let Some(hit) = list.before(chars, end).filter(|hit| end - hit.len >= start) else {
            let rest = fold.slice(frame.rest);
            if frame.arrives || rest.contains(&'每') {
                let out = set_out(fold, frame.rest, times);
                frame.rest.end = out.filter(|&at| frame.arrives || fold.at(at + 1) == '每').unwrap_or(end);
            }
            return frame;
        };
        let at = CharSpan::new(end - hit.len, end);
        // 同期为260起: when, not against what.
        if hit.term == "同期" && is_said_of(fold, end) {
            frame.rest.end = at.start;
            continue;
        }
        // A longer word of another part (行为, 公共) keeps its last character from being read as one.
        if hit.family == "keep" || !take(&mut frame, at, hit.term, may_rank) {
            frame.rest.end = end;
            return frame;
        }
        frame.rest.end = at.start;
        if will(fold, CharSpan::new(start, at.start))
            && (frame.arrives || frame.direction_at.is_some() || hit.term.starts_with('达'))
        {
            frame.coming_at = Some(CharSpan::new(at.start - 1, at.start));
            frame.rest.end = at.start - 1;
        }
        // 年增1.6%, 324亿年升5%: against what a change is measured is said in one character.
        if hit.len == 1
            && frame.direction_at == Some(at)
            && at.start > start
            && frame.basis.is_none()
            && list.before(chars, at.start).is_none()
        {
            let basis = match chars[at.start - 1] {
                '年' => Basis::YearBefore,
                '月' | '季' | '周' => Basis::PeriodBefore,
                _ => continue,
            };
            if times.binary_search_by(|time| time.at.end.cmp(&at.start)).is_err() {
                (frame.basis, frame.basis_at) = (Some(basis), Some(CharSpan::new(at.start - 1, at.start)));
                frame.rest.end = at.start - 1;
            }
        }
    }
}

/// 开支〔会〕增至, 人口亦〔会〕减少: what will be, behind a measure or an adverb; 协会, 委员会 and 年会 end a name.
fn will(fold: &Fold, rest: CharSpan) -> bool {
    let end = rest.end;
    end > rest.start + 2
        && fold.at(end - 1) == '会'
        && (among!("率度量额值比幅入字余备制府口亦也仍均都们", fold.at(end - 2)) || fold.ends_with(end - 1, "开支"))
}

/// 审理天数〔由去年的68天〕缩短至: where the words start that say from what a value came.
fn set_out(fold: &Fold, rest: CharSpan, times: &[TimeMark]) -> Option<usize> {
    let timed = |at: usize| times.binary_search_by(|time| time.at.start.cmp(&at)).is_ok();
    (rest.start + 1..rest.end).rev().find(|&at| {
        matches!(fold.at(at), '由' | '从')
            && (fold.at(at + 1).is_ascii_digit() || fold.at(at + 1) == '每' || timed(at + 1))
    })
}

/// Whether what stands at `end` says something of the time before it: 同期〔为〕260起.
pub(in crate::read) fn is_said_of(fold: &Fold, end: usize) -> bool {
    matches!(fold.at(end), '为' | '是' | '仅' | '则' | '只' | '有' | '共' | '达')
}

/// 由原来的18个, 比原来增加: where the word for what was before starts.
fn formerly(fold: &Fold, rest: CharSpan, frame: &mut Frame) -> Option<usize> {
    const FORMER: &[&str] = &["原来", "原有", "原先", "原定", "原计划", "此前", "之前", "当初", "上届", "上一届"];
    let end = rest.end - usize::from(fold.ends_with(rest.end, "的"));
    if !among!("来有先定划前初届期时", fold.at(end.wrapping_sub(1))) {
        return None;
    }
    let Some(word) = FORMER.iter().find(|word| fold.ends_with(end, word)) else {
        let at = begun(fold, CharSpan::new(rest.start, end));
        frame.departs |= at.is_some();
        return at;
    };
    let at = end.checked_sub(word.chars().count() + 1).filter(|&at| at >= rest.start)?;
    match fold.at(at) {
        '由' | '从' => frame.departs = true,
        '比' | '较' => frame.elsewhere = true,
        _ => return None,
    }
    Some(at)
}

/// 发生率由建档立卡之初的15%, 环节由改革前的12个: where the words start that say since when it was so.
fn begun(fold: &Fold, rest: CharSpan) -> Option<usize> {
    const BEGUN: &str = "之初 初期 前 时";
    let floor = rest.end.saturating_sub(16).max(rest.start + 2);
    // 理由, 自由 and 从业 hold the character.
    let sets_out = |&at: &usize| match fold.at(at) {
        '由' => !among!("理自缘", fold.at(at - 1)),
        '从' => !among!("服随", fold.at(at - 1)) && !among!("业事", fold.at(at + 1)),
        _ => false,
    };
    let at = (floor..rest.end.saturating_sub(2)).rev().find(sets_out)?;
    let whole = fold.slice(CharSpan::new(at, rest.end)).iter().all(|&c| !among!(",;。", c));
    (whole && fold.ends_any(rest.end, BEGUN)).then_some(at)
}

/// 比2015年, 较2020年末, 与去年同期相比 at the end of `rest`: where it starts.
fn comparison(fold: &Fold, rest: CharSpan, times: &[TimeMark], frame: &mut Frame) -> Option<usize> {
    let mut end = rest.end;
    let marked = |end: usize| times.binary_search_by(|time| time.at.end.cmp(&end)).is_ok();
    let tailed = among!("比较期末底初速幅平的值测计算", fold.at(end - 1));
    let compared = tailed && fold.ends_any(end, "相比 比较");
    // 与上年相比较, 较上年的平均值, 较2024年修订预算
    const TAILS: &[&str] = &[
        "比较", "相比", "相", "作", "末期", "末", "底", "初", "增速", "增幅", "涨幅", "降幅", "水平", "均值", "平",
        "峰值", "预测", "估计", "预算", "修订", "原来", "的",
    ];
    for tail in TAILS.iter().filter(|_| tailed) {
        if fold.ends_with(end, tail) && !marked(end) && end - tail.chars().count() > rest.start {
            end -= tail.chars().count();
        }
    }
    // 比上年多增0.31万人, 较上年多争取42亿元
    if frame.direction_at.is_none()
        && fold.slice(CharSpan::new(end.saturating_sub(4), end)).iter().any(|&c| (c == '多') | (c == '少'))
        && let Some(at) =
            (1..=4).filter_map(|by| end.checked_sub(by)).find(|&at| marked(at) || fold.ends_with(at, "同期"))
        && at > rest.start
        && let Some(direction) = match fold.at(at) {
            '多' => Some(Direction::Up),
            '少' => Some(Direction::Down),
            _ => None,
        }
    {
        (frame.direction, frame.direction_at) = (direction, Some(CharSpan::new(at, end)));
        end = at;
    }
    let index = times.partition_point(|time| time.at.end < end);
    let last = times.get(index).filter(|time| time.at.end == end && time.at.start > rest.start)?;
    // 去年春运〔同期〕: two marks of one time.
    let whole = index.checked_sub(1).and_then(|index| times.get(index)).filter(|time| time.at.end == last.at.start);
    let mut time = whole.filter(|time| time.at.start > rest.start).unwrap_or(last);
    let mut index = index;
    while among!("、和及与", fold.at(time.at.start - 1))
        && let Some(listed) = index.checked_sub(1).and_then(|index| times.get(index))
        && listed.at.end + 1 == time.at.start
        && listed.at.start > rest.start
    {
        (time, index, frame.bases) = (listed, index - 1, frame.bases.max(1) + 1);
    }
    let before = time.at.start - 1;
    // 比前五年〔上升101%〕
    if matches!(time.expr, Expr::Lasting(_))
        && fold.at(before) == '前'
        && before > rest.start
        && matches!(fold.at(before - 1), '比' | '较')
    {
        frame.elsewhere = true;
        return Some(before - 1);
    }
    if matches!(fold.at(before), '由' | '从') {
        frame.departs = true;
        return Some(before);
    }
    // 提升到去年底的13.3%: when it arrived there; 恢复至2019年的85.5%: of what it is a share.
    if let Some(hit) = words().before_of(fold.chars(), time.at.start, &["to"]) {
        if fold.ends_with(end, "同期") || hit.term.starts_with("恢复") && end < rest.end {
            (frame.basis, frame.basis_at) = (Some(Basis::Time(index)), Some(time.at));
        }
        return Some(time.at.start);
    }
    let against = matches!(fold.at(before), '比' | '较') || compared && matches!(fold.at(before), '与' | '和' | '同');
    if !against {
        return None;
    }
    if frame.basis.is_none() {
        frame.basis = Some(match fold.text(time.at) {
            "去年" | "上年" | "同期" | "去年同期" | "上年同期" | "去年同月" | "上年同月" | "上一年" | "上年度"
            | "前一年" => Basis::YearBefore,
            "上月" | "上个月" | "上季度" | "上季" | "上周" => Basis::PeriodBefore,
            // 比去年春节期间, 较上年春运同期: the same days of the year before.
            _ if is_feast(time) => Basis::YearBefore,
            _ => Basis::Time(index),
        });
        frame.basis_at = Some(CharSpan::new(before, rest.end));
    }
    // 同比去年〔上升1.9%〕
    let twice = fold.at(before) == '比' && before > rest.start && fold.at(before - 1) == '同';
    Some(before - usize::from(twice))
}
