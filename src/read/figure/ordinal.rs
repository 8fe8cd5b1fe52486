//! Tells the ordinals that rank from those that stand for a place in a series.

use super::accept::Verdict;
use super::vocabulary::words;
use crate::fold::{CharSpan, Fold};
use crate::lexicon::{among, divisions};
use crate::model::Bound;
use crate::scan::Quantity;
use crate::scan::quantity::Notation;

/// Units of ordinals that name a place in a series, not in a ranking.
const SERIES: &[&str] = &[
    "批", "期", "次", "届", "条", "号", "章", "部", "期次", "轮", "版", "款", "项", "节", "卷", "集", "页", "师", "军",
    "中", "小", "天", "年", "个", "阶段", "季度", "代", "者", "种", "类", "步", "站", "套", "台", "架", "艘", "家",
    "座", "张", "块", "起", "例", "场", "人", "周", "日", "月", "岁", "楼", "层", "级", "线", "组", "队", "支", "所",
    "院", "片", "封", "本", "首", "道", "回", "遍",
];

/// What an ordinal is.
pub(super) fn ordinal(fold: &Fold, quantity: &Quantity) -> Verdict {
    let arabic = quantity.notation == Notation::Arabic;
    // 收入居前三位的是甲县、乙县和丙县
    let lists = quantity.bound == Bound::Under && fold.starts_with(quantity.at.end, "的是");
    let series = lists || SERIES.contains(&quantity.unit.as_str());
    if series || !ranks(fold, quantity) {
        return if arabic { Verdict::NotFigure("ordinal") } else { Verdict::Passed };
    }
    Verdict::Figure
}

/// 全省第三, 第44位, 前3位, 第一方阵: words of ranking stand before it, or its unit is one.
fn ranks(fold: &Fold, quantity: &Quantity) -> bool {
    if matches!(quantity.unit.as_str(), "位" | "名" | "方阵" | "梯队" | "位次") {
        // 放在第一位 sets a priority, it ranks nothing.
        return !fold.ends_any(quantity.at.start, "放在 摆在 放到 摆到 作为 视为");
    }
    const RANKING: &str = "居 列 排名 排 全国 全省 全市 全县 全区 世界 全球 名列 位居 稳居 跃居 升至 至 获 位 并列 亚洲 中部 西部 \
        东部 省内 国内";
    // 居全国第二、第七、第九: a row of ranks.
    let mut start = quantity.at.start;
    while quantity.at.start - start < 24 && start > 0 && matches!(fold.at(start - 1), '、' | '和') {
        let back = (2..=4).find(|&len| start > len && fold.at(start - 1 - len) == '第');
        let Some(back) = back else { break };
        start -= back + 1;
    }
    quantity.unit.is_empty() && (fold.ends_any(start, RANKING) || place_ranked(fold, start).is_some())
}

/// 居黄冈〔第一〕, 位居青山市〔第2位〕: the place, named before `end`, among whose parts something is ranked.
pub(super) fn place_ranked(fold: &Fold, end: usize) -> Option<CharSpan> {
    // 居全省法院〔第2位〕
    let body = ["法院", "检察院", "检察机关", "公安机关", "系统"].iter().find(|body| fold.ends_with(end, body));
    // 居全市公安系统〔第1位〕
    let fields = |at: usize| [at, at.saturating_sub(2), at.saturating_sub(4)];
    if let Some(body) = body
        && let Some(start) = fields(end - body.chars().count())
            .into_iter()
            .find_map(|at| words().before_of(fold.chars(), at, &["scope"]).map(|area| at - area.len))
    {
        return Some(CharSpan::new(start, end));
    }
    let places = [divisions::full(), divisions::shorts()];
    let place = places.iter().find_map(|places| places.before(fold.chars(), end))?;
    let start = end.checked_sub(place.len)?;
    among!("居列位排", fold.at(start.wrapping_sub(1))).then_some(CharSpan::new(start, end))
}
