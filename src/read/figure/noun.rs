//! The noun behind a number: 13个〔数字化法庭〕, 100余人的〔普法讲师团〕.

use super::head::is_aspect;
use super::vocabulary::words;
use crate::fold::{CharSpan, Fold};
use crate::lexicon::among;
use crate::script::is_letter;

/// The most characters that a noun behind a number has.
const LONGEST: usize = 24;

/// The most characters of a statement that is read whole: 20起命案全部破获.
const STATEMENT: usize = 12;

/// The noun that the words `post` behind a number begin with, if they do. `subject` says that the number opens its
/// clause, so that what follows may be a whole statement (20起命案全部破获).
pub(super) fn behind(fold: &Fold, unit: &str, post: CharSpan, subject: bool) -> Option<CharSpan> {
    let chars = fold.chars();
    let mut at = fold.trim(post);
    // 8市42县(市、区)受灾
    if matches!(unit, "县" | "市" | "区") && fold.starts_with(at.start, "(") {
        let close = (at.start..at.end.min(at.start + 8)).find(|&close| fold.at(close) == ')');
        at = fold.trim(CharSpan::new(close.map_or(at.start, |close| close + 1), at.end));
    }
    let linked = fold.at(at.start) == '的';
    if linked {
        at = fold.trim(CharSpan::new(at.start + 1, at.end));
    }
    // 用三个月时间〔建成大桥〕: what took so long.
    if fold.starts_with(at.start, "时间") && !among!("里内", fold.at(at.start + 2)) {
        let reached = if fold.starts_with(at.start + 2, "实现") { 2 } else { 0 };
        return done(fold, CharSpan::new((at.start + 2 + reached).min(at.end), at.end));
    }
    // 出超1571亿美元〔也刷新纪录〕
    if at.is_empty()
        || among!("也则亦", fold.at(at.start))
        || matches!(fold.at(at.start), ')' | '》' | '”' | '」' | '、' | '-' | ':')
    {
        return None;
    }
    if !linked
        && words()
            .at_of(chars, at.start, &["finite", "up", "down", "to", "yoy", "mom", "rank", "connective"])
            .is_some_and(|hit| !begins_noun(fold, at.start, hit.len))
    {
        return relative(fold, unit, at);
    }
    // 以每小时20公里〔速度〕向西移动
    if fold.starts_with(at.start, "速度") {
        return Some(CharSpan::new(at.start, at.start + 2));
    }
    let judged = (at.start + 2..at.end.min(at.start + STATEMENT)).find(|&end| judged(fold, end, at.end));
    let end = match judged {
        Some(end) => end,
        _ if subject && at.len() <= STATEMENT => at.end,
        _ => cut(fold, at),
    };
    // 十亿人口: the measure word is part of the noun.
    let end = if end > at.start + 2 && fold.at(end - 1) == '共' { end - 1 } else { end };
    let people = unit == "人" && fold.starts_with(at.start, "口") && at.start == post.start;
    let (start, end) = if people { (at.start - 1, at.start + 1) } else { (at.start, end) };
    let mut noun = fold.trim(CharSpan::new(start, end));
    // 3名航天员按计划〔开展〕: how they did it.
    const HOW: &[&str] = &[
        "按计划",
        "按期",
        "如期",
        "相继",
        "陆续",
        "先后",
        "全部",
        "已再次",
        "再次",
        "紧紧",
        "分别",
        "正式",
        "则",
        "尚未",
        "未",
        "没有",
        "违规",
    ];
    if noun.end < at.end
        && among!("划期继续后部次紧别式则未有规", fold.at(noun.end.wrapping_sub(1)))
        && let Some(word) = HOW.iter().find(|word| fold.ends_with(noun.end, word))
    {
        let end = noun.end.saturating_sub(word.chars().count());
        noun.end = if end >= noun.start + 2 { end } else { noun.end };
    }
    // 82种工业产品中,: among which.
    if noun.len() > 3 && fold.at(noun.end - 1) == '中' && fold.at(noun.end) == ',' {
        noun.end -= if fold.at(noun.end - 2) == '当' { 2 } else { 1 };
    }
    // 大所3人目标: the number is the goal's, not the count of goals.
    // 突破500亿元大关: what is passed has only that size.
    const LOOSE: &str =
        "目标 要求 标准 水平 规模 以来 期间 大关 关口 门槛 收市 收盘 最多 最少 最大 最快 次之 居次 居首 水准 所致";
    // 历史最高水平, 全国最多: 水平 and 最多 with what they are told of.
    const MOST: &str = "最多 最少 最高 最大";
    let level = fold.ends_with(noun.end, "水平") && among!("高低较历", fold.at(noun.start)) && noun.len() <= 6;
    let most = noun.len() == 4 && among!("全本", fold.at(noun.start)) && fold.ends_any(noun.end, MOST);
    let step = fold.starts_with(noun.start, "新台阶") || unit != "个" && fold.starts_with(noun.start, "台阶");
    let loose = level || most || step && noun.len() <= 3 || noun.len() == 2 && fold.starts_any(noun.start, LOOSE);
    (!noun.is_empty() && !loose).then_some(noun)
}

