//! Named actions, projects, mechanisms, platforms and the like, in quotation marks or not.

mod brand;
mod general;
mod governed;
mod head;
mod listed;
mod unquoted;

use std::borrow::Cow;

use super::Page;
use super::openings::Openings;
use super::organisation::Body;
use super::prose::{Stretch, ends_clause, fact, is_han, stretch_of};
use super::segment::{Segment, wall_at, words};
use crate::fold::{CharSpan, Fold, reads};
use crate::lexicon::{Hit, among, choice, divisions, programme_words};
use crate::model::{Arrange, Detail, Fact, Programme, Role, Span, firsts};
use crate::scan::Enclosed;
use head::{Head, REACH};
use unquoted::Bare;

/// How far the noun stands that says what a name is: “巾帼家园”是由市妇联和市文明办开展的一项整治行动.
const CLAUSE: usize = 40;

/// The longest name that is no sentence.
const LONGEST: usize = 24;

/// The families of head nouns: the types of programmes.
pub const SORTS: [&str; 10] =
    ["action", "project", "mechanism", "platform", "mode", "centre", "plan", "brand", "team", "activity"];

/// The programmes of the page, each once, where it is first named.
pub fn read(
    page: &Page,
    stretches: &[Stretch],
    segments: &[Segment],
    bodies: &[Body],
    openings: &Openings,
) -> Vec<Fact> {
    let mut lists = listed::read(page.fold, stretches, openings);
    governed::read(page.fold, stretches, openings, &mut lists);
    lists.arrange_by_key(|one| one.at);
    let mut facts = quoted(page, stretches, &lists);
    let marked = |c: &char| among!("“”\"「」『』‘’", *c);
    let name = |fact: &Fact| match &fact.detail {
        Detail::Programme(programme) => programme.name.chars().filter(|c| !marked(c)).collect(),
        _ => Cow::default(),
    };
    let mut names: Vec<Cow<[char]>> = facts.iter().map(name).collect();
    let quoted = names.len();
    let single = unquoted::read(page.fold, segments, bodies, openings);
    // “北排水干线第二期治理工程”: a part of what the marks hold.
    let marks: Vec<_> = facts.iter().map(|fact| fact.span).collect();
    let part =
        |at: Span| marks.get(marks.partition_point(|span| span.end <= at.start)).is_some_and(|one| one.contains(at));
    let single = single.iter().filter(|one| in_list(&lists, one.at).is_none() && !part(page.fold.span(one.at)));
    let unquoted: Vec<&Bare> = lists.iter().chain(single).collect();
    names.extend(unquoted.iter().map(|one| match page.fold.slice(one.at) {
        name if name.iter().any(marked) => name.iter().copied().filter(|c| !marked(c)).collect(),
        name => Cow::Borrowed(name),
    }));
    for ((at, first), one) in firsts(&names).into_iter().enumerate().skip(quoted).zip(unquoted) {
        if at == first {
            let name = page.fold.words(one.at);
            let detail = Detail::Programme(Programme { name, sort: one.sort });
            facts.push(fact(page, one.at, one.article, one.rule, &[(Role::Name, one.at)], detail));
        }
    }
    facts
}

/// The item of a list that `at` lies in.
fn in_list(lists: &[Bare], at: CharSpan) -> Option<&Bare> {
    lists.get(lists.partition_point(|one| one.at.end <= at.start)).filter(|one| one.at.start < at.end)
}

