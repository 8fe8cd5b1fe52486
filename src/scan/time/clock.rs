//! Times of the day.

use super::cursor::Cursor;

/// A time of the day: 上午9时30分, 19:30, 凌晨. `dated` where a day stands before it.
pub(super) fn clock(start: Cursor<'_>, dated: bool) -> Option<(Cursor<'_>, Option<(u8, u8)>)> {
    const WORDS: [&str; 12] =
        ["凌晨", "清晨", "早上", "早晨", "早间", "上午", "中午", "下午", "傍晚", "晚上", "晚间", "深夜"];
    let mut c = start;
    let word = c.eat_any(&WORDS).or_else(|| (dated && c.eat("晚")).then_some(11));
    c.blanks();
    let late = matches!(word, Some(7..=11));
    let mut time = c;
    if (time.peek().is_ascii_digit() || word.is_some())
        && let Some(found) = hour_and_minute(&mut time, dated || word.is_some(), late)
    {
        return Some((time, Some(found)));
    }
    let mut end = start;
    end.eat_any(&WORDS)?;
    dated.then_some((end, None))
}

fn hour_and_minute(c: &mut Cursor<'_>, known: bool, late: bool) -> Option<(u8, u8)> {
    let hour = c.number().filter(|n| n.digits <= 2 && n.value <= 24)?;
    let to_day = |value: u32| if late && value < 12 { value + 12 } else { value } as u8;
    if c.peek() == ':' {
        c.at += 1;
        let minute = c.number().filter(|n| n.digits == 2 && n.value < 60 && n.arabic)?;
        if c.peek() == ':' && c.ahead(1).is_ascii_digit() && c.ahead(2).is_ascii_digit() {
            c.at += 3;
        }
        let clean = !matches!(c.peek(), ':' | '.' | '%') && !c.peek().is_ascii_digit();
        return (clean && hour.arabic).then_some((to_day(hour.value), minute.value as u8));
    }
    c.eat_any(&["时", "点"])?;
    if c.eat("半") {
        return known.then_some((to_day(hour.value), 30));
    }
    c.eat("许");
    let mut minutes = *c;
    match minutes.number() {
        Some(minute) if minute.value < 60 && minutes.eat("分") => {
            *c = minutes;
            Some((to_day(hour.value), minute.value as u8))
        }
        _ => known.then_some((to_day(hour.value), 0)),
    }
}
