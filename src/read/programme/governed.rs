//! Names that a verb governs whole, though verbs stand in them: 实施〔企业科技创新能力提升三年行动〕,
//! 开展〔重点资产盘活利用试点〕.

use super::general::is_vague;
use super::unquoted::Bare;
use crate::fold::{CharSpan, Fold};
use crate::lexicon::{among, choice, programme_words};
use crate::read::openings::{LISTS, Openings};
use crate::read::prose::{Stretch, is_han};
use crate::read::segment::wall_at;

/// How many characters stand before the noun, at least and at most.
const SIZES: (usize, usize) = (4, 24);

/// How many words stand between the verb and the name at most: 启动实施好新一轮.
const WORDS: usize = 4;

/// Adds to `found` what such verbs govern in their clause, up to the noun of an action, a project or a plan.
pub(super) fn read(fold: &Fold, stretches: &[Stretch], openings: &Openings, found: &mut Vec<Bare>) {
    for stretch in stretches {
        let mut reach = 0;
        for at in openings.all(stretch.at, LISTS) {
            let Some(verb) = choice!("实施 开展 启动 推进").at(fold, at) else { continue };
            let from = after_count(fold, at + verb.chars().count());
            let named = if at < reach { None } else { object(fold, from, stretch.at.end) };
            if let Some((at, sort)) = named {
                reach = at.end;
                found.push(Bare { at, sort, article: stretch.article, rule: "programme.governed" });
            }
        }
    }
}

/// Where the name begins after 好, 了, 新一轮, 第三轮 or another such verb.
fn after_count(fold: &Fold, mut at: usize) -> usize {
    for _ in 0..WORDS {
        let Some(word) = choice!("好 了 实施 开展 新一轮").at(fold, at) else { break };
        at += word.chars().count();
    }
    let ranked = fold.at(at) == '第' && among!("轮批次期", fold.at(at + 2));
    if ranked { at + 3 } else { at }
}

/// The name that begins at `from`, and its type.
fn object(fold: &Fold, from: usize, limit: usize) -> Option<(CharSpan, &'static str)> {
    let counted =
        fold.at(from).is_ascii_digit() || among!("一二两三四五六七八九十多各该本这此首系重相有", fold.at(from));
    if counted {
        return None;
    }
    let limit = limit.min(from + SIZES.1 + SIZES.0);
    for at in from..limit {
        let c = fold.at(at);
        // A list, a clause or a name in marks is read as such.
        if !(is_han(c) || c.is_ascii_alphanumeric())
            || among!("的等了为将是并", c) && !fold.starts_with(at.saturating_sub(1), "行为")
        {
            return None;
        }
        let Some(noun) =
            programme_words().at_of(&fold.chars()[..limit], at, &["action", "project", "plan", "activity"])
        else {
            continue;
        };
        let end = at + noun.len;
        let own = CharSpan::new(from, at);
        if !closes(fold, end) || own.len() < SIZES.0 {
            continue;
        }
        // 项目建设提质增效年活动.
        let year = noun.term == "活动" && among!("年月周", fold.at(at - 1));
        let fits = own.len() <= SIZES.1 && (year || tells_type(noun.term)) && !general(fold, own) && !inner(fold, own);
        return fits.then(|| (CharSpan::new(from, end), noun.family));
    }
    None
}

/// Whether the noun says by itself what sort of thing is named; 项目 and 建设 stand after any word.
fn tells_type(noun: &str) -> bool {
    noun.ends_with("行动") || ["工程", "计划", "战略", "试点", "改革试点", "攻坚战", "大会战"].contains(&noun)
}

/// Whether a name may end at `end`: before a mark, a word that parts names, or 建设 of what is named.
fn closes(fold: &Fold, end: usize) -> bool {
    let c = fold.at(end);
    !(is_han(c) || among!("“《", c))
        || among!("和与及并等", c)
        || choice!("建设 工作 前期").at(fold, end).is_some()
        || wall_at(fold.chars(), end).is_some()
}

/// 网格化治理机制〔试点〕, 大数据平台建设〔工程〕: what is tried or built is named by its own noun.
fn inner(fold: &Fold, own: CharSpan) -> bool {
    let end = own.end - if fold.ends_with(own.end, "建设") { 2 } else { 0 };
    let noun = programme_words().before_of(fold.slice(own), end - own.start, &["mechanism", "platform", "centre"]);
    noun.is_some_and(|noun| noun.term != "基地")
}

/// 城市更新和重大〔工程〕, 国家〔工程〕: what stands before the noun tells of no particular one.
fn general(fold: &Fold, own: CharSpan) -> bool {
    let last = (own.start..own.end).rev().find(|&at| among!("和与及", fold.at(at))).map_or(own.start, |at| at + 1);
    choice!("重大 重点 专项 各项 有关 这一 相关").at(fold, own.end.saturating_sub(2)).is_some()
        || last > own.start && own.end < last + 4
        || is_vague(fold.slice(CharSpan::new(last, own.end)), 0..own.end - last)
}
