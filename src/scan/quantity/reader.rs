//! Puts a number together with its sign, range, unit and bounds, and decides whether it counts anything.

use super::class::{digit, is_han};
use super::number::{self, Numeral};
use super::special::{self, Special};
use super::tail::{Tail, tail};
use super::unit::Unit;
use super::{Notation, Quantity, Shape, bound, lexical, range, unit};
use crate::fold::CharSpan;
use crate::model::{Bound, Decimal};

/// What one look gave.
pub enum Step {
    /// A quantity.
    Found(Quantity),
    /// None; go on here.
    Pass(usize),
}

fn look(chars: &[char], i: usize) -> char {
    chars.get(i).copied().unwrap_or('\0')
}

fn before(chars: &[char], i: usize) -> char {
    i.checked_sub(1).map_or('\0', |i| look(chars, i))
}

/// Reads the numeral that begins at `start`; nothing before `floor` belongs to it.
pub fn read(chars: &[char], start: usize, floor: usize) -> Step {
    let arabic = look(chars, start).is_ascii();
    if !arabic
        && let Some(word) = lexical::over(chars, start)
        && (before(chars, start) != '第' || word.start < start)
    {
        return Step::Pass(word.end);
    }
    if let Some(found) =
        special::doubling(chars, start).or_else(|| special::half(chars, start)).or_else(|| special::first(chars, start))
    {
        return Step::Found(from_special(chars, &found, floor));
    }
    let Some(numeral) = number::numeral(chars, start) else {
        return Step::Pass(start + 1);
    };
    if let Some(found) = special::fraction(chars, &numeral)
        .or_else(|| special::mixed(chars, &numeral))
        .or_else(|| special::stroke(chars, &numeral))
    {
        return Step::Found(from_special(chars, &found, floor));
    }
    let draft = Draft::of(chars, numeral, floor);
    if draft.counts(chars) { Step::Found(draft.quantity(chars, floor)) } else { Step::Pass(numeral.end) }
}

/// A numeral with all that was read around it.
struct Draft {
    first: Numeral,
    start: usize,
    end: usize,
    number_end: usize,
    value: Decimal,
    high: Option<Decimal>,
    unit: Option<(Unit, usize)>,
    blur: Option<(Bound, CharSpan)>,
    ordinal: bool,
    arabic: bool,
    bound: Option<(Bound, CharSpan)>,
}

impl Draft {
    fn of(chars: &[char], first: Numeral, floor: usize) -> Self {
        let lower = tail(chars, &first);
        let upper = range::upper(chars, &first, &lower);
        let more = lower.more.filter(|_| upper.is_none());
        let mut draft = Self {
            first,
            start: first.start,
            end: lower.end,
            number_end: first.end,
            value: more.and_then(|more| first.value.plus(more)).unwrap_or(first.value),
            high: first.high,
            unit: lower.unit,
            blur: first.blur.or(lower.blur),
            ordinal: false,
            arabic: first.arabic,
            bound: None,
        };
        if let Some(upper) = upper {
            draft.take_upper(upper);
        }
        draft.sign(chars, floor);
        draft.tenths(chars);
        draft.bounds(chars, floor);
        draft
    }

    fn take_upper(&mut self, upper: range::Upper) {
        let Tail { end, unit, blur, .. } = upper.tail;
        self.value = upper.low;
        self.high = Some(upper.high);
        self.end = end;
        self.number_end = upper.number.end;
        self.unit = unit.or(self.unit.take());
        self.blur = self.blur.or(upper.number.blur).or(blur);
        self.arabic &= upper.number.arabic;
    }

