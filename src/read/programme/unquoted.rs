//! Programmes without quotation marks: a noun of programmes at the end of what lies between the words of a clause, and
//! lists that 等 closes with such a noun.

use super::general::{common, is, is_vague, opens};
use super::{SORTS, brand};
use crate::fold::{CharSpan, Fold, apart, reads};
use crate::lexicon::{among, divisions, programme_words};
use crate::read::openings::{BRANDS, NOUNS, Openings, PLACES};
use crate::read::organisation::Body;
use crate::read::place;
use crate::read::prose::is_han;
use crate::read::segment::Segment;

/// The longest name that is no clause.
const LONGEST: usize = 26;

/// The shortest item of a list that names something by itself.
const ITEM: usize = 4;

/// Meetings and bands that are one area's.
pub(super) const MEETINGS: &str = "推进会 现场会 交流会 培训班 研修班 评议团 表彰大会 推进大会 工作会议 大会";

/// A programme without marks.
#[derive(Clone, Copy, Debug)]
pub struct Bare {
    /// Where it stands.
    pub at: CharSpan,
    /// Its type.
    pub sort: &'static str,
    /// The article that it belongs to.
    pub article: usize,
    /// The rule that saw it.
    pub rule: &'static str,
}

/// The programmes that the segments name, in order.
pub fn read(fold: &Fold, segments: &[Segment], mut bodies: &[Body], openings: &Openings) -> Vec<Bare> {
    let mut found = Vec::new();
    let mut first = 0;
    while first < segments.len() {
        let mut end = first + 1;
        while end < segments.len() && listed(fold, &segments[end - 1], &segments[end]) {
            end += 1;
        }
        // One stretch alone names nothing by what stands beside it.
        let only = segments[first].at;
        if end == first + 1
            && !openings.at(only.end, NOUNS)
            && fold.at(only.end) != '等'
            && openings.first(only, BRANDS | PLACES).is_none()
        {
            first = end;
            continue;
        }
        bodies = &bodies[bodies.iter().take_while(|body| body.at.start < segments[first].at.start).count()..];
        read_list(fold, &segments[first..end], bodies, openings, &mut found);
        first = end;
    }
    found
}

fn read_list(fold: &Fold, list: &[Segment], bodies: &[Body], openings: &Openings, found: &mut Vec<Bare>) {
    let close = list.last().and_then(|last| close_after(fold, last.at.end));
    let shortest = if close == Some("activity") { ITEM + 1 } else { ITEM };
    let items = list.iter().all(|one| (shortest..=16).contains(&one.at.len()) && !one.quoted)
        && list.iter().any(|one| one.at.len() > ITEM);
    let parallel = parallel(fold, list);
    // A general name beside a particular one of its sort is one too: 矛盾纠纷调解中心、群众工作中心.
    let siblings =
        if list.len() < 3 { None } else { list.iter().find_map(|one| ends_in_noun(fold, openings, one.at, false)) };
    let siblings = siblings.map(|(_, sort)| sort).filter(|sort| matches!(*sort, "centre" | "platform"));
    for (index, segment) in list.iter().enumerate().filter(|(_, segment)| !segment.quoted) {
        let front = CharSpan::new(after_body(segment, bodies), segment.at.end);
        let noun = openings.at(front.end, NOUNS);
        let part = if noun { after_doing(fold, strip_levels(fold, front)) } else { front };
        let general = |sort| ends_in_noun(fold, openings, part, true).filter(|one| one.1 == sort);
        let own = ends_in_noun(fold, openings, part, false).or_else(|| siblings.and_then(general));
        let own = own.filter(|(at, _)| !is_sector(fold, *at)).map(|(at, sort)| (at, sort, "programme.noun"));
        let item = || close.filter(|_| items).map(|sort| (segment.at, sort, "programme.list"));
        let pair = || {
            // 推进甲和乙行动: what a verb governs is one name.
            let before = index.checked_sub(1).filter(|&first| first == 0).and_then(|first| list.get(first))?;
            // 家事审判方式和工作机制改革: the first part says of what.
            let reform = || general("project").filter(|_| fold.ends_with(segment.at.end, "改革"));
            let (at, sort) = own.map(|(at, sort, _)| (at, sort)).or_else(reform)?;
            if at.start != segment.at.start {
                return None;
            }
            let works = !matches!(sort, "centre" | "team" | "brand" | "mode") || at.len() <= 4;
            (works && joins(fold, before, segment, bodies))
                .then(|| (CharSpan::new(before.at.start, at.end), sort, "programme.joined"))
        };
        let same = || {
            let last = index + 1 == list.len();
            let at = if last { CharSpan::new(segment.at.start, segment.at.start + 4) } else { segment.at };
            parallel.map(|sort| (at, sort, "programme.parallel"))
        };
        let own = || {
            // 重大、疑难案件讨论制度: adjectives for one noun.
            let lead = list.first().filter(|_| index == 1).map(|one| one.at).filter(|lead| lead.len() == 2);
            let lead = lead.filter(|_| own.is_some());
            let lead = lead.filter(|lead| opens(fold.slice(*lead), "adjective").is_some());
            own.map(|(at, sort, rule)| match lead {
                Some(lead) if at.start == segment.at.start => (CharSpan::new(lead.start, at.end), sort, rule),
                _ => (at, sort, rule),
            })
        };
        let opens = openings.at(front.start, BRANDS | PLACES);
        let whole =
            || opens.then(|| brand::named(fold, front)).flatten().map(|(at, sort)| (at, sort, "programme.known"));
        if let Some((at, sort, rule)) = same().or_else(pair).or_else(own).or_else(whole).or_else(item) {
            found.push(Bare { at, sort, article: segment.article, rule });
        }
    }
}

