//! Goes through an article sentence by sentence and notes which time governs from where on.

mod leading;

use super::anchor::Anchor;
use super::civil::Civil;
use super::clause::{
    announced_from, announces, aside, changes, clause_end, governs, is_basis, is_named, is_planned, lies_inside,
    opens_clause, says_else, sentence_end, turning,
};
use super::place::{Placed, Said, place};
use super::timeline::{Period, PlacedMark, Timeline};
use crate::divide::LineRole;
use crate::fold::CharSpan;
use crate::read::Page;
use crate::read::figure::is_said_of;
use crate::scan::time::{Expr, Part, TimeMark, Year};

/// A period that goes on over paragraphs, with the level of the heading that it stands under.
struct Carried {
    period: Period,
    level: u8,
}

/// The state of the walk through one article.
pub(super) struct Walk<'a, 'b> {
    page: &'a Page<'a>,
    /// Where words and signs of plans may begin.
    plans: &'a [usize],
    timeline: &'b mut Timeline,
    article: usize,
    anchor: Anchor,
    said: Said,
    base: Period,
    section: Option<Carried>,
    paragraph: Option<Period>,
    /// What the paragraph before was led by, where it spans years.
    points: Option<Period>,
    level: u8,
}

impl<'a, 'b> Walk<'a, 'b> {
    pub(super) fn new(page: &'a Page<'a>, plans: &'a [usize], timeline: &'b mut Timeline, article: usize) -> Self {
        let anchor = timeline.anchors.get(article).cloned().unwrap_or_default();
        let base = Period { value: anchor.covers.clone(), evidence: anchor.covers_at, inferred: true };
        let said = Said::default();
        let (section, paragraph, points) = (None, None, None);
        Self { page, plans, timeline, article, anchor, said, base, section, paragraph, points, level: 0 }
    }

    pub(super) fn article(&mut self, whole: CharSpan) {
        let (fold, lines, times) = (self.page.fold, &self.page.layout.lines, &self.page.marks.times);
        let mut mark = times.partition_point(|mark| mark.at.start < whole.start);
        let mut line = lines.partition_point(|line| line.at.end <= whole.start);
        let (mut start, mut plan) = (whole.start, 0);
        while start < whole.end {
            let sentence = CharSpan::new(start, sentence_end(fold, start).min(whole.end));
            if start == whole.start || matches!(fold.at(start.saturating_sub(1)), '\n' | '\r') {
                self.opens_paragraph(fold.trim(sentence).start);
                let section = self.section.as_ref().and_then(|carried| Civil::parse(&carried.period.value));
                let Said { begun, day, .. } = self.said;
                self.said = Said { section: section.map(|day| day.year), begun, day, ..Said::default() };
            }
            while lines.get(line).is_some_and(|line| line.at.end <= start) {
                line += 1;
            }
            let role = lines.get(line).filter(|line| line.at.start < sentence.end).map(|line| line.role);
            let first = mark;
            while times.get(mark).is_some_and(|mark| mark.at.start < sentence.end) {
                mark += 1;
            }
            let marks = times.get(first..mark).unwrap_or_default();
            if !matches!(role, Some(LineRole::Boilerplate(_) | LineRole::Title | LineRole::Subtitle)) {
                self.turns_ahead(sentence, whole, marks);
            }
            match role {
                Some(LineRole::Heading(level)) => self.heading(sentence, level, marks),
                Some(LineRole::Title | LineRole::Subtitle) => self.title(sentence, marks),
                Some(LineRole::Boilerplate(_)) => self.outside(sentence, marks),
                _ => {
                    plan += self.plans[plan..].partition_point(|&place| place < start);
                    let planned = is_planned(fold, &self.plans[plan..], sentence);
                    self.sentence(sentence, marks, planned);
                }
            }
            start = sentence.end;
        }
    }

    /// A paragraph begins; —— points go on with the years that the paragraph above them is led by.
    fn opens_paragraph(&mut self, start: usize) {
        let years = |period: &Period| period.value.len() == 9 && period.value.contains('/');
        if let Some(lead) = self.paragraph.take().filter(years) {
            self.points = Some(lead);
        }
        match self.page.fold.at(start) {
            '—' => self.paragraph = self.points.clone(),
            '\n' | '\r' | '\0' => {}
            _ => self.points = None,
        }
    }

