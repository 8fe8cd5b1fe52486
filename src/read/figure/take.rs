//! Takes the words between the thing measured and its number into the frame, each by the part that it plays there.

use super::frame::{Basis, Frame};
use super::vocabulary::words;
use crate::fold::CharSpan;
use crate::model::{Bound, Direction};

/// The part that the words of a family play in a frame, as a bit.
#[inline]
fn part(family: &str) -> u16 {
    match family {
        "turn" => 1,
        "each" => 1 << 1,
        "rank" => 1 << 2,
        "scope" => 1 << 3,
        "to" => 1 << 4,
        "over" => 1 << 5,
        "under" => 1 << 6,
        "about" => 1 << 7,
        "up" => 1 << 8,
        "down" => 1 << 9,
        "yoy" => 1 << 10,
        "mom" => 1 << 11,
        "yearly" => 1 << 12,
        "copula" | "adverb" => 1 << 13,
        _ => 0,
    }
}

/// Takes one word into the frame; says whether it belongs there.
pub(super) fn take(frame: &mut Frame, at: CharSpan, term: &str, may_rank: bool) -> bool {
    let known = words().families(term).iter().fold(0, |known, family| known | part(family));
    let families = |family: &str| known & part(family) != 0;
    // 调解成功36789件: what the verb before it came to.
    if term == "成功" {
        return false;
    }
    if term == "连续" {
        frame.streak_at = Some(at);
        return true;
    }
    frame.total |=
        matches!(term, "累计" | "累计达" | "累计达到" | "总数达" | "总数为" | "总量达" | "已累计" | "总共有");
    if families("turn") {
        frame.turns = true;
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
        // 增幅居全国第7位, 增速提高1.5个百分点: the pace itself is what is measured.
        if is_pace(term) && (frame.direction_at.is_some() || frame.ranked || frame.arrives || frame.turns) {
            return false;
        }
        if frame.direction_at.is_none() && !frame.arrives {
            frame.direction = if up { Direction::Up } else { Direction::Down };
            frame.direction_at = Some(at);
        }
    }
    // 年增率: which way and against what in one word.
    let basis = match () {
        () if families("yoy") => Some(Basis::YearBefore),
        () if families("mom") => Some(Basis::PeriodBefore),
        () if families("yearly") => Some(Basis::YearlyAverage),
        () => None,
    };
    if basis.is_some() {
        frame.basis = frame.basis.or(basis);
        frame.basis_at = frame.basis_at.or(Some(at));
    }
    if basis.is_some() || up || down {
        return true;
    }
    if term == "由" || term == "从" {
        frame.departs = true;
        return true;
    }
    if term == "至" || term == "到" {
        // 收窄至跌233点: it fell so much, wherever that brought it.
        frame.arrives |= frame.direction_at.is_none();
        return true;
    }
    // 费用约为$8,000
    if term.starts_with('约') && frame.bound_at.is_none() {
        (frame.bound, frame.bound_at) = (Bound::About, Some(at));
    }
    families("adverb")
}

/// Nouns of the pace of a change.
pub(super) fn is_pace(term: &str) -> bool {
    const PACES: &[&str] = &["增速", "增幅", "降幅", "涨幅", "跌幅", "升幅", "减幅", "增长率"];
    PACES.contains(&term)
}
