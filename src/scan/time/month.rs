//! Quarters, months and days, in figures or in words.

use super::cursor::Cursor;
use super::expr::Part;
use super::moon;
use super::week::nth_week;
use crate::lexicon::choice;

pub(super) fn quarters(start: Cursor<'_>) -> Option<(Cursor<'_>, Part)> {
    let mut c = start;
    // 先前三个月 are not the first three of a year; 2013年首11个月 and 首九个月 are the first of theirs.
    let earlier = matches!(start.behind(1), '先' | '之' | '以' | '此');
    let first = !earlier && c.eat_any(choice!("前 头")).is_some() || c.eat("首");
    if !first {
        c.eat("第");
    }
    let number = u8::try_from(c.number()?.value).ok()?;
    c.eat("个");
    if !first && c.peek() != '季' {
        return None;
    }
    // 第一季 of Hong Kong's and Macau's reports; 两季 are harvests.
    let harvest = matches!(c.ahead(1), '稻' | '节' | '赛');
    // 前3季, as Taiwan's statistics say, and 首3季 of Macau's.
    let ordinal = !harvest && (start.peek() == '第' || first && (start.peek() == '首' || start.taiwan()));
    if (c.eat("季度") || ordinal && c.eat("季")) && (1..=4).contains(&number) {
        let last = number * 3;
        return Some((c, Part::Months(if first { 1 } else { last - 2 }, last)));
    }
    // 前两月 are two months; 前3月 may be a slip for 前3个月 as well as for March.
    let counted = c.behind(1) == '个' || c.behind(1) == '两';
    // 前10月,…; 前10月海关立案…: where a clause opens with it, the months so far.
    let so_far = || {
        start.opens_clause()
            && start.peek() == '前'
            && !matches!(c.ahead(1), '份' | '日' | '号' | '底' | '初' | '末' | '中' | '上' | '下')
    };
    let months = first && (counted || number > 1 && so_far()) && (1..=12).contains(&number) && c.eat("月");
    months.then_some((c, Part::Months(1, number)))
}

/// The hyphens, dashes and words that stand between the ends of a range.
pub(super) fn connector(c: &mut Cursor<'_>) -> bool {
    let mut end = *c;
    end.blanks();
    if end.eat_any(choice!("—— — -- - – ~ 至 到 ― ─")).is_none() {
        return false;
    }
    end.blanks();
    *c = end;
    true
}

fn month_number(c: &mut Cursor<'_>) -> Option<u8> {
    let number = c.number()?;
    let written = if number.arabic { number.digits <= 2 } else { number.digits <= 1 };
    (written && (1..=12).contains(&number.value)).then_some(number.value as u8)
}

/// What may stand after the 月 of a month.
pub(super) fn month_edge(c: &mut Cursor<'_>) {
    c.eat("份");
    c.eat_any(choice!("上旬 中旬 下旬 底 初 末 中"));
}

/// The month after the last year of a range: 2015至2017年6月.
pub(super) fn month_of_year(start: Cursor<'_>) -> Option<(Cursor<'_>, Part)> {
    let mut c = start;
    c.blanks();
    months(c, true)
}

pub(super) fn months(start: Cursor<'_>, after_year: bool) -> Option<(Cursor<'_>, Part)> {
    let mut c = start;
    let first = month_number(&mut c)?;
    let mut range = c;
    if connector(&mut range)
        && let Some(last) = month_number(&mut range)
        && first <= last
        && range.eat_spaced("月")
        && !range.peek().is_ascii_digit()
    {
        range.eat("份");
        return Some((range, Part::Months(first, last)));
    }
    if !c.eat_spaced("月") {
        return None;
    }
    if !after_year && matches!(c.peek(), '饼' | '薪' | '嫂' | '球' | '亮' | '票' | '租') {
        return None;
    }
    if !start.peek().is_ascii_digit()
        && let Some((end, day)) = moon::after_month(c)
    {
        return Some((end, Part::Moon(first, day, false)));
    }
    // 4月前4天
    let mut front = c;
    if front.eat("前")
        && let Some(last) = day_number(&mut front)
        && last > 1
        && front.eat("天")
    {
        return Some((front, Part::Days(first, 1, last)));
    }
    let mut spaced = c;
    spaced.blanks();
    if let Some((end, from, to)) = days(spaced) {
        let part = if from == to { Part::Day(first, from) } else { Part::Days(first, from, to) };
        return Some((end, part));
    }
    const TENS: [(&str, u8, u8); 3] = [("上旬", 1, 10), ("中旬", 11, 20), ("下旬", 21, 31)];
    let mut tens = c;
    tens.eat("份");
    if let Some(&(_, from, to)) = TENS.iter().find(|(word, ..)| tens.eat(word)) {
        return Some((tens, Part::Days(first, from, to)));
    }
    month_edge(&mut c);
    if let Some((end, number, day)) = nth_week(c) {
        return Some((end, Part::WeekOf(first, number, day)));
    }
    Some((c, Part::Months(first, first)))
}

fn day_number(c: &mut Cursor<'_>) -> Option<u8> {
    let number = c.number()?;
    (number.digits <= 2 && (1..=31).contains(&number.value)).then_some(number.value as u8)
}

fn days(start: Cursor<'_>) -> Option<(Cursor<'_>, u8, u8)> {
    let mut c = start;
    let first = day_number(&mut c)?;
    let ended = c.eat_spaced("日") || c.eat("号");
    let after = c;
    if connector(&mut c)
        && let Some(last) = day_number(&mut c)
        && first < last
        && (c.eat_spaced("日") || c.eat("号"))
    {
        return Some((c, first, last));
    }
    ended.then_some((after, first, first))
}

/// A day of a month that is not said: 记者7日获悉.
pub(super) fn bare_day(start: Cursor<'_>, after_year: bool) -> Option<(Cursor<'_>, Part)> {
    if after_year
        || !start.peek().is_ascii_digit()
        || matches!(start.behind(1), '第' | '.' | '-' | '连' | '续' | '每' | '近' | '月' | '升' | '跌' | '涨' | '满')
    {
        return None;
    }
    let mut c = start;
    let day = day_number(&mut c)?;
    let daily = |c: Cursor<'_>| {
        matches!(c.peek(), '游' | '内' | '龄' | '元' | '均' | '达' | '以')
            || c.peek() == '通' && !matches!(c.ahead(1), '报' | '告' | '知' | '过')
    };
    if !c.eat("日") || daily(c) {
        return None;
    }
    Some((c, Part::BareDay(day)))
}

/// 10日, 9号 after a month that is said by a word.
pub(super) fn numbered_day(start: Cursor<'_>) -> Option<(Cursor<'_>, u8)> {
    let mut c = start;
    let day = day_number(&mut c)?;
    (c.eat("日") || c.eat("号")).then_some((c, day))
}
