//! Chooses the sentences that tell what a text says: figures first, from all its main sections, none twice.

use super::worth::{Worths, opening};
use crate::divide::Layout;
use crate::fold::{CharSpan, Fold};
use crate::lexicon::Pairs;
use crate::model::{Arrange, OutlineLine, Span};

/// The shortest and the longest sentence that a summary takes, in characters.
const LENGTHS: std::ops::RangeInclusive<usize> = 12..=220;

/// What each sentence that a part already has takes from the worth of its others: so all parts speak before one
/// speaks twice, unless it has far more to say.
const SPREAD: i64 = 40;

/// How much of a sentence may stand in another, in hundredths of its pairs of characters, to be taken as well.
const ALIKE: usize = 60;

/// The `wanted` most telling sentences in source order.
pub(super) fn choose(fold: &Fold, layout: &Layout, worths: &Worths, wanted: usize) -> Vec<Span> {
    let parts = parts(layout);
    let headed = layout.articles.len() < 2 && !layout.sections.is_empty();
    let mut rest: Vec<usize> = (0..layout.sentences.len()).filter(|&index| fits(layout, worths, index)).collect();
    rest.arrange_by_key(|&index| (std::cmp::Reverse(worths.of(index)), index));
    let mut chosen: Vec<usize> = Vec::new();
    let mut spoken: Vec<(usize, i64)> = Vec::new();
    // A text of near repetitions is not searched to its end.
    for _ in 0..wanted.saturating_mul(20).saturating_add(100) {
        if chosen.len() >= wanted {
            break;
        }
        let taken = |part: usize| spoken.iter().find(|(one, _)| *one == part).map_or(0, |(_, count)| *count * SPREAD);
        // What stands before the first section only leads to it.
        let lead = |part: usize| if headed && part == 0 { SPREAD * 3 / 4 } else { 0 };
        let now = |index: usize| worths.of(index) - taken(parts[index]) - lead(parts[index]);
        let Some(best) = best(&rest, now) else { break };
        let index = rest.remove(best);
        if chosen.iter().any(|&other| alike(fold, layout, index, other)) {
            continue;
        }
        chosen.push(index);
        match spoken.iter_mut().find(|(part, _)| *part == parts[index]) {
            Some((_, count)) => *count += 1,
            None => spoken.push((parts[index], 1)),
        }
    }
    chosen.arrange();
    chosen.into_iter().map(|index| fold.span(opening(fold, layout, index))).collect()
}

/// The place in `rest`, which is sorted by worth, of the sentence that is worth most now.
fn best(rest: &[usize], worth: impl Fn(usize) -> i64) -> Option<usize> {
    // Beyond the first hundreds nothing is worth more: a part has few sentences taken from it.
    let near = rest.iter().take(400).enumerate();
    near.max_by_key(|&(place, &index)| (worth(index), std::cmp::Reverse(place))).map(|(place, _)| place)
}

fn fits(layout: &Layout, worths: &Worths, index: usize) -> bool {
    LENGTHS.contains(&layout.sentences[index].at.len()) && !worths.repeated(index)
}

/// For each sentence the part that it speaks for: its article where there are several, else its main section.
fn parts(layout: &Layout) -> Vec<usize> {
    if layout.articles.len() > 1 {
        return layout.sentences.iter().map(|sentence| sentence.article).collect();
    }
    // The outermost level that has at least two headings.
    let count = |level: u8| layout.sections.iter().filter(|section| section.level == level).count();
    let level = (1..=4).find(|&level| count(level) > 1).unwrap_or(1);
    let (mut next, mut part) = (0, 0);
    let mut found = Vec::with_capacity(layout.sentences.len());
    for sentence in &layout.sentences {
        while let Some(section) = layout.sections.get(next).filter(|section| section.at.start <= sentence.at.start) {
            next += 1;
            part = if section.level <= level { next } else { part };
        }
        found.push(part);
    }
    found
}

/// Whether one sentence says much the same words as another.
fn alike(fold: &Fold, layout: &Layout, one: usize, other: usize) -> bool {
    let words = |index: usize| fold.slice(layout.sentences[index].at);
    let (short, long) = if words(one).len() < words(other).len() { (one, other) } else { (other, one) };
    let (own, other) = (words(short), words(long));
    let enough = |shared: usize| shared * 100 > own.len() * ALIKE;
    // A bit for each pair tells most sentences apart.
    let mut bits = [0_u64; 16];
    for pair in other.windows(2) {
        let (at, bit) = bit(pair);
        bits[at] |= bit;
    }
    let may_share = |pair: &&[char]| {
        let (at, bit) = bit(pair);
        bits[at] & bit != 0
    };
    enough(own.windows(2).filter(may_share).count()) && {
        let pairs: Vec<_> = other.windows(2).map(|pair| (pair[0], pair[1])).collect();
        let pairs = Pairs::of(&pairs);
        enough((0..own.len()).filter(|&at| pairs.at(own, at)).count())
    }
}

/// The place and the bit of two characters among 16 words of bits.
fn bit(pair: &[char]) -> (usize, u64) {
    // The upper bits of a product with the golden ratio's depend on all bits below.
    let mixed = (pair[0] as u32 ^ (pair[1] as u32) << 16).wrapping_mul(0x9E37_79B1);
    ((mixed >> 22 & 15) as usize, 1 << (mixed >> 26))
}

/// The most telling sentence of each section, by headings; by leads in an article without headings.
pub(super) fn outline(fold: &Fold, layout: &Layout, worths: &Worths) -> Vec<OutlineLine> {
    let headed: Vec<bool> = (0..layout.articles.len())
        .map(|article| layout.sections.iter().any(|section| section.article == article && !section.lead()))
        .collect();
    let mut best: Vec<Option<usize>> = vec![None; layout.sections.len()];
    let mut open: Vec<usize> = Vec::new();
    let mut next = 0;
    for (index, sentence) in layout.sentences.iter().enumerate() {
        while let Some(section) = layout.sections.get(next).filter(|section| section.at.start <= sentence.at.start) {
            open.retain(|&outer| {
                let outer = &layout.sections[outer];
                outer.article == section.article && outer.level < section.level
            });
            if !section.lead() || !headed.get(section.article).copied().unwrap_or_default() {
                open.push(next);
            }
            next += 1;
        }
        if !fits(layout, worths, index) {
            continue;
        }
        for &section in open.iter().filter(|&&section| layout.sections[section].article == sentence.article) {
            let better = best[section].is_none_or(|other| worths.of(other) < worths.of(index));
            if better && !within(sentence.at, layout.sections[section].at) {
                best[section] = Some(index);
            }
        }
    }
    let lines = layout.sections.iter().zip(best).filter_map(|(section, best)| {
        Some(OutlineLine {
            heading: fold.span(section.at),
            level: section.level,
            article: section.article,
            line: fold.span(opening(fold, layout, best?)),
        })
    });
    lines.collect()
}

/// Whether a sentence is nothing but the heading's words.
fn within(sentence: CharSpan, heading: CharSpan) -> bool {
    heading.start <= sentence.start && sentence.end <= heading.end + 1
}
