/// An element as it is being written in HTML: its open tag, and what lies in it. Words go in as text or as the value of an
/// attribute only, where no character of theirs can be read as markup. What does not change by itself is drawn so: in a
/// tenth of the code that a view which watches each of its parts would take. It is handed on by a pointer, and its
/// functions are never written out where they are called, for the same reason.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Node(Box<Written>);

#[derive(Clone, Debug, Default, PartialEq)]
struct Written {
    tag: &'static str,
    open: String,
    inner: String,
}

/// An element without attributes.
#[inline(never)]
pub fn el(tag: &'static str) -> Node {
    Node(Box::new(Written { tag, ..Written::default() }))
}

/// Words alone.
#[inline(never)]
pub fn words(words: &str) -> Node {
    el("").say(words)
}

/// An element of that class with these words.
#[inline(never)]
pub fn labelled(tag: &'static str, class: &'static str, words: &str) -> Node {
    el(tag).class(class).say(words)
}

impl Node {
    /// With an attribute.
    #[inline(never)]
    pub fn set(mut self, name: &'static str, value: &str) -> Self {
        let open = &mut self.0.open;
        open.push(' ');
        open.push_str(name);
        open.push_str("=\"");
        escape(open, value);
        open.push('"');
        self
    }

    /// With a class.
    #[inline(never)]
    pub fn class(self, class: &str) -> Self {
        self.set("class", class)
    }

    /// With a number as an attribute.
    #[inline(never)]
    pub fn at(self, name: &'static str, value: usize) -> Self {
        self.set(name, &value.to_string())
    }

    /// With these words behind what lies in it.
    #[inline(never)]
    pub fn say(mut self, words: &str) -> Self {
        escape(&mut self.0.inner, words);
        self
    }

    /// With another node behind what lies in it.
    #[inline(never)]
    pub fn put(mut self, node: Self) -> Self {
        node.write(&mut self.0.inner);
        self
    }

    /// With other nodes behind what lies in it.
    #[inline(never)]
    pub fn all(mut self, nodes: Vec<Self>) -> Self {
        for node in nodes {
            node.write(&mut self.0.inner);
        }
        self
    }

    #[inline(never)]
    fn write(self, out: &mut String) {
        let Written { tag, open, inner } = *self.0;
        if tag.is_empty() {
            return out.push_str(&inner);
        }
        out.push('<');
        out.push_str(tag);
        out.push_str(&open);
        out.push('>');
        out.push_str(&inner);
        // An input holds nothing and is not closed.
        if tag != "input" {
            out.push_str("</");
            out.push_str(tag);
            out.push('>');
        }
    }
}

/// The nodes as HTML.
#[inline(never)]
pub fn html(nodes: Vec<Node>) -> String {
    el("").all(nodes).0.inner
}

fn escape(out: &mut String, words: &str) {
    for c in words.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            // A parser of HTML would drop it.
            '\0' => out.push('\u{fffd}'),
            // A parser of HTML would make a line feed of it.
            '\r' => out.push_str("&#13;"),
            _ => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_words() {
        let node = el("p").set("lang", "\"><script>").say("<b>1 & 2</b>\r\0").put(labelled("b", "x", "y"));
        assert_eq!(
            html(vec![node, words("<"), el("input").at("size", 3)]),
            "<p lang=\"&quot;&gt;&lt;script&gt;\">&lt;b&gt;1 &amp; 2&lt;/b&gt;&#13;\u{fffd}<b class=\"x\">y</b></p>&lt;<input size=\"3\">"
        );
    }
}
