//! The title and the day of a page, where its article's own lines lack them.

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
    let heading = lines
        .iter()
        .filter(|line| (1..=3).contains(&line.heading) && line.words >= 4)
        .find(|line| holds(&title, &line.text) || holds(&named, &line.text));
    let title = match heading {
        Some(line) => line.text.clone(),
        None if !named.is_empty() => without_site(&named),
        None => without_site(&title),
    };
    Head { title, published }
}

/// The part of a head's title that names the article: sites append their own names after `_`, `|` or ` - `.
fn without_site(title: &str) -> String {
    let first = ["_", "|", "｜", " - ", " – ", " — ", "--", "-"].iter().fold(title, |part, mark| {
        let before = part.split(mark).next().unwrap_or(part).trim();
        if before.chars().count() >= 5 { before } else { part }
    });
    first.trim().to_owned()
}

/// Whether `text` holds `part`, blanks aside.
pub(super) fn holds(text: &str, part: &str) -> bool {
    let solid = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let part = solid(part);
    !part.is_empty() && solid(text).contains(&part)
}

/// The heading lines just before the article: from the line with its title down to its first line. Empty if the title
/// is not there.
pub(super) fn lines_before(lines: &[Line], first: usize, title: &str) -> Vec<usize> {
    if title.is_empty() {
        return Vec::new();
    }
    let from = first.saturating_sub(REACH);
    let is_title = |at: &usize| {
        lines.get(*at).is_some_and(|line| line.words <= LONGEST && (holds(&line.text, title) || line.heading == 1))
    };
    let Some(start) = (from..first).rev().find(is_title) else { return Vec::new() };
    let belongs = |at: &usize| {
        lines.get(*at).is_some_and(|line| *at == start || line.words <= LONGEST && line.linked * 2 <= line.words)
    };
    (start..first).filter(belongs).collect()
}

/// The lines just after the article that tell its editor, source or day.
pub(super) fn lines_after(lines: &[Line], last: usize) -> Vec<usize> {
    const TELLING: [&str; 12] =
        ["责任编辑", "責任編輯", "编辑", "責編", "责编", "来源", "來源", "记者", "記者", "作者", "发布", "時間"];
    let tells = |at: &usize| {
        lines.get(*at).is_some_and(|line| {
            line.words <= LONGEST
                && line.linked * 2 <= line.words
                && (TELLING.iter().any(|word| line.text.contains(word)) || is_day(&line.text))
        })
    };
    (last + 1..(last + 5).min(lines.len())).filter(tells).collect()
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
