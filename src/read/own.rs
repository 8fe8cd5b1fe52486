//! The reader's own word list at work: its units, indicators, programmes and bodies.

use super::Page;
use super::prose::{Stretch, ends_sentence, fact, stretch_of};
use crate::fold::{CharSpan, Fold};
use crate::model::{Arrange, Detail, Evidence, Fact, Kind, Options, Place, Programme, Role, TermKind};
use crate::scan::Marks;
use crate::script::CharSet;

/// How far before a figure its indicator may stand.
const REACH: usize = 40;

/// The terms of the list, folded, each where it stands in the text.
#[derive(Debug, Default)]
pub struct Own {
    /// In order, the longest at each place, not overlapping; the last part says which term of the list it is.
    found: Vec<(CharSpan, TermKind, usize)>,
    /// How many terms the list has.
    count: usize,
}

impl Own {
    /// Looks for the terms that `options` bring; nothing is looked for where there are none.
    pub fn of(fold: &Fold, options: &Options) -> Self {
        let folded = |term: &str| Fold::of(term).chars().to_vec();
        let mut words: Vec<(Vec<char>, TermKind)> =
            options.terms.all().iter().map(|term| (folded(&term.term), term.kind)).collect();
        if words.is_empty() {
            return Self::default();
        }
        words.arrange();
        let heads = CharSet::of(words.iter().filter_map(|(word, _)| word.first().copied()));
        let mut lengths: Vec<usize> = words.iter().map(|(word, _)| word.len()).collect();
        lengths.arrange();
        lengths.dedup();
        let chars = fold.chars();
        let (mut found, mut at) = (Vec::new(), 0);
        while at < chars.len() {
            let longest = || {
                lengths.iter().rev().find_map(|&length| {
                    let part = chars.get(at..at + length)?;
                    words.binary_search_by(|(word, _)| word.as_slice().cmp(part)).ok()
                })
            };
            let hit = if heads.has(chars[at]) { longest() } else { None };
            let Some(((word, kind), term)) = hit.and_then(|term| Some((words.get(term)?, term))) else {
                at += 1;
                continue;
            };
            found.push((CharSpan::new(at, at + word.len()), *kind, term));
            at += word.len();
        }
        Self { found, count: words.len() }
    }

    /// The term of `kind` that starts at `at`.
    fn starting(&self, at: usize, kind: TermKind) -> Option<CharSpan> {
        let index = self.found.binary_search_by_key(&at, |(span, ..)| span.start).ok()?;
        self.found.get(index).filter(|(_, own, _)| *own == kind).map(|(span, ..)| *span)
    }

    /// Gives numerals the units of the list, where these are longer than what was read.
    pub fn units(&self, fold: &Fold, marks: &mut Marks) {
        if self.found.is_empty() {
            return;
        }
        for quantity in &mut marks.quantities {
            let end = quantity.number.end;
            let start = end + usize::from(fold.at(end) == ' ');
            let Some(unit) = self.starting(start, TermKind::Unit) else { continue };
            if quantity.unit_at.is_some_and(|known| known.len() >= unit.len()) {
                continue;
            }
            quantity.at.end = quantity.at.end.max(unit.end);
            quantity.unit_at = Some(unit);
            quantity.unit = fold.words(unit);
            quantity.family = "count";
        }
    }

    /// Adds the programmes and bodies of the list, each once, and gives figures the indicators of the list.
    pub fn apply(&self, page: &Page, stretches: &[Stretch], facts: &mut Vec<Fact>) {
        if self.found.is_empty() {
            return;
        }
        self.indicators(page, facts);
        let mut told = vec![false; self.count];
        for &(at, kind, term) in &self.found {
            if told[term] {
                continue;
            }
            let name = page.fold.words(at);
            let detail = match kind {
                TermKind::Programme => Detail::Programme(Programme { name, sort: "other" }),
                TermKind::Organisation => Detail::Organisation(Place { name }),
                TermKind::Indicator | TermKind::Unit => continue,
            };
            let Some(stretch) = stretch_of(stretches, at.start) else { continue };
            told[term] = true;
            if facts.iter().any(|fact| same(&fact.detail, &detail)) {
                continue;
            }
            // What the list calls a body is no programme or place.
            let span = page.fold.span(at);
            facts.retain(|fact| {
                fact.span != span || !matches!(fact.kind(), Kind::Programme | Kind::Organisation | Kind::Place)
            });
            facts.push(fact(page, at, stretch.article, "own-term", &[(Role::Name, at)], detail));
        }
    }

    fn indicators(&self, page: &Page, facts: &mut [Fact]) {
        let fold = page.fold;
        let terms: Vec<CharSpan> =
            self.found.iter().filter(|(_, kind, _)| *kind == TermKind::Indicator).map(|(at, ..)| *at).collect();
        if terms.is_empty() {
            return;
        }
        let mut ends: Vec<usize> =
            facts.iter().filter(|fact| fact.kind() == Kind::Figure).map(|fact| fact.span.end).collect();
        ends.arrange();
        for fact in facts {
            let Detail::Figure(figure) = &mut fact.detail else { continue };
            let at = fold.stretch(fact.span);
            let before = terms.partition_point(|term| term.end <= at.start);
            let Some(term) = before.checked_sub(1).and_then(|index| terms.get(index)) else { continue };
            let between = CharSpan::new(term.end, at.start);
            let span = fold.span(*term);
            // The nearest figure after the indicator is measured by it.
            let first = ends.partition_point(|&end| end <= span.end);
            let nearest = ends.get(first).is_none_or(|&end| end >= fact.span.end);
            if between.len() > REACH || !nearest || fold.slice(between).iter().any(|&c| ends_sentence(c)) {
                continue;
            }
            figure.indicator = fold.words(*term);
            fact.evidence.retain(|part| part.role != Role::Indicator);
            fact.evidence.push(Evidence { role: Role::Indicator, span });
        }
    }
}

/// Whether two facts give the same name of the same kind.
fn same(one: &Detail, other: &Detail) -> bool {
    match (one, other) {
        (Detail::Programme(one), Detail::Programme(other)) => one.name == other.name,
        (Detail::Organisation(one), Detail::Organisation(other)) => one.name == other.name,
        _ => false,
    }
}
