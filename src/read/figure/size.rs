//! Sizes, ages and kinds that only say what sort of thing is counted.

use crate::fold::{CharSpan, Fold};
use crate::lexicon::among;
use crate::model::Bound;
use crate::read::Page;
use crate::scan::Quantity;
use crate::script::is_letter;

/// 亿元以上重点项目1213个: from what size on things are counted; 百亿斤粮食产能基地: a size that names a thing.
pub(super) fn threshold(page: &Page, quantity: &Quantity) -> bool {
    let fold = page.fold;
    if !matches!(
        quantity.family,
        "money" | "age" | "people" | "area" | "length" | "mass" | "volume" | "power" | "grade" | "score"
    ) && quantity.unit != "座"
    {
        return false;
    }
    let named = is_letter(fold.at(quantity.at.end));
    // 10至20岁青少年, 二十一岁以下人士: of what age they are.
    const AGED: &str = "青少年 儿童 老人 长者 人士 人口 人群 老年人 居民 女性 男性 女童 年龄";
    let aged = || fold.starts_any(quantity.at.end, AGED);
    if quantity.family == "age" && (quantity.high.is_some() || quantity.bound != Bound::Exact) && aged() {
        return true;
    }
    let suffix = fold.ends_any(quantity.at.end, "以上 以下");
    let all = &page.marks.quantities;
    let index = all.partition_point(|other| other.at.start < quantity.at.start);
    // 被捕的青少年(10至20岁)有1245人
    if quantity.family == "age" && fold.at(quantity.at.start.wrapping_sub(1)) == '(' && fold.at(quantity.at.end) == ')'
    {
        return true;
    }
    // 1200余场万人以上大型活动: how large each of those is that were counted.
    let counted = || {
        index.checked_sub(1).and_then(|before| all.get(before)).is_some_and(|before| before.at.end == quantity.at.start)
    };
    if suffix && named && counted() {
        return true;
    }
    // 产值过百亿元企业2家, 成为第三个过10万亿元省份: what size they are.
    const SIZED: &str = "企业 项目 产业 产品 集群 园区 镇 县 村 省份 城市 品牌 单位 工程";
    let led = quantity.bound_at.is_some_and(|at| at.start == quantity.at.start && !fold.starts_with(at.start, "近"));
    // 引进10亿元项目不少于10个
    const LISTED: &str = "引进 个 家 、 和";
    let kind = quantity.bound == Bound::Exact && fold.ends_any(quantity.at.start, LISTED);
    if quantity.family == "money"
        && (led || kind)
        && (fold.starts_any(quantity.at.end, SIZED) || counted_so(page, quantity))
    {
        return true;
    }
    // 经济总量迈上万亿元台阶: what was reached, not a kind of thing; 跨越2个千亿台阶 counts them.
    let step =
        fold.starts_any(quantity.at.end, "台阶 大关 新台阶 关口") && fold.at(quantity.at.start.wrapping_sub(1)) != '个';
    if quantity.bound == Bound::Exact {
        return named
            && !step
            && fold.slice(quantity.number).iter().all(|&c| among!("百千万亿", c))
            && quantity.number.len() > 1;
    }
    // 当中18岁以下的占1613人, 死亡3人以上事故: of what age, how grave.
    let grave = || {
        const HARM: &str = "死亡 伤亡 重伤 造成";
        let near = |word: &str| (quantity.at.end..quantity.at.end + 14).any(|at| fold.starts_with(at, word));
        fold.ends_any(quantity.at.start, HARM) && near("事故")
    };
    // 14岁以上不满16岁的327人
    let aged = quantity.family == "age" && (suffix || led) && fold.at(quantity.at.end) == '的';
    if aged || suffix && named && grave() {
        return true;
    }
    let next = all.get(all.partition_point(|other| other.at.start < quantity.at.end));
    // 其中65岁以上6.1万人
    if suffix && quantity.family == "age" && next.is_some_and(|next| next.at.start == quantity.at.end) {
        return true;
    }
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

/// 产值超10亿元的达86家: whether a count of those that are so large follows.
fn counted_so(page: &Page, quantity: &Quantity) -> bool {
    let (fold, all) = (page.fold, &page.marks.quantities);
    let next = all.get(all.partition_point(|other| other.at.start < quantity.at.end));
    fold.at(quantity.at.end) == '的'
        && next.is_some_and(|next| {
            let between = fold.text(CharSpan::new(quantity.at.end + 1, next.at.start.max(quantity.at.end + 1)));
            matches!(between, "" | "有" | "达" | "达到" | "企业" | "共" | "共有" | "企业达" | "企业有")
        })
}

/// 从八大类消费品价格看: how something is looked at, not what is counted.
pub(super) fn viewed(fold: &Fold, at: CharSpan) -> bool {
    let reach = at.end..at.end + 14;
    matches!(fold.at(at.start.wrapping_sub(1)), '从' | '按' | '分')
        && reach.take_while(|&place| !matches!(fold.at(place), '。' | ';')).any(|place| fold.starts_with(place, "看,"))
}

/// 八类主要刑事案件, 五个坚持: the count belongs to the name of what is counted.
pub(super) fn named_list(fold: &Fold, quantity: &Quantity) -> bool {
    let says = |at: usize, words: &str| fold.starts_any(at, words);
    match quantity.unit.as_str() {
        "类" => says(quantity.at.end, "主要 严重 恶性 重点刑事 案件"),
        "个" => says(quantity.at.end, MAXIMS),
        _ => false,
    }
}

/// What is numbered in a maxim: 五个坚持, 四个统一.
const MAXIMS: &str = "坚持 确保 统一 结合 相结合 转变 更加 必须 严禁 一律 不准 不得 字 词 为什么";

/// 八个方面工作, 四个新亮点: the word for the items of a list that begins at `start`; what is listed says nothing of them.
pub(super) fn listed(fold: &Fold, start: usize) -> Option<CharSpan> {
    const KINDS: &[&str] = &["突出", "主要", "重要", "关键", "显著", "鲜明", "新"];
    const ITEMS: &[&str] =
        &["方面", "环节", "亮点", "特点", "维度", "层面", "要点", "抓手", "关键词", "着力点", "突破口"];
    let kind = KINDS.iter().find(|kind| fold.starts_with(start, kind)).map_or(0, |kind| kind.chars().count());
    let item = ITEMS.iter().find(|item| fold.starts_with(start + kind, item))?;
    Some(CharSpan::new(start, start + kind + item.chars().count()))
}
