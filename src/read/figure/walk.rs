//! Walks the clauses of a sentence and their items.

use super::carry::Carried;
use super::clause::{self, Clause, Item, LOOK_BACK};
use super::form::{self, is_share};
use super::frame::{self, Basis};
use super::linked::{Reading, Walk};
use super::noun;
use super::subject::Name;
use super::vocabulary::words;
use crate::divide::Sentence;
use crate::fold::{CharSpan, Fold};
use crate::read::Page;
use crate::read::plan::Plans;
use crate::read::time::Timeline;
use crate::scan::Quantity;

/// Reads the figures of one sentence and hands each to `give`.
pub(super) fn read(
    page: &Page,
    timeline: &Timeline,
    plans: &Plans,
    sentence: &Sentence,
    numbers: &[&Quantity],
    carried: &mut Carried,
    mut give: impl FnMut(Reading),
) {
    let walk = Walk { page, timeline, plans, sentence, numbers };
    carried.end_sentence();
    let mut next = 0;
    for clause in clause::clauses(page.fold, sentence.at, numbers) {
        if clause.opens {
            carried.end_part();
        }
        let first = next;
        while next < numbers.len() && numbers[next].at.start < clause.at.end {
            next += 1;
        }
        if first == next {
            walk.clause_without_number(clause, carried);
            continue;
        }
        let items = clause::items(page.fold, clause.at, numbers, first..next);
        walk.clause(clause, &items, carried, &mut give);
    }
}

/// Whether a bare number stands where a value stands: 满意度达97.87, 指数为142.
pub(super) fn says_something(page: &Page, sentence: &Sentence, quantity: &Quantity) -> bool {
    let times = &page.marks.times;
    let from = clause_start(page.fold, sentence.at, quantity.at.start);
    let frame = frame::read(page.fold, CharSpan::new(from, quantity.at.start), times, false);
    let framed = frame.rest.end < page.fold.trim(CharSpan::new(from, quantity.at.start)).end;
    let closed =
        matches!(page.fold.at(quantity.at.end), ',' | '。' | ';' | '、' | '(' | ')' | '\0' | '\n' | '\r' | ' ');
    framed && closed && frame.rest.len() >= 2
}

/// Where the clause of `at` starts, or as far back as one is looked for.
fn clause_start(fold: &Fold, sentence: CharSpan, at: usize) -> usize {
    let from = sentence.start.max(at.saturating_sub(LOOK_BACK));
    (from..at)
        .rev()
        .find(|&place| matches!(fold.at(place), ',' | ';' | ':' | '。' | '、'))
        .map_or(from, |place| place + 1)
}

impl Walk<'_> {
    /// A clause that only says that something fell or rose gives its subject to the number that follows.
    fn clause_without_number(&self, clause: Clause, carried: &mut Carried) {
        let fold = self.fold();
        // 从环比看, 按年计: how the numbers that follow are compared.
        if matches!(fold.at(clause.at.start), '从' | '按' | '就')
            && let Some(hit) = words().at_of(fold.chars(), clause.at.start + 1, &["yoy", "mom"])
        {
            let basis = if hit.family == "yoy" { Basis::YearBefore } else { Basis::PeriodBefore };
            carried.basis = Some((basis, CharSpan::new(clause.at.start + 1, clause.at.start + 1 + hit.len)));
            return;
        }
        let frame = frame::read(fold, clause.at, &self.page.marks.times, false);
        carried.topic = self.topic(clause.at);
        if frame.direction_at.is_none() || frame.rest.is_empty() {
            return;
        }
        let mut rest = frame.rest;
        // 在…的态势下: a circumstance, not the subject.
        if self.fold().ends_with(rest.end, "下")
            && let Some(at) = (rest.start + 2..rest.end).find(|&at| self.fold().at(at) == '在')
        {
            rest.end = at;
        }
        let name = self.clean(rest);
        if !name.is_empty() {
            carried.names = vec![name];
        }
        if let (Some(basis), Some(at)) = (frame.basis, frame.basis_at) {
            carried.basis = Some((basis, at));
        }
    }

    /// What a clause without a number speaks of: 〔农村监控网络〕全面建成, 完善〔农村监控网络〕.
    fn topic(&self, at: CharSpan) -> Option<Name> {
        let chars = self.fold().chars();
        let &[mut piece] = self.clean(at).pieces.as_slice() else { return None };
        if let Some(hit) = words().at_of(chars, piece.start, &["verb", "light"]) {
            piece.start += hit.len;
        }
        let end = (piece.start + 3..piece.end)
            .find(|&end| words().at_of(chars, end, &["adverb", "finite", "verb"]).is_some_and(|hit| hit.len > 1))
            .unwrap_or(piece.end);
        let topic = CharSpan::new(piece.start, end.max(piece.start));
        (3..=16).contains(&topic.len()).then(|| Name::of(topic))
    }

    fn clause(&self, clause: Clause, items: &[Item], carried: &mut Carried, give: &mut impl FnMut(Reading)) {
        carried.verb = None;
        let mut index = 0;
        while index < items.len() {
            let end = self.run_end(items, index);
            for bound in self.run(clause, items, index..end, carried) {
                give(self.finish(bound, carried));
            }
            index = end;
        }
        carried.topic = None;
    }

    /// Items that only go on with values: 分别下降5.8%、8.1%; 下降38.6%、上升2.8%.
    pub(super) fn run_end(&self, items: &[Item], start: usize) -> usize {
        let mut end = start + 1;
        while end < items.len() {
            let (before, item) = (&items[end - 1], &items[end]);
            let b = self.numbers[item.numbers.start];
            let single = before.numbers.len() == 1 && item.numbers.len() == 1;
            let alike = {
                let a = form::unit_giver(self.fold(), self.numbers, before.numbers.start);
                let b = form::unit_giver(self.fold(), self.numbers, item.numbers.start);
                a.family == b.family || a.unit == b.unit
            };
            let frame = self.frame(item.pre, b);
            let bare = self.clean(frame.rest).is_empty() && self.fold().trim(before.post).is_empty();
            let counted = noun::behind(self.fold(), item.post, false).is_some() && !is_share(b);
            if !(single && alike && bare) || counted || frame.streak_at.is_some() {
                break;
            }
            end += 1;
        }
        end
    }
}
