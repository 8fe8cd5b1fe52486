//! Titled texts without 《》: “十四五”规划, 中央八项规定, a framed title that ends in 若干措施.

use std::sync::OnceLock;

use super::Titled;
use crate::fold::{CharSpan, Fold};
use crate::lexicon::among;
use crate::lexicon::{Words, rows};
use crate::read::Page;
use crate::read::openings::{DOCUMENTS, Openings};
use crate::read::prose::{Stretch, ends_clause, is_han};
use crate::scan::Enclosed;

/// Longest framed title that is looked for.
const REACH: usize = 60;

/// The unmarked titles of the page.
pub fn read(page: &Page, stretches: &[Stretch], openings: &Openings) -> Vec<Titled> {
    let mut found: Vec<Titled> =
        page.marks.enclosed.iter().filter(|pair| !pair.title).filter_map(|pair| quoted(page.fold, pair)).collect();
    for stretch in stretches {
        let mut rest = stretch.at;
        while let Some(at) = openings.first(rest, DOCUMENTS) {
            let one = numbered_rule(page.fold, at)
                .or_else(|| five_years(page.fold, at))
                .or_else(|| framed(page.fold, at, stretch.at.end));
            rest.start = one.map_or(at + 1, |one| one.outer.end);
            found.extend(one);
        }
    }
    found
}

/// “十四五”规划, “七五”普法规划, “八项”规定; and rules known by their number alone: “十个严禁”, “三个规定”.
fn quoted(fold: &Fold, pair: &Enclosed) -> Option<Titled> {
    let chars = fold.chars();
    let inner = fold.slice(pair.inner);
    if counted(inner, 0) == Some(inner.len()) {
        return Some(Titled { outer: pair.inner, inner: pair.inner, rule: "document.number" });
    }
    if inner.len() > 12 || !inner.iter().all(|&c| is_han(c) || c.is_ascii_alphanumeric()) {
        return None;
    }
    let span = inner.last() == Some(&'五') && inner.len() <= 3;
    let rule = inner.len() == 2 && among!(NUMERALS, inner[0]) && matches!(inner[1], '项' | '条' | '个');
    // In 十三五时期规划建设 the plan is a verb, not the name of a paper.
    if span && fold.starts_any(pair.outer.end, "期间 时期") {
        return None;
    }
    let head = (0..=if span { 6 } else { 0 })
        .take_while(|&gap| gap == 0 || chars.get(pair.outer.end + gap - 1).copied().is_some_and(is_title_char))
        .find_map(|gap| {
            Some(pair.outer.end + gap + words().at_of(chars, pair.outer.end + gap, &["plan", "rule"])?.len)
        })?;
    let head = if span { outline(chars, head) } else { head };
    let at = CharSpan::new(pair.outer.start, head);
    (span || rule).then_some(Titled { outer: at, inner: at, rule: "document.quoted" })
}

/// 中央八项规定, 八项规定.
fn numbered_rule(fold: &Fold, at: usize) -> Option<Titled> {
    let chars = fold.chars();
    let start = if fold.starts_with(at, "中央") { at + 2 } else { at };
    if !among!(NUMERALS, *chars.get(start)?) || at > 0 && (among!(NUMERALS, fold.at(at - 1)) || fold.at(at - 1) == '第')
    {
        return None;
    }
    let known = words().at_of(chars, start, &["number"])?;
    let at = CharSpan::new(at, start + known.len);
    Some(Titled { outer: at, inner: at, rule: "document.number" })
}

/// 十四五规划 without marks.
fn five_years(fold: &Fold, at: usize) -> Option<Titled> {
    let chars = fold.chars();
    let plan = chars.get(at) == Some(&'十') && chars.get(at + 2) == Some(&'五') && fold.starts_with(at + 3, "规划");
    let end = outline(chars, at + 5);
    let at = CharSpan::new(at, end);
    plan.then_some(Titled { outer: at, inner: at, rule: "document.plan" })
}

/// 规划 goes on as 规划纲要 or 规划建议.
fn outline(chars: &[char], end: usize) -> usize {
    match chars.get(end..end + 2) {
        Some(['纲', '要'] | ['建', '议']) => end + 2,
        _ => end,
    }
}

/// After 出台, 印发, 制定 and the like: 关于…的意见, …若干措施, …8条措施, …实施方案.
fn framed(fold: &Fold, at: usize, end: usize) -> Option<Titled> {
    let chars = &fold.chars()[..end];
    let verb = words().at_of(chars, at, &["issue"])?;
    let mut start = at + verb.len;
    while let Some(more) = words().at_of(chars, start, &["issue", "link"]) {
        start += more.len;
    }
    let limit = end.min(start + REACH);
    let length = chars[start..limit]
        .iter()
        .take_while(|&&c| !ends_clause(c) && !matches!(c, '、' | '《' | '“' | '"' | '「'))
        .count();
    let clause = start + length;
    let stop = (start + 6..=clause).find(|&stop| is_head(chars, start, stop))?;
    let title = CharSpan::new(start, stop);
    let generic = words().at_of(chars, start, &["vague"]).is_some() || chars[start].is_ascii_digit();
    let about = fold.starts_with(start, "关于");
    let fits = title.len() >= 8 && !generic && (about || !fold.slice(title).iter().any(|c| among!("等了", *c)));
    fits.then_some(Titled { outer: title, inner: title, rule: "document.framed" })
}

/// Whether the title that starts at `start` can end at `stop`.
fn is_head(chars: &[char], start: usize, stop: usize) -> bool {
    if chars.get(stop).copied().is_some_and(is_title_char) && words().at_of(chars, stop, &["link"]).is_none() {
        return false;
    }
    let ending = |family| words().before_of(chars, stop, &[family]).map(|head| stop - head.len);
    if ending("whole").is_some() {
        return true;
    }
    if let Some(before) = ending("few") {
        let numbered = before > start + 1
            && chars[before - 1] == '条'
            && (chars[before - 2].is_ascii_digit() || among!(NUMERALS, chars[before - 2]));
        if numbered || chars.get(before.saturating_sub(2)..before) == Some(&['若', '干']) {
            return true;
        }
    }
    let about = chars.get(start..start + 2) == Some(&['关', '于']);
    let closes = |before: usize| before > start && chars[before - 1] == '的';
    about && (ending("plan").is_some_and(closes) || ending("rule").is_some_and(closes))
}

/// 十个严禁: where the rule that starts at `at` with a numeral ends.
fn counted(chars: &[char], at: usize) -> Option<usize> {
    let digits = chars[at..].iter().take(3).take_while(|&&c| among!(NUMERALS, c)).count();
    let measure = matches!(chars.get(at + digits), Some('个' | '项' | '条'));
    let head = words().at_of(chars, at + digits + 1, &["rule", "ban"])?;
    (digits > 0 && measure).then_some(at + digits + 1 + head.len)
}

fn is_title_char(c: char) -> bool {
    is_han(c)
}

const NUMERALS: &str = "一二两三四五六七八九十百";

/// The words of documents.
pub(in crate::read) fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| Words::of(rows(crate::lexicon::table!("../../lexicon/documents.tsv"))))
}