    /// The value of a mark, kept with the others.
    fn placed(&mut self, mark: &TimeMark) -> PlacedMark {
        let fold = self.page.fold;
        let mut own = *mark;
        let based = is_basis(fold, mark.at) || matches!(fold.at(mark.at.start.wrapping_sub(1)), '由' | '从');
        // 比上年末: the year before the one spoken of, not before the present.
        if let Expr::At(moment) = &mut own.expr
            && moment.year == Year::Offset(-1)
            && based
            && fold.at(mark.at.start) == '上'
            && (self.said.moment.is_some() || self.anchor.reviewed_year().is_some())
        {
            moment.year = Year::Said(-1);
        }
        // 截至11月底 said in January: what is told so far, of the last such month.
        if let Expr::Until(moment) = &mut own.expr
            && moment.year == Year::Unsaid
            && matches!(fold.at(mark.at.start), '截' | '至')
            && let Some((_, last)) =
                place(&TimeMark { expr: Expr::At(*moment), ..*mark }, &self.anchor, &self.said).bounds
        {
            moment.year = Year::Known(last.year);
        }
        // 上年同期为9.6亿元, in a review of the year before: a year before that one.
        if matches!(own.expr, Expr::SamePeriod(Year::Offset(-1)))
            && fold.at(mark.at.start) == '上'
            && let Some((year, _)) =
                self.said.period.filter(|(from, _)| from.month == 0 && self.anchor.year > Some(from.year))
        {
            own.expr = Expr::SamePeriod(Year::Known(year.year - 1));
        }
        let mut placed = place(&own, &self.anchor, &self.said);
        // 1997年产量达到5亿吨,比五年前增加: before the year spoken of, not before the present.
        if let (Expr::Ago(_), true, Some(said)) = (mark.expr, based, self.said.moment)
            && let Some(((first, last), now)) =
                placed.bounds.filter(|(first, _)| first.month == 0).zip(self.anchor.year)
        {
            let by = said.year - now;
            placed =
                Placed { form: placed.form, ..Placed::period((first.shift_years(by), last.shift_years(by)), true) };
        }
        let same = matches!(mark.expr, Expr::SamePeriod(Year::Offset(_)));
        // 较一季度、上半年〔和前三季度〕分别提高
        let listed = |last: &PlacedMark| last.basis && last.at.end + 1 == mark.at.start;
        let listed = self.timeline.marks.last().is_some_and(listed)
            && matches!(fold.at(mark.at.start.wrapping_sub(1)), '、' | '和' | '及' | '与');
        let basis =
            listed || is_basis(fold, mark.at) || same && !is_said_of(fold, mark.at.end) && !self.speaks_of(mark);
        let named = is_named(fold, &self.page.marks.enclosed, mark);
        // 收案3211件(不含上年旧存28件),比上年下降1.3%: the year before in a bracket is not the one spoken of.
        let glossed = |mark: &TimeMark| {
            let mut back = (mark.at.start.saturating_sub(6)..mark.at.start).rev();
            matches!(mark.expr, Expr::At(moment) if moment.year == Year::Offset(-1))
                && back.find(|&at| matches!(fold.at(at), '(' | ')')).is_some_and(|at| fold.at(at) == '(')
        };
        if let Some((first, last)) = placed.bounds
            && !basis
            && !same
            && !named
            && !glossed(mark)
            && !matches!(mark.expr, Expr::Now | Expr::UntilNow)
            // 为自2010年以来最低: how long it has been so, not when.
            && (!matches!(mark.expr, Expr::Since(_)) || opens_clause(fold, mark.at.start))
        {
            let moment = if matches!(mark.expr, Expr::Since(_)) { first } else { last };
            let day = Some(moment).filter(|moment| moment.day > 0).or(self.said.day);
            // 今日(1月2日)公布,十一月旅客356万人次: the day of the news says nothing of the months that it tells of.
            let news = self.anchor.published.is_some_and(|day| day.year == moment.year) && announces(fold, mark);
            self.said = match news {
                true => Said { begun: true, day, ..self.said },
                false => Said { moment: Some(moment), period: Some((first, last)), begun: true, day, ..self.said },
            };
        }
        let found = PlacedMark { at: mark.at, placed, rule: mark.rule, article: self.article, named, basis };
        self.timeline.marks.push(found.clone());
        found
    }

