use tiyao::model::{Article, Detail, Role};

use super::{Reading, Target};

/// An entry of the outline.
#[derive(Clone, Debug, PartialEq)]
pub struct Heading {
    /// The heading's fact.
    pub target: Target,
    /// How deep it lies, from 1.
    pub level: u8,
    /// Its words.
    pub words: String,
}

/// The headings in order.
pub fn headings(reading: &Reading) -> Vec<Heading> {
    let heading = |(at, fact): (usize, &tiyao::model::Fact)| {
        let Detail::Section(section) = &fact.detail else { return None };
        let words = reading.words(fact.span).split_whitespace().collect::<Vec<_>>().join(" ");
        Some(Heading { target: Target::Fact(at), level: section.level, words })
    };
    reading.facts().filter_map(heading).collect()
}

/// The articles in order, with their targets.
pub fn articles(reading: &Reading) -> Vec<(Target, &Article)> {
    let mut found = Vec::new();
    for (at, fact) in reading.facts() {
        if let Detail::Article(article) = &fact.detail {
            found.push((Target::Fact(at), article));
        }
    }
    found
}

/// An article's title in the text's own script.
pub fn title(reading: &Reading, target: Target, article: &Article) -> String {
    let Target::Fact(at) = target else { return article.title.clone() };
    let fact = reading.digest().facts.get(at);
    fact.map_or_else(|| article.title.clone(), |fact| reading.own_words(fact, Role::Title, &article.title))
}