/// 十多位〔进入庇护中心的人士〕: a verb that only tells which ones are counted.
fn relative(fold: &Fold, unit: &str, at: CharSpan) -> Option<CharSpan> {
    let reach = at.end.min(at.start + LONGEST);
    if let Some(end) = became(fold, unit, at.start).filter(|&end| end <= reach) {
        return Some(CharSpan::new(at.start, end));
    }
    let of = (at.start + 2..reach).find(|&of| matches!(fold.at(of), '的' | ','))?;
    let stop = (of + 1..reach.min(of + 6)).find(|&end| !is_letter(fold.at(end))).unwrap_or(reach.min(of + 6));
    let end = (of + 2..=stop).rev().find(|&end| fold.at(of) == '的' && fits(fold, unit, end))?;
    Some(CharSpan::new(at.start, end))
}

/// 43名〔已死亡人员〕, 1270亩〔已建成农田〕: where what is counted ends, behind what has become of it.
pub(super) fn became(fold: &Fold, unit: &str, at: usize) -> Option<usize> {
    let told = matches!(fold.at(at), '已' | '未') && !unit.is_empty();
    let mut ends = (at + 4..at + 9).take_while(|&end| told && is_letter(fold.at(end - 1)));
    let end = ends.find(|&end| fits(fold, unit, end))?;
    Some(end + usize::from(fits(fold, unit, end + 1)))
}

/// 19场大型活动〔秩序井然〕: a clause's last words that judge what is counted.
fn judged(fold: &Fold, at: usize, end: usize) -> bool {
    end - at <= 8 && is_aspect(fold, at) && !fold.ends_any(at, "维持 维护")
}

/// What a number with `unit` counts in the noun behind it: 35家〔“僵尸企业”〕的维稳工作.
pub(super) fn counted(fold: &Fold, unit: &str, noun: CharSpan) -> CharSpan {
    // 264家〔基层法院〕新收案件数超过1万件
    if among!("数量额率度值", fold.at(noun.end - 1))
        && let Some(end) = (noun.start + 2..noun.end).rev().find(|&end| fits(fold, unit, end))
    {
        return CharSpan::new(noun.start, end);
    }
    let Some(of) = (noun.start + 2..noun.end).find(|&at| fold.at(at) == '的') else { return noun };
    if fits(fold, unit, of) && !fits(fold, unit, noun.end) { CharSpan::new(noun.start, of) } else { noun }
}

/// Whether the word that ends at `end` is one that `unit` counts.
pub(super) fn fits(fold: &Fold, unit: &str, end: usize) -> bool {
    let end = end - usize::from(matches!(fold.at(end.wrapping_sub(1)), '”' | '」'));
    let last = fold.at(end.wrapping_sub(1));
    match unit {
        "家" | "户" | "间" | "所" => {
            among!("业司构院行店厂社馆户商校", last) || fold.ends_any(end, "单位 股东 平台")
        }
        "亩" | "公顷" => among!("田地林园草圃", last),
        "名" | "位" | "人" => among!("员者人士生官师工兵民家手友童妇警才客东", last),
        "辆" => last == '车',
        "件" | "起" | "宗" => among!("案件故外", last),
        _ => false,
    }
}

