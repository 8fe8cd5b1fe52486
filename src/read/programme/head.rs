//! The noun after quotation marks that says what sort of thing they name.

use super::SORTS;
use crate::fold::{CharSpan, Fold};
use crate::lexicon::{among, choice, divisions, programme_words};
use crate::read::prose::is_han;
use crate::read::segment;
use crate::scan::Enclosed;

/// How far after a quotation its head noun is looked for.
pub(super) const REACH: usize = 13;

/// Nouns after the marks that are no part of the name.
const LOOSE: [&str; 13] = [
    "示范村",
    "示范点",
    "示范户",
    "示范单位",
    "创建",
    "建设",
    "经验",
    "做法",
    "APP",
    "小程序",
    "称号",
    "品牌",
    "重点项目",
];

/// Nouns that end names in marks and say nothing of a name before them: “甲”启用典礼, “甲”实施方案.
const INNER: [&str; 3] = ["仪式", "典礼", "方案"];

/// Nouns right after the marks that only say what a name of three characters and more belongs to.
const CLASSES: [&str; 3] = ["工程", "系统", "平台"];

/// The noun after a quotation that says what sort of thing is named.
pub(super) struct Head {
    pub at: CharSpan,
    pub sort: &'static str,
    /// Whether 等 stands before it.
    pub listed: bool,
    /// Whether it says what is done with the programme, not what it is.
    pub loose: bool,
}

/// What stands behind the marks of `pair`, no further than `limit`.
pub(super) fn after(fold: &Fold, pair: &Enclosed, limit: usize) -> Option<Head> {
    let from = pair.outer.end;
    let chars = &fold.chars()[..limit.min(fold.len())];
    let listed = chars.get(from) == Some(&'等');
    let from = from + usize::from(listed);
    if listed && chars.get(from).is_some_and(|c| among!("“「『", *c)) {
        // “甲”“乙”等“微机制”: the noun stands in marks of its own.
        let close = (from + 1..limit.min(from + 10)).find(|&at| among!("”」』", chars[at]))?;
        let head = programme_words().before_of(&chars[from + 1..close], close - from - 1, &SORTS)?;
        let at = CharSpan::new(close - head.len, close);
        return Some(Head { at, sort: head.family, listed, loose: false });
    }
    for at in from..limit.min(from + REACH) {
        if let Some(head) =
            programme_words().at_of(chars, at, &SORTS).filter(|head| chars[from] != '的' && !INNER.contains(&head.term))
            // “甲”济宁市 集中招聘活动.
            && (chars[at] != '市' || divisions::full().before(chars, at + 1).is_none())
            && !chars.get(at + head.len).is_some_and(|c| among!("化性度师式家布", *c))
        {
            // “千亿斤粮食”产能建设工程, “甲”行动计划, 志愿服务队伍体系: the noun goes on, or its end begins a longer one.
            let next = at + head.len;
            let longer = programme_words().at_of(chars, next, &SORTS).filter(|next| !LOOSE.contains(&next.term));
            let over = programme_words().at_of(chars, next - 1, &SORTS).filter(|over| over.len > 1);
            if next < limit.min(from + REACH) && (longer.is_some() || over.is_some()) {
                continue;
            }
            // 管理平台“甲”: the next name is what the noun belongs to.
            if chars.get(at + head.len).is_some_and(|c| among!("“「『", *c)) {
                return None;
            }
            let counts = |c: &char| among!("一二三四五六七八九十百千万", *c);
            let class = at == from
                && pair.inner.len() > 2
                && CLASSES.contains(&head.term)
                && !chars.get(pair.inner.start..pair.inner.end).is_some_and(|inner| inner.iter().all(counts));
            let loose = class || LOOSE.contains(&head.term);
            return Some(Head { at: CharSpan::new(at, at + head.len), sort: head.family, listed, loose });
        }
        let near = at == from || at == from + 1 && chars[from] == '的';
        if near && let Some(head) = programme_words().at_of(chars, at, &["near"]) {
            return Some(Head { at: CharSpan::new(at, at + head.len), sort: "other", listed, loose: true });
        }
        // “公正与效率”工作主题: another noun.
        if at == from
            && let Some(head) = programme_words().at_of(chars, at, &["close"])
            && !chars.get(at + head.len).is_some_and(|c| among!("报主任者人要目理思原领专布", *c))
            && programme_words().at_of(chars, at + head.len, &SORTS).is_none()
        {
            return Some(Head { at: CharSpan::new(at, at + head.len), sort: "action", listed, loose: false });
        }
        let c = chars[at];
        if c == '为' && chars.get(at + 1) == Some(&'民') || at == from && c == '的' {
            continue;
        }
        // “甲”最美志愿者, “甲”优秀项目: somebody is honoured.
        // “新八级工”职业技能等级制度: 等 of a word.
        let part = |at| segment::words().at_of(chars, at, &["inside"]).is_some();
        let breaks = choice!("最美 最佳 优秀 先进 贡献").at(fold, at).is_some()
            || !is_han(c)
            || among!("的了是等在被将为以让使把各", c) && !part(at)
            || at < from + 2 && among!("和与及", c);
        if breaks || programme_words().at_of(chars, at, &["verb"]).is_some() {
            return None;
        }
    }
    None
}
