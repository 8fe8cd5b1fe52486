//! Cuts a page into tags and texts, as tolerantly as browsers do.

/// A piece of a page, in its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// Words, with their character references still encoded.
    Text(&'a str),
    /// A start tag: its name as written, its attributes as written.
    Open(&'a str, &'a str),
    /// An end tag.
    Close(&'a str),
}

/// Elements whose content is words for programs, up to their end tag; of these only `title` is handed on.
const RAW: [&str; 8] = ["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"];

/// Walks over a page once.
#[derive(Debug)]
pub(super) struct Tokens<'a> {
    page: &'a str,
    at: usize,
    /// The raw element that was opened last, while its content is not read.
    raw: Option<&'a str>,
    /// Whether a quotation mark in a tag was never closed: from then on tags end at the first `>`.
    broken: bool,
}

impl<'a> Tokens<'a> {
    pub(super) const fn of(page: &'a str) -> Self {
        Self { page, at: 0, raw: None, broken: false }
    }

    fn rest(&self) -> &'a str {
        self.page.get(self.at..).unwrap_or_default()
    }

    /// The words up to the byte `end` of what is left.
    fn take(&mut self, end: usize) -> &'a str {
        let part = self.rest().get(..end).unwrap_or_default();
        self.at += end;
        part
    }

    /// Passes over what has no words: comments, declarations, instructions. CDATA opens and is read as content.
    fn skip_declaration(&mut self) {
        let rest = self.rest();
        let end = if rest.starts_with("<!--") {
            rest.find("-->").map(|end| end + 3)
        } else if rest.starts_with("<![CDATA[") {
            Some("<![CDATA[".len())
        } else {
            rest.find('>').map(|end| end + 1)
        };
        self.at += end.unwrap_or(rest.len());
    }

    fn tag(&mut self) -> Token<'a> {
        let rest = self.rest();
        let inner = self.tag_end(rest);
        let part = self.take(inner.map_or(rest.len(), |end| end + 1));
        let body = part.get(1..inner.unwrap_or(part.len())).unwrap_or_default();
        let (closes, body) = body.strip_prefix('/').map_or((false, body), |body| (true, body));
        let length = body.find(|c: char| c.is_ascii_whitespace() || c == '/').unwrap_or(body.len());
        let (name, attributes) = body.split_at(length);
        if closes {
            return Token::Close(name);
        }
        if !attributes.ends_with('/') && RAW.iter().any(|raw| raw.eq_ignore_ascii_case(name)) {
            self.raw = Some(name);
        }
        Token::Open(name, attributes)
    }

    /// Where the `>` of a tag stands, quoted ones passed over.
    fn tag_end(&mut self, rest: &str) -> Option<usize> {
        if !self.broken {
            let mut quote = None;
            let mut before = b' ';
            for (at, byte) in rest.bytes().enumerate() {
                match (quote, byte) {
                    (None, b'>') => return Some(at),
                    // A quotation mark opens a value only after `=`.
                    (None, b'"' | b'\'') if before == b'=' => quote = Some(byte),
                    (Some(open), _) if open == byte => quote = None,
                    _ => {}
                }
                if !byte.is_ascii_whitespace() {
                    before = byte;
                }
            }
            self.broken = true;
        }
        rest.find('>')
    }

    fn raw_content(&mut self, name: &str) -> &'a str {
        let rest = self.rest();
        let end = rest.match_indices("</").map(|(at, _)| at).find(|at| {
            let tag = rest.as_bytes().get(at + 2..at + 2 + name.len());
            tag.is_some_and(|tag| tag.eq_ignore_ascii_case(name.as_bytes()))
        });
        self.take(end.unwrap_or(rest.len()))
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            if let Some(name) = self.raw.take() {
                let content = self.raw_content(name);
                if name.eq_ignore_ascii_case("title") && !content.is_empty() {
                    return Some(Token::Text(content));
                }
                continue;
            }
            let rest = self.rest();
            let mut bytes = rest.bytes();
            if bytes.next()? != b'<' {
                return Some(Token::Text(self.take(rest.find('<').unwrap_or(rest.len()))));
            }
            match bytes.next() {
                Some(b'!' | b'?') => self.skip_declaration(),
                Some(b'/') if bytes.next().is_some_and(|byte| byte.is_ascii_alphabetic()) => return Some(self.tag()),
                Some(byte) if byte.is_ascii_alphabetic() => return Some(self.tag()),
                // A `<` before anything else is a character of the text.
                _ => {
                    let end = rest.get(1..).and_then(|after| after.find('<')).map_or(rest.len(), |end| end + 1);
                    return Some(Token::Text(self.take(end)));
                }
            }
        }
    }
}

/// The value of an attribute, its references not decoded.
pub(super) fn attribute<'a>(attributes: &'a str, name: &str) -> Option<&'a str> {
    let mut rest = attributes;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        let end = rest.find(|c: char| c.is_ascii_whitespace() || c == '=' || c == '/').unwrap_or(rest.len());
        let (key, after) = rest.split_at(end);
        if key.is_empty() && after.is_empty() {
            return None;
        }
        let Some(value) = after.trim_start().strip_prefix('=') else {
            rest = after;
            continue;
        };
        let value = value.trim_start();
        let (value, further) = match value.chars().next() {
            Some(quote @ ('"' | '\'')) => value.get(1..)?.split_once(quote)?,
            _ => value.split_at(value.find(|c: char| c.is_ascii_whitespace()).unwrap_or(value.len())),
        };
        if key.eq_ignore_ascii_case(name) {
            return Some(value);
        }
        rest = further;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(page: &str) -> Vec<Token<'_>> {
        Tokens::of(page).collect()
    }

    #[test]
    fn cuts_tags_and_texts() {
        assert_eq!(
            tokens("<P class='a>b'>一<br/>二 < 三</p><!-- <p> -->四<!doctype x>"),
            [
                Token::Open("P", " class='a>b'"),
                Token::Text("一"),
                Token::Open("br", "/"),
                Token::Text("二 "),
                Token::Text("< 三"),
                Token::Close("p"),
                Token::Text("四"),
            ]
        );
    }

    #[test]
    fn passes_over_programs() {
        assert_eq!(
            tokens("<script>if (a<b) '</p>'</SCRIPT>一"),
            [Token::Open("script", ""), Token::Close("SCRIPT"), Token::Text("一")]
        );
        assert_eq!(
            tokens("<title>甲 <乙></title>"),
            [Token::Open("title", ""), Token::Text("甲 <乙>"), Token::Close("title")]
        );
    }

    #[test]
    fn an_open_quotation_mark_does_not_swallow_the_page() {
        assert_eq!(tokens("<a href=\"x>一</a>").get(1), Some(&Token::Text("一")));
    }

    #[test]
    fn finds_attributes() {
        let attributes = " id=main hidden class = \"a b\" data-x='1'/";
        assert_eq!(attribute(attributes, "class"), Some("a b"));
        assert_eq!(attribute(attributes, "id"), Some("main"));
        assert_eq!(attribute(attributes, "DATA-X"), Some("1"));
        assert_eq!(attribute(attributes, "style"), None);
        assert_eq!(attribute("=", "x"), None);
    }
}
