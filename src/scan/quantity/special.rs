//! Numbers in words of their own: 百分之三, 四分之一, 半, 一半, 翻一番.

use super::number::{self, Numeral};
use super::unit;
use crate::fold::CharSpan;
use crate::lexicon::among;
use crate::model::Decimal;

/// A number that is more than digits and multipliers.
#[derive(Clone, Copy, Debug)]
pub struct Special {
    /// All of it.
    pub at: CharSpan,
    /// The number in it.
    pub number: CharSpan,
    /// Its value.
    pub value: Decimal,
    /// The numeral that the value was read from.
    pub numeral: Option<Numeral>,
    /// Its unit, where the words give one.
    pub unit: &'static str,
    /// The unit's family.
    pub family: &'static str,
}

const HALF: Decimal = Decimal::new(5, -1);
/// How many digits a fraction that does not end is given with.
const PLACES: i32 = 16;

fn look(chars: &[char], i: usize) -> char {
    chars.get(i).copied().unwrap_or('\0')
}

fn past_blanks(chars: &[char], from: usize) -> usize {
    from + chars.get(from..).unwrap_or_default().iter().take(2).take_while(|&&c| c == ' ').count()
}

/// The end of 分之 at `at`.
fn parts_word(chars: &[char], at: usize) -> Option<usize> {
    let first = past_blanks(chars, at);
    let second = past_blanks(chars, first + 1);
    (look(chars, first) == '分' && look(chars, second) == '之').then(|| past_blanks(chars, second + 1))
}

/// 百分之三, 千分之二, 万分之一, 四分之一 whose first number is `whole`.
pub fn fraction(chars: &[char], whole: &Numeral) -> Option<Special> {
    let from = parts_word(chars, whole.end)?;
    let minus = usize::from(matches!(look(chars, from), '负' | '-'));
    let part = number::numeral(chars, from + minus)?;
    let value = if minus == 1 { part.value.negate() } else { part.value };
    let at = CharSpan::new(whole.start, part.end);
    let shown = CharSpan::new(from, part.end);
    let share = match whole.value.whole() {
        Some(100) if whole.bare => Some("%"),
        Some(1000) if whole.bare => Some("‰"),
        Some(10000) if whole.bare => Some("‱"),
        _ => None,
    };
    if let Some(unit) = share {
        return Some(Special { at, number: shown, value, numeral: Some(part), unit, family: "share" });
    }
    let value = divide(value, whole.value)?;
    Some(Special { at, number: at, value, numeral: Some(part), unit: "", family: "" })
}

/// 三又二分之一: a whole number and a fraction.
pub fn mixed(chars: &[char], whole: &Numeral) -> Option<Special> {
    let from = past_blanks(chars, whole.end);
    if look(chars, from) != '又' {
        return None;
    }
    let part = fraction(chars, &number::numeral(chars, past_blanks(chars, from + 1))?)?;
    let at = CharSpan::new(whole.start, part.at.end);
    (part.unit.is_empty()).then_some(Special { at, number: at, value: whole.value.plus(part.value)?, ..part })
}

/// 居全国首位: the first place; 放在首位 sets a priority.
pub fn first(chars: &[char], at: usize) -> Option<Special> {
    let before = at.checked_sub(1).and_then(|before| chars.get(before)).copied().unwrap_or_default();
    if look(chars, at) != '首'
        || look(chars, at + 1) != '位'
        || !among!("国省市县区州盟球界部居列", before)
        || at > 1 && look(chars, at - 2) == '城'
    {
        return None;
    }
    let number = CharSpan::new(at, at + 1);
    let value = Decimal::new(1, 0);
    Some(Special { at: CharSpan::new(at, at + 2), number, value, numeral: None, unit: "位", family: "rank" })
}

