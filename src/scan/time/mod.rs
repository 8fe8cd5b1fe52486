//! Expressions of time, as far as their own words say.

mod calendar;
mod clock;
mod cursor;
mod event;
mod expr;
mod gate;
mod length;
mod month;
mod moon;
mod numeric;
mod week;
mod year;

use crate::lexicon::choice;
use std::sync::OnceLock;

use crate::fold::{CharSpan, Fold};
use crate::lexicon::among;
use crate::lexicon::{Row, Words, rows};

pub use expr::{Clock, Expr, Length, Moment, Part, Unit, Year};

use cursor::{Cursor, Page};

/// An expression of time, not yet placed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TimeMark {
    /// Where it stands.
    pub at: CharSpan,
    /// What it says.
    pub expr: Expr,
    /// The name of the rule that found it.
    pub rule: &'static str,
}

/// The words of time with the family that says how each is read.
pub fn lexicon() -> impl Iterator<Item = Row> {
    rows(crate::lexicon::table!("../../lexicon/times.tsv"))
}

fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| Words::of(lexicon()))
}

/// All expressions of time in order, not overlapping.
pub fn scan(fold: &Fold) -> Vec<TimeMark> {
    let page = Page::of(fold, words());
    let mut marks: Vec<TimeMark> = Vec::new();
    let mut at = 0;
    while let Some(next) = gate::next(fold.chars(), at) {
        at = next;
        let cursor = Cursor::new(&page, at);
        let floor = marks.last().map_or(0, |mark| mark.at.end);
        if let Some(mark) = read(cursor, floor) {
            at = mark.at.end.max(at + 1);
            marks.push(mark);
            continue;
        }
        at = skip(fold, at);
    }
    marks
}

/// The next place where an expression can start: a run of digits is tried once.
fn skip(fold: &Fold, at: usize) -> usize {
    let mut next = at + 1;
    if fold.at(at).is_ascii_digit() {
        while fold.at(next).is_ascii_digit() {
            next += 1;
        }
    }
    next
}

fn read(cursor: Cursor<'_>, floor: usize) -> Option<TimeMark> {
    let mark = |end: Cursor<'_>, expr, rule| {
        (end.at > cursor.at).then_some(TimeMark { at: CharSpan::new(cursor.at, end.at), expr, rule })
    };
    match cursor.peek() {
        '0'..='9' => {
            // 20.2026年10件: the point ends the number of an item.
            let republic = || cursor.ahead(3) == '年' && cursor.taiwan();
            let century = || cursor.ahead(4) == '年' && (cursor.sees("19") || cursor.sees("20"));
            let year = cursor.behind(1) == '.' && (century() || republic());
            if matches!(cursor.behind(1), '.' | ',') && cursor.behind(2).is_ascii_digit() && !year {
                return None;
            }
            if counts_things(cursor) {
                return None;
            }
            let (end, expr, rule) = numeral(cursor)?;
            mark(end, expr, rule)
        }
        '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '两' | '俩' | '半' | '几' | '数'
        | '〇' | '零' | '○' => {
            if follows_number(cursor) {
                return None;
            }
            if cursor.sees("一夜") && !cursor.sees("一夜之间") {
                let mut end = cursor;
                end.at += 2;
                return mark(end, Expr::Night, "night");
            }
            let (end, expr, rule) = numeral(cursor).or_else(|| event::word(cursor))?;
            mark(end, expr, rule)
        }
        '“' | '"' | '「' | '民' | '公' | '第' | '大' | '正' | '腊' | '闰' | '阴' | '星' | '礼' | '周' | '夜' | '午'
        | '黎' | '傍' | '前' | '头' | '首' | '上' | '下' | '全' | '年' | '岁' | '后' | '凌' | '清' | '早' | '中'
        | '晚' | '深' | '本' | '去' | '今' | '明' | '来' | '当' | '同' | '翌' | '次' | '昨' | '春' | '元' | '端'
        | '国' | '劳' | '重' | '农' | '黄' | '除' => {
            let found = if gate::opens_moment(cursor) {
                stretch(cursor)
                    .or_else(|| length::counted(cursor).map(|(end, expr)| (end, expr, "length")))
                    .or_else(|| event::word(cursor))
            } else {
                event::word(cursor)
            };
            let (end, expr, rule) = found.or_else(|| week_day(cursor))?;
            mark(end, expr, rule)
        }
        '截' => {
            let (end, expr, rule) = event::until(cursor).or_else(|| event::word(cursor))?;
            mark(end, expr, rule)
        }
        '每' => {
            let (end, expr) = length::every(cursor)?;
            mark(end, expr, "set")
        }
        '以' | '期' => event::bounded(cursor, floor).or_else(|| {
            let (end, expr, rule) = event::word(cursor)?;
            mark(end, expr, rule)
        }),
        '近' | '最' | '过' | '未' | '接' | '此' | '这' | '刚' | '不' | '将' | '超' | '至' | '长' | '历' | '仅'
        | '约' => {
            let found = length::counted(cursor)
                .map(|(end, expr)| (end, expr, "length"))
                .or_else(|| event::word(cursor))
                .or_else(|| (cursor.peek() == '这' && cursor.word().is_some()).then(|| stretch(cursor)).flatten())
                .or_else(|| (cursor.peek() == '至').then(|| event::until(cursor)).flatten());
            let (end, expr, rule) = found?;
            mark(end, expr, rule)
        }
        _ => {
            let (end, expr, rule) = event::word(cursor)?;
            mark(end, expr, rule)
        }
    }
}