    /// 第, the minus sign and 负.
    fn sign(&mut self, chars: &[char], floor: usize) {
        let (mark, earlier) = (before(chars, self.start), before(chars, self.start.saturating_sub(1)));
        if self.start <= floor {
            return;
        }
        let minus = match mark {
            '-' | '−' => {
                !earlier.is_ascii_alphanumeric() && !matches!(earlier, ')' | '%' | '-' | '—' | '年' | '月' | '日')
            }
            '负' => !matches!(earlier, '减' | '肩' | '担' | '胜' | '抱' | '欺' | '自' | '辜'),
            _ => false,
        };
        if mark == '下' && earlier == '零' && self.start > floor + 1 && self.first.arabic | self.unit.is_some() {
            self.start -= 2;
            let warmer = self.value.negate();
            self.value = self.high.map_or(warmer, Decimal::negate);
            self.high = self.high.map(|_| warmer);
            return;
        }
        // 第二、三大股东: the sign stands once for the row.
        let rowed = matches!(mark, '、' | '和')
            && digit(earlier).is_some()
            && look(chars, self.start.saturating_sub(3)) == '第';
        if rowed {
            self.ordinal = true;
        } else if mark == '第' {
            self.ordinal = true;
            self.start -= 1;
        } else if minus {
            self.start -= 1;
            self.value = self.value.negate();
            self.high = self.high.map(|high| if self.first.high.is_some() { high.negate() } else { high });
        }
    }

    /// 三成 is 30%, 四成七 47%, 九折 90%; 十折 is the full price.
    fn tenths(&mut self, chars: &[char]) {
        let Some((unit, _)) = &mut self.unit else { return };
        if !matches!(unit.name.as_str(), "成" | "折") {
            return;
        }
        let fold = unit.name == "折";
        let ten = Decimal::new(10, 0);
        if self.value > ten && !fold || self.value == ten && fold {
            self.unit = None;
            self.end = self.blur.map_or(self.number_end, |(_, at)| at.end.max(self.number_end));
            return;
        }
        let power = i32::from(!fold || self.value < ten);
        self.value = self.value.scale(power);
        self.high = self.high.map(|high| high.scale(power));
        // 6成7
        let arabic = self.first.arabic && !look(chars, self.end + 1).is_ascii_digit();
        // 七成半
        let last = look(chars, self.end);
        let last = if last == '半' { '五' } else { last };
        let seventh = digit(last).or(last.to_digit(10).filter(|_| arabic).map(i128::from));
        let seventh = seventh.filter(|_| !unit::starts(chars, self.end + 1) && !fold);
        if let Some(more) = seventh.filter(|_| lexical::over(chars, self.end).is_none()) {
            self.value = self.value.plus(Decimal::new(more, 0)).unwrap_or(self.value);
            self.end += 1;
        }
        unit.name = String::from("%");
    }

    fn bounds(&mut self, chars: &[char], floor: usize) {
        let time = self.unit.as_ref().is_some_and(|(unit, _)| unit.family == "time");
        self.bound = bound::before(chars, self.start, floor, self.first.bare).filter(|(_, at)| {
            // 近三年 is the last three years, not nearly three.
            !(time && at.len() == 1 && look(chars, at.start) == '近')
        });
        if self.front(chars, floor) {
            return;
        }
        if let Some((_, at)) = self.bound {
            self.start = at.start;
        }
        if let Some((bound, at)) = bound::after(chars, self.end)
            && !self.ordinal
        {
            self.bound = self.bound.or(Some((bound, at)));
            self.end = at.end;
        }
    }

    /// 前3位, 前三: a rank no lower than the number.
    fn front(&mut self, chars: &[char], floor: usize) -> bool {
        let ranked = match &self.unit {
            Some((unit, _)) => matches!(unit.name.as_str(), "位" | "名" | "强" | "%"),
            None => !is_han(look(chars, self.end)),
        };
        if before(chars, self.start) != '前' || self.start <= floor || !ranked || self.ordinal {
            return false;
        }
        if matches!(before(chars, self.start - 1), '目' | '以' | '之' | '年') {
            return false;
        }
        self.start -= 1;
        self.ordinal = self.unit.as_ref().is_none_or(|(unit, _)| unit.name != "%");
        self.bound = Some((Bound::Under, CharSpan::new(self.start, self.start + 1)));
        true
    }

