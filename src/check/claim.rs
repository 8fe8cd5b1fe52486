//! The figures of a page in order, with the words around them.

use super::interval::{Interval, Written};
use crate::fold::{CharSpan, Fold};
use crate::model::{Bound, Decimal, Detail, Fact, Figure, Form, Modality, Role, Span};
use crate::read::Page;

/// A figure that others may be compared with.
#[derive(Clone, Copy)]
pub(super) struct Claim<'a> {
    /// Where it stands, in characters of the fold.
    pub at: CharSpan,
    /// Its fact.
    pub fact: &'a Fact,
    /// What it says.
    pub figure: &'a Figure,
    /// The family of its unit, or empty.
    pub family: &'static str,
    /// Index of the sentence that it stands in.
    pub sentence: usize,
    /// Whether 余 or 多 stands at the number.
    pub and_some: bool,
    /// What sort of number it is.
    sort: Sort,
}

/// Sorts of numbers.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    /// An amount in per cent.
    Share,
    /// An amount with a unit other than per cent.
    Amount,
    /// Any other.
    Other,
}

impl Claim<'_> {
    /// Its number as interval arithmetic takes it.
    pub fn written(&self) -> Written {
        let figure = self.figure;
        const COUNTED: [&str; 13] = [
            "cases",
            "people",
            "count",
            "events",
            "documents",
            "households",
            "bodies",
            "places",
            "vehicles",
            "ships",
            "time",
            "rank",
            "person-times",
        ];
        Written {
            value: figure.value,
            high: figure.high,
            bound: figure.bound,
            and_some: self.and_some,
            counted: figure.value.exponent() == 0 && COUNTED.contains(&self.family),
        }
    }

    /// The numbers that it stands for.
    pub fn interval(&self) -> Option<Interval> {
        Interval::of(self.written())
    }

    /// Whether it is an amount in per cent.
    pub fn is_share(&self) -> bool {
        self.sort == Sort::Share
    }

    /// Whether it is an amount with a unit other than per cent.
    pub fn is_amount(&self) -> bool {
        self.sort == Sort::Amount
    }

    /// Whether the two are amounts that can be added.
    pub fn adds_to(&self, other: &Self) -> bool {
        self.is_amount() && other.is_amount() && self.figure.unit == other.figure.unit
    }

    /// Whether the two speak of the same time and both of what is, or both of what is wanted.
    pub fn same_frame(&self, other: &Self) -> bool {
        self.figure.period == other.figure.period
            && self.figure.area == other.figure.area
            && self.figure.modality == other.figure.modality
    }

    /// Whether the number stands alone: no range, no approximation.
    pub fn is_exact(&self) -> bool {
        self.figure.bound == Bound::Exact && self.figure.high.is_none()
    }

    /// The number in the unit of its multiplier, as it is written.
    pub fn shown(&self, fold: &Fold) -> String {
        fold.text(self.at).split_whitespace().collect()
    }

    /// The power of ten of its last written digit.
    pub const fn places(&self) -> u32 {
        let exponent = self.figure.value.exponent();
        if exponent < 0 { exponent.unsigned_abs() } else { 0 }
    }

    /// How many digits stand behind the point where it is written in a multiplier of `scale`.
    pub fn written_places(&self, scale: i128) -> u32 {
        let zeros = scale.checked_ilog10().unwrap_or(0);
        (i64::from(zeros) - i64::from(self.figure.value.exponent())).clamp(0, 6) as u32
    }

    /// The number.
    pub const fn value(&self) -> Decimal {
        self.figure.value
    }

    /// Where the text says the period, if it does.
    pub fn period_at(&self) -> Option<Span> {
        self.fact.evidence.iter().find(|part| part.role == Role::Period).map(|part| part.span)
    }
}

/// The figures of a page that are no anecdote's, in source order.
pub(super) struct View<'a> {
    pub page: &'a Page<'a>,
    pub claims: Vec<Claim<'a>>,
    /// The times in source order with their EDTF values.
    times: Vec<(Span, &'a str)>,
}

impl<'a> View<'a> {
    /// Gathers the figures of `facts`, which are in source order.
    pub fn of(page: &'a Page<'a>, facts: &'a [Fact]) -> Self {
        let mut reader = Reader { page, quantity: 0, sentence: 0 };
        let mut claims = Vec::with_capacity(page.marks.quantities.len());
        claims.extend(facts.iter().filter_map(|fact| reader.claim(fact)));
        let times = facts.iter().filter_map(|fact| match &fact.detail {
            Detail::Time(time) => Some((fact.span, time.value.as_str())),
            _ => None,
        });
        Self { page, claims, times: times.collect() }
    }

