//! Which clauses of a text plan something, and which word makes them plans.

mod action;
mod turn;

use std::sync::OnceLock;

use super::{Page, Timeline};
use crate::divide::Sentence;
use crate::fold::{CharSpan, Fold};
use crate::lexicon::{self, Words, among, choice};

/// A clause that plans.
#[derive(Clone, Copy, Debug)]
pub struct PlannedClause {
    /// The clause without its closing mark.
    pub at: CharSpan,
    /// The word or heading that makes it a plan.
    pub cause: CharSpan,
    /// Index into the layout's sentences.
    pub sentence: usize,
    /// Whether it says what is to be done.
    pub acts: bool,
}

/// The plans of a page.
#[derive(Clone, Debug, Default)]
pub struct Plans {
    /// The clauses that plan, in order.
    pub clauses: Vec<PlannedClause>,
    /// Where words say that something has happened.
    reached: Places,
    /// Where words foresee something: 预计.
    foreseen: Vec<CharSpan>,
    /// Where words say what is only expected: 可能.
    forecasts: Places,
}

/// Places of a page, in order.
#[derive(Clone, Debug, Default)]
pub(super) struct Places(Vec<usize>);

impl Places {
    /// Whether one of them lies in a stretch.
    pub(super) fn within(&self, at: CharSpan) -> bool {
        self.0.get(self.0.partition_point(|&place| place < at.start)).is_some_and(|&place| place < at.end)
    }
}

/// The words of plans: turn (下一步), reached (已经), foreseen (预计) and heading (工作安排).
pub(super) fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| Words::of(lexicon::rows(crate::lexicon::table!("../lexicon/plans.tsv"))))
}

/// What of plans is no word of the table: marks of quotations, characters that are looked at more closely, and the words
/// of what is only expected or still to come.
const SIGNS: &str = "将 要 会 了 “ ” 「 」 《 》 可能 或将 或会 还将 新的 我们";

/// What words and signs of plans begin with.
pub(super) fn openings() -> Vec<(char, Option<char>)> {
    let signs = SIGNS.split(' ').filter_map(|sign| {
        let mut chars = sign.chars();
        Some((chars.next()?, chars.next()))
    });
    words().openings(&["turn", "reached", "foreseen"]).chain(signs).collect()
}

/// A plan that goes on over sentences.
#[derive(Clone, Copy)]
struct Carried {
    cause: CharSpan,
    /// Whether it is a heading or announces a list: sentences between that do nothing do not end it.
    held: bool,
}

impl Plans {
    /// Finds the plans of a page, whose words and signs may begin at `places`.
    pub fn of(page: &Page, timeline: &Timeline, places: &[usize]) -> Self {
        let fold = page.fold;
        let mut plans = Self::marked(fold, places);
        let mut next = 0;
        let mut carried: Option<Carried> = None;
        let (mut section, mut line) = (None, usize::MAX);
        for (index, sentence) in page.layout.sentences.iter().enumerate() {
            let place = (sentence.article, sentence.section);
            if section != Some(place) {
                // A numbered lead under a plan goes on with it; a heading ends it.
                let held = |cause| Carried { cause, held: true };
                let heading = heading_cause(page, sentence).map(held);
                carried = heading.or(carried.filter(|_| leads_on(page, sentence, section)));
                section = Some(place);
            } else if line != sentence.line {
                // What somebody will do next does not say that the next paragraph plans.
                carried = carried.filter(|plan| plan.held || !matches!(fold.at(plan.cause.start), '将' | '要' | '会'));
            }
            line = sentence.line;
            let notes =
                sentence.section.and_then(|index| page.layout.sections.get(index)).is_some_and(|one| one.notes());
            if notes {
                continue;
            }
            let ahead = timeline.ahead(sentence.at);
            if ahead.is_none_or(|words| words.end <= sentence.at.start) {
                carried = carried.or(ahead.map(|cause| Carried { cause, held: true }));
            }
            next += places[next..].partition_point(|&place| place < sentence.at.start);
            let cause =
                turn::of(fold, &places[next..], sentence.at).or_else(|| announced(fold, &plans.reached, sentence.at));
            let reached = plans.reached.within(sentence.at);
            let lists = fold.at(sentence.at.end - 1) == ':';
            match cause {
                Some(cause) => {
                    let over = carried.filter(|carried| carried.held);
                    let held = over.is_some() || lists;
                    if let Some(Carried { cause: over, .. }) = over.filter(|_| !reached) {
                        plans.take(page, index, CharSpan::new(sentence.at.start, cause.start), over);
                    }
                    plans.take(page, index, CharSpan::new(cause.start, sentence.at.end), cause);
                    let goes = fold.at(cause.start) != '会' && (!reached || fold.at(cause.start) == '将');
                    carried = (held || goes).then_some(Carried { cause, held });
                }
                None if quoted(fold, sentence.at) => carried = carried.filter(|carried| carried.held),
                None if reached => {
                    carried = carried.filter(|carried| carried.held);
                    if let Some(Carried { cause, .. }) = carried {
                        plans.take(page, index, sentence.at, cause);
                    }
                }
                None => {
                    carried = carried.filter(|carried| carried.held || goes_on(fold, sentence.at));
                    if let Some(Carried { cause, .. }) = carried {
                        plans.take(page, index, sentence.at, cause);
                    }
                }
            }
        }
        plans
    }

