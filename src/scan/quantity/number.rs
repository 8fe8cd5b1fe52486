//! One numeral: Arabic digits, Chinese digits or both, with 十 百 千 万 亿 and what blurs it inside (余 多 几).

mod tokens;

use super::arabic::{self, Literal};
use super::class::{big_power, digit, is_financial, is_multiplier, small_power};
use crate::fold::CharSpan;
use crate::lexicon::among;
use crate::model::{Bound, Decimal};

/// A numeral without unit.
#[derive(Clone, Copy, Debug)]
pub struct Numeral {
    /// Its first character.
    pub start: usize,
    /// The character after it.
    pub end: usize,
    /// Its value; the lower one of 两三.
    pub value: Decimal,
    /// The upper value of 两三, 七八十.
    pub high: Option<Decimal>,
    /// What blurs it from within: 500余万, 十几, 数百.
    pub blur: Option<(Bound, CharSpan)>,
    /// Whether all its digits are Arabic.
    pub arabic: bool,
    /// Whether it has 十 百 千 万 亿.
    pub multiplied: bool,
    /// Whether it starts with a multiplier that no digit stands before: 百万, 万.
    pub bare: bool,
    /// Whether it is one digit string read place by place: 二〇一七.
    pub positional: bool,
    /// Whether only financial characters make it up.
    pub financial: bool,
    /// The power of ten that its last multiplier adds, where it is one number and multipliers (5万), else 0.
    pub scale: i32,
    /// How many Arabic digits stand before the point of its first literal.
    pub whole_digits: usize,
}

impl Numeral {
    /// One of which nothing has been read.
    const fn at(start: usize) -> Self {
        Self {
            start,
            end: start,
            value: Decimal::ZERO,
            high: None,
            blur: None,
            arabic: true,
            multiplied: false,
            bare: false,
            positional: false,
            financial: true,
            scale: 0,
            whole_digits: 0,
        }
    }
}

struct Parser<'a> {
    chars: &'a [char],
    upper: bool,
    /// Finished groups with the power that closed them: 亿 before 万.
    parts: Vec<(Decimal, i32)>,
    section: Option<Decimal>,
    pending: Option<Decimal>,
    last_small: i32,
    last_power: Option<i32>,
    after_zero: bool,
    at: usize,
    end: usize,
    paired: bool,
    decimal: bool,
    literals: u32,
    out: Numeral,
}

/// The numeral that begins at `start`, as long as it goes.
pub fn numeral(chars: &[char], start: usize) -> Option<Numeral> {
    let look = |at: usize| chars.get(at).copied().unwrap_or_default();
    // Most numerals are digits that nothing follows which goes on with the number, or a single Chinese one.
    if let Some(value) = digit(look(start)).filter(|_| !goes_on(look(start + 1))) {
        let (end, value) = (start + 1, Decimal::new(value, 0));
        return Some(Numeral { end, value, arabic: false, financial: is_financial(look(start)), ..Numeral::at(start) });
    }
    if look(start).is_ascii_digit() {
        let Literal { end, value, whole_digits, .. } = arabic::literal(chars, start)?;
        if !goes_on(look(end)) {
            return Some(Numeral { end, value, whole_digits, financial: false, ..Numeral::at(start) });
        }
    }
    let (mut low, paired) = Parser::new(chars, start, false).run()?;
    if paired {
        low.high = Parser::new(chars, start, true).run().map(|(high, _)| high.value).filter(|&high| high > low.value);
    }
    Some(low)
}

impl<'a> Parser<'a> {
    fn new(chars: &'a [char], start: usize, upper: bool) -> Self {
        Self {
            chars,
            upper,
            parts: Vec::new(),
            section: None,
            pending: None,
            last_small: 9,
            last_power: None,
            after_zero: false,
            at: start,
            end: start,
            paired: false,
            decimal: false,
            literals: 0,
            out: Numeral::at(start),
        }
    }

    fn look(&self, i: usize) -> char {
        self.chars.get(i).copied().unwrap_or('\0')
    }

