//! Years: in figures, in words, two digits of them, lists, decades and numbered plans.

use super::cursor::{Cursor, Number};
use super::expr::{Moment, Part, Year};
use super::week::nth_week;
use crate::lexicon::{among, choice};

/// 上世纪90年代, 二十世纪九十年代, 1990年代.
pub(super) fn decade(start: Cursor<'_>) -> Option<(Cursor<'_>, Moment)> {
    const CENTURIES: [(&str, u32); 6] = [
        ("上世纪", 1900),
        ("20世纪", 1900),
        ("二十世纪", 1900),
        ("本世纪", 2000),
        ("21世纪", 2000),
        ("二十一世纪", 2000),
    ];
    let mut c = start;
    let mut named = || CENTURIES.iter().find(|(word, _)| c.eat(word)).map(|(_, first)| *first);
    let century = if among!("上本二2", start.peek()) { named() } else { None }.unwrap_or(1900);
    let number = c.number()?;
    let first = if number.digits == 4 { number.value } else { century + number.value };
    let whole = first % 10 == 0 && (number.digits == 4 || number.value < 100) && (1000..2200).contains(&first);
    if !whole || !c.eat("年代") {
        return None;
    }
    let moment = Moment { year: Year::Known(i32::try_from(first).ok()?), part: Part::Decade, clock: None };
    Some((c, moment))
}

pub(super) fn year(start: Cursor<'_>) -> Option<(Cursor<'_>, Year)> {
    let mut c = start;
    if let Some(hit) = if c.peek().is_ascii_digit() { None } else { c.word() } {
        let (family, offset) = hit.family.split_once(':')?;
        let offset: i32 = offset.parse().ok()?;
        c.at += hit.len;
        let year = match family {
            "year" => Year::Offset(offset),
            "same" => Year::Said(offset),
            _ => return None,
        };
        if c.peek() == '度' || c.peek() == '终' {
            c.at += 1;
        }
        return Some((c, year));
    }
    // 今(103)年, 去(2013)年
    if matches!(c.peek(), '今' | '去' | '本' | '上' | '明') && c.ahead(1) == '(' {
        c.at += 2;
        let number = c.number()?;
        let year = i32::try_from(number.value).ok()?;
        let value = match number.digits {
            2 | 3 => year + 1911,
            4 => year,
            _ => return None,
        };
        return (c.eat(")") && c.eat("年")).then_some((c, Year::Known(value)));
    }
    if let Some(found) = plan(start) {
        return Some(found);
    }
    c.eat("公元");
    let republic = c.eat("民国");
    let number = c.number()?;
    let after_number = c;
    if !c.eat_spaced("年") {
        return listed_year(after_number, number);
    }
    let short = |value: u32| if value < 50 { 2000 + value } else { 1900 + value };
    let month_follows = c.peek().is_ascii_digit() && (c.ahead(1) == '月' || c.ahead(2) == '月');
    let half_follows = number.value > 9 && (c.sees_any(choice!("底 末 上半年 下半年")) || nth_week(c).is_some());
    let value = match number.digits {
        _ if republic => number.value + 1911,
        4 if (1000..2200).contains(&number.value) => number.value,
        3 if number.arabic && (50..200).contains(&number.value) && start.taiwan() => number.value + 1911,
        2 if matches!(start.peek(), '0' | '零' | '〇') || (number.arabic && (month_follows || half_follows)) => {
            short(number.value)
        }
        // 九八年 is a year, 七八年 may be seven or eight of them.
        2 if !number.arabic && number.value >= 40 && number.value / 10 + 1 != number.value % 10 => 1900 + number.value,
        _ => return None,
    };
    // 2015年=100: what an index starts from.
    if matches!(c.peek(), '级' | '版' | '=') {
        return None;
    }
    if c.peek() == '度' {
        c.at += 1;
    }
    Some((c, Year::Known(i32::try_from(value).ok()?)))
}

/// The first year of 2016、2017年, which has no 年 of its own.
fn listed_year(after: Cursor<'_>, number: Number) -> Option<(Cursor<'_>, Year)> {
    if number.digits != 4 || !(1900..2100).contains(&number.value) || !matches!(after.peek(), '、' | '和' | '与' | '及')
    {
        return None;
    }
    let mut c = after;
    // A list is followed for a few years only, so that a page of years is not read again for each of them.
    for _ in 0..6 {
        if !matches!(c.peek(), '、' | '和' | '与' | '及') {
            return None;
        }
        c.at += 1;
        if c.number()?.digits != 4 {
            return None;
        }
        if c.eat_spaced("年") {
            return Some((after, Year::Known(i32::try_from(number.value).ok()?)));
        }
    }
    None
}

/// “十二五”期间, 十四五时期: a numbered plan, unless a document or a campaign is named after it.
fn plan(start: Cursor<'_>) -> Option<(Cursor<'_>, Year)> {
    let mut c = start;
    let quoted = c.eat_any(choice!("“ \" 「 ‘")).is_some();
    if !matches!(c.peek(), '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十') {
        return None;
    }
    let number = if c.peek() == '十' && c.ahead(1) == '五' && c.ahead(2) != '五' {
        c.at += 2;
        10
    } else {
        let at = c.at;
        let ten = c.eat("十");
        let unit = super::cursor::chinese_digit(c.peek())?;
        c.at += 1;
        if !c.eat("五") || c.at - at > 3 {
            return None;
        }
        if ten { 10 + unit } else { unit }
    };
    if quoted && c.eat_any(choice!("” \" 」 ’")).is_none() {
        return None;
    }
    let mut tail = c;
    tail.eat("规划");
    if tail.eat_any(choice!("时期 期间")).is_some() {
        return Some((tail, Year::Plan(i32::try_from(number).ok()?)));
    }
    let named = c.sees_any(choice!("规划 计划 普法 纲要 发展规划 专项 重点 国家 建设规划 期"));
    let plain = quoted && number >= 10 && !named;
    let spoken = c.sees_any(choice!("以来 末 初 开局 收官")) && (quoted || number >= 10);
    (plain || spoken).then_some((c, Year::Plan(i32::try_from(number).ok()?)))
}