    /// Notes where words say that something has happened, and where they foresee it.
    fn marked(fold: &Fold, places: &[usize]) -> Self {
        let forecasts = choice!("预计 可能 有望 或将 或会");
        let mut plans = Self::default();
        for &at in places {
            if forecasts.at(fold, at).is_some() {
                plans.forecasts.0.push(at);
            }
            if fold.at(at) == '了' {
                let past = !matches!(fold.at(at.wrapping_sub(1)), '为' | '除' | '到' | '罢') && fold.at(at + 1) != '解';
                plans.reached.0.extend(past.then_some(at));
            } else if let Some(hit) = words().at_of(fold.chars(), at, &["reached", "foreseen"]) {
                match hit.family {
                    "reached" => plans.reached.0.push(at),
                    _ => plans.foreseen.push(CharSpan::new(at, at + hit.len)),
                }
            }
        }
        plans
    }

    /// Whether words of a stretch say that something has happened.
    pub fn reached(&self, at: CharSpan) -> bool {
        self.reached.within(at)
    }

    /// The last word that foresees something between `from` and `to`.
    pub fn foreseen(&self, from: usize, to: usize) -> Option<CharSpan> {
        let index = self.foreseen.partition_point(|word| word.end <= to);
        index.checked_sub(1).map(|index| self.foreseen[index]).filter(|word| word.start >= from)
    }

    /// The word that makes the figure at `at` a plan.
    pub fn cause(&self, at: CharSpan) -> Option<CharSpan> {
        let index = self.clauses.partition_point(|clause| clause.at.end <= at.start);
        self.clauses.get(index).filter(|clause| clause.at.overlaps(at)).map(|clause| clause.cause)
    }

    /// The clauses of `part` of a sentence, from the one that `part` starts in. Of a sentence that reports what was
    /// reached only those that act.
    fn take(&mut self, page: &Page, index: usize, part: CharSpan, cause: CharSpan) {
        let fold = page.fold;
        let Some(sentence) = page.layout.sentences.get(index) else { return };
        let mut start = clause_start(fold, sentence.at, part.start);
        // The words of a lead name a part, they promise nothing by themselves.
        let section = sentence.section.and_then(|section| page.layout.sections.get(section));
        if let Some(lead) = section
            .filter(|section| section.rule == "lead/marked" && section.at.contains(CharSpan::new(start, start + 1)))
        {
            start = lead.at.end;
        }
        let reached = self.reached.within(part);
        if start >= part.end {
            return;
        }
        let marks =
            fold.others(CharSpan::new(start + 1, part.end)).filter(|&at| ends(fold.at(at)) && !is_hour(fold, at));
        for at in marks.chain([part.end]) {
            if at < part.end && only_time(fold, CharSpan::new(start, at)) {
                continue;
            }
            let clause = fold.trim(CharSpan::new(start, at));
            let clause = if ends(fold.at(clause.end.wrapping_sub(1))) {
                CharSpan::new(clause.start, clause.end - 1)
            } else {
                clause
            };
            let clause = unmarked(fold, clause);
            if clause.len() >= 4 {
                let acts = action::acts(fold, self, clause, cause, start == sentence.at.start);
                if acts || !reached {
                    self.clauses.push(PlannedClause { at: clause, cause, sentence: index, acts });
                }
            }
            start = at + 1;
        }
    }
}

