//! Dates that no calendar has (2月30日, 2023年13月) and weekdays that do not fall on their date.

use super::claim::View;
use super::finding::Said;
use crate::fold::{CharSpan, Fold};
use crate::model::{Fact, Nearness, Relation};
use crate::read::time::Civil;

const WEEKDAYS: [char; 7] = ['一', '二', '三', '四', '五', '六', '日'];

/// A month with what stands around it.
struct Date {
    at: CharSpan,
    year: Option<i32>,
    month: u32,
    day: Option<u32>,
}

/// Finds dates that cannot be, and weekdays.
pub(super) fn find(view: &View, found: &mut Vec<Fact>) {
    let fold = view.fold();
    for digit in fold.others(CharSpan::new(0, fold.len())) {
        if fold.at(digit + 1) != '月' || !fold.at(digit).is_ascii_digit() {
            continue;
        }
        let Some(date) = date(fold, digit + 1) else { continue };
        let fact = if exists(&date) { weekday(view, &date) } else { Some(impossible(view, &date)) };
        found.extend(fact);
    }
}

/// The date whose month ends at `at`.
fn date(fold: &Fold, at: usize) -> Option<Date> {
    let (month, start) = number_before(fold, at)?;
    let (mut from, mut year) = (start, None);
    if start.checked_sub(1).map(|before| fold.at(before)) == Some('年')
        && let Some((number, opening)) = number_before(fold, start - 1)
        && (1900..2100).contains(&number)
    {
        (from, year) = (opening, i32::try_from(number).ok());
    }
    // Lunar months have other days, and the end of a range is counted by its beginning.
    let lunar = fold.ends_any(from, "农历 阴历 旧历 伊历");
    let mut end = at + 1;
    let digits = (end..end + 2).take_while(|&at| fold.at(at).is_ascii_digit()).count();
    let words = fold.text(CharSpan::new(end, end + digits));
    let day = words.parse().ok().filter(|_| matches!(fold.at(end + digits), '日' | '号'));
    if day.is_some() {
        end += digits + 1;
    }
    // 13月 alone may be the rest of another numeral.
    let whole = month <= 12 || year.is_some();
    (!lunar && whole && month > 0 && (day.is_some() || year.is_some())).then_some(Date {
        at: CharSpan::new(from, end),
        year,
        month,
        day,
    })
}

/// The number in Arabic digits that ends before `end`, at most four digits long and no part of a decimal, and where it
/// starts.
fn number_before(fold: &Fold, end: usize) -> Option<(u32, usize)> {
    let start = (end.saturating_sub(5)..end).rev().take_while(|&at| fold.at(at).is_ascii_digit()).last()?;
    let before = start.checked_sub(1).map_or('\0', |at| fold.at(at));
    let number = fold.text(CharSpan::new(start, end)).parse().ok()?;
    (end - start <= 4 && before != '.').then_some((number, start))
}

fn exists(date: &Date) -> bool {
    let leap = date.year.is_none_or(|year| year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
    let days = match date.month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return false,
    };
    date.day.is_none_or(|day| (1..=days).contains(&day))
}

fn impossible(view: &View, date: &Date) -> Fact {
    let stated = view.fold().words(date.at);
    view.finding(
        date.at,
        &[date.at],
        Said {
            rule: "date-that-cannot-be",
            relation: Relation::Contradiction,
            nearness: Nearness::Apart,
            computed: String::new(),
            formula: stated.clone(),
            parts: vec![stated.clone()],
            stated,
        },
    )
}

/// 2023年4月6日(星期四).
fn weekday(view: &View, date: &Date) -> Option<Fact> {
    let fold = view.fold();
    let day = Civil::day(date.year?, u8::try_from(date.month).ok()?, u8::try_from(date.day?).ok()?);
    let start = date.at.end + usize::from(matches!(fold.at(date.at.end), '(' | ','));
    let name = ["星期", "周"].iter().find(|name| fold.starts_with(start, name))?;
    let end = start + name.chars().count();
    let letter = if fold.at(end) == '天' { '日' } else { fold.at(end) };
    let stated = WEEKDAYS.iter().position(|&one| one == letter)?;
    let computed = usize::try_from(day.weekday()).ok()?;
    let real = *WEEKDAYS.get(computed)?;
    let said = CharSpan::new(start, end + 1);
    let words = fold.words(date.at);
    let (name, real) = (fold.words(said), format!("星期{real}"));
    Some(view.finding(
        said,
        &[date.at, said],
        Said {
            rule: "weekday-of-date",
            relation: Relation::Contradiction,
            nearness: Nearness::of(stated == computed),
            formula: format!("{words} = {real}"),
            parts: vec![words, real.clone(), name.clone()],
            stated: name,
            computed: real,
        },
    ))
}
