//! Honours: awards, designations, pilot status, being featured or spread by a higher level.

use std::sync::OnceLock;

use super::Page;
use super::openings::{HONOURS, Openings};
use super::time::Timeline;
use crate::fold::{CharSpan, Fold};
use crate::lexicon::{self, Words, among, choice, divisions};
use crate::model::{Detail, Evidence, Fact, Honour, Role};

/// The words of honours: conferring (命名为), winning (荣获), prize (称号), featuring (推介) and pilot (试点城市).
pub(super) fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| Words::of(lexicon::rows(crate::lexicon::table!("../lexicon/honours.tsv"))))
}

/// The longest clause that is looked into: each of its words looks over the rest of it.
const LONGEST_CLAUSE: usize = 150;

/// The honours of a page.
pub fn read(page: &Page, timeline: &Timeline, openings: &Openings) -> Vec<Fact> {
    let fold = page.fold;
    let mut facts = Vec::new();
    for sentence in page.layout.sentences.iter().filter(|sentence| openings.first(sentence.at, HONOURS).is_some()) {
        let clauses = clauses(fold, sentence.at).into_iter();
        for clause in clauses.filter(|clause| openings.first(*clause, HONOURS).is_some()) {
            let Some(found) = find(fold, openings, sentence.at, clause) else { continue };
            // Being a pilot is told again and again.
            let again = |fact: &Fact| matches!(&fact.detail, Detail::Honour(one) if one.name == fold.words(found.name));
            if found.rule == "pilot" && facts.iter().rev().take(40).any(again) {
                continue;
            }
            let period = timeline.period(found.at);
            let year: String = period.value.rsplit('/').next().unwrap_or_default().chars().take(4).collect();
            for name in names(fold, found.name) {
                let mut evidence = vec![Evidence { role: Role::Name, span: fold.span(name) }];
                evidence.extend(found.by.map(|by| Evidence { role: Role::Issuer, span: fold.span(by) }));
                evidence.extend(period.evidence.map(|at| Evidence { role: Role::Period, span: fold.span(at) }));
                facts.push(Fact {
                    span: fold.span(found.at),
                    article: sentence.article,
                    rule: found.rule,
                    evidence,
                    detail: Detail::Honour(Honour {
                        name: fold.words(name),
                        by: found.by.map(|by| fold.words(by)).unwrap_or_default(),
                        year: year.clone(),
                    }),
                });
            }
        }
    }
    facts
}

struct Found {
    at: CharSpan,
    name: CharSpan,
    by: Option<CharSpan>,
    rule: &'static str,
}

/// The stretches between commas, quotations kept whole.
fn clauses(fold: &Fold, sentence: CharSpan) -> Vec<CharSpan> {
    let (mut found, mut start, mut depth) = (Vec::new(), sentence.start, 0usize);
    for at in fold.others(sentence) {
        match fold.at(at) {
            '“' | '「' | '《' | '(' => depth += 1,
            '”' | '」' | '》' | ')' => depth = depth.saturating_sub(1),
            ',' | ';' | '。' | ':' | '!' | '…' if depth == 0 => {
                found.push(fold.trim(CharSpan::new(start, at)));
                start = at + 1;
            }
            _ => {}
        }
    }
    found.push(fold.trim(CharSpan::new(start, sentence.end)));
    found.retain(|clause| (5..=LONGEST_CLAUSE).contains(&clause.len()));
    found
}

/// The things given: 全省技防建设先进单位、平安建设先进单位 are two.
fn names(fold: &Fold, name: CharSpan) -> Vec<CharSpan> {
    let mut found = Vec::new();
    let mut start = name.start;
    for at in name.start..=name.end {
        if at == name.end || fold.at(at) == '、' {
            found.push(CharSpan::new(start, at));
            start = at + 1;
        }
    }
    if found.len() > 1 && !found.iter().all(|part| part.len() >= 4 && word_in(fold, *part, "prize")) {
        found = vec![name];
    }
    found.into_iter().map(|part| without_count(fold, part)).collect()
}

