//! Numbers in Arabic digits without a unit: amounts, years, marks of lists, names.

use super::accept::Verdict;
use crate::fold::{CharSpan, Fold};
use crate::model::Bound;
use crate::scan::Quantity;
use crate::scan::quantity::Shape;
use crate::script::is_letter;

/// What a number in Arabic digits without a unit is.
pub(super) fn judge(fold: &Fold, quantity: &Quantity) -> Verdict {
    let number = quantity.number;
    let (before, after) = (fold.at(number.start.wrapping_sub(1)), fold.at(number.end));
    let digits = fold.slice(number).iter().all(char::is_ascii_digit);
    if digits && number.len() >= 7 {
        return Verdict::NotFigure("id");
    }
    if is_list_mark(fold, number, digits) {
        return Verdict::NotFigure("list");
    }
    // 01, 00960.HK, (9988): no amount begins with a nought or stands alone between brackets with four digits.
    let shut = before == '(' && after == ')' && (4..=6).contains(&number.len());
    if digits && (fold.at(number.start) == '0' && number.len() > 1 || shut) {
        return Verdict::NotFigure(if shut && is_century(fold, number) { "date" } else { "id" });
    }
    if matches!(before, '[' | '〔' | '【') && matches!(after, ']' | '〕' | '】') {
        return Verdict::NotFigure(if number.len() == 4 { "date" } else { "list" });
    }
    if after == '号' || after == '版' {
        return Verdict::NotFigure(if after == '版' { "ordinal" } else { "name" });
    }
    if is_called(fold, number, digits) {
        return Verdict::NotFigure("name");
    }
    if digits && number.len() == 4 && matches!(fold.at(number.start), '1' | '2') && is_year(fold, number) {
        return Verdict::NotFigure("date");
    }
    // 8.3:41.4:50.3, 2.9:1: the parts of a ratio; a closing 1 only says what it is counted against.
    let colon = |at: usize, digit: usize| fold.at(at) == ':' && fold.at(digit).is_ascii_digit();
    let (follows, goes_on) =
        (number.start > 1 && colon(number.start - 1, number.start - 2), colon(number.end, number.end + 1));
    if follows || goes_on {
        let base = follows && !goes_on && quantity.value == crate::model::Decimal::new(1, 0);
        return if base { Verdict::NotFigure("other") } else { Verdict::Figure };
    }
    // 以女性为100, 上年=100: what an index starts from.
    let hundred = quantity.value == crate::model::Decimal::new(100, 0);
    if hundred
        && (before == '=' || before == '为' && (1..=8).any(|back| fold.at(number.start.wrapping_sub(back)) == '以'))
    {
        return Verdict::NotFigure("other");
    }
    // 90后, 7×24小时: who was born in those years, and days a week.
    if digits && (after == '后' && number.len() == 2 && fold.at(number.start + 1) == '0' || after == '×') {
        return Verdict::NotFigure("name");
    }
    // 4大机器人产业基地: the number only restates a list.
    if digits && number.len() <= 2 && after == '大' {
        return Verdict::NotFigure("other");
    }
    // 551万农村贫困人口, 1000多万毕业生, 1/3投资者: a multiplier, a bound or a fraction only stands in an amount.
    let large = fold.slice(number).iter().any(|c| matches!(c, '万' | '亿' | '兆'));
    if large || quantity.bound != Bound::Exact || quantity.shape == Shape::Fraction {
        return Verdict::Figure;
    }
    Verdict::Unread
}

/// Whether four digits can be a year of our time.
pub(super) fn is_century(fold: &Fold, number: CharSpan) -> bool {
    number.len() == 4 && (fold.starts_with(number.start, "19") || fold.starts_with(number.start, "20"))
}

/// 3.2, 10.1: a number that an item of a list can have.
pub(super) fn numbered(fold: &Fold, number: CharSpan) -> bool {
    fold.slice(number).iter().all(|c| c.is_ascii_digit() || *c == '.')
        && number.len() <= 5
        && fold.slice(number).contains(&'.')
}

/// Whether a line begins at `start`.
pub(super) fn opens_line(fold: &Fold, start: usize) -> bool {
    start == 0 || matches!(fold.at(start - 1), '\n' | '\r')
}

/// 1. 2、 3) 4。 and 3.2 at the start of a line or sentence.
fn is_list_mark(fold: &Fold, number: CharSpan, digits: bool) -> bool {
    let mut start = number.start;
    while start > 0 && matches!(fold.at(start - 1), ' ' | '\u{3000}' | '\t' | '#' | '*') {
        start -= 1;
    }
    let before = fold.at(start.wrapping_sub(1));
    let line = start == 0 || matches!(before, '\n' | '\r');
    let after = fold.at(number.end);
    let short = number.len() <= 3;
    if digits && short && matches!(after, '.' | '、' | ')') {
        return line || number.start == start && matches!(before, '(' | '。' | ';' | ':') || start < number.start;
    }
    let alone = matches!(after, '\n' | '\r' | '\0');
    if line && digits && number.len() <= 2 && (after == '。' || alone) {
        return true;
    }
    line && !digits && numbered(fold, number) && (alone || matches!(after, ' ' | '\t' | '\u{3000}'))
}

/// 12345热线, 331国道, 3.0方案, PM_2.5: digits that a line, a road, a version or a substance is called by.
fn is_called(fold: &Fold, number: CharSpan, digits: bool) -> bool {
    const BEHIND: &str = "热线 专线 国道 省道 县道 平台 便民 政务服务 川藏线 展贸网 部队 晚会";
    const BEFORE: &str =
        "热线 电话 致电 拨打 拨 专线 国道 省道 PM_ 号码 短号 附件 附表 附录 标普 沪深 中证 上证 创业板";
    let reach = number.end..number.end + 12;
    let behind = reach
        .take_while(|&at| !matches!(fold.at(at), ',' | '。' | ';' | '\n' | '\0'))
        .any(|at| fold.starts_any(at, BEHIND));
    let mut start = number.start;
    while start > 0 && number.start - start < 12 && matches!(fold.at(start - 1), '(' | ':' | ' ' | '“' | '0'..='9') {
        start -= 1;
    }
    let before = fold.ends_any(start, BEFORE);
    let named = is_letter(fold.at(number.end)) || matches!(fold.at(number.end), '”' | '」' | ' ');
    let version = !digits && fold.ends_with(number.end, ".0") && number.len() == 3 && named;
    // 18 111热线
    let spaced = || fold.slice(number).iter().all(|c| c.is_ascii_digit() || *c == ' ');
    before || version || behind && number.len() >= 2 && (digits || spaced())
}

/// 2023第三届, 2023-2025年, 2025中国足协杯: the year of an event without its word.
fn is_year(fold: &Fold, number: CharSpan) -> bool {
    let year: u32 = fold.slice(number).iter().filter_map(|c| c.to_digit(10)).fold(0, |sum, digit| sum * 10 + digit);
    let after = fold.at(number.end);
    let ranged = matches!(after, '-' | '－' | '—' | '~') && fold.at(number.end + 1).is_ascii_digit();
    let named = is_letter(after) && !after.is_ascii();
    (1900..=2100).contains(&year) && (ranged || named || after == '/')
}

/// 1+3x, 4+1.
pub(super) fn joined_by_plus(fold: &Fold, number: CharSpan) -> bool {
    // (+2.41%): a sign.
    let joined = |at: usize| fold.at(at) == '+' && at > 0 && fold.at(at - 1).is_ascii_alphanumeric();
    fold.at(number.end) == '+' || number.start > 0 && joined(number.start - 1)
}
