//! Chooses the sentences that tell what a text says: figures first, from all its main sections, none twice.

use crate::divide::{Layout, Sentence};
use crate::fold::{CharSpan, Fold};
use crate::lexicon::Pairs;
use crate::model::{Arrange, Detail, Fact, Form, Modality, Span};

/// The shortest and the longest sentence that a summary takes, in characters.
const LENGTHS: std::ops::RangeInclusive<usize> = 12..=220;

/// What a sentence is worth and where it stands.
struct Candidate {
    worth: i64,
    index: usize,
    part: (usize, Option<usize>),
}

/// The `wanted` most telling sentences in source order.
pub(super) fn choose(fold: &Fold, layout: &Layout, facts: &[Fact], wanted: usize) -> Vec<Span> {
    let titles = Pairs::of(title_pairs(fold, layout));
    let worths = figure_worths(fold, layout, facts);
    let repeated = repeated(fold, layout);
    let mut candidates: Vec<Candidate> = layout
        .sentences
        .iter()
        .enumerate()
        .filter(|(index, sentence)| LENGTHS.contains(&sentence.at.len()) && !repeated[*index])
        .map(|(index, sentence)| Candidate {
            worth: worth(fold, layout, sentence, &titles, worths[index]),
            index,
            part: (sentence.article, sentence.section),
        })
        .collect();
    candidates.arrange_by_key(|candidate| (std::cmp::Reverse(candidate.worth), candidate.index));
    let mut chosen = spread_over_parts(candidates, wanted);
    chosen.arrange();
    chosen.into_iter().map(|index| fold.span(layout.sentences[index].at)).collect()
}

/// The best sentence of each part first, then the second best, so that no part speaks alone.
fn spread_over_parts(candidates: Vec<Candidate>, wanted: usize) -> Vec<usize> {
    let mut chosen = Vec::new();
    let mut rest = candidates;
    while chosen.len() < wanted && !rest.is_empty() {
        let mut taken = Vec::new();
        let mut later = Vec::new();
        for candidate in rest {
            if chosen.len() < wanted && !taken.contains(&candidate.part) {
                taken.push(candidate.part);
                chosen.push(candidate.index);
            } else {
                later.push(candidate);
            }
        }
        rest = later;
    }
    chosen
}

/// What the figures of each sentence are worth.
fn figure_worths(fold: &Fold, layout: &Layout, facts: &[Fact]) -> Vec<i64> {
    let mut worths = vec![0; layout.sentences.len()];
    let starts: Vec<usize> = layout.sentences.iter().map(|sentence| fold.span(sentence.at).start).collect();
    for fact in facts {
        let Some(index) = starts.partition_point(|&start| start <= fact.span.start).checked_sub(1) else { continue };
        let worth = match &fact.detail {
            Detail::Figure(figure) if figure.modality == Modality::Case => -6,
            Detail::Figure(figure) => match figure.form {
                Form::Change | Form::Rank | Form::RankChange => 9,
                Form::Streak => 7,
                Form::Level if figure.unit == "%" || figure.value.nearest_f64() >= 100.0 => 7,
                Form::Level => 4,
            },
            Detail::Programme(_) | Detail::Document(_) => 3,
            _ => 0,
        };
        worths[index] += worth;
    }
    worths
}

fn worth(fold: &Fold, layout: &Layout, sentence: &Sentence, titles: &Pairs, figures: i64) -> i64 {
    let words = fold.slice(sentence.at);
    let shared = (0..words.len()).filter(|&at| titles.at(words, at)).count();
    let opens_line = layout.lines.get(sentence.line).is_some_and(|line| line.at.start == sentence.at.start);
    let quoted = matches!(words.first(), Some('“' | '「' | '"'));
    let mut worth = figures.min(40) + 3 * shared.min(6) as i64;
    if opens_line {
        worth += 5;
    }
    if quoted {
        worth -= 15;
    }
    if sentence.at.len() > 140 {
        worth -= 8;
    }
    worth
}

/// Which sentences have stood before.
fn repeated(fold: &Fold, layout: &Layout) -> Vec<bool> {
    let words = |index: usize| layout.sentences.get(index).map(|sentence| fold.slice(sentence.at));
    let mut order: Vec<usize> = (0..layout.sentences.len()).collect();
    order.arrange_by(|&a, &b| {
        words(a).map(<[char]>::len).cmp(&words(b).map(<[char]>::len)).then(words(a).cmp(&words(b)))
    });
    let mut repeated = vec![false; order.len()];
    for pair in order.windows(2) {
        repeated[pair[1]] = words(pair[0]) == words(pair[1]);
    }
    repeated
}

/// The pairs of characters that titles and headings are made of.
fn title_pairs(fold: &Fold, layout: &Layout) -> Vec<(char, char)> {
    let titles = layout.articles.iter().filter_map(|article| article.title);
    let headings = layout.sections.iter().map(|section| section.at);
    let pairs = |at: CharSpan| fold.slice(at).windows(2).map(|pair| (pair[0], pair[1])).collect::<Vec<_>>();
    titles.chain(headings).flat_map(pairs).collect()
}
