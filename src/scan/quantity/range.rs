//! Two numbers that are the ends of a range: 3—5, 4.5%~5%, 三至五个, 20到30人.

use super::bound;
use super::number::{self, Numeral};
use super::tail::{Tail, tail};
use crate::lexicon::among;
use crate::model::Decimal;

/// The upper end of a range.
#[derive(Clone, Debug)]
pub struct Upper {
    /// Its number.
    pub number: Numeral,
    /// What follows it.
    pub tail: Tail,
    /// The lower end, with the multiplier that it shares (2至3万).
    pub low: Decimal,
    /// The upper value.
    pub high: Decimal,
}

fn look(chars: &[char], i: usize) -> char {
    chars.get(i).copied().unwrap_or('\0')
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '—' | '–' | '─' | '~' | '〜' | '−' | '―')
}

/// The end of the connecting word or dash at `at`, and whether it is a dash.
fn connector(chars: &[char], at: usize) -> Option<(usize, bool)> {
    let from = at + usize::from(look(chars, at) == ' ');
    let c = look(chars, from);
    let mut end = from + 1;
    if is_dash(c) {
        end += usize::from(look(chars, end) == c);
    } else if !matches!(c, '至' | '到') {
        return None;
    }
    end += usize::from(look(chars, end) == ' ');
    Some((end, is_dash(c)))
}

/// The upper end after `first`, whose own tail is `lower`.
pub fn upper(chars: &[char], first: &Numeral, lower: &Tail) -> Option<Upper> {
    let from = bound::past_inclusion(chars, lower.end).unwrap_or(lower.end);
    let (next, dash) = connector(chars, from)?;
    if !dash && lower.unit.is_some() && changes(chars, first.start) {
        return None;
    }
    if first.high.is_some() || first.whole_digits > 6 || follows_dash_or_colon(chars, first.start, dash) {
        return None;
    }
    let number = number::numeral(chars, next)?;
    if number.whole_digits > 6 || (look(chars, number.start) == '0' && number.whole_digits > 1) {
        return None;
    }
    let rest = tail(chars, &number);
    if dash && connector(chars, number.end).is_some_and(|(end, dash)| dash && look(chars, end).is_ascii_digit()) {
        return None;
    }
    let same = match (&lower.unit, &rest.unit) {
        (None, _) => true,
        (Some((one, _)), Some((two, _))) => one.name == two.name,
        (Some(_), None) => false,
    };
    if !same || (!first.arabic && !number.arabic && lower.unit.is_none() && rest.unit.is_none()) {
        return None;
    }
    let shared = number.scale > 0 && !first.multiplied && lower.unit.is_none();
    let low = match first.value.scale(number.scale) {
        scaled if shared && scaled <= number.value => scaled,
        _ => first.value,
    };
    let high = rest.more.and_then(|more| number.value.plus(more)).unwrap_or(number.value);
    (low < high).then_some(Upper { number, tail: rest, low, high })
}

/// 减持304亿美元至1.09万亿美元: by how much, and to what.
fn changes(chars: &[char], start: usize) -> bool {
    const VERBS: [[char; 2]; 10] = [
        ['增', '持'],
        ['减', '持'],
        ['增', '加'],
        ['减', '少'],
        ['上', '升'],
        ['下', '降'],
        ['上', '涨'],
        ['下', '跌'],
        ['上', '调'],
        ['下', '调'],
    ];
    // 增加了4人至9人, 增加约4,600人至155,600人
    let end = start - usize::from(start > 0 && among!("了约近逾", look(chars, start - 1)));
    end.checked_sub(2).is_some_and(|at| VERBS.contains(&[look(chars, at), look(chars, at + 1)]))
}

/// Whether the number is the second part of a date, a clock time or a code.
fn follows_dash_or_colon(chars: &[char], start: usize, dash: bool) -> bool {
    let before = |back: usize| start.checked_sub(back).map_or('\0', |i| look(chars, i));
    let joined = matches!(before(1), ':' | '.' | '/') || is_dash(before(1));
    joined && before(2).is_ascii_alphanumeric()
        || (dash && before(1).is_ascii_alphabetic())
        || (matches!(before(1), '从' | '由' | '自') && !dash)
}
