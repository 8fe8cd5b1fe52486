//! Words that only lead up to a name: the number of an item, who urges, by what means.

use super::head::MEANS;
use super::held::{HANDLING, WANTING};
use crate::fold::{CharSpan, Fold};
use crate::lexicon::{among, choice};

/// Where the name begins behind words that lead up to it: 该案系〔…〕, 依托平台累计〔注册志愿者〕, 的时间里就〔要回〕.
pub(super) fn opening(fold: &Fold, rest: CharSpan) -> Option<usize> {
    const LEADS: &[&str] =
        &["的时间里就", "的时间内就", "的时间就", "的时间里", "的时间内", "时间里就", "时间内", "的"];
    // 在医院中有〔公立医院〕: of which it is a part.
    if fold.at(rest.start) == '在' {
        let mut reach = rest.start + 1..rest.end.min(rest.start + 16);
        return reach.find(|&at| fold.starts_with(at, "中有") && fold.at(at + 2) != '效').map(|at| at + 2);
    }
    if !among!("的时该此这扣剔将把运依通利借采经按同", fold.at(rest.start)) {
        return None;
    }
    if let Some(word) = LEADS.iter().find(|word| fold.starts_with(rest.start, word)) {
        return Some(rest.start + word.chars().count());
    }
    if matches!(fold.at(rest.start), '该' | '此' | '这') {
        let is = (rest.start + 1..rest.end.min(rest.start + 5)).find(|&at| matches!(fold.at(at), '系' | '是'))?;
        let system = fold.at(is) == '系' && matches!(fold.at(is + 1), '统' | '列');
        return (!system).then_some(is + 1);
    }
    // 扣除价格因素〔实际增长5.8%〕: how it was reckoned.
    if fold.starts_any(rest.start, "扣除 剔除") {
        let reach = rest.end.min(rest.start + 16);
        let end = (rest.start..reach).find(|&at| fold.starts_any(at, "因素 影响"));
        return end.map(|at| at + 2 + usize::from(fold.at(at + 2) == '后'));
    }
    // 按可比价格〔上涨2.7%〕, 同口径〔增长11.3%〕
    if fold.at(rest.start) == '按' || fold.starts_with(rest.start, "同口径") {
        const TERMS: &[&str] = &["口径", "价格", "价"];
        let mut reach = rest.start + 1..rest.end.min(rest.start + 8);
        let end = reach
            .find_map(|at| TERMS.iter().find(|word| fold.starts_with(at, word)).map(|word| at + word.chars().count()));
        return end
            .map(|end| end + if fold.starts_with(end, "计算") { 2 } else { usize::from(fold.at(end) == '计') });
    }
    // 经季节性调整后〔按季比较下跌1.3%〕, 经调整季节变动因素后
    if fold.at(rest.start) == '经'
        && !matches!(fold.at(rest.start + 1), '济' | '营' | '费' | '验' | '常' | '理' | '办' | '销' | '纪')
    {
        let reach = rest.end.min(rest.start + 14);
        return (rest.start + 3..reach).find(|&at| fold.at(at) == '后').map(|at| at + 1);
    }
    // 将8个公司整合: what is handled, not how.
    if matches!(fold.at(rest.start), '将' | '把') && !among!("来军握关手脉士", fold.at(rest.start + 1)) {
        return Some(rest.start + 1);
    }
    if fold.starts_any(rest.start, MEANS) {
        const DONE: &str = "累计 先后 成功 共计 已";
        return (rest.start + 4..rest.end.saturating_sub(3)).find(|&at| fold.starts_any(at, DONE));
    }
    None
}

/// Where the name begins behind words that only urge or keep it: 确保〔群众安全感〕, 继续保持〔命案侦破率〕, 实现〔培训率〕;
/// `held` are the groups of characters that may stand in it.
pub(super) fn urging(fold: &Fold, rest: CharSpan, held: u8) -> Option<usize> {
    let measure = among!("率度感力量数额值面", fold.at(rest.end.saturating_sub(1)));
    // 全市法院将力争〔一审服判息诉率〕, 预计将〔空缺率〕减至: who wants it goes too.
    const WANTING_WORDS: &str = "力争 确保 务必";
    if held & WANTING != 0
        && let Some(at) = (rest.start + 1..rest.end.min(rest.start + 12))
            .find(|&at| among!("力确务", fold.at(at)) && fold.starts_any(at, WANTING_WORDS))
        && at + 3 < rest.end
    {
        return Some(at + 2);
    }
    if measure
        && held & HANDLING != 0
        && let Some(at) =
            (rest.start + 1..rest.end.saturating_sub(2)).rev().find(|&at| matches!(fold.at(at), '将' | '把'))
        && !among!("来军要近士", fold.at(at + 1))
    {
        return Some(at + 1);
    }
    let urging = choice!("确保了 确保 力争 争取 务必 继续保持 保持 使得 保证 保障了 推动实现 推动 努力使 使");
    let before_rates = choice!("基本实现 实现了 实现 达到 完成");
    let first = fold.at(rest.start);
    if !urging.may_open(first) && !before_rates.may_open(first) {
        return None;
    }
    let word = urging.at(fold, rest.start).or_else(|| before_rates.at(fold, rest.start).filter(|_| measure))?;
    let end = rest.start + word.chars().count();
    // 使用人数
    if word == "使" && matches!(fold.at(end), '用' | '馆' | '命' | '者') {
        return None;
    }
    // 力争突破530亿元: nothing but the wish stands there.
    let alone = end == rest.end && matches!(word, "力争" | "争取" | "确保");
    // 完成率, 实现度: one character behind the verb is one word with it.
    (end + 1 < rest.end || alone).then_some(end)
}

/// (4)深圳出口, 3.一季度: the number of a list item is no part of the name.
pub(super) fn without_number(fold: &Fold, at: CharSpan) -> CharSpan {
    let at = fold.trim(at);
    let first = fold.at(at.start);
    if !first.is_ascii() && !among!("一二三四五六七八九十", first) {
        return at;
    }
    // 一是, 二是: the number of a point.
    let point = (at.start..at.end.min(at.start + 3)).find(|&place| fold.at(place) == '是');
    if let Some(end) = point.filter(|&end| end > at.start)
        && (at.start..end).all(|place| among!("一二三四五六七八九十", fold.at(place)))
    {
        return CharSpan::new(end + 1, at.end);
    }
    let bracket = usize::from(fold.at(at.start) == '(');
    // (四)投资总额突破60亿: the number of a heading.
    if bracket == 1
        && let Some(close) = (at.start + 2..at.end.min(at.start + 5)).find(|&place| fold.at(place) == ')')
        && (at.start + 1..close).all(|place| among!("一二三四五六七八九十", fold.at(place)))
    {
        return CharSpan::new(close + 1, at.end);
    }
    let digits = (at.start + bracket..at.end).take_while(|&place| fold.at(place).is_ascii_digit()).count();
    let end = at.start + bracket + digits;
    let closed = matches!(fold.at(end), ')' | '.' | '、') && (bracket == 0 || fold.at(end) == ')');
    // 6.3 委员…: the second number of an item.
    let more = (end + 1..at.end).take_while(|&place| fold.at(end) == '.' && fold.at(place).is_ascii_digit()).count();
    // 182. 总收入…: the number of a paragraph.
    let numbered = digits == 3 && fold.at(end) == '.' && fold.at(end + 1) == ' ';
    if (numbered || (1..=2).contains(&digits)) && closed && end < at.end {
        CharSpan::new(end + 1 + more, at.end)
    } else {
        at
    }
}
