use tiyao::model::{Detail, firsts};

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
    let mut found = Vec::new();
    for (at, fact) in reading.facts() {
        if let Detail::Time(time) = &fact.detail {
            found.push((time.value.as_str(), reading.words(fact.span), at));
        }
    }
    let keys: Vec<_> = found.iter().map(|(value, words, _)| (*value, *words)).collect();
    let mut rows: Vec<TimeRow> = Vec::new();
    let mut places = Vec::new();
    for (at, first) in firsts(&keys).into_iter().enumerate() {
        let (value, words, fact) = found[at];
        if first == at {
            rows.push(TimeRow { words: words.to_owned(), value: period(value), places: Vec::new() });
        }
        let place = if first == at { rows.len() - 1 } else { places[first] };
        places.push(place);
        rows[place].places.push(Target::Fact(fact));
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
