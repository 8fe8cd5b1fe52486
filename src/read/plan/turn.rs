//! The word that turns a sentence into a plan: 将, 要, 会, 下一步, 计划.

use super::{action, words};
use crate::fold::{CharSpan, Fold};
use crate::lexicon::{among, choice};
use crate::read::organisation;

/// The first word of a sentence that turns it into a plan; `places` are where words and signs of plans may begin from the
/// sentence on.
pub(super) fn of(fold: &Fold, places: &[usize], sentence: CharSpan) -> Option<CharSpan> {
    let mut depth = 0usize;
    for &at in places.iter().take_while(|&&at| at < sentence.end) {
        match fold.at(at) {
            '“' | '「' | '《' => depth += 1,
            '”' | '」' | '》' => depth = depth.saturating_sub(1),
            // What somebody pledges in his own words: “我们要把…”.
            c @ ('将' | '要') if depth <= 1 && fold.ends_with(at, "我们") => {
                if c == '要' || future(fold, sentence, at) {
                    return Some(CharSpan::new(at, at + 1));
                }
            }
            _ if depth > 0 => {}
            '将' if future(fold, sentence, at) => return Some(CharSpan::new(at, at + 1)),
            '要' if demands(fold, sentence, at) => return Some(CharSpan::new(at, at + 1)),
            '会' if undertakes(fold, sentence, at) => return Some(CharSpan::new(at, at + 1)),
            _ => {
                let Some(hit) = words().at_of(fold.chars(), at, &["turn"]) else { continue };
                let end = at + hit.len;
                if !is_noun(fold, sentence, CharSpan::new(at, end), hit.term) {
                    return Some(CharSpan::new(at, end));
                }
            }
        }
    }
    None
}

/// 计划 and 未来 that only name something: 第三个五年计划, 建设计划, 未来产业, 展望未来.
fn is_noun(fold: &Fold, sentence: CharSpan, at: CharSpan, word: &str) -> bool {
    let (before, after) = (fold.at(at.start.wrapping_sub(1)), fold.at(at.end));
    if matches!(after, '了' | '生' | '划') {
        return true;
    }
    match word {
        "拟" => matches!(before, '模' | '虚' | '草'),
        "计划" => {
            // 全镇计划完成投资5亿元: what a place or body plans to do.
            let acts =
                || among!("镇乡县区州村厅院校司团局委会队企港", before) && action::act_at(fold, at.end, sentence.end);
            at.start > sentence.start
                && !matches!(before, ',' | '年' | '还' | '也' | '府' | '市' | '省' | '们')
                && !acts()
                || fold.ends_with(at.start, "五年")
                || among!("草单书生经内主涵结透", after)
        }
        "未来" => {
            matches!(before, '谋' | '向' | '望' | '眼' | '享' | '创' | '见')
                || matches!(
                    after,
                    '产' | '农' | '科' | '社' | '城' | '学' | '能' | '网' | '空' | ',' | '、' | '。' | '之'
                )
        }
        "预期目标" => matches!(before, '现' | '成' | '到'),
        _ => false,
    }
}

/// Where the clause that `at` stands in ends, or as far as it is looked into.
fn end_of_clause(fold: &Fold, sentence: CharSpan, at: usize) -> usize {
    const REACH: usize = 80;
    let reach = sentence.end.min(at + REACH);
    (at..reach).find(|&place| matches!(fold.at(place), ',' | ';' | '。')).unwrap_or(reach)
}

