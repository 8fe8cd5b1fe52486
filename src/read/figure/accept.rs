//! Tells the numerals that measure something from those that only stand in a name, a date or a list.

use super::bare;
use super::ordinal::ordinal;
use super::size::{named_list, threshold, viewed};
use crate::fold::{CharSpan, Fold};
use crate::lexicon::among;
use crate::model::Bound;
use crate::read::Page;
use crate::read::time::changes;
use crate::scan::quantity::{Notation, Shape};
use crate::scan::time::Expr;
use crate::scan::{Enclosed, Quantity, TimeMark};
use crate::script::is_letter;

/// What a numeral is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It measures.
    Figure,
    /// It does not, for the guide's reason.
    NotFigure(&'static str),
    /// Another fact explains it, or it is no numeral of its own.
    Passed,
    /// Nothing says what it is.
    Unread,
}

/// The longest quoted term that a numeral makes a name of: “三个规定”, “八大机制”.
const LONGEST_TERM: usize = 5;

/// What the numeral `quantity` is; `times` are those of its sentence.
pub(super) fn judge(page: &Page, times: &[TimeMark], quantity: &Quantity) -> Verdict {
    let fold = page.fold;
    if let Some(verdict) = as_time(page, times, quantity) {
        return verdict;
    }
    if quantity.value.is_zero() && quantity.notation == Notation::Chinese {
        return if nothing_happened(fold, quantity) { Verdict::Figure } else { Verdict::Passed };
    }
    if quantity.shape == Shape::Ordinal {
        return ordinal(fold, quantity);
    }
    let before = CharSpan::new(quantity.number.start.saturating_sub(3), quantity.number.start);
    let touching = fold.at(before.end.wrapping_sub(1));
    if touching == '第' || touching.is_whitespace() && fold.ends_with(fold.trim(before).end, "第") {
        return Verdict::NotFigure("ordinal");
    }
    if bare::opens_line(fold, quantity.number.start)
        && bare::numbered(fold, quantity.number)
        && quantity.unit_at.is_some_and(|unit| unit.start > quantity.number.end)
    {
        return Verdict::NotFigure("list");
    }
    // 每10万人口, 每10股: what a rate is counted by.
    let per = fold.at(quantity.number.start.wrapping_sub(1)) == '每' && fold.at(quantity.at.end) != ',';
    if per && quantity.notation == Notation::Arabic && quantity.bound == Bound::Exact {
        return Verdict::NotFigure("other");
    }
    // 就业人员10万人生产安全事故死亡人数: what a rate of deaths is counted by.
    let of_deaths = || {
        let mut behind = (quantity.at.end..quantity.at.end + 14).take_while(|&at| is_letter(fold.at(at)));
        behind.any(|at| fold.starts_with(at, "死亡"))
    };
    if quantity.family == "people" && fold.starts_with(quantity.number.start, "10万") && of_deaths() {
        return Verdict::NotFigure("other");
    }
    // 50年一遇: how rare a thing is.
    if fold.starts_with(quantity.at.end, "一遇") {
        return Verdict::NotFigure("other");
    }
    // 1美元兑7.0467元: what a rate of exchange is counted by.
    // 100年=100: the year of an index.
    if (fold.at(quantity.at.end) == '兑' && quantity.family == "money" || fold.at(quantity.at.end) == '=')
        && fold.at(quantity.at.end + 1).is_ascii_digit()
    {
        return Verdict::NotFigure("other");
    }
    if threshold(page, quantity) {
        let arabic = quantity.notation == Notation::Arabic;
        return if arabic { Verdict::NotFigure("other") } else { Verdict::Passed };
    }
    // 二等功, 一等奖: a grade; 成立75周年: an anniversary.
    if matches!(quantity.unit.as_str(), "等功" | "等奖" | "周年") {
        let arabic = quantity.notation == Notation::Arabic;
        let reason = if quantity.family == "time" { "ordinal" } else { "name" };
        return if arabic { Verdict::NotFigure(reason) } else { Verdict::Passed };
    }
    if quantity.article_like {
        return if counts_once(fold, quantity) { Verdict::Figure } else { Verdict::Passed };
    }
    let paged = quantity.unit == "页" && fold.ends_with(quantity.at.start, "共") && {
        (quantity.at.start.saturating_sub(8)..quantity.at.start).any(|at| matches!(fold.at(at), '第' | '页' | '表'))
    };
    if paged || matches!(quantity.unit.as_str(), "号线" | "号" | "号楼" | "号院" | "楼") {
        let arabic = quantity.notation == Notation::Arabic;
        return if arabic { Verdict::NotFigure(if paged { "other" } else { "name" }) } else { Verdict::Passed };
    }
    // 07单位: a number that begins with a nought is a code.
    let coded = quantity.number.len() > 1 && fold.at(quantity.number.start) == '0';
    if coded && fold.at(quantity.number.start + 1).is_ascii_digit() && quantity.family != "time" {
        return Verdict::NotFigure("id");
    }
    // 51团: a regiment; 接待旅行团2312团 counts.
    let mut before =
        (quantity.at.start.saturating_sub(4)..quantity.at.start).rev().take_while(|&at| is_letter(fold.at(at)));
    if quantity.unit == "团" && !before.any(|at| fold.at(at) == '团') {
        return Verdict::NotFigure("name");
    }
    // 千亿县, 万亿城市: a size that names a thing; 改革2.0版: a version.
    let sized = quantity.family == "places"
        && quantity.number.len() > 1
        && fold.slice(quantity.number).iter().all(|&c| among!("百千万亿", c));
    let version = quantity.unit == "版" && fold.ends_with(quantity.number.end, ".0");
    if sized || version {
        return if version { Verdict::NotFigure("name") } else { Verdict::Passed };
    }
    // 五人制足球: how a thing is arranged.
    if fold.at(quantity.at.end) == '制' && !among!("造定作成约度品衡", fold.at(quantity.at.end + 1)) {
        let arabic = quantity.notation == Notation::Arabic;
        return if arabic { Verdict::NotFigure("name") } else { Verdict::Passed };
    }
    // 15分钟便民生活圈: what is within reach has a name of its own.
    let circle = || {
        let mut behind = (quantity.at.end..quantity.at.end + 8).take_while(|&at| is_letter(fold.at(at)));
        quantity.family == "time" && behind.any(|at| fold.at(at) == '圈')
    };
    if quantity.glued
        || bare::joined_by_plus(fold, quantity.number)
        || quantity.notation == Notation::Arabic && circle()
    {
        return Verdict::NotFigure("name");
    }
    if let Some(quoted) = innermost(&page.marks.enclosed, quantity.at)
        && names(fold, quoted, quantity)
    {
        return if quantity.notation == Notation::Arabic { Verdict::NotFigure("name") } else { Verdict::Passed };
    }
    if quantity.notation == Notation::Chinese && quantity.shape == Shape::Cardinal {
        // 每万人口: what a rate is counted by.
        let per = fold.ends_with(quantity.at.start, "每") && fold.at(quantity.at.end) != ',';
        if per && quantity.bound == Bound::Exact || named_count(fold, quantity) {
            return Verdict::Passed;
        }
        // 八项规定, 三次产业: fixed names.
        let named = fold.starts_any(quantity.at.end, "规定 原则 基本原则 产业 社会保险");
        if named && matches!(quantity.unit.as_str(), "项" | "次") {
            return Verdict::Passed;
        }
        let serial = matches!(quantity.unit.as_str(), "级" | "期" | "届" | "刻" | "中" | "号")
            || quantity.unit == "部"
                && (quantity.article_like || among!("门委曲分队署长级主", fold.at(quantity.at.end)))
            || quantity.unit == "件" && fold.starts_with(quantity.at.end, "大事");
        // 安排了四千二百多万城镇劳动力就业: a large number needs no measure word.
        let large = quantity.value >= crate::model::Decimal::new(10_000, 0)
            && (quantity.number.len() > 2 || quantity.bound != Bound::Exact);
        if quantity.unit.is_empty() && !large || serial || named_list(fold, quantity) || viewed(fold, quantity.at) {
            return Verdict::Passed;
        }
    }
    if quantity.unit.is_empty() && quantity.notation == Notation::Arabic && quantity.shape == Shape::Cardinal {
        return bare::judge(fold, quantity);
    }
    Verdict::Figure
}

