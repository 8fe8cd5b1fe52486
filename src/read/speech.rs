//! What people say: in quotation marks, after a label that names the speaker, or reported without marks.

mod attribution;
mod reported;
mod subject;
mod turn;

use super::Page;
use super::person::Mention;
use super::prose::{Stretch, fact, stretch_of};
use crate::fold::CharSpan;
use crate::model::{Detail, Fact, Role, Speech, SpeechMode};
use attribution::Quote;
use subject::People;

/// Who speaks; empty stretches where the text does not say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Speaker {
    at: CharSpan,
    role: CharSpan,
}

const NOBODY: Speaker = Speaker { at: CharSpan::new(0, 0), role: CharSpan::new(0, 0) };

/// The speech of the page: direct where the words stand in marks or after a label, else reported.
pub fn read(page: &Page, stretches: &[Stretch], mentions: &[Mention]) -> Vec<Fact> {
    let mut found = Vec::new();
    let people = People::of(page.fold, mentions);
    let mut reach = 0;
    // The last quotation's end and who spoke it.
    let mut last = (0, NOBODY);
    for (index, pair) in page.marks.enclosed.iter().enumerate() {
        let nested = pair.outer.start < reach;
        reach = reach.max(pair.outer.end);
        let Some(stretch) = stretch_of(stretches, pair.outer.start).filter(|_| !nested && !pair.title) else {
            continue;
        };
        let marks = &page.marks.enclosed[index..];
        let quote = Quote { fold: page.fold, stretch, stretches, mentions, people: &people, marks, last };
        let Some((rule, speaker)) = quote.read(pair.outer, pair.inner) else { continue };
        last = (pair.outer.end, speaker);
        found.push(speech(page, pair.inner, stretch.article, rule, speaker, SpeechMode::Direct));
    }
    turn::read(page, stretches, mentions, &mut found);
    reported::read(page, mentions, &people, &mut found);
    found
}

fn speech(page: &Page, at: CharSpan, article: usize, rule: &'static str, by: Speaker, mode: SpeechMode) -> Fact {
    let fold = page.fold;
    let speech =
        Speech { speaker: fold.words(by.at).chars().filter(|c| *c != ' ').collect(), role: fold.words(by.role), mode };
    let evidence = [(Role::Speaker, by.at), (Role::Title, by.role)];
    fact(page, at, article, rule, &evidence, Detail::Speech(speech))
}
