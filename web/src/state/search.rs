use tiyao::fold::Fold;
use tiyao::model::{Detail, Kind, Language, Role};

use super::opened::cut;
use super::{Reading, Target};
use crate::words;

/// The most characters of a fact that are shown.
const EXCERPT: usize = 60;

/// A fact that a search found.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// The fact.
    pub target: Target,
    /// Its kind.
    pub kind: Kind,
    /// What it measures, where it is a figure; else empty.
    pub indicator: String,
    /// Its words.
    pub words: String,
}

/// The facts whose words, indicator or kind hold what is sought, in source order. Either script and width finds the other.
pub fn search(reading: &Reading, sought: &str, language: Language) -> Vec<Hit> {
    let sought = folded(sought);
    if sought.is_empty() {
        return Vec::new();
    }
    let mut hits = Vec::new();
    for (at, fact) in reading.facts() {
        let kind = fact.kind();
        if matches!(kind, Kind::Article | Kind::NotFigure | Kind::Boilerplate) {
            continue;
        }
        let indicator = match &fact.detail {
            Detail::Figure(figure) => reading.own_words(fact, Role::Indicator, &figure.indicator),
            _ => String::new(),
        };
        let quote = reading.words(fact.span);
        let holds = |words: &str| folded(words).contains(&sought);
        if holds(quote) || holds(&indicator) || holds(words::kind(kind, language)) {
            hits.push(Hit { target: Target::Fact(at), kind, indicator, words: cut(quote, EXCERPT) });
        }
    }
    hits
}

/// Words as they are compared: folded, without blanks, in small letters.
fn folded(words: &str) -> String {
    let folded = Fold::of(words);
    folded.chars().iter().filter(|c| !c.is_whitespace()).map(char::to_ascii_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::super::handmade;
    use super::*;

    #[test]
    fn finds_facts_in_either_script_by_words_indicator_and_kind() {
        let reading = handmade::reading();
        let found = |sought: &str| -> Vec<String> {
            search(&reading, sought, Language::English).into_iter().map(|hit| hit.words).collect()
        };
        assert_eq!(found("群众满意"), ["98.2%"], "Simplified finds Traditional");
        assert_eq!(found("雪亮"), ["今年要建‘雪亮工程’12個。", "雪亮工程"]);
        assert_eq!(found("ＰＥＲＳＯＮ"), ["李某"]);
        assert_eq!(found(" "), [""; 0]);
    }
}
