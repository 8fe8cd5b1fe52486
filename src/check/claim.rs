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
        self.figure.unit == "%" && self.figure.form == Form::Level
    }

    /// Whether it is an amount with a unit other than per cent.
    pub fn is_amount(&self) -> bool {
        self.figure.form == Form::Level
            && !matches!(self.family, "share" | "points" | "rank")
            && self.figure.unit != "%"
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
        fold.words(self.at).chars().filter(|c| !c.is_whitespace()).collect()
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
    /// The words before each claim.
    before: Vec<String>,
    /// The times in source order with their EDTF values.
    times: Vec<(Span, &'a str)>,
}

impl<'a> View<'a> {
    /// Gathers the figures of `facts`, which are in source order.
    pub fn of(page: &'a Page<'a>, facts: &'a [Fact]) -> Self {
        let claims: Vec<Claim> = facts.iter().filter_map(|fact| claim(page, fact)).collect();
        let mut behind = 0;
        let before = claims.iter().map(|claim| {
            let floor = std::mem::replace(&mut behind, claim.at.end);
            page.fold.words(before(page, claim, floor))
        });
        let before = before.collect();
        let times = facts.iter().filter_map(|fact| match &fact.detail {
            Detail::Time(time) => Some((fact.span, time.value.as_str())),
            _ => None,
        });
        Self { page, claims, before, times: times.collect() }
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
    pub fn between(&self, from: usize, to: usize) -> String {
        let to = to.min(self.fold().len());
        if to <= from { String::new() } else { self.fold().words(CharSpan::new(from, to)) }
    }

    /// The words before a claim: back to the claim before it, or a comma or a stronger mark.
    pub fn words_before(&self, index: usize) -> &str {
        self.before.get(index).map_or("", String::as_str)
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

/// The words before a claim in its sentence: back to `floor`, where the claim before it ends, or a comma or a stronger
/// mark.
fn before(page: &Page, claim: &Claim, floor: usize) -> CharSpan {
    let opening = page.layout.sentences.get(claim.sentence).map_or(0, |sentence| sentence.at.start);
    let floor = floor.max(opening).min(claim.at.start);
    let chars = page.fold.slice(CharSpan::new(floor, claim.at.start));
    let words = chars.iter().rev().take_while(|c| !matches!(c, ',' | ';' | ':' | '。' | '(' | '\n')).count();
    CharSpan::new(claim.at.start - words, claim.at.start)
}

fn claim<'a>(page: &Page, fact: &'a Fact) -> Option<Claim<'a>> {
    let Detail::Figure(figure) = &fact.detail else { return None };
    if figure.modality == Modality::Case {
        return None;
    }
    let at = page.fold.stretch(fact.span);
    let sentences = &page.layout.sentences;
    let sentence = sentences.partition_point(|sentence| sentence.at.start <= at.start).checked_sub(1)?;
    sentences.get(sentence).filter(|sentence| at.end <= sentence.at.end)?;
    let quantities = &page.marks.quantities;
    let quantity = quantities.get(quantities.partition_point(|quantity| quantity.at.end <= at.start));
    let quantity = quantity.filter(|quantity| quantity.at.overlaps(at))?;
    let and_some = page.fold.slice(at).iter().any(|c| matches!(c, '余' | '多'));
    Some(Claim { at, fact, figure, family: quantity.family, sentence, and_some })
}
