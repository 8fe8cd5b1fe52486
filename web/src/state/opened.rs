use tiyao::export;
use tiyao::model::{Detail, Fact, Kind, Language, Role, Span};

use super::amount::period;
use super::blocks::lines;
use super::{Reading, Target};

/// The most characters of one part that are shown.
const LONGEST: usize = 40;

/// A fact with the parts that it was read from.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// Its kind.
    pub kind: Kind,
    /// What recomputing gave, for findings; else empty.
    pub verdict: &'static str,
    /// Its words, cut where they are long; of a finding the sum.
    pub words: String,
    /// What it was read from.
    pub parts: Vec<Part>,
    /// Why it is one, as a sentence.
    pub why: String,
}

/// A part of a fact.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// What the words give.
    pub role: Role,
    /// The words, or what was worked out.
    pub words: String,
    /// Whether it was carried over or worked out rather than read in the sentence.
    pub inferred: bool,
}

/// A stretch of a line of the article, in UTF-16 units of the line's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Which line, counted from 0 as the article's blocks are.
    pub line: usize,
    /// Where it begins.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
}

/// The fact that is a target, told in a language; none for what is no fact.
pub fn opened(reading: &Reading, target: Target, language: Language) -> Option<Opened> {
    let fact = reading.digest().facts.get(target.fact()?)?;
    let mut parts: Vec<Part> = Vec::new();
    for evidence in &fact.evidence {
        let part = Part { role: evidence.role, words: cut(reading.words(evidence.span), LONGEST), inferred: false };
        if !parts.contains(&part) {
            parts.push(part);
        }
    }
    infer(fact, &mut parts);
    let (verdict, words) = match &fact.detail {
        Detail::Finding(finding) => (export::verdict(finding, language), export::formula(reading.text(), finding)),
        _ => ("", cut(reading.words(fact.span), LONGEST)),
    };
    Some(Opened { kind: fact.kind(), verdict, words, parts, why: export::why(reading.text(), fact, language) })
}

/// Marks the parts of a figure that were inferred, and adds those that no words give.
fn infer(fact: &Fact, parts: &mut Vec<Part>) {
    let Detail::Figure(figure) = &fact.detail else { return };
    for (name, role, words) in [
        ("indicator", Role::Indicator, &figure.indicator),
        ("period", Role::Period, &figure.period),
        ("area", Role::Area, &figure.area),
    ] {
        if words.is_empty() || !figure.inferred.contains(&name) {
            continue;
        }
        match parts.iter_mut().find(|part| part.role == role) {
            Some(part) => part.inferred = true,
            None => parts.push(Part { role, words: period(words), inferred: true }),
        }
    }
}

/// Where the parts of a target stand in the article's lines: what a finding compares, what a fact was read from.
pub fn stretches(reading: &Reading, target: Target) -> Vec<Stretch> {
    let Some(fact) = target.fact().and_then(|at| reading.digest().facts.get(at)) else { return Vec::new() };
    fact.evidence.iter().flat_map(|part| places(reading, part.span)).collect()
}

/// Where a span stands in the article's lines.
pub fn places(reading: &Reading, span: Span) -> Vec<Stretch> {
    let (text, lines) = (reading.text(), lines(reading.text()));
    let units = |from: usize, to: usize| Span::new(from, to).of(text).encode_utf16().count();
    let first = lines.partition_point(|line| line.end <= span.start);
    let within = lines.iter().enumerate().skip(first).take_while(|(_, line)| line.start < span.end);
    let stretch = |(at, line): (usize, &Span)| {
        let (start, end) = (span.start.max(line.start), span.end.min(line.end));
        Stretch { line: at, start: units(line.start, start), end: units(line.start, end) }
    };
    within.map(stretch).collect()
}

/// Words on one line, cut after so many characters.
pub(super) fn cut(words: &str, longest: usize) -> String {
    let line = words.trim();
    let mut shown: String = line.chars().take(longest).collect();
    if shown.len() < line.len() {
        shown.push('…');
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::super::handmade;
    use super::*;
    use tiyao::source::Source;

    #[test]
    fn opens_a_fact_into_its_parts() {
        let reading = handmade::reading();
        let opened = opened(&reading, Target::Fact(3), Language::English).expect("a fact");
        assert_eq!((opened.kind, opened.words.as_str()), (Kind::Figure, "98.2%"));
        let part = |role, words: &str, inferred| Part { role, words: words.to_owned(), inferred };
        assert_eq!(opened.parts, [part(Role::Indicator, "群眾滿意度", false), part(Role::Period, "2022", true)]);
        assert_eq!(super::opened(&reading, Target::Sentence(0), Language::English), None);
    }

    #[test]
    fn says_where_the_parts_stand() {
        let reading = handmade::reading();
        // The third line that is not blank is 2022年群眾滿意度達98.2%。
        assert_eq!(stretches(&reading, Target::Fact(3)), [Stretch { line: 2, start: 5, end: 10 }]);
        assert_eq!(stretches(&reading, Target::Sentence(0)), []);
    }

    #[test]
    fn opens_a_finding_into_its_sum() {
        let reading = Reading::of(Source::from_text("受理案件44752件,审结41381件,结案率达94.7%。"), "");
        let at = reading.facts().find(|(_, fact)| fact.kind() == Kind::Check).expect("a finding").0;
        let opened = opened(&reading, Target::Fact(at), Language::SimplifiedChinese).expect("a fact");
        assert_eq!((opened.verdict, opened.words.as_str()), ("不符", "41381件 ÷ 44752件 = 92.47%"));
        assert_eq!(opened.why, "41381件占44752件的92.47%；文中为94.7%，两者不符。");
        assert_eq!(stretches(&reading, Target::Fact(at)).len(), 3);
    }
}
