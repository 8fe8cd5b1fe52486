//! Walks the clauses of a sentence and puts each number together with what it measures.

use super::carry::Carried;
use super::clause::{self, Clause, Item};
use super::frame::{self, Basis, Frame};
use super::subject::{self, Name};
use super::vocabulary::words;
use super::{labels, modality, noun};
use crate::divide::Sentence;
use crate::fold::{CharSpan, Fold};
use crate::model::{Bound, Direction, Figure, Form, Role};
use crate::read::Page;
use crate::read::plan::Plans;
use crate::read::time::Timeline;
use crate::scan::Quantity;
use crate::scan::quantity::Shape;

/// A figure and where its parts stand.
pub(super) struct Reading {
    pub at: CharSpan,
    pub rule: &'static str,
    pub evidence: Vec<(Role, CharSpan)>,
    pub figure: Figure,
}

/// What every step of the walk looks at.
struct Walk<'a> {
    page: &'a Page<'a>,
    timeline: &'a Timeline,
    plans: &'a Plans,
    sentence: &'a Sentence,
    numbers: &'a [&'a Quantity],
}

/// A number with its frame and the name of what it measures.
struct Linked<'a> {
    quantity: &'a Quantity,
    frame: Frame,
    name: Name,
    form: Form,
    inferred: Vec<&'static str>,
    rule: &'static str,
}

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

fn clause_start(fold: &Fold, sentence: CharSpan, at: usize) -> usize {
    (sentence.start..at)
        .rev()
        .find(|&place| matches!(fold.at(place), ',' | ';' | ':' | '。' | '、'))
        .map_or(sentence.start, |place| place + 1)
}

