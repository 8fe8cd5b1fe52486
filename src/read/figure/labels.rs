//! A list of things measured: 信访总量、总人次 · 审查起诉案件、侦查监督案件办结平均用时.

use super::subject::Name;
use super::vocabulary::words;
use crate::fold::{CharSpan, Fold, apart};
use crate::lexicon::{among, divisions};

/// Last characters of words that name a measure.
const MEASURES: &str = "率度感力量数额值比面价幅重积员龄速费润次";

/// The names that a list of labels gives, what they share handed to each; one name where it is no list.
pub(super) fn split(fold: &Fold, at: CharSpan) -> Vec<Name> {
    let parts = parts(fold, at, "、和及与");
    if parts.len() < 2 { vec![Name::of(at)] } else { named(fold, parts) }
}

/// The names of a list's parts.
fn named(fold: &Fold, parts: Vec<CharSpan>) -> Vec<Name> {
    let (Some(&first), Some(&last)) = (parts.first(), parts.last()) else { return Vec::new() };
    if parts.len() < 2 {
        return vec![Name::of(first)];
    }
    let verb = words().at_of(fold.chars(), first.start, &["verb"]).filter(|hit| hit.len >= 2 && hit.len < first.len());
    let named = parts.iter().all(|part| among!(MEASURES, fold.at(part.end - 1)));
    let verb = verb.filter(|_| !named).map(|hit| CharSpan::new(first.start, first.start + hit.len));
    let tail = shared_tail(fold, parts[parts.len() - 2], last);
    let head = shared_head(fold, first, parts[1]);
    let count = parts.len();
    let whole = CharSpan::new(first.start, last.end);
    let tail = of_places(fold, whole).map(|start| CharSpan::new(start, last.end)).or(tail);
    parts
        .into_iter()
        .enumerate()
        .map(|(index, part)| {
            let mut name = Name::default();
            if index > 0 {
                name = name.and(head.or(verb).unwrap_or_default());
            }
            name = name.and(part);
            if index + 1 < count { name.and(tail.unwrap_or_default()) } else { name }
        })
        .collect()
}

/// The names that a list of labels gives where `count` values follow: parted at 、 alone or at 和 alone where both
/// together would give more (金融业、软件和信息服务业增加值); where their units differ (`unlike`), at 和 first
/// (专利、商标的登记额和企业).
pub(super) fn split_into(fold: &Fold, at: CharSpan, count: usize, unlike: bool) -> Vec<Name> {
    let all = split(fold, at);
    if all.len() == count {
        return all;
    }
    // 到市赴省进京访: where each went, without marks between them.
    let place = |index: usize| CharSpan::new(at.start + 2 * index, at.start + 2 * index + 2);
    if count > 1
        && at.len() > 2 * count
        && (0..count).all(|index| matches!(fold.at(place(index).start), '到' | '赴' | '进'))
    {
        let tail = CharSpan::new(at.start + 2 * count, at.end);
        return (0..count).map(|index| Name::of(place(index)).and(tail)).collect();
    }
    let some = |marks: &str| named(fold, parts(fold, at, marks));
    let marks = if unlike { ["和及与", "、"] } else { ["、", "和及与"] };
    let found = marks.into_iter().map(some).find(|names| names.len() == count && count > 1);
    found.unwrap_or(all)
}

/// 内江、眉山、遂宁〔经济总量〕: where the measure starts that is said of each place of a list.
pub(super) fn of_places(fold: &Fold, at: CharSpan) -> Option<usize> {
    let place = |at: usize| divisions::full().at(fold.chars(), at).or_else(|| divisions::shorts().at(fold.chars(), at));
    let mut end = at.start + place(at.start)?.len;
    if fold.at(end) != '、' {
        return None;
    }
    while fold.at(end) == '、' {
        end += 1 + place(end + 1)?.len;
    }
    let measure = CharSpan::new(end, at.end.max(end));
    let summed = fold.starts_any(end, "两 三 四 五 共 合 等");
    (!summed && is_measure(fold, &Name::of(measure))).then_some(end)
}

/// 水稻〔种植面积〕: the measure that a name ends in.
pub(super) fn open_end(fold: &Fold, at: CharSpan) -> Option<CharSpan> {
    let hit = words().before_of(fold.chars(), at.end, &["open"])?;
    Some(CharSpan::new(at.end - hit.len, at.end)).filter(|measure| measure.start >= at.start)
}

