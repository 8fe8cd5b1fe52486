//! Where words of the readers' tables may begin: looked up once for every character and all tables.

use std::sync::OnceLock;

use super::prose::is_han;
use super::{document, honour, organisation, person, place, plan, programme, segment};
use crate::fold::{CharSpan, Fold};
use crate::lexicon::{Words, divisions, programme_words, surnames, titles};

/// Known bodies.
pub const BODIES: u32 = 1;
/// Words that part names from the rest of a clause.
pub const WALLS: u32 = 1 << 1;
/// Surnames, and the marks inside foreign names and before names of a credit.
pub const SURNAMES: u32 = 1 << 2;
/// Words and signs of plans, and of what has happened.
pub const PLANS: u32 = 1 << 3;
/// Words that lead to documents without 《》, and rules known by their number.
pub const DOCUMENTS: u32 = 1 << 4;
/// Words of honours.
pub const HONOURS: u32 = 1 << 5;
/// Known places.
pub const PLACES: u32 = 1 << 6;
/// Divisions by their full and short names.
pub const DIVISIONS: u32 = 1 << 7;
/// Titles and words of kin that follow names, and what stands for a given name that is not told.
pub const AFTERS: u32 = 1 << 8;
/// Programmes without a noun of programmes, and words that make a division's name one.
pub const BRANDS: u32 = 1 << 9;
/// What closes a list of programmes, and the verbs that govern one.
pub const LISTS: u32 = 1 << 10;
/// Characters that are not Chinese.
pub const OTHERS: u32 = 1 << 11;
/// What makes a body behind it a particular one, beside places.
pub const FRAMES: u32 = 1 << 12;

// The tables from here on tell what ends before a place.

/// What stands right before names, the titles of people with it.
pub const LEADS: u32 = 1 << 16;
/// Titles of a state's offices, which names in foreign sound follow.
pub const STATES: u32 = 1 << 17;
/// Nouns of places.
pub const SITES: u32 = 1 << 18;
/// Nouns of bodies that need no place before them.
pub const STRONG: u32 = 1 << 19;
/// Nouns of programmes, and what may stand behind them.
pub const NOUNS: u32 = 1 << 20;

/// The tables of what ends before a place.
const ENDS: u32 = !0 << 16;

/// The tables of what may part a name from the rest of a clause, or be a name that is passed over whole.
const STOPS: u32 = BODIES | PLACES | DIVISIONS | WALLS | OTHERS;

/// The places of a text where words of the tables may begin, and where words of those of [`ENDS`] may have ended.
pub struct Openings {
    /// For each character a bit for each table.
    tables: Vec<u32>,
    /// A bit for each character that has one of [`STOPS`].
    stops: Vec<u64>,
}

impl Openings {
    /// Those of a text.
    pub fn of(fold: &Fold) -> Self {
        let filter = Filter::get();
        let chars = fold.chars();
        let mut tables = Vec::with_capacity(chars.len() + 1);
        // What ends before a character, and before the one behind it.
        let (mut here, mut next) = (LEADS, 0);
        let mut tell = |c, after| {
            let (alone, pair) = filter.tables(c, after);
            let bits = (alone | pair) & !ENDS | here;
            here = next | alone & ENDS;
            next = pair & ENDS;
            bits
        };
        tables.extend(chars.windows(2).map(|two| tell(two[0], two[1])));
        tables.extend(chars.last().map(|&last| tell(last, '\0')));
        tables.push(here);
        for at in fold.others(CharSpan::new(0, chars.len())).filter(|&at| !is_han(chars[at])) {
            tables[at] |= OTHERS;
            tables[at + 1] |= LEADS;
        }
        let stop = |bits: u64, tables: &u32| bits << 1 | u64::from(tables & STOPS != 0);
        let stops = tables.chunks(64).map(|block| block.iter().rev().fold(0, stop)).collect();
        Self { tables, stops }
    }

    /// Whether a word of one of `tables` may begin at `at`, or have ended before it; where it may not, none does.
    #[inline]
    pub fn at(&self, at: usize, tables: u32) -> bool {
        self.tables.get(at).is_some_and(|bits| bits & tables != 0)
    }

    /// The places in a stretch where [`Openings::at`] says so.
    #[inline]
    pub fn all(&self, part: CharSpan, tables: u32) -> impl Iterator<Item = usize> {
        let bits = self.tables.get(part.start..part.end).unwrap_or_default();
        (part.start..).zip(bits).filter(move |(_, bits)| **bits & tables != 0).map(|(at, _)| at)
    }

    /// Those of the whole text, in order.
    pub fn places(&self, tables: u32) -> Vec<usize> {
        self.all(CharSpan::new(0, self.tables.len()), tables).collect()
    }

    /// The first of them.
    #[inline]
    pub fn first(&self, part: CharSpan, tables: u32) -> Option<usize> {
        self.all(part, tables).next()
    }

    /// The first place from `from` up to `end` that has one of [`STOPS`], or `end`.
    pub fn stop(&self, from: usize, end: usize) -> usize {
        let mut base = from - from % 64;
        let mut seen = !0 << (from % 64);
        while base < end
            && let Some(stops) = self.stops.get(base / 64)
        {
            if stops & seen != 0 {
                return end.min(base + (stops & seen).trailing_zeros() as usize);
            }
            (base, seen) = (base + 64, !0);
        }
        end
    }
}

/// How many slots the first characters and the first two characters of words are spread over.
const FIRSTS: usize = 1 << 13;
const PAIRS: usize = 1 << 15;

/// Words of the tables by their first two characters, or of those of what ends by their last two, that stand in the
/// readers' code.
const FEW: [(&str, u32); 9] = [
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
    ("会 局 处 院 所 司 队 校 社 的 对 给 予 与 和 向", LEADS),
    ("建设 工程 试点 工作 范围", NOUNS),
];

/// A bit for each table in the slots of its words' first characters, of those that are words themselves, and of the
/// first two.
struct Filter {
    /// The tables with the character as a word, and with words that begin with it.
    firsts: Box<[(u32, u32); FIRSTS]>,
    pairs: Box<[u32; PAIRS]>,
}

impl Filter {
    fn get() -> &'static Self {
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
    fn tables(&self, first: char, second: char) -> (u32, u32) {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_is_passed_over_and_most_other_places_are() {
        let fold = Fold::of("张");
        assert!(Openings::of(&fold).at(0, SURNAMES));
        for row in segment::words().openings(&[]) {
            let text: String = [Some(row.0), row.1].into_iter().flatten().collect();
            assert!(Openings::of(&Fold::of(&text)).at(0, WALLS), "{text}");
        }
        let text: String = ('\u{4e00}'..'\u{5000}').collect();
        let openings = Openings::of(&Fold::of(&text));
        let others = (0..text.chars().count()).filter(|&at| openings.at(at, HONOURS)).count();
        assert!(others < 20, "{others}");
    }
}
