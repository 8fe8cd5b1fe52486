//! Gathers the facts of a text, ranks its sentences and counts what is explained.

mod coverage;
mod key_figures;
mod summary;
mod worth;

pub use key_figures::key_figures;

use crate::check;
use crate::divide::divide;
use crate::fold::{CharSpan, Fold};
use crate::model::{Arrange, Detail, Digest, Fact, Options};
use crate::read::{self, Page};
use crate::scan::scan;
use crate::source::Source;

/// The digest of a text.
pub fn read(text: &str, options: &Options) -> Digest {
    read_source(Source::from_text(text), options)
}

/// The digest of a source.
pub fn read_source(source: Source, options: &Options) -> Digest {
    let fold = Fold::of(source.text());
    let layout = divide(&fold);
    let mut marks = scan(&fold);
    let own = read::Own::of(&fold, options);
    own.units(&fold, &mut marks);
    let page = Page { fold: &fold, layout: &layout, marks: &marks, options };
    let mut facts = read::read(&page, &own);
    for fact in &mut facts {
        if let Detail::Article(article) = &mut fact.detail {
            article.script = fold.script(fold.stretch(fact.span));
        }
    }
    sort(&mut facts);
    let coverage = coverage::count(&fold, &facts);
    let worths = worth::Worths::of_page(&fold, &layout, &facts);
    let summary = summary::choose(&fold, &layout, &worths, options.sentences);
    let outline = summary::outline(&fold, &layout, &worths);
    let (mut findings, derived) = check::check(&page, &facts);
    sort(&mut findings);
    let facts = merged(facts, findings);
    let script = fold.script(CharSpan::new(0, fold.len()));
    let sentences = layout.sentences.iter().map(|sentence| fold.span(sentence.at)).collect();
    let reviews = Vec::new();
    let options = options.clone();
    Digest { script, options, source, facts, coverage, summary, outline, derived, sentences, reviews }
}

/// Puts facts in source order, an outer one before those inside it.
fn sort(facts: &mut [Fact]) {
    facts.arrange_by_cached_key(place);
}

/// Two lists of facts in source order as one; of equal places the first list's come first.
fn merged(facts: Vec<Fact>, findings: Vec<Fact>) -> Vec<Fact> {
    let mut all = Vec::with_capacity(facts.len() + findings.len());
    let mut findings = findings.into_iter().peekable();
    for fact in facts {
        while let Some(finding) = findings.next_if(|finding| place(finding) < place(&fact)) {
            all.push(finding);
        }
        all.push(fact);
    }
    all.extend(findings);
    all
}

/// What facts are ordered by, as one number: where they start, which one ends last, their kind.
fn place(fact: &Fact) -> u128 {
    (fact.span.start as u128) << 64 | (!fact.span.end as u128 & (u64::MAX >> 8) as u128) << 8 | fact.kind() as u128
}
