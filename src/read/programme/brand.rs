//! Names that need no noun of programmes: 平安沈丘, 智慧政法, 西部陆海新通道建设, 扫黑除恶.

use crate::fold::{CharSpan, Fold, reads};
use crate::lexicon::{among, divisions, programme_words};
use crate::read::place;

/// Words that make a division's name a brand.
const BRANDS: [&str; 9] = ["平安", "法治", "数字", "智慧", "数智", "健康", "清廉", "诚信", "美丽"];

/// What makes a brand after them that is no division: 平安医院, 智慧政法.
const BEARERS: &str = "村社 村居 社区 校园 学校 医院 家庭 企业 单位 交通 铁路 工地 县区 乡镇 乡村 景区 边界 志愿者 政法 公安 警务 检务 法院";

/// 平安沈丘, 西部陆海新通道建设, 扫黑除恶: what needs no noun of programmes.
pub fn named(fold: &Fold, at: CharSpan) -> Option<(CharSpan, &'static str)> {
    let part = fold.slice(at);
    if let Some(known) = programme_words().at_of(part, 0, &["known"]) {
        // 扫黑除恶专项斗争.
        let noun = programme_words().at_of(part, known.len, &["action"]);
        let end = at.start + known.len + noun.as_ref().map_or(0, |noun| noun.len);
        return Some((CharSpan::new(at.start, end), noun.map_or("other", |noun| noun.family)));
    }
    if let Some(len) = bears(part) {
        return Some((CharSpan::new(at.start, at.start + len), "brand"));
    }
    let work = |from: usize| ["建设", "创建"].iter().any(|word| reads(part, from, word));
    if part.first().is_some_and(|&c| among!("平法数智健清诚美", c)) && BRANDS.iter().any(|brand| reads(part, 0, brand))
    {
        let place = divisions::full().at(part, 2).or_else(|| divisions::shorts().at(part, 2))?;
        return work(2 + place.len).then_some((CharSpan::new(at.start, at.start + 2 + place.len), "brand"));
    }
    let region = place::known(part, 0).filter(|&len| len >= 3)?;
    let strategy = ["建设", "协同发展", "一体化发展"]
        .iter()
        .any(|word| reads(part, region, word) && region + word.chars().count() == part.len());
    strategy.then_some((at, "project"))
}

/// How long the brand is that `part` begins with: 平安医院, 智慧政法.
fn bears(part: &[char]) -> Option<usize> {
    if !["平安", "智慧"].iter().any(|brand| reads(part, 0, brand)) {
        return None;
    }
    let bearer = BEARERS.split(' ').find(|word| reads(part, 2, word))?;
    let len = 2 + bearer.chars().count();
    (len == part.len() || ["创建", "建设"].iter().any(|word| reads(part, len, word))).then_some(len)
}

/// Whether a quotation is a brand: “智慧淮安”, “平安志愿者”.
pub fn is(inner: &[char]) -> bool {
    let place = || divisions::full().at(inner, 2).or_else(|| divisions::shorts().at(inner, 2)).map(|hit| hit.len + 2);
    let of = BRANDS.iter().any(|brand| reads(inner, 0, brand));
    of && bears(inner).or_else(place) == Some(inner.len())
}
