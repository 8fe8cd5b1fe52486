//! Particular bodies: known ones by name, others by a place or level before and a body's noun at the end.

mod frame;
mod joined;
mod listed;
mod office;
mod titled;
mod whole;

use std::sync::OnceLock;

use super::Page;
use super::figure::words as verbs;
use super::openings::{BODIES, DIVISIONS, FRAMES, LEADS, Openings, PLACES, STRONG};
use super::person::Mention;
use super::place;
use super::prose::{fact, is_han};
use super::segment::Segment;
use crate::fold::{CharSpan, reads};
use crate::lexicon::among;
use crate::lexicon::{Words, divisions, ordinary, rows, titles};
use crate::model::{Detail, Fact, Place, Role, firsts};
pub use titled::of_titles;

/// How long a body's name is at most after its place or level.
const LONGEST: usize = 18;

/// Short words for the division that a page is about: 区法院, 市委.
const LEVELS: &str = "省市县区州镇乡旗盟";

/// Characters that make the body after them any one of its kind: 各区法院.
const GENERAL: &str = "各全该本我每两";

/// How many characters of a firm's name stand before the place in it at most.
const FIRM: usize = 4;

/// How many characters a university's name has behind its place at most where words follow it.
const COLLEGE: usize = 5;

/// How long the name in marks is at most that is any programme's: “马背法庭”.
const QUOTED: usize = 5;

/// What the noun of a general body is made particular by only where it is longer than this.
const SHORTEST: usize = 2;

/// A body named at one place.
#[derive(Clone, Copy, Debug)]
pub struct Body {
    /// Its name's characters.
    pub at: CharSpan,
    /// The article that it stands in.
    pub article: usize,
    /// The rule that saw it.
    pub rule: &'static str,
}

/// Every place where a body is named, in order; one that lies in another comes before it.
pub fn bodies(page: &Page, segments: &[Segment], mentions: &[Mention], openings: &Openings) -> Vec<Body> {
    let mut found = Vec::new();
    let mut reach = 0;
    let mut person = 0;
    for (index, segment) in segments.iter().enumerate() {
        let reader = Reader { chars: page.fold.chars(), openings, end: segment.at.end };
        // A body's name ends where somebody's begins: 中央警察大学 吴贯远.
        let mut start = segment.at.start.max(reach).min(segment.at.end);
        while start < segment.at.end {
            while mentions.get(person).is_some_and(|one| one.at.start <= start) {
                person += 1;
            }
            let cut = mentions.get(person).map(|one| one.at).filter(|at| at.start < segment.at.end);
            let end = cut.map_or(segment.at.end, |at| at.start);
            let piece = CharSpan::new(start, end);
            let here = Reader { end, ..reader }.bodies(&Segment { at: piece, ..*segment });
            found.extend(here.into_iter().map(|(at, rule)| Body { at, article: segment.article, rule }));
            start = cut.map_or(segment.at.end, |at| at.end);
        }
        if let Some(at) = segments.get(index + 1).and_then(|next| reader.joined(segment.at, next.at)) {
            reach = at.end;
            found.push(Body { at, article: segment.article, rule: "organisation.joined" });
        }
    }
    joined::bracketed(page, segments, &mut found);
    listed::read(page, segments, &mut found);
    found
}

/// The bodies of the page, each once, where it is first named.
pub fn read(page: &Page, bodies: &[Body]) -> Vec<Fact> {
    let names: Vec<&[char]> = bodies.iter().map(|body| page.fold.slice(body.at)).collect();
    let first = firsts(&names).into_iter().zip(0..).filter(|(first, at)| first == at);
    first
        .map(|(at, _)| {
            let body = &bodies[at];
            let detail = Detail::Organisation(Place { name: page.fold.words(body.at) });
            fact(page, body.at, body.article, body.rule, &[(Role::Name, body.at)], detail)
        })
        .collect()
}