/// Whether every part of a list names a measure, so that one value can be said of each.
pub(super) fn all_measures(fold: &Fold, at: CharSpan) -> bool {
    let parts = parts(fold, at, "、和及与");
    parts.len() > 1 && parts.iter().all(|part| among!(MEASURES, fold.at(part.end - 1)))
}

/// Whether a name ends in a word of measure.
pub(super) fn is_measure(fold: &Fold, name: &Name) -> bool {
    let measures = |end: usize| {
        let last = fold.at(end.wrapping_sub(1));
        among!(MEASURES, last) || among!("入出口格", last) && fold.ends_any(end, "收入 支出 出口 进口 价格")
    };
    name.len() > 2 && name.pieces.last().is_some_and(|piece| measures(piece.end))
}

/// The stretches between those of 、 和 及 与 that `marks` holds, outside brackets and quotations.
fn parts(fold: &Fold, at: CharSpan, marks: &str) -> Vec<CharSpan> {
    let mut found = Vec::new();
    let (mut depth, mut start) = (0usize, at.start);
    for end in at.start..at.end {
        match fold.at(end) {
            '(' | '“' | '《' | '「' => depth += 1,
            ')' | '”' | '》' | '」' => depth = depth.saturating_sub(1),
            '、' if depth == 0 && marks.contains('、') => {
                found.push(CharSpan::new(start, end));
                start = end + 1;
            }
            c @ ('和' | '及' | '与')
                if marks.contains(c) && depth == 0 && end > start + 1 && end + 2 < at.end && !joined(fold, end) =>
            {
                found.push(CharSpan::new(start, end));
                start = end + 1;
            }
            _ => {}
        }
    }
    found.push(CharSpan::new(start, at.end));
    found.into_iter().map(|part| fold.trim(part)).filter(|part| !part.is_empty()).collect()
}

/// 和谐, 和平, 参与, 涉及: the character belongs to a word.
fn joined(fold: &Fold, at: usize) -> bool {
    let (before, c, after) = (fold.at(at.saturating_sub(1)), fold.at(at), fold.at(at + 1));
    match c {
        '和' => {
            matches!(after, '谐' | '平' | '解' | '睦' | '田')
                || matches!(before, '共' | '总' | '缓' | '调' | '饱' | '温')
        }
        '与' => matches!(before, '参' | '给' | '赋' | '授'),
        _ => matches!(before, '涉' | '普' | '危' | '以' | '触' | '波' | '埃' | '顾') || after == '时',
    }
}

/// What the last label goes on with after the word that ends the label before it: 办结平均用时.
fn shared_tail(fold: &Fold, before: CharSpan, last: CharSpan) -> Option<CharSpan> {
    // 物价、房价涨幅: how fast each moves.
    let pace = fold.ends_any(last.end, "涨幅 降幅 增速 增幅") && last.len() > 3;
    if pace && !fold.ends_with(before.end, "幅") && !fold.ends_with(before.end, "速") {
        return Some(CharSpan::new(last.end - 2, last.end));
    }
    // 发电量、用电量占比: the share of each.
    if fold.ends_with(last.end, "占比") && last.len() > 3 && among!("量额值", fold.at(before.end - 1)) {
        return Some(CharSpan::new(last.end - 2, last.end));
    }
    // 赴省、进京〔上访人次〕: where each went.
    if before.len() == 2
        && last.len() > 3
        && [before, last].iter().all(|part| matches!(fold.at(part.start), '到' | '赴' | '进'))
    {
        return Some(CharSpan::new(last.start + 2, last.end));
    }
    // 城、乡居民人均收入, 收、结案数
    if before.len() == 1 && last.len() > 2 {
        return Some(CharSpan::new(last.start + 1, last.end));
    }
    // 香港及台湾〔旅客〕, 广东和浙江〔出口额〕: two places.
    let place = |at: usize| divisions::full().at(fold.chars(), at).or_else(|| divisions::shorts().at(fold.chars(), at));
    if place(before.start).is_some_and(|place| place.len == before.len())
        && let own = last.start + if fold.starts_with(last.start, "中国") { 2 } else { 0 }
        && let Some(end) = place(own).map(|place| own + place.len).filter(|end| *end + 1 < last.end)
    {
        return Some(CharSpan::new(end, last.end));
    }
    let width = if fold.at(before.end - 1) == ')' { 1 } else { 2 };
    // 工业企业、服务业企业: each is named whole.
    if before.len() > 2 && (1..=2).all(|back| fold.at(before.end - back) == fold.at(last.end - back)) {
        return None;
    }
    if before.len() < width || among!(MEASURES, fold.at(before.end - 1)) {
        return None;
    }
    let after_ending = |width: usize| {
        let ending = fold.slice(CharSpan::new(before.end - width, before.end));
        (last.start + 1..last.end.saturating_sub(width))
            .find(|&at| fold.slice(CharSpan::new(at, at + width)) == ending)
            .map(|at| at + width)
    };
    let kind = among!("业市县区省型类级", fold.at(before.end - 1));
    // 食品、医药等产业增加值, 广播和电视的覆盖率: what stands behind 等 or 的 is said of each.
    let linked = || (last.start + 1..last.end).find(|&at| matches!(fold.at(at), '等' | '的')).map(|at| at + 1);
    let start = after_ending(width).or_else(|| kind.then(|| after_ending(1)).flatten()).or_else(linked);
    let tail = CharSpan::new(start.or_else(|| measure_start(fold, before, last))?, last.end);
    (!tail.is_empty()).then_some(tail)
}