impl Walk<'_> {
    fn fold(&self) -> &Fold {
        self.page.fold
    }

    fn frame(&self, pre: CharSpan, quantity: &Quantity) -> Frame {
        let may_rank = quantity.shape == Shape::Ordinal
            || matches!(quantity.unit.as_str(), "位" | "名" | "位次" | "个位次" | "方阵" | "强");
        frame::read(self.fold(), pre, &self.page.marks.times, may_rank)
    }

    fn clean(&self, at: CharSpan) -> Name {
        subject::clean(self.fold(), at, &self.page.marks.times)
    }

    /// A clause that only says that something fell or rose gives its subject to the number that follows.
    fn clause_without_number(&self, clause: Clause, carried: &mut Carried) {
        let frame = frame::read(self.fold(), clause.at, &self.page.marks.times, false);
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
    }

    /// Items that only go on with values: 分别下降5.8%、8.1%; 下降38.6%、上升2.8%.
    fn run_end(&self, items: &[Item], start: usize) -> usize {
        let mut end = start + 1;
        while end < items.len() {
            let (before, item) = (&items[end - 1], &items[end]);
            let (a, b) = (self.numbers[before.numbers.start], self.numbers[item.numbers.start]);
            let single = before.numbers.len() == 1 && item.numbers.len() == 1;
            let alike = a.family == b.family || a.unit == b.unit;
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

    /// The figures of a run of values, each with its label.
    fn run<'b>(
        &'b self,
        clause: Clause,
        items: &[Item],
        run: std::ops::Range<usize>,
        carried: &mut Carried,
    ) -> Vec<Linked<'b>> {
        let fold = self.fold();
        let item = &items[run.start];
        let first = self.numbers[item.numbers.start];
        let frame = self.frame(item.pre, first);
        if frame.streak_at.is_some() || fold.starts_with(first.at.start, "连续") {
            return vec![self.streak(clause, items, item, first, frame, carried)];
        }
        if run.len() == 1 {
            return self.single(items, run.start, frame, carried);
        }
        let subject = self.clean(frame.rest);
        let labels = match subject.pieces.last() {
            Some(&last) => spread(labels::split(fold, last), &subject),
            None => Vec::new(),
        };
        let count = run.len();
        let known = if labels.is_empty() { carried.names.clone() } else { labels };
        let inferred = subject.is_empty();
        let mut direction = (frame.direction, frame.direction_at);
        let mut found = Vec::new();
        for (place, item) in items[run].iter().enumerate() {
            let quantity = self.numbers[item.numbers.start];
            let mut own = if place == 0 { frame.clone() } else { self.frame(item.pre, quantity) };
            if own.direction_at.is_none() && !own.arrives {
                (own.direction, own.direction_at) = direction;
            }
            direction = (own.direction, own.direction_at);
            own.basis = own.basis.or(frame.basis);
            own.basis_at = own.basis_at.or(frame.basis_at);
            own.scope_at = own.scope_at.or(frame.scope_at);
            own.ranked |= frame.ranked;
            own.arrives |= place > 0 && frame.arrives && own.direction_at.is_none();
            let name = if known.len() == count { known[place].clone() } else { subject.clone().or(&known) };
            let form = form(quantity, &own);
            found.push(Linked {
                quantity,
                form,
                inferred: if inferred { vec!["indicator"] } else { Vec::new() },
                rule: if known.len() == count { "list-of-labels-and-values" } else { "list-of-values" },
                frame: own,
                name,
            });
        }
        carried.names = found.iter().map(|bound| bound.name.clone()).collect();
        found
    }

    /// One value, or numbers that stand together, with the name before or behind.
    fn single<'b>(&'b self, items: &[Item], index: usize, frame: Frame, carried: &mut Carried) -> Vec<Linked<'b>> {
        let fold = self.fold();
        let item = &items[index];
        let last_item = index + 1 == items.len();
        let first = self.numbers[item.numbers.start];
        let last = self.numbers[item.numbers.end - 1];
        let mut rest = self.clean(frame.rest);
        let opens = rest.is_empty() && last_item && frame.direction_at.is_none() && !is_share(first);
        let noun = self.noun(item, last, &frame, opens);
        let mut inferred = Vec::new();
        let mut rule = "words-before-the-number";
        let name = if let Some(noun) = noun {
            rule = "noun-behind-the-number";
            if rest.is_empty() {
                rest = carried.verb.clone().unwrap_or_default();
            } else {
                rest = self.lead(rest, item.pre);
                carried.verb = Some(rest.clone());
            }
            rest.and(noun)
        } else if rest.is_empty() {
            rule = "indicator-carried-over";
            inferred.push("indicator");
            let mut name = carried.names.last().cloned().unwrap_or_default();
            if frame.ranked
                && let Some(head) = frame.ranking_at.or(frame.direction_at.filter(|at| fold.slice(*at).contains(&'幅')))
            {
                name = name.and(head);
            }
            name
        } else {
            self.based(rest, &mut inferred, carried)
        };
        let spread = noun.is_none() && item.numbers.len() == 1;
        let names = match name.pieces.last() {
            Some(&list) if spread && shared(first, &frame, fold, list) => {
                self::spread(labels::split(fold, list), &name)
            }
            _ => vec![name],
        };
        self.remember(&names, item, noun, carried);
        let mut found = Vec::new();
        for number in item.numbers.clone() {
            let quantity = self.numbers[number];
            for name in &names {
                found.push(Linked {
                    quantity,
                    frame: frame.clone(),
                    name: name.clone(),
                    form: form(quantity, &frame),
                    inferred: inferred.clone(),
                    rule,
                });
            }
        }
        found
    }

    /// The noun behind a number that counts it; none behind a share unless 的 links it.
    fn noun(&self, item: &Item, last: &Quantity, frame: &Frame, opens: bool) -> Option<CharSpan> {
        let fold = self.fold();
        let linked = fold.at(fold.trim(item.post).start) == '的';
        let measure = is_share(last)
            || matches!(last.family, "points" | "rank" | "ratio" | "index")
            || last.shape == Shape::Ordinal;
        if frame.ranked || measure && (!linked || frame.direction_at.is_some()) {
            return None;
        }
        noun::behind(fold, item.post, opens)
    }

    /// The words before a number whose noun stands behind it: only the verb and what belongs to it.
    fn lead(&self, rest: Name, pre: CharSpan) -> Name {
        let fold = self.fold();
        let chars = fold.chars();
        let Some((&first, &last)) = rest.pieces.first().zip(rest.pieces.last()) else { return rest };
        // 开展A、B等〔13项行动〕, 完成A和〔13个B〕: what stands in the list is not what the number counts.
        if matches!(fold.at(last.end - 1), '等' | '和') || fold.ends_with(fold.trim(pre).end, "和") {
            let mut end = first.start;
            while let Some(hit) = words()
                .at_of(chars, end, &["verb", "adverb", "light"])
                .filter(|hit| hit.len > 1 && end + hit.len <= first.end)
            {
                end += hit.len;
            }
            return Name::of(CharSpan::new(first.start, end));
        }
        // 在随州主城区新建: the verb alone, without where it was done.
        if first.start > 0
            && fold.at(first.start - 1) == '在'
            && let Some(hit) =
                words().before_of(chars, last.end, &["verb"]).filter(|hit| last.end - hit.len > last.start)
        {
            return Name::of(CharSpan::new(last.end - hit.len, last.end));
        }
        if let Some(hit) = words()
            .before_of(chars, last.end, &["light"])
            .filter(|hit| last.end - hit.len >= last.start && hit.len >= 2)
        {
            let end = last.end - hit.len;
            if end == last.start {
                return Name { pieces: rest.pieces[..rest.pieces.len() - 1].to_vec() };
            }
        }
        if rest.len() <= 10 {
            return rest;
        }
        // A long lead holds a whole statement: only its last verb takes the number.
        match words().before_of(chars, last.end, &["verb"]).filter(|hit| last.end - hit.len >= last.start) {
            Some(hit) => Name::of(CharSpan::new(last.end - hit.len, last.end)),
            None => rest,
        }
    }

    /// A bare rate or verb takes the body or the thing counted that it is said of: 审判机关〔受理…,〕审结; 〔中心建成510个,〕完成率.
    fn based(&self, rest: Name, inferred: &mut Vec<&'static str>, carried: &mut Carried) -> Name {
        let fold = self.fold();
        let Some(&at) = rest.pieces.last() else { return rest };
        let whole = rest.pieces.first().map(|first| CharSpan::new(first.start, at.end));
        if let Some(actor) = whole.and_then(|whole| subject::actor(fold, whole)) {
            carried.actor = Some(actor);
            return rest;
        }
        let rate = fold.at(at.end.saturating_sub(1)) == '率' && rest.len() <= 5;
        if rest.len() <= 3
            && let Some(actor) = carried.actor
        {
            inferred.push("indicator");
            return Name::of(actor).join(&rest);
        }
        if rate && let Some(base) = carried.counted.clone() {
            let stem = fold.slice(CharSpan::new(at.start, at.end - 1));
            let said = base.words(fold);
            if !stem.windows(2).any(|pair| said.contains(&pair.iter().collect::<String>())) {
                inferred.push("indicator");
                return base.join(&rest);
            }
        }
        rest
    }

    fn remember(&self, names: &[Name], item: &Item, noun: Option<CharSpan>, carried: &mut Carried) {
        let first = self.numbers[item.numbers.start];
        carried.names = names.to_vec();
        if !matches!(first.family, "share" | "points" | "rank") {
            let name = names.last().cloned().unwrap_or_default();
            carried.counted = Some(noun.map_or_else(|| self.without_verbs(name), Name::of));
        }
    }

    /// 村(社区)综治中心建成 → 村(社区)综治中心; 创成省级示范村 → 省级示范村.
    fn without_verbs(&self, mut name: Name) -> Name {
        let chars = self.fold().chars();
        if let Some(last) = name.pieces.last_mut()
            && let Some(hit) = words().before_of(chars, last.end, &["verb"])
            && last.end - hit.len > last.start + 2
        {
            last.end -= hit.len;
        }
        if let Some(first) = name.pieces.first_mut()
            && let Some(hit) = words().at_of(chars, first.start, &["verb"])
            && first.start + hit.len < first.end
        {
            first.start += hit.len;
        }
        name
    }

    /// 连续78个月无较大以上事故: the state that held, with its subject.
    fn streak<'b>(
        &'b self,
        clause: Clause,
        items: &[Item],
        item: &Item,
        quantity: &'b Quantity,
        frame: Frame,
        carried: &mut Carried,
    ) -> Linked<'b> {
        let fold = self.fold();
        let subject = self.clean(frame.rest);
        let own = CharSpan::new(quantity.at.end, clause.at.end);
        let blank = fold.trim(item.post).is_empty();
        let last = items.last().map_or(quantity.at.end, |item| self.numbers[item.numbers.end - 1].at.end);
        let streaks_follow = blank
            && items.last().is_some_and(|other| {
                let number = self.numbers[other.numbers.start];
                other.numbers.start != item.numbers.start && self.frame(other.pre, number).streak_at.is_some()
            });
        let mut state = fold.trim(if streaks_follow { CharSpan::new(last, clause.at.end) } else { own });
        for word in ["实现", "来", "以来"] {
            if fold.starts_with(state.start, word) && state.len() > word.chars().count() + 1 {
                state.start += word.chars().count();
            }
        }
        let lead = if subject.is_empty() { Name::default() } else { subject.clone() };
        let name = lead.and(fold.trim(state));
        if !subject.is_empty() {
            carried.names = vec![subject];
        }
        Linked { quantity, frame, name, form: Form::Streak, inferred: Vec::new(), rule: "streak" }
    }

    /// The figure with its period, basis, scope and modality.
    fn finish(&self, bound: Linked, carried: &mut Carried) -> Reading {
        let fold = self.fold();
        let Linked { quantity, frame, name, form, mut inferred, rule } = bound;
        let period = self.timeline.period(quantity.at);
        let mut evidence = vec![(Role::Value, quantity.number)];
        evidence.extend(quantity.unit_at.map(|at| (Role::Unit, at)));
        evidence.extend(quantity.bound_at.or(frame.bound_at).map(|at| (Role::Bound, at)));
        evidence.extend(name.pieces.iter().map(|&at| (Role::Indicator, at)));
        let changing = matches!(form, Form::Change | Form::RankChange);
        if changing {
            evidence.extend(frame.direction_at.map(|at| (Role::Direction, at)));
        }
        if let (Some(basis), Some(at)) = (frame.basis, frame.basis_at) {
            carried.basis = Some((basis, at));
        }
        let own_basis = frame.basis.zip(frame.basis_at);
        let basis =
            own_basis.or(carried.basis.filter(|_| form == Form::Change)).filter(|_| changing || own_basis.is_some());
        if changing && own_basis.is_none() && basis.is_some() {
            inferred.push("basis");
        }
        evidence.extend(basis.map(|(_, at)| (Role::Comparison, at)));
        let scope = frame.scope_at.or(carried.scope.filter(|_| matches!(form, Form::Rank)));
        if form == Form::Rank || form == Form::RankChange {
            carried.scope = scope;
            evidence.extend(scope.map(|at| (Role::Scope, at)));
        }
        evidence.extend(period.evidence.map(|at| (Role::Period, at)));
        if period.inferred {
            inferred.push("period");
        }
        let (modality, said) = modality::of(fold, self.page.layout, self.sentence, self.plans, quantity.at);
        evidence.extend(said.map(|at| (Role::Modality, at)));
        let figure = Figure {
            value: quantity.value,
            high: quantity.high,
            unit: quantity.unit.clone(),
            form,
            bound: if quantity.bound == Bound::Exact { frame.bound } else { quantity.bound },
            direction: if changing { frame.direction } else { Direction::None },
            basis: basis.map(|(basis, _)| self.basis(basis)).filter(|_| changing).unwrap_or_default(),
            scope: scope
                .filter(|_| matches!(form, Form::Rank | Form::RankChange))
                .map(|at| fold.words(at))
                .unwrap_or_default(),
            indicator: name.words(fold),
            period: period.value,
            area: String::new(),
            modality,
            inferred,
        };
        Reading { at: quantity.at, rule, evidence, figure }
    }

    fn basis(&self, basis: Basis) -> String {
        match basis {
            Basis::YearBefore => "yoy".into(),
            Basis::PeriodBefore => "mom".into(),
            Basis::YearlyAverage => "年均".into(),
            Basis::Time(index) => self
                .timeline
                .mark_at(self.page.marks.times[index].at)
                .map(|mark| mark.placed.value.clone())
                .unwrap_or_default(),
        }
    }
}

