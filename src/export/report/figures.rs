//! The rows of the tables of figures: a level and the changes of the same thing stand in one row.

use super::super::words;
use super::Report;
use crate::export::inert;
use crate::model::{Detail, Direction, Fact, Figure, Form, Modality, Role};

/// A row of a table of figures.
pub(in crate::export) struct FigureRow {
    /// Indices into the digest's facts: the level, then its changes.
    pub(in crate::export) facts: Vec<usize>,
    pub(in crate::export) indicator: String,
    pub(in crate::export) value: String,
    pub(in crate::export) change: String,
    pub(in crate::export) period: String,
    /// Rank's scope, area, goal: what else must be known.
    pub(in crate::export) note: String,
    pub(in crate::export) paragraph: usize,
}

/// A change, with what a drawing of it needs.
pub(in crate::export) struct ChangeRow {
    /// Index into the digest's facts.
    pub(in crate::export) fact: usize,
    pub(in crate::export) indicator: String,
    pub(in crate::export) change: String,
    pub(in crate::export) direction: Direction,
    /// The size in per cent, for changes that are given in per cent.
    pub(in crate::export) percent: Option<f64>,
}

/// The figures of `facts` (with their indices) as rows, anecdotes left out; and the changes alone.
pub(super) fn rows(report: &Report, facts: &[(usize, &Fact)]) -> (Vec<FigureRow>, Vec<ChangeRow>) {
    let mut rows: Vec<(FigureRow, &Figure)> = Vec::new();
    let mut changes = Vec::new();
    for &(index, fact) in facts {
        let Detail::Figure(figure) = &fact.detail else { continue };
        if figure.modality == Modality::Case {
            continue;
        }
        let paragraph = report.paragraph(fact.span.start);
        let indicator = report.as_written(fact, Role::Indicator, &figure.indicator);
        let moves = matches!(figure.form, Form::Change | Form::RankChange);
        let shown = report.value(fact, figure);
        if !moves {
            let row = FigureRow {
                facts: vec![index],
                indicator,
                value: shown,
                change: String::new(),
                period: period(figure),
                note: note(fact, figure, report),
                paragraph,
            };
            rows.push((row, figure));
            continue;
        }
        let change = changed(figure, &shown, report);
        changes.push(ChangeRow {
            fact: index,
            indicator: indicator.clone(),
            change: change.clone(),
            direction: figure.direction,
            percent: (figure.unit == "%").then(|| figure.value.nearest_f64().abs()),
        });
        // Only the rows just before can be of the same sentence.
        let reach = rows.len().saturating_sub(12);
        let level = rows[reach..].iter_mut().rev().find(|(row, level)| {
            row.paragraph == paragraph
                && row.facts.len() < 4
                && !level.indicator.is_empty()
                && level.indicator == figure.indicator
                && level.period == figure.period
                && level.area == figure.area
                && level.modality == figure.modality
        });
        if let Some((row, _)) = level {
            row.facts.push(index);
            row.change = super::joined(&[&row.change, &change]);
            continue;
        }
        let row = FigureRow {
            facts: vec![index],
            indicator,
            value: String::new(),
            change,
            period: period(figure),
            note: note(fact, figure, report),
            paragraph,
        };
        rows.push((row, figure));
    }
    (rows.into_iter().map(|(row, _)| row).collect(), changes)
}

fn changed(figure: &Figure, shown: &str, report: &Report) -> String {
    let basis = inert::one_line(words::basis(&figure.basis, report.language));
    match (basis.is_empty(), report.language) {
        (true, _) => shown.to_owned(),
        (false, crate::model::Language::English) => format!("{shown} {basis}"),
        (false, _) => format!("{basis} {shown}"),
    }
}

fn period(figure: &Figure) -> String {
    inert::one_line(&figure.period.replace('/', "–"))
}

fn note(fact: &Fact, figure: &Figure, report: &Report) -> String {
    super::joined(&[
        &report.as_written(fact, Role::Scope, &figure.scope),
        words::form(figure.form, report.language),
        &report.as_written(fact, Role::Area, &figure.area),
        words::modality(figure.modality, report.language),
        words::by_reader(report.digest.review(fact), report.language),
    ])
}
