//! The tokens of a numeral: digits, multipliers, the point, and what blurs it inside.

use super::super::arabic::{self, Literal};
use super::super::class::{big_power, digit, is_financial, is_multiplier, small_power};
use super::super::{lexical, unit};
use super::{Parser, add};
use crate::fold::CharSpan;
use crate::lexicon::among;
use crate::model::{Bound, Decimal};

impl Parser<'_> {
    pub(super) fn literal(&mut self) -> bool {
        if self.pending.is_some() || self.out.blur.is_some() || (!self.first() && self.last_power.is_none()) {
            return false;
        }
        let Some(Literal { end, value, whole_digits, fraction }) = arabic::literal(self.chars, self.at) else {
            return false;
        };
        if self.last_power.is_some_and(|power| value >= Decimal::new(1, power) || fraction || value.is_zero()) {
            return false;
        }
        if self.first() {
            self.out.whole_digits = whole_digits;
            self.decimal = fraction;
        }
        self.out.financial = false;
        self.pending = Some(value);
        self.literals += 1;
        self.advance(end);
        true
    }

    pub(super) fn digits(&mut self) -> bool {
        if self.pending.is_some() || self.out.blur.is_some() {
            return false;
        }
        let first = self.first();
        let rest = self.chars.get(self.at..).unwrap_or_default();
        let length = run_of_digits(rest);
        if length == 0 {
            return false;
        }
        let noughts = if first { 0 } else { rest.iter().take_while(|&&c| digit(c) == Some(0)).count() };
        let (Some(&one), two) = (rest.get(noughts), rest.get(noughts + 1).copied()) else {
            return false;
        };
        self.after_zero |= noughts > 0;
        let next = self.at + noughts;
        let Some(one) = digit(one) else {
            self.at = next;
            // 一百零几万, 一百零十万: the nought counts only where something follows.
            return noughts > 0 && (matches!(self.look(next), '几' | '十' | '拾') || self.look(next).is_ascii_digit());
        };
        let weight = matches!(self.look(next), '两') && !first && !is_multiplier(self.look(next + 1));
        let other = !first && self.out.arabic && !is_multiplier(self.look(next + 1));
        if weight || other || (!first && self.word_follows(next)) {
            return false;
        }
        self.out.arabic = false;
        self.out.financial &= self.chars.get(self.at..next + 1).unwrap_or_default().iter().all(|&c| is_financial(c));
        let pair = two.and_then(digit).filter(|&two| length == noughts + 2 && approximate(one, two));
        if let Some(two) = pair
            && self.counts(next + 2)
        {
            self.paired = true;
            self.pending = Some(Decimal::new(if self.upper { two } else { one }, 0));
            self.literals += 1;
            self.advance(next + 2);
            return true;
        }
        if first && length > 1 {
            self.positional(length);
            return true;
        }
        self.pending = Some(Decimal::new(one, 0));
        self.literals += 1;
        self.advance(next + 1);
        true
    }

    /// Whether a multiplier or a unit stands at `i`.
    fn counts(&self, i: usize) -> bool {
        is_multiplier(self.look(i)) || self.look(i) == '成' || unit::starts(self.chars, i)
    }

    fn positional(&mut self, length: usize) {
        let mut value: i128 = 0;
        for &c in self.chars.iter().skip(self.at).take(length.min(30)) {
            value = value * 10 + digit(c).unwrap_or(0);
        }
        self.out.positional = true;
        self.out.financial = false;
        self.pending = Some(Decimal::new(value, i32::try_from(length.saturating_sub(30)).unwrap_or(i32::MAX)));
        self.literals += 1;
        self.advance(self.at + length);
    }

    pub(super) fn small(&mut self, power: i32) -> bool {
        if self.out.blur.is_some_and(|(bound, _)| bound == Bound::Over) {
            return false;
        }
        if !self.first() && (unit::prefixed(self.chars, self.at) || self.word_follows(self.at)) {
            return false;
        }
        if power >= self.last_small || (self.out.blur.is_some() && self.last_power.is_some()) {
            return false;
        }
        let amount = match self.pending.take() {
            Some(amount) if self.out.arabic && power == 1 => {
                self.pending = Some(amount);
                return false;
            }
            Some(amount) => amount,
            None if self.first() => {
                self.out.bare = power > 1;
                Decimal::new(1, 0)
            }
            None if self.out.blur.is_some() && self.last_power.is_none() => Decimal::new(1, 0),
            None if power == 1 && self.last_power.is_some() => Decimal::new(1, 0),
            None => return false,
        };
        self.out.financial &= is_financial(self.look(self.at));
        self.section = add(self.section, amount.scale(power));
        self.last_small = power;
        self.multiplied(power);
        true
    }

    pub(super) fn big(&mut self, power: i32) -> bool {
        if !self.first() && self.names_data() {
            return false;
        }
        let mut sum = self.take_section();
        let direct = sum.is_none();
        while let Some(&(value, closed)) = self.parts.last() {
            if closed > power || (closed == power && !direct) {
                break;
            }
            sum = add(sum, value);
            self.parts.pop();
        }
        if self.parts.last().is_some_and(|&(_, closed)| closed <= power) {
            return false;
        }
        if sum.is_none() && (self.first() || (self.out.blur.is_some() && self.last_power.is_none())) {
            self.out.bare = self.first();
            sum = Some(Decimal::new(1, 0));
        }
        let Some(sum) = sum else { return false };
        self.out.financial = false;
        self.parts.push((sum.scale(power), power));
        self.last_small = 9;
        self.multiplied(power);
        true
    }

    /// Whether a word that only begins like a numeral follows Arabic digits: 5万一线职工.
    fn word_follows(&self, at: usize) -> bool {
        self.out.arabic && lexical::inside(self.chars, at)
    }

    /// Whether a 兆 here belongs to a unit (兆瓦, 1000兆 of bandwidth) rather than meaning a million millions.
    fn names_data(&self) -> bool {
        let longer = unit::prefixed(self.chars, self.at) && !unit::is_lone(self.chars, self.at, '兆');
        // 25兆5,321亿元
        let goes_on = || {
            let mut rest = self.chars.get(self.at + 1..).unwrap_or_default().iter().take(8);
            let digits = rest.clone().take_while(|c| c.is_ascii_digit() || matches!(c, ',' | '.')).count();
            digits > 0 && rest.nth(digits).is_some_and(|&c| big_power(c).is_some())
        };
        let data = self.look(self.at) == '兆' && self.out.arabic;
        let bandwidth = data && !unit::is_money(self.chars, self.at + 1) && !goes_on();
        longer || bandwidth
    }

    fn multiplied(&mut self, power: i32) {
        self.out.multiplied = true;
        self.after_zero = false;
        self.last_power = Some(power);
        self.out.scale = self.out.scale.saturating_add(power);
        self.advance(self.at + 1);
    }

    pub(super) fn blur(&mut self, c: char) -> bool {
        if self.out.blur.is_some() {
            return false;
        }
        let next = self.past_blank(self.at + 1);
        let bound = match c {
            '几' | '数' if self.first() => {
                if !is_multiplier(next) || (c == '数' && counted_noun(self.chars, self.at)) {
                    return false;
                }
                Bound::About
            }
            '几' if self.pending.is_none() && (self.last_power.is_some() || self.after_zero) => Bound::About,
            '余' | '多' | '来' if big_power(next).is_some() && !self.first() => {
                if c == '来' {
                    Bound::About
                } else {
                    Bound::Over
                }
            }
            _ => return false,
        };
        let was_first = self.first();
        self.out.blur = Some((bound, CharSpan::new(self.at, self.at + 1)));
        self.at += 1;
        if !was_first {
            self.end = self.at;
        } else {
            self.out.arabic = false;
            self.out.financial = false;
            self.end = self.at;
        }
        true
    }

    /// 三十六点九; a clock time is none.
    pub(super) fn point(&mut self) -> bool {
        if self.out.arabic
            || self.decimal
            || self.out.blur.is_some()
            || self.pending.or(self.section).is_none() && self.parts.is_empty()
        {
            return false;
        }
        let mut from = self.at + 1;
        while self.look(from) == ' ' && from < self.at + 3 {
            from += 1;
        }
        let length = self.chars.get(from..).unwrap_or_default().iter().take_while(|&&c| digit(c).is_some()).count();
        let after = self.look(from + length);
        if length == 0
            || small_power(after).is_some()
            || matches!(after, '分' | '刻' | '半' | '钟' | '时' | '整') && !unit::is_share(self.chars, from + length)
        {
            return false;
        }
        let kept = length.min(30);
        let mut value: i128 = 0;
        for &c in self.chars.iter().skip(from).take(kept) {
            value = value * 10 + digit(c).unwrap_or(0);
        }
        let fraction = Decimal::new(value, -i32::try_from(kept).unwrap_or(30));
        self.settle_tail();
        let mut whole = self.take_section();
        for &(value, _) in &self.parts {
            whole = add(whole, value);
        }
        self.parts.clear();
        self.pending = add(whole, fraction);
        self.decimal = true;
        self.last_small = 1;
        self.last_power = None;
        self.out.scale = 0;
        self.advance(from + length);
        true
    }
}

/// 两三, 七八, 三五: neighbouring digits that mean "some".
fn approximate(one: i128, two: i128) -> bool {
    one > 0 && (two == one + 1 || (one, two) == (3, 5))
}

/// Whether the 数 at `i` ends a noun (人数, 总数) rather than meaning "several".
fn counted_noun(chars: &[char], i: usize) -> bool {
    i > 0 && chars.get(i - 1).is_some_and(|c| among!("人总件户次个指分系位参基倍级岁字多少例案起", *c))
}

/// How many Chinese digits stand together. After the first, 两 is one only before a measure word (一两个); else it is
/// the unit of weight (二两).
fn run_of_digits(rest: &[char]) -> usize {
    let weight = |c: char| matches!(c, '两' | '兩');
    let digits = rest.iter().enumerate().take_while(|&(i, &c)| digit(c).is_some() && (i == 0 || !weight(c)));
    let length = digits.count();
    let paired = length == 1 && rest.get(1).is_some_and(|&c| weight(c)) && unit::starts(rest, 2);
    if paired { 2 } else { length }
}
