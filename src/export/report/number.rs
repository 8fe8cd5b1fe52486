//! Numbers as a yearbook prints them.

use super::super::words;
use crate::model::{Bound, Decimal, Figure, Form, Language};

/// A number with its digits in groups of three, as precise as it was written. Where the text had a multiplier one of the
/// report's language stands: 4.8万 stays 4.8万, 5.67万亿 is 5.67 trillion in English; 48000 becomes 48,000.
pub(in crate::export) fn number(value: Decimal, language: Language) -> String {
    let multiplied = value.exponent() > 0 && !value.is_zero();
    if !multiplied {
        return grouped(&written(value));
    }
    let size = value.digits().unsigned_abs().ilog10() as i32 + value.exponent();
    let (power, unit) = match (size, language) {
        (..6, Language::English) | (..4, _) => return grouped(&written(value)),
        (..9, Language::English) => (6, " million"),
        (..12, Language::English) => (9, " billion"),
        (..8, _) => (4, language.pick("万", "萬", "")),
        (..12, _) => (8, language.pick("亿", "億", "")),
        _ => (12, language.pick("万亿", "萬億", " trillion")),
    };
    let value = value.scale(-power);
    // Where the text wrote another multiplier its noughts say nothing: 8500亿 is 850 billion.
    let plain = if language == Language::English { value.to_string() } else { written(value) };
    [&grouped(&plain), unit].concat()
}

/// The value of a figure with its bound, range, sign and its unit as the text writes it.
pub(super) fn value(figure: &Figure, unit: &str, language: Language) -> String {
    let changes = matches!(figure.form, Form::Change | Form::RankChange);
    let sign = if changes { words::sign(figure.direction) } else { "" };
    // A fall that the text writes with a minus sign falls once, not twice.
    let unsigned = |value: Decimal| if sign.is_empty() || value.digits() > 0 { value } else { value.negate() };
    let mut out = format!("{}{sign}{}", words::bound(figure.bound), number(unsigned(figure.value), language));
    if let Some(high) = figure.high {
        out.push('–');
        out.push_str(&number(unsigned(high), language));
    }
    if figure.form == Form::Rank {
        // 前3位 is among the first three, not below the third.
        if figure.bound == Bound::Under {
            let first = language.pick("前", "前", "top ");
            return out.replacen(words::bound(Bound::Under), first, 1);
        }
        return [language.pick("第", "第", "no. "), &out].concat();
    }
    // 5.67万亿元, but 510 个 and 5.67 trillion 元.
    if !unit.is_empty() && !unit.starts_with(['%', '‰', '％']) && out.ends_with(|c: char| c.is_ascii()) {
        out.push(' ');
    }
    out.push_str(unit);
    out
}

/// Digits in groups of three; a true minus sign.
fn grouped(plain: &str) -> String {
    let (sign, plain) = plain.strip_prefix('-').map_or(("", plain), |rest| ("−", rest));
    let (whole, part) = plain.split_once('.').map_or((plain, None), |(whole, part)| (whole, Some(part)));
    let mut out = String::from(sign);
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(part) = part {
        out.push('.');
        out.push_str(part);
    }
    out
}

/// The digits as written. Display drops the noughts at the end of 94.70; here they say how precise the number is.
fn written(value: Decimal) -> String {
    if value.exponent() >= 0 {
        return value.to_string();
    }
    let places = value.exponent().unsigned_abs().min(400) as usize;
    let digits = value.digits().unsigned_abs().to_string();
    let padded = format!("{digits:0>width$}", width = places + 1);
    let (whole, part) = padded.split_at(padded.len() - places);
    let sign = if value.digits() < 0 { "-" } else { "" };
    format!("{sign}{whole}.{part}")
}
