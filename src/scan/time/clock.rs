//! Times of the day.

use super::cursor::{Cursor, Number};
use super::expr::Clock;
use super::month::connector;
use crate::lexicon::{among, choice};

/// How the hours after a part of the day are counted.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Half {
    /// As they are said: 上午9时, 凌晨2点.
    Said,
    /// From noon on: 中午1点 is 13:00.
    Noon,
    /// After noon: 下午5点 is 17:00.
    Later,
    /// In the night: 晚上8点 is 20:00, 夜里12点 ends the day, 深夜2点 is 2:00.
    Night,
}

const WORDS: [(&str, Half); 21] = [
    ("凌晨", Half::Said),
    ("清晨", Half::Said),
    ("早上", Half::Said),
    ("早晨", Half::Said),
    ("早间", Half::Said),
    ("黎明", Half::Said),
    ("上午", Half::Said),
    ("中午", Half::Noon),
    ("午间", Half::Noon),
    ("下午", Half::Later),
    ("午后", Half::Later),
    ("傍晚", Half::Later),
    ("晚上", Half::Night),
    ("晚间", Half::Night),
    ("深夜", Half::Night),
    ("夜间", Half::Night),
    ("夜里", Half::Night),
    ("午夜", Half::Night),
    ("半夜", Half::Night),
    ("后半夜", Half::Said),
    ("前半夜", Half::Night),
];

/// The part of the day at the cursor, which steps over it. 晚 and 早 alone only stand after a day.
fn half(c: &mut Cursor<'_>, dated: bool) -> Option<Half> {
    if !among!("凌清早黎上中午下傍晚深夜半后前", c.peek()) {
        return None;
    }
    let found = WORDS.iter().find(|(word, _)| c.eat(word)).map(|&(_, half)| half);
    found.or_else(|| {
        let short = match c.peek() {
            '晚' => Half::Night,
            '早' => Half::Said,
            _ => return None,
        };
        let counted = |c: char| c.is_ascii_digit() || super::cursor::chinese_digit(c).is_some() || c == '十';
        let stands = dated && (counted(c.ahead(1)) || !super::cursor::is_han(c.ahead(1)));
        c.at += usize::from(stands);
        stands.then_some(short)
    })
}

/// A time of the day: 上午9时30分, 19:30, 凌晨. `dated` where a day stands before it, `ran` what its last word says of
/// the hours (昨晚).
pub(super) fn clock(start: Cursor<'_>, dated: bool, ran: Option<Half>) -> Option<(Cursor<'_>, Option<Clock>)> {
    let mut c = start;
    let word = half(&mut c, dated);
    let worded = c;
    c.blanks();
    let half = word.or(ran);
    if (c.peek().is_ascii_digit() || dated || word.is_some() || spoken(c))
        && let Some((end, clock)) = hour_and_minute(c, half, dated)
        && (dated || half.is_some() || !is_ratio(start))
    {
        return Some((end, Some(clock)));
    }
    (dated && word.is_some()).then_some((worded, None))
}

/// 师生比为1:15, 配备比例达到1:30: whether a word of ratios stands shortly before in the clause.
fn is_ratio(start: Cursor<'_>) -> bool {
    let mut before = (1..=6).map(|by| start.behind(by)).take_while(|c| !matches!(c, ',' | '。' | ';' | '\0'));
    before.any(|c| c == '比') && !matches!(start.behind(1), '赛' | '分')
}

/// Whether a Chinese number here is an hour by what follows it: 十二点半, 零点整, 八点之前.
fn spoken(start: Cursor<'_>) -> bool {
    let mut c = start;
    if c.number().is_none_or(|hour| hour.value > 24 || hour.digits > 2) || !c.eat("点") {
        return false;
    }
    let midnight = start.peek() == '零' && !super::cursor::is_han(c.peek());
    midnight || c.sees_any(choice!("半 钟 整 一刻 三刻 之前 之后 以前 以后")) && !c.sees("半点")
}

