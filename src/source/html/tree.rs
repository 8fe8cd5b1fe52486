//! The elements of a page in their order, each with its parent and its end.

use super::tokens::{Token, Tokens};

/// What an element does to the lines of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Runs on in its line.
    Inline,
    /// Words that lead elsewhere.
    Link,
    /// Stands on lines of its own.
    Block,
    /// A heading of level 1 to 6.
    Heading(u8),
    /// Ends a line.
    Break,
    /// A row of a table.
    Row,
    /// A cell of a table.
    Cell,
    /// Has no words of the article: programs, controls.
    Hidden,
    /// What stands around articles: navigation, footers, asides.
    Around,
    /// The head's title.
    Title,
}

/// One element, or one run of words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node<'a> {
    pub name: &'a str,
    pub attributes: &'a str,
    /// The words of a run; empty for elements.
    pub words: &'a str,
    pub role: Role,
    pub parent: usize,
    /// The node after the last one inside.
    pub end: usize,
}

/// The elements open at once; deeper ones are taken as if they had no inside. Keeps every step in linear time.
const DEEPEST: usize = 256;

/// Reads a page. The first node stands for the whole.
pub(super) fn tree(page: &str) -> Vec<Node<'_>> {
    let root = Node { name: "", attributes: "", words: "", role: Role::Block, parent: 0, end: 0 };
    let mut nodes = vec![root];
    let mut open = vec![0];
    for token in Tokens::of(page) {
        let at = nodes.len();
        match token {
            Token::Text(words) => {
                let parent = open.last().copied().unwrap_or_default();
                nodes.push(Node { words, role: Role::Inline, parent, end: at + 1, ..root });
            }
            Token::Open(name, attributes) => {
                close_before(name, &mut open, &mut nodes);
                let parent = open.last().copied().unwrap_or_default();
                let role = role(name);
                nodes.push(Node { name, attributes, role, parent, end: at + 1, ..root });
                if !is_void(name) && !attributes.ends_with('/') && open.len() < DEEPEST {
                    open.push(at);
                }
            }
            Token::Close(name) => close(name, &mut open, &mut nodes),
        }
    }
    close_to(0, &mut open, &mut nodes);
    nodes
}

/// Ends the elements that are open from `depth` on.
fn close_to(depth: usize, open: &mut Vec<usize>, nodes: &mut [Node<'_>]) {
    let end = nodes.len();
    for at in open.drain(depth.min(open.len())..) {
        if let Some(node) = nodes.get_mut(at) {
            node.end = end;
        }
    }
}

fn close(name: &str, open: &mut Vec<usize>, nodes: &mut [Node<'_>]) {
    let inline = matches!(role(name), Role::Inline | Role::Link);
    for depth in (1..open.len()).rev() {
        let Some(node) = open.get(depth).and_then(|&at| nodes.get(at)) else { return };
        if node.name.eq_ignore_ascii_case(name) {
            return close_to(depth, open, nodes);
        }
        // The end tag of an inline element ends no block around it, and nothing inside a cell ends its table.
        if inline && !matches!(node.role, Role::Inline | Role::Link) || !inline && is_scope(node.name, name) {
            return;
        }
    }
}

/// Whether an end tag `name` is kept inside `outer`.
fn is_scope(outer: &str, name: &str) -> bool {
    let is = |set: &[&str], name: &str| set.iter().any(|known| known.eq_ignore_ascii_case(name));
    is(&["td", "th"], outer) && !is(&["table", "tbody", "thead", "tfoot", "tr", "body", "html"], name)
}

/// Ends what a start tag ends without saying so: a paragraph, an item, a row, a cell.
fn close_before(name: &str, open: &mut Vec<usize>, nodes: &mut [Node<'_>]) {
    let is = |set: &[&str], name: &str| set.iter().any(|known| known.eq_ignore_ascii_case(name));
    let (ends, within): (&[&str], &[&str]) = match () {
        () if is(&["li"], name) => (&["li"], &["ul", "ol", "menu"]),
        () if is(&["dt", "dd"], name) => (&["dt", "dd"], &["dl"]),
        () if is(&["tr"], name) => (&["tr"], &["table"]),
        () if is(&["td", "th"], name) => (&["td", "th"], &["tr", "table"]),
        () if is(&["a"], name) => (&["a"], &["p", "div", "td", "li", "table"]),
        () if is(&["option"], name) => (&["option"], &["select"]),
        () if is_paragraph_end(name) => (&["p"], &["div", "td", "th", "li", "section", "article", "body", "table"]),
        () => return,
    };
    for depth in (1..open.len()).rev() {
        let Some(node) = open.get(depth).and_then(|&at| nodes.get(at)) else { return };
        if is(ends, node.name) {
            return close_to(depth, open, nodes);
        }
        if is(within, node.name) {
            return;
        }
    }
}

fn is_paragraph_end(name: &str) -> bool {
    matches!(role(name), Role::Block | Role::Heading(_) | Role::Around)
}

fn is_void(name: &str) -> bool {
    const VOID: [&str; 13] =
        ["br", "img", "hr", "meta", "link", "input", "area", "base", "col", "embed", "source", "track", "wbr"];
    VOID.iter().any(|void| void.eq_ignore_ascii_case(name))
}

fn role(name: &str) -> Role {
    let mut lower = [0; 10];
    let Some(slot) = lower.get_mut(..name.len()) else { return Role::Inline };
    slot.copy_from_slice(name.as_bytes());
    slot.make_ascii_lowercase();
    match &*slot {
        b"a" => Role::Link,
        b"br" | b"hr" => Role::Break,
        b"h1" => Role::Heading(1),
        b"h2" => Role::Heading(2),
        b"h3" => Role::Heading(3),
        b"h4" | b"h5" | b"h6" => Role::Heading(4),
        b"tr" => Role::Row,
        b"td" | b"th" => Role::Cell,
        b"title" => Role::Title,
        b"nav" | b"footer" | b"aside" | b"menu" => Role::Around,
        b"script" | b"style" | b"noscript" | b"template" | b"button" | b"select" | b"textarea" | b"svg" | b"canvas"
        | b"iframe" | b"object" | b"audio" | b"video" | b"map" | b"datalist" | b"rt" | b"rp" => Role::Hidden,
        b"p" | b"div" | b"section" | b"article" | b"main" | b"header" | b"body" | b"html" | b"ul" | b"ol" | b"li"
        | b"dl" | b"dt" | b"dd" | b"table" | b"tbody" | b"thead" | b"tfoot" | b"caption" | b"form" | b"fieldset"
        | b"blockquote" | b"pre" | b"figure" | b"figcaption" | b"center" | b"address" | b"details" | b"summary"
        | b"hgroup" | b"item" | b"entry" | b"channel" | b"feed" | b"rss" | b"pubdate" | b"published" | b"updated"
        | b"author" => Role::Block,
        _ => Role::Inline,
    }
}
