//! The same thing told with other numbers in articles that are given together.

use super::interval::{Fit, Interval, Written, fit};
use crate::model::{Arrange, Detail, Digest, Figure, Form, Lines, Modality, Span};

/// The fewest characters that make an indicator one of its own.
const DISTINCT: usize = 5;

/// What one article says of an indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// The number of the digest, counted from 0 in the order they were taken.
    pub text: usize,
    /// The article in that text, counted from 0.
    pub article: usize,
    /// Where the figure stands, in bytes of the text.
    pub span: Span,
    /// The line and the column of its first character, in characters from 1.
    pub place: (usize, usize),
    /// Its words in the text.
    pub quote: String,
    /// What it says.
    pub figure: Figure,
    /// The area that its article reports on, or its own.
    pub area: String,
}

/// Two articles that give other values for one indicator, unit, area and period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Conflict<'a> {
    /// What was told first.
    pub first: &'a Told,
    /// What was told later.
    pub later: &'a Told,
}

/// The figures of several texts that may be held against each other.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    texts: usize,
    told: Vec<Told>,
}

impl Ledger {
    /// Takes the figures of one more text.
    pub fn take(&mut self, digest: &Digest) {
        let areas: Vec<(usize, &str)> = digest
            .facts
            .iter()
            .filter_map(|fact| match &fact.detail {
                Detail::Article(article) => Some((fact.article, article.area.as_str())),
                _ => None,
            })
            .collect();
        let text = digest.source.text();
        let mut lines = Lines::of(text);
        for fact in &digest.facts {
            let Detail::Figure(figure) = &fact.detail else { continue };
            let home = areas.iter().find(|area| area.0 == fact.article).map_or("", |area| area.1);
            let area = if figure.area.is_empty() { home } else { &figure.area };
            if !is_plain(figure) || area.is_empty() {
                continue;
            }
            self.told.push(Told {
                text: self.texts,
                article: fact.article,
                span: fact.span,
                place: lines.place(fact.span.start),
                quote: fact.span.of(text).to_owned(),
                figure: figure.as_ref().clone(),
                area: area.to_owned(),
            });
        }
        self.texts += 1;
    }

    /// What does not match, in the order of what was told later.
    pub fn conflicts(&self) -> Vec<Conflict<'_>> {
        let key = |told: &Told| {
            let Figure { indicator, unit, period, .. } = &told.figure;
            (indicator.clone(), unit.clone(), period.clone(), told.area.clone())
        };
        let mut order: Vec<&Told> = self.told.iter().collect();
        order.arrange_by_cached_key(|told| key(told));
        let mut found = Vec::new();
        let mut first: Option<&Told> = None;
        for told in order {
            let Some(before) = first.filter(|before| key(before) == key(told)) else {
                first = Some(told);
                continue;
            };
            if (before.text, before.article) != (told.text, told.article) && apart(&before.figure, &told.figure) {
                found.push(Conflict { first: before, later: told });
            }
        }
        found.arrange_by_key(|conflict| (conflict.later.text, conflict.later.span.start));
        found
    }
}

/// Whether a figure says by itself what is measured when: a level or share that was reached.
fn is_plain(figure: &Figure) -> bool {
    figure.form == Form::Level
        && figure.modality == Modality::Actual
        && figure.high.is_none()
        && !figure.period.is_empty()
        && figure.indicator.chars().count() >= DISTINCT
        && !figure.inferred.contains(&"indicator")
}

/// Whether two figures cannot be of one number, but are near enough to be meant for one.
fn apart(a: &Figure, b: &Figure) -> bool {
    let written = |figure: &Figure| Written {
        value: figure.value,
        high: None,
        bound: figure.bound,
        and_some: false,
        counted: false,
    };
    let differs = || Some(fit(Interval::of(written(a))?, written(b))? == Fit::Apart);
    let near = || Some(a.value <= b.value.plus(b.value)? && b.value <= a.value.plus(a.value)?);
    differs() == Some(true) && near() == Some(true)
}