/// The clock time after `first` and a connector: 下午5:00到6:00, 早上8点至10点.
pub(super) fn second(start: Cursor<'_>, first: Clock) -> Option<(Cursor<'_>, Clock)> {
    let mut c = start;
    let word = half(&mut c, true);
    c.blanks();
    let ran = if first.0 > 12 { Half::Later } else { Half::Said };
    hour_and_minute(c, word.or(Some(ran)), true)
}

/// 早上五到六点, 9~12点半: two hours that share their word.
pub(super) fn pair(start: Cursor<'_>) -> Option<(Cursor<'_>, Clock, Clock)> {
    let mut c = start;
    let word = half(&mut c, false);
    c.blanks();
    let first = c.number().filter(|hour| hour.digits <= 2 && hour.value < 24)?;
    if !connector(&mut c) {
        return None;
    }
    let (end, last) = hour_and_minute(c, word, word.is_some() || spoken(c))?;
    let from = hours(first.value, word);
    (from <= last.0).then_some((end, (from, 0, 0), last))
}

fn hours(said: u32, half: Option<Half>) -> u8 {
    let said = said as u8;
    match half {
        Some(Half::Noon) if said < 4 => said + 12,
        Some(Half::Later) if said < 12 => said + 12,
        Some(Half::Night) if (5..=12).contains(&said) => said + 12,
        _ => said,
    }
}

/// `sure` where an hour alone is one (after a day or a part of the day), else it needs a minute, a half or a word.
fn hour_and_minute(start: Cursor<'_>, half: Option<Half>, sure: bool) -> Option<(Cursor<'_>, Clock)> {
    let mut c = start;
    let hour = c.number().filter(|n| n.digits <= 2 && n.value <= 24)?;
    let to_day = hours(hour.value, half);
    if c.peek() == ':' {
        c.at += 1;
        let minute = c.number().filter(|n| n.digits == 2 && n.value < 60 && n.arabic)?;
        let mut second = 0;
        let mut more = c;
        more.at += 1;
        if c.peek() == ':'
            && let Some(found) = more.number().filter(|n| n.digits == 2 && n.value < 60)
        {
            (c, second) = (more, found.value as u8);
            // 10:25:36:0, as databases write it.
            if c.peek() == ':' && c.ahead(1) == '0' && !c.ahead(2).is_ascii_digit() {
                c.at += 2;
            }
        }
        c.eat("时");
        let clean = !matches!(c.peek(), ':' | '.' | '%') && !c.peek().is_ascii_digit();
        return (clean && hour.arabic).then_some((c, (to_day, minute.value as u8, second)));
    }
    let spoken = !hour.arabic && spoken(start);
    if !hour.arabic && !spoken && half.is_none() {
        return None;
    }
    let known = sure || half.is_some() || spoken;
    c.eat_any(choice!("时 点"))?;
    if c.eat("半") {
        return known.then_some((c, (to_day, 30, 0)));
    }
    for (word, minute) in [("一刻", 15), ("1刻", 15), ("三刻", 45), ("3刻", 45)] {
        if c.eat(word) {
            return Some((c, (to_day, minute, 0)));
        }
    }
    if c.eat_any(choice!("许 整 钟")).is_some() {
        return known.then_some((c, (to_day, 0, 0)));
    }
    let mut minutes = c;
    if let Some(minute) = minutes.number().filter(|minute| minute.value < 60)
        && (minutes.eat("分") || known && bare_minute(minutes, minute))
    {
        let mut seconds = minutes;
        let second = seconds.number().filter(|n| n.value < 60 && seconds.eat("秒")).map(|n| n.value as u8);
        let end = if second.is_some() { seconds } else { minutes };
        return Some((end, (to_day, minute.value as u8, second.unwrap_or(0))));
    }
    known.then_some((c, (to_day, 0, 0)))
}

/// 九点二十, 11点40: the minutes need no 分 where they end the words.
fn bare_minute(after: Cursor<'_>, minute: Number) -> bool {
    let next = after.peek();
    let ends = !super::cursor::is_han(next) && !next.is_ascii_digit() && !matches!(next, '.' | '%');
    ends && (!minute.arabic || minute.digits == 2)
}