/// “我们将…: the clause without the mark of a quotation that goes on over it.
fn unmarked(fold: &Fold, clause: CharSpan) -> CharSpan {
    let has = |marks: &[char]| fold.slice(clause).iter().any(|c| marks.contains(c));
    let opened = matches!(fold.at(clause.start), '“' | '「') && !has(&['”', '」']);
    let closed = matches!(fold.at(clause.end.wrapping_sub(1)), '”' | '」') && !has(&['“', '「']);
    CharSpan::new(clause.start + usize::from(opened), clause.end - usize::from(closed))
}

/// 13:01, 87:9:4: no clause ends there.
fn is_hour(fold: &Fold, at: usize) -> bool {
    fold.at(at) == ':' && [at.wrapping_sub(1), at + 1].iter().all(|&i| fold.at(i).is_ascii_digit())
}

/// Whether `c` ends a clause.
fn ends(c: char) -> bool {
    among!(",;:。!?\n", c)
}

/// 确保2017年6月底前, 市长将于21日上午10时30分: the clause goes on after the comma.
fn only_time(fold: &Fold, clause: CharSpan) -> bool {
    const URGING: &str = "确保 力争 争取 务必";
    let near = CharSpan::new(clause.start.max(clause.end.saturating_sub(18)), clause.end);
    if among!("日时分午月年点晚初底", fold.at(clause.end - 1)) && choice!("将于 将在 拟于 定于").within(fold, near)
    {
        return true;
    }
    clause.len() <= 16 && fold.at(clause.end - 1) == '前' && fold.starts_any(fold.trim(clause).start, URGING)
}

/// Whether a sentence goes on with the plan of the one before it: it opens with what is to be done.
fn goes_on(fold: &Fold, sentence: CharSpan) -> bool {
    let end = fold.others(sentence).find(|&at| matches!(fold.at(at), ',' | ';' | ':' | '。'));
    let clause = CharSpan::new(sentence.start, end.unwrap_or(sentence.end));
    action::of(fold, clause).is_some() || fold.starts_with(clause.start, "结合")
}

/// 主要从六个方面做好工作: — a list of work that follows.
fn announced(fold: &Fold, reached: &Places, sentence: CharSpan) -> Option<CharSpan> {
    const DOING: [&str; 8] = ["做好", "抓好", "抓实", "着力", "推进", "落实", "突出", "开展"];
    const WORK: [&str; 6] = ["工作", "方面", "任务", "重点", "措施", "行动"];
    if fold.at(sentence.end - 1) != ':' {
        return None;
    }
    let start = clause_start(fold, sentence, sentence.end - 1).max(sentence.end.saturating_sub(40));
    let clause = CharSpan::new(start, sentence.end);
    let find = |words: &[&str]| {
        (clause.start..clause.end).find_map(|at| {
            let word = words.iter().find(|word| fold.starts_with(at, word))?;
            Some(CharSpan::new(at, at + word.chars().count()))
        })
    };
    let doing = find(&DOING).filter(|word| fold.at(word.end) != '了')?;
    find(&WORK).filter(|_| !reached.within(clause) && find(&["主要做法", "近年来", "以来"]).is_none()).map(|_| doing)
}

fn clause_start(fold: &Fold, sentence: CharSpan, at: usize) -> usize {
    (sentence.start..at)
        .rev()
        .find(|&place| matches!(fold.at(place), ',' | ';' | ':' | '。') && !is_hour(fold, place))
        .map_or(sentence.start, |place| place + 1)
}

fn quoted(fold: &Fold, sentence: CharSpan) -> bool {
    matches!(fold.at(sentence.start), '“' | '「')
}

/// The words of a sentence's heading that make its section a plan.
fn heading_cause(page: &Page, sentence: &Sentence) -> Option<CharSpan> {
    let heading = page.layout.sections.get(sentence.section?)?.at;
    // 五年来的成就和今后的目标任务 heads what was reached too.
    let reviews = "成就 回顾 总结 情况";
    if (heading.start..heading.end).any(|at| page.fold.starts_any(at, reviews)) {
        return None;
    }
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