/// The quoted programmes of the page, each once, where it is first named.
fn quoted(page: &Page, stretches: &[Stretch], lists: &[Bare]) -> Vec<Fact> {
    let fold = page.fold;
    let pairs = outer_quotes(&page.marks.enclosed);
    let (mut names, mut found) = (Vec::new(), Vec::new());
    let mut first = 0;
    while first < pairs.len() {
        let Some(stretch) = stretch_of(stretches, pairs[first].outer.start) else {
            first += 1;
            continue;
        };
        let mut end = first + 1;
        while end < pairs.len() && joined(fold, &pairs[end - 1], &pairs[end]) {
            end += 1;
        }
        let group = &pairs[first..end];
        first = end;
        let last = &group[group.len() - 1];
        let head = head::after(fold, last, stretch.at.end);
        // A list of names: one of them tells what all are.
        let tells = |inner: &[char]| short_for(inner) && coined_twice(inner) != Some(2);
        let kin = group.len() > 1 && group.iter().any(|pair| tells(fold.slice(pair.inner)));
        for pair in group {
            if in_list(lists, pair.inner).is_some() || read_as_title(fold, pair) || is_turn(fold, pair) {
                continue;
            }
            let Some((at, sort)) = named(fold, pair, head.as_ref(), group.len() == 1, kin) else { continue };
            let title = head.as_ref().map_or(CharSpan::new(0, 0), |head| head.at);
            names.push(fold.slice(at));
            found.push((at, sort, stretch.article, [(Role::Name, pair.inner), (Role::Title, title)]));
        }
    }
    let first = firsts(&names).into_iter().enumerate().filter(|(at, first)| at == first);
    first
        .map(|(index, _)| {
            let (at, sort, article, evidence) = &found[index];
            let detail = Detail::Programme(Programme { name: fold.words(*at), sort });
            fact(page, *at, *article, "programme.quoted", evidence, detail)
        })
        .collect()
}

/// The quotations that stand in no other marks, but for speech that is too long for a name.
fn outer_quotes(enclosed: &[Enclosed]) -> Vec<Enclosed> {
    let mut reach = 0;
    let mut found = Vec::new();
    for pair in enclosed {
        if pair.outer.start >= reach && (pair.title || pair.inner.len() <= LONGEST) {
            reach = pair.outer.end;
            if !pair.title {
                found.push(*pair);
            }
        }
    }
    found
}

/// “甲”“乙”, “甲”、“乙”, “甲”和“乙”: one list.
fn joined(fold: &Fold, before: &Enclosed, after: &Enclosed) -> bool {
    let gap = fold.slice(CharSpan::new(before.outer.end, after.outer.start));
    // “甲”、巴南区“乙”: another place's.
    let placed = || match gap {
        ['、', place @ ..] => divisions::full().at(place, 0).is_some_and(|hit| hit.len == place.len()),
        _ => false,
    };
    before.outer.end == after.outer.start || matches!(gap, ['、' | '和' | '与' | '及']) || placed()
}

/// 从“单打独斗”到“全民共治”, “人工经验”变成“机器算法”: what was turned into what, no name of either.
fn is_turn(fold: &Fold, pair: &Enclosed) -> bool {
    let closes = |at: usize| matches!(fold.at(at), '”' | '」' | '』');
    let from = fold.ends_with(pair.outer.start, "从") && matches!(fold.at(pair.outer.end), '到' | '向');
    let to =
        pair.outer.start > 1 && matches!(fold.at(pair.outer.start - 1), '到' | '向') && closes(pair.outer.start - 2);
    from || to || choice!("变成 变为 转为 升级为").at(fold, pair.outer.end).is_some()
}

/// “七五”普法规划: a plan that is read as a document.
fn read_as_title(fold: &Fold, pair: &Enclosed) -> bool {
    let end = pair.outer.end;
    let end = if fold.starts_with(end, "普法") { end + 2 } else { end };
    fold.starts_with(end, "规划") && fold.at(pair.inner.end - 1) == '五'
}

