//! Titled texts: laws, plans, rules, reports.

mod unmarked;

pub(super) use unmarked::words as unmarked_words;

use super::Page;
use super::openings::Openings;
use super::prose::{Stretch, ends_clause, ends_sentence, fact, is_han, stretch_of};
use crate::fold::{CharSpan, Fold};
use crate::lexicon::among;
use crate::lexicon::{Words, rows};
use crate::model::{Arrange, Detail, Document, Fact, Programme, Role};
use std::sync::OnceLock;

/// A titled text at one place.
#[derive(Clone, Copy, Debug)]
struct Titled {
    /// With the marks.
    outer: CharSpan,
    /// The title.
    inner: CharSpan,
    rule: &'static str,
}

/// The documents of the page, each once, where it is first named.
pub fn read(page: &Page, stretches: &[Stretch], openings: &Openings) -> Vec<Fact> {
    let fold = page.fold;
    let mut titled: Vec<Titled> = page
        .marks
        .enclosed
        .iter()
        .filter(|pair| pair.title)
        .map(|pair| Titled { outer: pair.outer, inner: fold.trim(pair.inner), rule: "document.marked" })
        .collect();
    titled.extend(unmarked::read(page, stretches, openings));
    titled.arrange_by_key(|one| (one.outer.start, std::cmp::Reverse(one.outer.end)));
    let mut reach = 0;
    let (mut named, mut names) = (Vec::new(), Vec::new());
    for one in titled {
        let Some(stretch) = stretch_of(stretches, one.outer.start) else { continue };
        let inside = one.outer.end <= reach;
        reach = reach.max(one.outer.end);
        if inside && one.rule != "document.marked" || one.inner.is_empty() {
            continue;
        }
        names.push(fold.words(one.inner));
        named.push((one, stretch, inside));
    }
    let new = new_titles(&names);
    let mut found = Vec::new();
    for (((one, stretch, inside), name), new) in named.into_iter().zip(names).zip(new) {
        if !new || abbreviates(fold, one.outer) {
            continue;
        }
        let issuer_at = if inside { None } else { issuer(fold, one.outer, stretch) };
        let issuer_at = issuer_at.unwrap_or(CharSpan::new(0, 0));
        let evidence = [(Role::Name, one.inner), (Role::Issuer, issuer_at)];
        let detail = Detail::Document(Document { name, issuer: fold.words(issuer_at) });
        found.push(fact(page, one.outer, stretch.article, one.rule, &evidence, detail));
    }
    found
}

/// The programmes that are no document's name: a plan is one fact, 十四五规划 as well as 《…行动计划》 named again.
pub fn without(documents: &[Fact], programmes: impl Iterator<Item = Fact>) -> impl Iterator<Item = Fact> {
    let name = |one: &Fact| match &one.detail {
        Detail::Document(Document { name, .. }) | Detail::Programme(Programme { name, .. }) => name.clone(),
        _ => String::new(),
    };
    let mut names: Vec<String> = documents.iter().map(name).collect();
    let mut ends: Vec<usize> = documents.iter().map(|one| one.span.end).collect();
    names.arrange();
    ends.arrange();
    programmes.filter(move |one| names.binary_search(&name(one)).is_err() && ends.binary_search(&one.span.end).is_err())
}

