//! Finds the articles on a page: which lines are whose head and body.

use crate::model::Arrange;
use std::ops::Range;

use super::mark;
use super::page::Page;
use super::people;
use super::shape::Shape;
use crate::fold::CharSpan;
use crate::lexicon::divisions;

/// An article's lines.
#[derive(Clone, Debug)]
pub(super) struct Part {
    /// Lines of its head that stand away from its body: the title, the officer.
    pub head: Vec<usize>,
    /// All its other lines.
    pub lines: Range<usize>,
    /// The line over which no title of it stands: what comes before is the page's.
    pub opens: usize,
}

/// The articles of the page in the order of their bodies; none where there is no running text.
pub(super) fn parts(page: &Page) -> Vec<Part> {
    if let Some(parts) = pairs(page) {
        return parts;
    }
    let mut starts = datelines(page);
    if starts.len() < 2 {
        starts = notices(page);
    }
    if starts.len() < 2 {
        starts.clear();
    }
    let titled = !starts.is_empty();
    starts.extend((0..page.cut).filter(|&line| page.prose[line] && another(page, line)));
    starts.arrange();
    starts.dedup();
    let first = starts.first().copied().unwrap_or(0);
    // What stands before the first start is an article too where it holds more than its heading.
    if starts.is_empty() || (0..first).any(|line| page.prose[line] && page.lines[line].han >= 20) {
        starts.insert(0, 0);
    }
    let ends = starts.iter().skip(1).copied().chain([page.lines.len()]);
    let mut parts: Vec<Part> = starts
        .iter()
        .zip(ends)
        .map(|(&start, end)| Part { head: Vec::new(), lines: start..end, opens: start })
        .collect();
    if let Some(part) = parts.first_mut() {
        part.opens = if titled { part.lines.start } else { 0 };
        part.lines.start = 0;
    }
    parts
}

/// Whether a paragraph brings another item without a title: 又讯(记者…), 另据新华社北京5月3日电; 另据了解 goes on.
fn another(page: &Page, line: usize) -> bool {
    let shape = page.lines[line];
    let CharSpan { start, end } = shape.at;
    let opens = |words: &str| page.fold.starts_any(start, words);
    if !opens("又据 另据") {
        return opens("又讯 另讯");
    }
    let told = |at: usize| {
        let outlet = matches!(page.fold.at(at - 1), '》' | '社' | '报' | '网' | '台' | '闻');
        outlet && page.fold.starts_with(at, "报道") && matches!(page.fold.at(at + 2), ',' | ':')
    };
    let wire = Shape { at: CharSpan::new(start + 2, end), ..shape };
    (start + 4..end.min(start + 24)).any(told)
        || people::dateline(page.fold, &wire).is_some_and(|agency| !agency.is_empty())
}

/// Titles that each stand over an officer's name, together, with their bodies after the last one.
fn pairs(page: &Page) -> Option<Vec<Part>> {
    let mut found: Vec<[usize; 2]> = Vec::new();
    for line in 0..page.cut {
        if page.lines[line].blank() {
            continue;
        }
        if page.prose[line] && !found.is_empty() {
            if found.len() >= 2 {
                break;
            }
            found.clear();
        }
        if people::officer(page.fold, &page.lines[line]).is_none() {
            continue;
        }
        if let Some(title) = page.before(line).filter(|&title| page.title_like(title)) {
            found.push([title, line]);
        }
    }
    let (first, last) = (found.first()?[0], found.last()?[1]);
    if found.len() < 2 {
        return None;
    }
    let starts = bodies(page, &found, last)?;
    let mut parts = Vec::new();
    if (0..first).any(|line| page.prose[line]) {
        parts.push(Part { head: Vec::new(), lines: 0..first, opens: 0 });
    }
    for (at, pair) in found.iter().enumerate() {
        let end = starts.get(at + 1).copied().unwrap_or(page.lines.len());
        parts.push(Part { head: pair.to_vec(), lines: starts[at]..end, opens: starts[at] });
    }
    Some(parts)
}

