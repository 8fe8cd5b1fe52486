//! Labels: a short phrase in 【】 that opens a paragraph or stands alone.

use super::shape::han;
use crate::fold::{CharSpan, Fold};
use crate::lexicon::among;
use crate::script::is_letter_or_digit;

/// The label that opens the line, with its marks.
pub(super) fn of_line(fold: &Fold, line: CharSpan) -> Option<CharSpan> {
    let chars = fold.slice(CharSpan::new(line.start, line.end.min(line.start + 16)));
    let shut = match chars.first()? {
        '【' => '】',
        '〖' => '〗',
        _ => return None,
    };
    let end = chars.iter().position(|&c| c == shut)?;
    let words = &chars[1..end];
    // 【本报讯】, 【甲新闻台】: who tells it.
    let phrase = words.len() >= 2
        && !among!("讯电台报社", words[words.len() - 1])
        && words.iter().any(|&c| han(c))
        && words.iter().all(|&c| is_letter_or_digit(c) || c == '·');
    phrase.then(|| CharSpan::new(line.start, line.start + end + 1))
}
