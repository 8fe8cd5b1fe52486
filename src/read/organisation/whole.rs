//! Bodies of the table, and firms whose names begin with one.

use super::{LONGEST, Reader, words};
use crate::lexicon::{among, divisions, ordinary, titles};
use crate::read::openings::BODIES;
use crate::read::segment::wall_at;

impl Reader<'_> {
    /// A body that is known by its whole name.
    pub(super) fn known(&self, at: usize, fresh: bool) -> Option<(usize, &'static str)> {
        let opens = self.openings.at(at, BODIES);
        let hit = if opens { words().at_of(self.slice(), at, &["body", "centre"]) } else { None }?;
        let stop = at + hit.len;
        if hit.family == "centre" {
            let next = |word: &&str| word.chars().enumerate().all(|(i, c)| self.chars.get(stop + i) == Some(&c));
            let governs = ["部署", "决策", "精神", "要求", "文件", "、省委", "、国务院", "和省委"];
            let civil = self.reads(stop, "精神文明");
            return (fresh && !civil && governs.iter().any(next)).then_some((stop, "organisation.known"));
        }
        // 公立法院: the first character ends another word.
        let whole = fresh || hit.len > 2 && !ordinary().at(self.chars, at - 1);
        // 比亚迪股份有限公司, 中国石化九江分公司: the name goes on as a firm's.
        let firm = |&end: &usize| {
            ["公司", "集团"].iter().any(|noun| self.reads(end - 2, noun))
                && !(stop..end).any(|at| titles().at(self.slice(), at).is_some())
        };
        let firm = (stop + 2..=self.end.min(stop + LONGEST)).rev().find(firm);
        let ends = firm.is_some() || self.closes(stop) || hit.len > 2 && !self.grows(stop);
        (whole && ends).then_some((firm.unwrap_or(stop), "organisation.known"))
    }

    /// Whether a known name is only the beginning of another word: 教育部 门, 消防处 理, 公安部 队.
    fn grows(&self, stop: usize) -> bool {
        // 财政部会就税改说明: what the body will do.
        let next = self.chars.get(stop + 1).is_some_and(|&c| among!("就将在对与向按为", c));
        if self.reads(stop, "会") && (next || wall_at(self.chars, stop + 1).is_some()) {
            return false;
        }
        const ON: &str = "部门间人系员级队院长法令家业类办署主党行司股大政厅官方公学委常面势理置罚境所处会局团社网报台中内外联银集有属重";
        // 新华社长沙电: a city behind.
        self.chars.get(stop).is_some_and(|&c| among!(ON, c))
            && divisions::shorts().at(self.slice(), stop).is_none_or(|city| city.family == "county")
    }
}
