//! What a clause does: the verb that it opens with, after words of manner or a short subject.

use std::sync::OnceLock;

use crate::fold::{CharSpan, Fold};
use crate::lexicon::{self, Words};

/// How many characters a subject has at most that stands before the verb.
const SUBJECT: usize = 14;

/// Verbs (推进) and words of manner (进一步).
fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| Words::of(lexicon::rows(crate::lexicon::table!("../../lexicon/actions.tsv"))))
}

/// Where the verb stands that the clause opens with.
pub(super) fn opening(fold: &Fold, clause: CharSpan) -> Option<usize> {
    let mut at = after_mark(fold, clause);
    while let Some(hit) = words().at_of(fold.chars(), at, &["manner"]) {
        if act_at(fold, at, clause.end) {
            return Some(at);
        }
        at += hit.len;
    }
    if matches!(fold.at(at), '把' | '将') && at + 4 < clause.end {
        return Some(at);
    }
    act_at(fold, at, clause.end).then_some(at)
}

/// Where the verb of the clause stands, also after a short subject: 公安机关加大….
pub(super) fn of(fold: &Fold, clause: CharSpan) -> Option<usize> {
    if let Some(at) = opening(fold, clause) {
        return Some(at);
    }
    let first = after_mark(fold, clause);
    let subject = (first..clause.end.min(first + SUBJECT)).take_while(|&at| fold.at(at) != '的').skip(2);
    subject.into_iter().find(|&at| act_at(fold, at, clause.end))
}

/// Whether a verb stands at `at` that governs something and has not come to its end.
pub(super) fn act_at(fold: &Fold, at: usize, end: usize) -> bool {
    let Some(hit) = words().at_of(fold.chars(), at, &["act", "effect"]) else { return false };
    let after = at + hit.len;
    after <= end && !matches!(fold.at(after), '了' | '过' | '的' | '后' | '着' | '率' | '性' | '者')
}

/// Whether the verb at `at`, after words of manner, tells an effect: 有效减少.
pub(super) fn follows(fold: &Fold, at: usize) -> bool {
    let mut at = at;
    while let Some(hit) = words().at_of(fold.chars(), at, &["manner"]) {
        at += hit.len;
    }
    words().at_of(fold.chars(), at, &["effect"]).is_some()
}

/// Whether a word of manner stands at `at`.
pub(super) fn manner_at(fold: &Fold, at: usize) -> bool {
    words().at_of(fold.chars(), at, &["manner"]).is_some()
}

/// The place after 一是, 二要, (一) or a blank that opens the clause.
fn after_mark(fold: &Fold, clause: CharSpan) -> usize {
    let numeral = |c: char| matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十');
    let start = clause.start;
    if numeral(fold.at(start)) && matches!(fold.at(start + 1), '是' | '要') {
        return start + 2;
    }
    if fold.at(start) == '(' && numeral(fold.at(start + 1)) && fold.at(start + 2) == ')' {
        return start + 3;
    }
    start
}
