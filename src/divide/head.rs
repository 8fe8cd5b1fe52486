//! Reads an article's head: title, second title, writers, date, source, editor, column, edition.

use super::day::{self, Day};
use super::furniture::{self, Sort};
use super::page::Page;
use super::people;
use super::shape::{self, Shape};
use super::split::Part;
use super::{LineRole, mark, notes};
use crate::fold::CharSpan;
use crate::lexicon::choice;
use crate::model::{Arrange, Article, Script};
use crate::script::is_letter_or_digit;

/// What a head says, and where.
pub(super) struct Head {
    pub article: Article,
    pub title: Option<CharSpan>,
    pub date: Option<CharSpan>,
    /// Whether an agency's or a paper's dateline opens the body.
    pub wire: bool,
    /// The first line of the body.
    pub body: usize,
}

/// The head of `part`; its lines get their roles.
pub(super) fn read(page: &Page, part: &Part, roles: &mut [LineRole]) -> Option<Head> {
    let first = first_body(page, part)?;
    let mut head = Head { article: empty(), title: None, date: None, wire: false, body: first };
    let top: Vec<usize> = (part.lines.start..first).filter(|&line| !page.lines[line].blank()).collect();
    let title = match part.head.first() {
        Some(&line) => Some(line),
        None => {
            let below = top.partition_point(|&line| line < part.opens);
            best_title(page, &top[below..]).map(|line| over(page, &top, line))
        }
    };
    if let Some(line) = title {
        roles[line] = LineRole::Title;
        set_title(page, &mut head, line);
    }
    for &line in part.head.iter().skip(1) {
        roles[line] = LineRole::Byline;
        head.article.byline.extend(people::officer(page.fold, &page.lines[line]));
    }
    if part.head.is_empty() {
        around_title(page, &top, title, &mut head, roles);
    }
    let near = (part.lines.start..part.lines.end).filter(|&line| !page.lines[line].blank() && line < page.cut);
    people_and_source(page, near, first, &mut head, roles);
    Some(head)
}

fn empty() -> Article {
    Article {
        title: String::new(),
        subtitle: String::new(),
        published: String::new(),
        source: String::new(),
        column: String::new(),
        edition: String::new(),
        byline: Vec::new(),
        editor: String::new(),
        area: String::new(),
        covers: String::new(),
        script: Script::Hans,
    }
}

/// The first line of running text, or the line of address right before it.
fn first_body(page: &Page, part: &Part) -> Option<usize> {
    let first = part.lines.clone().find(|&line| page.prose[line])?;
    let above = page.before(first).filter(|&line| line >= part.lines.start && page.sorts[line].is_none());
    let leads = |&line: &usize| {
        let shape = &page.lines[line];
        shape.last == ':' && (shape.letters <= 30 || people::dateline(page.fold, shape).is_some())
    };
    Some(above.filter(leads).unwrap_or(first))
}

/// The line that is the title: long enough, near what else a head holds, or said twice.
fn best_title(page: &Page, top: &[usize]) -> Option<usize> {
    let mut best: Option<(i32, usize)> = None;
    for (at, &line) in top.iter().enumerate().filter(|&(_, &line)| page.title_like(line)).take(40) {
        let shape = &page.lines[line];
        // (2007年6月29日…通过), (转自“甲频道”): a note on the title.
        let note = page.fold.at(shape.at.start) == '(' && page.fold.ends_with(shape.at.end, ")");
        let aside = note || page.fold.starts_with(shape.at.start, "——") || occasion(page, shape);
        if aside || caption(page, shape) {
            continue;
        }
        let next = top.get(at + 1).copied();
        let beside = next.is_some_and(|next| {
            page.sorts[next].is_some()
                || page.names_people(next)
                || page.fold.starts_with(page.lines[next].at.start, "——")
        });
        let words = page.fold.slice(shape.at);
        let twice = top[at + 1..].iter().take(12).any(|&other| page.fold.slice(page.lines[other].at) == words);
        let letters = i32::try_from(shape.letters.min(30)).unwrap_or(30);
        let order = i32::try_from(at).unwrap_or(i32::MAX / 8);
        let score = letters + 12 * i32::from(beside && !issuer(page, line)) + 10 * i32::from(twice)
            - 20 * i32::from(shape.letters < 6)
            - 4 * order;
        if best.is_none_or(|(top_score, _)| score > top_score) {
            best = Some((score, line));
        }
    }
    best.map(|(_, line)| line)
}

