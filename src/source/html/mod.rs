//! Takes the article out of a page.

mod body;
mod entities;
mod heading;
mod lines;
mod tokens;
mod tree;

use super::magic::has_ending;

/// Whether `text` is a page rather than plain text: by its name, or by the tags that it begins with.
pub(super) fn is_page(text: &str, name: &str) -> bool {
    if has_ending(name, &["html", "htm", "xhtml", "shtml", "xml"]) {
        return text.contains('<') && text.contains('>');
    }
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    if !start.starts_with('<') {
        return false;
    }
    let head = start.chars().take(1024).collect::<String>().to_ascii_lowercase();
    let begins = |tags: &[&str]| tags.iter().any(|tag| head.starts_with(tag));
    begins(&["<!doctype html", "<html", "<head", "<body", "<?xml", "<rss", "<feed", "<!--"])
        || ["<p>", "<p ", "<div", "<br", "<table", "<meta", "<title"].iter().filter(|tag| head.contains(**tag)).count()
            > 1
}

/// The article of a page as lines; empty where the page has no words.
pub(super) fn article(page: &str) -> String {
    let is_feed = is_feed(page);
    let unpacked;
    let page = if is_feed && page.contains("&lt;") {
        // A feed carries its articles' tags as character references.
        unpacked = page.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
        &unpacked
    } else {
        page
    };
    let nodes = tree::tree(page);
    let lines = lines::lines(&nodes, is_feed);
    if is_feed {
        return joined(lines.iter().filter(|line| !is_address(&line.text)).map(|line| line.text.as_str()));
    }
    let kept = body::body(&nodes, &lines);
    let (Some(&first), Some(&last)) = (kept.first(), kept.last()) else { return String::new() };
    let head = heading::head(&nodes, &lines);
    let text_of = |at: usize| lines.get(at).map_or("", |line| line.text.as_str());
    let inside = kept.iter().take(12).any(|&at| heading::is_title(text_of(at), &head.title));
    let before = if inside { Vec::new() } else { heading::lines_before(&lines, first, &head.title) };
    let after = heading::lines_after(&lines, last);
    let mut parts: Vec<&str> = before
        .iter()
        .filter(|&&at| lines.get(at).is_some_and(|line| !body::is_control(line)))
        .chain(&kept)
        .chain(&after)
        .map(|&at| text_of(at))
        .collect();
    let has_title = parts.iter().take(12).any(|part| heading::is_title(part, &head.title));
    let has_day = parts.iter().take(8).chain(parts.iter().rev().take(4)).any(|part| heading::is_day(part));
    if !has_day && !head.published.is_empty() {
        parts.insert(usize::from(has_title).min(parts.len()), &head.published);
    }
    if !has_title && !head.title.is_empty() {
        parts.insert(0, &head.title);
    }
    joined(parts.into_iter())
}

fn joined<'a>(lines: impl Iterator<Item = &'a str>) -> String {
    let mut text = String::new();
    for line in lines {
        text.push_str(line);
        text.push('\n');
    }
    text
}

fn is_feed(page: &str) -> bool {
    let head: String = page.chars().take(1024).collect();
    head.contains("<rss") || head.contains("<feed") || head.contains("<rdf:RDF")
}

/// Whether a line is nothing but an address of the web.
fn is_address(line: &str) -> bool {
    line.starts_with("http") && !line.contains(' ')
}
