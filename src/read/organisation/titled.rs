//! Bodies that only a title names: 〔青禾研究院〕院长刘兴亮.

use super::{Body, GENERAL, Reader, words};
use crate::fold::CharSpan;
use crate::lexicon::{among, ordinary, titles};
use crate::model::Arrange;
use crate::read::Page;
use crate::read::openings::Openings;
use crate::read::person::Mention;

/// The fewest characters of such a body.
const SHORTEST: usize = 4;

/// Adds the bodies that titles before names begin with and that stand without a place: 〔青禾研究院〕院长刘兴亮.
pub fn of_titles(page: &Page, mentions: &[Mention], openings: &Openings, bodies: &mut Vec<Body>) {
    let chars = page.fold.chars();
    let mut found = Vec::new();
    for mention in mentions {
        let Some(role) = mention.role.filter(|role| role.end <= mention.at.start) else { continue };
        let Some(title) = titles().before(chars, role.end).filter(|title| title.len + 3 < role.len()) else { continue };
        let next = bodies.partition_point(|body| body.at.end <= role.start);
        let free = bodies.get(next).map_or(role.end, |body| body.at.start.min(role.end - title.len));
        // 海螺集团党委副书记、总经理: as much of the title as reads as a body.
        let at = (role.start + SHORTEST..=free).rev().find_map(|end| {
            let part = CharSpan::new(role.start, end);
            Reader { chars, openings, end }.titled(part)
        });
        found.extend(at.map(|at| Body { at, article: mention.article, rule: "organisation.noun" }));
    }
    bodies.append(&mut found);
    bodies.arrange_by_key(|body| body.at);
}

impl Reader<'_> {
    /// Whether the words before a title name a body: a strong noun, or 公司 after no common word.
    fn titled(&self, part: CharSpan) -> Option<CharSpan> {
        let name = &self.chars[part.start..part.end];
        if among!(GENERAL, name[0]) || name.contains(&'、') {
            return None;
        }
        let own = &name[..name.len() - 2];
        let firm = self.reads(part.end - 2, "公司")
            && !(0..own.len()).any(|at| ordinary().at(own, at))
            && words().before_of(own, own.len(), &["vague"]).is_none();
        // 房地产行业协会, 食品流通行业协会: of one place, as somebody heads it.
        let union = own.len() > 2 && ["协会", "商会", "学会"].iter().any(|noun| self.reads(part.end - 2, noun));
        // 就业促进司司长, 东江源合作社理事长.
        let department = name.len() > 3 && name.ends_with(&['司']) && !among!("公司", name[name.len() - 2])
            || name.len() > 5 && self.reads(part.end - 3, "合作社");
        let office = union || department || name.len() > 6 && self.reads(part.end - 3, "办公室");
        if firm || office { Some(part) } else { self.strong(part) }
    }
}
