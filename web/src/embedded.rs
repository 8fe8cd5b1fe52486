//! The page's views for somebody else's page, as HTML: nothing is kept here, so that there may be any number of them. Who
//! shows them listens to the clicks; the names on the elements say what they lead to.

use tiyao::model::Language;

use crate::state::{Reading, Target};
use crate::view::{Sheet, article, changed, checked, el, groups, html, labelled, told};
use crate::words::Word;

/// What is shown of a digest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// All groups of the digest.
    Digest,
    /// The article with its marks.
    Reading,
    /// The figures and changes.
    Figures,
    /// What the numbers say about each other.
    Findings,
}

impl Shape {
    /// The shape of that name: `digest`, `reading`, `figures`, `findings`.
    pub fn of(name: &str) -> Option<Self> {
        Some(match name {
            "digest" => Self::Digest,
            "reading" => Self::Reading,
            "figures" => Self::Figures,
            "findings" => Self::Findings,
            _ => return None,
        })
    }
}

/// A digest in a shape as HTML. Long lists and articles show their beginning, with a button that carries `data-more` and
/// the list's name; of the lists named in `whole` all is shown.
pub fn draw(reading: &Reading, shape: Shape, language: Language, whole: &[String]) -> String {
    let sheet = Sheet { reading, language, whole, own: false };
    let nodes = match shape {
        Shape::Reading => return html(vec![article(&sheet)]),
        Shape::Digest => groups(&sheet),
        Shape::Figures => changed(&sheet),
        Shape::Findings => checked(&sheet),
    };
    let nothing = nodes.is_empty().then(|| labelled("p", "nothing", Word::NothingFound.say(language)));
    // No landmark: a page may hold many of them, and its own landmarks are the host's.
    html(vec![el("div").set("id", "digest").set("part", "digest").all(nodes).all(nothing.into_iter().collect())])
}

/// What the fact of a name was read from and why it is one, as HTML; empty for what is no fact.
pub fn why(reading: &Reading, name: &str, language: Language) -> String {
    let sheet = Sheet { reading, language, whole: &[], own: false };
    html(Target::of(name).map(|target| told(&sheet, target)).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use tiyao::source::Source;

    const TEXT: &str = "某市工作综述\n全市受理<b>案件44752件,审结41381件,结案率达94.7%。";

    fn drawn(shape: Shape) -> String {
        draw(&Reading::of(Source::from_text(TEXT), ""), shape, Language::English, &[])
    }

    #[test]
    fn shapes_are_known_by_their_names() {
        assert_eq!(Shape::of("findings"), Some(Shape::Findings));
        assert_eq!(Shape::of("Digest"), None);
    }

    #[test]
    fn each_shape_shows_its_own() {
        assert!(drawn(Shape::Digest).contains("id=\"coverage\"") && drawn(Shape::Digest).contains("id=\"figures\""));
        assert!(drawn(Shape::Reading).contains("&lt;b&gt;") && !drawn(Shape::Reading).contains("<b>"));
        assert!(drawn(Shape::Figures).contains("id=\"figures\"") && !drawn(Shape::Figures).contains("id=\"coverage\""));
        assert!(
            drawn(Shape::Findings).contains("id=\"findings\"") && !drawn(Shape::Findings).contains("id=\"figures\"")
        );
        let empty = draw(&Reading::of(Source::from_text("无"), ""), Shape::Findings, Language::English, &[]);
        assert!(empty.contains("class=\"nothing\""));
    }

    #[test]
    fn a_fact_is_told_by_its_name() {
        let reading = Reading::of(Source::from_text(TEXT), "");
        let (at, _) = reading.facts().find(|(_, fact)| fact.kind() == tiyao::model::Kind::Check).expect("a check");
        assert!(why(&reading, &at.to_string(), Language::English).contains("does not match"));
        assert_eq!(why(&reading, "s0", Language::English), "");
        assert_eq!(why(&reading, "<", Language::English), "");
    }
}