/// 平安乡村、平安医院、平安家庭创建活动: items of four characters that open alike, the last one with the noun of all.
fn parallel(fold: &Fold, list: &[Segment]) -> Option<&'static str> {
    let (last, rest) = list.split_last().filter(|(_, rest)| rest.len() >= 2)?;
    let open = |one: &Segment| fold.slice(CharSpan::new(one.at.start, one.at.start + 2)).to_vec();
    let alike = rest.iter().all(|one| one.at.len() == 4 && open(one) == open(last));
    let tail = fold.slice(CharSpan::new(last.at.start + 4, last.at.end));
    let noun = programme_words().before_of(tail, tail.len(), &["activity", "project", "action"])?;
    alike.then_some(noun.family)
}

/// Without the levels that have the programme: 县乡村三级, 区县.
fn strip_levels(fold: &Fold, at: CharSpan) -> CharSpan {
    let levels = fold.slice(at).iter().take_while(|c| among!("省市县区镇乡村街", **c)).count();
    let ranks = match fold.slice(CharSpan::new(at.start + levels, at.end)) {
        ['二' | '两' | '三' | '四' | '五', '级', ..] => 2,
        ['第', '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十', '批' | '次' | '轮', ..] => {
            3
        }
        _ => 0,
    };
    // 乡村振兴战略: a word of its own.
    let rural = levels == 2 && ranks == 0 && fold.starts_with(at.start, "乡村");
    let mut start = if levels >= 2 && !rural || ranks > 0 { at.start + levels + ranks } else { at.start };
    for verb in ["建设", "组织"] {
        if start > at.start && fold.starts_with(start, verb) {
            start += 2;
        }
    }
    CharSpan::new(start.min(at.end), at.end)
}

/// 司法行政机关开展〔普法宣传活动〕: what was held, without who held it.
fn after_doing(fold: &Fold, at: CharSpan) -> CharSpan {
    let held = |&place: &usize| fold.starts_with(place, "开展") || fold.starts_with(place, "举办");
    // 支持香港建设国际创新科技中心.
    let part = fold.slice(at);
    let place = place::known(part, 0).or_else(|| divisions::shorts().at(part, 0).map(|hit| hit.len));
    let built = place.map(|len| at.start + len).filter(|&place| fold.starts_with(place, "建设") && part.len() > 8);
    let from = built.or_else(|| (at.start + 3..at.end.saturating_sub(5)).find(held));
    from.map_or(at, |place| CharSpan::new(place + 2, at.end))
}

/// 麻城市政法系统, 全国公安系统: all bodies of a field, no platform.
fn is_sector(fold: &Fold, at: CharSpan) -> bool {
    const FIELDS: &str = "政法 公安 法院 检察 司法 司法行政 教育 卫生 金融 工会 税务 纪检监察";
    fold.ends_with(at.end, "系统") && fold.ends_any(at.end - 2, FIELDS)
}

/// 推进社会矛盾和安全隐患大排查大整治行动: whether what a verb governs is one name over 和.
fn joins(fold: &Fold, before: &Segment, after: &Segment, bodies: &[Body]) -> bool {
    let link = matches!(fold.slice(CharSpan::new(before.at.end, after.at.start)), ['和' | '与' | '及']);
    let part = fold.slice(before.at);
    let governed =
        before.at.start.checked_sub(1).is_some_and(|at| is_han(fold.at(at)) && !among!("的、和", fold.at(at)));
    link && governed
        && !before.quoted
        && (4..=12).contains(&part.len())
        && !["政策", "会议", "机构"].iter().any(|word| reads(part, part.len() - 2, word))
        && programme_words().before_of(part, part.len(), &SORTS).is_none()
        && after_body(before, bodies) == before.at.start
        && divisions::full().at(part, 0).is_none()
        && divisions::shorts().at(part, 0).is_none()
}

