//! Stretches of the calendar: years, months, days, quarters, in figures or in words.

use super::clock::{Half, clock};
use super::cursor::Cursor;
use super::expr::{Moment, Part, Year};
use super::month::{bare_day, month_edge, months, numbered_day, quarters};
use super::moon;
use super::numeric::numeric_date;
use super::week::{nth_week, weekday, weekday_name};
use super::year::{decade, year};
use crate::lexicon::{among, choice};

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
    if let Some((end, part)) = part(link, true).or_else(|| if link.at > bare.at { part(bare, true) } else { None }) {
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

pub(super) fn with_clock(end: Cursor<'_>, year: Year, part: Part) -> (Cursor<'_>, Moment) {
    let dated = matches!(
        part,
        Part::Day(..)
            | Part::BareDay(_)
            | Part::DayOffset(_)
            | Part::DaySaid(_)
            | Part::MonthDay(..)
            | Part::Weekday(..)
    );
    if !dated {
        return (end, Moment { year, part, clock: None });
    }
    let mut next = end;
    next.blanks();
    // 6月1日周六早上10点: the day of the week says nothing more.
    let mut named = next;
    if weekday_name(&mut named).is_some() && clock(named, true, None).is_some() {
        next = named;
    }
    let ran = match end.behind(1) {
        '晚' | '夜' => Some(Half::Night),
        _ => None,
    };
    match clock(next, true, ran) {
        Some((end, time)) => (end, Moment { year, part, clock: time }),
        None => (end, Moment { year, part, clock: None }),
    }
}

fn part(start: Cursor<'_>, after_year: bool) -> Option<(Cursor<'_>, Part)> {
    let mut c = start;
    if c.peek().is_ascii_digit() {
        return quarters(c).or_else(|| months(c, after_year)).or_else(|| bare_day(c, after_year));
    }
    if !c.counts() && !among!("上下前后头首年岁大农阴闰正冬腊第的全初底末中春夏秋“\"「", c.peek()) && c.word().is_none()
    {
        return None;
    }
    const HALVES: [(&str, u8, u8); 10] = [
        ("上半年", 1, 6),
        ("下半年", 7, 12),
        ("前半年", 1, 6),
        ("头半年", 1, 6),
        ("后半年", 7, 12),
        ("首季度", 1, 3),
        ("首季", 1, 3),
        ("年底", 12, 12),
        ("年末", 12, 12),
        ("岁末", 12, 12),
    ];
    if among!("上下前后头首年岁", c.peek())
        && let Some((_, from, to)) = HALVES.into_iter().find(|(word, ..)| c.eat(word))
    {
        return Some((c, Part::Months(from, to)));
    }
    // 大年初十 is a day of the lunar calendar.
    if start.behind(1) != '大' && c.eat("年初") {
        return Some((c, Part::Months(1, 1)));
    }
    if after_year && c.eat("首月") {
        return Some((c, Part::Months(1, 1)));
    }
    if matches!(c.peek(), '大' | '农' | '阴' | '闰' | '正' | '冬' | '腊')
        && let Some(found) = moon::moon(c)
    {
        return Some(found);
    }
    if after_year && let Some((end, number, day)) = nth_week(c) {
        return Some((end, Part::WeekOf(0, number, day)));
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
    if quoted.eat_any(choice!("“ \" 「")).is_some()
        && quoted.word().is_some_and(|hit| hit.family.starts_with("holiday"))
    {
        c = quoted;
    }
    if let Some(hit) = c.word() {
        let mut end = c;
        end.at += hit.len;
        return word_part(end, hit.family, after_year);
    }
    quarters(c).or_else(|| months(c, after_year))
}

fn word_part<'a>(mut end: Cursor<'a>, family: &str, after_year: bool) -> Option<(Cursor<'a>, Part)> {
    let (name, offset) = family.split_once(':').unwrap_or((family, "0"));
    let offset: i32 = offset.parse().ok()?;
    match name {
        "month" => {
            if let Some((day, number)) = numbered_day(end) {
                return Some((day, Part::MonthDay(offset, number)));
            }
            month_edge(&mut end);
            Some((end, Part::MonthOffset(offset)))
        }
        "samemonth" => match numbered_day(end) {
            Some((day, number)) => Some((day, Part::BareDay(number))),
            None => Some((end, Part::MonthSaid)),
        },
        "quarter" => Some((end, Part::QuarterOffset(offset))),
        "week" => {
            let mut day = end;
            if day.sees_any(choice!("周 星期")) {
                return match weekday_name(&mut day) {
                    Some(number) => Some((day, Part::Weekday(offset, number))),
                    None => Some((end, Part::WeekOffset(offset))),
                };
            }
            match weekday(&mut day) {
                Some(number) => Some((day, Part::Weekday(offset, number))),
                None => Some((end, Part::WeekOffset(offset))),
            }
        }
        "day" if !end.sees_any(choice!("头条 说法 看点")) => Some((end, Part::DayOffset(offset))),
        "sameday" => Some((end, Part::DaySaid(0))),
        "nextday" => Some((end, Part::DaySaid(1))),
        "festival" | "holiday" | "feast" => {
            end.eat_any(choice!("” \" 」"));
            let marked = end.eat("节") | end.eat("长") | end.eat("小长");
            let spanned = end.eat_any(choice!("假期期间 假期 期间 前夕 前后 当天"));
            // 去年元旦, 中秋节前后: one day; 春节 and 国庆 are kept for longer, but for 当天.
            let day = matches!(spanned, Some(5)) || name == "feast" && matches!(spanned, None | Some(4));
            let part = if day && offset != 0 { Part::Feast(offset as i16) } else { Part::Festival };
            (after_year || spanned.is_some() || (name != "holiday" && marked)).then_some((end, part))
        }
        _ => None,
    }
}
