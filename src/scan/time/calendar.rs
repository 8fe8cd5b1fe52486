//! Stretches of the calendar: years, months, days, quarters, in figures or in words.

use super::clock::clock;
use super::cursor::{Cursor, Number};
use super::expr::{Moment, Part, Year};

/// A moment at the cursor and the place after it.
pub(super) fn moment(start: Cursor<'_>) -> Option<(Cursor<'_>, Moment)> {
    if let Some(found) = numeric_date(start) {
        return Some(found);
    }
    if let Some(found) = decade(start) {
        return Some(found);
    }
    let Some((after_year, year)) = year(start) else {
        let (end, part) = part(start, false)?;
        return Some(with_clock(end, Year::Unsaid, part));
    };
    let mut link = after_year;
    link.blanks();
    let bare = link;
    link.eat("的");
    if let Some((end, part)) = part(link, true).or_else(|| part(bare, true)) {
        return Some(with_clock(end, year, part));
    }
    if matches!(year, Year::Plan(_)) || after_year.behind(1) == '年' || after_year.behind(1) == '度' {
        let mut end = after_year;
        if end.eat("前后") || end.eat("左右") {
            return Some((end, Moment { year, part: Part::About, clock: None }));
        }
    }
    Some((after_year, Moment { year, part: Part::Whole, clock: None }))
}

fn with_clock(end: Cursor<'_>, year: Year, part: Part) -> (Cursor<'_>, Moment) {
    let dated = matches!(part, Part::Day(..) | Part::BareDay(_) | Part::DayOffset(_) | Part::DaySaid(_));
    let mut next = end;
    next.blanks();
    match dated.then(|| clock(next, true)).flatten() {
        Some((end, time)) => (end, Moment { year, part, clock: time }),
        None => (end, Moment { year, part, clock: None }),
    }
}

/// 上世纪90年代, 二十世纪九十年代, 1990年代.
fn decade(start: Cursor<'_>) -> Option<(Cursor<'_>, Moment)> {
    const CENTURIES: [(&str, u32); 6] = [
        ("上世纪", 1900),
        ("20世纪", 1900),
        ("二十世纪", 1900),
        ("本世纪", 2000),
        ("21世纪", 2000),
        ("二十一世纪", 2000),
    ];
    let mut c = start;
    let century = CENTURIES.iter().find(|(word, _)| c.eat(word)).map_or(1900, |(_, first)| *first);
    let number = c.number()?;
    let first = if number.digits == 4 { number.value } else { century + number.value };
    let whole = first % 10 == 0 && (number.digits == 4 || number.value < 100) && (1000..2200).contains(&first);
    if !whole || !c.eat("年代") {
        return None;
    }
    let moment = Moment { year: Year::Known(i32::try_from(first).ok()?), part: Part::Decade, clock: None };
    Some((c, moment))
}

