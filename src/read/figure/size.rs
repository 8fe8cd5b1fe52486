//! Sizes, ages and kinds that only say what sort of thing is counted.

use crate::fold::{CharSpan, Fold};
use crate::lexicon::among;
use crate::model::Bound;
use crate::read::Page;
use crate::scan::Quantity;

/// 亿元以上重点项目1213个: from what size on things are counted; 百亿斤粮食产能基地: a size that names a thing.
pub(super) fn threshold(page: &Page, quantity: &Quantity) -> bool {
    let fold = page.fold;
    if !matches!(quantity.family, "money" | "age" | "people" | "area" | "length" | "mass" | "volume" | "power") {
        return false;
    }
    let named = fold.at(quantity.at.end).is_alphabetic();
    // 10至20岁青少年, 二十一岁以下人士: of what age they are.
    const AGED: &[&str] =
        &["青少年", "儿童", "老人", "长者", "人士", "人口", "人群", "老年人", "居民", "女性", "男性", "女童"];
    let aged = || AGED.iter().any(|word| fold.starts_with(quantity.at.end, word));
    if quantity.family == "age" && (quantity.high.is_some() || quantity.bound != Bound::Exact) && aged() {
        return true;
    }
    if quantity.bound == Bound::Exact {
        return named
            && fold.slice(quantity.number).iter().all(|&c| among!("百千万亿", c))
            && quantity.number.len() > 1;
    }
    let suffix = ["以上", "以下"].iter().any(|word| fold.ends_with(quantity.at.end, word));
    let all = &page.marks.quantities;
    let next = all.get(all.partition_point(|other| other.at.start < quantity.at.end));
    // 收入10万元以上的村达186个
    let of = fold.at(quantity.at.end) == '的';
    suffix
        && named
        && next.is_some_and(|next| {
            next.at.start < quantity.at.end + 16
                && !fold
                    .slice(CharSpan::new(quantity.at.end, next.at.start))
                    .iter()
                    .any(|&c| among!(",。;、占达", c) && !(of && c == '达'))
        })
}

/// 从八大类消费品价格看: how something is looked at, not what is counted.
pub(super) fn viewed(fold: &Fold, at: CharSpan) -> bool {
    let reach = at.end..at.end + 14;
    matches!(fold.at(at.start.wrapping_sub(1)), '从' | '按' | '分')
        && reach.take_while(|&place| !matches!(fold.at(place), '。' | ';')).any(|place| fold.starts_with(place, "看,"))
}

/// 八类主要刑事案件: the count belongs to the name of what is counted.
pub(super) fn named_list(fold: &Fold, quantity: &Quantity) -> bool {
    quantity.unit == "类"
        && ["主要", "严重", "恶性", "重点刑事"].iter().any(|word| fold.starts_with(quantity.at.end, word))
}