/// Of each title whether it is new: one that is the tail of an earlier one is its short form.
fn new_titles(names: &[String]) -> Vec<bool> {
    let backwards = |name: &String| name.chars().rev().filter(|c| *c != ' ').collect();
    let mut titles: Vec<(Vec<char>, usize)> = names.iter().map(backwards).zip(0..).collect();
    // Written backwards, the titles that end in one stand right after it; of equal ones the last stands first.
    titles.arrange_by(|one, two| one.0.cmp(&two.0).then(two.1.cmp(&one.1)));
    let mut new = vec![true; names.len()];
    // The titles that may be tails of the next one, each a tail of the one after it; with the earliest that ends in it.
    let mut open: Vec<(&[char], usize, usize)> = Vec::new();
    let mut close = |open: &mut Vec<(&[char], usize, usize)>| {
        let Some((_, at, earliest)) = open.pop() else { return };
        new[at] = earliest == at;
        if let Some(around) = open.last_mut() {
            around.2 = around.2.min(earliest);
        }
    };
    for (title, at) in &titles {
        let ends = |tail: &[char]| title == tail || tail.len() > 1 && title.starts_with(tail);
        while open.last().is_some_and(|&(tail, ..)| !ends(tail)) {
            close(&mut open);
        }
        open.push((title, *at, *at));
    }
    while !open.is_empty() {
        close(&mut open);
    }
    new
}

/// (以下简称《方案》): the marks hold a short form.
fn abbreviates(fold: &Fold, outer: CharSpan) -> bool {
    fold.ends_any(outer.start, "简称 简称: 简称“ 下称 统称")
}

/// Who issued the document, where the words before it say so: 司法部、民政部联合印发了《…》, 中央综治委《简报》.
fn issuer(fold: &Fold, outer: CharSpan, stretch: &Stretch) -> Option<CharSpan> {
    let chars = fold.chars();
    let floor = stretch.at.start;
    let mut end = outer.start;
    let mut verbs = 0;
    while let Some(verb) = words().before_of(chars, end, &["issue", "link"]).filter(|verb| end >= floor + verb.len) {
        end -= verb.len;
        verbs += usize::from(verb.family == "issue");
    }
    let start = super::prose::clause_start(chars, end, floor, 40);
    if verbs == 0 {
        return named_body(chars, start, outer.start);
    }
    let subject = subject(chars, start, end);
    if subject.is_some() {
        return subject;
    }
    earlier_subject(chars, floor, start)
}

/// The subject of the clause, without words of time and manner before it.
fn subject(chars: &[char], start: usize, end: usize) -> Option<CharSpan> {
    let part = CharSpan::new(start, end);
    let chars = chars.get(part.start..part.end)?;
    let fits = (2..=30).contains(&chars.len())
        && chars.iter().all(|&c| is_han(c) || matches!(c, '、' | '(' | ')'))
        && (opens_body(chars) || ends_body(chars))
        && !chars.iter().any(|c| among!("的了在将已并按据为", *c));
    fits.then_some(part)
}

/// The subject of the sentence's earlier clause: 县综治委结合实际,制定出台《…》.
fn earlier_subject(chars: &[char], floor: usize, before: usize) -> Option<CharSpan> {
    let floor = floor.max(before.saturating_sub(80));
    let mut start = before;
    while start > floor && !ends_sentence(chars[start - 1]) {
        start -= 1;
    }
    let clauses = chars.get(start..before)?;
    let mut at = start;
    for clause in clauses.split(|&c| ends_clause(c)) {
        let end =
            (1..=clause.len().min(16)).rev().find(|&len| len >= 2 && opens_body(clause) && ends_body(&clause[..len]));
        if let Some(len) = end {
            return Some(CharSpan::new(at, at + len));
        }
        at += clause.len() + 1;
    }
    None
}

/// A body right before the title: 中央综治委《简报》.
fn named_body(chars: &[char], start: usize, end: usize) -> Option<CharSpan> {
    let clause = chars.get(start..end)?;
    let from = (0..clause.len()).find(|&at| opens_body(&clause[at..]) && clause.len() - at <= 16)?;
    (ends_body(clause) && clause.len() - from >= 3 && clause[from..].iter().all(|&c| is_han(c)))
        .then_some(CharSpan::new(start + from, end))
}

fn opens_body(chars: &[char]) -> bool {
    words().at_of(chars, 0, &["level"]).is_some()
}

fn ends_body(chars: &[char]) -> bool {
    words().before_of(chars, chars.len(), &["body"]).is_some()
}

fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| Words::of(rows(crate::lexicon::table!("../lexicon/issuers.tsv"))))
}