/// 甲、乙 and 甲和乙.
fn listed(fold: &Fold, before: &Segment, after: &Segment) -> bool {
    matches!(fold.slice(CharSpan::new(before.at.end, after.at.start)), ['、' | '和' | '与' | '及'] | ['以', '及'])
}

/// What a list is said to be: 等工作机制, 等13项专项行动.
pub fn close_after(fold: &Fold, from: usize) -> Option<&'static str> {
    if fold.at(from) != '等' {
        return None;
    }
    let mut at = from + 1;
    while fold.at(at).is_ascii_digit() || among!("一二两三四五六七八九十多余项个大类", fold.at(at)) {
        at += 1;
    }
    let close = programme_words().at_of(fold.chars(), at, &["action", "mechanism", "platform", "mode", "activity"]);
    let told = || programme_words().at_of(fold.chars(), at, &["project"]);
    let close = close.or_else(|| told().filter(|noun| matches!(noun.term, "重点项目" | "创建")));
    let close = close.or_else(|| {
        let led = ["工作", "特色", "专项", "先进", "主题", "系列", "创新", "实战应用", "治安"];
        let word = led.iter().find(|word| fold.starts_with(at, word))?;
        programme_words().at_of(
            fold.chars(),
            at + word.chars().count(),
            &["action", "mechanism", "platform", "mode", "activity"],
        )
    })?;
    (!matches!(close.term, "经验" | "做法" | "方法" | "路径" | "体系" | "系统" | "网站")).then_some(close.family)
}

/// Where the segment goes on after a body that it opens with: 市公安局 合成侦查中心.
fn after_body(segment: &Segment, bodies: &[Body]) -> usize {
    let from = bodies.iter().skip_while(|body| body.at.start < segment.at.start);
    let here = from.take_while(|body| body.at.start < segment.at.end);
    let inside = here.filter(|body| body.at.end <= segment.at.end && body.rule != "organisation.noun");
    inside.map(|body| body.at.end).max().unwrap_or(segment.at.start)
}

/// The name and its type where the segment ends in a noun of programmes; `general` takes a general one too.
fn ends_in_noun(
    fold: &Fold,
    openings: &Openings,
    segment: CharSpan,
    general: bool,
) -> Option<(CharSpan, &'static str)> {
    if !openings.at(segment.end, NOUNS) {
        return None;
    }
    let part = fold.slice(segment);
    let quoted = matches!(segment.start.checked_sub(1).map(|at| fold.at(at)), Some('”' | '"' | '」' | '』'));
    if quoted {
        return None;
    }
    let mut end = part.len();
    let tailed = part.last().is_some_and(|c| among!("设程点作围", *c));
    for tail in ["二期建设", "建设工程", "试点建设", "建设", "试点", "工作", "范围"].into_iter().filter(|_| tailed)
    {
        let cut = end.saturating_sub(tail.chars().count());
        let noun = fold.ends_with(segment.start + end, tail)
            && programme_words().before_of(part, cut, &SORTS).is_some_and(|noun| {
                if tail == "范围" {
                    noun.term.ends_with(['点', '划'])
                } else {
                    !noun.term.ends_with(['设', '革'])
                }
            });
        if noun {
            end = cut;
            break;
        }
    }
    let noun = programme_words().before_of(part, end, &SORTS)?;
    let own = 0..end - noun.len;
    // 全市政法工作会议, 市委经济工作会议: whose it is makes a meeting one.
    let held = || noun.term == "工作会议" && whole_area(fold, segment.start) < segment.start;
    let named = own.len() >= 2 && end <= LONGEST && (general || !is_vague(part, own.clone()) || held());
    let loose = own.len() < 4 && is(noun.term, "loose") || noun.term == "活动" && own.len() < 5;
    let loose = loose || noun.term == "改革" && own.len() < 3 && opens(part, "sector").is_none();
    let unlawful = || part[..own.end].windows(2).any(|two| two == ['非', '法']);
    let crime =
        noun.term == "活动" && (unlawful() || fold.ends_any(segment.start + own.end, "犯罪 违法 经营 交易 破坏 颠覆"));
    let sector = noun.term == "系统" && (own.len() < 4 || own.len() == 4 && fold.ends_with(segment.start + 4, "行政"));
    // 改革系统推进: as a system.
    let adverb = noun.term == "系统" && fold.starts_any(segment.start + end, "地 推进 集成 谋划 实施 梳理 重塑 施策");
    let meeting = matches!(noun.term, "工作会议" | "大会") && whole_area(fold, segment.start) == segment.start;
    // 较改革前: a time.
    let adverb = adverb || noun.term == "改革" && among!("前后", fold.at(segment.start + end));
    if !named || loose || crime || sector || adverb || meeting || is(noun.term, "bare") {
        return None;
    }
    if common(&part[..own.end], noun.term)
        || counted(fold, CharSpan::new(segment.start, segment.start + end), noun.family)
    {
        return None;
    }
    let start = if apart(MEETINGS).any(|meeting| meeting == noun.term) {
        whole_area(fold, segment.start)
    } else if noun.family != "action" {
        led_by(fold, segment.start)
    } else {
        after_sector(fold, CharSpan::new(segment.start, segment.start + own.end))
    };
    let start = if start == segment.start { with_verb(fold, start) } else { start };
    // 组织疗养活动: what is done, not what it is called.
    let held = matches!(noun.family, "activity" | "action") && fold.starts_with(start, "组织") && own.len() > 5;
    let start = if held { start + 2 } else { start };
    Some((CharSpan::new(start, segment.start + end), noun.family))
}