    fn first(&self) -> bool {
        self.end == self.out.start
    }

    fn run(mut self) -> Option<(Numeral, bool)> {
        while self.step() {}
        self.finish()
    }

    /// Reads one token; false where the numeral ends.
    fn step(&mut self) -> bool {
        self.skip_blank();
        let c = self.look(self.at);
        if c.is_ascii_digit() || (c == '.' && self.first()) {
            return self.literal();
        }
        if digit(c).is_some() {
            return self.digits();
        }
        if let Some(power) = small_power(c) {
            return self.small(power);
        }
        if let Some(power) = big_power(c) {
            return self.big(power);
        }
        match c {
            '几' | '数' | '余' | '多' | '来' => self.blur(c),
            '点' => self.point(),
            _ => false,
        }
    }

    /// Blanks inside a numeral stand beside a multiplier.
    fn skip_blank(&mut self) {
        if self.first() || self.look(self.at) != ' ' {
            return;
        }
        let next =
            self.at + self.chars.get(self.at..).unwrap_or_default().iter().take(3).take_while(|&&c| c == ' ').count();
        let (c, second) = (self.look(next), self.past_blank(next + 1));
        let joins = is_multiplier(c) || (matches!(c, '余' | '多' | '几') && big_power(second).is_some());
        let point = c == '点' && digit(second).is_some();
        let whole = is_multiplier(second) || matches!(second, '又' | '\0');
        let digit_then_multiplier = digit(c).is_some() && whole && !self.out.arabic;
        let arabic_on = c.is_ascii_digit() && self.last_power.is_some() && is_multiplier(self.look(next + 1));
        if joins || point || digit_then_multiplier || arabic_on {
            self.at = next;
        }
    }

    /// The first character from `at` on that is no blank.
    fn past_blank(&self, at: usize) -> char {
        if self.look(at) == ' ' { self.look(at + 1) } else { self.look(at) }
    }

    /// 九万四 is 94,000, 二百五 is 250: a last digit stands one place below the multiplier before it.
    fn settle_tail(&mut self) {
        let Some(power) = self.last_power.filter(|&power| power > 1 && !self.after_zero) else { return };
        if let Some(tail) =
            self.pending.filter(|&tail| self.literals > 0 && tail < Decimal::new(10, 0) && !tail.is_zero())
        {
            self.pending = Some(tail.scale(power - 1));
        }
    }

    fn take_section(&mut self) -> Option<Decimal> {
        match (self.section.take(), self.pending.take()) {
            (Some(section), Some(pending)) => section.plus(pending).or(Some(section)),
            (section, pending) => section.or(pending),
        }
    }

    fn advance(&mut self, to: usize) {
        if is_chinese(self.chars, self.at, to)
            && self.out.start == self.at
            && !self.look(self.at).is_ascii_digit()
            && self.look(self.at) != '.'
        {
            self.out.arabic = false;
        }
        self.at = to;
        self.end = to;
    }

    fn finish(mut self) -> Option<(Numeral, bool)> {
        if self.first() {
            return None;
        }
        if self.pending.is_some() && self.last_power.is_some() || self.literals > 1 {
            self.out.scale = 0;
        }
        self.settle_tail();
        let mut sum = self.take_section();
        for &(value, _) in &self.parts {
            sum = add(sum, value);
        }
        self.out.value = sum?;
        self.out.end = self.end;
        Some((self.out, self.paired))
    }
}

/// Whether a numeral in digits may go on with `c`.
fn goes_on(c: char) -> bool {
    among!(" 零〇○一壹二两贰兩貳三叁叄四肆五伍六陆陸七柒八捌九玖十拾百佰千仟万萬亿億兆几数余多来点", c)
}

fn is_chinese(chars: &[char], from: usize, to: usize) -> bool {
    to > from && chars.get(from).is_some_and(|&c| digit(c).is_some() || is_multiplier(c))
}

fn add(sum: Option<Decimal>, more: Decimal) -> Option<Decimal> {
    match sum {
        Some(sum) => sum.plus(more).or(Some(sum)),
        None => Some(more),
    }
}
