//! Bodies behind a body: another of its level, and the office or branch that belongs to it.

use super::{LEVELS, LONGEST, Reader, words};
use crate::lexicon::{among, ordinary, titles};

impl Reader<'_> {
    /// Whether the body of a level follows: 省委省政府.
    pub(super) fn next_body(&self, from: usize) -> bool {
        let level = self.chars.get(from).is_some_and(|c| among!(LEVELS, *c));
        level
            && (from + 2..=self.end.min(from + 8))
                .any(|stop| words().before_of(&self.chars[from..stop], stop - from, &["suffix", "strong"]).is_some())
    }

    /// The end of the office inside a body that starts at `from`: 救援协调处, 政法委平安建设指导处.
    pub(super) fn office(&self, from: usize) -> Option<usize> {
        let limit = self.end.min(from + LONGEST);
        (from + 2..=limit).rev().find(|&stop| {
            let part = &self.chars[from..stop];
            let Some(noun) = words().before_of(part, part.len(), &["office", "strong"]) else { return false };
            let plain = || words().before_of(part, part.len(), &["plain"]);
            // 市公安局青禾分局治安大队: a branch, whatever follows.
            let branch = part.len() <= 6 && matches!(noun.term, "分局" | "派出所" | "分院" | "分署");
            let next_title =
                || branch || stop >= self.end || self.reads(stop, "协办") || titles().at(self.slice(), stop).is_some();
            // 市政府 组织市交警支队: another one's.
            let other = among!(LEVELS, *part.get(2).unwrap_or(&'\n')) && ordinary().at(part, 0);
            // 全国人大二次会议福建代表团: the meeting's.
            let other = other || part.windows(2).any(|two| two == ['会', '议']);
            !other
                && (noun.len > 1 || part.len() > 2 && part.len() <= 12)
                && plain().is_none_or(|plain| noun.len >= plain.len)
                && next_title()
        })
    }
}
