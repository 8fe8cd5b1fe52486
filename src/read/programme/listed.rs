//! Lists whose last word says what all items are, items partly in quotation marks: 打击“盗抢骗”、校园环境治理等专项行动,
//! 命案防范、治爆缉枪、散装汽油管理“三大机制”.

use super::SORTS;
use super::unquoted::{Bare, close_after};
use crate::fold::{CharSpan, Fold};
use crate::lexicon::{among, choice, divisions, programme_words};
use crate::read::openings::{LISTS, Openings};
use crate::read::prose::{Stretch, ends_clause, is_han};
use crate::read::segment::wall_at;

/// How far back a list is followed.
const REACH: usize = 160;

/// How far behind its number the noun of a list is looked for: 等7支文明实践志愿服务队.
const REACH_NOUN: usize = 12;

/// The longest quotation inside an item.
const QUOTED: usize = 24;

/// What closes a list of works that are built.
const PROJECTS: &str = "projects";

/// How many characters an item has at least, an activity's and any other's, and at most.
const SIZES: (usize, usize, usize) = (5, 3, 20);

/// The items of such lists that are not one quotation with its noun.
pub fn read(fold: &Fold, stretches: &[Stretch], openings: &Openings) -> Vec<Bare> {
    let mut found = Vec::new();
    for stretch in stretches {
        let mut floor = stretch.at.start;
        for at in openings.all(stretch.at, LISTS) {
            let Some((end, sort, count)) = closing(fold, at) else { continue };
            let mut items = items(fold, floor.max(end.saturating_sub(REACH)), end, sort == PROJECTS);
            if count == items.len()
                && let Some(first) = items.first_mut()
            {
                // 为服务团及红先锋、好家园等2支志愿服务队.
                let link = (first.start..first.end).rev().find(|&at| among!("及和与", fold.at(at)));
                first.start = link.map_or(first.start, |at| at + 1);
            }
            floor = at;
            let size = |item: &CharSpan| fold.slice(*item).iter().filter(|c| !is_quote(**c)).count();
            let shortest = if sort == "activity" { SIZES.0 } else { SIZES.1 };
            let quoted = |item: &CharSpan| fold.slice(*item).iter().any(|&c| is_quote(c));
            let least = |item: &CharSpan| if quoted(item) { 2 } else { shortest };
            if sort == PROJECTS {
                let named = |item: &CharSpan| (4..=SIZES.2).contains(&size(item)) && !says(fold, *item);
                if items.iter().all(named) && items.iter().any(|item| is_works(fold, *item)) {
                    let open = items.iter().filter(|item| !is_quotation(fold, **item));
                    let bare = |&at| Bare { at, sort: "project", article: stretch.article, rule: "programme.projects" };
                    found.extend(open.map(bare));
                }
                continue;
            }
            let fits = items.iter().all(|item| (least(item)..=SIZES.2).contains(&size(item)) && !tells(fold, *item));
            // 示范单位、平安小区等创建: what is striven for is named.
            let marked = items.iter().any(quoted) || fold.starts_with(end, "等创建");
            if items.len() < 2 || !fits || !(count == items.len() || count == 0 && marked) {
                continue;
            }
            let open = items.iter().filter(|item| !is_quotation(fold, **item));
            found.extend(open.map(|&at| Bare { at, sort, article: stretch.article, rule: "programme.list" }));
        }
    }
    found
}

/// What closes a list at `at`: where the list ends, its type, and how many items it says to have (0 where it does not).
fn closing(fold: &Fold, at: usize) -> Option<(usize, &'static str, usize)> {
    let c = fold.at(at);
    if c == '等'
        && let Some((sort, count)) = counted(fold, at + 1)
    {
        return Some((at, sort, count));
    }
    if c == '等' {
        let sort = close_after(fold, at).filter(|sort| *sort != "project" || fold.starts_with(at, "等创建"));
        let brand = choice!("等品牌 等特色品牌 等服务品牌 等治理品牌 等党建品牌").at(fold, at).map(|_| "brand");
        return sort.or(brand).or_else(|| projects(fold, at + 1)).map(|sort| (at, sort, 0));
    }
    if !matches!(fold.at(at + 1), '大' | '项') {
        return None;
    }
    let count = "二两三四五六七八九十".chars().position(|one| one == c)?;
    let noun =
        programme_words().at_of(fold.chars(), at + 2, &["action", "mechanism", "platform", "mode", "project"])?;
    let count = if count == 0 { 2 } else { count + 1 };
    let quoted = at > 0 && is_quote(fold.at(at - 1));
    let end = at - usize::from(quoted);
    // 甲、乙等“十大工程”.
    Some((end - usize::from(fold.ends_with(end, "等")), noun.family, count))
}