/// 1/3 where a word about shares follows; other strokes part dates and names.
pub fn stroke(chars: &[char], above: &Numeral) -> Option<Special> {
    if look(chars, above.end) != '/' || above.whole_digits != 1 || above.end != above.start + 1 {
        return None;
    }
    if above.start > 0 && matches!(look(chars, above.start - 1), '/' | '.' | '-') {
        return None;
    }
    let below = number::numeral(chars, above.end + 1).filter(|n| n.arabic && n.end == above.end + 2)?;
    let next = look(chars, below.end);
    // 仅有1/3投资者: after a word of amount the people may follow at once.
    let amount =
        above.start > 0 && matches!(look(chars, above.start - 1), '有' | '近' | '约' | '占' | '过' | '超' | '到');
    let closed = amount && super::class::is_han(next) && !matches!(next, '日' | '月' | '号')
        || matches!(next, '的' | '以' | '左' | '强' | '弱' | '多' | ',' | '。' | ';' | '、' | ')');
    let at = CharSpan::new(above.start, below.end);
    let value = divide(above.value, below.value).filter(|_| closed && above.value < below.value)?;
    Some(Special { at, number: at, value, numeral: Some(*above), unit: "", family: "" })
}

/// The quotient; with 16 places where it does not end.
fn divide(above: Decimal, below: Decimal) -> Option<Decimal> {
    let places = PLACES.checked_add(i32::try_from(below.digits().unsigned_abs().checked_ilog10()?).ok()?)?;
    let scaled = above.digits().checked_mul(10i128.checked_pow(u32::try_from(places).ok()?)?)?;
    let quotient = scaled.checked_div(below.digits())?;
    let rounded = quotient + i128::from(scaled.checked_rem(below.digits())?.checked_mul(2)? >= below.digits());
    let (mut digits, mut exponent) = (rounded, above.exponent().checked_sub(below.exponent())?.checked_sub(places)?);
    while digits != 0 && digits % 10 == 0 {
        digits /= 10;
        exponent += 1;
    }
    Some(Decimal::new(digits, exponent))
}

/// 半数, 半年, 半个小时, 一半: the half that begins at `start`.
pub fn half(chars: &[char], start: usize) -> Option<Special> {
    let one = matches!(look(chars, start), '一' | '1');
    let at = start + usize::from(one);
    if look(chars, at) != '半' {
        return None;
    }
    let number = CharSpan::new(start, at + 1);
    let plain = |end: usize| Special {
        at: CharSpan::new(start, end),
        number,
        value: HALF,
        numeral: None,
        unit: "",
        family: "",
    };
    if one {
        return (!unit::starts(chars, at + 1) || look(chars, at + 1) == '以').then(|| plain(at + 1));
    }
    let before = start.checked_sub(1).map_or('\0', |i| look(chars, i));
    if look(chars, at + 1) == '百' {
        return Some(Special {
            at: CharSpan::new(start, at + 2),
            number: CharSpan::new(start, at + 2),
            value: Decimal::new(50, 0),
            ..plain(at + 2)
        });
    }
    if look(chars, at + 1) == '数' {
        return Some(plain(at + 2));
    }
    if matches!(before, '过' | '近' | '超') && !unit::starts(chars, at + 1) {
        return Some(plain(at + 1));
    }
    let (unit, counts) = unit::unit(chars, at + 1).map(|unit| (unit.family, true)).unwrap_or_default();
    let whole_unit = matches!(unit, "time" | "count" | "length" | "mass" | "area" | "share");
    (counts
        && whole_unit
        && !matches!(before, '上' | '下' | '前' | '后' | '大' | '多' | '夜' | '南' | '北' | '东' | '西' | '一'))
    .then(|| plain(at + 1))
}

/// 翻番, 翻一番, 翻了两番: the doubling that begins at `start`.
pub fn doubling(chars: &[char], start: usize) -> Option<Special> {
    if look(chars, start) != '翻' {
        return None;
    }
    let from = start + 1 + usize::from(look(chars, start + 1) == '了');
    let special = |number: CharSpan, value, numeral, end| Special {
        at: CharSpan::new(start, end),
        number,
        value,
        numeral,
        unit: "番",
        family: "ratio",
    };
    if look(chars, from) == '番' {
        return Some(special(CharSpan::new(start, from), Decimal::new(1, 0), None, from + 1));
    }
    let times = number::numeral(chars, from)?;
    let number = CharSpan::new(times.start, times.end);
    (look(chars, times.end) == '番').then(|| special(number, times.value, Some(times), times.end + 1))
}
