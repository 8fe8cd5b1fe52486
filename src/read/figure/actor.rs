//! The body that acted, which is not what is measured: 全市公安机关共〔破获刑事案件〕.

use super::subject::Name;
use super::vocabulary::words;
use crate::fold::{CharSpan, Fold};
use crate::lexicon::among;
use crate::script::is_letter;

/// Bodies that act: the words that end their names, longest first where one ends in another.
const ACTORS: &[&str] = &[
    "机关",
    "部门",
    "法院",
    "检察院",
    "公安局",
    "司法局",
    "系统",
    "单位",
    "机构",
    "委员会",
    "政府",
    "队",
    "局",
    "室",
    "院",
    "警方",
    "公安",
    "派出所",
    "海关",
    "署",
    "厅",
    "处",
    "本部",
];

/// Words before a body that make it the one something is done to or with: 向公安机关移送线索.
const TO_BODIES: &str = "向对为给让由被与同经使令督协配指委依";

/// Bodies whose cases are named after them: courts, and offices that have a count of their own.
const JUDGES: &str = "院 室 审判机关 检察机关";

/// 全市公安机关共〔破获刑事案件〕: who acted is not what is measured, where what it was done to is named; 法院〔受理案件〕 and
/// organs set side by side (公安机关…;审判机关…) keep theirs.
pub(super) fn without_actor(fold: &Fold, name: Name) -> Name {
    let Some(&first) = name.pieces.first() else { return name };
    let rest = Name { pieces: name.pieces[1..].into() };
    // 入境处全年〔进行反非法劳工行动〕
    if let Some(next) = rest.pieces.first()
        && is_body(fold, first)
        && words().at_of(fold.chars(), next.start, &["verb", "light"]).is_some_and(|hit| hit.len > 1)
    {
        return rest;
    }
    let Some(actor) = actor(fold, first) else { return name };
    let mut start = actor.end;
    while let Some(hit) =
        words().at_of(fold.chars(), start, &["adverb"]).filter(|hit| start + hit.len < first.end && hit.term != "累计")
    {
        start += hit.len;
    }
    let deed = CharSpan::new(start, first.end);
    let plain = start == actor.end;
    let kept = is_organ(fold, actor)
        || plain
            && (is_noun(fold, start)
                || name.pieces.last().is_some_and(|last| among!("率比数额值度", fold.at(last.end - 1))));
    match done_to(fold, deed).filter(|_| !kept) {
        Some(start) => Name::of(CharSpan::new(start, first.end)).join(&rest),
        None => Name::of(actor).and(deed).join(&rest),
    }
}

/// 医疗机构〔检查〕结果互认平台, 法治政府〔建设〕示范项目: verbs that go on with the noun rather than say what was done.
fn is_noun(fold: &Fold, at: usize) -> bool {
    const NOUNS: &str = "检查 建设 采购 负责 服务 管理 生产 保障 支出 收入 投资 改革 监督 培训 实施 登记";
    fold.starts_any(at, NOUNS)
}

/// Where what was done begins in 组织〔清理号码〕, if it says to what it was done.
fn done_to(fold: &Fold, deed: CharSpan) -> Option<usize> {
    let verb = |at: usize| words().at_of(fold.chars(), at, &["verb"]).filter(|hit| hit.len > 1).map(|hit| at + hit.len);
    let mut start = deed.start;
    // 联合开展, 组织投放
    if fold.starts_any(start, "组织 联合 集中") && verb(start + 2).is_some() {
        start += 2;
    }
    let counted = fold.starts_with(start, "累计").then_some(start + 2);
    verb(counted.unwrap_or(start)).filter(|&end| end < deed.end).map(|_| start)
}

/// The words of a lead before a noun that is counted, without the body that acted: 派出所〔受理〕[3件]案件.
pub(super) fn without_body(fold: &Fold, name: Name) -> Name {
    let Some(&first) = name.pieces.first() else { return name };
    match actor(fold, first).filter(|&actor| !is_organ(fold, actor)) {
        Some(actor) => Name::of(CharSpan::new(actor.end, first.end)).join(&Name { pieces: name.pieces[1..].into() }),
        None => name,
    }
}

/// Whether a body is one of justice, or 公安机关 with no area before it.
fn is_organ(fold: &Fold, actor: CharSpan) -> bool {
    let bare = || fold.text(actor) == "公安机关" && !is_letter(fold.at(actor.start.wrapping_sub(1)));
    fold.ends_any(actor.end, JUDGES) || bare()
}

/// Whether a stretch is the name of a body and nothing else.
fn is_body(fold: &Fold, at: CharSpan) -> bool {
    at.len() > 2 && body_ends(fold, at, at.end) && !among!(TO_BODIES, fold.at(at.start))
}

/// Whether the name of a body that starts with `name` ends at `end`; 查处 ends none.
fn body_ends(fold: &Fold, name: CharSpan, end: usize) -> bool {
    // The last of these words stand alone or have one of these characters before it.
    let (before, last) = (fold.at(end.wrapping_sub(2)), fold.at(end.wrapping_sub(1)));
    if !among!("队局室院署厅处", last) && !among!("机部系单员政警公出海本", before) {
        return false;
    }
    let tail = |word: &&&str| fold.ends_with(end, word) && end - word.chars().count() >= name.start;
    ACTORS
        .iter()
        .find(tail)
        .is_some_and(|word| *word != "处" || !among!("查惩到判调四害深好办之何该", fold.at(end - 2)))
}

/// The body that acts at the start of a name: 审判机关 of 审判机关受理各类案件.
pub(super) fn actor(fold: &Fold, name: CharSpan) -> Option<CharSpan> {
    let chars = fold.chars();
    let reach = name.end.min(name.start + 14);
    let end = (name.start + 2..reach)
        .filter(|&end| among!("关门院局统位构室会府队方安所署厅处部", fold.at(end - 1)))
        .filter(|&end| {
            body_ends(fold, name, end)
                && !ACTORS.iter().any(|tail| tail.len() > '处'.len_utf8() && fold.starts_with(end, tail))
        })
        .find(|&end| words().at_of(chars, end, &["verb", "adverb"]).is_some_and(|hit| end + hit.len <= name.end))?;
    // 监督侦查机关立案, 向公安机关移送: to whom or with whom something was done.
    let led = words().at_of(chars, name.start, &["verb", "up", "down"]).filter(|hit| hit.len > 1);
    let done = led.is_some_and(|hit| hit.family != "verb" || name.start + hit.len + 2 < end)
        || among!(TO_BODIES, fold.at(name.start));
    (!done).then_some(CharSpan::new(name.start, end))
}
