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
    let mut reached: Vec<(At, Line)> = Vec::new();
    let mut wanted: Vec<(At, Line)> = Vec::new();
    for at in all {
        match known(&at) {
            Some(line) if line.row.modality.is_empty() => reached.push((at, line)),
            Some(line) if line.row.modality == "target" => wanted.push((at, line)),
            _ => {}
        }
    }
    // Sorted once and searched, as thousands of figures meet hundreds of targets.
    reached.sort_by(|one, other| subject(one.1).cmp(&subject(other.1)));
    let mut found: Vec<Promise> = Vec::new();
    for (target, line) in wanted {
        let from = reached.partition_point(|(_, other)| subject(*other) < subject(line));
        let results = reached[from..].iter().take_while(|(_, other)| subject(*other) == subject(line));
        let results = results.map(|(at, _)| *at).filter(|at| at.article != target.article);
        found.push(Promise { target, results: results.collect() });
    }
    found.sort_by_key(|promise| promise.results.is_empty());
    found
}

/// What a figure is about: it is the same in a target and its result.
fn subject<'a>(line: Line<'a>) -> (&'a str, &'a str, &'a str, &'a str) {
    (&line.row.key, line.place_key(), &line.row.period, &line.row.measure)
}

#[cfg(test)]
mod tests {
    use super::super::table::tests::shelf;
    use super::*;

    #[test]
    fn sets_results_beside_what_was_wanted() {
        let target = At { article: 0, row: 2 };
        let result = At { article: 1, row: 0 };
        assert_eq!(promises(&shelf()), [Promise { target, results: vec![result] }], "another place is no result");
    }
}
