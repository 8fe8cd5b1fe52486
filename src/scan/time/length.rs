//! Lengths of time and what is said with them: 五年来, 未来五年, 两年前, 半个小时, 每季度.

use super::cursor::{Cursor, chinese_digit};
use super::expr::{Expr, Length, Unit};
use crate::lexicon::{Choice, among, choice};
use crate::script::is_letter;

/// Words before a length that make it a stretch up to now.
static PAST: Choice = Choice::of("最近的 最近 过去的 过去 以往 近 这 刚刚过去的 前 上 头 此前");
/// Words before a length that make it a stretch from now.
static COMING: Choice = Choice::of("未来的 未来 今后的 今后 此后 接下来的 接下来");
/// Words before a length that belong to it.
static BOUNDS: Choice = Choice::of("不到 不足 将满 超过 至少 长达 历时 仅 约");
/// What follows 三年 where a name, a grade or a rule of length is meant and no time.
static NAMES: Choice = Choice::of(
    "行动 规划 计划 攻坚 纲要 禁渔 制 级 期 生 一 方案 保修 龄 薪 倍增 任务 目标 \
    提升 如一日 四季 五载 三头 之间 树木 大计 寒窗 磨一剑 专项 滚动 免 工作日 周期 轮 整治 历史 老店 名 义务 \
    工作制",
);
/// What stands before a length that is an amount of change, a streak, an ordinal or a goal's measure.
const AMOUNTS: &str = "连续 持续 连 第 每 提前 减少 增加 缩短 缩短至 缩短到 压缩 压缩至 压缩到 延长 延长至 延长到 提高到 减至 降至 \
    降为 分别为 刑 逾期 满 有期徒刑 周岁 逢";

/// A length with its lead at the cursor.
pub(super) fn counted(start: Cursor<'_>) -> Option<(Cursor<'_>, Expr)> {
    let mut c = start;
    if c.eat_any(&COMING).is_some() {
        let (mut end, length) = length(c)?;
        end.eat_any(choice!("内 里 间"));
        return Some((end, Expr::Coming(length)));
    }
    if let Some(lead) = c.eat_any(&PAST) {
        let said = PAST.words().nth(lead);
        let strong = lead < 5 || said == Some("刚刚过去的");
        let (mut end, length) = length(c)?;
        let tail = end.eat_any(choice!("以来 来 间 里 内")).is_some();
        let near = said == Some("近")
            && (length.unit == Unit::Year || tail || (length.unit == Unit::Day && start.opens_clause()))
            && !start.follows_any(AMOUNTS);
        let this = said == Some("这") && length.halves > 2 && length.unit == Unit::Year;
        return (strong || near || this).then_some((end, Expr::Past(length)));
    }
    let bound = c.eat_any(&BOUNDS).is_some();
    let (mut end, length) = length(c)?;
    if start.follows_any(AMOUNTS) {
        return None;
    }
    if end.eat_any(choice!("以来 来 间")).is_some() && matches!(length.unit, Unit::Year | Unit::Month | Unit::Quarter)
    {
        return Some((end, Expr::Past(length)));
    }
    let large = matches!(length.unit, Unit::Year | Unit::Month | Unit::Week | Unit::Day);
    if large && !bound && !end.sees_any(choice!("前三 前两 前往 前后 后备")) {
        let mut tail = end;
        match tail.eat_any(choice!("以前 之前 前 以后 之后 后")) {
            Some(0..=2) => return Some((tail, Expr::Ago(length))),
            Some(_) => return Some((tail, Expr::Later(length))),
            None => {}
        }
    }
    // 五年累计, 五年铁路铺轨总里程, 两年新增投资: the years under review, added up.
    let summed = |mut c: Cursor<'_>| {
        c.sees("中")
            || (0..14).any(|_| {
                let sum = c.sees("累计") || c.sees("新增") || matches!(c.peek(), '共' | '总');
                c.at += usize::from(is_letter(c.peek()));
                sum
            })
    };
    if length.unit == Unit::Year && length.halves > 2 && !length.loose && start.opens_clause() && summed(end) {
        return Some((end, Expr::Past(length)));
    }
    // 极不平凡的五年: the years that are looked back on.
    if length.unit == Unit::Year
        && !length.loose
        && start.follows("的")
        && !start.follows("新的")
        && matches!(end.peek(), ',' | '。' | ';' | '!')
    {
        return Some((end, Expr::Past(length)));
    }
    let spanned = end.eat_any(choice!("的时间 时间 以内 之内 内")).is_some();
    if !spanned && (end.sees_any(&NAMES) || !(large || bound || exact_clock(length))) {
        return None;
    }
    // 15分钟生活圈, 一百年奋斗目标 and 新的一年 name no length that passed.
    let circle = (0..8).any(|ahead| end.ahead(ahead) == '圈');
    if !spanned
        && (circle
            || length.halves >= 200
            || start.follows("新的")
            || (length.unit == Unit::Hour && length.halves == 48))
    {
        return None;
    }
    let idle = length.halves == 2 && !bound && !spanned && (length.unit == Unit::Day || !c.peek().is_ascii_digit());
    (!idle).then_some((end, Expr::Lasting(length)))
}

