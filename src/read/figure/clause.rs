//! Clauses of a sentence and the items of a clause, each with the words before and after its numbers.

use super::noun;
use super::vocabulary::words;
use crate::fold::{CharSpan, Fold};
use crate::lexicon::among;
use crate::scan::Quantity;
use crate::script::is_letter;

/// How many characters before a number are looked at for what governs it.
pub(super) const LOOK_BACK: usize = 100;

/// A stretch between two commas.
#[derive(Clone, Copy, Debug)]
pub(super) struct Clause {
    /// Without its closing mark.
    pub at: CharSpan,
    /// Whether a semicolon or a full stop stands before it.
    pub opens: bool,
}

/// Numbers that stand together (63件72人) with the words on both sides.
#[derive(Clone, Debug)]
pub(super) struct Item {
    /// The words before the first number.
    pub pre: CharSpan,
    /// Indices of the numbers.
    pub numbers: std::ops::Range<usize>,
    /// The words after the last number.
    pub post: CharSpan,
}

/// The clauses of a sentence, in place of what `found` held. A bracket that holds a number is a clause of its own; in a
/// `headline` a blank parts clauses.
pub(super) fn clauses(
    fold: &Fold,
    sentence: CharSpan,
    quantities: &[&Quantity],
    headline: bool,
    found: &mut Vec<Clause>,
) {
    found.clear();
    let mut start = sentence.start;
    let mut opens = true;
    let mut close = |start: &mut usize, end: usize, next: usize, opens: &mut bool, then_opens: bool| {
        let at = fold.trim(CharSpan::new(*start, end));
        if !at.is_empty() {
            found.push(Clause { at, opens: *opens });
            *opens = then_opens;
        } else {
            *opens |= then_opens;
        }
        *start = next;
    };
    let mut bracket = None;
    // Most of them are digits and marks that part no clauses.
    let parting = |&at: &usize| among!(",—\n\r<>|:;。!?…() ", fold.at(at));
    for at in fold.others(sentence).filter(parting) {
        match fold.at(at) {
            // A comma inside a number is the number's.
            ',' if quantities_at(quantities, at) || parts_digits(fold, at) => {}
            // Ⅰ—Ⅲ类
            '—' if at > 0 && is_degree(fold.at(at - 1)) && is_degree(fold.at(at + 1)) => {}
            ' ' if headline && at > 0 && is_letter_or_mark(fold.at(at - 1)) && !fold.at(at + 1).is_ascii() => {
                close(&mut start, at, at + 1, &mut opens, true)
            }
            ',' | '\n' | '\r' | '—' | '<' | '>' | '|' => close(&mut start, at, at + 1, &mut opens, false),
            ':' if quantities_at(quantities, at) => {}
            ':' if fold.at(at + 1).is_ascii_digit() && at > 0 && fold.at(at - 1).is_ascii_digit() => {}
            ';' | ':' | '。' | '!' | '?' | '…' => close(&mut start, at, at + 1, &mut opens, true),
            '(' if holds_number(fold, at, sentence.end, quantities) => {
                close(&mut start, at, at + 1, &mut opens, false);
                bracket = Some(at);
            }
            ')' if bracket.take().is_some() => close(&mut start, at, at + 1, &mut opens, false),
            _ => {}
        }
    }
    close(&mut start, sentence.end, sentence.end, &mut opens, false);
}

/// Whether a clause of a headline can end in `c`.
fn is_letter_or_mark(c: char) -> bool {
    is_letter(c) || matches!(c, '%' | '”' | '」' | '》' | ')')
}

/// Whether `c` can end a span of degrees or numbers: 1—3, Ⅰ—Ⅲ类.
fn is_degree(c: char) -> bool {
    c.is_ascii_digit() || ('Ⅰ'..='Ⅻ').contains(&c)
}

/// Whether the comma at `at` parts thousands: 2,312团.
fn parts_digits(fold: &Fold, at: usize) -> bool {
    let digit = |at: usize| fold.at(at).is_ascii_digit();
    at > 0 && digit(at - 1) && (1..=3).all(|by| digit(at + by)) && !digit(at + 4)
}

