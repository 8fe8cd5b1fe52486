//! Words that touch a number and blur it: 近 超过 不到 before, 以上 左右 after.

use crate::script::is_letter_or_digit;
use std::sync::OnceLock;

use crate::fold::CharSpan;
use crate::lexicon::{Words, among, rows};
use crate::model::Bound;

/// The table: word, family (`before-over`, `after-about` …; `-none` for words that only look alike), example.
pub fn table() -> &'static str {
    crate::lexicon::table!("../../lexicon/bounds.tsv")
}

const BEFORE: [&str; 5] = ["before-over", "before-under", "before-about", "before-bare", "before-none"];
const AFTER: [&str; 4] = ["after-over", "after-under", "after-about", "after-none"];

fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| Words::of(rows(table())))
}

/// The bound word that ends just before `end` and begins no earlier than `floor`. `bare` says that the number starts
/// with a multiplier, which 上 过 破 每 can stand before (上百, 破万).
pub fn before(chars: &[char], end: usize, floor: usize, bare: bool) -> Option<(Bound, CharSpan)> {
    let hit = words().before_of(chars, end, &BEFORE)?;
    let start = end.checked_sub(hit.len).filter(|&start| start >= floor)?;
    let bound = match hit.family {
        "before-over" => Bound::Over,
        "before-bare" if bare => Bound::Over,
        // 产值过50亿元, 、破10万人: what the number is said of, or a mark, stands before; no verb (走过2万里).
        "before-bare" if hit.len == 1 && multiplied(chars, end) && says_size(chars, start) => Bound::Over,
        "before-under" => Bound::Under,
        "before-about" => Bound::About,
        _ => return None,
    };
    Some((bound, CharSpan::new(start, end)))
}

/// Whether the digits at `at` lead to 万 or 亿.
fn multiplied(chars: &[char], at: usize) -> bool {
    let mut rest = chars.iter().skip(at).take(10);
    chars.get(at).is_some_and(char::is_ascii_digit)
        && rest.find(|c| !c.is_ascii_digit() && !matches!(c, '.' | ',')).is_some_and(|c| matches!(c, '万' | '亿'))
}

/// Whether the word that starts at `at` stands after a measure or a mark, and is 过 or 破.
fn says_size(chars: &[char], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| chars.get(before)).copied().unwrap_or(',');
    let word = chars.get(at).copied().unwrap_or_default();
    matches!(word, '过' | '破') && (!is_letter_or_digit(before) || among!("值入额量收模个资数", before))
}

/// The bound word that starts at `at`, past a bracketed (含) or （含本数）.
pub fn after(chars: &[char], at: usize) -> Option<(Bound, CharSpan)> {
    let from = past_inclusion(chars, at).unwrap_or(at);
    let hit = words().at_of(chars, from, &AFTER)?;
    let bound = match hit.family {
        "after-over" => Bound::Over,
        "after-under" => Bound::Under,
        "after-about" => Bound::About,
        _ => return None,
    };
    Some((bound, CharSpan::new(from, from + hit.len)))
}

/// The end of (含), (含本数) at `at`.
pub fn past_inclusion(chars: &[char], at: usize) -> Option<usize> {
    let rest = chars.get(at..)?;
    if rest.first() != Some(&'(') || rest.get(1) != Some(&'含') {
        return None;
    }
    rest.iter().take(6).position(|&c| c == ')').map(|close| at + close + 1)
}
