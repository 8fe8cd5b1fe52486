use super::Shelf;
use super::table::{At, Line, line};

/// What is measured in several articles, in one form and unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indicator {
    /// What is measured, Simplified.
    pub key: String,
    /// The form and the unit that its figures share.
    pub measure: String,
    /// How many places and years it has a figure for.
    pub cells: usize,
}

/// One indicator across places and years.
#[derive(Clone, Debug, PartialEq)]
pub struct Matrix {
    /// The years that have a figure, in order.
    pub years: Vec<u16>,
    /// The places by their names, each with the figures of each year.
    pub rows: Vec<(String, Vec<Vec<At>>)>,
}

/// A figure that a matrix may hold.
struct Entry {
    key: String,
    measure: String,
    place: String,
    year: u16,
    at: At,
}

fn entries(shelf: &Shelf) -> Vec<Entry> {
    let mut found = Vec::new();
    for (article, one) in shelf.articles.iter().enumerate() {
        for row in 0..one.card().map_or(0, |card| card.rows.len()) {
            let at = At { article, row };
            let Some(line) = line(shelf, at) else { continue };
            let (Some(year), "", false) = (line.row.year(), line.row.modality.as_str(), line.row.key.is_empty()) else {
                continue;
            };
            let (key, measure) = (line.row.key.clone(), line.row.measure.clone());
            found.push(Entry { key, measure, place: place(line).to_owned(), year, at });
        }
    }
    found
}

/// The place of a figure; the article's title where no place is known.
fn place<'a>(line: Line<'a>) -> &'a str {
    let place = line.place_key();
    if place.is_empty() { line.article.title() } else { place }
}

/// The indicators that have figures for two places or years at least: those with the most first.
pub fn indicators(shelf: &Shelf) -> Vec<Indicator> {
    let mut entries = entries(shelf);
    entries.sort_by(|one, other| {
        (&one.key, &one.measure, &one.place, one.year).cmp(&(&other.key, &other.measure, &other.place, other.year))
    });
    entries.dedup_by(|one, other| {
        (&one.key, &one.measure, &one.place, one.year) == (&other.key, &other.measure, &other.place, other.year)
    });
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

/// The figures of an indicator by place and year.
pub fn matrix(shelf: &Shelf, indicator: &Indicator) -> Matrix {
    let mut entries = entries(shelf);
    entries.retain(|entry| entry.key == indicator.key && entry.measure == indicator.measure);
    let mut years: Vec<u16> = entries.iter().map(|entry| entry.year).collect();
    years.sort_unstable();
    years.dedup();
    let mut rows: Vec<(String, Vec<Vec<At>>)> = Vec::new();
    for entry in entries {
        let place = rows.iter().position(|(name, _)| *name == entry.place).unwrap_or_else(|| {
            rows.push((entry.place.clone(), vec![Vec::new(); years.len()]));
            rows.len() - 1
        });
        if let Ok(year) = years.binary_search(&entry.year) {
            rows[place].1[year].push(entry.at);
        }
    }
    rows.sort_by(|one, other| one.0.cmp(&other.0));
    Matrix { years, rows }
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
        assert_eq!(matrix.years, [2016, 2017]);
        let at = |article, row| vec![At { article, row }];
        let rows = [("乙县".to_owned(), vec![vec![], at(2, 0)]), ("甲市".to_owned(), vec![at(0, 1), at(1, 0)])];
        assert_eq!(matrix.rows, rows, "what is wanted is no result");
    }
}