fn quantities_at(quantities: &[&Quantity], at: usize) -> bool {
    let index = quantities.partition_point(|quantity| quantity.at.end <= at);
    quantities.get(index).is_some_and(|quantity| quantity.at.start < at)
}

/// Whether the bracket that opens at `open` closes soon and holds a number with a unit: (同期为下降5.3%).
fn holds_number(fold: &Fold, open: usize, end: usize, quantities: &[&Quantity]) -> bool {
    let reach = end.min(open + 60);
    let Some(close) = (open + 1..reach).find(|&at| fold.at(at) == ')') else { return false };
    let index = quantities.partition_point(|quantity| quantity.at.start <= open);
    quantities.get(index).is_some_and(|quantity| quantity.at.end <= close && !quantity.unit.is_empty())
}

/// The items of a clause, in place of what `found` held; `numbers` are the indices of the quantities inside it.
pub(super) fn items(
    fold: &Fold,
    clause: CharSpan,
    quantities: &[&Quantity],
    numbers: std::ops::Range<usize>,
    found: &mut Vec<Item>,
) {
    found.clear();
    let mut pre_start = clause.start;
    let mut index = numbers.start;
    while index < numbers.end {
        let first = index;
        while index + 1 < numbers.end && touch(fold, quantities[index], quantities[index + 1]) {
            index += 1;
        }
        let next_start = quantities.get(index + 1).filter(|_| index + 1 < numbers.end).map(|next| next.at.start);
        let after = quantities[index].at.end;
        let (post_end, next_pre) = match next_start {
            Some(next) => split_between(fold, quantities[index], next, pre_start, quantities[first].at.start),
            None => (clause.end, clause.end),
        };
        found.push(Item {
            pre: CharSpan::new(pre_start, quantities[first].at.start.max(pre_start)),
            numbers: first..index + 1,
            post: CharSpan::new(after.min(post_end), post_end),
        });
        pre_start = next_pre;
        index += 1;
    }
}

/// 63件72人, 22支、580人的 is none: nothing may stand between, nor a bound before the second (3天超过35℃).
fn touch(fold: &Fold, left: &Quantity, right: &Quantity) -> bool {
    let bounded = right.bound_at.is_some_and(|bound| bound.start == right.at.start);
    !bounded
        && left.at.end <= right.at.start
        && (left.at.end..right.at.start).all(|at| fold.at(at) == ' ')
        && left.unit != right.unit
        && !left.unit.is_empty()
}

