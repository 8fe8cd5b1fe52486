//! Against whom points are counted, and which way a share goes that is named behind it.

use std::sync::OnceLock;

use super::frame::{Basis, Frame};
use super::take::is_pace;
use crate::fold::{CharSpan, Fold};
use crate::lexicon::{Row, Words, among};
use crate::model::Direction;
use crate::scan::TimeMark;
use crate::scan::time::{Expr, Part, Year};

/// 产值是〔上年的〕1.65倍, 将等于〔1949年的〕4.2倍: what the number that starts at `number` is a multiple of is no part of its
/// name, and its base where it is a time.
pub(super) fn multiple_of(fold: &Fold, number: usize, times: &[TimeMark], frame: &mut Frame) {
    const IS: &str = "相当于 等于 是 为 达到 恢复到 恢复至";
    let rest = frame.rest;
    let is = |&at: &usize| among!("相等是为达恢", fold.at(at)) && fold.starts_any(at, IS);
    if !fold.ends_with(number, "的") {
        return;
    }
    let index = times.partition_point(|time| time.at.end + 1 < number);
    let timed = times.get(index).is_some_and(|time| time.at.end + 1 == number && time.at.start > rest.start);
    let Some(at) = (rest.start + usize::from(!timed && fold.at(rest.start) != '恢')..rest.end).find(is) else {
        return;
    };
    frame.each |= fold.ends_with(at, "分别");
    frame.rest.end = if frame.each && at > rest.start + 2 { at - 2 } else { at };
    if frame.basis.is_none() && timed {
        (frame.basis, frame.basis_at) = (Some(Basis::Time(index)), Some(CharSpan::new(at, number)));
    }
}

/// 15.2%的〔按年实质跌幅〕: which way a change goes that is named behind its size.
pub(super) fn pace_behind(fold: &Fold, post: CharSpan) -> Option<(Direction, CharSpan)> {
    const UP: &str = "升幅 增幅 涨幅 增长 增速";
    const DOWN: &str = "跌幅 降幅 减幅";
    let post = fold.trim(post);
    let mut at = post.start + 1;
    for word in ["按年", "同比", "实质", "实际"] {
        if fold.starts_with(at, word) {
            at += 2;
        }
    }
    let says = |words: &str| fold.starts_any(at, words);
    let direction = match () {
        () if says(UP) => Direction::Up,
        () if says(DOWN) => Direction::Down,
        () => return None,
    };
    (fold.at(post.start) == '的' && at + 2 >= post.end).then(|| (direction, CharSpan::new(post.start + 1, at + 2)))
}

/// 一审服判率96.4%,高出未适用案件25.6个百分点, 比未适用案件高: where the words start that say against whom points are
/// counted.
pub(super) fn against(fold: &Fold, rest: CharSpan, frame: &mut Frame) -> Option<usize> {
    const SIDES: [(&str, Direction); 9] = [
        ("高出", Direction::Up),
        ("高于", Direction::Up),
        ("超出", Direction::Up),
        ("快于", Direction::Up),
        ("好于", Direction::Up),
        ("低于", Direction::Down),
        ("慢于", Direction::Down),
        ("落后", Direction::Down),
        ("超序时", Direction::Up),
    ];
    for at in (rest.start..rest.end).rev() {
        let side = SIDES.iter().find(|(word, _)| fold.starts_with(at, word));
        // 高出外贸整体〔增速〕2个百分点
        let paced = |at: CharSpan| at.end >= rest.end && is_pace(fold.text(at));
        if let Some((word, direction)) = side.filter(|_| frame.direction_at.is_none_or(paced)) {
            (frame.direction, frame.direction_at) = (*direction, Some(CharSpan::new(at, at + word.chars().count())));
            frame.elsewhere = true;
            return Some(at);
        }
        let word = matches!(fold.at(at), '比' | '较')
            && !matches!(fold.at(at + 1), '例' | '重' | '值' | '率')
            && !matches!(fold.at(at.wrapping_sub(1)), '占' | '对' | '同' | '环' | '之' | '百');
        if word && frame.direction_at.is_some() && at + 2 < rest.end {
            frame.elsewhere |= frame.basis.is_none();
            return Some(at);
        }
    }
    None
}

