//! Honours: awards, designations, pilot status, being featured or spread by a higher level.

use std::sync::OnceLock;

use super::Page;
use super::time::Timeline;
use crate::fold::{CharSpan, Fold};
use crate::lexicon::{self, Words};
use crate::model::{Detail, Evidence, Fact, Honour, Role};

/// The words of honours: conferring (命名为), winning (荣获), prize (称号), featuring (推介) and pilot (试点城市).
fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| Words::of(lexicon::rows(crate::lexicon::table!("../lexicon/honours.tsv"))))
}

/// The longest clause that is looked into: each of its words looks over the rest of it.
const LONGEST_CLAUSE: usize = 150;

/// The honours of a page.
pub fn read(page: &Page, timeline: &Timeline) -> Vec<Fact> {
    let fold = page.fold;
    let mut facts = Vec::new();
    for sentence in &page.layout.sentences {
        for clause in clauses(fold, sentence.at) {
            let Some(found) = find(fold, clause) else { continue };
            let period = timeline.period(found.at);
            let year: String = period.value.rsplit('/').next().unwrap_or_default().chars().take(4).collect();
            let mut evidence = vec![Evidence { role: Role::Name, span: fold.span(found.name) }];
            evidence.extend(found.by.map(|by| Evidence { role: Role::Issuer, span: fold.span(by) }));
            evidence.extend(period.evidence.map(|at| Evidence { role: Role::Period, span: fold.span(at) }));
            facts.push(Fact {
                span: fold.span(found.at),
                article: sentence.article,
                rule: found.rule,
                evidence,
                detail: Detail::Honour(Honour {
                    name: fold.words(found.name),
                    by: found.by.map(|by| fold.words(by)).unwrap_or_default(),
                    year,
                }),
            });
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
    for at in sentence.start..sentence.end {
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

fn find(fold: &Fold, clause: CharSpan) -> Option<Found> {
    let mut piloting = None;
    for at in clause.start..clause.end {
        let Some(hit) = words().at(fold.chars(), at) else { continue };
        if let Some(found) =
            conferred(fold, clause, at).or_else(|| won(fold, clause, at)).or_else(|| featured(fold, clause, at))
        {
            return Some(found);
        }
        piloting = piloting.or((hit.family == "pilot").then_some(at));
    }
    piloting.map(|at| pilot(fold, clause, at))
}

/// The longest word of a family that starts at `at` and ends by `end`.
fn word_at(fold: &Fold, at: usize, end: usize, family: &str) -> Option<(&'static str, usize)> {
    let hit = words().at_of(fold.chars(), at, &[family]).filter(|hit| at + hit.len <= end)?;
    Some((hit.term, at + hit.len))
}

/// 被省委、省政府表彰为全省平安建设先进单位.
fn conferred(fold: &Fold, clause: CharSpan, at: usize) -> Option<Found> {
    let (_, end) = word_at(fold, at, clause.end, "conferring")?;
    let by = (clause.start..at).rev().find(|&place| fold.at(place) == '被').map(|place| CharSpan::new(place + 1, at));
    let name = fold.trim(CharSpan::new(end, clause.end));
    let prized = word_in(fold, name, "prize");
    if name.len() < 2 || by.is_none() && !prized || !prized && name.len() > 40 || name.len() < 4 && !prized {
        return None;
    }
    prized.then_some(Found { at: clause, name, by: by.filter(|by| !by.is_empty()), rule: "conferred-by" })
}

/// 荣膺全省政法创新项目优秀奖, 创成省级示范村705个.
fn won(fold: &Fold, clause: CharSpan, at: usize) -> Option<Found> {
    let (word, end) = word_at(fold, at, clause.end, "winning")?;
    let mut stop = clause.end;
    // The number of the things won is the figure's.
    if let Some(number) = (end..stop).find(|&place| fold.at(place).is_ascii_digit()).filter(|&number| number > end + 4)
    {
        stop = number;
    }
    let name = fold.trim(CharSpan::new(end, stop));
    let sure = matches!(word, "荣膺" | "荣获" | "获评" | "荣立" | "荣登") || word == "入选" && name.len() >= 4;
    (name.len() >= 2 && (sure || word_in(fold, name, "prize"))).then_some(Found {
        at: clause,
        name,
        by: None,
        rule: "won",
    })
}

/// 经验被中央综治委《简报》推介, 在全国推广, 得到省综治委充分肯定.
fn featured(fold: &Fold, clause: CharSpan, at: usize) -> Option<Found> {
    let (word, end) = word_at(fold, at, clause.end, "featuring")?;
    let before = |mark: &str| (clause.start..at).rev().find(|&place| fold.starts_with(place, mark));
    let giver = before("被").map(|place| CharSpan::new(place + 1, at));
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
fn pilot(fold: &Fold, clause: CharSpan, at: usize) -> Found {
    let end = (at..clause.end)
        .find(|&place| matches!(fold.at(place), '市' | '县' | '区' | '位'))
        .map_or(clause.end, |place| place + 1);
    let named = (clause.start..at)
        .rev()
        .find(|&place| matches!(fold.at(place), '是' | '为' | '被'))
        .map_or(clause.start, |place| place + 1);
    Found { at: clause, name: fold.trim(CharSpan::new(named, end)), by: None, rule: "pilot" }
}

fn word_in(fold: &Fold, at: CharSpan, family: &str) -> bool {
    (at.start..at.end).any(|place| word_at(fold, place, at.end, family).is_some())
}
