//! Which clauses of a text plan something, and which word makes them plans.

use std::sync::OnceLock;

use super::Page;
use crate::divide::Sentence;
use crate::fold::{CharSpan, Fold};
use crate::lexicon::{self, Words};

/// A clause that plans.
#[derive(Clone, Copy, Debug)]
pub struct PlannedClause {
    /// The clause without its closing mark.
    pub at: CharSpan,
    /// The word or heading that makes it a plan.
    pub cause: CharSpan,
    /// Index into the layout's sentences.
    pub sentence: usize,
}

/// The plans of a page.
#[derive(Clone, Debug, Default)]
pub struct Plans {
    /// The clauses that plan, in order.
    pub clauses: Vec<PlannedClause>,
}

/// The words of plans: turn (下一步), reached (已经) and heading (工作安排).
fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| Words::of(lexicon::rows(crate::lexicon::table!("../lexicon/plans.tsv"))))
}

impl Plans {
    /// Finds the plans of a page.
    pub fn of(page: &Page) -> Self {
        let fold = page.fold;
        let mut plans = Self::default();
        let mut carried: Option<CharSpan> = None;
        let mut section = None;
        for (index, sentence) in page.layout.sentences.iter().enumerate() {
            let place = (sentence.article, sentence.section);
            if section != Some(place) {
                // A numbered lead under a plan goes on with it; a heading ends it.
                carried = heading_cause(page, sentence).or(carried.filter(|_| leads_on(page, sentence, section)));
                section = Some(place);
            }
            let cause = turn(fold, sentence.at);
            let reached = reached(fold, sentence.at);
            match cause {
                Some(cause) => {
                    plans.take(fold, index, sentence, CharSpan::new(cause.start, sentence.at.end), cause);
                    carried =
                        ((!reached || fold.at(cause.start) == '将') && fold.at(cause.start) != '力').then_some(cause);
                }
                None if reached || quoted(fold, sentence.at) => carried = carried.filter(|_| !reached),
                None => {
                    if let Some(cause) = carried {
                        plans.take(fold, index, sentence, sentence.at, cause);
                    }
                }
            }
        }
        plans
    }

    /// The word that makes the figure at `at` a plan.
    pub fn cause(&self, at: CharSpan) -> Option<CharSpan> {
        let index = self.clauses.partition_point(|clause| clause.at.end <= at.start);
        self.clauses.get(index).filter(|clause| clause.at.overlaps(at)).map(|clause| clause.cause)
    }

    /// The clauses of `part` from its plan on.
    fn take(&mut self, fold: &Fold, index: usize, sentence: &Sentence, part: CharSpan, cause: CharSpan) {
        let mut start = clause_start(fold, sentence.at, part.start);
        let from = start;
        for at in from..part.end {
            if matches!(fold.at(at), ',' | ';' | ':' | '。' | '!' | '?' | '\n') || at + 1 == part.end {
                let stop = if at + 1 == part.end && !matches!(fold.at(at), ',' | ';' | ':' | '。' | '!' | '?') {
                    at + 1
                } else {
                    at
                };
                let clause = fold.trim(CharSpan::new(start, stop));
                if clause.len() >= 4 {
                    self.clauses.push(PlannedClause { at: clause, cause, sentence: index });
                }
                start = at + 1;
            }
        }
    }
}

fn clause_start(fold: &Fold, sentence: CharSpan, at: usize) -> usize {
    (sentence.start..at)
        .rev()
        .find(|&place| matches!(fold.at(place), ',' | ';' | ':' | '。'))
        .map_or(sentence.start, |place| place + 1)
}

/// The first word of a sentence that turns it into a plan.
fn turn(fold: &Fold, sentence: CharSpan) -> Option<CharSpan> {
    let mut depth = 0usize;
    for at in sentence.start..sentence.end {
        match fold.at(at) {
            '“' | '「' | '《' => depth += 1,
            '”' | '」' | '》' => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            '将' if future(fold, sentence, at) => return Some(CharSpan::new(at, at + 1)),
            '要' if demands(fold, sentence, at) => return Some(CharSpan::new(at, at + 1)),
            _ => {
                let Some(hit) = words().at_of(fold.chars(), at, &["turn"]) else { continue };
                let end = at + hit.len;
                if !is_noun(fold, sentence, CharSpan::new(at, end), hit.term) {
                    return Some(CharSpan::new(at, end));
                }
            }
        }
    }
    None
}