/// What a value is held against, and whose it is: 全国 平均水平, 国家 考核目标.
fn standards() -> &'static Words {
    const LEVELS: &str = "平均水平 平均增速 平均增幅 平均值 平均数 考核目标 总体水平 整体水平 平均 增速 增幅 水平 均值 同期 目标 \
        预算 预期 估计 估算 预测 概估数 初估数";
    const WHOSE: &str = "全国 全省 全市 全区 全县 全州 全盟 国家 世界 全球 西部地区 东部地区 中部地区 省 市 预期 年度 计划 常年 \
        往年 历年 平日 平时 往日 原来 原先 原";
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| {
        let row = |family| move |term| Row { term, family, example: "" };
        Words::of(LEVELS.split(' ').map(row("level")).chain(WHOSE.split(' ').map(row("whose"))))
    })
}

/// 高于全国, 比全省平均水平, 优于国家考核目标 at the end of `rest`: where it starts, and which way it says.
pub(super) fn other_place(fold: &Fold, rest: CharSpan) -> Option<(CharSpan, Option<Direction>)> {
    let chars = fold.chars();
    let mut end = rest.end;
    // The last characters of all these words; most words before a number end in none of them.
    if !among!("平速幅值数标均期算测计国省市区县州盟家界球划年度来先原的日时", fold.at(end.wrapping_sub(1)))
    {
        return None;
    }
    for _ in 0..2 {
        end -= standards().before_of(chars, end, &["level"]).map_or(0, |word| word.len);
        if fold.ends_with(end, "的") {
            end -= 1;
        }
    }
    let place = standards().before_of(chars, end, &["whose"]);
    let nothing = place.is_none() && end == rest.end;
    // 比同期增速高: the same period, nobody else's.
    if nothing || place.is_none() && fold.starts_with(end, "同期") {
        return None;
    }
    end -= place.map_or(0, |word| word.len);
    let sides: &[(&str, Option<Direction>)] = &[
        ("高于", Some(Direction::Up)),
        ("快于", Some(Direction::Up)),
        ("好于", Some(Direction::Up)),
        ("优于", Some(Direction::Up)),
        ("超过", Some(Direction::Up)),
        ("超出", Some(Direction::Up)),
        ("高出", Some(Direction::Up)),
        ("领先", Some(Direction::Up)),
        ("多于", Some(Direction::Up)),
        ("低于", Some(Direction::Down)),
        ("慢于", Some(Direction::Down)),
        ("少于", Some(Direction::Down)),
        ("落后", Some(Direction::Down)),
        ("比", None),
        ("较", None),
    ];
    let &(word, direction) = sides.iter().find(|(word, _)| fold.ends_with(end, word))?;
    let start = end.checked_sub(word.chars().count()).filter(|&start| start >= rest.start)?;
    // 与上年同期相比预算〔增加30亿元〕: the budget is what grew.
    if word == "比" && start > rest.start && among!("相对同环", fold.at(start - 1)) {
        return None;
    }
    Some((CharSpan::new(start, rest.end), direction))
}

/// 较改革前, 比“雷霆行动”前: a comparison with the time before something; where it starts.
pub(super) fn before_event(fold: &Fold, rest: CharSpan) -> Option<usize> {
    const REACH: usize = 16;
    let end = if fold.at(rest.end - 1) == '前' { rest.end - 1 } else { return None };
    let from = rest.start.max(end.saturating_sub(REACH));
    let at = (from..end.saturating_sub(1)).rev().find(|&at| matches!(fold.at(at), '较' | '比' | ','))?;
    let word = at > rest.start && fold.at(at) != ',' && !matches!(fold.at(at - 1), '占' | '对' | '同' | '环' | '之');
    (word && !matches!(fold.at(at + 1), '例' | '重' | '值' | '率' | '赛')).then_some(at)
}

/// Whether a time is a feast or holiday of the year before.
pub(super) fn is_feast(time: &TimeMark) -> bool {
    matches!(time.expr, Expr::At(moment) if moment.year == Year::Offset(-1) && matches!(moment.part, Part::Festival | Part::Feast(_)))
}

/// 去年春运同期〔(2月1日至14日)〕分别下降: where the bracket opens that only dates the time before it.
pub(super) fn dated(fold: &Fold, rest: CharSpan, times: &[TimeMark]) -> Option<usize> {
    let open = (rest.start.max(rest.end.saturating_sub(24))..rest.end).rev().find(|&at| fold.at(at) == '(')?;
    let ended = |end: usize| times.binary_search_by(|time| time.at.end.cmp(&end)).is_ok();
    // 按年升幅〔(即基本通胀率)〕
    (fold.at(open + 1) == '即' || ended(open) && ended(rest.end - 1)).then_some(open)
}