    fn govern(&mut self, from: usize, period: &Period) {
        self.timeline.govern(from, period);
    }

    fn carry(&mut self, period: &Period) {
        self.section = Some(Carried { period: Period { inferred: true, ..period.clone() }, level: self.level });
    }

    /// A line that is no body text: its times govern nothing.
    fn outside(&mut self, sentence: CharSpan, marks: &[TimeMark]) {
        for mark in marks {
            self.placed(mark);
        }
        let base = self.base.clone();
        self.govern(sentence.start, &base);
    }

    /// A title's time governs the title alone: the first from its start, each other from where it stands.
    fn title(&mut self, sentence: CharSpan, marks: &[TimeMark]) {
        let base = self.base.clone();
        self.govern(sentence.start, &base);
        let mut first = true;
        for mark in marks {
            if let Some(own) = self.own(std::slice::from_ref(mark)) {
                self.govern(if std::mem::take(&mut first) { sentence.start } else { mark.at.start }, &own);
            }
        }
    }

    /// The first of the marks of a heading that says when something was so.
    fn own(&mut self, marks: &[TimeMark]) -> Option<Period> {
        let mut own = None;
        for mark in marks {
            let found = self.placed(mark);
            if own.is_none() && governs(&found) && !found.placed.value.is_empty() {
                own = Some(Period { value: found.placed.value, evidence: Some(found.at), inferred: false });
            }
        }
        own
    }

    /// 二、2026年工作安排, 今年经济社会发展主要预期目标是: from here on a report on last year sets out this one.
    fn turns_ahead(&mut self, sentence: CharSpan, whole: CharSpan, marks: &[TimeMark]) {
        const WORK: &str = "工作安排 工作总体 总体要求 预期目标 重点工作 工作任务 主要任务 工作部署 工作思路 目标任务";
        let fold = self.page.fold;
        let open = self.timeline.ahead.last().is_some_and(|(part, _)| part.end == whole.end);
        if !self.anchor.report || open {
            return;
        }
        let (Some(year), Some(reviewed)) = (self.anchor.year, self.anchor.reviewed()) else { return };
        if reviewed + 1 != year {
            return;
        }
        let said = marks.iter().find(|mark| match mark.expr {
            Expr::At(moment) if moment.part == Part::Whole => {
                moment.year == Year::Offset(0) || moment.year == Year::Known(year)
            }
            _ => false,
        });
        let Some(said) = said else { return };
        let end = sentence.end.min(said.at.end + 40);
        let work =
            (said.at.end..end).take_while(|&at| !matches!(fold.at(at), '。' | ';')).any(|at| fold.starts_any(at, WORK));
        if work && (said.at.start - sentence.start) < 30 {
            self.timeline.ahead.push((CharSpan::new(sentence.start, whole.end), said.at));
            self.base = Period { value: year.to_string(), evidence: Some(said.at), inferred: true };
            self.section = None;
            self.paragraph = None;
        }
    }

    /// A heading's time governs its section.
    fn heading(&mut self, sentence: CharSpan, level: u8, marks: &[TimeMark]) {
        self.level = level;
        if self.section.as_ref().is_some_and(|carried| carried.level > 0 && level <= carried.level) {
            self.section = None;
        }
        let own = self.own(marks);
        if let Some(period) = &own {
            self.carry(period);
        }
        let period = own.unwrap_or_else(|| self.standing().clone());
        self.govern(sentence.start, &period);
    }

    /// What governs where a sentence says nothing itself.
    fn standing(&self) -> &Period {
        let section = self.section.as_ref().map(|carried| &carried.period);
        self.paragraph.as_ref().or(section).unwrap_or(&self.base)
    }

