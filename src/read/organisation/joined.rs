//! Departments of two fields: 文化广电和旅游局, 大数据和政务服务管理处.

use super::{Body, Reader, words};
use crate::fold::CharSpan;
use crate::lexicon::{among, divisions};
use crate::read::segment::{self, Segment};
use crate::read::{Page, place};

impl Reader<'_> {
    /// A department of two fields: 石家庄市文化广电 和 旅游局.
    pub(super) fn joined(&self, segment: CharSpan, next: CharSpan) -> Option<CharSpan> {
        let after = segment.end + 1;
        let link = self.chars.get(segment.end).is_some_and(|c| among!("和与及", *c));
        // 旅游与服务学院: a word that is a verb only where it opens a stretch.
        let verb = || segment::words().at_of(self.chars, after, &["opening"]).map(|verb| after + verb.len);
        if !link || next.start != after && verb() != Some(next.start) {
            return None;
        }
        let next = CharSpan::new(after, next.end);
        let whole = Reader { chars: self.chars, openings: self.openings, end: next.end };
        let limit = next.end.min(next.start + 10);
        let learned = |stop: usize| among!("学究", self.chars[stop - 2]) && among!("院所", self.chars[stop - 1]);
        let stop = (next.start + 3..=limit).find(|&stop| {
            (matches!(self.chars[stop - 1], '局' | '厅' | '委' | '部' | '署' | '会') || learned(stop))
                && (whole.ends_body(next.start, stop) || whole.office_after(next.start, stop))
                && (self.chars[stop - 1] != '会' || whole.reads(stop.saturating_sub(3), "委员会"))
        })?;
        let from = segment.end.saturating_sub(16).max(segment.start);
        // 南开大学旅游 与 服务学院: of a university, no people of it.
        let school = (segment.start + 4..segment.end).find(|&at| self.chars[..at].ends_with(&['大', '学']));
        let school =
            school.filter(|&field| segment.end <= field + 4 && !among!("生师员者人", self.chars[segment.end - 1]));
        let (at, field) = (from..segment.end).find_map(|at| {
            let field = if learned(stop) { school } else { self.frame(at, at == segment.start) }?;
            // 省人大 环境与资源保护委员会.
            let assembly = ["人大常委会", "人大", "政协"].iter().find(|body| self.reads(field, body));
            let field = field + assembly.map_or(0, |body| body.chars().count());
            (field < segment.end).then_some((at, field))
        })?;
        let plain = (2..=8).contains(&(segment.end - field))
            && !(field + 1..=segment.end)
                .any(|stop| words().before_of(&self.chars[field..stop], stop - field, &["suffix", "strong"]).is_some());
        plain.then_some(CharSpan::new(at, stop))
    }

    /// Whether a department ends at `stop` with an office of its own behind: 大数据管理局 政务服务管理处.
    fn office_after(&self, from: usize, stop: usize) -> bool {
        let noun = words().before_of(&self.chars[from..stop], stop - from, &["suffix", "strong"]);
        noun.is_some() && (stop + 2..=self.end.min(stop + 10)).any(|end| among!("处科室", self.chars[end - 1]))
    }
}

/// Gives bodies what their names hold before a place in brackets: 中国(澳门)致公协会, 华侨城(深圳)旅游集团.
pub(super) fn bracketed(page: &Page, segments: &[Segment], bodies: &mut [Body]) {
    let chars = page.fold.chars();
    for body in bodies {
        let Some(shut) = body.at.start.checked_sub(1).filter(|&at| chars[at] == ')') else { continue };
        let Some(open) = (shut.saturating_sub(6)..shut).rev().find(|&at| chars[at] == '(') else { continue };
        let inner = &chars[open + 1..shut];
        let division = divisions::full().at(inner, 0).or_else(|| divisions::shorts().at(inner, 0));
        let placed = division.map_or(place::known(inner, 0), |hit| Some(hit.len)) == Some(inner.len());
        let before = segments.get(segments.partition_point(|one| one.at.end < open));
        let before = before.filter(|one| placed && one.at.end == open);
        body.at.start = before.map_or(body.at.start, |one| one.at.start);
    }
}
