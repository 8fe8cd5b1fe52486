use tiyao::export;
use tiyao::model::{Arrange, Detail, Fact, Kind, Language, Role, Span};

use super::amount::period;
use super::blocks::lines;
use super::{Reading, Target};

/// The most characters of one part that are shown.
const LONGEST: usize = 40;

/// So many characters are shown around the parts of a sentence.
const LEAD: usize = 24;

/// A fact with the parts that it was read from.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// Its kind.
    pub kind: Kind,
    /// What recomputing gave, for findings; else empty.
    pub verdict: &'static str,
    /// Its words, cut where they are long; of a finding the sum.
    pub words: String,
    /// Its sentence, with the parts that stand in it by name; empty for what has none.
    pub sentence: Vec<Bit>,
    /// What it was read from beyond its sentence.
    pub parts: Vec<Part>,
    /// Why it is one, as a sentence.
    pub why: String,
}

/// A stretch of the sentence of a fact.
#[derive(Clone, Debug, PartialEq)]
pub struct Bit {
    /// The words.
    pub words: String,
    /// What they give the fact.
    pub role: Option<Role>,
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
    let sentence = if fact.kind() == Kind::Check { Vec::new() } else { sentence(reading, fact) };
    let told = |role| sentence.iter().any(|bit| bit.role == Some(role));
    for evidence in fact.evidence.iter().filter(|evidence| !told(evidence.role)) {
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
    Some(Opened {
        kind: fact.kind(),
        verdict,
        words,
        sentence,
        parts,
        why: export::why(reading.text(), fact, language),
    })
}

/// The sentence of a fact in pieces, cut before and behind where it is long. Of parts that share words the first counts.
fn sentence(reading: &Reading, fact: &Fact) -> Vec<Bit> {
    let digest = reading.digest();
    let whole = digest.sentences.get(digest.sentence_at(fact.span.start)).filter(|span| span.contains(fact.span));
    let Some(whole) = whole else { return Vec::new() };
    let mut parts: Vec<(Span, Role)> = fact.evidence.iter().map(|part| (part.span, part.role)).collect();
    parts.retain(|(span, _)| whole.contains(*span));
    if !parts.iter().any(|(span, _)| *span == fact.span) && fact.span.end - fact.span.start < LONGEST * 3 {
        parts.push((fact.span, if fact.kind() == Kind::Figure { Role::Value } else { Role::Name }));
    }
    parts.arrange_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
    let Some(last) = parts.last().map(|(span, _)| span.end) else { return Vec::new() };
    let text = reading.text();
    // Of a long sentence the words near the parts are enough.
    let lead = Span::new(whole.start, parts[0].0.start).of(text);
    let opening = lead.char_indices().rev().nth(LEAD).map_or(0, |(at, _)| at);
    let start = whole.start + opening;
    let tail = cut(Span::new(last, whole.end).of(text), LEAD);
    let mut bits = Vec::new();
    let mut bit = |words: &str, role| {
        if !words.trim().is_empty() {
            bits.push(Bit { words: words.to_owned(), role });
        }
    };
    if opening > 0 {
        bit("…", None);
    }
    let mut at = start;
    for (span, role) in parts.into_iter() {
        if span.start < at {
            continue;
        }
        bit(Span::new(at, span.start).of(text), None);
        bit(span.of(text), Some(role));
        at = span.end;
    }
    bit(if at < last { Span::new(at, last).of(text) } else { "" }, None);
    bit(&tail, None);
    bits
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

/// The bytes between two places of the article, each a line as its blocks are counted and UTF-16 units of its words;
/// without the blanks at its ends, and none where nothing is between them.
pub fn selected(reading: &Reading, ends: ((usize, usize), (usize, usize))) -> Option<Span> {
    let (text, lines) = (reading.text(), lines(reading.text()));
    let byte = |(line, units): (usize, usize)| {
        let line = lines.get(line)?;
        let mut left = units;
        for (at, c) in line.of(text).char_indices() {
            if left < c.len_utf16() {
                return Some(line.start + at);
            }
            left -= c.len_utf16();
        }
        Some(line.end)
    };
    let (start, end) = (byte(ends.0)?, byte(ends.1)?);
    let words = text.get(start..end)?;
    let start = start + (words.len() - words.trim_start().len());
    let words = words.trim();
    (!words.is_empty()).then(|| Span::new(start, start + words.len()))
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
        assert_eq!(opened.parts, [Part { role: Role::Period, words: "2022".to_owned(), inferred: true }]);
        let bits: Vec<_> = opened.sentence.iter().map(|bit| (bit.words.as_str(), bit.role)).collect();
        let (indicator, value) = (Some(Role::Indicator), Some(Role::Value));
        assert_eq!(bits, [("2022年", None), ("群眾滿意度", indicator), ("達", None), ("98.2%", value), ("。", None)]);
        assert_eq!(super::opened(&reading, Target::Sentence(0), Language::English), None);
    }

    #[test]
    fn a_long_sentence_is_cut_around_its_parts() {
        let long = "这是很长的一句话里说明情况的开头".repeat(6);
        let text = format!("{long},全区刑事案件同比下降20.5%,{long}。\n");
        let reading = Reading::of(Source::from_text(&text), "");
        let at = reading.facts().find(|(_, fact)| fact.kind() == Kind::Figure).expect("a figure").0;
        let bits = super::opened(&reading, Target::Fact(at), Language::English).expect("a fact").sentence;
        let shown: String = bits.iter().map(|bit| bit.words.as_str()).collect();
        assert!(shown.starts_with('…') && shown.ends_with('…') && shown.chars().count() < 90, "{shown}");
        assert!(shown.contains("刑事案件") && shown.contains("20.5%"), "{shown}");
    }

    #[test]
    fn says_where_the_parts_stand() {
        let reading = handmade::reading();
        // The third line that is not blank is 2022年群眾滿意度達98.2%。
        assert_eq!(stretches(&reading, Target::Fact(3)), [Stretch { line: 2, start: 5, end: 10 }]);
        assert_eq!(stretches(&reading, Target::Sentence(0)), []);
    }

    #[test]
    fn chosen_words_are_bytes_of_the_text() {
        let reading = handmade::reading();
        let span = selected(&reading, ((2, 5), (2, 10))).expect("words");
        assert_eq!(reading.words(span), "群眾滿意度");
        let across = selected(&reading, ((0, 2), (1, 2))).expect("words");
        assert_eq!(reading.words(across), "綜述\n　　守護");
        assert_eq!(selected(&reading, ((2, 5), (2, 5))), None);
        assert_eq!(selected(&reading, ((9, 0), (9, 5))), None);
        assert_eq!(selected(&reading, ((2, 99), (2, 5))), None);
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
