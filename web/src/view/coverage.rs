use leptos::prelude::*;
use tiyao::model::Language;

use super::digest::{capped, goto, group};
use crate::state::{Reading, Target};
use crate::words::{self, Word};

/// So many unread numerals are drawn at first.
const UNREAD: usize = 60;

/// How many numerals are explained, and those that are not.
pub fn coverage(reading: &Reading, language: Language) -> AnyView {
    let coverage = &reading.digest().coverage;
    let line = words::coverage(coverage.numerals, coverage.explained, language);
    let unread = coverage.unread.iter().enumerate();
    let unread: Vec<_> = unread.map(|(at, span)| (Target::Unread(at), reading.words(*span).to_owned())).collect();
    let list = (!unread.is_empty()).then(|| {
        let list = capped(unread, UNREAD, language, |(target, words)| {
            view! { <li>{goto(&[*target], words.clone().into_any())}</li> }.into_any()
        });
        view! { <p class="unread">{Word::Unread.say(language)}</p><ul class="names">{list}</ul> }
    });
    let inner = view! { <p class="line">{line}</p>{list} }.into_any();
    group("coverage", Word::Coverage.say(language), inner)
}