/// What was done so many times.
pub(super) fn done(fold: &Fold, post: CharSpan) -> Option<CharSpan> {
    let at = fold.trim(post);
    let end = cut(fold, at);
    (end >= at.start + 2).then(|| CharSpan::new(at.start, end))
}

/// A single character of the lists may begin a noun: 中小学校, 前哨, 后勤, 时装, 内河.
pub(super) fn begins_noun(fold: &Fold, start: usize, len: usize) -> bool {
    // 被告人, 被害人
    // 113项居民服务事项
    fold.at(start) == '被' && among!("告害执申监保", fold.at(start + 1))
        || fold.at(start) == '居' && matches!(fold.at(start + 1), '民' | '家' | '住' | '室')
        || len == 1 && !among!("被由在将已均都的以比为和及与占居达并且而", fold.at(start))
}

/// Head nouns that a verb can stand before without ending the noun.
const HEADS: &str = "项目 工程 企业 面积 人员 人数 资金 单位 线路 工作 事项 站点 委员会 中心 组织 机构";

/// Whether the verb that ends at `end` is part of the noun that follows: 新开工项目.
pub(super) fn modifies(fold: &Fold, end: usize) -> bool {
    !fold.ends_with(end, "好") && fold.starts_any(end, HEADS)
}

/// 村(社区)综治中心: a short bracket inside a noun, not one that lists or explains.
fn belongs(fold: &Fold, open: usize, end: usize) -> bool {
    let close = (open + 1..end.min(open + 6)).find(|&at| fold.at(at) == ')');
    close.is_some() && !fold.starts_any(open + 1, "包 即 如 含 其 不 下")
}

/// 9个县(区)〔中排名第2〕: whether what follows ranks something among those that were counted.
pub(super) fn among_them(fold: &Fold, at: usize) -> bool {
    let next = || at + 1 + usize::from(among!("均各都", fold.at(at + 1)));
    fold.at(at) == '中' && fold.starts_any(next(), "排名 排第 位列 位居 列第 居第 名列")
}

/// Where the noun ends: before a verb that takes the sentence on, or a quotation's or list's end.
fn cut(fold: &Fold, at: CharSpan) -> usize {
    let chars = fold.chars();
    let limit = at.end.min(at.start + LONGEST);
    let mut depth = 0usize;
    for end in at.start..limit {
        match fold.at(end) {
            '(' if depth == 0 && !belongs(fold, end, at.end) => return end,
            '“' | '「' | '『' | '(' | '《' => depth += 1,
            '”' | '」' | '』' | ')' | '》' => {
                let Some(less) = depth.checked_sub(1) else { return end };
                depth = less;
            }
            '、' | ',' | ';' | '。' if depth == 0 => return end,
            _ => {}
        }
        if among_them(fold, end) && depth == 0 {
            return end;
        }
        let far = end >= at.start + 2 && depth == 0;
        if far
            && words().at_of(chars, end, &["finite", "keep"]).is_some_and(|hit| {
                // 香港居民在外求助个案: a word of the noun.
                let whole = hit.family == "keep" && fold.at(end) == '在';
                hit.family == "finite" && hit.len > 1
                    || !whole
                        && matches!(fold.at(end), '被' | '由' | '在' | '将' | '已' | '均' | '获' | '占' | '居' | '达')
                        && (fold.at(end) == '获' || !begins_noun(fold, end, hit.len))
            })
        {
            // 三防一保, 人民法院: a word that the noun itself goes on with is no verb when nothing follows it.
            let hit = words().at_of(chars, end, &["finite"]).map_or(0, |hit| hit.len);
            // 志愿者参加: who is counted, and what they do.
            if end + hit == at.end && end >= at.start + 3 && among!("者员生民", fold.at(end - 1)) {
                return end;
            }
            // 新开工项目: a verb before the head noun is part of it.
            if end + hit < at.end && !modifies(fold, end + hit) {
                return end;
            }
        }
    }
    limit
}