    /// The EDTF value of the time that the words at `span` are part of.
    pub fn time_at(&self, span: Span) -> Option<&'a str> {
        let index = self.times.partition_point(|(time, _)| time.end <= span.start);
        self.times.get(index).filter(|(time, _)| time.overlaps(span)).map(|&(_, value)| value)
    }

    pub fn fold(&self) -> &'a Fold {
        self.page.fold
    }

    /// The words between two places.
    pub fn between(&self, from: usize, to: usize) -> &'a str {
        let to = to.min(self.fold().len());
        self.fold().text(CharSpan::new(from, to))
    }

    /// Where the words before a claim stand in its sentence: back to the claim before it, or a comma or a stronger mark.
    pub fn before(&self, index: usize) -> CharSpan {
        let Some(claim) = self.claims.get(index) else { return CharSpan::new(0, 0) };
        let behind = index.checked_sub(1).map_or(0, |last| self.claims[last].at.end);
        let opening = self.page.layout.sentences.get(claim.sentence).map_or(0, |sentence| sentence.at.start);
        let floor = behind.max(opening).min(claim.at.start);
        let chars = self.fold().slice(CharSpan::new(floor, claim.at.start));
        let words = chars.iter().rev().take_while(|c| !matches!(c, ',' | ';' | ':' | '。' | '(' | '\n')).count();
        CharSpan::new(claim.at.start - words, claim.at.start)
    }

    /// The characters of these words.
    pub fn chars_before(&self, index: usize) -> &'a [char] {
        self.fold().slice(self.before(index))
    }

    /// These words as a text.
    pub fn words_before(&self, index: usize) -> &'a str {
        self.fold().text(self.before(index))
    }

    /// Whether one of `words` stands in a stretch.
    pub fn says(&self, part: CharSpan, words: &[&str]) -> bool {
        let fits = |at: usize, word: &str| at + word.chars().count() <= part.end && self.fold().starts_with(at, word);
        (part.start..part.end).any(|at| words.iter().any(|word| fits(at, word)))
    }

    /// Whether the words before a claim end in one of `words`, behind which only `loose` characters stand.
    pub fn ends_before(&self, index: usize, loose: &[char], words: &[&str]) -> bool {
        let last = self.claims.get(index).map_or('\0', |claim| self.fold().at(claim.at.start.wrapping_sub(1)));
        if !loose.contains(&last) && !words.iter().any(|word| word.ends_with(last)) {
            return false;
        }
        let mut part = self.before(index);
        while !part.is_empty() && loose.contains(&self.fold().at(part.end - 1)) {
            part.end -= 1;
        }
        words.iter().any(|word| self.fold().ends_with(part.end, word) && word.chars().count() <= part.len())
    }

    /// Whether the claims of these indices stand in one sentence with no semicolon between them.
    pub fn one_part(&self, first: usize, last: usize) -> bool {
        let (Some(a), Some(b)) = (self.claims.get(first), self.claims.get(last)) else { return false };
        a.sentence == b.sentence && self.fold().slice(CharSpan::new(a.at.end, b.at.start)).iter().all(|&c| c != ';')
    }

    /// The last claim before `index` within `reach` claims that `wanted` takes.
    pub fn back(&self, index: usize, reach: usize, wanted: impl Fn(usize, &Claim) -> bool) -> Option<usize> {
        (index.saturating_sub(reach)..index).rev().find(|&at| wanted(at, &self.claims[at]))
    }
}

/// Makes claims of facts in source order.
struct Reader<'a> {
    page: &'a Page<'a>,
    /// The first quantity that does not end before the last claim.
    quantity: usize,
    /// The first sentence that starts behind it.
    sentence: usize,
}

impl<'a> Reader<'a> {
    fn claim(&mut self, fact: &'a Fact) -> Option<Claim<'a>> {
        let Detail::Figure(figure) = &fact.detail else { return None };
        if figure.modality == Modality::Case {
            return None;
        }
        let page = self.page;
        let (fold, sentences) = (page.fold, &page.layout.sentences);
        let left = page.marks.quantities[self.quantity..].iter();
        self.quantity += left.take_while(|quantity| fold.span(quantity.at).end <= fact.span.start).count();
        let quantity = page.marks.quantities.get(self.quantity)?;
        let at = if fold.span(quantity.at) == fact.span { quantity.at } else { fold.stretch(fact.span) };
        if !quantity.at.overlaps(at) {
            return None;
        }
        let behind = sentences[self.sentence..].iter().take_while(|sentence| sentence.at.start <= at.start);
        self.sentence += behind.count();
        let sentence = self.sentence.checked_sub(1)?;
        sentences.get(sentence).filter(|sentence| at.end <= sentence.at.end)?;
        let and_some = fold.slice(at).iter().any(|c| matches!(c, '余' | '多'));
        let sort = match quantity.family {
            _ if figure.form != Form::Level => Sort::Other,
            _ if figure.unit == "%" => Sort::Share,
            "share" | "points" | "rank" => Sort::Other,
            _ => Sort::Amount,
        };
        Some(Claim { at, fact, figure, family: quantity.family, sentence, and_some, sort })
    }
}
