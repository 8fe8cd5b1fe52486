//! Marks of order that open a heading, a lead or an item: 一、 (一) 1. ① 一是 第一, ——.

use crate::fold::{CharSpan, Fold};

/// The sorts of marks, from the outermost to the innermost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Family {
    /// 第一章, 第二部分
    Chapter,
    /// 一、
    Number,
    /// 第一,
    Ordinal,
    /// (一)
    Bracket,
    /// 1. or 1、
    Digit,
    /// (1) or 1)
    DigitBracket,
    /// ①
    Circle,
    /// 一是, 二要
    Is,
    /// ——
    Dash,
}

/// A mark of order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    pub family: Family,
    /// Its number; 0 for a dash.
    pub number: u32,
    /// How many characters it has.
    pub len: usize,
}

/// The mark that opens `part`.
pub(super) fn at(fold: &Fold, part: CharSpan) -> Option<Mark> {
    let window = CharSpan::new(part.start, part.end.min(part.start + 12));
    let chars = fold.slice(window);
    let mark = |family, number, len| Some(Mark { family, number, len });
    match chars {
        ['—', '—', ..] => return mark(Family::Dash, 0, 2),
        ['第', rest @ ..] => {
            let (number, len) = numeral(rest)?;
            return match rest.get(len)? {
                '章' | '篇' | '编' => mark(Family::Chapter, number, len + 2),
                '部' if rest.get(len + 1) == Some(&'分') => mark(Family::Chapter, number, len + 3),
                ',' | '、' | ':' => mark(Family::Ordinal, number, len + 2),
                _ => None,
            };
        }
        ['(', rest @ ..] => {
            if let Some((number, len)) = numeral(rest).filter(|&(_, len)| rest.get(len) == Some(&')')) {
                return mark(Family::Bracket, number, len + 2);
            }
            let (number, len) = digits(rest)?;
            return if rest.get(len) == Some(&')') { mark(Family::DigitBracket, number, len + 2) } else { None };
        }
        [c @ '①'..='⑳', ..] => return mark(Family::Circle, *c as u32 - '①' as u32 + 1, 1),
        _ => {}
    }
    if let Some((number, len)) = numeral(chars) {
        return match chars.get(len)? {
            '、' => mark(Family::Number, number, len + 1),
            '是' | '要' if len == 1 => mark(Family::Is, number, 2),
            _ => None,
        };
    }
    let (number, len) = digits(chars)?;
    match (chars.get(len)?, chars.get(len + 1)) {
        ('.', Some(next)) if !next.is_ascii_digit() || len == 1 && is_year(&chars[len + 1..]) => {
            mark(Family::Digit, number, len + 1)
        }
        ('、', _) => mark(Family::Digit, number, len + 1),
        (')', _) => mark(Family::DigitBracket, number, len + 1),
        _ => None,
    }
}

/// 1.2026年: the year after a mark of order is no decimal.
fn is_year(chars: &[char]) -> bool {
    chars.iter().take_while(|c| c.is_ascii_digit()).count() == 4 && chars.get(4) == Some(&'年')
}

fn numeral(chars: &[char]) -> Option<(u32, usize)> {
    let mut value = 0;
    let mut len = 0;
    for &c in chars.iter().take(3) {
        let digit = match c {
            '一' => 1,
            '二' => 2,
            '三' => 3,
            '四' => 4,
            '五' => 5,
            '六' => 6,
            '七' => 7,
            '八' => 8,
            '九' => 9,
            '十' => 0,
            _ => break,
        };
        value = if digit == 0 { value.max(1) * 10 } else { value + digit };
        len += 1;
    }
    (len > 0).then_some((value, len))
}

fn digits(chars: &[char]) -> Option<(u32, usize)> {
    let len = chars.iter().take_while(|c| c.is_ascii_digit()).count();
    if !(1..=2).contains(&len) {
        return None;
    }
    let value = chars[..len].iter().filter_map(|c| c.to_digit(10)).fold(0, |sum, digit| sum * 10 + digit);
    Some((value, len))
}
