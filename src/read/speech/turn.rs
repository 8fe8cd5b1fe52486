//! Turns of a talk: lines that open with a label of who speaks (行政长官:, 记者:, 问:).

use super::attribution::named;
use super::{NOBODY, Speaker, speech};
use crate::fold::CharSpan;
use crate::lexicon::titles;
use crate::model::{Fact, SpeechMode};
use crate::read::Page;
use crate::read::person::Mention;
use crate::read::prose::Stretch;
use crate::script::is_letter_or_digit;

/// The longest label.
const LABEL: usize = 24;

/// Adds the turns of pages that have at least two; each goes on to the next label.
pub(super) fn read(page: &Page, stretches: &[Stretch], mentions: &[Mention], found: &mut Vec<Fact>) {
    let labels: Vec<Option<CharSpan>> = stretches.iter().map(|stretch| label(page, stretch)).collect();
    if labels.iter().flatten().count() < 2 {
        return;
    }
    let mut index = 0;
    while index < stretches.len() {
        let first = index;
        index += 1;
        let Some(label) = labels[first] else { continue };
        let article = stretches[first].article;
        while index < stretches.len() && labels[index].is_none() && stretches[index].article == article {
            index += 1;
        }
        let at = page.fold.trim(CharSpan::new(label.end + 1, stretches[index - 1].at.end));
        if at.is_empty() {
            continue;
        }
        let known = mentions.partition_point(|mention| mention.at.start < label.start);
        let named_here = mentions.get(known).filter(|mention| mention.at.end <= label.end);
        let speaker = named_here.map_or(Speaker { at: label, ..NOBODY }, |one| named(page.fold, one, label.start));
        found.push(speech(page, at, article, "speech.turn", speaker, SpeechMode::Direct));
    }
}

/// The words before the colon that opens a turn: a title, a name after one, 记者, 问 or 答.
fn label(page: &Page, stretch: &Stretch) -> Option<CharSpan> {
    let fold = page.fold;
    let reach = stretch.at.end.min(stretch.at.start + LABEL);
    let colon = (stretch.at.start..reach).find(|&at| fold.at(at) == ':')?;
    let label = fold.trim(CharSpan::new(stretch.at.start, colon));
    let words = fold.slice(label);
    // Fields of a record (主持:, 时间:) have nothing or little after them.
    if label.is_empty() || stretch.at.end < colon + 10 || words.iter().any(|&c| !is_letter_or_digit(c) && c != ' ') {
        return None;
    }
    let asks = matches!(words, ['问'] | ['答']);
    let titled = titles()
        .before(fold.chars(), label.end)
        .is_some_and(|hit| matches!(hit.family, "post" | "state") && hit.len > 1 || hit.term == "记者");
    (asks || titled).then_some(label)
}
