use crate::state::Target;

/// HTML written from left to right. What stands in the program goes in as it is ([`Markup::raw`]); words of a text go in
/// as text or as the value of an attribute only, where no character of theirs can be read as markup.
#[derive(Default)]
pub struct Markup(String);

impl Markup {
    /// Writes markup of our own.
    pub fn raw(&mut self, markup: &'static str) -> &mut Self {
        self.0.push_str(markup);
        self
    }

    /// Writes words.
    pub fn text(&mut self, words: &str) -> &mut Self {
        for c in words.chars() {
            match c {
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '&' => self.0.push_str("&amp;"),
                '"' => self.0.push_str("&quot;"),
                // A parser of HTML would drop it.
                '\0' => self.0.push('\u{fffd}'),
                // A parser of HTML would make a line feed of it.
                '\r' => self.0.push_str("&#13;"),
                _ => self.0.push(c),
            }
        }
        self
    }

    /// Writes an attribute into the tag that is open.
    pub fn with(&mut self, name: &'static str, value: &str) -> &mut Self {
        self.raw(" ").raw(name).raw("=\"").text(value).raw("\"")
    }

    /// Writes an element that holds words alone.
    pub fn span(&mut self, class: &'static str, words: &str) -> &mut Self {
        self.raw("<span").with("class", class).raw(">").text(words).raw("</span>")
    }

    /// The same with the language of the words.
    pub fn span_in(&mut self, lang: &str, class: &'static str, words: &str) -> &mut Self {
        self.raw("<span").with("class", class).with("lang", lang).raw(">").text(words).raw("</span>")
    }

    /// Writes how often something stands in the text, where that is more than once.
    pub fn count(&mut self, times: usize) -> &mut Self {
        if times > 1 {
            self.raw("<span class=\"count\">×").text(&times.to_string()).raw("</span>");
        }
        self
    }

    /// Opens a group of the digest under its heading; `</section>` closes it.
    pub fn group(&mut self, id: &'static str, heading: &str) -> &mut Self {
        self.raw("<section part=\"group\" class=\"group\"")
            .with("id", id)
            .raw("><h2 part=\"heading\">")
            .text(heading)
            .raw("</h2>")
    }

    /// Opens a button that goes to the places of something, one after the other; `</button>` closes it.
    pub fn goto(&mut self, places: &[Target]) -> &mut Self {
        self.raw("<button class=\"goto\"");
        if let Some(first) = places.first() {
            self.with("data-goto", &first.to_string());
        }
        self.places(places).raw(">")
    }

    /// Writes the places of something into the tag that is open.
    pub fn places(&mut self, places: &[Target]) -> &mut Self {
        self.raw(" data-places=\"");
        for (at, place) in places.iter().enumerate() {
            if at > 0 {
                self.raw(" ");
            }
            self.text(&place.to_string());
        }
        self.raw("\"")
    }

    /// The whole.
    pub fn into_html(self) -> String {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_words() {
        let mut out = Markup::default();
        out.raw("<p").with("lang", "\"><script>").raw(">").text("<b>1 & 2</b>\r\0").raw("</p>");
        assert_eq!(
            out.into_html(),
            "<p lang=\"&quot;&gt;&lt;script&gt;\">&lt;b&gt;1 &amp; 2&lt;/b&gt;&#13;\u{fffd}</p>"
        );
    }

    #[test]
    fn a_button_knows_its_places() {
        let mut out = Markup::default();
        out.goto(&[Target::Fact(1), Target::Sentence(2)]).text("x").raw("</button>");
        assert_eq!(out.into_html(), "<button class=\"goto\" data-goto=\"1\" data-places=\"1 s2\">x</button>");
    }
}
