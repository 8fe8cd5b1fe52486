use std::borrow::Cow;

use super::Shelf;
use super::table::{At, Line, line};

/// A figure that was wanted, beside what came of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Promise {
    /// What was wanted.
    pub target: At,
    /// The same indicator of the same place and period as another article says it was reached, in form and unit alike.
    pub results: Vec<At>,
}

/// What was wanted for a year, beside the results: first those that have some, in the articles' order.
pub fn promises(shelf: &Shelf) -> Vec<Promise> {
    let mut all = Vec::new();
    for (article, one) in shelf.articles.iter().enumerate() {
        all.extend((0..one.card().map_or(0, |card| card.rows.len())).map(|row| At { article, row }));
    }
    let known = |at: &At| line(shelf, *at).filter(|line| !line.row.key.is_empty() && !line.row.period.is_empty());
    let mut reached: Vec<(At, Subject)> = Vec::new();
    let mut wanted: Vec<(At, Subject)> = Vec::new();
    for at in all {
        match known(&at) {
            Some(line) if line.row.modality.is_empty() => reached.push((at, subject(line))),
            Some(line) if line.row.modality == "target" => wanted.push((at, subject(line))),
            _ => {}
        }
    }
    // Sorted once and searched, as thousands of figures meet hundreds of targets.
    reached.sort_by(|one, other| one.1.cmp(&other.1));
    let mut found: Vec<Promise> = Vec::new();
    for (target, wanted) in wanted {
        let from = reached.partition_point(|(_, other)| *other < wanted);
        let results = reached[from..].iter().take_while(|(_, other)| *other == wanted);
        let results = results.map(|(at, _)| *at).filter(|at| at.article != target.article);
        found.push(Promise { target, results: results.collect() });
    }
    found.sort_by_key(|promise| promise.results.is_empty());
    found
}

/// What a figure is about: it is the same in a target and its result.
type Subject<'a> = (&'a str, Cow<'a, str>, &'a str, &'a str);

fn subject<'a>(line: Line<'a>) -> Subject<'a> {
    (&line.row.key, place(line), &line.row.period, &line.row.measure)
}

/// The place of a figure. Where none is known, the articles of one title and other years are of one place: two articles
/// that both name none may be of any two.
fn place<'a>(line: Line<'a>) -> Cow<'a, str> {
    let place = line.place_key();
    if !place.is_empty() {
        return Cow::Borrowed(place);
    }
    let mut title = line.article.title().replace(|c: char| c.is_ascii_digit(), "");
    title.insert(0, '?');
    Cow::Owned(title)
}

#[cfg(test)]
mod tests {
    use super::super::Stage;
    use super::super::card::tests::card;
    use super::super::table::tests::shelf;
    use super::*;

    #[test]
    fn sets_results_beside_what_was_wanted() {
        let target = At { article: 0, row: 2 };
        let result = At { article: 1, row: 0 };
        assert_eq!(promises(&shelf()), [Promise { target, results: vec![result] }], "another place is no result");
    }

    #[test]
    fn articles_without_a_place_are_told_apart_by_their_titles() {
        let mut shelf = Shelf::default();
        let titles = ["2025年政府工作报告", "2026年政府工作报告", "2026年某省工作要点"];
        for (at, title) in titles.into_iter().enumerate() {
            let modality = if at == 0 { "target" } else { "" };
            let row = format!("1|就业|就业||1200|万人|12000000|level 人|||2025|||{modality}|新增就业1200万人|");
            shelf.entry(&at.to_string(), "x").stage =
                Stage::Read(card(&format!("0.1.0|{title}||||2025|zh-Hans|9|9|0|"), &[&row]));
        }
        let (target, result) = (At { article: 0, row: 0 }, At { article: 1, row: 0 });
        assert_eq!(promises(&shelf), [Promise { target, results: vec![result] }]);
    }
}