/// 65个全国示范典型: the count is the figure's.
fn without_count(fold: &Fold, name: CharSpan) -> CharSpan {
    let digits = (name.start..name.end).take_while(|&at| fold.at(at).is_ascii_digit()).count();
    let rest = CharSpan::new(name.start + digits + 1, name.end);
    let counted = digits > 0
        && name.len() > digits + 4
        && matches!(fold.at(rest.start - 1), '个' | '家' | '项' | '名' | '人' | '件');
    if counted { rest } else { name }
}

fn find(fold: &Fold, openings: &Openings, sentence: CharSpan, clause: CharSpan) -> Option<Found> {
    let mut piloting = None;
    let mut marks = fold.others(clause).peekable();
    let mut titled = 0usize;
    for at in openings.all(clause, HONOURS) {
        while let Some(mark) = marks.next_if(|mark| *mark < at) {
            match fold.at(mark) {
                '《' => titled += 1,
                '》' => titled = titled.saturating_sub(1),
                _ => {}
            }
        }
        // A decision's title gives nothing by itself.
        if titled > 0 {
            continue;
        }
        // 入选者: somebody.
        let Some(hit) = words().at(fold.chars(), at).filter(|hit| fold.at(at + hit.len) != '者') else { continue };
        if let Some(hit) = words().at_of(fold.chars(), at, &["closing"]).filter(|hit| at + hit.len == clause.end) {
            if let Some(found) = closed(fold, sentence, clause, CharSpan::new(at, at + hit.len)) {
                return Some(found);
            }
            continue;
        }
        if hit.family == "spreading" {
            return Some(Found { at: clause, name: CharSpan::new(at, clause.end), by: None, rule: "spread-by" });
        }
        if let Some(found) =
            conferred(fold, clause, at).or_else(|| won(fold, clause, at)).or_else(|| featured(fold, clause, at))
        {
            return Some(found);
        }
        piloting = piloting.or((hit.family == "pilot").then_some(at));
    }
    piloting.and_then(|at| pilot(fold, clause, at)).or_else(|| trial(fold, openings, clause))
}

/// 26个村入选: what was won is named before, in quotation marks or in a decision's title.
fn closed(fold: &Fold, sentence: CharSpan, clause: CharSpan, word: CharSpan) -> Option<Found> {
    if word.end != clause.end {
        return None;
    }
    let floor = sentence.start.max(clause.end.saturating_sub(LONGEST_CLAUSE));
    let shut = (floor..word.start).rev().find(|&at| fold.at(at) == '”')?;
    let open = (floor..shut).rev().find(|&at| fold.at(at) == '“')?;
    let name = CharSpan::new(open + 1, shut);
    (name.len() >= 4 && word_in(fold, name, "prize")).then_some(Found {
        at: clause,
        name,
        by: None,
        rule: "won-before",
    })
}

/// 全国跨部门网上办案试点苏州市, 率先开展…试点, 以…试点为牵引: having been chosen to try something out.
fn trial(fold: &Fold, openings: &Openings, clause: CharSpan) -> Option<Found> {
    let at = openings.all(clause, HONOURS).find(|&at| fold.starts_with(at, "试点"))?;
    let begin = |mark: &str| {
        let place = (clause.start..at).rev().find(|&place| fold.starts_with(place, mark))?;
        Some(place + mark.chars().count())
    };
    let leads = begin("率先开展").or_else(|| begin("率先启动")).or_else(|| begin("承担"));
    let drawn = || begin("以").filter(|_| fold.at(at + 2) == '为');
    let chosen = || {
        let place = divisions::full().at(fold.chars(), at + 2).is_some();
        ["全国", "全省", "国家", "省级"].iter().find_map(|mark| begin(mark).map(|end| end - 2)).filter(|_| place)
    };
    let start = leads.or_else(drawn).or_else(chosen)?;
    let name = CharSpan::new(start, at + 2);
    (name.len() >= 6).then_some(Found { at: clause, name, by: None, rule: "pilot" })
}

