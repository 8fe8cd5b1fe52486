//! Finds the article among the lines of a page.
//!
//! Every line of prose counts for its element, every list of links against it; the article is the element with the
//! greatest sum over all that it holds. So navigation pulls down each element that holds it, and the innermost one that
//! holds all of the article wins.

use super::lines::Line;
use super::tokens::attribute;
use super::tree::{Node, Role};

/// How much one element of links can take from the element that holds it.
const MOST_TAKEN: i64 = -40;
/// A line without sentence marks that is prose by its length.
const LONG: usize = 40;

/// What was found.
pub(super) struct Body {
    /// The lines of the article, by their places.
    pub kept: Vec<usize>,
}

/// The article's lines; all lines where no element stands out.
pub(super) fn body(nodes: &[Node<'_>], lines: &[Line]) -> Body {
    let muted = muted(nodes, lines);
    let is_muted = |line: &Line| muted.get(line.block) == Some(&true);
    let mut sums = vec![0_i64; nodes.len()];
    for line in lines {
        let weight = if is_muted(line) { weight(line).min(0) } else { weight(line) };
        if let Some(sum) = sums.get_mut(line.block) {
            *sum += weight;
        }
    }
    for at in (1..nodes.len()).rev() {
        let sum = sums.get(at).copied().unwrap_or_default().max(MOST_TAKEN);
        if let Some(outer) = nodes.get(at).and_then(|node| sums.get_mut(node.parent)) {
            *outer += sum;
        }
    }
    let best = sums.iter().enumerate().max_by_key(|&(at, sum)| (sum, at)).map_or(0, |best| best.0);
    if sums.get(best).is_none_or(|&sum| sum <= 0) {
        return Body { kept: (0..lines.len()).collect() };
    }
    let end = nodes.get(best).map_or(nodes.len(), |node| node.end);
    let is_inside = |line: &Line| (best..end).contains(&line.block);
    let kept = (0..lines.len())
        .filter(|&at| lines.get(at).is_some_and(|line| is_inside(line) && !is_muted(line) && !is_menu(line)))
        .collect();
    Body { kept }
}

/// Whether a line is there to lead elsewhere.
fn is_menu(line: &Line) -> bool {
    line.linked * 2 > line.words && line.marks == 0
}

fn weight(line: &Line) -> i64 {
    let plain = line.words - line.linked;
    if is_menu(line) {
        return -10 - (line.linked / 2).min(30) as i64;
    }
    if is_rights(&line.text) {
        return -20;
    }
    if line.marks > 0 && plain >= 10 || plain >= LONG { plain as i64 } else { -2 }
}

/// Lines of rights and registration at the foot of every page.
fn is_rights(text: &str) -> bool {
    ["版权所有", "版權所有", "Copyright", "ICP备", "ICP证", "公网安备", "许可证"].iter().any(|word| text.contains(word))
        && text.chars().count() < 200
}

/// Which elements stand around articles, by their names, unless they hold most of the page's prose.
fn muted(nodes: &[Node<'_>], lines: &[Line]) -> Vec<bool> {
    let mut prose = vec![0_i64; nodes.len()];
    for line in lines {
        if let Some(sum) = prose.get_mut(line.block) {
            *sum += weight(line).max(0);
        }
    }
    for at in (1..nodes.len()).rev() {
        let sum = prose.get(at).copied().unwrap_or_default();
        if let Some(outer) = nodes.get(at).and_then(|node| prose.get_mut(node.parent)) {
            *outer += sum;
        }
    }
    let all = prose.first().copied().unwrap_or_default();
    let mut muted = vec![false; nodes.len()];
    for (at, node) in nodes.iter().enumerate().skip(1) {
        let little = prose.get(at).is_some_and(|sum| sum * 10 < all * 4);
        let around = node.role == Role::Around || is_hidden(node) || is_around(node);
        let inherits = muted.get(node.parent) == Some(&true);
        if let Some(slot) = muted.get_mut(at) {
            *slot = inherits || around && little;
        }
    }
    muted
}

fn is_hidden(node: &Node<'_>) -> bool {
    let Some(style) = attribute(node.attributes, "style") else { return false };
    style.split(';').any(|rule| {
        rule.split_once(':').is_some_and(|(key, value)| {
            key.trim().eq_ignore_ascii_case("display") && value.trim().to_ascii_lowercase().starts_with("none")
        })
    })
}

/// Whether an element's class or id names it a part that stands around articles, as the makers of pages name them.
fn is_around(node: &Node<'_>) -> bool {
    const AROUND: [&str; 26] = [
        "nav",
        "navi",
        "menu",
        "sidebar",
        "side",
        "aside",
        "footer",
        "foot",
        "comment",
        "comments",
        "reply",
        "recommend",
        "related",
        "relate",
        "share",
        "crumb",
        "crumbs",
        "breadcrumb",
        "copyright",
        "rank",
        "hot",
        "hots",
        "ad",
        "ads",
        "login",
        "toolbar",
    ];
    ["class", "id"].iter().filter_map(|name| attribute(node.attributes, name)).any(|names| {
        let words = names.split(|c: char| !c.is_ascii_alphabetic());
        words.filter(|word| !word.is_empty()).any(|word| AROUND.iter().any(|known| known.eq_ignore_ascii_case(word)))
    })
}
