//! What a clause does: the verb that it opens with, after words of manner or a short subject.

use std::sync::OnceLock;

use super::Plans;
use crate::fold::{CharSpan, Fold};
use crate::lexicon::{self, Words, choice};

/// How many characters a subject has at most that stands before the verb.
const SUBJECT: usize = 14;

/// How far before its clause 预计 may stand.
const FORECAST: usize = 14;

/// How many words of manner stand before the verb at most.
const MANNERS: usize = 8;

/// Verbs (推进) and words of manner (进一步).
fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| Words::of(lexicon::rows(crate::lexicon::table!("../../lexicon/actions.tsv"))))
}

/// Whether the clause says what is to be done: it has the word that plans or opens with a verb, and is no mere
/// circumstance, purpose or forecast.
pub(super) fn acts(fold: &Fold, plans: &Plans, clause: CharSpan, cause: CharSpan, first: bool) -> bool {
    let governed = clause.contains(cause);
    // 主要预期目标是:地区生产总值增长6%左右.
    let aimed = fold.ends_with(cause.end, "目标") || fold.ends_with(cause.end, "目标是");
    if aimed
        && !governed
        && !matches!(fold.at(clause.start), '到' | '为')
        && (clause.start..clause.end).any(|at| fold.at(at).is_ascii_digit())
    {
        return !plans.reached(clause);
    }
    let passed = choice!(
        "结合 在 按照 根据 围绕 对标 面对 随着 作为 立足 为了 针对 当前 让 使 用以 从而 以便 \
        由此 据 预计 本着"
    )
    .at(fold, clause.start)
    .is_some();
    if clause.len() < 5
        || fold.starts_with(clause.start, "对于")
        || passed && !governed
        || holds_forecast(fold, plans, clause)
    {
        return false;
    }
    let attitudes = choice!("“四个意识 “四个自信 “两个维护 “两个确立");
    if clause.len() <= 24 && attitudes.within(fold, clause) {
        return false;
    }
    // 将对…产生意义, 将带来影响: what follows from it.
    let results = choice!("产生 带来 有助于 造成 影响 等于");
    if governed && fold.at(cause.start) == '将' && results.within(fold, CharSpan::new(cause.end, clause.end)) {
        return false;
    }
    if governed && matches!(fold.at(cause.start), '将' | '拟' | '要' | '力' | '会') {
        return true;
    }
    let part = if governed { CharSpan::new(cause.end, clause.end) } else { clause };
    let action = of(fold, fold.trim(part)).filter(|_| !plans.reached(clause));
    // What only follows from the clause before is no work of its own: 发挥…作用.
    action.is_some_and(|at| first || governed || !follows(fold, at)) || contributes(fold, clause)
}

/// 为…作出更大贡献.
fn contributes(fold: &Fold, clause: CharSpan) -> bool {
    fold.at(clause.start) == '为' && (clause.start..clause.end).any(|at| fold.starts_with(at, "贡献"))
}

/// What is expected, not done: 预计将向西移动.
fn holds_forecast(fold: &Fold, plans: &Plans, clause: CharSpan) -> bool {
    if plans.forecasts.within(CharSpan::new(clause.start, clause.end.min(clause.start + 20))) {
        return true;
    }
    // 预计到2025年,规模将达2.8万亿元: said in the clause before.
    let near = CharSpan::new(clause.start.saturating_sub(FORECAST), clause.start);
    plans.forecasts.within(near) && {
        let start = fold.others(near).filter(|&at| matches!(fold.at(at), '。' | ';' | '\n')).last();
        plans.forecasts.within(CharSpan::new(start.unwrap_or(near.start), near.end))
    }
}

/// Where the verb stands that the clause opens with.
pub(super) fn opening(fold: &Fold, clause: CharSpan) -> Option<usize> {
    let mut at = after_mark(fold, clause);
    for _ in 0..MANNERS {
        let Some(hit) = words().at_of(fold.chars(), at, &["manner"]) else { break };
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
    for _ in 0..MANNERS {
        let Some(hit) = words().at_of(fold.chars(), at, &["manner"]) else { break };
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
