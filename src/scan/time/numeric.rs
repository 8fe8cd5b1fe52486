//! Dates in figures and marks alone: 2018-02-07, 29.12.2017, 1999.08-2002.02.

use super::calendar::with_clock;
use super::clock::clock;
use super::cursor::{Cursor, Number};
use super::expr::{Moment, Part, Year};
use super::month::connector;

/// 1999.08-2002.02, 2008.03-2009: years with their months, as lists of posts and projects give them.
pub(super) fn dotted_months(start: Cursor<'_>) -> Option<(Cursor<'_>, Moment, Moment)> {
    let dotted = |c: &mut Cursor<'_>| {
        let year = c.number().filter(|n| n.arabic && n.digits == 4 && (1900..2100).contains(&n.value))?;
        let mut month = *c;
        let part = match month.eat(".").then(|| month.number()).flatten() {
            Some(n) if n.digits == 2 && (1..=12).contains(&n.value) => {
                *c = month;
                Part::Months(n.value as u8, n.value as u8)
            }
            _ => Part::Whole,
        };
        Some(Moment { year: Year::Known(year.value as i32), part, clock: None })
    };
    let mut c = start;
    let first = dotted(&mut c).filter(|first| first.part != Part::Whole)?;
    let last = connector(&mut c).then(|| dotted(&mut c)).flatten()?;
    (!matches!(c.peek(), '.' | '-' | '%') && !c.peek().is_ascii_digit()).then_some((c, first, last))
}

pub(super) fn numeric_date(start: Cursor<'_>) -> Option<(Cursor<'_>, Moment)> {
    if !start.peek().is_ascii_digit() || matches!(start.behind(1), '-' | '/' | '.') {
        return None;
    }
    if start.behind(1) == '(' && start.ahead(8) == ')' {
        return bracketed(start);
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
    let mut third = c.number()?;
    // 2018-12-1209:03: a page's day and clock time without the blank between them.
    let glued = first.digits == 4 && third.digits == 4 && c.peek() == ':';
    if glued {
        c.at -= 2;
        third = Number { value: third.value / 100, digits: 2, arabic: third.arabic };
    }
    let mut clocked = c;
    clocked.at += 1;
    let joined = c.peek() == mark && clock(clocked, false, None).is_some();
    if !(first.arabic && second.arabic && third.arabic)
        || (c.peek().is_ascii_digit() && !glued)
        || (c.peek() == mark && c.ahead(1).is_ascii_digit() && !joined)
    {
        return None;
    }
    c.at += usize::from(joined);
    let (year, month, day) = match (first.digits, second.digits, third.digits) {
        (4, 1..=2, 1..=2) => (first.value, second.value, third.value),
        (1..=2, 1..=2, 4) => (third.value, second.value, first.value),
        // 发布日期:114-01-20: a year of the Republic.
        (3, 2, 2) if (90..=150).contains(&first.value) && start.taiwan() => {
            (first.value + 1911, second.value, third.value)
        }
        (2, 2, 2) if mark == '-' => (2000 + first.value, second.value, third.value),
        _ => return None,
    };
    if !(1000..2200).contains(&year) || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    Some(with_clock(c, Year::Known(year as i32), Part::Day(month as u8, day as u8)))
}

/// (20230117): a day in eight digits in brackets.
fn bracketed(start: Cursor<'_>) -> Option<(Cursor<'_>, Moment)> {
    let mut c = start;
    let mut value = 0;
    for _ in 0..8 {
        value = value * 10 + c.peek().to_digit(10)?;
        c.at += 1;
    }
    let (year, month, day) = (value / 10_000, value / 100 % 100, value % 100);
    let exists = (1900..2100).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    let part = Part::Day(month as u8, day as u8);
    exists.then_some((c, Moment { year: Year::Known(year as i32), part, clock: None }))
}