    /// Whether the numeral measures, ranks or at least stands there in digits.
    fn counts(&self, chars: &[char]) -> bool {
        let first = &self.first;
        if first.arabic || self.ordinal || self.high.is_some_and(|_| self.unit.is_some() || self.arabic) {
            return true;
        }
        let length = first.end - first.start;
        if first.bare && self.bound.is_some_and(|(_, at)| at.end == first.start) {
            return true;
        }
        if first.bare && first.blur.is_none() && self.blur.is_none() && self.bound.is_none() {
            return (length > 1 || before(chars, first.start) == '每') && self.unit.is_some();
        }
        // 十六大, 三大任务: a congress, or a name that restates a list.
        if self.unit.is_none() && look(chars, first.end) == '大' {
            return false;
        }
        if lists(chars, first) || pattern(chars, first) {
            return false;
        }
        if let Some((unit, _)) = &self.unit {
            return first.high.is_some() || length > 1 || !first.financial || unit.family == "money";
        }
        if first.positional {
            let spelled = chars.get(first.start..first.end).unwrap_or_default();
            return length > 2 || spelled.iter().any(|c| matches!(c, '〇' | '○' | '零'));
        }
        if look(chars, first.start) == '零' && length == 1 {
            return true;
        }
        if length > 1 {
            return first.multiplied || first.end > first.start + 2;
        }
        alone(chars, first)
    }

    fn quantity(self, chars: &[char], floor: usize) -> Quantity {
        let number = CharSpan::new(self.first.start, self.number_end);
        let sign = unit::sign_before(chars, self.start).filter(|&(start, _)| start >= floor);
        // 数亿元B+轮融资: letters behind a unit are not the number's.
        let sized = self.unit.as_ref().is_some_and(|(unit, _)| !unit.name.ends_with('级'));
        let past = if sized { chars.len() } else { self.end };
        let glued = glued(chars, self.first.start, past);
        let (mut start, mut unit, mut family, mut unit_at) = (self.start, String::new(), "", None);
        if let Some((found, at)) = self.unit {
            unit_at = Some(CharSpan::new(at, found.end));
            unit = found.name;
            family = found.family;
        } else if let Some((at, name)) = sign {
            unit_at = Some(CharSpan::new(at, start));
            start = at;
            unit = name.to_owned();
            family = "money";
        }
        let shape = match family {
            _ if self.ordinal => Shape::Ordinal,
            "share" => Shape::Share,
            _ => Shape::Cardinal,
        };
        let bound = self.bound.or(self.blur);
        let single = self.first.end == self.first.start + 1 && look(chars, self.first.start) == '一';
        Quantity {
            at: CharSpan::new(start, self.end),
            number,
            value: self.value,
            high: self.high,
            unit_at,
            article_like: single && bound.is_none() && shape == Shape::Cardinal && unit::is_classifier(family),
            unit,
            family,
            bound: bound.map(|(bound, _)| bound).unwrap_or_default(),
            bound_at: bound.map(|(_, at)| at),
            notation: if self.arabic { Notation::Arabic } else { Notation::Chinese },
            shape,
            glued,
        }
    }
}

/// Whether the numeral numbers a point of a list: 十一是…, （十二）.
fn lists(chars: &[char], first: &Numeral) -> bool {
    let (earlier, next) = (before(chars, first.start), look(chars, first.end));
    match next {
        '是' | '、' => !is_han(earlier) && !matches!(earlier, '”' | '"'),
        ')' => earlier == '(',
        _ => false,
    }
}

/// Whether the numeral belongs to a pattern such as 一户一策, 一村一品, 两免一补, or repeats (一个个).
fn pattern(chars: &[char], first: &Numeral) -> bool {
    if first.end != first.start + 1 {
        return false;
    }
    let one = |i: usize| look(chars, i) == '一';
    let unit_at = first.end;
    if one(first.start) && look(chars, unit_at) == '起' {
        return !incident_follows(chars, unit_at + 1);
    }
    let repeats = one(first.start) && look(chars, unit_at) == look(chars, unit_at + 1);
    let opens = one(first.start) && one(first.start + 2) && is_han(look(chars, first.start + 3));
    let closes = first.start >= 2 && one(first.start) && one(first.start - 2) && is_han(look(chars, first.start + 1));
    repeats || opens || closes
}

