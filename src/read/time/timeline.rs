//! Which time governs which words.

use super::anchor::{Anchor, anchors, pieces};
use super::civil::Civil;
use super::place::Placed;
use super::walk::Walk;
use crate::fold::CharSpan;
use crate::read::Page;
use crate::read::openings::{Openings, PLANS};

/// A mark with its place in the calendar.
#[derive(Clone, Debug)]
pub struct PlacedMark {
    /// Where it stands.
    pub at: CharSpan,
    /// Its value and form.
    pub placed: Placed,
    /// The name of the rule that found it.
    pub rule: &'static str,
    /// The article that it stands in.
    pub article: usize,
    /// Whether it is part of a title or of a quoted name, and so no time of the text.
    pub named: bool,
    /// Whether it is what a change is measured against.
    pub basis: bool,
}

/// The period that governs a place of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Period {
    /// EDTF, or empty where nothing tells.
    pub value: String,
    /// Where the text says it.
    pub evidence: Option<CharSpan>,
    /// Whether it was carried over from another sentence or rests on the article's own dates.
    pub inferred: bool,
}

impl Period {
    /// Whether the two are the same; empty values are not looked at, which processors do slowly.
    fn is(&self, other: &Self) -> bool {
        let same = self.evidence == other.evidence && self.inferred == other.inferred;
        same && self.value.len() == other.value.len() && (self.value.is_empty() || self.value == other.value)
    }
}

/// All times of a page and what they govern.
#[derive(Clone, Debug, Default)]
pub struct Timeline {
    pub(super) anchors: Vec<Anchor>,
    pub(super) marks: Vec<PlacedMark>,
    /// From which character on which period governs, in order.
    pub(super) governing: Vec<(usize, Period)>,
    /// The parts of reports that set out the coming year's work, each with the words that open it, in order.
    pub(super) ahead: Vec<(CharSpan, CharSpan)>,
}

impl Timeline {
    /// Places all marks of the page.
    pub fn of(page: &Page) -> Self {
        Self::beside(page, &Openings::of(page.fold).places(PLANS))
    }

    /// Places all marks of the page; words and signs of plans may begin at `plans`.
    pub(in crate::read) fn beside(page: &Page, plans: &[usize]) -> Self {
        let mut timeline = Self { anchors: anchors(page), ..Self::default() };
        for (article, piece) in pieces(page).iter().enumerate() {
            Walk::new(page, plans, &mut timeline, article).article(piece.whole);
        }
        timeline
    }

    /// Lets a period govern from a place on. What was to hold again from a later place on gives way to a time that is
    /// named before it.
    pub(super) fn govern(&mut self, from: usize, period: &Period) {
        while self.governing.last().is_some_and(|(start, _)| *start > from) {
            self.governing.pop();
        }
        if self.governing.last().is_none_or(|(_, last)| !last.is(period)) {
            self.governing.push((from, period.clone()));
        }
    }

    /// The marks in order, with their values.
    pub fn marks(&self) -> &[PlacedMark] {
        &self.marks
    }

    /// What the times of an article rest on.
    pub fn anchor(&self, article: usize) -> Option<&Anchor> {
        self.anchors.get(article)
    }

    /// EDTF of the day, month or year that the article was published, or empty.
    pub fn published(&self, article: usize) -> String {
        let day = self.anchor(article).and_then(|anchor| anchor.published);
        day.map(|day| day.to_string()).unwrap_or_default()
    }

    /// EDTF of the period that the article reviews, or empty.
    pub fn covers(&self, article: usize) -> &str {
        self.anchor(article).map_or("", |anchor| &anchor.covers)
    }

    /// The mark that a stretch overlaps.
    pub fn mark_at(&self, at: CharSpan) -> Option<&PlacedMark> {
        let after = self.marks.partition_point(|mark| mark.at.end <= at.start);
        self.marks.get(after).filter(|mark| mark.at.overlaps(at))
    }

    /// The words that open the part of a report on the coming year's work that `at` stands in.
    pub fn ahead(&self, at: CharSpan) -> Option<CharSpan> {
        let index = self.ahead.partition_point(|(part, _)| part.end <= at.start);
        self.ahead.get(index).filter(|(part, _)| part.contains(at)).map(|(_, words)| *words)
    }

    /// Whether a part on the coming year's work still follows in the report that `at` stands in.
    pub fn looks_ahead(&self, article: usize, at: CharSpan) -> bool {
        self.ahead.iter().any(|(part, _)| part.start >= at.end && self.article_of(part.start) == Some(article))
    }

    fn article_of(&self, at: usize) -> Option<usize> {
        let index = self.marks.partition_point(|mark| mark.at.start < at);
        self.marks.get(index).map(|mark| mark.article)
    }

    /// The time of the value at `place` of `count`, where `period` has a year for each or ends a list of as many times:
    /// 2016年-2018年分别为, 2015和2016年分别为.
    pub fn in_turn(&self, period: &Period, place: usize, count: usize) -> Option<Period> {
        let own = |value: String| Period { value, ..period.clone() };
        let years = |(first, last): (&str, &str)| Some((first.parse::<usize>().ok()?, last.parse::<usize>().ok()?));
        if let Some((first, last)) = period.value.split_once('/').and_then(years) {
            return (last.checked_sub(first)? + 1 == count).then(|| own((first + place).to_string()));
        }
        let last = period.evidence?;
        let end = self.marks.partition_point(|mark| mark.at.start <= last.start);
        let listed = self.marks.get(end.checked_sub(count)?..end)?;
        let touching = listed.windows(2).all(|pair| pair[1].at.start.saturating_sub(pair[0].at.end) <= 1);
        touching.then(|| own(listed[place].placed.value.clone()))
    }

    /// The same period of the year before `period`, or of none where it is open or empty.
    pub fn year_before(&self, period: &str) -> Option<String> {
        let before = |day: &str| Some(Civil::parse(day)?.shift_years(-1).to_string());
        match period.split_once('/') {
            Some((first, last)) => Some(before(first)? + "/" + &before(last)?),
            None => before(period),
        }
    }

    /// The period that governs what stands at `at`.
    pub fn period(&self, at: CharSpan) -> Period {
        self.governing(at).cloned().unwrap_or_default()
    }

    /// The same as it is kept, where there is one.
    pub(in crate::read) fn governing(&self, at: CharSpan) -> Option<&Period> {
        let after = self.governing.partition_point(|(start, _)| *start <= at.start);
        after.checked_sub(1).and_then(|index| self.governing.get(index)).map(|(_, period)| period)
    }
}
