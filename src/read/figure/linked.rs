//! What the steps of the reading hand on to each other.

use std::cell::OnceCell;

use super::form::may_rank;
use super::frame::{self, Basis, Frame};
use super::modality::Tone;
use super::subject::{self, Name};
use super::vocabulary::words;
use crate::divide::Sentence;
use crate::fold::{CharSpan, Fold};
use crate::lexicon::among;
use crate::model::Form;
use crate::read::Page;
use crate::read::openings::Openings;
use crate::read::plan::Plans;
use crate::read::time::Timeline;
use crate::scan::{Quantity, TimeMark};

/// What every step of the walk looks at.
pub(super) struct Walk<'a> {
    pub page: &'a Page<'a>,
    pub timeline: &'a Timeline,
    pub plans: &'a Plans,
    pub openings: &'a Openings,
    pub sentence: &'a Sentence,
    /// The times that touch the sentence.
    pub times: &'a [TimeMark],
    pub numbers: &'a [&'a Quantity],
    /// What the sentence says of all its figures, once it was asked for.
    pub tone: OnceCell<Tone>,
}

/// A number with its frame and the name of what it measures.
pub(super) struct Linked {
    /// Its place among the numbers of the sentence.
    pub number: usize,
    pub frame: Frame,
    pub name: Name,
    pub form: Form,
    /// Whether its name was taken over from elsewhere.
    pub inferred: bool,
    pub rule: &'static str,
    /// Its place among so many values that may be those of as many years, one after the other.
    pub turn: Option<(usize, usize)>,
}

impl Walk<'_> {
    pub(super) fn fold(&self) -> &Fold {
        self.page.fold
    }

    pub(super) fn frame(&self, pre: CharSpan, quantity: &Quantity) -> Frame {
        let mut pre = pre;
        // 标准分别提高到每人每月780元、每年7200元: by what it is paid.
        const BY: &[&str] = &[
            "每人每月",
            "每人每年",
            "每人每天",
            "每月",
            "每年",
            "每人",
            "每户",
            "每晚",
            "每亩",
            "每吨",
            "每小时",
            "每秒",
        ];
        if matches!(quantity.family, "money" | "length")
            && let Some(by) = BY.iter().find(|by| self.fold().ends_with(pre.end, by))
        {
            pre.end = pre.end.saturating_sub(by.chars().count()).max(pre.start);
        }
        let mut frame = frame::read(self.fold(), pre, self.times, may_rank(quantity));
        // 同比事故起数下降28%: against what is said first.
        if frame.direction_at.is_some()
            && frame.basis.is_none()
            && let Some(hit) = words().at_of(self.fold().chars(), frame.rest.start, &["yoy", "mom"])
            && hit.term != "同期"
            && hit.len < frame.rest.len()
        {
            frame.basis = Some(if hit.family == "yoy" { Basis::YearBefore } else { Basis::PeriodBefore });
            frame.basis_at = Some(CharSpan::new(frame.rest.start, frame.rest.start + hit.len));
            frame.rest.start += hit.len;
        }
        // 在全市9个县(区)中排名第2: among whom.
        if frame.ranked && self.fold().ends_with(frame.rest.end, "中") {
            let test = "考评中 考核中 测评中 评估中 评比中 评选中 评价中";
            match self.fold().ends_any(frame.rest.end, test) {
                true => {
                    frame.rest.end -= 1;
                    // 在全省平安建设考评中排名第4
                    let chars = self.fold().chars();
                    let from = frame.rest.start + usize::from(self.fold().at(frame.rest.start) == '在');
                    let area = words().at_of(chars, from, &["scope"]).filter(|_| frame.scope_at.is_none());
                    frame.scope_at = frame.scope_at.or(area.map(|hit| CharSpan::new(from, from + hit.len)));
                }
                false => {
                    // 在全省9个市州中排名第三
                    let from = frame.rest.start.max(self.sentence.at.start + 16) - 16;
                    let at = (from..frame.rest.end - 1).rev().find(|&at| among!("在,;。", self.fold().at(at)));
                    let whole = at.filter(|&at| self.fold().at(at) == '在' && frame.scope_at.is_none());
                    frame.scope_at = frame.scope_at.or(whole.map(|at| CharSpan::new(at + 1, frame.rest.end - 1)));
                    frame.rest.start = frame.rest.end;
                }
            }
        }
        frame
    }

    pub(super) fn clean(&self, at: CharSpan) -> Name {
        subject::clean(self, at)
    }
}
