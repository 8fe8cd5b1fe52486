//! Takes the markup out of Markdown that would stand between its words.

use super::magic::has_ending;

/// Whether a name says Markdown.
pub(super) fn is_markdown(name: &str) -> bool {
    has_ending(name, &["md", "markdown", "mdown"])
}

/// The text without front matter, heading signs, emphasis, link targets, pictures and code fences.
pub(super) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for line in without_front_matter(text).lines() {
        let bare = line.trim_start();
        if bare.starts_with("```") || bare.starts_with("~~~") || is_rule(bare) {
            plain.push('\n');
            continue;
        }
        let body = without_lead(line);
        if let Some(cells) = cells(body) {
            plain.push_str(&cells.iter().map(|cell| inline(cell)).collect::<Vec<_>>().join("\t"));
        } else {
            plain.push_str(&inline(body));
        }
        plain.push('\n');
    }
    plain
}

/// The text after a block of `---` lines at its very beginning.
fn without_front_matter(text: &str) -> &str {
    let Some(rest) = text.strip_prefix("---\n").or_else(|| text.strip_prefix("---\r\n")) else { return text };
    ["\n---\n", "\n---\r\n"].iter().find_map(|mark| Some(rest.split_once(mark)?.1)).unwrap_or(text)
}

/// A line of nothing but three or more signs that draw a rule, under a heading or between the parts of a table.
fn is_rule(line: &str) -> bool {
    let signs = line.chars().filter(|c| !c.is_whitespace()).count();
    signs >= 3
        && (["-", "*", "_", "="].iter().any(|sign| line.chars().all(|c| c.is_whitespace() || sign.contains(c)))
            || line.contains('-') && line.chars().all(|c| "|-: \r".contains(c)))
}

/// A line without the signs of headings, quotations and items.
fn without_lead(line: &str) -> &str {
    let mut body = line.trim_start_matches([' ', '\t']);
    while let Some(quoted) = body.strip_prefix('>') {
        body = quoted.trim_start();
    }
    let level = body.bytes().take_while(|&byte| byte == b'#').count();
    if (1..=6).contains(&level)
        && let Some(heading) = body.get(level..)
        && (heading.is_empty() || heading.starts_with([' ', '\t', '\u{3000}']))
    {
        return heading.trim_start().trim_end_matches([' ', '#']);
    }
    ["- ", "* ", "+ "].iter().find_map(|sign| body.strip_prefix(sign)).unwrap_or(body)
}

/// The cells of a row between bars.
fn cells(line: &str) -> Option<Vec<&str>> {
    let row = line.trim().strip_prefix('|')?.strip_suffix('|')?;
    Some(row.split('|').map(str::trim).collect())
}

/// Words without emphasis, link targets and pictures.
fn inline(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.find(['*', '_', '`', '[', '!', '\\', '<']) {
        let (before, from) = rest.split_at(at);
        plain.push_str(before);
        let (shown, length) = markup(from, plain.chars().next_back());
        plain.push_str(shown);
        rest = from.get(length..).unwrap_or_default();
    }
    plain.push_str(rest);
    plain
}

/// What stands in the text for the sign that `from` begins with, and how many bytes it takes the place of.
fn markup(from: &str, before: Option<char>) -> (&str, usize) {
    let sign = from.chars().next().map_or(0, char::len_utf8);
    let itself = (from.get(..sign).unwrap_or_default(), sign);
    for mark in ["***", "**", "__", "``", "`"] {
        if from.starts_with(mark) {
            return ("", mark.len());
        }
    }
    match from.as_bytes() {
        [b'\\', next, ..] if next.is_ascii_punctuation() => (from.get(1..2).unwrap_or_default(), 2),
        [b'!', b'[', ..] => link(from.get(1..).unwrap_or_default()).map_or(itself, |(_, length)| ("", length + 1)),
        [b'[', ..] => link(from).unwrap_or(itself),
        [b'<', b'h', b't', b't', b'p', ..] => from.find('>').map_or(itself, |end| ("", end + 1)),
        [b'<', ..] => tag(from).unwrap_or(itself),
        // A single `*` or `_` is emphasis only where it touches a word: 3 * 4 stays.
        [b'*', next, ..] if !next.is_ascii_whitespace() && before.is_none_or(|c| !c.is_ascii_alphanumeric()) => ("", 1),
        [b'*'] => ("", 1),
        _ => itself,
    }
}

/// Tags of HTML that Markdown lets through: those that end a line, then those inside one.
const TAGS: (&str, &str) = (
    " p br div li tr ul ol table h1 h2 h3 h4 h5 h6 blockquote section article figure hr center ",
    " strong b em i u s a span font sup sub img td th small mark figcaption tbody thead ",
);

/// What stands for the tag that `from` begins with, and the bytes of it.
fn tag(from: &str) -> Option<(&'static str, usize)> {
    // A tag stands on one line and is short: this keeps the search in linear time.
    const REACH: usize = 512;
    let bytes = from.as_bytes();
    let end = bytes.iter().take(REACH).position(|&byte| byte == b'>')?;
    let body = from.get(1..end)?;
    let name = body.trim_start_matches('/');
    let name =
        name.get(..name.bytes().take_while(u8::is_ascii_alphanumeric).count()).filter(|name| !name.is_empty())?;
    let listed = |list: &str| list.split(' ').any(|one| one.eq_ignore_ascii_case(name));
    if listed(TAGS.0) {
        return Some(("\n", end + 1));
    }
    listed(TAGS.1).then_some(("", end + 1))
}

/// The words of `[words](target)` and the bytes of it all.
fn link(from: &str) -> Option<(&str, usize)> {
    // A link stands on one line and its words are short: this keeps the search in linear time.
    const REACH: usize = 2048;
    let bytes = from.as_bytes();
    let near = bytes.get(..REACH).unwrap_or(bytes);
    let close = near.iter().position(|&byte| byte == b']')?;
    if near.get(close + 1) != Some(&b'(') {
        return None;
    }
    let end = near.iter().skip(close).position(|&byte| byte == b')')? + close;
    Some((from.get(1..close)?, end + 1))
}