/// Where the body of each pair starts: a paragraph that names its place, or that stands before an enumeration begins anew.
fn bodies(page: &Page, pairs: &[[usize; 2]], last: usize) -> Option<Vec<usize>> {
    let prose: Vec<usize> = (last + 1..page.cut).filter(|&line| page.prose[line]).collect();
    let marks: Vec<_> = prose.iter().map(|&line| mark::at(page.fold, page.lines[line].at)).collect();
    let anew = |at: usize| {
        let opens = marks.get(at + 1).copied().flatten().is_some_and(|mark| mark.number == 1);
        marks[at].is_none() && (at == 0 || (opens && marks[at - 1].is_some()))
    };
    let mut starts = vec![*prose.first()?];
    let mut next = 1;
    for pair in &pairs[1..] {
        let place = place(page, page.lines[pair[1]].at);
        let names = |at: usize| {
            let line = page.lines[prose[at]].at;
            let opening = CharSpan::new(line.start, line.end.min(line.start + 40));
            place.is_some_and(|place| page.fold.text(opening).contains(place))
        };
        let found = (next..prose.len()).find(|&at| marks[at].is_none() && (names(at) || anew(at)))?;
        starts.push(prose[found]);
        next = found + 1;
    }
    Some(starts)
}

/// The short name of the last, hence lowest, division that a stretch names in full.
pub(super) fn place(page: &Page, part: CharSpan) -> Option<&'static str> {
    let chars = page.fold.slice(part);
    let hit = (0..chars.len().min(60)).rev().find_map(|at| divisions::full().at(chars, at))?;
    divisions::short_of(hit.term)
}

/// Titles over paragraphs that open with an agency's dateline.
fn datelines(page: &Page) -> Vec<usize> {
    let mut starts: Vec<[usize; 2]> = Vec::new();
    // 央视网消息: over short news with titles of their own.
    for line in (0..page.cut).filter(|&line| page.prose[line] || page.lines[line].last == ':') {
        if people::dateline(page.fold, &page.lines[line]).is_none() {
            continue;
        }
        // 本报讯 without a title of its own opens an item of short news.
        let wire = || page.fold.starts_any(page.lines[line].at.start, "本报讯 本网讯 本刊讯 新华社 中新社");
        starts.extend(title_above(page, line).or_else(|| wire().then_some([line; 2])));
    }
    // Where all other titles are one line each, what stands over the first one's is the page's.
    let single = starts.len() > 1 && starts[1..].iter().all(|[first, last]| first == last);
    starts.iter().enumerate().map(|(at, [first, last])| if at == 0 && single { *last } else { *first }).collect()
}

/// The first and the last of the lines of a head that stands right over `line`.
fn title_above(page: &Page, line: usize) -> Option<[usize; 2]> {
    let mut start: Option<[usize; 2]> = None;
    let mut at = line;
    for _ in 0..5 {
        let Some(above) = page.before(at) else { break };
        let head = page.title_like(above);
        if !head && !page.names_people(above) && page.sorts[above].is_none() {
            break;
        }
        if page.sorts[above].is_some() && start.is_some() {
            break;
        }
        if head {
            start = Some([above, start.map_or(above, |[_, last]| last)]);
        }
        at = above;
    }
    start
}

/// Titles over a line that addresses the receivers (各有关单位:), each after another's day of signing.
fn notices(page: &Page) -> Vec<usize> {
    let salutes = |line: usize| {
        let shape = &page.lines[line];
        shape.last == ':' && (3..=30).contains(&shape.han) && shape.letters <= 30 && page.sorts[line].is_none()
    };
    let followed = |line: usize| page.after(line).is_some_and(|next| page.prose[next]);
    let titled = |line: usize| page.before(line).filter(|&title| page.title_like(title));
    let fresh = |title: usize| {
        page.before(title)
            .is_none_or(|above| page.sorts[above] == Some(super::furniture::Sort::Date) || page.sorts[above].is_some())
    };
    (0..page.cut)
        .filter(|&line| salutes(line) && followed(line))
        .filter_map(titled)
        .filter(|&title| fresh(title))
        .collect()
}