fn year(start: Cursor<'_>) -> Option<(Cursor<'_>, Year)> {
    let mut c = start;
    if let Some(hit) = c.word() {
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
    let value = match number.digits {
        _ if republic => number.value + 1911,
        4 if (1000..2200).contains(&number.value) => number.value,
        3 if number.arabic && (50..200).contains(&number.value) && start.taiwan() => number.value + 1911,
        2 if matches!(start.peek(), '0' | '零' | '〇') || (number.arabic && month_follows) => short(number.value),
        _ => return None,
    };
    if matches!(c.peek(), '级' | '版') {
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
    let quoted = c.eat_any(&["“", "\"", "「", "‘"]).is_some();
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
    if quoted && c.eat_any(&["”", "\"", "」", "’"]).is_none() {
        return None;
    }
    let mut tail = c;
    tail.eat("规划");
    if tail.eat_any(&["时期", "期间"]).is_some() {
        return Some((tail, Year::Plan(i32::try_from(number).ok()?)));
    }
    let named = c.sees_any(&["规划", "计划", "普法", "纲要", "发展规划", "专项", "重点", "国家", "建设规划", "期"]);
    let plain = quoted && number >= 10 && !named;
    let spoken = c.sees_any(&["以来", "末", "初", "开局", "收官"]) && (quoted || number >= 10);
    (plain || spoken).then_some((c, Year::Plan(i32::try_from(number).ok()?)))
}

fn part(start: Cursor<'_>, after_year: bool) -> Option<(Cursor<'_>, Part)> {
    let mut c = start;
    const HALVES: [(&str, u8, u8); 10] = [
        ("上半年", 1, 6),
        ("下半年", 7, 12),
        ("前半年", 1, 6),
        ("后半年", 7, 12),
        ("首季度", 1, 3),
        ("首季", 1, 3),
        ("年初", 1, 1),
        ("年底", 12, 12),
        ("年末", 12, 12),
        ("岁末", 12, 12),
    ];
    for (word, from, to) in HALVES {
        if c.eat(word) {
            return Some((c, Part::Months(from, to)));
        }
    }
    if c.eat("全年") || (after_year && c.eat("年中")) {
        return Some((c, Part::Whole));
    }
    if after_year {
        const ENDS: [(&str, u8, u8); 4] = [("初", 1, 1), ("底", 12, 12), ("末", 12, 12), ("中期", 1, 12)];
        for (word, from, to) in ENDS {
            if c.eat(word) {
                return Some((c, Part::Months(from, to)));
            }
        }
        for (season, name) in [(21, "春"), (22, "夏"), (23, "秋"), (24, "冬")] {
            if c.sees(name) && matches!(c.ahead(1), '季' | '天') {
                c.at += 2;
                return Some((c, Part::Season(season)));
            }
        }
    }
    // “五一”假期
    let mut quoted = c;
    if quoted.eat_any(&["“", "\"", "「"]).is_some() && quoted.word().is_some_and(|hit| hit.family == "holiday") {
        c = quoted;
    }
    if let Some(hit) = c.word() {
        let mut end = c;
        end.at += hit.len;
        return word_part(end, hit.family, after_year);
    }
    quarters(c).or_else(|| months(c, after_year)).or_else(|| bare_day(c, after_year))
}

fn word_part<'a>(mut end: Cursor<'a>, family: &str, after_year: bool) -> Option<(Cursor<'a>, Part)> {
    let (name, offset) = family.split_once(':').unwrap_or((family, "0"));
    let offset: i32 = offset.parse().ok()?;
    match name {
        "month" => {
            let mut day = end;
            if let Some(number) = day.number()
                && (1..=31).contains(&number.value)
                && matches!(day.peek(), '日' | '号')
            {
                day.at += 1;
                return Some((day, Part::MonthOffset(offset)));
            }
            month_edge(&mut end);
            Some((end, Part::MonthOffset(offset)))
        }
        "samemonth" => Some((end, Part::MonthSaid)),
        "week" => Some((end, Part::WeekOffset(offset))),
        "day" if !end.sees_any(&["头条", "说法", "看点"]) => Some((end, Part::DayOffset(offset))),
        "sameday" => Some((end, Part::DaySaid(0))),
        "nextday" => Some((end, Part::DaySaid(1))),
        "festival" | "holiday" => {
            end.eat_any(&["”", "\"", "」"]);
            let marked = end.eat("节") | end.eat("长") | end.eat("小长");
            let spanned = end.eat_any(&["假期期间", "假期", "期间", "前夕", "前后", "当天"]).is_some();
            (after_year || spanned || (name == "festival" && marked)).then_some((end, Part::Festival))
        }
        _ => None,
    }
}

fn quarters(start: Cursor<'_>) -> Option<(Cursor<'_>, Part)> {
    let mut c = start;
    let first = c.eat_any(&["前", "头"]).is_some();
    if !first {
        c.eat("第");
    }
    let number = u8::try_from(c.number()?.value).ok()?;
    c.eat("个");
    if c.eat("季度") && (1..=4).contains(&number) {
        let last = number * 3;
        return Some((c, Part::Months(if first { 1 } else { last - 2 }, last)));
    }
    let months = first && c.behind(1) == '个' && (1..=12).contains(&number) && c.eat("月");
    months.then_some((c, Part::Months(1, number)))
}

/// The hyphens, dashes and words that stand between the ends of a range.
pub(super) fn connector(c: &mut Cursor<'_>) -> bool {
    let mut end = *c;
    end.blanks();
    if end.eat_any(&["——", "—", "--", "-", "–", "~", "至", "到", "―", "─"]).is_none() {
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
fn month_edge(c: &mut Cursor<'_>) {
    c.eat("份");
    c.eat_any(&["上旬", "中旬", "下旬", "底", "初", "末", "中"]);
}

fn months(start: Cursor<'_>, after_year: bool) -> Option<(Cursor<'_>, Part)> {
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
    let mut spaced = c;
    spaced.blanks();
    if let Some((end, from, to)) = days(spaced) {
        let part = if from == to { Part::Day(first, from) } else { Part::Days(first, from, to) };
        return Some((end, part));
    }
    month_edge(&mut c);
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
fn bare_day(start: Cursor<'_>, after_year: bool) -> Option<(Cursor<'_>, Part)> {
    if after_year
        || !start.peek().is_ascii_digit()
        || matches!(start.behind(1), '第' | '.' | '-' | '连' | '续' | '每' | '近' | '月' | '升' | '跌' | '涨' | '满')
    {
        return None;
    }
    let mut c = start;
    let day = day_number(&mut c)?;
    if !c.eat("日") || matches!(c.peek(), '游' | '内' | '龄' | '元' | '均' | '通' | '达' | '以') {
        return None;
    }
    Some((c, Part::BareDay(day)))
}

fn numeric_date(start: Cursor<'_>) -> Option<(Cursor<'_>, Moment)> {
    if !start.peek().is_ascii_digit() || matches!(start.behind(1), '-' | '/' | '.') {
        return None;
    }
    let mut c = start;
    let first = c.number()?;
    let mark = c.peek();
    if !matches!(mark, '-' | '/' | '.') {
        return None;
    }
    c.at += 1;
    let second = c.number()?;
    if c.peek() != mark {
        return None;
    }
    c.at += 1;
    let third = c.number()?;
    if !(first.arabic && second.arabic && third.arabic)
        || c.peek().is_ascii_digit()
        || (c.peek() == mark && c.ahead(1).is_ascii_digit())
    {
        return None;
    }
    let (year, month, day) = match (first.digits, second.digits, third.digits) {
        (4, 1..=2, 1..=2) => (first.value, second.value, third.value),
        (1..=2, 1..=2, 4) => (third.value, second.value, first.value),
        (2, 2, 2) if mark == '-' => (2000 + first.value, second.value, third.value),
        _ => return None,
    };
    if !(1000..2200).contains(&year) || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    Some(with_clock(c, Year::Known(year as i32), Part::Day(month as u8, day as u8)))
}
