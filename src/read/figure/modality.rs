//! Whether a figure is reached, wanted, or part of an anecdote.

use crate::divide::{Layout, Sentence};
use crate::fold::{CharSpan, Fold};
use crate::model::Modality;
use crate::read::plan::Plans;

/// The modality of the figure at `at` and the words that say so.
pub(super) fn of(
    fold: &Fold,
    layout: &Layout,
    sentence: &Sentence,
    plans: &Plans,
    at: CharSpan,
) -> (Modality, Option<CharSpan>) {
    if let Some(label) = told(fold, layout, sentence) {
        return (Modality::Case, Some(label));
    }
    match plans.cause(at) {
        Some(cause) => (Modality::Target, Some(cause)),
        None => (Modality::Actual, None),
    }
}

/// The label or the speech that makes a paragraph an anecdote about single people.
fn told(fold: &Fold, layout: &Layout, sentence: &Sentence) -> Option<CharSpan> {
    let line = layout.lines.get(sentence.line)?.at;
    let label = layout.labels.iter().find(|(label, _)| line.contains(*label)).map(|(label, _)| *label);
    if let Some(label) = label {
        return fold.slice(label).windows(2).any(|pair| pair == ['案', '例'] || pair == ['故', '事']).then_some(label);
    }
    if !matches!(fold.at(line.start), '“' | '「' | '"') {
        return None;
    }
    let end = line.end.min(line.start + 160);
    let someone = (line.start..end).find(|&at| {
        ["某", "女士", "先生", "大姐", "大妈", "大爷", "阿姨", "师傅", "老人家"]
            .iter()
            .any(|word| fold.starts_with(at, word))
    })?;
    Some(CharSpan::new(someone, someone + 1))
}
