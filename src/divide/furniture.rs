//! Lines that are no body text, told by their words: menus, dates, sources, editors, rights.

use crate::script::is_letter_or_digit;
use std::sync::OnceLock;

use super::day;
use super::shape::{Shape, blank, han};
use crate::fold::{CharSpan, Fold};
use crate::lexicon::{Pairs, Words, rows};

fn table() -> &'static str {
    crate::lexicon::table!("../lexicon/furniture.tsv")
}

/// What a line of furniture says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// A menu's words, or where the reader is.
    Navigation,
    /// A heading over the titles of other pages.
    Related,
    /// The printed page's marks, the size of letters, rules of stars.
    Layout,
    /// When the page was published.
    Date,
    /// Where the text was taken from.
    Source,
    /// Who edited it.
    Editor,
    /// The column's name.
    Column,
    /// Rights and registration.
    Copyright,
    /// A long number.
    Id,
}

impl Sort {
    /// The annotation guide's word for it.
    pub fn reason(self) -> &'static str {
        match self {
            Self::Navigation => "navigation",
            Self::Related => "related",
            Self::Layout | Self::Source => "layout",
            Self::Date => "date",
            Self::Editor => "editor",
            Self::Column => "column",
            Self::Copyright => "copyright",
            Self::Id => "id",
        }
    }
}

/// The words of page furniture.
pub(super) fn words() -> &'static Words {
    static LIST: OnceLock<Words> = OnceLock::new();
    LIST.get_or_init(|| Words::of(rows(table())))
}

/// The families whose words open a line.
const OPENERS: [&str; 8] = ["way", "related", "layout", "date", "source", "editor", "column", "copyright"];

/// What sort of furniture a line is, if it is any.
pub(super) fn sort(fold: &Fold, line: &Shape) -> Option<Sort> {
    if line.blank() || line.at.len() > 240 {
        return None;
    }
    let chars = fold.slice(line.at);
    if line.letters == 0 {
        // Dots stand for what is left out of the body; other signs are rules and arrows.
        return (!chars.contains(&'…')).then_some(Sort::Layout);
    }
    if line.han == 0 && longest_digits(chars) >= 12 {
        return Some(Sort::Id);
    }
    if day::only(fold, line.at) {
        return Some(Sort::Date);
    }
    if chars == ['完'] || edition_only(chars) {
        return Some(Sort::Layout);
    }
    if fold.starts_any(line.at.start, "http:// https:// www.") {
        return Some(Sort::Navigation);
    }
    if outlet(fold, line).is_some() {
        return Some(Sort::Date);
    }
    opened(fold, line).or_else(|| menu(chars)).or_else(|| rights(chars, line)).or_else(|| record(fold, line))
}

fn longest_digits(chars: &[char]) -> usize {
    chars.split(|c| !c.is_ascii_digit()).map(<[char]>::len).max().unwrap_or(0)
}

/// Whether the line names nothing but a printed page: 04版, 第04版:要闻.
fn edition_only(chars: &[char]) -> bool {
    let rest = chars.strip_prefix(&['第']).unwrap_or(chars);
    let digits = rest.iter().take_while(|c| c.is_ascii_digit()).count();
    (1..=3).contains(&digits)
        && rest.get(digits) == Some(&'版')
        && rest.get(digits + 1).is_none_or(|c| matches!(c, ':' | ' '))
        && rest.len() < 16
}

/// The first letter or sign of rights of a line.
fn first_letter(chars: &[char]) -> usize {
    chars.iter().position(|&c| is_letter_or_digit(c) || c == '©').unwrap_or(0)
}

