//! Departments of two fields: 文化广电和旅游局, 大数据和政务服务管理处.

use super::{Reader, words};
use crate::fold::CharSpan;
use crate::lexicon::among;

impl Reader<'_> {
    /// A department of two fields: 石家庄市文化广电 和 旅游局.
    pub(super) fn joined(&self, segment: CharSpan, next: CharSpan) -> Option<CharSpan> {
        let link = self.chars.get(segment.end).is_some_and(|c| among!("和与及", *c)) && next.start == segment.end + 1;
        if !link {
            return None;
        }
        let whole = Reader { chars: self.chars, openings: self.openings, end: next.end };
        let limit = next.end.min(next.start + 10);
        let stop = (next.start + 3..=limit).find(|&stop| {
            matches!(self.chars[stop - 1], '局' | '厅' | '委' | '部' | '署' | '会')
                && (whole.ends_body(next.start, stop) || whole.office_after(next.start, stop))
                && (self.chars[stop - 1] != '会' || whole.reads(stop.saturating_sub(3), "委员会"))
        })?;
        let from = segment.end.saturating_sub(16).max(segment.start);
        let (at, field) = (from..segment.end).find_map(|at| {
            let field = self.frame(at, at == segment.start)?;
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
