//! Numbers in Arabic digits: separators, blanks inside, decimals.

use crate::model::Decimal;

/// A number in Arabic digits without multiplier.
#[derive(Clone, Copy, Debug)]
pub struct Literal {
    /// The character after it.
    pub end: usize,
    /// Its value.
    pub value: Decimal,
    /// How many digits stand before the point.
    pub whole_digits: usize,
    /// Whether it has a fraction.
    pub fraction: bool,
}

/// More digits than any amount has; those after them only move the exponent.
const KEPT_DIGITS: u32 = 30;
/// So many digits are a number of 64 bits.
const PLAIN_DIGITS: usize = 18;
/// How many spaced digits or groups one number may have; longer rows are tables.
const SPACED_LIMIT: usize = 20;

struct Gathered {
    digits: i128,
    count: u32,
    exponent: i32,
}

impl Gathered {
    fn push(&mut self, c: char, fraction: bool) {
        let Some(value) = c.to_digit(10) else { return };
        if self.count >= KEPT_DIGITS {
            self.exponent = self.exponent.saturating_add(i32::from(!fraction));
            return;
        }
        self.count += u32::from(self.digits != 0 || value != 0);
        self.digits = self.digits * 10 + i128::from(value);
        self.exponent -= i32::from(fraction);
    }
}

fn at(chars: &[char], i: usize) -> char {
    chars.get(i).copied().unwrap_or('\0')
}

fn is_digit(chars: &[char], i: usize) -> bool {
    at(chars, i).is_ascii_digit()
}

fn run(chars: &[char], from: usize) -> usize {
    chars.get(from..).unwrap_or_default().iter().take_while(|c| c.is_ascii_digit()).count()
}

/// The number that begins at `from`: `1,234,567`, `1 234 567`, `1 9 9 7`, `3.14`, `1·8`, `.5`.
///
/// `29.12.2017` gives 29, 12 and 2017; in `20.2026年` the point ends a list number.
pub fn literal(chars: &[char], from: usize) -> Option<Literal> {
    let first = run(chars, from);
    if (1..=PLAIN_DIGITS).contains(&first) && !matches!(at(chars, from + first), ',' | ' ' | '.' | '·') {
        let digits = chars[from..from + first].iter().fold(0, |digits, &c| digits * 10 + (c as u64 & 0xF));
        let value = Decimal::new(i128::from(digits), 0);
        return Some(Literal { end: from + first, value, whole_digits: first, fraction: false });
    }
    let mut sum = Gathered { digits: 0, count: 0, exponent: 0 };
    if first == 0 && !opens_fraction(chars, from) {
        return None;
    }
    let mut end = from + first;
    let whole_end = match first {
        1..=3 => grouped(chars, from, end).or_else(|| spaced(chars, from, end)).unwrap_or(end),
        _ => end,
    };
    chars.get(from..whole_end).unwrap_or_default().iter().for_each(|&c| sum.push(c, false));
    let whole_digits = chars.get(from..whole_end).unwrap_or_default().iter().filter(|c| c.is_ascii_digit()).count();
    end = whole_end;
    let spread = whole_digits > 1 && at(chars, from + 1) == ' ' || first == 1 && spaced_point(chars, end).is_some();
    let fraction = fraction_end(chars, from, end).or_else(|| spaced_point(chars, end).filter(|_| spread));
    if let Some(fraction_end) = fraction {
        chars.get(end + 1..fraction_end).unwrap_or_default().iter().for_each(|&c| sum.push(c, true));
        end = fraction_end;
    }
    let value = Decimal::new(sum.digits, sum.exponent);
    Some(Literal { end, value, whole_digits, fraction: fraction.is_some() })
}

fn opens_fraction(chars: &[char], from: usize) -> bool {
    let before = if from == 0 { ' ' } else { at(chars, from - 1) };
    at(chars, from) == '.' && is_digit(chars, from + 1) && (before.is_whitespace() || before == '-')
}

/// `,345,678` after one to three digits.
fn grouped(chars: &[char], from: usize, first_end: usize) -> Option<usize> {
    if at(chars, from) == '0' {
        return None;
    }
    let mut end = first_end;
    while at(chars, end) == ',' && run(chars, end + 1) == 3 {
        end += 4;
    }
    (end > first_end).then_some(end)
}

/// ` 345 678` after one to three digits, or single digits each after a blank, where a word or sign follows. A row of
/// numbers is left apart.
fn spaced(chars: &[char], from: usize, first_end: usize) -> Option<usize> {
    if at(chars, first_end) != ' ' || !is_digit(chars, first_end + 1) {
        return None;
    }
    let in_row = from >= 2 && at(chars, from - 1) == ' ' && matches!(at(chars, from - 2), '0'..='9' | '%');
    if in_row || at(chars, from) == '0' {
        return None;
    }
    let size = if run(chars, first_end + 1) == 3 { 3 } else { 1 };
    if size == 1 && first_end - from != 1 {
        return None;
    }
    let mut end = first_end;
    for _ in 0..SPACED_LIMIT {
        if at(chars, end) != ' ' || run(chars, end + 1) != size {
            break;
        }
        end += 1 + size;
    }
    let next = if at(chars, end) == ' ' { at(chars, end + 1) } else { at(chars, end) };
    let closed = super::class::is_han(next) || matches!(next, '%' | '‰' | '.');
    (end > first_end && closed).then_some(end)
}

/// The end of ` . 3 6` after spaced digits (1 5 . 3 %), where a sign or word follows.
fn spaced_point(chars: &[char], end: usize) -> Option<usize> {
    let past = |i: usize| i + usize::from(at(chars, i) == ' ');
    let point = past(end);
    let mut last = past(point + 1);
    let spread = point > end || last > point + 1 || at(chars, last + 1) == ' ';
    if at(chars, point) != '.' || run(chars, last) != 1 || !spread {
        return None;
    }
    for _ in 0..SPACED_LIMIT {
        if at(chars, last + 1) != ' ' || run(chars, last + 2) != 1 {
            break;
        }
        last += 2;
    }
    let next = at(chars, past(last + 1));
    (super::class::is_han(next) || matches!(next, '%' | '‰')).then_some(last + 1)
}

/// The end of a fraction whose point stands at `point`.
fn fraction_end(chars: &[char], from: usize, point: usize) -> Option<usize> {
    if !matches!(at(chars, point), '.' | '·') || !is_digit(chars, point + 1) {
        return None;
    }
    let after_point = from >= 2 && at(chars, from - 1) == '.' && is_digit(chars, from - 2);
    let end = point + 1 + run(chars, point + 1);
    let dotted_on = at(chars, end) == '.' && is_digit(chars, end + 1);
    let century = matches!((at(chars, point + 1), at(chars, point + 2)), ('1', '9') | ('2', '0'));
    let year = end - point == 5 && century && at(chars, end) == '年';
    // 1.112年12月: a year of the Republic behind the number of an item.
    let republic =
        end - point == 4 && at(chars, end) == '年' && (is_digit(chars, end + 1) || at(chars, end + 1) == '第');
    (!after_point && !dotted_on && !year && !republic).then_some(end)
}
