//! Days and clock times written in digits, as heads and feet of pages give them.

use crate::fold::{CharSpan, Fold};
use crate::lexicon::among;

/// A day: where it stands, and its value as EDTF.
pub(super) struct Day {
    pub at: CharSpan,
    pub value: String,
}

/// The first day in `part`: 2018-02-07, 2018/2/7, 2018.2.7 or 2018年2月7日.
pub(super) fn first(fold: &Fold, part: CharSpan) -> Option<Day> {
    // Heads are short; a day further on belongs to running text.
    (part.start..part.end.min(part.start + 120))
        .filter(|&at| fold.at(at).is_ascii_digit() && (at == part.start || !fold.at(at - 1).is_ascii_digit()))
        .find_map(|at| at_place(fold, at, part.end))
}

fn at_place(fold: &Fold, start: usize, end: usize) -> Option<Day> {
    let (year, at) = digits(fold, start, end)?;
    if at - start != 4 || !(1900..2100).contains(&year) {
        return None;
    }
    let separator = fold.at(at);
    let (month, at) = digits(fold, at + 1, end)?;
    let second = fold.at(at);
    let (day, mut at) = digits(fold, at + 1, end)?;
    match (separator, second) {
        ('年', '月') if fold.at(at) == '日' => at += 1,
        ('-', '-') | ('/', '/') | ('.', '.') => {}
        _ => return None,
    }
    ((1..=12).contains(&month) && (1..=31).contains(&day))
        .then(|| Day { at: CharSpan::new(start, at), value: format!("{year:04}-{month:02}-{day:02}") })
}

/// Up to four digits at `at`, and the place after them.
fn digits(fold: &Fold, at: usize, end: usize) -> Option<(u32, usize)> {
    let mut value = 0;
    let mut after = at;
    while after < end && after - at < 5 {
        let Some(digit) = fold.at(after).to_digit(10) else { break };
        value = value * 10 + digit;
        after += 1;
    }
    (after > at && after - at <= 4).then_some((value, after))
}

/// Whether a line holds nothing but a day, a weekday, a clock time and marks.
pub(super) fn only(fold: &Fold, part: CharSpan) -> bool {
    if part.len() > 40 {
        return false;
    }
    let chars = fold.slice(part);
    let allowed =
        |&c: &char| c.is_ascii_digit() || among!(" :-/.,()年月日时分秒星期周一二三四五六天〇○零十上下午晚", c);
    let chinese = chars.contains(&'年') && chars.contains(&'月');
    let clock = chars.contains(&'时') && chars.contains(&'分');
    chars.iter().all(allowed) && (clock || chinese || first(fold, part).is_some())
}
