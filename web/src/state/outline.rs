use tiyao::model::{Article, Detail, Role};

use super::opened::cut;
use super::{Reading, Target};

/// The most characters of a section's sentence that are shown.
const LINE: usize = 80;

/// An entry of the outline.
#[derive(Clone, Debug, PartialEq)]
pub struct Heading {
    /// The heading's fact.
    pub target: Target,
    /// How deep it lies, from 1.
    pub level: u8,
    /// Its words.
    pub words: String,
    /// The most telling sentence of its section; may be empty.
    pub line: String,
}

/// The headings in order.
pub fn headings(reading: &Reading) -> Vec<Heading> {
    let heading = |(at, fact): (usize, &tiyao::model::Fact)| {
        let Detail::Section(section) = &fact.detail else { return None };
        let words = reading.words(fact.span).split_whitespace().collect::<Vec<_>>().join(" ");
        let outline = &reading.digest().outline;
        let place = outline.partition_point(|one| one.heading.start < fact.span.start);
        let own = outline.get(place).filter(|one| one.heading == fact.span);
        let line = own.map_or_else(String::new, |one| cut(reading.words(one.line), LINE));
        Some(Heading { target: Target::Fact(at), level: section.level, words, line })
    };
    reading.facts().filter_map(heading).collect()
}

/// The articles in order, with their targets.
pub fn articles(reading: &Reading) -> Vec<(Target, &Article)> {
    let mut found = Vec::new();
    for (at, fact) in reading.facts() {
        if let Detail::Article(article) = &fact.detail {
            found.push((Target::Fact(at), article.as_ref()));
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

#[cfg(test)]
mod tests {
    use super::*;
    use tiyao::source::Source;

    #[test]
    fn each_section_has_its_line() {
        let text = "平安建设工作综述\n一、打击犯罪\n2016年,全区共破获刑事案件1280件,同比上升12.5%。\n二、化解矛盾\n全区共调解纠纷4500件,调解成功率达98.2%。\n";
        let reading = Reading::of(Source::from_text(text), "");
        let lines: Vec<_> = headings(&reading).into_iter().map(|heading| (heading.words, heading.line)).collect();
        assert_eq!(lines.len(), 2, "{lines:?}");
        assert!(lines[0].1.contains("1280件") && lines[1].1.contains("98.2%"), "{lines:?}");
    }
}
