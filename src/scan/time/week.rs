//! Days of the week, and weeks by number.

use super::cursor::Cursor;
use crate::lexicon::choice;

/// 第二周, 的第3个星期, 第一个星期日: the week or the weekday of that number.
pub(super) fn nth_week(start: Cursor<'_>) -> Option<(Cursor<'_>, u8, Option<u8>)> {
    let mut c = start;
    c.eat("的");
    if !c.eat("第") {
        return None;
    }
    let number = c.number().filter(|number| (1..=53).contains(&number.value))?;
    let counted = c.eat("个");
    c.eat_any(if counted { choice!("星期 礼拜") } else { choice!("周 星期") })?;
    let day = if counted { weekday(&mut c) } else { None };
    (!matches!(c.peek(), '年' | '岁' | '期')).then_some((c, number.value as u8, day))
}

/// 一 to 六, 日 or 天 after 星期 or 周, 0 for Monday.
pub(super) fn weekday(c: &mut Cursor<'_>) -> Option<u8> {
    const DAYS: [char; 8] = ['一', '二', '三', '四', '五', '六', '日', '天'];
    let number = DAYS.iter().position(|&day| day == c.peek())?;
    // 一些, 一直 and 周四川 go on otherwise.
    if matches!(c.ahead(1), '些' | '直' | '共' | '次' | '个' | '年' | '起' | '定' | '川' | '十' | '百' | '千')
    {
        return None;
    }
    c.at += 1;
    Some(number.min(6) as u8)
}

/// 星期三, 周六, 礼拜天.
pub(super) fn weekday_name(c: &mut Cursor<'_>) -> Option<u8> {
    let mut end = *c;
    end.eat_any(choice!("星期 礼拜 周"))?;
    let number = weekday(&mut end)?;
    *c = end;
    Some(number)
}