/// Where the noun of measure starts that ends a list's last label: 城镇、农村〔常住居民人均可支配收入〕, 制造业、普惠小微〔贷款余额〕.
fn measure_start(fold: &Fold, before: CharSpan, last: CharSpan) -> Option<usize> {
    const HEADS: &str = "居民人均可支配收入 保险参保人数 参保人数 人均可支配收入 可支配收入 贷款余额 存款余额 营业收入 增加值 \
        总产值 零售额 销售额 成交额 交易额 余额 产值 产量 销量 收入 支出 投资 进出口 出口 进口 利润 覆盖率 \
        产量占比 全产业链产值 占比 安全 案件发案数 发案数 立案数 破案数 发案 案件 警情 人数 数量 总量 面积";
    let twin = last.start + before.len();
    if fold.ends_any(before.end, HEADS) {
        return None;
    }
    let Some(head) = apart(HEADS).find(|head| fold.ends_with(last.end, head)) else {
        // 铁路、公路〔货运量〕, 巡查、整改〔完成率〕: two characters each, and a measure of three.
        const WHOLE: &str = "税收 消费 存款 贷款 营收 财政 就业 客流";
        let three = before.len() == 2 && twin + 3 == last.end && !fold.ends_any(before.end, WHOLE);
        return (three && among!("量率数", fold.at(last.end - 1))).then_some(twin);
    };
    let start = last.end - head.chars().count();
    // 城镇、农村人均住房面积: labels that stand for each other; all behind the last one is shared.
    const PAIRED: &str = "城镇 城市 农村 乡村 第一 第二 中央 地方 国有 民营 省级 市级 公办 东部 中部";
    let alike = twin <= start && before.len() == 2 && fold.starts_any(before.start, PAIRED);
    let start = if alike { twin } else { start };
    (start > last.start).then_some(start)
}

/// What the first label begins with before the measure's own word: 信访 of 信访总量、总人次; 刑释人员 of 刑释人员衔接率、帮教率.
fn shared_head(fold: &Fold, first: CharSpan, second: CharSpan) -> Option<CharSpan> {
    // 搜获的海洛英及大麻: of what kind both are.
    if let Some(of) = (first.start + 2..first.end - 1).find(|&at| fold.at(at) == '的')
        && !fold.slice(second).contains(&'的')
    {
        return Some(CharSpan::new(first.start, of + 1));
    }
    let (a, b) = (fold.at(first.end - 1), fold.at(second.end - 1));
    if !among!(MEASURES, b) && b != '次' || second.len() > 4 || first.len() <= second.len() {
        return None;
    }
    let opening = fold.at(second.start);
    // 省属企业营业收入、利润: both measures of one thing.
    let open = |end: usize| words().before_of(fold.chars(), end, &["open"]);
    if a != b
        && let (Some(one), Some(other)) = (open(first.end), open(second.end))
        && other.len == second.len()
        && one.len < first.len()
    {
        return Some(CharSpan::new(first.start, first.end - one.len));
    }
    let cut = if a == b {
        first.end - second.len()
    } else {
        (first.start + 1..first.end).find(|&at| fold.at(at) == opening)?
    };
    Some(CharSpan::new(first.start, cut))
}

/// Labels that stand behind a lead which they all share.
pub(super) fn spread(labels: Vec<Name>, name: &Name) -> Vec<Name> {
    let lead = Name { pieces: name.pieces[..name.pieces.len().saturating_sub(1)].into() };
    labels.into_iter().map(|label| lead.clone().join(&label)).collect()
}
