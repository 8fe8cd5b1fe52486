//! People shown by what happens to them: 任命甲为…, 免去乙的…职务, 甲当选…, “时代楷模”丙, 电(甲、乙).

use std::sync::OnceLock;

use super::name::{may_be_given, name_at};
use super::series::plain;
use crate::fold::{CharSpan, reads};
use crate::lexicon::{Row, Words, among, ordinary, surnames, titles};
use crate::read::prose::{ends_sentence, is_han};

/// Words that lead from a post to whoever gets or leaves it.
const POSTING: &str =
    "任命 免去 选举 选举产生 推选 推举 增补 补选 提名 递补 聘任 任免 决定任命 选举了 选出 罢免 补选了";

/// What somebody does who opens a clause: words that no thing does.
const DOING: &str =
    "当选 出任 担任 接任 调任 升任 主持召开 主持会议 主持了 出席 出席并 致辞 会见 同志 等同志 率队 宣读";

/// The last words of what a model is called: “时代楷模”, “全国优秀共产党员”.
const HONOUR: &str =
    "楷模 模范 标兵 党员 先锋 工匠 英雄 先进个人 人物 能手 少年 好人 奖章 卫士 之星 劳动者 工作者 烈士 最美";

/// The furthest that a post's name reaches.
const REACH: usize = 48;

/// The names that a word of appointment leads to, with the post.
pub fn appointed(chars: &[char], at: usize) -> Option<(Vec<CharSpan>, Option<CharSpan>)> {
    posting().before(chars, at)?;
    let mut names = Vec::new();
    let mut start = at;
    while let Some(end) = closed(chars, start) {
        names.push(CharSpan::new(start, end));
        if chars[end] != '、' {
            break;
        }
        start = end + 1;
    }
    let post = post(chars, names.last()?.end);
    Some((names, post))
}

/// The name that opens a clause before a word of office: 甲当选为…, 甲等15位同志.
pub fn acting(chars: &[char], at: usize) -> Option<CharSpan> {
    let surname = surnames().at(chars, at).filter(|surname| surname.family != "weak")?;
    let stop = [2, 1].into_iter().map(|given| at + surname.len + given).find(|&stop| {
        doing().at(chars, stop).is_some() || chars.get(stop) == Some(&'等') && counts_people(chars, stop + 1)
    })?;
    let given = chars.get(at + surname.len..stop)?;
    let plain = given.iter().all(|&c| may_be_given(c)) && !(at..stop).any(|i| ordinary().at(chars, i));
    (plain && titles().before(chars, stop).is_none() && stop - at > 1).then_some(CharSpan::new(at, stop))
}

/// Whether what somebody does stands at `at`.
pub fn does(chars: &[char], at: usize) -> bool {
    doing().at(chars, at).is_some()
}

/// A name right after a quotation that says what sort of model somebody is.
pub fn honoured(chars: &[char], at: usize, floor: usize) -> Option<(CharSpan, CharSpan)> {
    let end = at.checked_sub(1).filter(|&i| i > floor && matches!(chars[i], '”' | '"' | '」'))?;
    honours().before(chars, end)?;
    let from = end.saturating_sub(16).max(floor);
    let start = (from..end).rev().find(|&i| matches!(chars[i], '“' | '"' | '「'))? + 1;
    let name = name_at(chars, at, false).filter(|name| name.sure && !name.weak)?;
    Some((CharSpan::new(at, at + name.len), CharSpan::new(start, end)))
}

/// The names of a credit in brackets: 新华社北京10月10日电(甲、乙), at the end of a line …。(丙), (丁摄).
pub fn credited(chars: &[char], open: usize) -> Vec<CharSpan> {
    let before = open.checked_sub(1).map_or('\n', |i| chars[i]);
    let close = chars[open..].iter().take(32).position(|&c| c == ')').map(|len| open + len);
    let Some(mut close) = close.filter(|_| chars[open] == '(') else { return Vec::new() };
    let ends = close + 1 == chars.len() && among!("。!?”\n", before);
    let taken = chars[close - 1] == '摄';
    if !(matches!(before, '电' | '讯') || ends || taken) {
        return Vec::new();
    }
    close -= usize::from(taken);
    let mut names = Vec::new();
    let mut start = open + 1;
    for at in open + 1..=close {
        if at == close || matches!(chars[at], '、' | ' ') {
            match plain(chars, start, at) {
                Some(name) => names.push(name),
                None => return Vec::new(),
            }
            start = at + 1;
        }
    }
    names
}

/// Where a name of two or three characters ends before 为, 的 or a mark.
fn closed(chars: &[char], at: usize) -> Option<usize> {
    let surname = surnames().at(chars, at)?;
    [1, 2].into_iter().map(|given| at + surname.len + given).find(|&end| {
        chars.get(end).is_some_and(|&c| among!("为的(等、任", c))
            && chars[at + surname.len..end].iter().all(|&c| may_be_given(c) || c == '再')
            && !((surname.family == "weak" || end == at + 2) && ordinary().at(chars, at))
            && titles().before(chars, end).is_none()
    })
}

/// The post that names which end at `end` are elected to: 甲、乙等15位同志当选为…副主席.
pub fn elected(chars: &[char], end: usize) -> Option<CharSpan> {
    let from = (end..end + 10).find(|&at| reads(chars, at, "当选"))?;
    let plain = chars.get(end..from)?.iter().all(|&c| is_han(c) || c.is_ascii_digit());
    if plain { post(chars, from) } else { None }
}

/// The post after 为 or between 的 and 职务, over the names of a list and 等…位同志.
fn post(chars: &[char], end: usize) -> Option<CharSpan> {
    let rest = &chars[end..chars.len().min(end + REACH)];
    let length = rest.iter().position(|&c| ends_sentence(c) || c == ',').unwrap_or(rest.len());
    let link = rest[..length].iter().position(|&c| matches!(c, '为' | '的'))?;
    let start = end + link + 1;
    let stop = if rest[link] == '为' {
        end + length
    } else {
        let duty = rest[..length].windows(2).position(|two| two == ['职', '务'])?;
        end + duty
    };
    let title = start < stop && titles().before(chars, stop).is_some();
    title.then_some(CharSpan::new(start, stop))
}

/// 15位同志, 三名代表.
fn counts_people(chars: &[char], from: usize) -> bool {
    let number = chars.get(from..).unwrap_or_default().iter().take(4);
    let digits = number.take_while(|c| c.is_ascii_digit() || among!("一二两三四五六七八九十多余几", **c)).count();
    digits > 0 && chars.get(from + digits).is_some_and(|c| among!("位名人", *c))
}

/// Whether a name can open at `at`: nothing of a word stands before it.
pub fn opens(chars: &[char], at: usize, floor: usize) -> bool {
    at.checked_sub(1).filter(|&i| i >= floor).is_none_or(|i| !is_han(chars[i]) && chars[i] != '、')
}

fn words(list: &'static str) -> Words {
    Words::of(list.split_whitespace().map(|term| Row { term, family: "", example: "" }))
}

/// The words of [`POSTING`].
pub fn posting() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| words(POSTING))
}

/// The words of [`DOING`].
pub fn doing() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| words(DOING))
}

fn honours() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| words(HONOUR))
}
