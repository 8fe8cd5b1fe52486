//! What is listed rather than tabled: sections, names, speech, lost words.

use super::Report;
use crate::export::words::{self, Word};
use crate::export::{derived_formula, inert};
use crate::model::{Derivation, Detail, Fact, Kind, Role, firsts};

/// A list with its heading.
pub(in crate::export) struct Group {
    pub(in crate::export) title: &'static str,
    /// Whether the entries are short names that may stand on one line.
    pub(in crate::export) inline: bool,
    pub(in crate::export) entries: Vec<Entry>,
}

/// An entry of a list. All words are on one line and steer nothing.
pub(in crate::export) struct Entry {
    /// What is said before the words, such as the speaker; may be empty.
    pub(in crate::export) before: String,
    pub(in crate::export) words: String,
    /// What is said after them, such as a person's title; may be empty.
    pub(in crate::export) after: String,
    /// How deep the entry stands, from 1.
    pub(in crate::export) level: u8,
    /// The index of the fact, for facts that are marked within their line.
    pub(in crate::export) fact: Option<usize>,
    pub(in crate::export) paragraph: usize,
}

/// The lists of the facts (with their indices), those without an entry left out.
pub(super) fn groups(report: &Report, facts: &[(usize, &Fact)]) -> Vec<Group> {
    const LISTED: [Kind; 12] = [
        Kind::Check,
        Kind::Section,
        Kind::Programme,
        Kind::Document,
        Kind::Person,
        Kind::Organisation,
        Kind::Place,
        Kind::Honour,
        Kind::Speech,
        Kind::ReportedSpeech,
        Kind::Commitment,
        Kind::Gap,
    ];
    let mut groups = LISTED.map(|kind| {
        let inline = !matches!(
            kind,
            Kind::Section
                | Kind::Speech
                | Kind::ReportedSpeech
                | Kind::Honour
                | Kind::Commitment
                | Kind::Gap
                | Kind::Check
        );
        let title = match kind {
            Kind::Gap => Word::Gaps.of(report.language),
            _ => words::kind(kind, report.language),
        };
        (kind, Group { title, inline, entries: Vec::new() })
    });
    let names: Vec<_> = facts.iter().map(|(_, fact)| (fact.kind(), name(&fact.detail))).collect();
    for ((at, &(index, fact)), first) in facts.iter().enumerate().zip(firsts(&names)) {
        let kind = fact.kind();
        let Some((_, group)) = groups.iter_mut().find(|group| group.0 == kind) else { continue };
        // A name is listed once, where it stands first.
        if at == first || name(&fact.detail).is_none() {
            group.entries.push(entry(report, index, fact));
        }
    }
    groups.into_iter().map(|(_, group)| group).filter(|group| !group.entries.is_empty()).collect()
}

/// The numbers that an article allows but does not state, where there are some.
pub(super) fn derived(report: &Report, article: usize) -> Option<Group> {
    let entries: Vec<Entry> = report
        .digest
        .derived
        .iter()
        .filter(|derived| derived.article == article)
        .map(|derived| {
            let what = match derived.what {
                Derivation::Base => Word::DerivedBase,
                Derivation::Whole => Word::DerivedWhole,
            };
            let start = derived.claims.first().map_or(0, |claim| claim.start);
            Entry {
                before: super::joined(&[&derived.indicator, what.of(report.language)]),
                words: inert::one_line(&derived_formula(report.digest.source.text(), derived)),
                after: String::new(),
                level: 1,
                fact: None,
                paragraph: report.paragraph(start),
            }
        })
        .collect();
    (!entries.is_empty()).then_some(Group { title: Word::Derived.of(report.language), inline: false, entries })
}

fn name(detail: &Detail) -> Option<&str> {
    match detail {
        Detail::Programme(programme) => Some(&programme.name),
        Detail::Document(document) => Some(&document.name),
        Detail::Person(person) => Some(&person.name),
        Detail::Organisation(place) | Detail::Place(place) => Some(&place.name),
        _ => None,
    }
}

fn entry(report: &Report, index: usize, fact: &Fact) -> Entry {
    let quote = fact.span.of(report.digest.source.text());
    let words = match name(&fact.detail) {
        Some(name) => report.as_written(fact, Role::Name, name),
        None => inert::one_line(quote),
    };
    let written = |role, folded: &str| report.as_written(fact, role, folded);
    let (mut before, mut after, mut level) = (String::new(), String::new(), 1);
    match &fact.detail {
        Detail::Section(section) => {
            level = section.level.max(1);
            let outline = &report.digest.outline;
            let place = outline.partition_point(|one| one.heading.start < fact.span.start);
            let line = outline.get(place).filter(|one| one.heading == fact.span);
            after = line.map(|one| inert::one_line(one.line.of(report.digest.source.text()))).unwrap_or_default();
        }
        Detail::Speech(speech) => {
            before = super::joined(&[&written(Role::Speaker, &speech.speaker), &written(Role::Title, &speech.role)]);
        }
        Detail::Document(document) => after = written(Role::Issuer, &document.issuer),
        Detail::Person(person) => after = written(Role::Title, &person.role),
        Detail::Honour(honour) => after = super::joined(&[&written(Role::Issuer, &honour.by), &honour.year]),
        Detail::Commitment(commitment) => after = inert::one_line(&commitment.deadline),
        Detail::Finding(finding) => {
            before = words::verdict(finding.verdict, report.language).to_owned();
            after = inert::one_line(&finding.formula);
        }
        Detail::Gap(gap) if !gap.suggestion.is_empty() => after = inert::one_line(&gap.suggestion),
        _ => {}
    }
    after = super::joined(&[&after, words::by_reader(report.digest.review(fact), report.language)]);
    let marked = !matches!(fact.kind(), Kind::Section | Kind::Check);
    Entry { before, words, after, level, fact: marked.then_some(index), paragraph: report.paragraph(fact.span.start) }
}
