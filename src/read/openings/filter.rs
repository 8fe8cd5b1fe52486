//! Which tables may have a word of two characters: all tables in one look.

use std::sync::OnceLock;

use super::{AFTERS, BESIDE, BODIES, BRANDS, DIVISIONS, DOCUMENTS, DOES, FRAMES, HONOURS, LEADS, LISTS, NOUNS};
use super::{PLACES, PLANS, SITES, STATES, STRONG, SURNAMES, UNNAMED, WALLS, WANTS};
use crate::lexicon::{Words, divisions, programme_words, speech_verbs, surnames, titles};
use crate::read::{document, figure, honour, organisation, person, place, plan, programme, segment};

/// How many slots the first characters and the first two characters of words are spread over.
const FIRSTS: usize = 1 << 13;
const PAIRS: usize = 1 << 15;

/// Words of the tables by their first two characters, or of those of what ends by their last two, that stand in the
/// readers' code.
const FEW: [(&str, u32); 11] = [
    // 会 before a verb is one itself.
    ("会", WALLS),
    ("( · • ・ ‧", SURNAMES),
    ("中央 十", DOCUMENTS),
    ("某 × * X x ○", AFTERS),
    ("平安 法治 数字 智慧 数智 健康 清廉 诚信 美丽", BRANDS),
    (
        "等 二大 两大 三大 四大 五大 六大 七大 八大 九大 十大 二项 两项 三项 四项 五项 六项 七项 八项 九项 十项 实施 开展 启动 推进",
        LISTS,
    ),
    ("中 全 国 最 共 团 自 高 经 开 省 市 县 区 州 镇 乡 旗 盟", FRAMES),
    ("会 局 处 院 所 司 队 校 社 的 对 给 予 与 和 向", BESIDE),
    ("等 率先 笑着 激动 感慨 高兴 动情", DOES),
    ("确保 力争 争取 务必 不低 不少 不得 目标 预期 要求 明确 规定", WANTS),
    ("建设 工程 试点 工作 范围", NOUNS),
];

/// A bit for each table in the slots of its words' first characters, of those that are words themselves, and of the
/// first two.
pub struct Filter {
    /// The tables with the character as a word, and with words that begin with it.
    firsts: Box<[(u32, u32); FIRSTS]>,
    pairs: Box<[u32; PAIRS]>,
}

impl Filter {
    /// That of all tables, made once.
    pub fn get() -> &'static Self {
        static FILTER: OnceLock<Filter> = OnceLock::new();
        FILTER.get_or_init(|| {
            let mut filter = Self { firsts: Box::new([(0, 0); FIRSTS]), pairs: Box::new([0; PAIRS]) };
            let mut begin = |words: &'static Words, families: &[&str], table| {
                words.openings(families).for_each(|(first, second)| filter.add(first, second, table));
            };
            begin(organisation::words(), &["body", "centre"], BODIES);
            begin(place::words(), &["named"], PLACES);
            begin(divisions::full(), &[], DIVISIONS);
            begin(divisions::shorts(), &[], DIVISIONS);
            begin(segment::words(), &[], WALLS);
            begin(surnames(), &[], SURNAMES);
            begin(document::unmarked_words(), &["number", "issue"], DOCUMENTS);
            begin(honour::words(), &[], HONOURS);
            begin(titles(), &["after", "kin"], AFTERS);
            begin(programme_words(), &["known"], BRANDS);
            begin(speech_verbs(), &["strong"], DOES);
            begin(person::doing(), &[], DOES);
            begin(figure::words(), &figure::UNNAMED_WORDS, UNNAMED);
            let mut end = |words: &'static Words, families: &[&str], table| {
                words.endings(families).for_each(|(first, last)| filter.add(first, last, table));
                let alone = words.openings(families).filter(|(_, second)| second.is_none());
                alone.for_each(|(only, _)| filter.add(only, None, table));
            };
            end(titles(), &["after", "case", "expert", "kin", "lay", "post", "press", "state"], LEADS);
            end(person::posting(), &[""], LEADS);
            end(titles(), &["state"], STATES);
            end(place::words(), &["suffix"], SITES);
            end(organisation::words(), &["strong"], STRONG);
            end(programme_words(), &programme::SORTS, NOUNS);
            plan::openings().into_iter().for_each(|(first, second)| filter.add(first, second, PLANS));
            for (words, table) in FEW {
                for mut word in words.split(' ').map(str::chars) {
                    filter.add(word.next().unwrap_or_default(), word.next(), table);
                }
            }
            filter
        })
    }

    fn add(&mut self, first: char, second: Option<char>, table: u32) {
        let (alone, firsts) = &mut self.firsts[first as usize % FIRSTS];
        *firsts |= table;
        match second {
            Some(second) => self.pairs[slot(first, second)] |= table,
            None => *alone |= table,
        }
    }

    /// The tables that have the first character as a word, and those that have words of both.
    #[inline]
    pub fn tables(&self, first: char, second: char) -> (u32, u32) {
        let (alone, firsts) = self.firsts[first as usize % FIRSTS];
        (alone, firsts & self.pairs[slot(first, second)])
    }
}

/// The slot of two characters.
#[inline]
const fn slot(first: char, second: char) -> usize {
    // The upper bits of a product with the golden ratio's depend on all bits below.
    (first as u32 | (second as u32) << 16).wrapping_mul(0x9E37_79B1) as usize >> 17 & (PAIRS - 1)
}
