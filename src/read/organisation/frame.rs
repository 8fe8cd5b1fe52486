//! The words that make the body behind them a particular one: a place, a level, 中共, 全国.

use super::{GENERAL, LEVELS, Reader};
use crate::lexicon::{among, divisions, ordinary};
use crate::read::openings::{DIVISIONS, PLACES};
use crate::read::place;

/// Words that make a body a particular one as a place does.
pub(super) const WORDS: [&str; 10] = ["中共", "中国", "全国", "国家", "中央", "最高", "中华", "中铁", "中建", "中交"];

/// Bodies that each township has.
const TOWNS: [&str; 4] = ["公所", "政府", "党委", "派出所"];

impl Reader<'_> {
    /// Where the words that make a body particular end: 中共沈丘县, 福建省罗源县, 区.
    pub(super) fn frame(&self, at: usize, fresh: bool) -> Option<usize> {
        let chars = self.slice();
        let mut from = at;
        let first = chars.get(at).copied().unwrap_or_default();
        if fresh
            && among!("中全国最", first)
            && let Some(word) = WORDS.iter().find(|word| self.reads(at, word))
        {
            from += word.chars().count();
            // 国家机关, 国家一级: any of the country's.
            if ["机关", "一级", "级", "重点"].iter().any(|rank| self.reads(from, rank)) {
                return None;
            }
        }
        if fresh
            && matches!(chars.get(from), Some('共' | '团'))
            && let Some(league) = ["共青团", "团"].iter().find(|league| self.reads(from, league))
            && divisions::full().at(chars, from + league.chars().count()).is_some()
        {
            from += league.chars().count();
        }
        // 团省委.
        if fresh && from == at && first == '团' && self.reads(at + 2, "委") {
            from += 1;
        }
        // 圣保罗投促局, 美国政府: of a place abroad.
        if fresh && from == at && self.openings.at(at, PLACES) {
            from += place::known(chars, at).unwrap_or(0);
        }
        let named = from;
        while self.openings.at(from, DIVISIONS)
            && let Some(hit) = divisions::full().at(chars, from).or_else(|| divisions::shorts().at(chars, from))
        {
            // 尖草坪区 山西旭峰有限公司: a province opens a name of its own.
            if !fresh && hit.len < 3 && hit.family == "county" || from > named && hit.family == "province" {
                return None;
            }
            from += hit.len;
        }
        // 瑞穗乡公所: a township that is in no list.
        let town = |&at: &usize| {
            matches!(chars.get(at), Some('乡' | '镇')) && TOWNS.iter().any(|body| self.reads(at + 1, body))
        };
        if fresh
            && from == at
            && let Some(town) = (at + 2..=at + 3).find(town)
            && !among!(GENERAL, first)
            && !ordinary().at(chars, at)
        {
            return Some(town + 1);
        }
        if fresh && ["自治区", "高新区", "经开区", "开发区"].iter().any(|zone| self.reads(from, zone)) {
            return Some(from + 3);
        }
        let level = chars.get(from).is_some_and(|c| among!(LEVELS, *c));
        // 市市监局: a level and a word that begins like it.
        let twice = chars.get(from) == chars.get(from + 1);
        let ranked = chars.get(from + 1).is_some_and(|c| among!("级域直内外里场", *c) || among!(LEVELS, *c) && !twice);
        let ranked = ranked && !self.reads(from + 1, "市场");
        let rural = matches!(chars.get(from), Some('镇' | '乡' | '旗' | '盟')) && from == at;
        if level && self.reads(from + 1, "重点") {
            return None;
        }
        if level && !rural && !ranked && (fresh || from > at) {
            return Some(from + 1);
        }
        (from > at).then_some(from)
    }
}
