//! Finds the few tags of Trunk's page that packing replaces.

use std::ops::Range;

/// A tag of the page, with what stands up to its closing tag where it has one.
pub struct Tag<'a> {
    /// The bytes of the page that it takes, the closing tag with it.
    pub range: Range<usize>,
    /// The opening tag.
    pub open: &'a str,
    /// What stands between the tags; empty for a `link`.
    pub inner: &'a str,
}

impl<'a> Tag<'a> {
    /// The value of an attribute in quotes.
    pub fn attribute(&self, name: &str) -> Option<&'a str> {
        let at = self.open.find(&format!(" {name}="))? + name.len() + 2;
        let quote = self.open[at..].chars().next().filter(|c| matches!(c, '"' | '\''))?;
        self.open[at + 1..].split(quote).next()
    }
}

/// The tags of that name, in order. `closed` tells whether they have a closing tag.
pub fn tags<'a>(html: &'a str, name: &str, closed: bool) -> Vec<Tag<'a>> {
    let (begin, finish) = (format!("<{name}"), format!("</{name}>"));
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = html[from..].find(&begin).map(|at| from + at) {
        let Some(open_end) = html[start..].find('>').map(|at| start + at + 1) else { break };
        let inner_end = if closed { html[open_end..].find(&finish).map(|at| open_end + at) } else { Some(open_end) };
        let Some(inner_end) = inner_end else { break };
        let end = if closed { inner_end + finish.len() } else { open_end };
        found.push(Tag { range: start..end, open: &html[start..open_end], inner: &html[open_end..inner_end] });
        from = end;
    }
    found
}

/// The page with each range replaced. The ranges are in order and share nothing.
pub fn replaced(html: &str, parts: &[(Range<usize>, String)]) -> String {
    let mut out = String::with_capacity(html.len());
    let mut from = 0;
    for (range, text) in parts {
        out.push_str(&html[from..range.start]);
        out.push_str(text);
        from = range.end;
    }
    out.push_str(&html[from..]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_tags_and_their_attributes() {
        let html = "<link rel=\"stylesheet\" href='./a.css'/><script type=\"module\">let a = 1 > 0;</script>";
        let links = tags(html, "link", false);
        assert_eq!(links.len(), 1);
        assert_eq!((links[0].attribute("rel"), links[0].attribute("href")), (Some("stylesheet"), Some("./a.css")));
        assert_eq!(links[0].attribute("type"), None);
        let scripts = tags(html, "script", true);
        assert_eq!(scripts[0].inner, "let a = 1 > 0;");
        assert_eq!(replaced(html, &[(scripts[0].range.clone(), "!".into())]).chars().last(), Some('!'));
    }
}