/// Labels that stand behind a lead which they all share.
fn spread(labels: Vec<Name>, name: &Name) -> Vec<Name> {
    let lead = Name { pieces: name.pieces[..name.pieces.len().saturating_sub(1)].to_vec() };
    labels.into_iter().map(|label| lead.clone().join(&label)).collect()
}

/// Whether one value is said of each thing in a list.
fn shared(quantity: &Quantity, frame: &Frame, fold: &Fold, list: CharSpan) -> bool {
    let rate = is_share(quantity) || quantity.family == "points" || quantity.shape == Shape::Ordinal;
    (rate && (frame.each || labels::all_measures(fold, list))) || frame.each && quantity.value.is_zero()
}

fn is_share(quantity: &Quantity) -> bool {
    quantity.family == "share" || matches!(quantity.unit.as_str(), "%" | "‰")
}

/// What sort of statement a number makes.
fn form(quantity: &Quantity, frame: &Frame) -> Form {
    let moved = matches!(quantity.unit.as_str(), "个位次" | "位次" | "个名次" | "名次");
    let turned = frame.direction_at.is_some() && !frame.arrives;
    if quantity.shape != Shape::Ordinal && (moved || turned && quantity.unit == "位" && !frame.ranked) {
        return Form::RankChange;
    }
    let placed = matches!(quantity.unit.as_str(), "位" | "名" | "") && frame.ranked && quantity.shape == Shape::Ordinal;
    let bare_place = quantity.unit == "位" && (frame.ranked || frame.arrives || frame.departs);
    if quantity.shape == Shape::Ordinal || placed || bare_place {
        return Form::Rank;
    }
    if turned && !frame.ranked || quantity.unit == "个百分点" && !frame.arrives {
        return Form::Change;
    }
    Form::Level
}

impl Name {
    fn or(self, names: &[Name]) -> Name {
        if self.is_empty() { names.last().cloned().unwrap_or_default() } else { self }
    }
}