/// The longest word of a family that starts at `at` and ends by `end`.
fn word_at(fold: &Fold, at: usize, end: usize, family: &str) -> Option<(&'static str, usize)> {
    let hit = words().at_of(fold.chars(), at, &[family]).filter(|hit| at + hit.len <= end)?;
    // 以奖代补, 奖励: money.
    if hit.term == "奖" && among!("补励代惩", fold.at(at + 1)) {
        return None;
    }
    Some((hit.term, at + hit.len))
}

/// 被省委、省政府表彰为全省平安建设先进单位.
fn conferred(fold: &Fold, clause: CharSpan, at: usize) -> Option<Found> {
    let (word, end) = word_at(fold, at, clause.end, "conferring")?;
    let by = (clause.start..at).rev().find(|&place| fold.at(place) == '被').map(|place| CharSpan::new(place + 1, at));
    // 省委、省政府授予…称号: the giver opens the clause.
    let giver = CharSpan::new(clause.start, at);
    let gives = giver.len() >= 2
        && giver.len() <= 16
        && matches!(fold.at(at - 1), '委' | '府' | '部' | '厅' | '局' | '会' | '院' | '央' | '办');
    let by = by.or(gives.then_some(giver));
    let whole = fold.trim(CharSpan::new(end, clause.end));
    // 授予该村“…”称号: the name begins after who received it.
    let quoted = (whole.start..whole.end).find(|&at| fold.at(at) == '“').filter(|_| fold.ends_with(end, "授予"));
    let name = CharSpan::new(quoted.unwrap_or(whole.start), whole.end);
    // 创建为全国青少年足球训练营: by whom it is ranked says that it was given.
    // 被命名为全国“枫桥式公安派出所”.
    let called = quoted.is_none()
        && fold.at(at.wrapping_sub(1)) == '被'
        && matches!(word, "命名为" | "评为" | "评选为" | "认定为")
        && fold.slice(name).contains(&'“');
    let ranked = (matches!(word, "创建为" | "创建成") || called || word == "成为" && is_named_place(fold, name))
        && (choice!("国家 全国 全省 省级 全市 市级").at(fold, name.start).is_some()
            || divisions::full().at(fold.chars(), name.start).is_some());
    let prized = ranked || word != "成为" && word_in(fold, name, "prize");
    if name.len() < 2 || by.is_none() && !prized || !prized && name.len() > 40 || name.len() < 4 && !prized {
        return None;
    }
    prized.then_some(Found { at: clause, name, by: by.filter(|by| !by.is_empty()), rule: "conferred-by" })
}

/// 成为〔国家农产品质量安全县〕: what a place is called, no first and none that a clause describes.
fn is_named_place(fold: &Fold, name: CharSpan) -> bool {
    let words = fold.slice(name);
    words.len() > 5
        && among!("县市区镇乡村城地", words[words.len() - 1])
        && !words.iter().any(|c| among!("的首最个一", *c))
}

/// 荣膺全省政法创新项目优秀奖, 创成省级示范村705个.
fn won(fold: &Fold, clause: CharSpan, at: usize) -> Option<Found> {
    let (word, end) = word_at(fold, at, clause.end, "winning")?;
    // 抓获, 收获, 获奖数量: another word.
    let other =
        at > clause.start && among!("抓破查缴收捕擒起截捞", fold.at(at - 1)) || among!("奖悉知救益利赠", fold.at(end));
    if word == "获" && other {
        return None;
    }
    let mut stop = clause.end;
    // The number of the things won is the figure's.
    if let Some(number) = (end..stop).find(|&place| fold.at(place).is_ascii_digit()).filter(|&number| number > end + 4)
    {
        stop = number;
    }
    let mut name = fold.trim(CharSpan::new(end, stop));
    // 获得组委会颁发的优秀奖: who gave it stands before.
    let mut by = None;
    for giving in ["颁发的", "授予的", "评选的", "命名的"] {
        if let Some(at) = (name.start + 2..name.end).find(|&at| fold.starts_with(at, giving)) {
            by = Some(CharSpan::new(name.start, at));
            name = CharSpan::new(at + 3, name.end);
        }
    }
    if word == "通过" {
        let tested = (name.start..name.end).find(|&at| fold.starts_with(at, "验收"))?;
        name = CharSpan::new(name.start, tested);
        let graded = matches!(fold.at(name.start), '国' | '省' | '全') || fold.starts_with(name.start, "市级");
        let kind = matches!(fold.at(name.end - 1), '城' | '县' | '市' | '区' | '镇' | '村');
        return (name.len() >= 4 && graded && kind).then_some(Found { at: clause, name, by, rule: "won" });
    }
    // “上规、上榜、上云”: nothing is won.
    let sure = matches!(word, "荣膺" | "荣获" | "获评" | "荣立" | "荣登")
        || matches!(word, "入选" | "上榜") && name.len() >= 4 && fold.at(end) != '、';
    (name.len() >= 2 && (sure || word_in(fold, name, "prize"))).then_some(Found { at: clause, name, by, rule: "won" })
}