fn opened(fold: &Fold, line: &Shape) -> Option<Sort> {
    let chars = fold.slice(line.at);
    let first = first_letter(chars);
    let hit = words().at_of(chars, first, &OPENERS)?;
    let rest = &chars[first + hit.len..];
    let rest_at = CharSpan::new(line.at.start + first + hit.len, line.at.end);
    let next = rest.first().copied();
    let parted = next.is_none_or(|c| !is_letter_or_digit(c));
    let labelled = matches!(next, Some(':' | '|' | '/'));
    let letters = line.letters;
    let sort = match hit.family {
        "way" if line.stops == 0 && letters <= 80 => Sort::Navigation,
        "related" if (parted && letters <= hit.len + 2) || labelled || ends_in(rest, "推荐") => Sort::Related,
        "layout" if (parted || next.is_some_and(|c| c.is_ascii_digit())) && letters <= 24 => Sort::Layout,
        "date"
            if (parted || next.is_some_and(|c| c.is_ascii_digit()))
                && line.stops == 0
                && (day::first(fold, rest_at).is_some() || day::only(fold, rest_at)) =>
        {
            Sort::Date
        }
        "date" if hit.len > 2 && labelled && letters <= 12 => Sort::Date,
        "source" if line.stops == 0 && letters <= 40 && (parted || hit.term == "转自" || hit.term == "Source") => {
            Sort::Source
        }
        "source" if hit.term == "Source" && labelled => Sort::Source,
        "editor" if line.stops == 0 && letters <= 60 && (labelled || names_follow(rest)) => Sort::Editor,
        "column" if parted && letters <= 24 => Sort::Column,
        "copyright" if parted || hit.term == "©" => Sort::Copyright,
        _ => return None,
    };
    Some(sort)
}

fn ends_in(chars: &[char], word: &str) -> bool {
    let rest: String = chars.iter().filter(|c| !blank(**c)).collect();
    rest.trim_end_matches(|c: char| !is_letter_or_digit(c)) == word
}

/// Whether nothing follows but names of two to four characters and words for editors.
fn names_follow(rest: &[char]) -> bool {
    let mut parts = rest.split(|&c| !is_letter_or_digit(c)).filter(|part| !part.is_empty()).peekable();
    parts.peek().is_some()
        && parts.all(|part| {
            let name = part.len() <= 4 && part.iter().all(|&c| han(c));
            name || words().at_of(part, 0, &["editor", "byline"]).is_some()
        })
}

/// Whether a label of another part of the head starts at `at`: 作者: of `来源:证券时报网作者:李在山`.
fn labelled(chars: &[char], at: usize) -> bool {
    let hit = words().at_of(chars, at, &["source", "editor", "date", "byline", "layout"]);
    hit.is_some_and(|hit| chars.get(at + hit.len) == Some(&':'))
}

/// Whether every part of the line is a word of menus, or it leads from the first page on with `>`.
fn menu(chars: &[char]) -> Option<Sort> {
    if chars.len() > 80 {
        return None;
    }
    let list = words();
    let known = |part: &[char]| list.at_of(part, 0, &["word"]).is_some_and(|hit| hit.len == part.len());
    let mut parts = chars.split(|&c| !is_letter_or_digit(c)).filter(|part| !part.is_empty());
    let path = chars.iter().any(|c| matches!(c, '>' | '›' | '»'));
    let menu = if path { parts.any(known) } else { parts.next().is_some_and(known) && parts.all(known) };
    menu.then_some(Sort::Navigation)
}

fn rights(chars: &[char], line: &Shape) -> Option<Sort> {
    if line.letters > 160 || line.stops > 2 {
        return None;
    }
    static HOLDERS: OnceLock<Pairs> = OnceLock::new();
    let holders = HOLDERS.get_or_init(|| {
        let openings = words().openings(&["holder"]);
        Pairs::of(&openings.filter_map(|(first, second)| Some((first, second?))).collect::<Vec<_>>())
    });
    let held = |at: usize| holders.at(chars, at) && words().at_of(chars, at, &["holder"]).is_some();
    (0..chars.len()).any(held).then_some(Sort::Copyright)
}

/// A line that puts the day beside source, editor or writer: `2018-02-07 10:20 来源:新华网`.
fn record(fold: &Fold, line: &Shape) -> Option<Sort> {
    if line.stops > 0 || line.letters > 90 || line.commas > 0 {
        return None;
    }
    day::first(fold, line.at)?;
    let chars = fold.slice(line.at);
    let labelled = |at: usize| {
        let hit = words().at_of(chars, at, &["source", "editor", "date", "layout", "byline"]);
        hit.is_some_and(|hit| chars.get(at + hit.len) == Some(&':'))
    };
    (0..chars.len()).any(labelled).then_some(Sort::Date)
}

