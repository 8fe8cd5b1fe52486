use tiyao::export;
use tiyao::model::{Arrange, Detail, Language, Verdict};

use super::{Reading, Target};

/// What the numbers say about each other, as the digest lists it.
#[derive(Clone, Debug, PartialEq)]
pub struct FindingRow {
    /// The fact.
    pub target: Target,
    /// Whether the claims agree.
    pub verdict: Verdict,
    /// The same in words.
    pub said: &'static str,
    /// The sum in numbers.
    pub formula: String,
    /// The sum in a sentence.
    pub why: String,
}

/// The findings: those that do not match first, then those that cannot be told, then those that agree; each in order.
pub fn findings(reading: &Reading, language: Language) -> Vec<FindingRow> {
    let mut rows = Vec::new();
    for (at, fact) in reading.facts() {
        let Detail::Finding(finding) = &fact.detail else { continue };
        rows.push(FindingRow {
            target: Target::Fact(at),
            verdict: finding.verdict,
            said: export::verdict(finding, language),
            formula: export::formula(reading.text(), finding),
            why: export::why(reading.text(), fact, language),
        });
    }
    rows.arrange_by_key(|row| match row.verdict {
        Verdict::Inconsistent => 0,
        Verdict::Unclear => 1,
        Verdict::Consistent => 2,
    });
    rows
}

/// The sign of a verdict.
pub const fn sign(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Consistent => "✓",
        Verdict::Inconsistent => "≠",
        Verdict::Unclear => "?",
    }
}

/// The class that a verdict is drawn with.
pub const fn class(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Consistent => "check-same",
        Verdict::Inconsistent => "check-apart",
        Verdict::Unclear => "check-open",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tiyao::source::Source;

    #[test]
    fn what_does_not_match_comes_first() {
        let text = "工作总结\n受理案件44752件,审结42381件,结案率达94.7%。\n会议由“甲”“乙”“丙”两项组成。\n";
        let reading = Reading::of(Source::from_text(text), "");
        let rows = findings(&reading, Language::English);
        let seen: Vec<_> = rows.iter().map(|row| (row.verdict, row.said, row.formula.as_str())).collect();
        assert_eq!(
            seen,
            [
                (Verdict::Inconsistent, "does not match", "2 ↔ 3"),
                (Verdict::Consistent, "agrees by rounding", "42381件 ÷ 44752件 = 94.7%"),
            ]
        );
        assert!(rows.iter().all(|row| row.why.ends_with('.')));
    }
}
