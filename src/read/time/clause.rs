//! How a time stands in its clause.

use super::civil::Civil;
use super::timeline::PlacedMark;
use crate::fold::{CharSpan, Fold};
use crate::lexicon::{Choice, among, choice};
use crate::model::TimeForm;
use crate::scan::Enclosed;
use crate::scan::time::{Expr, Part, TimeMark};
use crate::script::{is_letter, is_letter_or_digit};

/// Whether a clause starts at `at`, with or without 在 or 自 before it.
pub(super) fn opens_clause(fold: &Fold, at: usize) -> bool {
    let past = ["刚刚过去的", "过去的"].iter().find(|word| fold.ends_with(at, word));
    let at = at.saturating_sub(past.map_or(0, |word| word.chars().count()));
    let lead = at.checked_sub(1).filter(|&before| matches!(fold.at(before), '在' | '自'));
    breaks_before(fold, lead.unwrap_or(at))
}

fn breaks_before(fold: &Fold, at: usize) -> bool {
    const BREAKS: [char; 16] = ['\n', '\r', ' ', ',', '。', ';', ':', '!', '?', '“', '”', '"', '】', '—', ')', '('];
    at.checked_sub(1).is_none_or(|before| BREAKS.contains(&fold.at(before)))
}

/// Whether a short line of words, no sentence, follows a date: 2013年7月22日 武汉市民之家.
pub(super) fn heads_line(fold: &Fold, at: CharSpan) -> bool {
    const LONGEST: usize = 24;
    let end = (at.end..at.end + LONGEST).find(|&place| matches!(fold.at(place), '\n' | '\r' | '\0'));
    end.is_some_and(|end| {
        let words = fold.slice(fold.trim(CharSpan::new(at.end, end)));
        words.len() >= 2 && words.iter().all(|&c| is_letter(c) || matches!(c, '、' | '·' | '“' | '”'))
    })
}

/// The end of the sentence that goes on at `at`, its closing mark included.
pub(super) fn sentence_end(fold: &Fold, at: usize) -> usize {
    let ends = |&at: &usize| among!("。!?\n\r", fold.at(at));
    fold.others(CharSpan::new(at, fold.len())).find(ends).map_or(fold.len(), |end| end + 1)
}

/// Whether a time is what something is compared with: 较2015年, 与2015年相比, 比去年同期.
pub(super) fn is_basis(fold: &Fold, at: CharSpan) -> bool {
    const LEADS: &str = "较 比 相比于 同 高于 低于 超过 好于 快于";
    if fold.starts_any(at.end, "持平 计划目标") {
        return true;
    }
    // 等于1949年的4.2倍, 恢复至2019年的85.5%, 恢复至2018年同期约九成
    if (fold.at(at.end) == '的' || fold.ends_with(at.end, "同期"))
        && fold.ends_any(at.start, "等于 相当于 是 为 恢复至 恢复到 回升至 回升到 达到 达至")
        && (at.end + 1..at.end + 14)
            .take_while(|&i| is_letter_or_digit(fold.at(i)) || matches!(fold.at(i), '.' | '%'))
            .any(|i| match fold.at(i) {
                '倍' | '%' => true,
                '成' => among!("一二三四五六七八九两几", fold.at(i - 1)),
                _ => false,
            })
    {
        return true;
    }
    let with = fold.ends_with(at.start, "与") || fold.ends_with(at.start, "和");
    fold.ends_any(at.start, LEADS) || (with && (at.end..at.end + 6).any(|i| fold.starts_any(i, "相比 比较 同比")))
}

/// 统计处今天(7月16日)公布,…: a day on which something was said, not when it was so.
pub(super) fn announces(fold: &Fold, mark: &TimeMark) -> bool {
    static SAID: Choice = Choice::of("公布 发布 发表 通报 宣布 介绍 表示 指出 透露 获悉 披露 记者会 见记者 见传媒");
    let Expr::At(moment) = mark.expr else { return false };
    matches!(moment.part, Part::Day(..) | Part::BareDay(_) | Part::DayOffset(_) | Part::DaySaid(0)) && {
        let start = announced_from(fold, mark.at.end);
        SAID.within(fold, CharSpan::new(start, clause_end(fold, start).min(start + 24)))
    }
}

/// 4月20日晚,公司披露年报: where the words start that may tell of an announcement on the day that ends at `end`.
pub(super) fn announced_from(fold: &Fold, end: usize) -> usize {
    end + usize::from(fold.at(end) == ',')
}

/// Where the clause that goes on at `at` ends.
pub(super) fn clause_end(fold: &Fold, at: usize) -> usize {
    (at..fold.len()).find(|&end| matches!(fold.at(end), ',' | ';' | '。' | '\n')).unwrap_or(fold.len())
}

