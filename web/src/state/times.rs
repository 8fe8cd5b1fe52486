use std::collections::HashMap;

use tiyao::model::Detail;

use super::amount::period;
use super::{Reading, Target};

/// A time in the digest, with all places that name it.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeRow {
    /// The words of its first place.
    pub words: String,
    /// The value as a table shows it; empty where the text gives no way to tell.
    pub value: String,
    /// Where it stands.
    pub places: Vec<Target>,
}

/// The times by value and words, in the order of their first places.
pub fn times(reading: &Reading) -> Vec<TimeRow> {
    let mut rows: Vec<TimeRow> = Vec::new();
    let mut known: HashMap<(&str, &str), usize> = HashMap::new();
    for (at, fact) in reading.facts() {
        let Detail::Time(time) = &fact.detail else { continue };
        let words = reading.words(fact.span);
        let place = *known.entry((time.value.as_str(), words)).or_insert(rows.len());
        if place == rows.len() {
            rows.push(TimeRow { words: words.to_owned(), value: period(&time.value), places: Vec::new() });
        }
        rows[place].places.push(Target::Fact(at));
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::super::handmade;
    use super::*;

    #[test]
    fn lists_times() {
        let time = times(&handmade::reading()).remove(0);
        assert_eq!((time.words.as_str(), time.value.as_str()), ("2022年", "2022"));
    }
}