/// 经验被中央综治委《简报》推介, 在全国推广, 得到省综治委充分肯定.
fn featured(fold: &Fold, clause: CharSpan, at: usize) -> Option<Found> {
    let (word, end) = word_at(fold, at, clause.end, "featuring")?;
    let before = |mark: &str| (clause.start..at).rev().find(|&place| fold.starts_with(place, mark));
    // 被问及媒体报道: asked about it.
    let giver = before("被").filter(|place| fold.at(place + 1) != '问').map(|place| CharSpan::new(place + 1, at));
    let received = ["得到", "受到", "获得", "获", "予以", "给予"]
        .iter()
        .find_map(|mark| before(mark).map(|place| CharSpan::new(place + mark.chars().count(), at)));
    let spread = matches!(word, "推广" | "推介")
        && (["在全国", "在全省", "在全市", "全国"].iter().any(|mark| before(mark).is_some()));
    let spoken = matches!(word, "作经验交流" | "作典型发言" | "交流发言") && before("在").is_some();
    if giver.is_none() && received.is_none() && !spread && !spoken {
        return None;
    }
    // 群众的充分肯定, 进一步推广: praise by nobody in particular is none.
    let higher = ["全国", "全省", "中央", "省", "市", "部", "国家", "委", "厅", "会", "媒体", "领导", "书记"]
        .iter()
        .any(|mark| before(mark).is_some());
    if !higher {
        return None;
    }
    let by = giver.or(received).map(|by| strip_degree(fold, by)).filter(|by| !by.is_empty());
    Some(Found { at: CharSpan::new(clause.start, clause.end.max(end)), name: clause, by, rule: "featured-by" })
}

/// 省综治委充分: the degree is no giver.
fn strip_degree(fold: &Fold, mut by: CharSpan) -> CharSpan {
    for word in ["充分", "高度", "一致", "通报", "广泛", "的", "多次", "专题"] {
        if fold.ends_with(by.end, word) && by.len() >= word.chars().count() {
            by.end -= word.chars().count();
        }
    }
    by
}

/// 我市是全省…的试点城市, 全国…试点.
fn pilot(fold: &Fold, clause: CharSpan, at: usize) -> Option<Found> {
    let end = (at..clause.end)
        .find(|&place| matches!(fold.at(place), '市' | '县' | '区' | '位'))
        .map_or(clause.end, |place| place + 1);
    let is = (clause.start..at).rev().find(|&place| matches!(fold.at(place), '是' | '为' | '被'));
    let named = is.map_or(clause.start, |place| place + 1);
    // 推动国家试点城市建设 is work on what others were given, 争取成为试点市 a wish.
    let work = "推动 推进 加快 支持 深化";
    let wish = "争创 争取 申报 力争";
    let says = |words: &str| (clause.start..at).any(|place| fold.starts_any(place, words));
    if is.is_none() && says(work) || says(wish) {
        return None;
    }
    Some(Found { at: clause, name: fold.trim(CharSpan::new(named, end)), by: None, rule: "pilot" })
}

fn word_in(fold: &Fold, at: CharSpan, family: &str) -> bool {
    (at.start..at.end).any(|place| word_at(fold, place, at.end, family).is_some())
}