/// Whether a sentence speaks of what is to come; `places` are where words and signs of plans may begin from it on.
pub(super) fn is_planned(fold: &Fold, places: &[usize], sentence: CharSpan) -> bool {
    static WORDS: Choice = Choice::of(
        "还将 将继续 将进一步 将在 将于 将以 将全 将把 将坚持 将努力 新的一年 \
        将认真 力争 拟 计划 我们将",
    );
    places.iter().take_while(|&&at| at < sentence.end).any(|&at| {
        // 三年行动计划, 计划单列市: a plan that only has a name.
        let named =
            || at > sentence.start && !matches!(fold.at(at - 1), ',' | '年' | '还' | '也' | '府' | '市' | '省' | '们');
        WORDS.at(fold, at).is_some() && (fold.at(at) != '计' || !named())
    })
}

/// 近3年〔提升〕21个百分点: a change in the time that ends at `end`.
pub(in crate::read) fn changes(fold: &Fold, end: usize) -> bool {
    fold.starts_any(end, "提升 提高 增长 增加 下降 减少 翻")
}

/// Whether a mark can say when something was so.
pub(super) fn governs(mark: &PlacedMark) -> bool {
    !mark.named
        && !mark.basis
        && !matches!(mark.placed.form, TimeForm::Set | TimeForm::Duration)
        && (mark.rule != "clock" || mark.placed.bounds.is_some())
}

/// Where 由2015年的126位跃升至 comes to the later value.
pub(super) fn turning(fold: &Fold, from: usize, end: usize) -> Option<usize> {
    const TURNS: [char; 9] = ['升', '跃', '增', '降', '减', '提', '扩', '至', '到'];
    (from..end.min(from + 30)).find(|&at| TURNS.contains(&fold.at(at)))
}

/// Whether a mark is part of 《…》 or of a short quoted name that is no time itself.
pub(super) fn is_named(fold: &Fold, enclosed: &[Enclosed], mark: &TimeMark) -> bool {
    let after = enclosed.partition_point(|pair| pair.outer.start <= mark.at.start);
    // Names nest at most a few deep; more pairs than these cannot be around the mark.
    let around = enclosed.get(after.saturating_sub(4)..after).unwrap_or_default();
    around.iter().any(|pair| {
        if !pair.outer.contains(mark.at) || pair.outer == mark.at {
            return false;
        }
        let name =
            pair.inner.len() <= 12 && !fold.slice(pair.inner).iter().any(|c| matches!(c, ',' | '。' | '!' | '?'));
        // “于2022年底完成”: words that somebody says.
        let said = matches!(fold.at(pair.inner.start), '于' | '在' | '自' | '从' | '将');
        let name = name && !said;
        let exact = pair.inner == mark.at
            || matches!(mark.expr, Expr::At(moment) if matches!(moment.part, Part::Festival | Part::Feast(..)));
        pair.title || (name && !exact)
    })
}

/// Whether a time says only the year of the finer one that governs: 去年12月,…审理了2022年最后一批.
pub(super) fn lies_inside(governing: Option<(Civil, Civil)>, said: Option<(Civil, Civil)>) -> bool {
    let (Some((first, last)), Some((from, to))) = (governing, said) else { return false };
    let years = from.month == 0 && to.month == 0;
    years && first.month > 0 && from.year <= first.year && last.year <= to.year
}

/// 年初确定的目标, 2010年不变价, “十四五”收官之年: the time of something else than what is measured.
pub(super) fn says_else(fold: &Fold, end: usize) -> bool {
    static WORDS: Choice = Choice::of(
        "确定 制定 提出 下达 预定 不变价 可比价 价格计算 收官 开局 规划 起步之年 圆满收官 新低 新高 最低 最高 \
        最好 最快 最大 最多 最少",
    );
    let end = end + usize::from(matches!(fold.at(end), '”' | '」'));
    // 今年第13号台风: a number in a series of that year.
    if fold.at(end) == '第' && (end + 2..end + 5).any(|at| fold.at(at) == '号') {
        return true;
    }
    // 上年度审计查出的156个问题: when it was found, not when it was put right.
    let found = || choice!("审计查出的 审计发现的 查出的 检查发现的 反馈的 交办的").at(fold, end).is_some();
    // 为年初预算的101.3%
    let planned = || fold.starts_any(end, "预算 计划 目标 任务");
    WORDS.at(fold, end).is_some() || found() || (fold.ends_with(end, "初") || fold.ends_with(end, "全年")) && planned()
}

/// Where a time in brackets, or of a base (在1979到1983年平均每年递增7.9%的基础上), no longer governs.
pub(super) fn aside(fold: &Fold, at: CharSpan, sentence: CharSpan) -> Option<usize> {
    let reach = sentence.end.min(at.end + 40);
    let mut before = (sentence.start.max(at.start.saturating_sub(12))..at.start).rev();
    if before.find(|&place| matches!(fold.at(place), '(' | ')')).is_some_and(|place| fold.at(place) == '(') {
        return (at.end..reach).find(|&place| fold.at(place) == ')').map(|place| place + 1);
    }
    let based = fold.ends_with(at.start, "在");
    let mut clause = (at.end..reach).take_while(|&place| !matches!(fold.at(place), ';' | '。'));
    clause.find(|&place| based && fold.starts_with(place, "基础上")).map(|place| place + 3)
}
