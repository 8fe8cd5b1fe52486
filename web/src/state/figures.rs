use tiyao::model::{Bound, Detail, Direction, Fact, Figure, Form, Kind, Modality, Review, Role};

use super::amount::{digits, period, scale_of};
use super::{Reading, Target};

/// One key figure, as the table shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct FigureRow {
    /// The fact.
    pub target: Target,
    /// What is measured, in the text's own words; empty where the text leaves it open.
    pub indicator: String,
    /// The area, where it is not the article's.
    pub area: String,
    /// How near the number is.
    pub bound: Bound,
    /// The number, or both ends of a range.
    pub number: String,
    /// The scale word and the unit: 万元.
    pub unit: String,
    /// What sort of statement it is.
    pub form: Form,
    /// Which way it goes.
    pub direction: Direction,
    /// What a change is measured against, as the digest names it.
    pub basis: String,
    /// For ranks: among whom.
    pub scope: String,
    /// The period, as a table shows it.
    pub period: String,
    /// Reached, wanted or told.
    pub modality: Modality,
    /// The number of the sentence that says so, counted from 1.
    pub sentence: usize,
    /// What the reader has said of it.
    pub review: Option<Review>,
}

/// The figures under one heading.
#[derive(Clone, Debug, PartialEq)]
pub struct FigureGroup {
    /// The heading, or the title where the text has several articles; empty for those before any heading.
    pub heading: String,
    /// The heading's fact.
    pub target: Option<Target>,
    /// Its figures in source order.
    pub rows: Vec<FigureRow>,
}

/// All figures in source order, under the headings that they stand under.
pub fn groups(reading: &Reading) -> Vec<FigureGroup> {
    let mut groups = vec![FigureGroup { heading: String::new(), target: None, rows: Vec::new() }];
    for (at, fact) in reading.facts() {
        if fact.kind() == Kind::Section {
            let heading = reading.words(fact.span).to_owned();
            groups.push(FigureGroup { heading, target: Some(Target::Fact(at)), rows: Vec::new() });
        }
        let (Detail::Figure(figure), Some(group)) = (&fact.detail, groups.last_mut()) else { continue };
        group.rows.push(row(reading, at, fact, figure));
    }
    groups.retain(|group| !group.rows.is_empty());
    groups
}

fn row(reading: &Reading, at: usize, fact: &Fact, figure: &Figure) -> FigureRow {
    let (word, power) = scale_of(reading.words(fact.span));
    let mut number = digits(figure.value, power);
    if let Some(high) = figure.high {
        number = format!("{number}–{}", digits(high, power));
    }
    // 前3位: a rank with a bound is written so, not as less than the third.
    let first = figure.form == Form::Rank && figure.bound == Bound::Under;
    if figure.form == Form::Rank {
        number.insert_str(0, if first { "前 " } else { "第 " });
    }
    FigureRow {
        target: Target::Fact(at),
        indicator: reading.own_words(fact, Role::Indicator, &figure.indicator),
        area: reading.own_words(fact, Role::Area, &figure.area),
        bound: if first { Bound::Exact } else { figure.bound },
        number,
        unit: format!("{word}{}", reading.own_words(fact, Role::Unit, &figure.unit)),
        form: figure.form,
        direction: figure.direction,
        basis: figure.basis.clone(),
        scope: reading.own_words(fact, Role::Scope, &figure.scope),
        period: period(&figure.period),
        modality: figure.modality,
        sentence: reading.digest().sentence_at(fact.span.start) + 1,
        review: reading.digest().review(fact),
    }
}

#[cfg(test)]
mod tests {
    use tiyao::model::Decimal;

    use super::super::handmade;
    use super::*;

    #[test]
    fn groups_figures_under_their_headings() {
        let groups = groups(&handmade::reading());
        assert_eq!(groups.len(), 1);
        assert_eq!(groups[0].heading, "守護平安");
        let rows: Vec<_> = groups[0].rows.iter().map(|row| (row.number.as_str(), row.unit.as_str())).collect();
        assert_eq!(rows, [("98.2", "%"), ("12", "个")]);
        assert_eq!(groups[0].rows[0].indicator, "群眾滿意度");
        assert_eq!(groups[0].rows[0].target, Target::Fact(3));
    }

    #[test]
    fn names_ranks_and_the_first_few() {
        let reading = handmade::reading();
        let fact = reading.digest().facts[3].clone();
        for (bound, number, shown) in [(Bound::Exact, "第 3", Bound::Exact), (Bound::Under, "前 3", Bound::Exact)] {
            let figure = Figure { value: Decimal::new(3, 0), form: Form::Rank, bound, ..Figure::default() };
            let row = row(&reading, 3, &fact, &figure);
            assert_eq!((row.number.as_str(), row.bound), (number, shown));
        }
    }
}
