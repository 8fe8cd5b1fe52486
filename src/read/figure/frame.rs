//! What stands between the thing measured and its number: 同比 · 分别 · 下降 · 至 · 近.

use super::vocabulary::words;
use crate::fold::{CharSpan, Fold};
use crate::model::{Bound, Direction};
use crate::scan::TimeMark;

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
    /// 连续.
    pub streak_at: Option<CharSpan>,
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
    let mut frame = Frame { rest: fold.trim(pre), ..Frame::default() };
    let list = words();
    loop {
        let end = fold.trim(frame.rest).end;
        let start = frame.rest.start;
        if end <= start {
            frame.rest = CharSpan::new(start, start);
            return frame;
        }
        if let Some(cut) = comparison(fold, CharSpan::new(start, end), times, &mut frame) {
            frame.rest.end = cut;
            continue;
        }
        if chars[end - 1] == '了' && list.before_of(chars, end - 1, &["up", "down", "verb", "over", "to"]).is_some() {
            frame.rest.end = end - 1;
            continue;
        }
        let Some(hit) = list.before(chars, end).filter(|hit| end - hit.len >= start) else {
            frame.rest.end = end;
            return frame;
        };
        let at = CharSpan::new(end - hit.len, end);
        // A longer word of another part (行为, 公共) keeps its last character from being read as one.
        if hit.family == "keep" || !take(&mut frame, at, hit.term, may_rank) {
            frame.rest.end = end;
            return frame;
        }
        frame.rest.end = at.start;
    }
}

/// Takes one word into the frame; says whether it belongs there.
fn take(frame: &mut Frame, at: CharSpan, term: &str, may_rank: bool) -> bool {
    let families = |family: &str| {
        let word: Vec<char> = term.chars().collect();
        words().before_of(&word, word.len(), &[family]).is_some_and(|hit| hit.len == word.len())
    };
    if term == "连续" {
        frame.streak_at = Some(at);
        return true;
    }
    if families("each") {
        frame.each = true;
        return true;
    }
    if may_rank && families("rank") {
        frame.ranked = true;
        if matches!(term, "综合排名" | "综合排序" | "排序" | "位次") {
            frame.ranking_at = Some(at);
        }
        return true;
    }
    if may_rank && families("scope") && frame.scope_at.is_none() {
        frame.scope_at = Some(at);
        return true;
    }
    if families("to") && term != "至" && term != "到" {
        frame.arrives = true;
        return true;
    }
    if families("over") || families("under") || families("about") {
        if frame.bound_at.is_none() && !frame.arrives {
            frame.bound = match () {
                () if families("over") => Bound::Over,
                () if families("under") => Bound::Under,
                () => Bound::About,
            };
            frame.bound_at = Some(at);
        }
        return true;
    }
    let (up, down) = (families("up"), families("down"));
    if up || down {
        if frame.direction_at.is_none() && !frame.arrives {
            frame.direction = if up { Direction::Up } else { Direction::Down };
            frame.direction_at = Some(at);
        }
        return true;
    }
    let basis = match () {
        () if families("yoy") => Some(Basis::YearBefore),
        () if families("mom") => Some(Basis::PeriodBefore),
        () if families("yearly") => Some(Basis::YearlyAverage),
        () => None,
    };
    if let Some(basis) = basis {
        frame.basis = frame.basis.or(Some(basis));
        frame.basis_at = frame.basis_at.or(Some(at));
        return true;
    }
    if term == "由" || term == "从" {
        frame.departs = true;
        return true;
    }
    if term == "至" || term == "到" {
        frame.arrives = true;
        return true;
    }
    families("copula") || families("adverb")
}

/// 比2015年, 较2020年末, 与去年同期相比 at the end of `rest`: where it starts.
fn comparison(fold: &Fold, rest: CharSpan, times: &[TimeMark], frame: &mut Frame) -> Option<usize> {
    let mut end = rest.end;
    for tail in ["相比", "的"] {
        if fold.ends_with(end, tail) {
            end -= tail.chars().count();
        }
    }
    let index = times.partition_point(|time| time.at.end < end);
    let time = times.get(index).filter(|time| time.at.end == end && time.at.start > rest.start)?;
    let before = time.at.start - 1;
    if matches!(fold.at(before), '由' | '从') {
        frame.departs = true;
        return Some(before);
    }
    if !matches!(fold.at(before), '比' | '较' | '与' | '和' | '同') {
        return None;
    }
    if frame.basis.is_none() {
        frame.basis = Some(match fold.words(time.at).as_str() {
            "去年" | "上年" | "去年同期" | "上年同期" | "上一年" | "上年度" | "前一年" => {
                Basis::YearBefore
            }
            "上月" | "上个月" | "上季度" | "上季" | "上周" => Basis::PeriodBefore,
            _ => Basis::Time(index),
        });
        frame.basis_at = Some(CharSpan::new(before, rest.end));
    }
    Some(before)
}