/// What the quotation names, with its head noun where it is the only one before it.
fn named(
    fold: &Fold,
    pair: &Enclosed,
    head: Option<&Head>,
    single: bool,
    kin: bool,
) -> Option<(CharSpan, &'static str)> {
    let inner = fold.slice(pair.inner);
    let five_years = inner.len() <= 3 && inner.last() == Some(&'五');
    let sentence = inner.iter().any(|c| matches!(c, '。' | '!' | '?' | ';' | ':' | '…' | '《'));
    if !(2..=LONGEST).contains(&inner.len()) || sentence || !inner.iter().copied().any(is_han) && inner.len() < 3 {
        return None;
    }
    let own = programme_words().before_of(inner, inner.len(), &SORTS).filter(|own| inner.len() > own.len);
    // “新模式”, “大平台”: no name.
    if own.is_some_and(|own| inner.len() == own.len + 1) && among!("新大小好老多双总两各软硬", inner[0]) {
        return None;
    }
    // “队伍建设”一刻不放松: work of any kind.
    // “最佳志愿服务项目”, “优秀教师”: a title that is given.
    let given = choice!("最美 最佳 优秀 先进 十佳 百佳 模范").at(fold, pair.inner.start).is_some()
        || own.is_some_and(|own| fold.ends_with(pair.inner.end - own.len, "优秀"));
    // 荣获“全国公安系统二级英雄模范”称号, 获“优秀校长”荣誉称号: an honour.
    let won = || {
        fold.starts_with(pair.outer.end, "荣誉称号")
            || fold.ends_any(pair.outer.start, "荣获 获评 获得 授予 被评为 命名为 荣膺")
    };
    let likened = || general::opens(inner, "metaphor") == Some(inner.len());
    if head.is_none_or(|head| head.loose) && (given || won() || likened()) {
        return None;
    }
    let any = |own: &Hit| inner.len() > 6 || general::is_vague(inner, 0..inner.len() - own.len);
    // “中国方案”: a way of doing, no plan.
    let own = own.filter(|own| own.term != "建设" || !any(own)).filter(|own| own.term != "方案" || inner.len() > 5);
    let tally = tallies(inner);
    let goes = |head: &&Head| {
        let legal = fold.ends_with(head.at.end, "普法");
        let close = head.at.len() == 2 && fold.starts_with(head.at.start, "工作") || head.sort == "other";
        let period = five_years && !legal || close && (inner.len() < 3 || inner.ends_with(&['条']));
        !period && !(tally && (head.loose || head.at.start > pair.outer.end))
    };
    if let Some(head) = head.filter(goes) {
        let whole = single && !head.listed && own.is_none() && !head.loose;
        // “一站式”平安建设前哨平台: how it works, not what it is called.
        if !whole && head.at.start > pair.outer.end && inner.ends_with(&['式']) {
            return None;
        }
        let end = if whole { head.at.end } else { pair.inner.end };
        // 全县“七一”表彰大会: a meeting's name keeps whose it is.
        let area = whole
            && fold.ends_any(head.at.end, unquoted::MEETINGS)
            && choice!("全国 全省 全市 全县 全区").at(fold, pair.outer.start.saturating_sub(2)).is_some();
        let outer = pair.outer.start - if area { 2 } else { 0 };
        let start = if whole { outer } else { pair.inner.start };
        return Some((CharSpan::new(start, end), own.map_or(head.sort, |own| own.family)));
    }
    if let Some(own) = own.filter(|_| !tally) {
        let spell = choice!("百日 两年 三年 五年").at(fold, pair.inner.start).is_some();
        let at = if spell { field_before(fold, pair.outer.start) } else { None };
        return Some((at.map_or(pair.inner, |at| CharSpan::new(at, pair.outer.end)), own.family));
    }
    // 管理平台“甲”.
    let before = |families| programme_words().before_of(fold.chars(), pair.outer.start, families);
    let class = before(&["platform", "brand"]).filter(|_| (2..=12).contains(&inner.len()));
    if let Some(class) = class.filter(|_| !among!("“「『", fold.at(pair.outer.end))) {
        return Some((pair.inner, class.family));
    }
    let branded = brand::is(inner);
    // 形成了“甲”, 设立的“甲”.
    let verb_end =
        pair.outer.start - usize::from(pair.outer.start > 0 && among!("了的", fold.at(pair.outer.start - 1)));
    let done =
        programme_words().before_of(fold.chars(), verb_end, &["verb"]).is_some() || told_of(fold, pair.outer.end);
    let known = || programme_words().at_of(inner, 0, &["known"]).is_some_and(|known| known.len == inner.len());
    // “幸福保卫站”, “党员先锋岗”.
    let post = inner.len() > 3 && among!("站岗", inner[inner.len() - 1]);
    // “一带两核四片”.
    let third = inner.len() / 3;
    let thrice = third > 1
        && inner.len() == 3 * third
        && [0, third, 2 * third].iter().all(|&at| among!("一二两三四五六七八九十", inner[at]));
    let coined = post || thrice || short_for(inner) && (!single || coined_twice(inner).is_none()) || known();
    let named = (done && !tally || coined || kin || branded)
        && (3..=14).contains(&inner.len())
        && !counts(inner)
        && !five_years;
    // 代号“犁庭扫穴”的执法行动.
    let coded = fold.ends_with(pair.outer.start, "代号");
    (named && (branded || coded || post || !continues(fold, pair)))
        .then_some((pair.inner, if branded { "brand" } else { "other" }))
}

