//! The article's parts as facts: article, section, boilerplate, caption, label.

use super::{Page, Timeline};
use crate::divide::LineRole;
use crate::fold::CharSpan;
use crate::model::{Article, Detail, Evidence, Fact, Line, Role, Section};

/// The facts of the layout, in no order. What the articles say of their own time is taken from `timeline`.
pub fn read(page: &Page, timeline: &Timeline) -> Vec<Fact> {
    let fact = |at: CharSpan, article, rule, detail| Fact {
        span: page.fold.span(at),
        article,
        rule,
        evidence: Vec::new(),
        detail,
    };
    let mut facts = Vec::new();
    for (index, piece) in page.layout.articles.iter().enumerate().filter(|(_, piece)| !piece.body.is_empty()) {
        let (mut published, covers) = (timeline.published(index), timeline.covers(index).to_owned());
        // A day in digits in the head says more than a year that the body implies.
        if published.len() < piece.head.published.len() {
            published.clone_from(&piece.head.published);
        }
        let head = Article { published, covers, ..piece.head.clone() };
        let mut one = fact(piece.body, index, "article", Detail::Article(Box::new(head)));
        let parts = [(Role::Title, piece.title), (Role::Period, piece.date)];
        let parts = parts.into_iter().filter_map(|(role, at)| Some(Evidence { role, span: page.fold.span(at?) }));
        one.evidence = parts.collect();
        facts.push(one);
    }
    for section in &page.layout.sections {
        facts.push(fact(section.at, section.article, section.rule, Detail::Section(Section { level: section.level })));
    }
    for line in &page.layout.lines {
        match line.role {
            LineRole::Boilerplate(reason) => {
                facts.push(fact(line.at, line.article, "boilerplate", Detail::Boilerplate(Line { reason })));
            }
            LineRole::Caption => {
                facts.push(fact(line.at, line.article, "caption", Detail::Caption(Line { reason: "" })))
            }
            _ => {}
        }
    }
    for &(at, article) in &page.layout.labels {
        facts.push(fact(at, article, "label", Detail::Label(Line { reason: "" })));
    }
    facts
}