/// The line right over the best one where a title of two lines opens the page: its first line is the title.
fn over(page: &Page, top: &[usize], line: usize) -> usize {
    const NAMES: &str = "网 报 频道 首页 中心 新闻 站";
    let first = top.iter().copied().find(|&line| page.sorts[line].is_none());
    let Some(above) = first.filter(|&above| above + 1 == line && page.title_like(above)) else { return line };
    let shape = &page.lines[above];
    let named = page.fold.ends_any(shape.at.end, NAMES)
        || page.fold.slice(shape.at).iter().any(|&c| matches!(c, '_' | '|' | '>' | '-' | ' '));
    let title = shape.letters >= 10 && !named && !issues(page, above) && !caption(page, shape);
    let whole = |line: usize| page.fold.text(page.lines[line].at);
    if title && !whole(line).contains(whole(above)) && !whole(above).contains(whole(line)) { above } else { line }
}

/// Whether a line ends in the name of a body that may issue a text.
fn issues(page: &Page, line: usize) -> bool {
    const ENDS: &str = "局 队 厅 委员会 办公室 人民政府 法团 公司 协会 联合会 法院 检察院";
    page.fold.ends_any(page.lines[line].at.end, ENDS)
}

/// Whether the line names the bodies that issue the text under its title: 青山市统计局 国家统计局青山调查队.
fn issuer(page: &Page, line: usize) -> bool {
    let titled = |above: &usize| page.title_like(*above) && page.lines[*above].letters >= 8;
    issues(page, line)
        && page.before(line).filter(titled).is_some()
        && page.after(line).is_some_and(|day| page.sorts[day] == Some(Sort::Date))
        && mark::at(page.fold, page.lines[line].at).is_none()
}

/// Title and second title of a line; `——` in its middle parts them.
fn set_title(page: &Page, head: &mut Head, line: usize) {
    let at = page.lines[line].at;
    // The signs of a Markdown heading are none of its words.
    let signs = page.fold.slice(at).iter().take_while(|&&c| c == '#').count();
    let at = shape::trim(page.fold, CharSpan::new(at.start + signs, at.end));
    let chars = page.fold.slice(at);
    let part = (1..chars.len()).find(|&i| chars[i] == '—' && chars[i - 1] == '—' && i > 4 && i + 1 < chars.len());
    let (title, rest) = match part {
        Some(dash) => (CharSpan::new(at.start, at.start + dash - 1), CharSpan::new(at.start + dash + 1, at.end)),
        None => (at, CharSpan::new(at.end, at.end)),
    };
    let mut title = shape::trim(page.fold, title);
    // 统计公报[1]: the mark of a note is none of the title's words.
    let note = (title.start..title.end).find(|&open| notes::reference(page.fold, open) == Some(title.end));
    title.end = note.filter(|&open| open > title.start).unwrap_or(title.end);
    head.title = Some(title);
    head.article.title = page.fold.words(title);
    head.article.subtitle = page.fold.words(shape::trim(page.fold, rest));
}

/// The other lines over the body: menus before the title; after it the second title, the same title again, captions.
fn around_title(page: &Page, top: &[usize], title: Option<usize>, head: &mut Head, roles: &mut [LineRole]) {
    let Some(title_line) = title else { return };
    let words = page.fold.slice(page.lines[title_line].at);
    let mut fresh = true;
    for &line in top {
        if line == title_line || page.sorts[line].is_some() {
            continue;
        }
        let shape = &page.lines[line];
        if page.fold.slice(shape.at) == words {
            roles[line] = LineRole::Title;
        } else if page.names_people(line) {
            continue;
        } else if line > title_line && issuer(page, line) {
            roles[line] = LineRole::Byline;
            if head.article.source.is_empty() {
                head.article.source = page.fold.words(shape.at);
            }
        } else if line < title_line {
            // The body that has the meeting or issues the text, right over its title.
            let own = page.after(line) == Some(title_line) && issues(page, line) && shape.letters >= 6;
            roles[line] = if own { LineRole::Byline } else { LineRole::Boilerplate("navigation") };
            if own && head.article.source.is_empty() {
                head.article.source = page.fold.words(shape.at);
            }
        } else if caption(page, shape) {
            roles[line] = LineRole::Caption;
        } else if mark::at(page.fold, shape.at).is_some_and(|mark| mark.family != mark::Family::Dash) {
            fresh = false;
        } else if page.fold.starts_with(shape.at.start, "——")
            || occasion(page, shape)
            || (fresh && under_title(page, top, line))
        {
            roles[line] = LineRole::Subtitle;
            if head.article.subtitle.is_empty() {
                let words = page.fold.text(shape.at);
                head.article.subtitle = words.trim_start_matches(['—', ' ']).to_owned();
            }
        } else {
            fresh = false;
        }
    }
}

