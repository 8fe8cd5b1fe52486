//! The title before a name, with its organisation, as far left as it reaches.

use std::sync::OnceLock;

use crate::fold::{CharSpan, reads};
use crate::lexicon::among;
use crate::lexicon::{Row, Words, titles};
use crate::read::prose::{ends_clause, is_han};

/// Longest title with organisation that is looked for.
const REACH: usize = 60;

/// Verbs and other words that a title does not reach over: what stands before is another part of the clause.
const STOPS: &str = "会见 会晤 任命 选举 推选 当选为 当选 聘请 陪同 采访 联系 邀请 看望 慰问 对话 致电 祝贺 感谢 拜访 检举 起诉 逮捕 抓获 \
    通过 决定 成为 担任 出任 兼任 来自 作为 见到 找到 帮助 欢迎 根据 按照 截至 提名 免去 支持 近日 日前 今天 今日 昨天 昨日 当天 \
    当日 同日 随后 此前 目前 会后 会上 其后 此后 离不开 期间 时任 原任 现任 引述 转述 引用 报道 去年 今年 如今 现在 其中 还有 以及 只见 只有 提请 选拔 评选 送达 告诉 要求 由于 \
    经过 涉及 包括 说起 走进 走访 介绍 联同 偕同 连同 会同 携同 率同 当地 敲开 打开 来到 成立 开展 组织 主持 召开 晚间 上午 下午 一名 一位";

/// Characters that no title reaches over.
const WALLS: &str = "的了在由对向被是将把从让令请就也都使跟到着过给得却并而且以其这那";

/// The title that ends at `end`, from where its organisation begins; `floor` is the line's start.
pub fn before(chars: &[char], floor: usize, end: usize) -> Option<CharSpan> {
    let title = titles().before(chars, end)?;
    let core = end - title.len;
    let lay = matches!(title.family, "lay" | "case");
    let floor = floor.max(end.saturating_sub(REACH));
    let mut start = core;
    while start > floor {
        let mut c = chars[start - 1];
        // 《海峡评论》杂志社社长.
        if c == '》'
            && reads(chars, start, "杂志")
            && let Some(open) = (floor..start).rev().find(|&at| chars[at] == '《').filter(|&open| open > floor)
        {
            start = open;
            c = chars[start - 1];
        }
        if ends_clause(c)
            || among!(WALLS, c)
                && !(c == '对' && among!("外公", chars[start]) || c == '就' && among!("业医", chars[start]))
            || among!(" “”》《()\"】【/|•■<>", c)
        {
            break;
        }
        if c == '、' && !continues(chars, start - 1, floor)
            || matches!(c, '和' | '与' | '及') && !inside_office(chars, start, core)
        {
            break;
        }
        if lay && matches!(c, '有' | '为' | '与' | '和' | '帮' | '助') {
            break;
        }
        // 市委组织部, 有组织罪案: no verb.
        let office = || among!("部罪", chars[start]);
        if stops().before(chars, start).is_some_and(|stop| !(stop.term == "组织" && office()))
            || single_stop(chars, start - 1, floor)
        {
            break;
        }
        start -= 1;
    }
    while start < core && matches!(chars[start], '、' | '和' | '与' | '及' | '-' | '·') {
        start += 1;
    }
    // 秘书长李安妤代表县长楊文科: for whom, behind who does it.
    if start == floor && floor > 0 && reads(chars, start, "代表") && start + 2 < end && chars[start + 2] != '、' {
        start += 2;
    }
    // 记者走访村民: a verb before somebody's standing is no part of it.
    if lay {
        let after = (start..core).filter_map(|at| crate::read::segment::wall_at(chars, at).map(|len| at + len));
        start = after.filter(|&at| at <= core).max().unwrap_or(start);
    }
    Some(CharSpan::new(start, end))
}

/// Where a title ends that leads the name at `at`: right before it or over blanks and `:`, `|`, `/`.
pub fn title_end(chars: &[char], at: usize, floor: usize) -> Option<usize> {
    let mut end = at;
    while end > floor && at - end < 4 && matches!(chars[end - 1], ' ' | ':' | '|' | '/' | '-') {
        end -= 1;
    }
    titles().before(chars, end).filter(|title| end >= floor + title.len).map(|_| end)
}

/// Whether the mark at `at` joins two titles of one person: 副书记、政法委书记. The title behind another name is that
/// one's: 卢宠茂教授、.
fn continues(chars: &[char], at: usize, floor: usize) -> bool {
    let Some(title) = titles().before_of(chars, at, &["post", "expert", "press"]) else { return false };
    at > floor + title.len || at == floor + title.len && !floor.checked_sub(1).is_some_and(|i| is_han(chars[i]))
}

/// 人民参与和促进法治处处长: the link stands inside one office's name when the office ends right before the title and
/// does not begin after the link.
fn inside_office(chars: &[char], after: usize, core: usize) -> bool {
    // 护理及健康照护司长, 三合会调查科高级警司: the title has the office's noun or follows it.
    let own = among!("处局科司厅署警督", chars[core]);
    let office = own
        || core
            .checked_sub(1)
            .and_then(|i| chars.get(i))
            .is_some_and(|c| among!("处局科室部司厅办委组系院所心会队校学地馆站", *c));
    let begins = chars.get(after).is_some_and(|c| among!("市省县区国中全党", *c));
    office && core > after && !begins && titles().before(chars, after - 1).is_none()
}

/// A character that parts a title from what stands before only in its place: 3日, 两名, the 据 that opens a clause.
fn single_stop(chars: &[char], at: usize, floor: usize) -> bool {
    let before = at.checked_sub(1).and_then(|i| chars.get(i)).copied().unwrap_or('\n');
    match chars[at] {
        '年' | '月' | '日' | '时' | '号' | '电' => before.is_ascii_digit() || before == '日',
        '名' | '位' => before.is_ascii_digit() || among!("一两二三四五六七八九十几余多", before),
        // 依市长指示; 依法, 依兰县, 依安县.
        '依' => !chars.get(at + 1).is_some_and(|&c| among!("法兰安", c)),
        '接' if among!("局院部委所队室厅", before) => true,
        '同' | '据' | '接' => at == floor || ends_clause(before),
        _ => false,
    }
}

fn stops() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| Words::of(STOPS.split_whitespace().map(|term| Row { term, family: "stop", example: "" })))
}
