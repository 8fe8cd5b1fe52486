//! Times that words give: 近年来, 如今, 截至目前, 改革开放以来, 疫情期间.

use super::calendar::moment;
use super::cursor::Cursor;
use super::expr::{Expr, Moment, Part, Year};
use super::{Found, TimeMark, hours};
use crate::fold::CharSpan;
use crate::lexicon::choice;

/// How far before 以来 and 期间 the words of the event are looked for.
const REACH: usize = 18;

/// A word of the table.
pub(super) fn word(start: Cursor<'_>) -> Found<'_> {
    if start.sees("同期") && !start.sees_any(choice!("同期声 同期录")) && !matches!(start.behind(1), '年' | '前' | '史')
    {
        let mut end = start;
        end.at += 2;
        return Some((end, Expr::SamePeriod(Year::Offset(-1)), "same_period"));
    }
    let hit = start.word()?;
    let mut end = start;
    end.at += hit.len;
    let followed = matches!(end.peek(), ',' | '的' | ':' | '、');
    match hit.family {
        // 表现在, 项目前期: the word only seems to be there.
        "now" if matches!(start.behind(1), '表' | '体' | '展' | '呈' | '实' | '出' | '重' | '涌' | '发' | '浮') => {
            None
        }
        "now" if end.peek() == '期' || start.follows("项") => None,
        "now" => Some((end, Expr::Now, "now")),
        "nowlead" => (start.opens_clause() && end.peek() == ',').then_some((end, Expr::Now, "now")),
        "untilnow" if end.sees_any(choice!("后 年 天 日 夏 春 秋 冬")) => None,
        "untilnow" => Some((end, Expr::UntilNow, "now")),
        // 期内,…: the period spoken of.
        "within" => start.opens_clause().then_some((end, Expr::SamePeriod(Year::Said(0)), "same_period")),
        "vague" => Some((end, Expr::Vague, "vague")),
        "vaguelead" => (start.opens_clause() && end.peek() == ',').then_some((end, Expr::Vague, "vague")),
        "vagueclause" => (start.opens_clause() && followed).then_some((end, Expr::Vague, "vague")),
        _ => None,
    }
}

/// 截至3月底: up to a moment or up to now.
pub(super) fn until(start: Cursor<'_>) -> Found<'_> {
    let mut c = start;
    let mut month_end = false;
    if c.eat_any(choice!("截至 截止到 截止至 截止")).is_none() {
        // 至上月底共拘捕66人, 至9月底共有3000辆
        let end = c.opens_clause() && c.eat("至");
        month_end = !matches!(c.peek(), '上' | '去' | '今' | '本');
        end.then_some(())?;
    }
    c.blanks();
    if c.eat_any(choice!("目前为止 目前 现在 今 当前")).is_some() && c.peek() != '年' && c.peek() != '日' {
        return Some((c, Expr::UntilNow, "now"));
    }
    let mut at = c;
    if c.behind(1) == '今' {
        at.at -= 1;
    }
    // 截至下午五时: an hour whose day was said before.
    let Some((mut end, moment)) = moment(at) else {
        return match hours(at)? {
            (end, Expr::At(moment), rule) if !month_end => Some((end, Expr::Until(moment), rule)),
            _ => None,
        };
    };
    if month_end && !end.follows("月底") {
        return None;
    }
    end.eat_any(choice!("为止 止"));
    Some(ended(end, moment).unwrap_or((end, Expr::Until(moment), "until")))
}

/// 截至11月底〔的三个月〕: the months that ended then.
fn ended(end: Cursor<'_>, moment: Moment) -> Found<'_> {
    let mut c = end;
    if !c.eat("的") {
        return None;
    }
    let count = u8::try_from(c.number()?.value).ok()?;
    let Part::Months(_, last) = moment.part else { return None };
    if !c.eat("个月") {
        return None;
    }
    let first = last.checked_sub(count)? + 1;
    Some((c, Expr::At(Moment { part: Part::Months(first, last), ..moment }), "until"))
}

/// An event before 以来, 期间 or 期内 that the text does not date.
pub(super) fn bounded(start: Cursor<'_>, floor: usize) -> Option<TimeMark> {
    let mut end = start;
    let kind = end.eat_any(choice!("以来 期间 期内"))?;
    let mut from = start;
    let leads: [char; 2] = if kind == 0 { ['自', '从'] } else { ['在', '于'] };
    while from.at > floor && start.at - from.at < REACH && !stops(from.behind(1)) && !leads.contains(&from.behind(1)) {
        from.at -= 1;
    }
    from.eat("在");
    for at in (from.at..start.at).rev() {
        let mut cut = from;
        cut.at = at;
        if cut.follows_any("是 创 和 为 总结 回顾") {
            from = cut;
            break;
        }
    }
    let length = start.at.checked_sub(from.at)?;
    let fits = if kind == 0 { (2..REACH).contains(&length) } else { (2..=8).contains(&length) };
    let at_clause = from.at == floor || start.at - from.at < REACH;
    if !fits || !at_clause || from.at < floor {
        return None;
    }
    let at = CharSpan::new(from.at, end.at);
    Some(TimeMark { at, expr: Expr::Event, rule: "event" })
}

const fn stops(c: char) -> bool {
    matches!(c, '\0' | '\n' | '\r' | ' ' | ',' | '。' | ';' | ':' | '!' | '?' | '(' | ')' | '】' | '、')
}