/// Whether a line says when and where the text was spoken: 2026年2月3日在…会议上.
fn occasion(page: &Page, shape: &Shape) -> bool {
    shape.last == '上' && day::first(page.fold, shape.at).is_some_and(|day| day.at.start <= shape.at.start + 1)
}

/// Whether a line right under the title, with nothing of its shape further on in the head, is a second title.
fn under_title(page: &Page, top: &[usize], line: usize) -> bool {
    let rest = top.iter().filter(|&&other| other > line && page.title_like(other)).count();
    page.title_like(line) && page.lines[line].letters >= 8 && rest <= 1
}

/// Whether a line is a caption by its words.
pub(super) fn caption(page: &Page, shape: &Shape) -> bool {
    if shape.letters > 110 || shape.stops > 3 {
        return false;
    }
    let (fold, CharSpan { start, mut end }) = (page.fold, shape.at);
    while end > start && matches!(fold.at(end - 1), '。' | ')' | '(' | ' ') {
        end -= 1;
    }
    let opened = || choice!("图为 图: 图片: 资料图 ▲ △ ▼ (资料图").at(fold, start).is_some();
    let taken = || fold.starts_with(start, "这是") && furniture::says(fold, shape.at, "拍摄的");
    let file = || {
        let name = fold.text(CharSpan::new(start, end)).to_ascii_lowercase();
        [".jpg", ".jpeg", ".png", ".gif"].iter().any(|kind| name.ends_with(kind))
    };
    match fold.at(end.max(start + 1) - 1) {
        'a'..='z' | 'A'..='Z' if file() => return true,
        '摄' | '图' | '片' if shape.letters > 3 && fold.ends_any(end, "摄 供图 资料图 资料照片") => {
            return true;
        }
        _ => {}
    }
    taken() || opened() && people::writers(fold, shape).is_none()
}

fn people_and_source(
    page: &Page,
    near: impl Iterator<Item = usize>,
    first: usize,
    head: &mut Head,
    roles: &mut [LineRole],
) {
    let fold = page.fold;
    let mut wire = None;
    let mut outlet = String::new();
    let mut holder = String::new();
    let mut dates: Vec<(u8, Day)> = Vec::new();
    let mut editors: Vec<String> = Vec::new();
    let mut seen_body = 0;
    let own_head = head.article.byline.is_empty();
    for line in near {
        let shape = &page.lines[line];
        let early = seen_body < 4;
        // (2007年6月29日…通过): when a law or decision was passed.
        let passed = fold.ends_any(shape.at.end, "通过) 公布) 发布) 修订)");
        if early && passed && fold.at(shape.at.start) == '(' {
            dates.extend(day::first(fold, shape.at).map(|day| (1, day)));
        }
        match page.sorts[line] {
            Some(sort) => {
                furniture_values(page, line, sort, head, &mut editors, &mut holder);
                if let Some(day) =
                    day::first(fold, shape.at).filter(|_| matches!(sort, Sort::Date | Sort::Source | Sort::Layout))
                {
                    let rank = if line < first { 0 } else { 2 };
                    dates.push((rank, day));
                }
                continue;
            }
            None if page.prose[line] || line == first => {
                seen_body += 1;
                if wire.is_none() && early {
                    wire = people::dateline(fold, shape);
                }
                if head.article.byline.is_empty() && own_head {
                    let found = people::bracketed(fold, shape);
                    head.article.byline = found.names;
                    outlet = if outlet.is_empty() { found.outlet } else { outlet };
                }
                continue;
            }
            None => {}
        }
        if roles[line] != LineRole::Body {
            continue;
        }
        let tail = page.after(line).is_none_or(|next| !page.prose[next]);
        if let Some(found) = people::writers(fold, shape).filter(|_| early || tail) {
            roles[line] = LineRole::Byline;
            outlet = if outlet.is_empty() { found.outlet } else { outlet };
            let fresh: Vec<String> =
                found.names.into_iter().filter(|name| !head.article.byline.contains(name)).collect();
            head.article.byline.extend(fresh);
        } else if let Some(name) = people::officer(fold, shape).filter(|_| line < first) {
            roles[line] = LineRole::Byline;
            if head.article.byline.is_empty() {
                head.article.byline.push(name);
            }
        }
    }
    head.wire = wire.is_some();
    if head.article.source.is_empty() {
        head.article.source =
            [outlet, wire.unwrap_or_default(), holder].into_iter().find(|name| !name.is_empty()).unwrap_or_default();
    }
    head.article.editor = editors.join("、");
    dates.arrange_by_key(|(rank, day)| (*rank, day.at));
    if let Some((_, day)) = dates.into_iter().next() {
        head.date = Some(day.at);
        head.article.published = day.value;
    }
}

