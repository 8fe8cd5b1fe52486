use std::collections::HashMap;

use tiyao::model::{Detail, Role};

use super::amount::period;
use super::{Reading, Target};

/// The most characters of a speech that the digest shows.
const EXCERPT: usize = 60;

/// Somebody's words in the digest.
#[derive(Clone, Debug, PartialEq)]
pub struct Quotation {
    /// The fact.
    pub target: Target,
    /// Who speaks; empty where the text does not say.
    pub speaker: String,
    /// The speaker's title.
    pub role: String,
    /// The words, cut where they are long.
    pub words: String,
}

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

/// The speeches in order.
pub fn speeches(reading: &Reading) -> Vec<Quotation> {
    let mut found = Vec::new();
    for (at, fact) in reading.facts() {
        let Detail::Speech(speech) = &fact.detail else { continue };
        let words = reading.words(fact.span).trim();
        let mut shown: String = words.chars().take(EXCERPT).collect();
        if shown.len() < words.len() {
            shown.push('…');
        }
        found.push(Quotation {
            target: Target::Fact(at),
            speaker: reading.own_words(fact, Role::Speaker, &speech.speaker),
            role: reading.own_words(fact, Role::Title, &speech.role),
            words: shown,
        });
    }
    found
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
    fn lists_speech_and_times() {
        let reading = handmade::reading();
        let speech = speeches(&reading).remove(0);
        assert_eq!((speech.speaker.as_str(), speech.words.as_str()), ("李某", "今年要建‘雪亮工程’12個。"));
        let time = times(&reading).remove(0);
        assert_eq!((time.words.as_str(), time.value.as_str()), ("2022年", "2022"));
    }
}
