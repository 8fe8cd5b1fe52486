//! The period that an article reviews.

use super::anchor::{Anchor, Piece, delivered, marks_in};
use super::clause::{clause_end, is_basis, opens_clause};
use super::dateline::tells;
use super::place::{Placed, Said, place};
use crate::fold::{CharSpan, Fold};
use crate::lexicon::Choice;
use crate::read::Page;
use crate::scan::time::{Expr, Part, TimeMark, Year};

/// How many characters of the body are searched for the period that it opens with.
const OPENING: usize = 600;

/// Words that make what stands with a year an aim.
const AIMS: &str = "力争 基本实现 目标 确保 将达到 规划到 计划到 前建成 或将 有望";

/// Words that make a title that of a plan.
const PLANS: [&str; 8] = ["计划", "要点", "规划", "部署", "方案", "安排", "通知", "决定"];

/// Words that make a title that of a review.
const REVIEWS: [&str; 23] = [
    "综述", "纪实", "总结", "回顾", "报告", "公报", "情况", "成绩", "成效", "统计", "运行", "盘点", "述职", "工作",
    "年报", "发展", "数字", "数据", "罪案", "治安", "增速", "同比", "年增",
];

/// Words before a time, in its clause, that make it an aim.
const AHEAD: &str = "将 争取 预计 计划 力争 确保 规划 准备";

/// Whether the clause of a time states an aim.
pub(super) fn is_aim(fold: &Fold, at: CharSpan) -> bool {
    // 2025/26年度,当局估计总收入为6594亿元
    const FORESEEN: &str = "预计 估计 预测 力争";
    // 省气象台预计,7日至8日仍有大雨
    if fold.ends_any(at.start, "预计, 预测, 预报,") {
        return true;
    }
    if fold.at(at.end) == ',' && (at.end + 1..at.end + 6).any(|i| fold.starts_any(i, FORESEEN)) {
        return true;
    }
    let before = (at.start.saturating_sub(12)..at.start).rev();
    let mut before = before.take_while(|&i| !matches!(fold.at(i), '。' | '\n' | ',' | ';'));
    if fold.ends_with(at.start, "为") || fold.at(at.end) == '将' || before.any(|i| fold.starts_any(i, AHEAD)) {
        return true;
    }
    let ahead = (at.end..at.end + 16).take_while(|&i| !matches!(fold.at(i), '。' | '\n' | ',' | ';' | '\0'));
    ahead.into_iter().any(|i| fold.starts_any(i, AIMS)) || fold.ends_any(at.start, AIMS)
}

type Covered = Option<(CharSpan, Placed)>;

/// Sets what `anchor` covers.
pub(super) fn cover(page: &Page, piece: &Piece, anchor: &mut Anchor) {
    let found = match from_title(page, piece, anchor) {
        Title::Plan => None,
        Title::Review(at, placed) => Some((at, placed)),
        Title::Silent => from_heading(page, piece, anchor)
            .or_else(|| from_opening(page, piece, anchor).or_else(|| from_use(page, piece, anchor))),
    };
    let action = if found.is_none() { from_campaign(page, piece, anchor) } else { None };
    anchor.campaign = action.is_some();
    if let Some((at, placed)) = found.or(action) {
        anchor.covered = placed.bounds;
        anchor.covers = placed.value;
        anchor.covers_at = Some(at);
    }
}

enum Title {
    /// It says nothing of time.
    Silent,
    /// It announces a plan.
    Plan,
    /// It names the period reviewed.
    Review(CharSpan, Placed),
}

fn from_title(page: &Page, piece: &Piece, anchor: &Anchor) -> Title {
    for &line in &piece.title {
        for mark in marks_in(page, line) {
            let stretch = match mark.expr {
                Expr::At(moment) => !matches!(moment.part, Part::Day(..) | Part::BareDay(_) | Part::DayOffset(_)),
                Expr::Between(..) | Expr::Since(_) | Expr::Past(_) => true,
                _ => false,
            };
            let placed = place(mark, anchor, &Said::default());
            if !stretch || placed.value.is_empty() {
                continue;
            }
            let words = page.fold.text(line);
            if PLANS.iter().any(|word| words.contains(word)) && !words.contains("执行情况") {
                return Title::Plan;
            }
            // 上半年全市市场主体突破50万户: some months that a title names are over.
            let months = matches!(mark.expr, Expr::At(moment) if matches!(moment.part, Part::Months(a, b) if a < b));
            // “五一”假期我市接待游客286万人次
            let kept = matches!(mark.expr, Expr::At(moment) if moment.part == Part::Festival);
            if !months && (!kept || words.contains('将')) && !REVIEWS.iter().any(|word| words.contains(word)) {
                continue;
            }
            // A government reports in the first months of a year on the year before.
            if words.contains("政府工作报告")
                && let Some((first, last)) = placed.bounds
                && first == last
                && first.month == 0
            {
                let before = first.shift_years(-1);
                return Title::Review(mark.at, Placed::period((before, before), true));
            }
            return Title::Review(mark.at, placed);
        }
    }
    Title::Silent
}