/// What a line of furniture adds to the head.
fn furniture_values(
    page: &Page,
    line: usize,
    sort: Sort,
    head: &mut Head,
    editors: &mut Vec<String>,
    holder: &mut String,
) {
    let fold = page.fold;
    let at = page.lines[line].at;
    let value = |families: &[&str]| furniture::value(fold, at, families).map(|part| fold.words(part));
    match sort {
        Sort::Source | Sort::Date => {
            let outer = value(&["source"]).filter(|words| !words.contains("http"));
            let below = || Some(fold.words(page.lines[page.outlet_below(line)?].at));
            let found = outer.or_else(below);
            let alone = || furniture::outlet(fold, &page.lines[line]).map(|part| fold.words(part));
            if head.article.source.is_empty() {
                head.article.source = found.or_else(alone).unwrap_or_default();
            }
        }
        Sort::Editor => editors.extend(editor_names(page, line)),
        Sort::Copyright if holder.is_empty() => {
            *holder = value(&["copyright"]).filter(|words| words.chars().count() <= 16).unwrap_or_default()
        }
        Sort::Column if head.article.column.is_empty() => head.article.column = value(&["column"]).unwrap_or_default(),
        Sort::Navigation if head.article.column.is_empty() => {
            let path = furniture::says(fold, at, "位置");
            if let Some(way) = value(&["way"]).filter(|_| path) {
                let last = way.rsplit(['>', ' ', '›', '»', '-', '/']).find(|step| !step.is_empty()).unwrap_or_default();
                let step = last != "正文" && last != "首页" && last.chars().all(shape::han);
                head.article.column = if step { last.to_owned() } else { String::new() };
            }
        }
        _ => {}
    }
    if matches!(sort, Sort::Layout) && head.article.edition.is_empty() {
        head.article.edition = edition(fold.slice(at)).unwrap_or_default();
    }
}

/// 04版 of 当前版:04版.
fn edition(chars: &[char]) -> Option<String> {
    let end = chars.iter().position(|&c| c == '版').filter(|&end| end > 0 && chars[end - 1].is_ascii_digit()).or_else(
        || {
            chars
                .iter()
                .enumerate()
                .skip(1)
                .find(|&(at, &c)| c == '版' && chars[at - 1].is_ascii_digit())
                .map(|(at, _)| at)
        },
    )?;
    let start = chars[..end].iter().rposition(|c| !c.is_ascii_alphanumeric()).map_or(0, |at| at + 1);
    Some(chars[start..=end].iter().collect())
}

fn editor_names(page: &Page, line: usize) -> Vec<String> {
    let chars = page.fold.slice(page.lines[line].at);
    let parts = chars.split(|&c| !is_letter_or_digit(c)).filter(|part| !part.is_empty());
    let mut wanted = false;
    let mut names = Vec::new();
    for part in parts {
        let Some(hit) = furniture::words().at_of(part, 0, &["editor", "byline"]) else {
            if wanted && part.len() <= 4 {
                names.push(part.iter().collect());
            }
            continue;
        };
        wanted = hit.term.contains("编");
        let rest = &part[hit.len..];
        if wanted && (2..=4).contains(&rest.len()) {
            names.push(rest.iter().collect());
        }
    }
    names
}
