//! Numbers that measure nothing by the marks around them: web addresses, versions, scores, cells of a table.

use super::bare::{is_century, opens_line};
use crate::fold::{CharSpan, Fold};

/// The longest web address that is looked back over.
const REACH: usize = 120;

/// What a number that says nothing else is by what it touches: 28 Dec 2005, /2005/12/28.htm, Build 184, 12/30, JTF—519,
/// #24, 6-2; or by its own shape: 2016.06, 200510.
pub(super) fn judge(fold: &Fold, number: CharSpan) -> Option<&'static str> {
    let digits = fold.slice(number).iter().all(char::is_ascii_digit);
    let (before, after) = (fold.at(number.start.wrapping_sub(1)), fold.at(number.end));
    if is_date(fold, number, digits) {
        return Some("date");
    }
    let back = |by: usize| number.start.checked_sub(by).map_or('\0', |at| fold.at(at));
    let onward = fold.at(number.end + 1);
    if addressed(fold, number.start) || belongs_to_phone(fold, number.start) {
        return Some("id");
    }
    if before == '#' || before == '№' {
        return Some("ordinal");
    }
    // Build 184, (100 Victoria Street, JTF—519, NT/2000.
    let word = matches!(before, ' ' | '—' | '/') && back(2).is_ascii_alphabetic();
    let version = !digits && before == ' ' && matches!(after, '\n' | '\r' | '\0' | ' ' | ']');
    if word || version || after == ' ' && onward.is_ascii_alphabetic() {
        return Some("name");
    }
    // 17/27, 6-2, -3-: marks and scores; (115.395,2.79,2.47%): a row of quotations; a cell or a counter of its own.
    let dash = |c: char| matches!(c, '-' | '/' | '—' | '~');
    let paired = dash(after) && (onward.is_ascii_digit() || dash(before)) || dash(before) && back(2).is_ascii_digit();
    let row = !digits && matches!(before, '(' | ',' | ' ') && after == ',';
    let cell = opens_line(fold, number.start) && matches!(after, ' ' | '\n' | '\r' | '\0')
        || before == ' ' && back(2).is_ascii_digit() && matches!(after, '\n' | '\r' | '\0');
    // 表 1: the number of a table or a picture.
    let numbered = before == ' ' && matches!(back(2), '表' | '图' | '注' | '例');
    (paired || row || cell || numbered).then_some("other")
}

/// A day or month in Latin words or slashes, or a year that stands alone: 28 Dec, 12/30, 2016.06, 200510, 出版社,2004.
fn is_date(fold: &Fold, number: CharSpan, digits: bool) -> bool {
    const MONTHS: &str = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec";
    let month = |at: usize| fold.starts_any(at, MONTHS);
    if month(number.end + 1) || number.start.checked_sub(4).is_some_and(month) {
        return true;
    }
    let year = is_century(fold, CharSpan::new(number.start, (number.start + 4).min(number.end)));
    if year && (fold.at(number.start + 4) == '.' && number.len() == 7 || digits && number.len() == 6) {
        let first = fold.at(number.end - 2);
        return first == '0' || first == '1' && fold.at(number.end - 1) <= '2';
    }
    let (before, after) = (fold.at(number.start.wrapping_sub(1)), fold.at(number.end));
    let apart = |c: char| matches!(c, ',' | '。' | ' ' | '\n' | '\r' | '\0' | '(' | ')' | ';' | '、');
    if year && digits && number.len() == 4 && apart(before) && (apart(after) || after == '年') {
        return true;
    }
    // 12/30: one of the two can only be a day.
    let of = |at: usize| {
        let value = |at: usize| fold.at(at).to_digit(10);
        let first = value(at)?;
        let Some(second) = value(at + 1) else { return Some(first) };
        value(at + 2).is_none().then_some(first * 10 + second)
    };
    let start_before = || {
        let end = number.start.checked_sub(1)?;
        let two = end.checked_sub(2).filter(|&at| fold.at(at).is_ascii_digit());
        two.or(end.checked_sub(1))
    };
    let pair = match (before, after) {
        (_, '/') => of(number.start).zip(of(number.end + 1)),
        ('/', _) => start_before().and_then(of).zip(of(number.start)),
        _ => None,
    };
    digits && pair.is_some_and(|(month, day)| (2..=12).contains(&month) && (13..=31).contains(&day))
}

/// Whether a web address or a file's name goes up to `at`: https://…, www.…, blogger.com,1999.
fn addressed(fold: &Fold, at: usize) -> bool {
    let mut start = at;
    while start > 0 && at - start < REACH && fold.at(start - 1).is_ascii_graphic() {
        start -= 1;
    }
    let letter = |at: usize| fold.at(at).is_ascii_alphabetic();
    (start..at).any(|place| match fold.at(place) {
        ':' => fold.starts_with(place, "://"),
        '.' => place > start && letter(place + 1) && (letter(place - 1) || fold.at(place - 1).is_ascii_digit()),
        _ => false,
    })
}

/// 0921-138-334, 02-2775-6977: groups of a telephone number, whose first begins with a nought; 92540452024-10-28: a
/// record's number that has run into its day.
fn belongs_to_phone(fold: &Fold, at: usize) -> bool {
    let mut first = at;
    while first > 0 && at - first < 12 && matches!(fold.at(first - 1), '0'..='9' | '-') {
        first -= 1;
    }
    let joined = first < at && fold.at(at - 1) == '-';
    joined && fold.at(at.saturating_sub(2)).is_ascii_digit() && (fold.at(first) == '0' || at - first > 7)
}