/// “巾帼家园”是由市妇联开展的一项整治行动: whether the words from `from` on say what sort of programme it is.
fn told_of(fold: &Fold, from: usize) -> bool {
    if choice!("是由 是一").at(fold, from).is_none() {
        return false;
    }
    let limit = fold.len().min(from + CLAUSE);
    let end = (from..limit).find(|&at| ends_clause(fold.at(at))).unwrap_or(limit);
    let noun = programme_words().before_of(&fold.chars()[from..end], end - from, &SORTS);
    noun.is_some_and(|noun| choice!("系统 民心 重大").at(fold, end - noun.len - 2).is_none())
}

/// 治安打击整治“百日行动”: where the words begin that say of what the spell is, before its marks at `end`.
fn field_before(fold: &Fold, end: usize) -> Option<usize> {
    let floor = end.saturating_sub(REACH);
    let mut start = (floor..end).rev().take_while(|&at| is_han(fold.at(at))).last()?;
    start += usize::from(start > 0 && fold.at(start - 1).is_ascii_digit());
    let mut at = start;
    while at < end {
        let wall = words().at(fold.chars(), at).filter(|hit| hit.family == "wall");
        at += wall.map_or(1, |wall| wall.len);
        start = if wall.is_some() { at } else { start };
    }
    (start > floor && (4..=REACH).contains(&(end - start.min(end)))).then_some(start)
}

/// “四个中心”, “3个100”: a number of things, not one.
fn tallies(inner: &[char]) -> bool {
    let number = inner.iter().take_while(|c| c.is_ascii_digit() || among!("两三四五六七八九十", **c)).count();
    number > 0 && inner.get(number) == Some(&'个') && !inner.ends_with(&['一'])
}

/// “跨省通办”, “警快办”, “四方共治”, “单轨制”: a short form for what is done as one; also “一街镇一法官”, “三查三治”.
fn short_for(inner: &[char]) -> bool {
    let ends = |words: &str| inner.len() > 2 && words.split(' ').any(|word| reads(inner, inner.len() - 2, word));
    let system =
        inner.ends_with(&['制']) && inner.len() > 2 && !ends("控制 体制 编制 限制 机制 管制 定制 研制 强制 抑制");
    inner.len() <= 8 && (coined_twice(inner).is_some() || ends("通办 快办 联动 共治 合一") || system)
}

/// Half the length of what counts twice: “一庭两所”, “一街镇一法官”.
fn coined_twice(inner: &[char]) -> Option<usize> {
    let number = |c: &char| among!("一二两三四五六七八九十", *c);
    let half = inner.len() / 2;
    let twice = inner.len() == 2 * half && half > 1 && number(&inner[0]) && number(&inner[half]);
    twice.then_some(half)
}

/// “四个意识”, “33条”: a number and what it counts, a point of doctrine.
fn counts(inner: &[char]) -> bool {
    let number = inner.iter().take_while(|c| c.is_ascii_digit()).count();
    let number = number + usize::from(inner.first().is_some_and(|c| among!("一二两三四五六七八九十", *c)));
    number > 0 && inner.get(number).is_some_and(|c| among!("个大项种条股类次", *c))
}

/// Whether the quotation goes on as a plain noun phrase: “僵尸企业”的…, “老旧”小区.
fn continues(fold: &Fold, pair: &Enclosed) -> bool {
    let end = pair.outer.end;
    // 以建设“美丽庭院”为抓手.
    if choice!("为抓手 为载体 为引领 为牵引 为依托").at(fold, end).is_some() {
        return false;
    }
    is_han(fold.at(end))
        && !told_of(fold, end)
        && !among!("和与及并等在后", fold.at(end))
        && wall_at(fold.chars(), end).is_none()
}
