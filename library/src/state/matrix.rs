use super::Shelf;
use super::table::{At, Line, line};

/// What is measured in several articles, in one form and unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indicator {
    /// What is measured, Simplified.
    pub key: String,
    /// The form and the unit that its figures share.
    pub measure: String,
    /// How many places and periods it has a figure for.
    pub cells: usize,
}

/// One indicator across places and periods.
#[derive(Clone, Debug, PartialEq)]
pub struct Matrix {
    /// The periods that have a figure, in order, in EDTF: most are years.
    pub periods: Vec<String>,
    /// The places by their names, each with the figures of each period.
    pub rows: Vec<(String, Vec<Vec<At>>)>,
}

/// A figure that a matrix may hold.
struct Entry {
    key: String,
    measure: String,
    place: String,
    period: String,
    at: At,
}

fn entries(shelf: &Shelf) -> Vec<Entry> {
    let mut found = Vec::new();
    for (article, one) in shelf.articles.iter().enumerate() {
        for row in 0..one.card().map_or(0, |card| card.rows.len()) {
            let at = At { article, row };
            let Some(line) = line(shelf, at) else { continue };
            if line.row.key.is_empty() || line.row.period.is_empty() || !line.row.modality.is_empty() {
                continue;
            }
            let (key, measure) = (line.row.key.clone(), line.row.measure.clone());
            found.push(Entry { key, measure, place: place(line).to_owned(), period: line.row.period.clone(), at });
        }
    }
    found
}

/// The place of a figure; the article's title where no place is known.
fn place<'a>(line: Line<'a>) -> &'a str {
    let place = line.place_key();
    if place.is_empty() { line.article.title() } else { place }
}

/// What one cell of a matrix is about.
fn subject(entry: &Entry) -> (&str, &str, &str, &str) {
    (&entry.key, &entry.measure, &entry.place, &entry.period)
}

/// The indicators that have figures for two places or periods at least: those with the most first.
pub fn indicators(shelf: &Shelf) -> Vec<Indicator> {
    let mut entries = entries(shelf);
    entries.sort_by(|one, other| subject(one).cmp(&subject(other)));
    entries.dedup_by(|one, other| subject(one) == subject(other));
    let mut found: Vec<Indicator> = Vec::new();
    for entry in entries {
        match found.last_mut().filter(|last| last.key == entry.key && last.measure == entry.measure) {
            Some(last) => last.cells += 1,
            None => found.push(Indicator { key: entry.key, measure: entry.measure, cells: 1 }),
        }
    }
    found.retain(|indicator| indicator.cells > 1);
    found.sort_by_key(|indicator| std::cmp::Reverse(indicator.cells));
    found
}

/// The figures of an indicator by place and period.
pub fn matrix(shelf: &Shelf, indicator: &Indicator) -> Matrix {
    let mut entries = entries(shelf);
    entries.retain(|entry| entry.key == indicator.key && entry.measure == indicator.measure);
    let mut periods: Vec<String> = entries.iter().map(|entry| entry.period.clone()).collect();
    periods.sort_unstable();
    periods.dedup();
    let mut rows: Vec<(String, Vec<Vec<At>>)> = Vec::new();
    for entry in entries {
        let place = rows.iter().position(|(name, _)| *name == entry.place).unwrap_or_else(|| {
            rows.push((entry.place.clone(), vec![Vec::new(); periods.len()]));
            rows.len() - 1
        });
        if let Ok(column) = periods.binary_search(&entry.period) {
            rows[place].1[column].push(entry.at);
        }
    }
    rows.sort_by(|one, other| one.0.cmp(&other.0));
    Matrix { periods, rows }
}

#[cfg(test)]
mod tests {
    use super::super::table::tests::shelf;
    use super::*;

    #[test]
    fn sets_an_indicator_across_places_and_years() {
        let shelf = shelf();
        let found = indicators(&shelf);
        assert_eq!(found, [Indicator { key: "生产总值".into(), measure: "change %".into(), cells: 3 }]);
        let matrix = matrix(&shelf, &found[0]);
        assert_eq!(matrix.periods, ["2016", "2017"]);
        let at = |article, row| vec![At { article, row }];
        let rows = [("乙县".to_owned(), vec![vec![], at(2, 0)]), ("甲市".to_owned(), vec![at(0, 1), at(1, 0)])];
        assert_eq!(matrix.rows, rows, "what is wanted is no result");
    }
}