/// 将 of the future, not of an object (将A作为B), of 将近, 将军, 即将 or of a name.
fn future(fold: &Fold, sentence: CharSpan, at: usize) -> bool {
    let (before, after) = (fold.at(at.wrapping_sub(1)), fold.at(at + 1));
    // 已经并将继续: it has begun.
    if before == '并' && (fold.ends_with(at - 1, "已") || fold.ends_with(at - 1, "已经")) {
        return false;
    }
    // 即将推出; 即将到来 only comes.
    if before == '即' {
        return action::act_at(fold, at + 1, sentence.end);
    }
    if matches!(
        after,
        '近' | '军'
            | '士'
            | '领'
            | '满'
            | '其'
            | '该'
            | '要'
            | '这'
            | '此'
            | '自'
            | '我'
            | '你'
            | '他'
            | '她'
            | '它'
    ) || matches!(before, '名' | '大' | '主' | '武' | '必' | '上' | '中' | '少' | '健')
    {
        return false;
    }
    // 始终将打击犯罪作为首要任务: what is held, whatever verb the object begins with.
    let clause_end = end_of_clause(fold, sentence, at);
    // ,将服务窗口搬到群众家门口: where a thing is taken.
    let opens = at == sentence.start || matches!(before, ',' | ';' | ':' | '。' | '、');
    let taken = |place| opens && choice!("搬到 搬进 送到 送进 延伸到 下沉到").at(fold, place).is_some();
    let held = |place| choice!("作为 置于 融为").at(fold, place).is_some() || taken(place);
    if (at + 2..clause_end).any(held) {
        return false;
    }
    if action::act_at(fold, at + 1, sentence.end)
        || action::manner_at(fold, at + 1)
        || matches!(after, '于' | '在' | '从' | '以' | '按' | '会' | '是' | '不' | '由' | '对' | '向' | '为')
    {
        return true;
    }
    let object = "列入 纳入 列为 分为 融入 转化 移交 移送 抓获 到 给 与 控制在 放在 落到 扑灭 打造成 改造成 提升 调整 进行 \
        为 升级 整合 合并 传递 贯注 注入 送达 带入 写入 交由 推向";
    let handled = (at + 2..clause_end).any(|place| fold.starts_any(place, object));
    !handled && !opens && !fold.slice(CharSpan::new(at, clause_end)).contains(&'了')
}

/// 要加强…: 要 at the start of a clause demands something.
fn demands(fold: &Fold, sentence: CharSpan, at: usize) -> bool {
    let opens = at == sentence.start || matches!(fold.at(at - 1), ',' | ';' | ':' | '。');
    let end = end_of_clause(fold, sentence, at);
    // 要带记者去看: a wish in a story asks for no work.
    let works = action::opening(fold, CharSpan::new(at + 1, end)).is_some()
        || matches!(fold.at(at + 1), '以' | '从' | '在' | '按' | '对' | '做' | '抓' | '用' | '像' | '善');
    let subject = || {
        !matches!(
            fold.at(at - 1),
            '需' | '主'
                | '重'
                | '只'
                | '不'
                | '首'
                | '紧'
                | '必'
                | '概'
                | '纲'
                | '摘'
                | '想'
                | '快'
                | '若'
                | '简'
                | '险'
        )
    };
    works && (opens || subject() && (action::act_at(fold, at + 1, end) || action::manner_at(fold, at + 1)))
}

/// 警方会调整安排, 我们亦会继续跟进: 会 of what a body or we will do; what only follows (会增加风险) is no plan.
fn undertakes(fold: &Fold, sentence: CharSpan, at: usize) -> bool {
    let also = at - usize::from(at > sentence.start && among!("亦也都均仍并将", fold.at(at - 1)));
    if also == sentence.start {
        return false;
    }
    // 食环署十分重视,会定期巡查: who opens the sentence.
    let opened = || fold.at(also - 1) == ',' && organisation::known(fold.chars(), sentence.start).is_some();
    let subject =
        among!("署处局部司府院方队组会心铁", fold.at(also - 1)) || opened() || fold.ends_any(also, "我们 当局");
    let end = end_of_clause(fold, sentence, at);
    let works = action::act_at(fold, at + 1, end)
        || action::manner_at(fold, at + 1)
        || among!("为在按就与向对", fold.at(at + 1))
        || fold.at(at + 1) == '以' && (at + 3..end).any(|place| action::act_at(fold, place, end));
    // 今年会批出三幅用地, no 今年会更好.
    let timed = fold.ends_any(also, "今年 明年 年内 月内 稍后 日后 下月")
        && action::opening(fold, CharSpan::new(at + 1, end)).is_some();
    (subject && works || timed) && !action::follows(fold, at + 1)
}