/// 这场战山火行动, 7家验证平台, 平台41个: one of many.
fn counted(fold: &Fold, at: CharSpan, sort: &str) -> bool {
    let before = |back: usize| at.start.checked_sub(back).map_or('\n', |i| fold.at(i));
    let this = among!("这那", before(2)) && before(1) == '场'
        || among!("这那此该", before(1)) && among!("场项", fold.at(at.start)) && fold.at(at.start + 1) != '目';
    // 4大亮点建设计划.
    let this = this || fold.ends_with(at.start, "所有") || fold.at(at.start) == '大' && before(1).is_ascii_digit();
    // 多种形式的便民活动.
    let this = this || before(1) == '的' && among!("式样列", before(2));
    let this = this || sort == "team" && before(1) == '支' || fold.ends_with(at.start, "一项");
    let many = matches!(sort, "platform" | "centre" | "brand");
    this || many
        && (before(2).is_ascii_digit() && among!("个家座处批支", before(1)) || fold.at(at.end).is_ascii_digit())
}

/// Where the name goes on after the sector that has it: 司法行政系统 律企同行行动.
fn after_sector(fold: &Fold, own: CharSpan) -> usize {
    let sector = |at: &usize| fold.starts_with(*at, "系统") && fold.ends_any(*at, "行政 公安 检察 法院 政法 教育");
    (own.start + 2..own.end.saturating_sub(3)).rev().find(sector).map_or(own.start, |at| at + 2)
}

/// Where the name begins that has a verb of its own: 实施 保障律师执业权利联席会议制度.
fn with_verb(fold: &Fold, start: usize) -> usize {
    let own_verbs = "保障 改革 规划 监督 服务 培育 奖励 资助 补贴 教育 引领 带动 重塑 检查 检测";
    let verb = start.saturating_sub(2);
    let named = fold.ends_any(verb, "实施 推行 建立 实行") && fold.starts_any(verb, own_verbs);
    if named { verb } else { start }
}

/// Where the name begins that a clause with 的 leads: 党的群众路线教育实践活动, 以审判为中心的诉讼制度改革.
fn led_by(fold: &Fold, start: usize) -> usize {
    // 中国-东盟博览会.
    if start > 2 && fold.at(start - 1) == '-' && fold.ends_with(start - 1, "中国") {
        return start - 3;
    }
    if start < 2 || fold.at(start - 1) != '的' {
        return start;
    }
    if fold.at(start - 2) == '党' && !(start > 2 && is_han(fold.at(start - 3)) && among!("全我各", fold.at(start - 3)))
    {
        return start - 2;
    }
    let from = start.saturating_sub(14);
    let lead = (from..start - 1).rev().take_while(|&at| is_han(fold.at(at))).find(|&at| fold.at(at) == '以');
    lead.filter(|&at| (at + 2..start - 2).any(|i| fold.at(i) == '为')).unwrap_or(start)
}

/// 全市…推进会: a meeting's name keeps whose it is.
fn whole_area(fold: &Fold, start: usize) -> usize {
    let areas = "全市 全省 全国 全县 全区 省委 市委 县委 区委";
    let area = |at: &usize| fold.ends_any(*at, areas);
    let levels =
        (0..3).take_while(|&back| back == 0 || start >= back && among!("省市县区镇乡村街", fold.at(start - back)));
    levels.map(|back| start.saturating_sub(back)).find(area).map_or(start, |at| at - 2)
}