/// Numerals of dates are the times'; lengths of time measure where something is said to take or last that long.
fn as_time(page: &Page, times: &[TimeMark], quantity: &Quantity) -> Option<Verdict> {
    let first = times.partition_point(|time| time.at.end <= quantity.number.start);
    let time = times.get(first).filter(|time| time.at.overlaps(quantity.number));
    let lasting = quantity.family == "time";
    let fold = page.fold;
    let before = |word: &str| fold.ends_with(quantity.at.start, word);
    let held = || before("连续") || before("连续第") || before("连续的") || fold.starts_with(quantity.at.start, "连续");
    if lasting && held() {
        return Some(Verdict::Figure);
    }
    // “十分钟到场、半小时化解”机制: a term of time in a name.
    let called =
        || innermost(&page.marks.enclosed, quantity.at).is_some_and(|pair| !pair.title && named_behind(fold, pair));
    if lasting && called() {
        let arabic = quantity.notation == Notation::Arabic;
        return Some(if arabic { Verdict::NotFigure("name") } else { Verdict::Passed });
    }
    // 《11月的萧邦》: a title that is named again.
    let titled = || innermost(&page.marks.enclosed, quantity.at).is_some_and(|pair| pair.title);
    if time.is_some() && quantity.notation == Notation::Arabic && titled() {
        return Some(Verdict::NotFigure("name"));
    }
    let Some(time) = time else {
        // 五年计划, 重要一年, 日复一日: a length in words that no time was read from is part of a name or a saying.
        if lasting && quantity.notation == Notation::Chinese && !spent(fold, quantity, quantity.at) {
            return Some(Verdict::Passed);
        }
        // 达到55.7%、5年提升10.6个百分点: in what time.
        if quantity.unit == "年" && changes(fold, quantity.at.end) {
            let arabic = quantity.notation == Notation::Arabic;
            return Some(if arabic { Verdict::NotFigure("date") } else { Verdict::Passed });
        }
        // 7日内程序回复: a term that is set.
        if quantity.unit == "日" && fold.at(quantity.at.end) == '内' && quantity.notation == Notation::Arabic {
            return Some(Verdict::NotFigure("other"));
        }
        // 昨晚九时三十分: an hour of the day; a length is 小时.
        if matches!(quantity.unit.as_str(), "时" | "分")
            && (quantity.unit == "时" || fold.at(quantity.at.start.wrapping_sub(1)) == '时')
        {
            let arabic = quantity.notation == Notation::Arabic;
            return Some(if arabic { Verdict::NotFigure("date") } else { Verdict::Passed });
        }
        // 5年 without any sign that a time is meant measures a length, and is nothing where it is no unit of time.
        return (lasting && quantity.value.digits() >= 1900 && quantity.unit == "年").then_some(Verdict::Passed);
    };
    // 0-36个月: the time is read from the upper end alone.
    let ranged = quantity.high.is_some() && quantity.number.start < time.at.start;
    if matches!(time.expr, Expr::Lasting(_)) && lasting && (ranged || spent(fold, quantity, time.at)) {
        return Some(Verdict::Figure);
    }
    Some(Verdict::Passed)
}

