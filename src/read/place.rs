//! Named places: administrative divisions by the national list, known regions and countries, and towns, villages,
//! waters and grounds by the noun that ends their names.

use std::sync::OnceLock;

use super::Page;
use super::figure::words as verbs;
use super::openings::{BODIES, DIVISIONS, Openings, PLACES, SITES};
use super::organisation;
use super::person::{Mention, is_sound};
use super::prose::fact;
use super::segment::Segment;
use crate::fold::{CharSpan, reads};
use crate::lexicon::among;
use crate::lexicon::{Words, divisions, ordinary, rows, titles};
use crate::model::{Arrange, Detail, Fact, Place, Role};

/// The longest name before a place's noun.
const LONGEST: usize = 8;

/// Full names of divisions that mean a part of any town as well.
const ORDINARY: [&str; 15] = [
    "城区",
    "郊区",
    "矿区",
    "东区",
    "西区",
    "南区",
    "北区",
    "新城区",
    "老城区",
    "城中区",
    "和县",
    "应县",
    "代县",
    "成县",
    "应城市",
];

/// The places of the page, each once, where it is first named. A short name is the full one's alias where the page
/// has the full one too and no other division is called so.
pub fn read(page: &Page, segments: &[Segment], openings: &Openings, people: &[Mention]) -> Vec<Fact> {
    let mut known = Vec::new();
    for segment in segments.iter().filter(|segment| !segment.quoted) {
        for (at, rule) in places(page.fold.chars(), segment.at, openings) {
            let person = people.partition_point(|person| person.at.end <= at.start);
            if people.get(person).is_some_and(|person| person.at.start < at.end) {
                continue;
            }
            known.push((page.fold.words(at), Some((at, segment.article, rule))));
        }
    }
    known.arrange_by(|one, two| one.0.cmp(&two.0));
    known.dedup_by(|next, first| next.0 == first.0);
    settle_aliases(&mut known);
    let fact =
        |name, (at, article, rule)| fact(page, at, article, rule, &[(Role::Name, at)], Detail::Place(Place { name }));
    known.into_iter().filter_map(|(name, place)| Some(fact(name, place?))).collect()
}

