//! Chooses the figures that a reader wants first.

use crate::model::{Arrange, Detail, Digest, Fact, Figure, Form, Modality};

/// At most `limit` of the figures `among` the digest's facts (indices), in source order: those that say the most by
/// themselves. Anecdotes are never among them. Of two equal ones the first is taken.
pub fn key_figures(digest: &Digest, among: impl IntoIterator<Item = usize>, limit: usize) -> Vec<usize> {
    let mut ranked: Vec<(i32, usize)> = among
        .into_iter()
        .filter_map(|index| {
            let fact = digest.facts.get(index)?;
            match &fact.detail {
                Detail::Figure(figure) if figure.modality != Modality::Case => {
                    Some((weight(digest, fact, figure), index))
                }
                _ => None,
            }
        })
        .collect();
    ranked.arrange_by_key(|&(weight, index)| (-weight, index));
    ranked.truncate(limit);
    let mut chosen: Vec<usize> = ranked.into_iter().map(|(_, index)| index).collect();
    chosen.arrange();
    chosen
}

/// How much a figure says by itself: what it measures, against what, and whether the summary takes it up.
fn weight(digest: &Digest, fact: &Fact, figure: &Figure) -> i32 {
    let told = match figure.indicator.chars().count() {
        0 => -6,
        1 => 0,
        2..=16 => 4,
        _ => 2,
    };
    let form = match figure.form {
        Form::Level => 0,
        Form::Change | Form::RankChange => 3,
        Form::Rank | Form::Streak => 2,
    };
    let after = digest.summary.partition_point(|sentence| sentence.start <= fact.span.start);
    let summary = after.checked_sub(1).and_then(|at| digest.summary.get(at));
    let marks = [
        (summary.is_some_and(|sentence| sentence.contains(fact.span)), 3),
        (!figure.basis.is_empty(), 2),
        (!figure.scope.is_empty(), 1),
        (matches!(figure.unit.as_str(), "%" | "元" | "件" | "起" | "个百分点"), 1),
        (figure.modality == Modality::Target, -1),
        (!figure.area.is_empty(), -1),
        (figure.unit.is_empty() && figure.form == Form::Level, -2),
    ];
    told + form + marks.iter().filter(|(holds, _)| *holds).map(|(_, points)| points).sum::<i32>()
}
