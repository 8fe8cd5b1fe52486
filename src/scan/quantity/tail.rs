//! What follows a number: 余 多 来, the unit, and what a unit lets follow it (两年半, 三个多月, 50元6角).

use super::arabic;
use super::class::{digit, is_han};
use super::number::Numeral;
use super::unit::{self, Unit};
use crate::fold::CharSpan;
use crate::lexicon::among;
use crate::model::{Bound, Decimal};

/// What was read after a number.
#[derive(Clone, Debug, Default)]
pub struct Tail {
    /// The character after it; the number's end where nothing follows.
    pub end: usize,
    /// The unit and its first character.
    pub unit: Option<(Unit, usize)>,
    /// 余, 多 or 来 and where it stands.
    pub blur: Option<(Bound, CharSpan)>,
    /// What is added to the value: 0.5 for 两年半, 0.6 for 50元6角.
    pub more: Option<Decimal>,
}

const HALF: Decimal = Decimal::new(5, -1);
/// Families whose units are divided, so that 多 and 半 can follow them.
const DIVISIBLE: [&str; 7] = ["time", "length", "mass", "area", "volume", "money", "ratio"];

fn look(chars: &[char], i: usize) -> char {
    chars.get(i).copied().unwrap_or('\0')
}

fn past_blanks(chars: &[char], from: usize) -> usize {
    from + chars.get(from..).unwrap_or_default().iter().take(2).take_while(|&&c| c == ' ').count()
}

/// What follows `number`.
pub fn tail(chars: &[char], number: &Numeral) -> Tail {
    let mut tail = Tail { end: number.end, ..Tail::default() };
    let from = past_blanks(chars, number.end);
    // 20几首: 几 only before a measure word.
    let few = look(chars, from) == '几' && number.arabic && unit::starts(chars, from + 1);
    let blurs = few || matches!(look(chars, from), '余' | '多' | '来') && (number.arabic || number.multiplied);
    let unit_from = if blurs { past_blanks(chars, from + 1) } else { from };
    // 两 weighs only where no measure word follows: 5万亿两个台阶 has none.
    let found = unit::unit(chars, unit_from).filter(|unit| unit.name != "两" || !unit::starts(chars, unit.end));
    if blurs && (found.is_some() || open_end(chars, from)) {
        let bound = if matches!(look(chars, from), '来' | '几') { Bound::About } else { Bound::Over };
        tail.blur = Some((bound, CharSpan::new(from, from + 1)));
        tail.end = from + 1;
    }
    if let Some(unit) = found {
        tail.end = unit.end;
        tail.unit = Some((unit, unit_from));
        inside_unit(chars, &mut tail);
        after_unit(chars, &mut tail);
    }
    tail
}

/// Whether the 余 or 多 at `at` can end the number although no known unit follows.
fn open_end(chars: &[char], at: usize) -> bool {
    let next = look(chars, at + 1);
    match look(chars, at) {
        '余' => !among!("额下热力生党波地款", next),
        '多' => !among!("数样元种次媒边年方少余", next),
        _ => false,
    }
}

/// 三个多月, 一个半小时: the word splits the unit.
fn inside_unit(chars: &[char], tail: &mut Tail) {
    let Some((unit, _)) = &mut tail.unit else { return };
    let splits = look(chars, unit.end);
    if unit.name != "个" || !matches!(splits, '多' | '半' | '余') {
        return;
    }
    let rest = ["月", "小时", "百分点", "星期", "世纪", "钟头"].into_iter().find(|rest| {
        let mut at = unit.end + 1;
        rest.chars().all(|c| {
            at += 1;
            look(chars, at - 1) == c
        })
    });
    let Some(rest) = rest else { return };
    match splits {
        '半' => tail.more = Some(HALF),
        _ => tail.blur = Some((Bound::Over, CharSpan::new(unit.end, unit.end + 1))),
    }
    unit.end += 1 + rest.chars().count();
    unit.name.push_str(rest);
    unit.family = if rest == "百分点" { "points" } else { "time" };
    tail.end = unit.end;
}

fn after_unit(chars: &[char], tail: &mut Tail) {
    let Some((unit, _)) = &tail.unit else { return };
    if matches!(unit.name.as_str(), "元" | "块") {
        small_money(chars, tail);
        return;
    }
    // 1米75: the digits behind the unit are its decimals.
    if unit.name == "米"
        && let Some(part) = arabic::literal(chars, tail.end)
        && part.whole_digits <= 2
        && !part.fraction
        && !unit::starts(chars, part.end)
        && !matches!(look(chars, part.end), '-' | '~' | '%' | '×' | '/')
    {
        tail.more = Some(part.value.scale(if part.whole_digits == 1 { -1 } else { -2 }));
        tail.end = part.end;
        return;
    }
    if !DIVISIBLE.contains(&unit.family) {
        return;
    }
    let (next, second) = (look(chars, tail.end), look(chars, tail.end + 1));
    if next == '半' && !matches!(second, '数' | '年' | '天' | '个' | '月' | '径') && tail.more.is_none() {
        tail.more = Some(HALF);
        tail.end += 1;
    } else if next == '多' && !among!("数样元种次个家人名项边方少", second) && tail.blur.is_none() {
        tail.blur = Some((Bound::Over, CharSpan::new(tail.end, tail.end + 1)));
        tail.end += 1;
    }
}

/// 6角三分 after 50元.
fn small_money(chars: &[char], tail: &mut Tail) {
    let mut more: Option<Decimal> = None;
    for (names, power) in [(['角', '毛'], -1), (['分', '分'], -2)] {
        let at = tail.end;
        let read = match digit(look(chars, at)) {
            Some(value) => Some((Decimal::new(value, 0), at + 1)),
            None => arabic::literal(chars, at).filter(|number| number.whole_digits == 1).map(|n| (n.value, n.end)),
        };
        let Some((value, end)) = read.filter(|(_, end)| names.contains(&look(chars, *end))) else { continue };
        if power == -2 && (is_han(look(chars, end + 1)) && look(chars, end + 1) != '钱') && more.is_none() {
            break;
        }
        more = more.unwrap_or(Decimal::ZERO).plus(value.scale(power)).or(more);
        tail.end = end + 1;
    }
    if more.is_some() {
        tail.end += usize::from(look(chars, tail.end) == '钱');
        if let Some((unit, _)) = &mut tail.unit {
            unit.name = String::from("元");
            unit.family = "money";
        }
    }
    tail.more = more;
}