/// 不到一个月, 用时半个小时: a length that is said to be taken.
fn spent(fold: &Fold, quantity: &Quantity, time: CharSpan) -> bool {
    let start = quantity.at.start.min(time.start);
    const SPENDING: &str = "用时 耗时 历时 仅用 只用 用了 为期 仅 达 为 缩短 减少 延长 压缩 压减 缩减 下降 提前 不到 仅需 只需 就是 \
        假期 春运 任期 工期 坚持 坚守 从事";
    // 平均居住83天: an average of lengths.
    let average = (start.saturating_sub(8)..start)
        .rev()
        .take_while(|&at| !matches!(fold.at(at), ',' | '。' | ';' | '\n'))
        .any(|at| fold.starts_with(at, "平均"));
    // 由去年的68天缩短至55天
    let end = quantity.at.end.max(time.end);
    let turns = fold.starts_any(end, "缩短 压缩 压减 缩减 延长 减少到 下降 降至 降到");
    average
        || turns
        || quantity.bound_at.is_some_and(|at| at.start == quantity.at.start)
        || fold.ends_any(start, SPENDING)
        || among!("至到为", fold.at(start.wrapping_sub(1))) && fold.ends_any(start - 1, SPENDING)
        // 用一个多月时间控制疫情
        || fold.ends_with(start, "用") && fold.ends_with(time.end, "时间")
        || fold.at(quantity.number.start) == '半'
}

/// 两国, 两岸, 三里城镇, 六大产业, 十二届七次全会: words in which a Chinese numeral measures nothing.
fn named_count(fold: &Fold, quantity: &Quantity) -> bool {
    const BODIES: &[&str] = &[
        "国", "岸", "院", "党", "军", "会", "手", "世纪", "央", "大", "湾", "川", "江", "河", "海", "洲", "族", "部门",
    ];
    let unit = quantity.unit.as_str();
    let counted = fold.starts_with(quantity.at.end, "个") || fold.ends_with(quantity.at.start, "共");
    let small = quantity.value < crate::model::Decimal::new(100, 0);
    let meeting = unit == "次" && (fold.ends_with(quantity.at.start, "届") || meeting_behind(fold, quantity.at.end));
    // 三里城, 十里长街: a distance is said with a word before it (全长五里) or stands at the end.
    let distance = matches!(unit, "里" | "分" | "寸" | "步" | "点")
        && !fold.ends_any(quantity.at.start, "约 近 达 长 为 共 得 有 了 过")
        && !matches!(fold.at(quantity.at.end), ',' | '。' | ';' | '、' | ')' | '\0' | '\n');
    meeting || distance || small && !counted && quantity.bound == Bound::Exact && BODIES.contains(&unit)
}

