//! Numbers as a yearbook prints them.

use super::super::words;
use crate::model::{Bound, Decimal, Figure, Form, Language};

/// A number with its digits in groups of three, as precise as it was written. A Chinese report keeps 万 and 亿 where
/// the text had a multiplier: 4.8万 stays 4.8万, 48000 becomes 48,000.
pub(in crate::export) fn number(value: Decimal, language: Language) -> String {
    let multiplied = value.exponent() > 0 && !value.is_zero() && language != Language::English;
    if !multiplied {
        return grouped(value);
    }
    let size = value.digits().unsigned_abs().ilog10() as i32 + value.exponent();
    let (power, unit) = match size {
        ..4 => return grouped(value),
        4..8 => (4, language.pick("万", "萬", "")),
        _ => (8, language.pick("亿", "億", "")),
    };
    format!("{}{unit}", grouped(value.scale(-power)))
}

/// The value of a figure with its bound, range, sign and unit.
pub(in crate::export) fn value(figure: &Figure, language: Language) -> String {
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
    let tight = figure.unit.starts_with(['%', '‰']);
    if !figure.unit.is_empty() && !tight {
        out.push(' ');
    }
    out.push_str(&figure.unit);
    out
}

/// The digits as written, noughts after the point among them, in groups of three; a true minus sign.
fn grouped(value: Decimal) -> String {
    let plain = if value.exponent() < 0 { written(value) } else { value.to_string() };
    let (sign, plain) = plain.strip_prefix('-').map_or(("", plain.as_str()), |rest| ("−", rest));
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

/// Display drops the noughts at the end of 94.70; here they say how precise the number is.
fn written(value: Decimal) -> String {
    let places = value.exponent().unsigned_abs().min(400) as usize;
    let digits = value.digits().unsigned_abs().to_string();
    let padded = format!("{digits:0>width$}", width = places + 1);
    let (whole, part) = padded.split_at(padded.len() - places);
    let sign = if value.digits() < 0 { "-" } else { "" };
    format!("{sign}{whole}.{part}")
}
