use super::table::{At, line};
use super::{Matrix, Shelf};

/// So many places are drawn at most: more lines cannot be told from each other.
const MOST_LINES: usize = 8;

/// So many bars are drawn at most.
const MOST_BARS: usize = 32;

/// A figure in the chart, from 0 to 1 in each direction; `y` grows upwards.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark {
    /// The year.
    pub x: f64,
    /// The value.
    pub y: f64,
    /// Where it stands.
    pub at: At,
}

/// A place's line through the years.
#[derive(Clone, Debug, PartialEq)]
pub struct Trend {
    /// The place.
    pub place: String,
    /// Its figures by year.
    pub marks: Vec<Mark>,
}

/// What the chart of a matrix shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Trends {
    /// The places with the most years first.
    pub places: Vec<Trend>,
    /// The years, in order; none where there are not two: then each place has one figure, of the same period.
    pub years: Vec<u16>,
    /// The least value that the chart spans, 0 at most.
    pub least: f64,
    /// The greatest, 0 at least.
    pub most: f64,
}

/// The chart of a matrix. Periods of another length than a year are in its table only.
pub fn trends(shelf: &Shelf, matrix: &Matrix) -> Trends {
    let of_year = |period: &String| period.parse::<u16>().ok();
    let mut years: Vec<u16> = matrix.periods.iter().filter_map(of_year).collect();
    if years.len() < 2 {
        years.clear();
    }
    let filled = |column: &usize| matrix.rows.iter().filter(|(_, cells)| !cells[*column].is_empty()).count();
    let fullest = (0..matrix.periods.len()).max_by_key(filled);
    let columns = 0..matrix.periods.len();
    let drawn: Vec<usize> = match years.is_empty() {
        true => fullest.into_iter().collect(),
        false => columns.filter(|column| of_year(&matrix.periods[*column]).is_some()).collect(),
    };
    let first_of = |cells: &[Vec<At>], column: usize| cells.get(column).and_then(|cell| cell.first().copied());
    let mut rows: Vec<_> = matrix.rows.iter().collect();
    let count = |cells: &[Vec<At>]| drawn.iter().filter(|column| first_of(cells, **column).is_some()).count();
    rows.retain(|(_, cells)| count(cells) > 0);
    rows.sort_by_key(|(_, cells)| std::cmp::Reverse(count(cells)));
    rows.truncate(if years.is_empty() { MOST_BARS } else { MOST_LINES });
    let value = |at: At| line(shelf, at).map_or(0.0, |line| line.row.value.nearest_f64());
    let figures = rows.iter().flat_map(|(_, cells)| drawn.iter().filter_map(|column| first_of(cells, *column)));
    let span = |(least, most): (f64, f64), one: f64| (least.min(one), most.max(one));
    let (least, mut most) = figures.map(value).fold((0.0, 0.0), span);
    if least == most {
        most = 1.0;
    }
    let (first, last) = (years.first().copied().unwrap_or(0), years.last().copied().unwrap_or(1));
    let x = |column: usize| {
        let year = of_year(&matrix.periods[column]).unwrap_or(first);
        f64::from(year.saturating_sub(first)) / f64::from((last - first).max(1))
    };
    let trend = |(place, cells): &&(String, Vec<Vec<At>>)| {
        let mark = |column: &usize| {
            let at = first_of(cells, *column)?;
            Some(Mark { x: x(*column), y: (value(at) - least) / (most - least), at })
        };
        Trend { place: place.clone(), marks: drawn.iter().filter_map(mark).collect() }
    };
    Trends { places: rows.iter().map(trend).collect(), years, least, most }
}

#[cfg(test)]
mod tests {
    use super::super::table::tests::shelf;
    use super::super::{indicators, matrix};
    use super::*;

    #[test]
    fn draws_places_through_the_years() {
        let shelf = shelf();
        let matrix = matrix(&shelf, &indicators(&shelf)[0]);
        let found = trends(&shelf, &matrix);
        assert_eq!((found.years.as_slice(), found.least, found.most), ([2016, 2017].as_slice(), 0.0, 9.1));
        assert_eq!((found.places[0].place.as_str(), found.places[0].marks.len()), ("甲市", 2));
        assert_eq!((found.places[0].marks[0].x, found.places[0].marks[1].x), (0.0, 1.0));
        assert_eq!((found.places[1].marks[0].x, found.places[1].marks[0].y), (1.0, 1.0));
    }

    #[test]
    fn draws_one_period_as_bars() {
        let shelf = shelf();
        let mut matrix = matrix(&shelf, &indicators(&shelf)[0]);
        matrix.periods = vec!["2011/2015".into(), "2016/2020".into()];
        let found = trends(&shelf, &matrix);
        assert!(found.years.is_empty());
        assert_eq!(found.places.iter().map(|place| place.marks.len()).collect::<Vec<_>>(), [1, 1]);
    }
}