/// 七次、八次全会: the session's name follows at once or after others.
fn meeting_behind(fold: &Fold, end: usize) -> bool {
    (end..end + 12)
        .find(|&at| !among!("、和一二三四五六七八九十次", fold.at(at)))
        .is_some_and(|at| fold.starts_any(at, "全会 全体会议 会议 党代会 党代表大会 代表大会"))
}

/// 零发生, “零”事故: what did not happen; 零容忍 and 零距离 are words.
fn nothing_happened(fold: &Fold, quantity: &Quantity) -> bool {
    let mut end = quantity.number.end;
    if matches!(fold.at(end), '”' | '」') {
        end += 1;
    }
    // “零发案”小区: what is called so.
    let close = (end..end + 6).find(|&at| matches!(fold.at(at), '”' | '」' | ',' | '。'));
    if close.is_some_and(|at| fold.at(at) != ',' && fold.at(at) != '。' && is_letter(fold.at(at + 1))) {
        return false;
    }
    const EVENTS: &[&str] = &[
        "发生", "事故", "上访", "进京", "非访", "投诉", "增长", "伤亡", "死亡", "案件", "发案", "差评", "失误", "复发",
        "感染", "新增", "极端", "破坏", "违纪", "违法", "报告",
    ];
    // 零发案小区: a kind of place.
    const KINDS: &str = "小区 社区 村 单位 企业 辖区 街道 乡镇 学校 家庭";
    let event = EVENTS.iter().find(|event| fold.starts_with(end, event));
    event.is_some_and(|event| {
        let past = end + event.chars().count();
        !fold.starts_any(past, KINDS)
    })
}

/// Whether 一人, 一名 opens a clause of its own and so counts beside other people counted there.
pub(super) fn counts_one(fold: &Fold, quantity: &Quantity) -> bool {
    const OPENING: &str = ", 、 另有 另 其中 中有 有 包括";
    quantity.article_like
        && quantity.family == "people"
        && fold.ends_any(quantity.at.start, OPENING)
        && fold.at(quantity.at.end) != '的'
}

/// 每季度开展一次: how often, not a mere article.
fn counts_once(fold: &Fold, quantity: &Quantity) -> bool {
    if !matches!(quantity.unit.as_str(), "次" | "回" | "遍") {
        return false;
    }
    let from = quantity.at.start.saturating_sub(12);
    (from..quantity.at.start).any(|at| fold.at(at) == '每')
}

/// The innermost pair of marks around a numeral.
fn innermost(enclosed: &[Enclosed], at: CharSpan) -> Option<Enclosed> {
    let after = enclosed.partition_point(|pair| pair.outer.start < at.start);
    enclosed[after.saturating_sub(6)..after].iter().rev().find(|pair| pair.inner.contains(at)).copied()
}

/// Whether the marks make a name of what they hold: a title, or a short term that the numeral belongs to.
fn names(fold: &Fold, quoted: Enclosed, quantity: &Quantity) -> bool {
    if quoted.title {
        return true;
    }
    let alone = quantity.at == quoted.inner;
    if alone {
        return !(quantity.value.is_zero() || matches!(quantity.family, "share" | "money"));
    }
    let sentence = fold.slice(quoted.inner).iter().any(|c| matches!(c, '。' | ',' | '!' | '?'));
    if sentence {
        return false;
    }
    // “三个新的更大进展”, “一个国家、两种制度”: what is quoted is a saying.
    let few = quantity.notation == Notation::Chinese
        && !quantity.value.is_zero()
        && quantity.value < crate::model::Decimal::new(100, 0);
    let saying =
        |at: usize| among!("的、不", fold.at(at)) || at > quantity.at.end && among!("一两三四五六", fold.at(at));
    if few && quoted.inner.len() <= 12 && (quantity.unit == "个" || (quoted.inner.start..quoted.inner.end).any(saying))
    {
        return true;
    }
    quoted.inner.len() <= LONGEST_TERM
        || quantity.unit.is_empty()
        || quantity.number.end == quoted.inner.end
        || named_behind(fold, quoted)
}

/// “三项重点工作”制度: a head noun behind the marks.
fn named_behind(fold: &Fold, quoted: Enclosed) -> bool {
    const HEADS: &str = "制度 机制 行动 工程 活动 计划 模式 工作法 规定 体系 平台 服务圈 改革 规划 战略 项目 专项";
    fold.starts_any(quoted.outer.end, HEADS)
}