/// Where the words after one number end and those before the next begin.
fn split_between(fold: &Fold, last: &Quantity, next: usize, pre_start: usize, number: usize) -> (usize, usize) {
    let chars = fold.chars();
    let mut after = last.at.end;
    // 8.3:41.4:50.3
    if after + 1 == next && fold.at(after) == ':' {
        return (after, next);
    }
    // 由2.9:1缩小至: what a ratio is counted against is no name.
    if fold.at(after) == ':' {
        after = (after + 1..next).find(|&at| !fold.at(at).is_ascii_digit()).unwrap_or(next);
    }
    // 连续5年〔满意度、公信力保持在〕90%: what held so long is the next number's.
    if fold.ends_with(number, "连续") && fold.at(after) != '、' {
        return (after, after);
    }
    // 帐篷1200顶、毛巾被8000条等救灾物资2万件: the whole that they are of.
    if fold.at(after) == '等' && fold.at(after + 1) != '级' {
        return (after, after + 1);
    }
    if let Some(mark) = outside_marks(fold, after, next).find(|&at| fold.at(at) == '、') {
        // 三家公司甲、乙、丙分别持股2%、3%、4%: the names begin behind what was counted.
        if next - mark < LOOK_BACK && (mark..next).any(|at| fold.starts_with(at, "分别")) {
            let counted = (after + 2..mark).find(|&end| noun::fits(fold, &last.unit, end)).unwrap_or(after);
            return (counted, counted);
        }
        return (mark, mark + 1);
    }
    for connector in ["以及", "和", "及", "与", "或", "即"] {
        let length = connector.chars().count();
        if fold.ends_with(next, connector) && next - length >= after {
            return (next - length, next);
        }
        if fold.starts_with(after, connector) {
            return (after, after + length);
        }
    }
    // A verb begins the next item; before it stands what the first number counts.
    let became = noun::became(fold, &last.unit, after).unwrap_or(after);
    let verb = outside_marks(fold, became, next.max(became)).find(|&at| begins_predicate(fold, at));
    // 700多家单位的近万名科研人员: what the first counts, and of which the second is.
    if next >= after + 3 && next - after <= 8 && fold.at(next - 1) == '的' && verb.is_none() {
        return (next - 1, next);
    }
    let kind = qualifies(fold, last, after, next);
    if let Some(verb) = verb.filter(|&verb| !(kind && verb + 1 == next && fold.at(verb) == '共')) {
        return (verb, verb);
    }
    // 〔新增200万像素高清探头〕3600枚: the first number only says what kind is counted.
    if kind {
        return (next, pre_start);
    }
    // 44个〔地级市〕约600万条: these measure words stand before what they count.
    let prenominal = matches!(last.unit.as_str(), "个" | "名" | "位" | "条" | "项" | "座" | "所" | "支" | "种" | "类");
    let counted = prenominal
        || number <= pre_start
        || words().before_of(chars, number, &["verb", "area", "copula", "adverb"]).is_some();
    if counted { (next, after) } else { (after, after) }
}

/// Whether the number before `after` is the size of what is counted at `next`: 200万像素高清探头3600枚, 12吋盆栽44盆.
fn qualifies(fold: &Fold, quantity: &Quantity, after: usize, next: usize) -> bool {
    let size = matches!(quantity.family, "length" | "data") || matches!(quantity.unit.as_str(), "吨级" | "千伏");
    size && (2..=10).contains(&next.saturating_sub(after)) && !matches!(fold.at(after), '的' | '、' | '和')
}

/// A verb or an adverb; a single character must be one that begins no noun (高清, 升级, 减灾).
fn begins_predicate(fold: &Fold, at: usize) -> bool {
    let chars = fold.chars();
    let families = ["finite", "adverb", "verb", "up", "down", "to"];
    // 带动860户农户〔户均增收〕
    if among!("户人亩", chars[at]) && fold.at(at + 1) == '均' {
        return true;
    }
    words().at_of(chars, at, &families).is_some_and(|hit| {
        // 三项基金〔总收入〕
        hit.len > 1
            && fold.at(at.wrapping_sub(1)) != '总'
            && !noun::modifies(fold, at + hit.len)
            && !measures(fold, at + hit.len)
            || hit.term == "共" && !matches!(fold.at(at + 1), '建' | '享' | '治' | '同')
            || hit.term == "共" && matches!(fold.at(at + 2), '成' | '立' | '有' | '起')
            || chars[at] == '占' && !matches!(fold.at(at + 1), '比' | '地' | '道')
            || matches!(chars[at], '已' | '均' | '都' | '达' | '为' | '由' | '将' | '增' | '降')
            || chars[at] == '被' && !noun::begins_noun(fold, at, 1)
    })
}

/// 生产〔总值〕, 投资〔额〕: what makes a measure of the verb before it.
fn measures(fold: &Fold, at: usize) -> bool {
    matches!(fold.at(at), '额' | '量' | '值') || fold.at(at) == '总' && matches!(fold.at(at + 1), '值' | '额' | '量')
}

/// The places between two numbers outside brackets and quotations.
fn outside_marks(fold: &Fold, from: usize, to: usize) -> impl Iterator<Item = usize> {
    let mut depth = 0usize;
    (from..to).filter(move |&at| {
        match fold.at(at) {
            '(' | '“' | '《' | '「' => depth += 1,
            ')' | '”' | '》' | '」' => depth = depth.saturating_sub(1),
            _ => return depth == 0,
        }
        false
    })
}