/// Whether the digits at the cursor count what no time is counted in: most numbers of a report do.
fn counts_things(cursor: Cursor<'_>) -> bool {
    let digits = (0..10).take_while(|&by| cursor.ahead(by).is_ascii_digit()).count();
    among!("%件万亿人名起项户家元公吨米平倍座所部位支批级种", cursor.ahead(digits))
}

/// Whether the Chinese numeral at the cursor is the end of a longer number or word.
fn follows_number(cursor: Cursor<'_>) -> bool {
    let before = cursor.behind(1);
    before.is_ascii_digit()
        || matches!(before, '百' | '千' | '万' | '亿' | '十' | '点' | '第')
        || cursor::chinese_digit(before).is_some()
}

/// 星期三, 周六上午: a day of the week by itself, where its word begins or follows a mark or a preposition.
fn week_day(start: Cursor<'_>) -> Found<'_> {
    if !matches!(start.peek(), '星' | '礼' | '周') {
        return None;
    }
    // 11月26日(星期三) names its day already.
    let mark = usize::from(matches!(start.behind(1), '(' | ' ')) + 1;
    if start.behind(mark) == '日' || start.behind(mark) == '号' || start.behind(mark).is_ascii_digit() {
        return None;
    }
    let leads = matches!(start.behind(1), '每' | '在' | '于' | '至' | '到' | '从' | '逢' | '、');
    if start.peek() == '周' && !start.opens_clause() && !leads {
        return None;
    }
    let mut end = start;
    let number = week::weekday_name(&mut end)?;
    if start.peek() == '周' && cursor::is_han(end.peek()) && !end.sees_any(choice!("上午 下午 晚 早 至 到")) {
        return None;
    }
    let (end, moment) = calendar::with_clock(end, Year::Unsaid, Part::Weekday(0, number));
    Some((end, Expr::At(moment), "calendar"))
}

type Found<'a> = Option<(Cursor<'a>, Expr, &'static str)>;

fn numeral(cursor: Cursor<'_>) -> Found<'_> {
    if !may_be_time(cursor) {
        return None;
    }
    stretch(cursor).or_else(|| length::counted(cursor).map(|(end, expr)| (end, expr, "length")))
}

/// Whether the numeral at the cursor leads to a unit of time, a mark of dates and ranges, or what follows a numbered
/// plan, or is a word of time itself (五一): few of a report's numerals do.
fn may_be_time(cursor: Cursor<'_>) -> bool {
    const LONGEST: usize = 16;
    let inside = |c: char| c.is_ascii_digit() || among!(" 一二三四五六七八九十百千〇零○两俩几数半多余个", c);
    let length = (0..LONGEST).take_while(|&by| inside(cursor.ahead(by))).count();
    // 94.7: a point stands behind a year, or twice in a day (2.11.2017).
    if length < LONGEST && cursor.ahead(length) == '.' {
        let mut end = cursor;
        let year = end.number().is_some_and(|number| number.digits == 4);
        end.at += 1;
        return year || end.number().is_some() && end.peek() == '.' || cursor.word().is_some();
    }
    length == LONGEST
        || among!("年月日号天周星礼季时点小工分秒钟世夜/-.:—–~至到―─、和与及规期以末初开收", cursor.ahead(length))
        || cursor.word().is_some()
        || length == 8 && cursor.behind(1) == '(' && cursor.ahead(length) == ')'
}

/// A moment with what may follow it: a range, 以来, 底前, 期间.
fn stretch(start: Cursor<'_>) -> Found<'_> {
    if let Some(found) = year_range(start) {
        return Some(found);
    }
    if let Some((end, first, last)) = numeric::dotted_months(start) {
        return Some((end, Expr::Between(first, last), "range"));
    }
    if start.sees("今年来") {
        let mut end = start;
        end.at += 3;
        let this = Moment { year: Year::Offset(0), part: Part::Whole, clock: None };
        return Some((end, Expr::Since(this), "since"));
    }
    if start.sees("今明两年") {
        let mut end = start;
        end.at += 4;
        let year = |offset| Moment { year: Year::Offset(offset), part: Part::Whole, clock: None };
        return Some((end, Expr::Between(year(0), year(1)), "range"));
    }
    let Some((end, first)) = calendar::moment(start) else {
        return hours(start);
    };
    let mut range = end;
    if month::connector(&mut range) {
        if let Some(from) = first.clock
            && let Some((end, to)) = clock::second(range, from)
        {
            return Some((end, Expr::Between(first, Moment { clock: Some(to), ..first }), "range"));
        }
        if range.eat("今") {
            if !range.sees("年") {
                return Some((range, Expr::Since(first), "since"));
            }
            range.at -= 1;
        }
        if let Some((end, last)) = calendar::moment(range)
            && !matches!(last.part, Part::Festival)
        {
            return Some((end, Expr::Between(first, last), "range"));
        }
    }
    Some(tail(end, first))
}

/// A time of a day that is not said, or the hours between two.
fn hours(start: Cursor<'_>) -> Found<'_> {
    if start.counts() {
        let mut c = start;
        c.number()?;
        if !among!(" :时点—-–~至到―─", c.peek()) {
            return None;
        }
    }
    let at = |clock| Moment { year: Year::Unsaid, part: Part::DaySaid(0), clock };
    let between = |from, to| Expr::Between(at(Some(from)), at(Some(to)));
    if let Some((end, from, to)) = clock::pair(start) {
        return Some((end, between(from, to), "clock"));
    }
    let (end, clock) = clock::clock(start, false, None)?;
    let mut range = end;
    if month::connector(&mut range)
        && let Some(from) = clock
        && let Some((end, to)) = clock::second(range, from)
    {
        return Some((end, between(from, to), "clock"));
    }
    let (end, expr, _) = tail(end, at(clock));
    Some((end, expr, "clock"))
}

fn tail(end: Cursor<'_>, moment: Moment) -> (Cursor<'_>, Expr, &'static str) {
    let mut c = end;
    if c.eat_any(choice!("同期 的同期")).is_some()
        && let (Year::Offset(_) | Year::Known(_), Part::Whole) = (moment.year, moment.part)
    {
        return (c, Expr::SamePeriod(moment.year), "same_period");
    }
    let mut c = end;
    c.blanks();
    c.eat_any(choice!("及 或"));
    if c.eat_any(choice!("以来 至今 开始")).is_some()
        || (c.sees("起") && !c.sees_any(choice!("起义 起诉 起草 起步")) && c.eat("起"))
    {
        return (c, Expr::Since(moment), "since");
    }
    if c.eat_any(choice!("以后 之后")).is_some() {
        return (c, Expr::Since(moment), "since");
    }
    if c.eat_any(choice!("以前 之前")).is_some()
        || (c.peek() == '前' && !c.sees_any(choice!("前往 前来 前三 前两 前后 前移 前进")) && c.eat("前"))
    {
        return (c, Expr::Until(moment), "until");
    }
    let mut c = end;
    let spanned = matches!(moment.part, Part::Festival | Part::Whole | Part::Months(..));
    if spanned && c.eat_any(choice!("期间 时期")).is_some() {
        return (c, Expr::At(moment), "calendar");
    }
    c = end;
    // 本月内,…
    let within = c.peek() == '内' && matches!(c.ahead(1), ',' | '共' | '新' | '累' | '完' | '接');
    if c.eat_any(choice!("的一天 的一个晚上")).is_some() || within && c.eat("内") {
        return (c, Expr::At(moment), "calendar");
    }
    (end, Expr::At(moment), "calendar")
}

/// 2011—2015年, 2022/23年度, 104至105年: the first year has no 年.
fn year_range(start: Cursor<'_>) -> Found<'_> {
    let mut c = start;
    if !c.peek().is_ascii_digit() && cursor::chinese_digit(c.peek()).is_none() {
        return None;
    }
    let first = c.number()?;
    let republic = first.digits == 3 && (50..200).contains(&first.value);
    if first.digits != 4 && !republic {
        return None;
    }
    let fiscal = c.peek() == '/';
    if fiscal {
        c.at += 1;
    } else if !month::connector(&mut c) {
        return None;
    }
    let last = c.number()?;
    let same_width = last.digits == first.digits;
    // 2024-25财政年度, 2024/25课税年度
    c.eat_any(choice!("财政 课税 会计"));
    if !(same_width || (last.digits == 2 && last.value > first.value % 100)) || !(c.eat_spaced("年") || c.eat("学年"))
    {
        return None;
    }
    let dated = c.eat_any(choice!("财政年度 度")).is_some();
    let month = if dated { None } else { month::month_of_year(c) };
    if fiscal && !dated || (republic && !start.taiwan()) {
        return None;
    }
    let base = if republic { 1911 } else { 0 };
    let from = i32::try_from(first.value).ok()? + base;
    let to = i32::try_from(if same_width { last.value } else { first.value / 100 * 100 + last.value }).ok()? + base;
    if !(1000..2200).contains(&from) || to < from {
        return None;
    }
    let whole = |year| Moment { year: Year::Known(year), part: Part::Whole, clock: None };
    if let Some((end, part)) = month {
        return Some((end, Expr::Between(whole(from), Moment { part, ..whole(to) }), "range"));
    }
    c.eat_any(choice!("期间 间"));
    Some((c, Expr::Between(whole(from), whole(to)), "range"))
}