/// 等7支志愿服务队, 等3个品牌: the type of what is listed and how many there are.
fn counted(fold: &Fold, from: usize) -> Option<(&'static str, usize)> {
    let digit = fold.at(from).to_digit(10).map(|digit| digit as usize);
    let count = digit.or_else(|| "一二三四五六七八九".chars().position(|one| one == fold.at(from)).map(|at| at + 1))?;
    if count < 3 || !among!("支个项家大", fold.at(from + 1)) {
        return None;
    }
    let nouns = (from + 2..from + REACH_NOUN).take_while(|&at| is_han(fold.at(at)) && fold.at(at) != '的');
    let noun = nouns.into_iter().find_map(|at| programme_words().at_of(fold.chars(), at, &SORTS))?;
    (!["项目", "工程", "试点", "系统"].contains(&noun.term)).then_some((noun.family, count))
}

/// 等项目, 等6个重点工程: what is built, where one of the list is a particular work.
fn projects(fold: &Fold, mut at: usize) -> Option<&'static str> {
    while fold.at(at).is_ascii_digit() || among!("一二两三四五六七八九十多余个大批", fold.at(at)) {
        at += 1;
    }
    let rank = choice!("重大 重点 续建").at(fold, at).map_or(0, |_| 2);
    choice!("项目 工程").at(fold, at + rank).map(|_| PROJECTS)
}

/// Whether an item names one work: by a place that it opens with, or by what is built: 招远核电一期, 南三高速.
fn is_works(fold: &Fold, item: CharSpan) -> bool {
    let part = fold.slice(item);
    let placed = || divisions::full().at(part, 0).or_else(|| divisions::shorts().at(part, 0));
    let works = "一期 二期 三期 铁路 高铁 高速 公路 水库 电站 核电 机场 大桥 隧道 枢纽 港区 基地";
    placed().is_some_and(|place| place.len + 3 < part.len()) || part.len() > 4 && fold.ends_any(item.end, works)
}

/// The items that end at `end`, without what leads to the first; works that are `built` may be one.
fn items(fold: &Fold, floor: usize, end: usize, built: bool) -> Vec<CharSpan> {
    let mut found = Vec::new();
    let (mut at, mut stop) = (end, end);
    while at > floor {
        let c = fold.at(at - 1);
        if matches!(c, '”' | '」' | '』') || c == '"' && at == stop {
            if at < stop && matches!(fold.at(at), '“' | '「' | '『') {
                found.push(CharSpan::new(at, stop));
                stop = at;
            }
            let from = floor.max(at.saturating_sub(QUOTED));
            let Some(open) = (from..at - 1).rev().find(|&i| is_quote(fold.at(i))) else { break };
            at = open;
            continue;
        }
        let link = c == '、' || found.is_empty() && at < stop && among!("和与及", c);
        if link {
            found.push(CharSpan::new(at, stop));
            at -= 1;
            stop = at;
            continue;
        }
        if ends_clause(c) || among!(" ()《》的", c) {
            break;
        }
        at -= 1;
    }
    if stop > at && (built || !found.is_empty()) {
        let start = if built { after_leading(fold, at, stop) } else { after_verbs(fold, CharSpan::new(at, stop)) };
        found.push(CharSpan::new(start.min(stop), stop));
    }
    found.reverse();
    found
}

/// Where a work's name begins after the verbs that open the item; other words of the sort may stand in it (全面).
fn after_leading(fold: &Fold, mut at: usize, stop: usize) -> usize {
    let verb = |at| wall_at(fold.chars(), at).or_else(|| choice!("建设 新建 投用").at(fold, at).map(|_| 2));
    while let Some(len) = verb(at).filter(|len| at + len + 3 <= stop) {
        at += len;
    }
    at
}

/// Where the first item begins, after the words that lead to it: 去年集中开展, 建立了.
fn after_verbs(fold: &Fold, item: CharSpan) -> usize {
    let mut start = item.start;
    let mut at = item.start;
    while at < item.end && !is_quote(fold.at(at)) {
        let len = wall_at(fold.chars(), at).filter(|len| at + len + 3 <= item.end);
        at += len.unwrap_or(1);
        if len.is_some() {
            // 打造好“志愿周三”.
            at += usize::from(fold.at(at) == '好');
            start = at;
        }
    }
    start
}

/// Whether the item is part of a sentence, not a name.
fn tells(fold: &Fold, item: CharSpan) -> bool {
    (says(fold, item) || fold.slice(item).iter().any(char::is_ascii_digit))
        && !fold.slice(item).iter().any(|&c| is_quote(c))
}

fn says(fold: &Fold, item: CharSpan) -> bool {
    fold.slice(item).iter().any(|&c| among!("了是在将被使让把", c))
}

/// “甲” and “甲”工程, which are read as quotations.
fn is_quotation(fold: &Fold, item: CharSpan) -> bool {
    let chars = fold.slice(item);
    if !chars.first().is_some_and(|&c| is_quote(c)) {
        return false;
    }
    let close = chars.iter().skip(1).position(|&c| is_quote(c)).map_or(chars.len(), |at| at + 2);
    let rest = chars.get(close..).unwrap_or_default();
    rest.is_empty() || programme_words().at(rest, 0).is_some_and(|noun| noun.len == rest.len())
}

fn is_quote(c: char) -> bool {
    among!("“”\"「」『』", c)
}