const fn exact_clock(length: Length) -> bool {
    matches!(length.unit, Unit::Hour | Unit::Minute | Unit::Quarter) && !length.loose
}

/// A number with a unit of time.
fn length(start: Cursor<'_>) -> Option<(Cursor<'_>, Length)> {
    let mut c = start;
    let mut loose = false;
    let mut halves = match c.peek() {
        '半' => {
            c.at += 1;
            1
        }
        '几' | '数' => {
            c.at += 1;
            loose = true;
            if c.peek() == '十' {
                c.at += 1;
            }
            2
        }
        _ => {
            let number = c.number().filter(|n| n.value > 0 && n.digits < 4)?;
            // 七八年 are seven or eight of them, not 78.
            loose = !number.arabic && number.digits > 1;
            if loose { 2 } else { number.value * 2 }
        }
    };
    if matches!(c.behind(1), '.' | ',') || matches!(c.peek(), '.' | ',' | '万' | '亿') {
        return None;
    }
    if matches!(c.peek(), '余' | '多' | '几') {
        loose = true;
        c.at += 1;
    }
    c.blanks();
    let counted = c.eat("个");
    if c.eat("半") {
        halves += 1;
    }
    if counted && c.eat("多") {
        loose = true;
    }
    let unit = unit(&mut c, counted)?;
    if unit == Unit::Year && c.eat("半") {
        halves += 1;
    }
    if c.eat("多") || c.eat("余") {
        loose = true;
    }
    Some((c, Length { halves, unit, loose }))
}

fn unit(c: &mut Cursor<'_>, counted: bool) -> Option<Unit> {
    const UNITS: [(&str, Unit, bool); 17] = [
        ("年头", Unit::Year, true),
        ("年", Unit::Year, false),
        ("季度", Unit::Quarter, true),
        ("月", Unit::Month, true),
        ("星期", Unit::Week, true),
        ("周", Unit::Week, false),
        ("天", Unit::Day, false),
        ("工作日", Unit::Day, true),
        ("小时", Unit::Hour, true),
        ("小时", Unit::Hour, false),
        ("分钟", Unit::Minute, false),
        ("钟头", Unit::Hour, true),
        ("钟头", Unit::Hour, false),
        ("礼拜", Unit::Week, true),
        ("礼拜", Unit::Week, false),
        ("秒钟", Unit::Second, false),
        ("秒", Unit::Second, false),
    ];
    if !among!("年季月星周天工小分钟礼秒", c.peek()) {
        return None;
    }
    let (_, unit, _) = *UNITS.iter().find(|(word, _, with_count)| *with_count == counted && c.eat(word))?;
    let fused = match unit {
        Unit::Year => c.sees_any(choice!("年 代 度 级 轻 版 会 检 报 货")),
        Unit::Week => c.sees_any(choice!("年 岁 边")),
        Unit::Day => c.sees_any(choice!("然 窗 线")),
        _ => false,
    };
    (!fused).then_some(unit)
}

/// 每年, 每两个月: what comes again.
pub(super) fn every(start: Cursor<'_>) -> Option<(Cursor<'_>, Expr)> {
    let mut c = start;
    if !c.eat("每") {
        return None;
    }
    c.eat("隔");
    let one = |unit| Length { halves: 2, unit, loose: false };
    let mut counted = c;
    if (chinese_digit(c.peek()).is_some() || c.peek().is_ascii_digit() || c.peek() == '半')
        && let Some((end, length)) = length(counted)
    {
        return Some((end, Expr::Every(length)));
    }
    counted.eat("一");
    counted.eat("个");
    const UNITS: [(&str, Unit); 9] = [
        ("年度", Unit::Year),
        ("年", Unit::Year),
        ("季度", Unit::Quarter),
        ("季", Unit::Quarter),
        ("月", Unit::Month),
        ("星期", Unit::Week),
        ("周", Unit::Week),
        ("小时", Unit::Hour),
        ("分钟", Unit::Minute),
    ];
    for (word, unit) in UNITS {
        if counted.eat(word) {
            return Some((counted, Expr::Every(one(unit))));
        }
    }
    if counted.eat("工作日")
        || counted.eat("天")
        || (counted.eat("日") && !counted.sees_any(choice!("电讯 看点 新闻 经济 邮报 一 新报")))
    {
        return Some((counted, Expr::Every(one(Unit::Day))));
    }
    None
}
