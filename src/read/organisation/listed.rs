//! Firms and schools of a list that its last word tells to be such: 〔吉能〕、〔交投〕等企业, 〔云账户〕、〔身边云〕等平台企业.

use super::Body;
use crate::fold::CharSpan;
use crate::lexicon::{among, choice, divisions, ordinary};
use crate::model::Arrange;
use crate::read::Page;
use crate::read::segment::Segment;

/// How many characters stand between 等 and the noun at most: 等10余家龙头企业.
const REACH: usize = 7;

/// The longest item that has no noun of bodies and opens with no place.
const BRAND: usize = 6;

/// How many items make a list of names where none shows by itself that it is one.
const FEWEST: usize = 3;

/// Adds the items of such lists that are not read as bodies.
pub(super) fn read(page: &Page, segments: &[Segment], bodies: &mut Vec<Body>) {
    let chars = page.fold.chars();
    let mut found = Vec::new();
    for (index, last) in segments.iter().enumerate() {
        if chars.get(last.at.end) != Some(&'等') || !closes(page, last.at.end + 1) {
            continue;
        }
        let joined = |at: usize| {
            segments[at - 1].at.end + 1 == segments[at].at.start && {
                among!("、和与", chars[segments[at].at.start - 1])
            }
        };
        let mut first = index;
        while first > 0 && joined(first) {
            first -= 1;
        }
        let items = &segments[first..=index];
        let known = |item: &Segment| {
            bodies.iter().rev().take_while(|one| one.at.start >= item.at.start).any(|one| one.at == item.at)
        };
        let shown = |item: &&Segment| known(item) || is_shown(chars, item.at);
        let brands = items.iter().filter(|item| shown(item) || is_brand(chars, item.at)).count();
        let short = items.iter().all(|item| item.at.len() <= BRAND || shown(&item));
        let told = items.len() >= FEWEST || items.iter().any(|item| shown(&item));
        let fits = items.len() > 1 && short && 2 * brands > items.len() && told;
        if fits {
            let new = items.iter().filter(|item| !known(item));
            found.extend(new.map(|item| Body { at: item.at, article: item.article, rule: "organisation.listed" }));
        }
    }
    bodies.append(&mut found);
    bodies.arrange_by_key(|body| body.at);
}

/// Whether what follows 等 says that the items are firms or schools, not of which place or trade firms are.
fn closes(page: &Page, from: usize) -> bool {
    for at in from..from + REACH {
        // 等企业家: people.
        if let Some(noun) = choice!("企业 公司 高校 院校 厂商").at(page.fold, at) {
            return page.fold.at(at + noun.chars().count()) != '家';
        }
        let c = page.fold.at(at);
        if !(crate::read::prose::is_han(c) || c.is_ascii_digit()) || among!("行领产地类国省市县园的", c) {
            return false;
        }
    }
    false
}

/// Whether an item shows by itself that it names one firm: 贵州卓豪农业, 青禾集团.
fn is_shown(chars: &[char], at: CharSpan) -> bool {
    let item = &chars[at.start..at.end];
    let place = divisions::full().at(item, 0).or_else(|| divisions::shorts().at(item, 0));
    let noun = item.ends_with(&['公', '司']) || item.ends_with(&['集', '团']);
    noun && item.len() > 3 || place.is_some_and(|place| place.len + 2 <= item.len())
}

/// Whether an item has no common word: 海光, 金海通.
fn is_brand(chars: &[char], at: CharSpan) -> bool {
    let item = &chars[at.start..at.end];
    let place = divisions::full().at(item, 0).or_else(|| divisions::shorts().at(item, 0));
    place.is_none_or(|place| place.len < item.len()) && !(0..item.len()).any(|at| ordinary().at(item, at))
}
