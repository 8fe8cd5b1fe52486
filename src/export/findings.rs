//! What does not match, one line each, as compilers write their complaints.

use super::{inert, words};
use crate::check::{Conflict, Ledger, Told};
use crate::model::{Detail, Digest, Language, Lines, Verdict};

/// The findings of a digest that do not agree: `name:line:column: verdict: stated: sum`, lines and columns in characters
/// from 1.
pub fn findings(digest: &Digest, language: Language) -> String {
    let mut out = String::new();
    let mut lines = Lines::of(digest.source.text());
    for fact in &digest.facts {
        let Detail::Finding(finding) = &fact.detail else { continue };
        if finding.verdict == Verdict::Consistent {
            continue;
        }
        let (line, column) = lines.place(fact.span.start);
        let name = inert::one_line(&digest.options.name);
        let verdict = words::verdict(finding.verdict, language);
        let (stated, sum) = (inert::one_line(&finding.stated), inert::one_line(&finding.formula));
        out.push_str(&format!("{name}:{line}:{column}: {verdict}: {stated}: {sum}\n"));
    }
    out
}

/// What articles that are given together say otherwise of one thing, one line each, in the form of [`findings`]; `names`
/// are those of the texts in the order that the ledger took them.
pub fn conflicts(ledger: &Ledger, names: &[String], language: Language) -> String {
    let mut out = String::new();
    for Conflict { first, later } in ledger.conflicts() {
        let place = |told: &Told| {
            let name = names.get(told.text).map_or_else(String::new, |name| inert::one_line(name));
            format!("{name}:{}:{}", told.place.0, told.place.1)
        };
        let verdict = words::verdict(Verdict::Inconsistent, language);
        let figure = &later.figure;
        let of = inert::one_line(&format!("{} {} {}", later.area, figure.period, figure.indicator));
        let (new, old) = (inert::one_line(&later.quote), inert::one_line(&first.quote));
        out.push_str(&format!("{}: {verdict}: {new}: {of}: {old} ({})\n", place(later), place(first)));
    }
    out
}

/// Whether some finding of the digest does not match.
pub fn mismatches(digest: &Digest) -> bool {
    let apart =
        |detail: &Detail| matches!(detail, Detail::Finding(finding) if finding.verdict == Verdict::Inconsistent);
    digest.facts.iter().any(|fact| apart(&fact.detail))
}
