//! Which times lead on: to the sentences behind them, over paragraphs, or from a day on.

use super::super::civil::Civil;
use super::super::clause::opens_clause;
use super::super::timeline::PlacedMark;
use super::Walk;
use crate::fold::CharSpan;
use crate::read::time::Period;
use crate::scan::time::{Expr, TimeMark, Year};

impl Walk<'_, '_> {
    /// Whether the sentences that follow speak of the same time. In a review of a longer period a day is that of an
    /// event, and what comes after another clause is said of that clause (近3年提升21个百分点).
    pub(super) fn leads_on(&self, mark: &TimeMark, found: &PlacedMark, sentence: CharSpan) -> bool {
        // 数据显示,2023年…: a short lead.
        let from = mark.at.start.saturating_sub(7).max(sentence.start);
        let lead = matches!(self.page.fold.at(mark.at.start.wrapping_sub(1)), ',' | ':') && from == sentence.start;
        let begins = lead || !(sentence.start..mark.at.start).any(|at| matches!(self.page.fold.at(at), ',' | ';'));
        if !begins && matches!(mark.expr, Expr::Past(_)) {
            return false;
        }
        let Some((first, last)) = found.placed.bounds else { return true };
        let event = first.day > 0 && last == first && !matches!(mark.expr, Expr::Until(_));
        let standing = &self.standing().value;
        let (from, to) = match standing.split_once('/') {
            Some((from, to)) => (Civil::parse(from), Civil::parse(to)),
            None => (Civil::parse(standing), Civil::parse(standing)),
        };
        let Some((from, to)) = from.zip(to).filter(|(from, _)| from.day == 0) else { return true };
        let within = from.year <= first.year && last.year <= to.year;
        !within || !event && (begins || from.year == to.year)
    }

    /// 上年同期亏损1.2亿元: the same period of last year opens its clause and is not what something is held against.
    pub(super) fn speaks_of(&self, mark: &TimeMark) -> bool {
        let fold = self.page.fold;
        let against = |c: char| matches!(c, '相' | '持' | '的' | '水' | '基' | '比' | ',' | '。' | '、' | ')' | ';');
        matches!(fold.at(mark.at.start), '上' | '去')
            && opens_clause(fold, mark.at.start)
            && !against(fold.at(mark.at.end))
    }

    /// Whether what is carried lies ahead already.
    pub(super) fn carries_plan(&self) -> bool {
        let ahead = |period: &Period| {
            let first = period.value.split('/').next().and_then(Civil::parse);
            matches!((first, self.anchor.year), (Some(first), Some(year)) if first.year >= year)
        };
        self.paragraph.as_ref().is_some_and(ahead)
            || self.section.as_ref().is_some_and(|carried| ahead(&carried.period))
    }

    /// Plans for a coming period go on over paragraphs until a heading ends them.
    pub(super) fn goes_on(&self, mark: &TimeMark, found: &PlacedMark, planned: bool) -> bool {
        let ahead = match (found.placed.bounds, self.anchor.year) {
            (Some((first, _)), Some(year)) => first.year >= year && first.month == 0,
            _ => false,
        };
        matches!(mark.expr, Expr::Coming(_)) || (ahead && planned)
    }

    /// 自去年开展活动以来: from the time on, though 以来 stands later in the clause.
    pub(super) fn opened_since(&self, mark: &TimeMark, found: &PlacedMark, end: usize) -> Option<String> {
        let fold = self.page.fold;
        let (first, _) = found.placed.bounds?;
        let year = self.anchor.year?;
        let led = fold.ends_with(mark.at.start, "自") || fold.ends_with(mark.at.start, "从");
        let dated = matches!(mark.expr, Expr::At(moment) if !matches!(moment.year, Year::Plan(_)));
        let reach = end.min(mark.at.end + 40);
        let mut clause = (mark.at.end..reach).take_while(|&at| fold.at(at) != ',');
        if !led || !dated || first.year > year || !clause.any(|at| fold.starts_with(at, "以来")) {
            return None;
        }
        Some(if first.year == year { first.to_string() } else { format!("{first}/{year}") })
    }
}