    fn sentence(&mut self, sentence: CharSpan, marks: &[TimeMark], planned: bool) {
        let fold = self.page.fold;
        if marks.is_empty() && !planned {
            let section = self.section.as_ref().map(|carried| &carried.period);
            self.timeline.govern(sentence.start, self.paragraph.as_ref().or(section).unwrap_or(&self.base));
            return;
        }
        let mut current = self.standing().clone();
        if let Some(year) = self.anchor.year.filter(|_| planned && !self.carries_plan()) {
            current = Period { value: year.to_string(), evidence: self.anchor.evidence(), inferred: true };
        }
        self.govern(sentence.start, &current);
        let mut own: Option<Period> = None;
        let mut bounds: Option<(Civil, Civil)> = None;
        let mut leads = false;
        for mark in marks {
            let found = self.placed(mark);
            let opens = opens_clause(fold, mark.at.start);
            let blank = found.placed.value.is_empty();
            // 期内, 行动开展以来: the time that is spoken of already.
            let within = matches!(mark.expr, Expr::SamePeriod(Year::Said(_)))
                || matches!(mark.expr, Expr::Event) && fold.starts_any(mark.at.start, "报告期 假期 节日 节假日 长假")
                || self.anchor.campaign && matches!(mark.expr, Expr::Event);
            // 自1月17日至2月25日的春运平稳,春运期间…: the same days.
            let feast = matches!(mark.expr, Expr::At(moment) if moment.part == Part::Festival)
                && bounds.is_some_and(|(first, last)| first != last);
            if says_else(fold, mark.at.end)
                || !governs(&found)
                || (blank && (!opens || within))
                || ((!opens || feast)
                    && (!fold.starts_with(mark.at.start, "全年") || fold.ends_with(mark.at.start, "占"))
                    && lies_inside(bounds, found.placed.bounds))
            {
                continue;
            }
            let value = self.opened_since(mark, &found, sentence.end).unwrap_or(found.placed.value.clone());
            let period = Period { value, evidence: Some(mark.at), inferred: found.placed.inferred };
            self.govern(mark.at.start, &period);
            let whole = matches!(mark.expr, Expr::Between(..));
            if !whole && (fold.ends_with(mark.at.start, "由") || fold.ends_with(mark.at.start, "从")) {
                if let Some(back) = turning(fold, mark.at.end, sentence.end) {
                    self.govern(back, &current);
                }
                continue;
            }
            // 同期为260起, 近3年提升21个百分点: only its own clause speaks of that time.
            let same = matches!(mark.expr, Expr::SamePeriod(Year::Offset(_)));
            let same =
                same || matches!(mark.expr, Expr::Past(_)) && current.evidence.is_some() && changes(fold, mark.at.end);
            let clause = || (mark.at.end..sentence.end).find(|&at| matches!(fold.at(at), ',' | ';' | '。' | ')'));
            if let Some(back) = aside(fold, mark.at, sentence).or_else(|| clause().filter(|_| same)) {
                self.govern(back, &current);
                continue;
            }
            // Only what is told in the same breath is of the day: 今日公布3份名单.
            if announces(fold, mark) {
                self.govern(clause_end(fold, announced_from(fold, mark.at.end)), &current);
                continue;
            }
            if own.is_none() {
                leads = opens && !blank && self.leads_on(mark, &found, sentence);
            }
            if opens && self.goes_on(mark, &found, planned) {
                self.carry(&period);
            }
            // 第二季上升1.5%,第一季为2.9%: an earlier time beside the one spoken of does not lead on.
            let back = bounds
                .zip(found.placed.bounds)
                .is_some_and(|(before, now)| now.0 < before.0 && now.0.year == now.1.year);
            bounds = found.placed.bounds;
            let before = std::mem::replace(&mut current, period.clone());
            // 2019年国庆7天接待7.8亿人次;实现收入…: said of the earlier time up to the semicolon only.
            let part = || (mark.at.end..sentence.end).find(|&at| fold.at(at) == ';');
            if let Some(end) = part().filter(|_| back && opens && period.value.len() == 4) {
                self.govern(end, &before);
                current = before;
            }
            // 刚刚过去的2025年,…: a report on five years turns to the last of them.
            let last = fold.ends_with(mark.at.start, "过去的")
                && period.value.len() == 4
                && self.base.value.ends_with(&period.value);
            if leads && opens && last && self.base.value.len() == 9 && self.timeline.ahead.is_empty() {
                self.base = Period { inferred: true, ..period.clone() };
                self.section = None;
            }
            if leads && opens && !back {
                self.paragraph = Some(Period { inferred: true, ..period.clone() });
            }
            own = Some(period);
        }
        let Some(own) = own else { return };
        let last = fold.trim(sentence);
        if fold.ends_with(last.end, ":") && !own.value.is_empty() {
            self.carry(&own);
        }
    }
}
