use super::table::{At, line};
use super::{Matrix, Shelf};

/// So many places are drawn at most: more lines cannot be told from each other.
const MOST: usize = 8;

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

/// The lines of a matrix, with the least and the greatest value that its chart spans; the places with the most years
/// first. The span holds 0 where all values lie on one side of it and a bar would be drawn from it.
pub fn trends(shelf: &Shelf, matrix: &Matrix) -> (Vec<Trend>, f64, f64) {
    let value = |at: &At| line(shelf, *at).map_or(0.0, |line| line.row.value);
    let mut rows: Vec<_> = matrix.rows.iter().collect();
    let years = |row: &Vec<Vec<At>>| row.iter().filter(|cell| !cell.is_empty()).count();
    rows.sort_by_key(|(_, cells)| std::cmp::Reverse(years(cells)));
    rows.truncate(MOST);
    let values = rows.iter().flat_map(|(_, cells)| cells.iter().filter_map(|cell| cell.first())).map(value);
    let (mut least, mut most) = values.fold((0.0_f64, 0.0_f64), |(least, most), one| (least.min(one), most.max(one)));
    if least == most {
        (least, most) = (0.0, 1.0);
    }
    let (first, last) = (matrix.years.first().copied().unwrap_or(0), matrix.years.last().copied().unwrap_or(0));
    let wide = f64::from((last - first).max(1));
    let trend = |(place, cells): &&(String, Vec<Vec<At>>)| {
        let mark = |(year, cell): (&u16, &Vec<At>)| {
            let at = *cell.first()?;
            let x = if first == last { 0.5 } else { f64::from(year - first) / wide };
            Some(Mark { x, y: (value(&at) - least) / (most - least), at })
        };
        Trend { place: place.clone(), marks: matrix.years.iter().zip(cells).filter_map(mark).collect() }
    };
    (rows.iter().map(trend).collect(), least, most)
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
        let (trends, least, most) = trends(&shelf, &matrix);
        assert_eq!((least, most), (0.0, 9.1));
        assert_eq!((trends[0].place.as_str(), trends[0].marks.len()), ("甲市", 2));
        assert_eq!((trends[0].marks[0].x, trends[0].marks[1].x), (0.0, 1.0));
        assert_eq!((trends[1].marks[0].x, trends[1].marks[0].y), (1.0, 1.0));
    }
}
