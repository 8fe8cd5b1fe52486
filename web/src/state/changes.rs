use tiyao::model::{Detail, Direction, Form, Modality, Role};

use super::amount::digits;
use super::{Reading, Target};

/// How long the longest bar is, in the units of [`ChangeRow::length`].
pub const LONGEST: u32 = 1000;

/// A change in per cent or percentage points, as the chart draws it.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangeRow {
    /// The fact.
    pub target: Target,
    /// What changes, in the text's own words; may be empty.
    pub indicator: String,
    /// Which way.
    pub direction: Direction,
    /// The size with its unit, without a sign.
    pub size: String,
    /// How long its bar is, the largest change of its unit being [`LONGEST`].
    pub length: u32,
}

/// The changes whose sizes can be set side by side, in source order: those in per cent that are reported as reached.
pub fn changes(reading: &Reading) -> Vec<ChangeRow> {
    let mut rows = Vec::new();
    let mut sizes = Vec::new();
    for (at, fact) in reading.facts() {
        let Detail::Figure(figure) = &fact.detail else { continue };
        let told = figure.form == Form::Change && figure.modality == Modality::Actual && figure.high.is_none();
        if !told || figure.unit != "%" || figure.direction == Direction::None {
            continue;
        }
        let value = if figure.value.digits() < 0 { figure.value.negate() } else { figure.value };
        sizes.push(value.nearest_f64());
        rows.push(ChangeRow {
            target: Target::Fact(at),
            indicator: reading.own_words(fact, Role::Indicator, &figure.indicator),
            direction: figure.direction,
            size: digits(value, 0) + "%",
            length: 0,
        });
    }
    let largest = sizes.iter().copied().fold(0.0, f64::max);
    for (row, size) in rows.iter_mut().zip(sizes) {
        row.length = if largest > 0.0 { ((size / largest * f64::from(LONGEST)) as u32).max(8) } else { 0 };
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use tiyao::source::Source;

    #[test]
    fn draws_changes_in_per_cent_against_the_largest() {
        let text = "工作总结\n2016年,全区刑事案件同比下降20.5%,破案数同比上升41%。力争2017年发案同比下降90%。\n";
        let reading = Reading::of(Source::from_text(text), "");
        let rows = changes(&reading);
        let seen: Vec<_> = rows.iter().map(|row| (row.direction, row.size.as_str(), row.length)).collect();
        assert_eq!(seen, [(Direction::Down, "20.5%", 500), (Direction::Up, "41%", 1000)]);
    }
}
