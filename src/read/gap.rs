//! Places where the source has lost words: `&&`, replacement characters, the residue of wrong decodings.

use super::Page;
use super::prose::{Stretch, fact};
use crate::fold::{CharSpan, Fold};
use crate::lexicon::among;
use crate::lexicon::{Words, rows};
use crate::model::{Detail, Fact, Gap, Role, Script};
use std::sync::OnceLock;

/// How many characters either side a gap is shown with.
const MARGIN: usize = 4;

/// The gaps of the page.
pub fn read(page: &Page, stretches: &[Stretch]) -> Vec<Fact> {
    let fold = page.fold;
    // 锟 is the only sign of damage that is a Chinese character, and hardly any text has it.
    let garbled = fold.chars().contains(&'锟');
    let sign = |&at: &usize| matches!(fold.at(at), '&' | '\u{fffd}' | '锟' | 'ï' | '(');
    let mut found = Vec::new();
    for stretch in stretches {
        let end = stretch.at.end;
        let mut from = stretch.at.start;
        let next = |from: usize| match garbled {
            true => (from..end).find(sign),
            false => fold.others(CharSpan::new(from, end)).find(sign),
        };
        while let Some(at) = next(from) {
            from = at + 1;
            if let Some((len, rule)) = damage(fold, at, end) {
                found.push(gap(page, stretch, CharSpan::new(at, at + len), rule));
                from = at + len;
            }
        }
    }
    found
}

fn gap(page: &Page, stretch: &Stretch, damage: CharSpan, rule: &'static str) -> Fact {
    let shown = CharSpan::new(
        damage.start.saturating_sub(MARGIN).max(stretch.at.start),
        (damage.end + MARGIN).min(stretch.at.end),
    );
    let suggestion = if rule == "gap.marks" { suggest(page, damage) } else { "" };
    fact(
        page,
        shown,
        stretch.article,
        rule,
        &[(Role::Anchor, damage)],
        Detail::Gap(Gap { suggestion: suggestion.into() }),
    )
}

/// How long the damage at `at` is, and the rule that sees it.
fn damage(fold: &Fold, at: usize, end: usize) -> Option<(usize, &'static str)> {
    let chars = fold.chars();
    let run = |test: fn(char) -> bool| chars[at..end].iter().take_while(|&&c| test(c)).count();
    match chars[at] {
        '&' => Some((run(|c| c == '&'), "gap.marks")).filter(|found| found.0 >= 2),
        '\u{fffd}' => Some((run(|c| c == '\u{fffd}'), "gap.replacement")),
        // What U+FFFD in UTF-8 becomes when it is read as GB18030 or as Latin-1.
        '锟' => Some((run(|c| matches!(c, '锟' | '斤' | '拷')), "gap.mojibake")).filter(|found| found.0 >= 3),
        'ï' => Some((run(|c| matches!(c, 'ï' | '¿' | '½')), "gap.mojibake")).filter(|found| found.0 >= 3),
        '(' => pinyin(fold, at, end).map(|len| (len, "gap.converter")),
        _ => None,
    }
}

/// `(fā)` after a Traditional character: what a converter leaves that knows a character by its reading only. After any
/// other it tells how a rare one is read.
fn pinyin(fold: &Fold, at: usize, end: usize) -> Option<usize> {
    let chars = fold.chars();
    if fold.script(CharSpan::new(at.checked_sub(1)?, at)) != Script::Hant {
        return None;
    }
    let letters = chars[at + 1..end]
        .iter()
        .take(7)
        .take_while(|&&c| c.is_ascii_lowercase() || c == 'ü' || among!(TONED, c))
        .count();
    let toned = chars[at + 1..at + 1 + letters].iter().any(|c| among!(TONED, *c));
    (toned && chars.get(at + 1 + letters) == Some(&')')).then_some(letters + 2)
}

/// Vowels with a tone mark.
const TONED: &str = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ";

/// The one word that the neighbours force: the row of the table whose words stand before and after the damage.
fn suggest(page: &Page, damage: CharSpan) -> &'static str {
    let chars = page.fold.chars();
    let left = words().before_of(chars, damage.start, &["body", "quoted"]).map_or("any", |hit| hit.family);
    let right =
        words().at_of(chars, damage.end, &["body", "title", "closer", "online"]).map_or("any", |hit| hit.family);
    table().iter().find(|row| row.0 == left && row.1 == right).map_or("", |row| row.2)
}

/// The neighbours that force a word: (family before, family after, word).
fn table() -> &'static [(&'static str, &'static str, &'static str)] {
    &[
        ("any", "title", "出台"),
        ("body", "title", "出台"),
        ("quoted", "title", "出台"),
        ("body", "body", "联系"),
        ("any", "closer", "联系"),
        ("body", "closer", "联系"),
        ("quoted", "online", "平台"),
    ]
}

fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| Words::of(rows(crate::lexicon::table!("../lexicon/gaps.tsv"))))
}