/// The outlet that stands alone behind a day with a clock time or a dot: 2019年11月25日 18:57 参考消息.
pub(super) fn outlet(fold: &Fold, line: &Shape) -> Option<CharSpan> {
    if line.stops > 0
        || line.commas > 0
        || !(10..=40).contains(&line.at.len())
        || !fold.at(line.at.start).is_ascii_digit()
    {
        return None;
    }
    let day = day::first(fold, line.at).filter(|day| day.at.start == line.at.start)?;
    let rest = super::shape::trim(fold, CharSpan::new(day.at.end, line.at.end));
    let chars = fold.slice(rest);
    let clock = chars.iter().take_while(|c| c.is_ascii_digit() || matches!(c, ':' | ' ')).count();
    let timed = chars[..clock].contains(&':');
    let dotted = chars.first() == Some(&'·');
    let name = super::shape::trim(fold, CharSpan::new(rest.start + clock + usize::from(dotted), rest.end));
    let words = fold.slice(name);
    let plain = words.iter().all(|&c| han(c) || c.is_ascii_alphanumeric() || matches!(c, '-' | '·'));
    ((timed || dotted) && (2..=16).contains(&words.len()) && plain).then_some(name)
}

/// The words after the first of `families`' words in `part` that a colon follows or that opens it: 新华网 of `来源:新华网`.
pub(super) fn value(fold: &Fold, part: CharSpan, families: &[&str]) -> Option<CharSpan> {
    let list = words();
    let chars = fold.slice(part);
    let first = first_letter(chars);
    let start = (0..chars.len().min(240)).find_map(|at| {
        let hit = list.at_of(chars, at, families)?;
        let after = at + hit.len;
        (chars.get(after) == Some(&':') || (at == first && hit.term != "Source")).then_some(after)
    })?;
    let start =
        start + chars[start..].iter().take_while(|&&c| blank(c) || matches!(c, ':' | '“' | '"' | '|' | '/')).count();
    let mut end = start;
    while end < chars.len() {
        let c = chars[end];
        let next_label = list.at_of(chars, end, &["source", "editor", "date", "byline", "layout"]).is_some();
        let gap = blank(c) && chars.get(end + 1).is_none_or(|&next| blank(next));
        if gap
            || matches!(c, ')' | '”' | '"' | '】' | ']' | '|')
            || (end > start && (next_label && blank(chars[end - 1]) || labelled(chars, end)))
        {
            break;
        }
        end += 1;
    }
    let found = super::shape::trim(fold, CharSpan::new(part.start + start, part.start + end));
    (!found.is_empty()).then_some(found)
}

/// Whether a line holds `word`.
pub(super) fn says(fold: &Fold, part: CharSpan, word: &str) -> bool {
    (part.start..part.end).any(|at| fold.starts_with(at, word))
}

#[cfg(test)]
mod tests {
    use super::super::shape;
    use super::*;

    fn sorted(line: &str) -> Option<Sort> {
        let fold = Fold::of(line);
        shape::lines(&fold).first().and_then(|line| sort(&fold, line))
    }

    #[test]
    fn running_text_is_no_furniture() {
        let texts = [
            "来源于群众的智慧得到推广。",
            "编辑部组织记者深入基层采访,写出一批好稿件。",
            "时间就是生命,民警五分钟赶到现场。",
            "日期临近,各项准备工作就绪。",
            "统筹发展和安全",
            "分享改革成果",
            "制作宣传册三千份,发放到每一户。",
            "相关部门要各司其职,密切配合。",
            "……",
            "2023年,全市生产总值增长6%。",
            "当前我市治安形势稳定",
        ];
        for text in texts {
            assert_eq!(sorted(text), None, "{text}");
        }
    }
}