/// The period of a heading that looks back: 一、2024年工作回顾.
fn from_heading(page: &Page, piece: &Piece, anchor: &Anchor) -> Covered {
    let sections = page.layout.sections.iter().filter(|section| piece.body.contains(section.at)).take(12);
    let backward = sections.filter(|section| page.fold.text(section.at).contains("回顾"));
    let marks = backward.flat_map(|section| marks_in(page, section.at));
    marks.into_iter().find_map(|mark| {
        let placed = place(mark, anchor, &Said::default());
        (!placed.value.is_empty()).then_some((mark.at, placed))
    })
}

/// The first period of the body's opening that leads a clause.
fn from_opening(page: &Page, piece: &Piece, anchor: &Anchor) -> Covered {
    let opening = CharSpan::new(piece.body.start, piece.body.end.min(piece.body.start + OPENING));
    for mark in marks_in(page, opening) {
        if !opens_clause(page.fold, mark.at.start) || is_basis(page.fold, mark.at) || is_aim(page.fold, mark.at) {
            continue;
        }
        // Far from the beginning a year in the midst of a sentence is that of one figure.
        let near = mark.at.start < piece.body.start + 240;
        if delivered(page.fold, mark.at) || !near && page.fold.ends_with(mark.at.start, ",") {
            continue;
        }
        // A day at the opening is that of an event: the text is news and reviews no period; but where it only tells.
        if matches!(mark.expr, Expr::At(m) if matches!(m.part, Part::Day(..) | Part::BareDay(_) | Part::DayOffset(_))) {
            if tells(page.fold, mark.at) {
                continue;
            }
            return None;
        }
        let placed = place(mark, anchor, &Said::default());
        let later = match (placed.bounds, anchor.year) {
            (Some((first, last)), Some(year)) => first.year > year || last.year < year - 1,
            _ => false,
        };
        if reviews(page.fold, mark) && !later && !placed.value.is_empty() {
            return Some((mark.at, placed));
        }
    }
    None
}

/// Whether a time at the opening is a period that a review can be about.
fn reviews(fold: &Fold, mark: &TimeMark) -> bool {
    match mark.expr {
        Expr::Past(length) => !length.loose,
        Expr::Since(moment) => moment.part == Part::Whole,
        Expr::Between(first, _) => first.clock.is_none(),
        // 2023年是…之年 says what the year means.
        Expr::At(_) if fold.at(mark.at.end) == '是' => false,
        Expr::At(moment) => match (moment.year, moment.part) {
            (Year::Plan(_), _) => true,
            (_, Part::Months(first, last)) => first != last,
            // 2023年春运于2月15日结束
            (Year::Offset(-1) | Year::Known(_), Part::Whole) | (Year::Known(_), Part::Festival) => true,
            _ => false,
        },
        _ => false,
    }
}

/// 于7月至9月组织开展了夏季行动: when the action took place that the article tells of.
fn from_campaign(page: &Page, piece: &Piece, anchor: &Anchor) -> Covered {
    static ACTIONS: Choice = Choice::of("行动 整治");
    static HELD: Choice = Choice::of("开展 组织 部署 启动");
    let opening = CharSpan::new(piece.body.start, piece.body.end.min(piece.body.start + OPENING));
    marks_in(page, opening).iter().find_map(|mark| {
        let clause = CharSpan::new(mark.at.end, clause_end(page.fold, mark.at.end).min(mark.at.end + 40));
        let stretch = match mark.expr {
            Expr::Between(moment, _) | Expr::Since(moment) => moment.clock.is_none(),
            _ => false,
        };
        let told = stretch && ACTIONS.within(page.fold, clause) && HELD.within(page.fold, clause);
        let placed = place(mark, anchor, &Said::default());
        (told && !placed.value.is_empty()).then_some((mark.at, placed))
    })
}

/// Last year, where two clauses or more are led by it.
fn from_use(page: &Page, piece: &Piece, anchor: &Anchor) -> Covered {
    let mut leads = marks_in(page, piece.body).iter().filter(|mark| {
        matches!(mark.expr, Expr::At(moment) if moment.year == Year::Offset(-1) && moment.part == Part::Whole)
            && opens_clause(page.fold, mark.at.start)
            && !is_basis(page.fold, mark.at)
    });
    let first = leads.next()?;
    leads.next()?;
    let placed = place(first, anchor, &Said::default());
    (!placed.value.is_empty()).then_some((first.at, placed))
}
