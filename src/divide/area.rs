//! The place that an article reports on, in its own words.

use std::sync::OnceLock;

use crate::model::Arrange;

use super::ArticlePiece;
use crate::fold::{CharSpan, Fold};
use crate::lexicon::{Pairs, divisions};

/// How far into a body places are counted.
const REACH: usize = 20_000;

/// How often a division is named.
struct Tally {
    name: &'static str,
    weight: usize,
    /// Whether its full name stands outside a title in 《》.
    full: bool,
}

/// The area of an article; `head` are the lines over its body that name an officer.
///
/// The letter of 我市, 全县 and the like says how high the division stands; where the text has none, only a place in
/// the title or the head is taken.
pub(super) fn of(fold: &Fold, piece: &ArticlePiece, head: &[CharSpan]) -> String {
    // An officer speaks for the place that the line of office names.
    for &part in head {
        let chars = fold.slice(part);
        if let Some(hit) = (0..chars.len().min(60)).rev().find_map(|at| divisions::full().at(chars, at)) {
            return hit.term.to_owned();
        }
    }
    let body = CharSpan::new(piece.body.start, piece.body.end.min(piece.body.start + REACH));
    let words: Vec<char> =
        [&piece.head.source, &piece.head.subtitle].into_iter().flat_map(|words| words.chars()).collect();
    let title = piece.title.map(|title| fold.slice(title)).unwrap_or_default();
    // A province's report speaks of 全国 too, and more often than of 全省.
    let own = own_letter(fold.slice(body)).filter(|&letter| letter != '国' || !(names_one(title) || names_one(&words)));
    let mut tallies = Vec::new();
    count(fold.slice(body), 1, &mut tallies);
    count(title, 8, &mut tallies);
    count(&words, 6, &mut tallies);
    let fits =
        |name: &str| own.is_none_or(|letter| name.ends_with(letter) || (letter == '区' && name.ends_with("自治区")));
    let least = if own.is_some() { 2 } else { 8 };
    let mut best = summed(tallies);
    best.retain(|tally| fits(tally.name) && tally.weight >= least);
    best.arrange_by_key(|tally| (std::cmp::Reverse(tally.weight), tally.name));
    let Some(&Tally { name, weight, full }) = best.first() else { return String::new() };
    let kin = |other: &str| {
        let (one, two) = (divisions::by_name(name), divisions::by_name(other));
        one.zip(two)
            .is_some_and(|(one, two)| one.short == two.short || two.parent == one.name || one.parent == two.name)
    };
    // Where the text calls no place its own, one place must stand out.
    let rival = best.iter().skip(1).find(|other| !kin(other.name)).map_or(0, |other| other.weight);
    if own.is_none() && weight < rival * 2 {
        return String::new();
    }
    if full { name.to_owned() } else { divisions::short_of(name).unwrap_or(name).to_owned() }
}

/// Whether the words name a division's government, courts or congress, by its full name: 山东省政府工作报告.
fn names_one(chars: &[char]) -> bool {
    let bodies = ["政府", "人民", "第", "中级", "高级", "国民经济"];
    let behind =
        |at: usize| bodies.iter().any(|body| body.chars().enumerate().all(|(i, c)| chars.get(at + i) == Some(&c)));
    (0..chars.len()).any(|at| divisions::full().at(chars, at).is_some_and(|hit| behind(at + hit.len)))
}

/// The letter that most often follows 我 or 全: 市 of 我市. Words for the whole country count only where they prevail.
fn own_letter(chars: &[char]) -> Option<char> {
    let letters = ['省', '市', '州', '区', '县', '旗', '国'];
    let mut counts = [0usize; 7];
    for pair in chars.windows(2).filter(|pair| matches!(pair[0], '我' | '全')) {
        if let Some(at) = letters.iter().position(|&letter| letter == pair[1]) {
            counts[at] += if pair[0] == '我' { 3 } else { 2 };
        }
    }
    counts[6] /= 4;
    let (at, &count) = counts.iter().enumerate().max_by_key(|&(at, &count)| (count, std::cmp::Reverse(at)))?;
    (count >= 3).then(|| letters[at])
}

/// One tally for each division.
fn summed(mut tallies: Vec<Tally>) -> Vec<Tally> {
    tallies.arrange_by_key(|tally| tally.name);
    tallies.dedup_by(|next, sum| {
        let same = next.name == sum.name;
        if same {
            sum.weight += next.weight;
            sum.full |= next.full;
        }
        same
    });
    tallies
}

/// What the names of divisions begin with.
fn openings() -> &'static Pairs {
    static PAIRS: OnceLock<Pairs> = OnceLock::new();
    PAIRS.get_or_init(|| {
        let names = divisions::full().openings(&[]).chain(divisions::shorts().openings(&[]));
        Pairs::of(&names.filter_map(|(first, second)| Some((first, second?))).collect::<Vec<_>>())
    })
}

/// Adds a tally for each time that a division is named.
fn count(chars: &[char], weight: usize, tallies: &mut Vec<Tally>) {
    let (openings, full, shorts) = (openings(), divisions::full(), divisions::shorts());
    let mut titled = false;
    // Up to where marks of titles have been looked for, and up to where the last name reaches.
    let (mut seen, mut end) = (0, 0);
    // No name is a single character.
    for (at, pair) in chars.windows(2).enumerate() {
        if (at < end) | !openings.at(pair, 0) {
            continue;
        }
        if let Some(hit) = full.at(chars, at) {
            let mark = chars[seen..at].iter().rfind(|c| matches!(c, '《' | '》'));
            titled = mark.map_or(titled, |&mark| mark == '《');
            tallies.push(Tally { name: hit.term, weight, full: !titled });
            end = at + hit.len;
            seen = end;
        } else if let Some(hit) = shorts.at(chars, at) {
            // A short name stands for every division that has it: 淮安 for 淮安市 and 淮安区.
            tallies.extend(divisions::named(hit.term).map(|name| Tally { name, weight, full: false }));
            end = at + hit.len;
        }
    }
}