/// 一起 counts an incident only where the clause names one; else it is the adverb.
fn incident_follows(chars: &[char], from: usize) -> bool {
    let clause =
        chars.get(from..).unwrap_or_default().iter().take(16).take_while(|&&c| !matches!(c, ',' | '。' | ';' | '\n'));
    let words: String = clause.collect();
    ["案", "事故", "事件", "纠纷", "警情", "官司", "火灾", "险情"].iter().any(|noun| words.contains(noun))
}

/// One Chinese digit without unit counts where it is quoted or stated: “五”, 为三.
fn alone(chars: &[char], first: &Numeral) -> bool {
    let (earlier, next) = (before(chars, first.start), look(chars, first.end));
    let quoted = matches!((earlier, next), ('“', '”') | ('「', '」') | ('"', '"'));
    let stated = matches!(earlier, '为' | '是' | '达') && matches!(next, '\0' | '。' | ',' | ';' | '\n' | '而' | '却');
    quoted || (earlier == '负' && !is_han(next)) || (stated && !first.financial) || (earlier == '\0' && next == '\0')
}

fn glued(chars: &[char], start: usize, end: usize) -> bool {
    let earlier = before(chars, start);
    let hyphened = earlier == '-' && before(chars, start.saturating_sub(1)).is_ascii_alphabetic();
    earlier.is_ascii_alphabetic() || hyphened || look(chars, end).is_ascii_alphabetic()
}

fn from_special(chars: &[char], found: &Special, floor: usize) -> Quantity {
    let (mut at, number) = (found.at, found.number);
    let mut blur = found.numeral.and_then(|numeral| numeral.blur);
    let mut halved = false;
    let mut unit = (!found.unit.is_empty()).then(|| (found.unit.to_owned(), found.family, None));
    if unit.is_none()
        && let Some(counted) = unit::unit(chars, at.end).filter(|unit| unit.name != "以上")
    {
        let tenth = matches!(counted.name.as_str(), "成" | "折");
        halved = counted.name == "折";
        let place = CharSpan::new(at.end, counted.end);
        at.end = counted.end;
        unit = Some((if tenth { String::from("%") } else { counted.name }, counted.family, Some(place)));
    }
    let bound = bound::before(chars, at.start, floor, true);
    if let Some((_, place)) = bound {
        at.start = place.start;
    }
    if let Some((after, place)) = bound::after(chars, at.end) {
        at.end = place.end;
        blur = blur.or(Some((after, place)));
    }
    let bound = bound.or(blur);
    let minus = before(chars, found.at.start) == '负' && found.at.start > floor && bound.is_none();
    at.start -= usize::from(minus);
    let value = if minus { found.value.negate() } else { found.value };
    let value = match &unit {
        // 半成 is half a tenth, 半折 half the price.
        Some((name, _, Some(_))) if name == "%" => value.scale(1 + i32::from(halved)),
        _ => value,
    };
    let (unit, family, unit_at) = unit.unwrap_or_default();
    let shape = match family {
        "share" => Shape::Share,
        "ratio" => Shape::Cardinal,
        "rank" => Shape::Ordinal,
        _ => Shape::Fraction,
    };
    Quantity {
        at,
        number,
        value,
        high: found.numeral.and_then(|numeral| numeral.high).filter(|_| family == "share"),
        unit_at: unit_at.or(match family {
            "share" => Some(CharSpan::new(found.at.start, number.start)),
            "ratio" => Some(CharSpan::new(found.at.end - 1, found.at.end)),
            _ => None,
        }),
        unit,
        family,
        bound: bound.map(|(bound, _)| bound).unwrap_or_default(),
        bound_at: bound.map(|(_, at)| at),
        notation: if found.numeral.is_some_and(|numeral| numeral.arabic) {
            Notation::Arabic
        } else {
            Notation::Chinese
        },
        shape,
        glued: false,
        article_like: false,
    }
}
