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
/// How much prose, in characters, weighs as much as it has.
const ENOUGH: i64 = 600;
/// A line without sentence marks that is prose by its length.
const LONG: usize = 40;

/// The places of the article's lines; of all lines where no element stands out.
pub(super) fn body(nodes: &[Node<'_>], lines: &[Line]) -> Vec<usize> {
    let muted = muted(nodes, lines);
    let is_muted = |line: &Line| muted.get(line.block) == Some(&true);
    // On a page with little prose links weigh as much less.
    let prose: i64 = lines.iter().filter(|line| !is_muted(line)).map(|line| weight(line).max(0)).sum();
    let little = prose.clamp(1, ENOUGH);
    let mut sums = vec![0_i64; nodes.len()];
    for line in lines {
        let weight = match weight(line) {
            1.. if is_muted(line) => 0,
            plain @ 1.. => plain * ENOUGH / little,
            other => other,
        };
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
        return (0..lines.len()).collect();
    }
    let end = nodes.get(best).map_or(nodes.len(), |node| node.end);
    let is_inside = |line: &Line| (best..end).contains(&line.block);
    let is_article = |line: &Line| is_inside(line) && !is_muted(line) && !is_menu(line) && !is_control(line);
    let kept = (0..lines.len()).filter(|&at| lines.get(at).is_some_and(is_article)).collect();
    without_more(kept, lines)
}

/// The lines before a heading such as 相关新闻, if what follows it is the lesser part.
fn without_more(mut kept: Vec<usize>, lines: &[Line]) -> Vec<usize> {
    const MORE: [&str; 22] = [
        "推荐阅读",
        "热门推荐",
        "为你推荐",
        "相关推荐",
        "相关新闻",
        "相关阅读",
        "相关链接",
        "相关文章",
        "相关报道",
        "延伸阅读",
        "精彩图集",
        "猜你喜欢",
        "更多新闻",
        "更多推荐",
        "作者最新文章",
        "热点新闻",
        "新闻排行",
        "相關連結",
        "相關新聞",
        "延伸閱讀",
        "网友评论",
        "最新评论",
    ];
    let line_at = |at: &usize| lines.get(*at);
    let is_more =
        |at: &usize| line_at(at).is_some_and(|line| MORE.contains(&line.text.trim_end_matches(['：', ':', '>', ' '])));
    let prose = |part: &[usize]| part.iter().filter_map(line_at).map(|line| weight(line).max(0)).sum::<i64>();
    if let Some(cut) = kept.iter().position(is_more)
        && let Some((before, after)) = kept.split_at_checked(cut)
        && prose(after) < prose(before)
    {
        kept.truncate(cut);
    }
    kept
}

/// Whether a line is a control of the page: size of type, sharing, the way to the page.
pub(super) fn is_control(line: &Line) -> bool {
    const LONGEST: usize = 24;
    const BEGINS: [&str; 32] = [
        "分享到",
        "分享至",
        "分享",
        "字号",
        "字號",
        "字体",
        "字體",
        "字型大小",
        "打印",
        "列印",
        "用微信扫",
        "正文已结束",
        "网页链接",
        "扫一扫",
        "微信扫一扫",
        "返回顶部",
        "返回首页",
        "关闭窗口",
        "收藏",
        "我要跟帖",
        "我要评论",
        "已输入",
        "评论(",
        "评论（",
        "您所在的位置",
        "您的位置",
        "当前位置",
        "你现在的位置",
        "首页 >",
        "首页>",
        "> ",
        "点击进入",
    ];
    // A sentence may begin with these words too.
    let text = line.text.trim_start_matches(['|', ' ', '【', '[']);
    line.words <= LONGEST && !text.contains(['。', '，']) && BEGINS.iter().any(|begin| text.starts_with(begin))
        || line.words <= 4 && ["超大", "大", "标准", "中", "小", "关注", "赞", "举报", "分享"].contains(&text)
}

/// Whether a line is there to lead elsewhere.
fn is_menu(line: &Line) -> bool {
    line.linked * 2 > line.words && line.marks == 0
}

fn weight(line: &Line) -> i64 {
    if is_menu(line) {
        return -10 - (line.linked / 2).min(30) as i64;
    }
    if is_rights(&line.text) {
        return -20;
    }
    if line.marks > 0 && line.wide >= 8 || line.wide >= LONG { line.wide as i64 } else { -2 }
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
