use tiyao::model::{Kind, Role};

use super::{Reading, Target};

/// The most characters of one part that are shown.
const LONGEST: usize = 40;

/// A fact with the parts that it was read from.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// Its kind.
    pub kind: Kind,
    /// Its words, cut where they are long.
    pub words: String,
    /// What it was read from: the part that the words play, and the words.
    pub parts: Vec<(Role, String)>,
    /// The rule that read it.
    pub rule: &'static str,
}

/// The fact that is a target; none for what is no fact.
pub fn opened(reading: &Reading, target: Target) -> Option<Opened> {
    let fact = reading.digest().facts.get(target.fact()?)?;
    let mut parts: Vec<(Role, String)> = Vec::new();
    for evidence in &fact.evidence {
        let part = (evidence.role, cut(reading.words(evidence.span)));
        if !parts.contains(&part) {
            parts.push(part);
        }
    }
    Some(Opened { kind: fact.kind(), words: cut(reading.words(fact.span)), parts, rule: fact.rule })
}

fn cut(words: &str) -> String {
    let line = words.trim();
    let mut shown: String = line.chars().take(LONGEST).collect();
    if shown.len() < line.len() {
        shown.push('…');
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::super::handmade;
    use super::*;

    #[test]
    fn opens_a_fact_into_its_parts() {
        let reading = handmade::reading();
        let opened = opened(&reading, Target::Fact(3)).expect("a fact");
        assert_eq!((opened.kind, opened.words.as_str()), (Kind::Figure, "98.2%"));
        assert_eq!(opened.parts, [(Role::Indicator, "群眾滿意度".to_owned())]);
        assert_eq!(super::opened(&reading, Target::Sentence(0)), None);
    }
}