/// A name, with its first place, article and rule; none where another name stands for it.
type Known = (String, Option<(CharSpan, usize, &'static str)>);

/// Of a short name and the full one that it must mean leaves one; the names stand in order.
fn settle_aliases(known: &mut [Known]) {
    let full = |(at, (name, place)): (usize, &Known)| {
        (*place)?.2.eq("place.short").then_some(())?;
        let mut full = divisions::named(name);
        let one = full.next().filter(|_| full.next().is_none())?;
        Some((at, known.binary_search_by(|other| other.0.as_str().cmp(one)).ok()?, one))
    };
    let aliases: Vec<_> = known.iter().enumerate().filter_map(full).collect();
    for (short, home, full) in aliases {
        let (Some(alias), Some(place)) = (known[short].1.take(), known[home].1) else { continue };
        if alias.0.start > place.0.start {
            continue;
        }
        // A county is called by its full name, a province and a prefecture as the page calls it first.
        if divisions::by_name(full).is_some_and(|one| one.level == divisions::Level::County) {
            known[home].1 = Some(alias);
        } else {
            known[home].1 = None;
            known[short].1 = Some(alias);
        }
    }
}

fn places(chars: &[char], segment: CharSpan, openings: &Openings) -> Vec<(CharSpan, &'static str)> {
    let chars = &chars[..segment.end];
    let mut found = Vec::new();
    let mut at = segment.start;
    let mut fresh = true;
    while at < segment.end {
        if !fresh {
            let Some(next) = openings.first(CharSpan::new(at, segment.end), PLACES | DIVISIONS) else { break };
            at = next;
        }
        let opens = openings.at(at, PLACES | DIVISIONS);
        let known = if opens { named(chars, openings, segment.start, at, fresh) } else { None };
        let grown = if fresh { grown(chars, openings, at) } else { None };
        let Some((len, rule)) = known.into_iter().chain(grown).max_by_key(|one| one.0) else {
            // A name that may stand here belongs to something else: 平安荣昌.
            let skipped = || divisions::full().at(chars, at).or_else(|| divisions::shorts().at(chars, at));
            let skipped = if openings.at(at, DIVISIONS) { skipped() } else { None };
            at += skipped.map_or(1, |hit| hit.len);
            fresh = false;
            continue;
        };
        found.push((CharSpan::new(at, at + len), rule));
        at += len;
        fresh = true;
    }
    found
}

/// A division or a place that is known by its whole name.
fn named(chars: &[char], openings: &Openings, start: usize, at: usize, fresh: bool) -> Option<(usize, &'static str)> {
    let known = if openings.at(at, PLACES) { known(chars, at) } else { None };
    let known = known.map(|len| (len, "place.known"));
    let division = openings.at(at, DIVISIONS);
    let full = if division { divisions::full().at(chars, at) } else { None }
        .filter(|hit| (fresh || hit.len > 2) && !ORDINARY.contains(&hit.term));
    // 河北省会: the province's seat.
    let seat = |len: usize| reads(chars, at + len - 1, "省会") && !reads(chars, at + len, "会议");
    let full = full.map(|hit| if seat(hit.len) { (hit.len - 1, "place.short") } else { (hit.len, "place.division") });
    let short = || {
        // 来宾 are guests, 5000亿元大关 is a mark, 日照中心 is care by day.
        let hit = if division { divisions::shorts().at(chars, at) } else { None }
            .filter(|hit| !matches!(hit.term, "来宾" | "大关") && !reads(chars, at, "日照中心"))?;
        let stop = at + hit.len;
        let next = || divisions::full().at(chars, stop).or_else(|| divisions::shorts().at(chars, stop)).is_some();
        let ends = || {
            stop >= chars.len()
                || next()
                || ["湖", "江", "河", "籍", "境", "公安"].iter().any(|word| reads(chars, stop, word))
        };
        if hit.family == "county" && (!fresh || !ends()) {
            return None;
        }
        let water = chars.get(at + hit.len).is_some_and(|c| among!("湖江河", *c));
        Some(if water { (hit.len + 1, "place.noun") } else { (hit.len, "place.short") })
    };
    let found = known.into_iter().chain(full.or_else(short)).max_by_key(|one| one.0)?;
    // 上海合作组织, 北京大学: a body of the country or the world that is only called so.
    let body = || openings.at(at, BODIES) && organisation::known(chars, at).is_some_and(|len| len > found.0 + 2);
    if found.1 == "place.short" && body() || likened(chars, at) || cuts_words(chars, at, found.0, fresh) {
        return None;
    }
    let branded = words().before_of(&chars[start..at], at - start, &["brand"]).is_some();
    let outlet = ["日报", "晚报", "晨报", "网", "电视台", "路", "街", "籍"];
    let outlet = outlet.iter().any(|word| reads(chars, at + found.0, word));
    (!(branded || outlet && found.1 != "place.division")).then_some(found)
}

/// 重于泰山, 坚如磐石: a likeness, no place.
fn likened(chars: &[char], at: usize) -> bool {
    let before = at.checked_sub(2).and_then(|from| chars.get(from..at));
    before.is_some_and(|two| among!("重坚稳安固", two[0]) && among!("于如若", two[1]))
}

/// 远大理想, 佛罗里达州: the characters of a short name belong to the words beside it.
fn cuts_words(chars: &[char], at: usize, len: usize, fresh: bool) -> bool {
    // 桂西山区.
    if len == 3 && !fresh && reads(chars, at + 1, "山区") {
        return true;
    }
    let Some(before) = at.checked_sub(1).filter(|_| len == 2) else { return false };
    let sounds = || before > 0 && [before - 1, before].iter().all(|&i| is_sound(chars[i]));
    let (front, back) = (ordinary().at(chars, before), ordinary().at(chars, at + 1));
    back && (!fresh || front) || !fresh && (front || sounds())
}

/// A name of a few characters and the noun that says what it is: 万灵镇, 黄桷滩水库.
fn grown(chars: &[char], openings: &Openings, at: usize) -> Option<(usize, &'static str)> {
    // 内政部家园复原慰助金: a body's.
    let division = openings.at(at, DIVISIONS);
    let body = || if openings.at(at, BODIES) { organisation::known(chars, at) } else { None };
    if division && divisions::full().at(chars, at).is_some()
        || body().is_some_and(|len| among!("部局署委院", chars[at + len - 1]))
    {
        return None;
    }
    let short = if division { divisions::shorts().at(chars, at).map_or(0, |hit| hit.len) } else { 0 };
    let limit = chars.len().min(at + LONGEST + 8);
    // 日照至五莲铁路: the end of a line's name.
    let line = at > 1 && chars[at - 1] == '至';
    for stop in openings.all(CharSpan::new(at + 2, limit + 1), SITES) {
        let part = &chars[at..stop];
        let Some(noun) = words().before_of(part, part.len(), &["suffix"]) else { continue };
        if line && matches!(noun.term, "铁路" | "高铁" | "高速" | "高速公路") {
            return None;
        }
        let own = part.len() - noun.len;
        let most = if noun.len == 1 { 3 } else { LONGEST };
        let plain = || words().before_of(part, part.len(), &["plain"]);
        // 美丽乡村, 基层乡镇.
        let rural = matches!(noun.term, "乡" | "镇") && chars.get(stop).is_some_and(|c| among!("村镇", *c));
        if own < 2
            || rural
            || own > most
            || short > 0 && own != short
            || plain().is_some_and(|plain| plain.len > noun.len)
            || !closes(chars, stop, noun.len) && !among!("苑邨", part[part.len() - 1])
        {
            continue;
        }
        let verb = verbs().at_of(part, 0, &["verb", "finite", "adverb", "target"]).is_some_and(|verb| verb.len > 1);
        let any = verb || among!("各全该本每两三我第跨首", part[0]) || describes(part, own, noun.term);
        let vague = any
            || words().at_of(part, 0, &["vague"]).is_some_and(|hit| hit.len == own || hit.len > 1 && hit.len < own)
            || words().before_of(part, own, &["vague"]).is_some_and(|hit| own < hit.len + 2 && !named_so(part, own));
        // 注入长江: a known place that something happens to.
        let known = words().before_of(part, part.len(), &["named"]).is_some_and(|hit| hit.len < part.len())
            || divisions::shorts()
                .before(part, part.len())
                .is_some_and(|hit| hit.family == "province" && hit.len < part.len());
        return (!vague && !known).then_some((part.len(), "place.noun"));
    }
    None
}

/// 澄江镇: a town is called like a county, though that one's last character says what lies there.
fn named_so(part: &[char], own: usize) -> bool {
    own == 2 && part.len() == 3 && divisions::shorts().at(part, 0).is_some()
}

/// Whether the `own` characters before a place's noun are common words: 天然 草原, 铁路 口岸, 互嵌式 社区.
fn describes(part: &[char], own: usize, noun: &str) -> bool {
    let settled = ["镇", "乡", "村", "街道", "大道", "大街", "大桥", "山", "寺", "屯", "邨"].contains(&noun);
    let reach = if own <= 4 { own } else { 2 };
    let known = divisions::full().at(part, 0).is_some() || divisions::shorts().at(part, 0).is_some();
    !settled
        && noun.chars().nth(1).is_some()
        && !known
        && (among!("式型化", part[own - 1])
            || part[..own].contains(&'级')
            || (0..reach.saturating_sub(1)).any(|at| ordinary().at(&part[..own], at)))
}

/// Whether a place's name may end at `stop`.
fn closes(chars: &[char], stop: usize, noun: usize) -> bool {
    stop >= chars.len()
        || noun > 1 && !among!("区化性管制中服卫生", chars[stop]) && !goes_on(chars, stop)
        || titles().at(chars, stop).is_some()
        || divisions::full().at(chars, stop).is_some()
        || ["畔", "边", "两岸", "沿岸", "党", "居民", "村民", "政府", "人民政府", "派出所"]
            .iter()
            .any(|word| reads(chars, stop, word))
        || (2..=6).any(|len| ends_place(chars, stop, stop + len))
}

/// Whether a longer noun of places reaches over `stop`: 高速 公路.
fn goes_on(chars: &[char], stop: usize) -> bool {
    (stop + 1..=chars.len().min(stop + 4))
        .any(|end| words().before_of(&chars[..end], end, &["suffix"]).is_some_and(|noun| noun.len > end - stop))
}

/// Whether a smaller place follows: 长岭镇安溪村.
fn ends_place(chars: &[char], from: usize, stop: usize) -> bool {
    let noun = chars.get(from..stop).and_then(|part| words().before_of(part, part.len(), &["suffix"]));
    noun.is_some_and(|noun| {
        let ended = stop >= chars.len() || titles().at(chars, stop).is_some();
        // 石康镇水车村太极果蔬合作社: a village with its own name, whatever is there.
        let village = || noun.term == "村" && stop > from + 2 && !among!("规落民务级集庄", chars[stop]);
        stop - from > noun.len && (ended || noun.len > 1 || village() || among!("党委支", chars[stop]))
    })
}

/// Places that are known by their whole names.
pub fn known(chars: &[char], at: usize) -> Option<usize> {
    words().at_of(chars, at, &["named"]).map(|hit| hit.len)
}

/// The table of places.
pub(super) fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| Words::of(rows(crate::lexicon::table!("../lexicon/places.tsv"))))
}