/// 计划 and 未来 that only name something: 第三个五年计划, 建设计划, 未来产业, 展望未来.
fn is_noun(fold: &Fold, sentence: CharSpan, at: CharSpan, word: &str) -> bool {
    let (before, after) = (fold.at(at.start.wrapping_sub(1)), fold.at(at.end));
    if matches!(after, '了' | '生' | '划') {
        return true;
    }
    match word {
        "计划" => {
            at.start > sentence.start && !matches!(before, ',' | '年' | '还' | '也' | '府' | '市' | '省')
                || fold.ends_with(at.start, "五年")
                || matches!(after, '草' | '单' | '书' | '生' | '经')
        }
        "未来" => {
            matches!(before, '谋' | '向' | '望' | '眼' | '享' | '创' | '见')
                || matches!(
                    after,
                    '产' | '农' | '科' | '社' | '城' | '学' | '能' | '网' | '空' | ',' | '、' | '。' | '之'
                )
        }
        "预期目标" => matches!(before, '现' | '成' | '到'),
        _ => false,
    }
}

/// 将 of the future, not of an object (将A作为B), of 将近, 将军 or of a name.
fn future(fold: &Fold, sentence: CharSpan, at: usize) -> bool {
    if matches!(fold.at(at + 1), '近' | '军' | '士' | '领' | '满' | '其' | '该')
        || matches!(fold.at(at.wrapping_sub(1)), '名' | '大' | '主' | '武')
    {
        return false;
    }
    let clause_end =
        (at..sentence.end).find(|&place| matches!(fold.at(place), ',' | ';' | '。')).unwrap_or(sentence.end);
    let object = [
        "作为",
        "列入",
        "纳入",
        "列为",
        "分为",
        "融入",
        "转化",
        "移交",
        "移送",
        "抓获",
        "到",
        "给",
        "与",
        "控制在",
        "落到",
        "置于",
        "扑灭",
    ];
    let opens = at == sentence.start || matches!(fold.at(at - 1), ',' | ';' | ':' | '。');
    let handled = (at + 2..clause_end).any(|place| object.iter().any(|word| fold.starts_with(place, word)));
    !handled || !opens && !fold.slice(CharSpan::new(at, clause_end)).contains(&'了')
}

/// 要加强…: 要 at the start of a clause demands something.
fn demands(fold: &Fold, sentence: CharSpan, at: usize) -> bool {
    let opens = at == sentence.start || matches!(fold.at(at - 1), ',' | ';' | ':' | '。');
    opens && !matches!(fold.at(at + 1), '是' | '么' | '不' | '素' | '点' | '求' | '闻' | '说' | '想')
}

/// Whether a sentence says that something has happened.
pub(super) fn reached(fold: &Fold, sentence: CharSpan) -> bool {
    (sentence.start..sentence.end).any(|at| {
        fold.at(at) == '了'
            && !matches!(fold.at(at.wrapping_sub(1)), '为' | '除' | '到' | '罢')
            && fold.at(at + 1) != '解'
            || words().at_of(fold.chars(), at, &["reached"]).is_some()
    })
}

fn quoted(fold: &Fold, sentence: CharSpan) -> bool {
    matches!(fold.at(sentence.start), '“' | '「')
}

/// The words of a sentence's heading that make its section a plan.
fn heading_cause(page: &Page, sentence: &Sentence) -> Option<CharSpan> {
    let heading = page.layout.sections.get(sentence.section?)?.at;
    (heading.start..heading.end).find_map(|at| {
        let hit = words().at_of(page.fold.chars(), at, &["heading"]).filter(|hit| at + hit.len <= heading.end)?;
        Some(CharSpan::new(at, at + hit.len))
    })
}

/// Whether the new section only goes on below the last one: 一是 under “主要做好以下工作:”.
fn leads_on(page: &Page, sentence: &Sentence, last: Option<(usize, Option<usize>)>) -> bool {
    let Some((_, before)) = last.filter(|last| last.0 == sentence.article) else { return false };
    let level = |section: Option<usize>| {
        section.and_then(|index| page.layout.sections.get(index)).map_or(0, |section| section.level)
    };
    level(sentence.section) > 1 && level(sentence.section) >= level(before)
}