#[derive(Clone, Copy)]
struct Reader<'a> {
    chars: &'a [char],
    openings: &'a Openings,
    /// Where the segment ends.
    end: usize,
}

impl Reader<'_> {
    fn bodies(&self, segment: &Segment) -> Vec<(CharSpan, &'static str)> {
        let mut found = Vec::new();
        let mut at = segment.at.start;
        // Whether a name can begin here without a mark before it.
        let before = segment.at.start.checked_sub(1).and_then(|i| self.chars.get(i)).copied().unwrap_or('\n');
        let mut fresh = !among!(GENERAL, before);
        // 响应中央人民政府: behind a word that opens the segment.
        let word = segment.at.start + 2;
        let opening =
            word < self.end && among!("中全最", self.chars[word]) && ordinary().at(self.chars, segment.at.start);
        while at < self.end {
            if !fresh {
                let next = self.openings.first(CharSpan::new(at, self.end), BODIES | DIVISIONS).unwrap_or(self.end);
                at = if opening && at <= word { next.min(word) } else { next };
                if at == self.end {
                    break;
                }
            }
            fresh |= opening && at == word;
            let body = || self.known(at, fresh).or_else(|| self.placed(at, fresh));
            let Some((stop, rule)) = (if self.opens(at) { body() } else { None }) else {
                // 省政府和州委.
                fresh =
                    among!("和与及", self.chars[at]) && found.last().is_some_and(|one: &(CharSpan, _)| one.0.end == at);
                at += 1;
                continue;
            };
            if found.is_empty() && at <= segment.at.start + FIRM {
                at = self.item(segment.at.start, stop).unwrap_or(at);
            }
            // 国务院安委会办公室: a commission's office is the commission.
            let general = self.reads(stop, "办公室") && matches!(self.chars[stop - 1], '会' | '委' | '组');
            // 中央政府驻香港联络办公室: only the whole is one.
            if !general && !self.reads(stop, "驻") {
                found.push((CharSpan::new(at, stop), rule));
            }
            let mut stop = stop;
            // 市委政法委: a body of its own in the one before.
            if let Some(inner) = words().at_of(self.slice(), stop, &["strong"]).filter(|inner| inner.len > 2) {
                stop += inner.len;
                found.push((CharSpan::new(at, stop), "organisation.office"));
            }
            let whole = self.office(stop);
            if let Some(whole) = whole {
                // 沂源县公安局鲁村派出所: a branch; its body is named by it.
                let branch = || ["分局", "派出所"].iter().any(|noun| self.reads(whole - noun.chars().count(), noun));
                found.pop_if(|one| one.0.start == at && branch());
                found.push((CharSpan::new(at, whole), "organisation.office"));
            }
            at = whole.unwrap_or(stop);
            fresh = true;
        }
        if found.is_empty() && !(segment.quoted && segment.at.len() <= QUOTED) {
            // 海螺集团董事长: before a title as at the end.
            let end = segment.at.end;
            let titled = self.openings.at(end, LEADS);
            let title = if titled { titles().before_of(self.slice(), end, &["post"]) } else { None };
            let end = end - title.map_or(0, |title| title.len);
            let at = Self { end, ..*self }.strong(CharSpan::new(segment.at.start.min(end), end));
            let item = |at: CharSpan| CharSpan::new(self.item(at.start, at.end).unwrap_or(at.start), at.end);
            found.extend(at.map(|at| (item(at), "organisation.noun")));
        }
        found
    }

    /// Whether a body that is known or one that a place or a level leads may begin at `at`.
    fn opens(&self, at: usize) -> bool {
        let town = |c: &char| matches!(c, '乡' | '镇');
        self.openings.at(at, BODIES | DIVISIONS | PLACES | FRAMES) || self.slice().iter().skip(at + 2).take(2).any(town)
    }

    /// Where the item of a list begins that is a firm's whole name: 、中车太原机车车辆有限公司, 、建东农家乐庄园有限公司.
    fn item(&self, start: usize, stop: usize) -> Option<usize> {
        let mark = |at: usize| at.checked_sub(1).is_some_and(|i| self.chars[i] == '、');
        let firm = ["公司", "集团"].iter().any(|noun| self.reads(stop.saturating_sub(2), noun));
        let start = if mark(start) { start } else { start.checked_sub(1).filter(|&at| is_han(self.chars[at]))? };
        (firm && mark(start)).then_some(start)
    }

    /// A place or a level, and what follows up to a body's noun.
    fn placed(&self, at: usize, fresh: bool) -> Option<(usize, &'static str)> {
        let from = self.frame(at, fresh)?;
        let limit = self.end.min(from + LONGEST);
        // 区分公司: any of its kind.
        if from == at + 1 && self.reads(from, "分公司") {
            return None;
        }
        // 市教育局牵头: a body that is known without its level too.
        let level = from == at + 1 && among!(LEVELS, self.chars[at]);
        let known = if level { self.known(from, true) } else { None };
        if let Some((stop, _)) = known.filter(|known| known.0 > from + 2) {
            return Some((stop, "organisation.placed"));
        }
        let abroad = fresh && place::known(self.slice(), at) == Some(from - at);
        let ends = |&stop: &usize| self.ends_body(from, stop);
        let stop = (from + 1..=limit).find(ends)?;
        // 新界东医院联网: a noun that stands without a place ends it only at the end.
        let whole = !abroad || self.closes(stop) || words().before_of(self.slice(), stop, &["strong"]).is_none();
        whole.then_some((stop, "organisation.placed"))
    }

    /// Whether a body's noun ends at `stop`, and the name with it.
    fn ends_body(&self, from: usize, stop: usize) -> bool {
        let Some(noun) = words().before_of(&self.chars[from..stop], stop - from, &["suffix", "strong"]) else {
            return false;
        };
        let plain = words().before_of(&self.chars[from..stop], stop - from, &["plain"]);
        if plain.is_some_and(|plain| plain.len > noun.len || plain.len == stop - from) {
            return false;
        }
        // 国家实验室, 中国大学: any of the country's; 四川大学, 上海银行: one of a place.
        let whole = matches!(noun.term, "大学" | "银行") && divisions::shorts().before(self.chars, from).is_some();
        if stop - from == noun.len
            && matches!(noun.term, "实验室" | "医院" | "公司" | "大学" | "学院" | "银行" | "部" | "学校" | "幼儿园")
            && !whole
        {
            return false;
        }
        // 长光部落, 第二办公大楼, 第一中级人民法院: the noun begins a word.
        if self.reads(stop, "级") || noun.len == 1 && ordinary().at(self.slice(), stop - 1) {
            return false;
        }
        // 大埔区所: a word before the noun, or nothing is named.
        if noun.len == 1 && "院处署室所部".contains(noun.term) && stop - from < 3 {
            return false;
        }
        // 调查所需要的资料: the particle 所.
        if noun.term == "所"
            && self.chars.get(stop).is_some_and(|c| among!("需要有在得提能作做见处属涉说谓指示含持", *c))
        {
            return false;
        }
        if counts_bodies(&self.chars[from..stop]) {
            return false;
        }
        // 公安 is only the beginning of 公安局.
        if words().at_of(self.slice(), stop - noun.len, &["suffix", "strong"]).is_some_and(|one| one.len > noun.len) {
            return false;
        }
        // 江西农业大学柑橘研究团队; 大学生, 大学城.
        let college = || {
            noun.term == "大学"
                && stop - from <= COLLEGE
                && !self.chars.get(stop).is_some_and(|c| among!("生城堂路里村科", *c))
        };
        if noun.family == "strong" && (noun.len > 2 || noun.term == "法院" || college()) {
            return true;
        }
        let committee = matches!(
            noun.term,
            "委" | "市委" | "县委" | "区委" | "省委" | "政府" | "公所" | "党委" | "人大" | "政协" | "纪委"
        );
        if committee && stop - from == noun.len {
            return !self.chars.get(stop).is_some_and(|c| among!("员托派任", *c));
        }
        self.closes(stop)
    }

    /// Whether a name may end at `stop`: at the segment's end, before a title, another body or an office.
    fn closes(&self, stop: usize) -> bool {
        stop >= self.end
            || titles().at(self.slice(), stop).is_some()
            || self.next_body(stop)
            // 市民政局自2015年起.
            || self.chars[stop] == '自' && stop + 1 == self.end
            || [
                "民警",
                "干警",
                "法官",
                "人员",
                "职员",
                "大楼",
                "办公",
                "消息",
                "网站",
                "主要领导",
                "领导",
                "讯",
                "记者",
                "协办",
            ]
            .iter()
            .any(|word| self.reads(stop, word))
            || self.office(stop).is_some()
    }

    /// A segment that ends in a noun strong enough to need no place: 虹桥二级消防站.
    fn strong(&self, segment: CharSpan) -> Option<CharSpan> {
        if !self.openings.at(segment.end, STRONG) {
            return None;
        }
        let part = &self.chars[segment.start..segment.end];
        let noun = words().before_of(part, part.len(), &["strong"])?;
        let own = part.len() - noun.len;
        let plain = words().at_of(part, 0, &["plain"]).is_some_and(|plain| plain.len == part.len())
            || words().before_of(part, part.len(), &["plain"]).is_some_and(|plain| plain.len > noun.len);
        let counted = among!("一二两三四五六七八九十多几", part[0])
            && part.get(1).is_some_and(|c| among!("间家所个支名类级", *c));
        let verb = verbs().at_of(part, 0, &["verb", "finite", "adverb", "target"]).is_some_and(|verb| verb.len > 1);
        let frame = own == 2 && frame::WORDS.iter().any(|frame| self.reads(segment.start, frame));
        if plain || frame || counted || verb || !(SHORTEST..=LONGEST).contains(&own) {
            return None;
        }
        let national = part[..own].ends_with(&['国', '家'])
            || part[..own].ends_with(&['重', '点'])
            || part.starts_with(&['国', '家']) && part[own - 1] == '级'
            || among!("型式", part[own - 1])
            || part[..own].ends_with(&['两', '级']);
        if national || counts_bodies(part) {
            return None;
        }
        let vague = words().at_of(part, 0, &["vague"]).is_some_and(|vague| vague.len <= own)
            || words().before_of(part, own, &["vague"]).is_some_and(|vague| vague.len == own);
        (!vague).then_some(segment)
    }

    fn slice(&self) -> &[char] {
        &self.chars[..self.end]
    }

    fn reads(&self, at: usize, word: &str) -> bool {
        reads(self.slice(), at, word)
    }
}

/// 医院联网三间急症医院, 常委会有关工作委员会: a number of bodies, or any of them.
fn counts_bodies(part: &[char]) -> bool {
    part.windows(2).any(|two| {
        among!("两三四五六七八九十多几", two[0]) && among!("间家所个", two[1])
            || among!("有相", two[0]) && two[1] == '关'
    })
}

/// Bodies that are known by their whole names.
pub fn known(chars: &[char], at: usize) -> Option<usize> {
    words().at_of(chars, at, &["body"]).map(|hit| hit.len)
}

/// Whether a stretch ends in a body's noun of two characters, or of one after two others: 县公安局, 省商务厅.
pub fn ends_in_noun(part: &[char]) -> bool {
    let noun = words().before_of(part, part.len(), &["suffix", "strong"]);
    let plain = words().before_of(part, part.len(), &["plain"]);
    noun.is_some_and(|noun| part.len() > 3 && plain.is_none_or(|plain| plain.len < noun.len))
}

/// The table of bodies.
pub(super) fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| Words::of(rows(crate::lexicon::table!("../lexicon/organisations.tsv"))))
}
