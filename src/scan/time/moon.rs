//! Days and months of the calendar of moons: 农历八月十五, 正月初三, 腊月, 大年三十.

use super::cursor::{Cursor, chinese_digit};
use crate::lexicon::choice;

use super::expr::Part;
use crate::lexicon::among;

/// A month or day of that calendar, which its words set apart from the common one.
pub(super) fn moon(start: Cursor<'_>) -> Option<(Cursor<'_>, Part)> {
    let mut c = start;
    if c.eat("大年") {
        if c.eat("三十") {
            return Some((c, Part::Moon(12, 30, false)));
        }
        let day = numbered(&mut c)?;
        return Some((c, Part::Moon(1, day, false)));
    }
    let said = c.eat_any(choice!("农历 阴历")).is_some();
    let leap = c.eat("闰");
    let of = month(&mut c)?;
    let named = matches!(of.1, Named::Moon);
    let mut end = c;
    if let Some(day) = numbered(&mut end).or_else(|| (said || named).then(|| plain(&mut end)).flatten()) {
        return Some((end, Part::Moon(of.0, day, leap)));
    }
    (said || leap || named).then_some((c, Part::Moon(of.0, 0, leap)))
}

/// Whether the month's name is one of the calendar of moons alone.
enum Named {
    Moon,
    Common,
}

fn month(c: &mut Cursor<'_>) -> Option<(u8, Named)> {
    for (word, number) in [("正月", 1), ("冬月", 11), ("腊月", 12)] {
        if c.eat(word) {
            return Some((number, Named::Moon));
        }
    }
    let number = c.number().filter(|n| (1..=12).contains(&n.value) && n.digits < 3)?;
    c.eat("月").then_some((number.value as u8, Named::Common))
}

/// The day after the 月 of 五月初五. In 五月初三家企业 the month's beginning and a number meet.
pub(super) fn after_month(start: Cursor<'_>) -> Option<(Cursor<'_>, u8)> {
    let mut c = start;
    let day = numbered(&mut c)?;
    let ends = !among!("个家名项批些次条位只座场起件人户所种十百千万余多", c.peek());
    ends.then_some((c, day))
}

/// 初三, 廿二: the names of days that only this calendar has.
fn numbered(c: &mut Cursor<'_>) -> Option<u8> {
    let base = match c.peek() {
        '初' => 0,
        '廿' => 20,
        _ => return None,
    };
    let next = c.ahead(1);
    let unit = match next {
        '十' if base == 0 => 10,
        _ => chinese_digit(next).filter(|&unit| unit > 0).unwrap_or(0),
    };
    if unit == 0 && base == 0 {
        return None;
    }
    c.at += 1 + usize::from(unit > 0);
    Some((base + unit) as u8)
}

/// 十五, 8日 after a month of this calendar.
fn plain(c: &mut Cursor<'_>) -> Option<u8> {
    let mut end = *c;
    let day = end.number().filter(|n| (1..=30).contains(&n.value) && n.digits < 3)?;
    let marked = end.eat_any(choice!("日 号")).is_some();
    if day.arabic && !marked {
        return None;
    }
    *c = end;
    Some(day.value as u8)
}
