//! Bodies that only a title names: 〔青禾研究院〕院长刘兴亮.

use super::{Body, Reader};
use crate::fold::CharSpan;
use crate::lexicon::titles;
use crate::model::Arrange;
use crate::read::Page;
use crate::read::openings::Openings;
use crate::read::person::Mention;

/// Adds the bodies that titles before names begin with and that stand without a place: 〔青禾研究院〕院长刘兴亮.
pub fn of_titles(page: &Page, mentions: &[Mention], openings: &Openings, bodies: &mut Vec<Body>) {
    let chars = page.fold.chars();
    let mut found = Vec::new();
    for mention in mentions {
        let Some(role) = mention.role.filter(|role| role.end <= mention.at.start) else { continue };
        let Some(title) = titles().before(chars, role.end).filter(|title| title.len + 3 < role.len()) else { continue };
        let reader = Reader { chars, openings, end: role.end - title.len };
        let Some(at) = reader.strong(CharSpan::new(role.start, reader.end)) else { continue };
        let next = bodies.partition_point(|body| body.at.end <= at.start);
        if bodies.get(next).is_none_or(|body| body.at.start >= at.end) {
            found.push(Body { at, article: mention.article, rule: "organisation.noun" });
        }
    }
    bodies.append(&mut found);
    bodies.arrange_by_key(|body| body.at);
}
