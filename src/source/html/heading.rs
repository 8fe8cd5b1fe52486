//! The title and the day of a page, where its article's own lines lack them.

use std::cmp::Reverse;

use super::entities;
use super::lines::Line;
use super::tokens::attribute;
use super::tree::{Node, Role};

/// How far before the article's first line its heading lines are looked for.
const REACH: usize = 16;
/// The longest line of a heading: title, source, day.
const LONGEST: usize = 80;

/// What a page's head says of its article.
#[derive(Debug, Default)]
pub(super) struct Head {
    /// The title, without the site's name; empty if unknown.
    pub title: String,
    /// The day or moment of publication as written; empty if unknown.
    pub published: String,
}

/// Reads the head and the headings of a page.
pub(super) fn head(nodes: &[Node<'_>], lines: &[Line]) -> Head {
    let mut title = String::new();
    let mut named = String::new();
    let mut published = String::new();
    for (at, node) in nodes.iter().enumerate() {
        if node.role == Role::Title && title.is_empty() {
            title = nodes.get(at + 1).filter(|words| words.parent == at).map_or("", |words| words.words).to_owned();
        }
        if !node.name.eq_ignore_ascii_case("meta") {
            continue;
        }
        let Some(content) = attribute(node.attributes, "content") else { continue };
        let key = ["property", "name", "itemprop"].iter().find_map(|key| attribute(node.attributes, key));
        match key.unwrap_or_default().to_ascii_lowercase().as_str() {
            "og:title" | "articletitle" if named.is_empty() => named = content.to_owned(),
            "article:published_time"
            | "pubdate"
            | "publishdate"
            | "og:release_date"
            | "datepublished"
            | "firstpublishedtime"
                if published.is_empty() =>
            {
                published = content.to_owned();
            }
            _ => {}
        }
    }
    let clean = |text: &str| entities::decode(text).split_whitespace().collect::<Vec<_>>().join(" ");
    let (title, named, published) = (clean(&title), clean(&named), clean(&published));
    // A heading that the head's title begins with or holds is the title as the article itself has it.
    // The site's own name may be a heading too: it is the shorter one.
    let heading = lines
        .iter()
        .filter(|line| (1..=3).contains(&line.heading) && line.words >= 4)
        .filter(|line| holds(&title, &line.text) || holds(&named, &line.text))
        .max_by_key(|line| line.words);
    let title = match heading {
        Some(line) if line.words * 3 > without_site(&title).chars().count() => line.text.clone(),
        _ if named.is_empty() && title.is_empty() => String::new(),
        _ if !named.is_empty() => without_site(&named),
        _ => without_site(&title),
    };
    // 2019-11-25T18:57:38+08:00 is a day with more than a reader needs.
    let published = published.split('T').next().unwrap_or_default().to_owned();
    Head { title, published }
}

/// The part of a head's title that names the article, the longest: sites add their own names after `_`, `|` or ` - `.
fn without_site(title: &str) -> String {
    let mut named = title;
    for mark in ["_", "|", "｜", " - ", " – ", " — ", "--"] {
        let longest = named.split(mark).min_by_key(|part| Reverse(part.chars().count())).unwrap_or(named);
        if longest.chars().count() >= 5 {
            named = longest;
        }
    }
    // A bare hyphen may stand in 1-9月: only a short name without digits goes.
    match named.rsplit_once('-') {
        Some((rest, site))
            if site.chars().count() <= 8 && !site.contains(|c: char| c.is_ascii_digit()) && rest.len() > 15 =>
        {
            rest
        }
        _ => named,
    }
    .trim()
    .to_owned()
}

/// The characters that are no blanks.
fn solid(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Whether `text` holds `part`, blanks aside.
pub(super) fn holds(text: &str, part: &str) -> bool {
    let part = solid(part);
    !part.is_empty() && solid(text).contains(&part)
}

/// Whether a line is the title and little more.
pub(super) fn is_title(line: &str, title: &str) -> bool {
    holds(line, title) && line.chars().count() <= title.chars().count() + 4
}

/// The heading lines just before the article: from the line with its title down to its first line. Empty if the title
/// is not there.
pub(super) fn lines_before(lines: &[Line], first: usize, title: &str) -> Vec<usize> {
    if title.is_empty() {
        return Vec::new();
    }
    let from = first.saturating_sub(REACH);
    let is_title = |at: &usize| lines.get(*at).is_some_and(|line| is_title(&line.text, title));
    let Some(start) = (from..first).rev().find(is_title) else { return Vec::new() };
    let belongs = |at: &usize| {
        lines.get(*at).is_some_and(|line| *at == start || line.words <= LONGEST && line.linked * 2 <= line.words)
    };
    (start..first).filter(belongs).collect()
}

/// The lines just after the article that tell its editor, source or day.
pub(super) fn lines_after(lines: &[Line], last: usize) -> Vec<usize> {
    const TELLING: [&str; 10] =
        ["责任编辑", "責任編輯", "编辑：", "編輯：", "责编", "責編", "来源：", "來源：", "记者：", "記者："];
    let tells = |at: &usize| {
        lines.get(*at).is_some_and(|line| {
            let is_day = line.words <= 24 && is_day(&line.text);
            line.words <= LONGEST && (TELLING.iter().any(|word| line.text.contains(word)) || is_day)
        })
    };
    // A list of links may stand between the article and its editor.
    let leads = |at: &usize| lines.get(*at).is_none_or(|line| line.linked * 2 > line.words);
    let near = last + 1..lines.len().min(last + 60);
    near.filter(|at| !leads(at)).take(4).filter(tells).collect()
}

/// Whether a line holds a day written with 年 and 月, or in digits with two separators.
pub(super) fn is_day(text: &str) -> bool {
    let chars: Vec<char> = text.chars().collect();
    let year = |at: usize| at >= 4 && chars.get(at - 4..at).is_some_and(|part| part.iter().all(char::is_ascii_digit));
    chars.iter().enumerate().any(|(at, &c)| {
        let month = |end: char| {
            let digits = chars.get(at + 1..).unwrap_or_default().iter().take_while(|c| c.is_ascii_digit()).count();
            (1..=2).contains(&digits) && chars.get(at + 1 + digits) == Some(&end)
        };
        match c {
            '年' => year(at) && month('月'),
            '-' | '/' | '.' => year(at) && month(c),
            _ => false,
        }
    })
}
