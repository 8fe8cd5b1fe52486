//! Stretches inside clauses that a name can fill: what lies between marks, verbs, particles and words of time.

use std::sync::OnceLock;

use super::openings::{BODIES, DIVISIONS, OTHERS, Openings, PLACES, STOPS, WALLS};
use super::prose::{Stretch, is_han};
use super::{Page, organisation, place};
use crate::fold::{CharSpan, Fold, reads};
use crate::lexicon::among;
use crate::lexicon::{Words, divisions, ordinary, programme_words, rows};

/// Characters that count after a number: they open no name (2023年春节, 5个中心).
const MEASURES: &str = "年月日时点分号件种类套起个名位项人次处家户万亿元余多级天岁届期条支批座所次组间千瓦伏钟";

/// Measures of more than one character.
const LONG_MEASURES: [&str; 10] =
    ["分钟", "平方米", "平方公里", "立方米", "公里", "公顷", "人次", "个月", "年度", "小时"];

/// Nouns of one character that 和 joins to the next: 省和市, 党和国家.
const JOINED: &str = "省市县区州镇乡村社国党军政人我你您他她它们者民兵警工农商学医校院所厂店房地田山林水土河湖海城路桥车船港站电气油煤粮棉盐\
    茶酒米菜果鱼猪牛羊鸡鸭年月日时天夜春夏秋冬风雨雪火光声色上下左右前后里外东南西北中内大小多少老幼男女夫妻父母子儿孙兄弟姐妹师生友\
    文理法律书信报刊权责利益钱税费价物事案例点线面体心手眼口头脚身部队组委会家户等了着过的得";

/// How words begin that count what follows: 多个, 这个.
const COUNTS: [char; 7] = ['多', '一', '这', '那', '各', '每', '首'];

/// The longest quotation that is taken for a name; a longer one is speech and read like other text.
const QUOTED: usize = 16;

/// A stretch without any word that parts names from the rest of the clause.
#[derive(Clone, Copy, Debug)]
pub struct Segment {
    /// Where it stands.
    pub at: CharSpan,
    /// The article that it belongs to.
    pub article: usize,
    /// Whether it stands in quotation marks that hold a name.
    pub quoted: bool,
}

/// The segments of the page in order, none inside 《》.
pub fn segments(page: &Page, stretches: &[Stretch], openings: &Openings) -> Vec<Segment> {
    let closed = closed(page);
    let mut found = Vec::with_capacity(page.fold.len() / 8);
    for stretch in stretches.iter() {
        split(page.fold, stretch, &closed, openings, &mut found);
    }
    found
}

/// Titles and short quotations, none inside another: where they stand, and whether each is a title.
fn closed(page: &Page) -> Vec<(CharSpan, bool)> {
    let mut reach = 0;
    let mut found = Vec::new();
    for pair in &page.marks.enclosed {
        let sentence = || page.fold.slice(pair.inner).iter().any(|c| matches!(c, '。' | '!' | '?' | '…' | ';' | ':'));
        if pair.outer.start < reach || !pair.title && (pair.inner.len() > QUOTED || sentence()) {
            continue;
        }
        reach = pair.outer.end;
        found.push((pair.outer, pair.title));
    }
    found
}

fn split(fold: &Fold, stretch: &Stretch, closed: &[(CharSpan, bool)], openings: &Openings, found: &mut Vec<Segment>) {
    let chars = &fold.chars()[..stretch.at.end.min(fold.len())];
    let mut next = closed.partition_point(|(at, _)| at.end <= stretch.at.start);
    let mut start = stretch.at.start;
    let mut at = start;
    while start < chars.len() {
        // What begins no word of a table parts nothing; no mark is passed over.
        at = openings.first(CharSpan::new(at, chars.len()), STOPS).unwrap_or(chars.len());
        let last = at.min(chars.len() - 1);
        while closed.get(next).is_some_and(|(pair, _)| pair.end <= last) {
            next += 1;
        }
        let inside = closed.get(next).filter(|(pair, _)| pair.start <= last);
        let step = match inside {
            _ if at == chars.len() => Step::Wall(0),
            Some((pair, true)) => Step::Wall(pair.end - at),
            _ => step(chars, start, at, openings),
        };
        match step {
            Step::Over(len) => at += len,
            Step::Wall(len) => {
                if at >= start + 2 {
                    let quoted = inside.is_some_and(|(pair, title)| !title && pair.start < start);
                    push(chars, CharSpan::new(start, at), stretch.article, quoted, found);
                }
                at += len;
                start = at;
            }
        }
    }
}

enum Step {
    Over(usize),
    Wall(usize),
}

/// What stands at `at`.
fn step(chars: &[char], start: usize, at: usize, openings: &Openings) -> Step {
    if openings.at(at, OTHERS) {
        return Step::Wall(1);
    }
    let c = chars[at];
    let body = || if openings.at(at, BODIES) { organisation::known(chars, at) } else { None };
    let place = || if openings.at(at, PLACES) { place::known(chars, at) } else { None };
    let opens = openings.at(at, DIVISIONS);
    // 会采取行动: what will be done.
    if c == '会' && at == start && wall_at(chars, at + 1).is_some_and(|len| len > 1) {
        return Step::Wall(1);
    }
    if let Some(known) = body().or_else(place) {
        return Step::Over(known);
    }
    // 应急管理局会同县公安局: 会同 behind a body is the verb.
    let joins = c == '会' && at > start && among!("局队院委办部处所会厅庭站", chars[at - 1]);
    if joins && chars.get(at + 1) == Some(&'同') {
        return Step::Wall(2);
    }
    let full = if opens { divisions::full().at(chars, at).map_or(0, |hit| hit.len) } else { 0 };
    // 青和居社区: one character before 和 is no noun that another one joins, but for those that are.
    if c == '和' && at > 1 && is_han(chars[at - 1]) && !among!(JOINED, chars[at - 1]) {
        let fresh = at == start + 1 && (!is_han(chars[at - 2]) || among!("在于从到至的了", chars[at - 2]));
        if (fresh || among!("镇乡", chars[at - 2])) && chars.get(at + 1).is_some_and(|&next| is_han(next)) {
            return Step::Over(1);
        }
    }
    let Some(hit) = (if openings.at(at, WALLS) { words().at(chars, at) } else { None }) else {
        let short = if opens && full == 0 { divisions::shorts().at(chars, at).map_or(0, |hit| hit.len) } else { full };
        return Step::Over(short.max(1));
    };
    // 、中车集团: after a mark 中 closes nothing.
    let opens_name = c == '中' && at == start && at.checked_sub(1).is_some_and(|i| among!("、,。", chars[i]));
    if full > hit.len.max(2) || opens_name && hit.len == 1 {
        return Step::Over(full.max(1));
    }
    // 上饶, 中卫: a city whose first character is a word by itself.
    let city = || divisions::shorts().at(chars, at).filter(|short| short.family != "county");
    if opens
        && hit.len == 1
        && let Some(city) = city()
    {
        return Step::Over(city.len);
    }
    // 武陵源区二中: a school; 三中全会 is none.
    let school = c == '中' && at > start && among!("一二三四五六七八九十", chars[at - 1]);
    if school && hit.len == 1 && chars.get(at + 1) != Some(&'全') {
        return Step::Over(1);
    }
    if hit.len == 1 && at > start && belongs(chars, start, at) {
        return Step::Over(1);
    }
    let next = at + hit.len;
    // 保障性安居工程: of a verb 性 makes an adjective, unless a word of its own begins there (性别).
    let others = match chars.get(next) {
        Some('性') => "别质能格侵病",
        // 服务类社会救助; 类似, 型号.
        Some('类') => "似脑人别",
        Some('型') => "号",
        _ => "",
    };
    if hit.len > 1 && !others.is_empty() && !chars.get(next + 1).is_some_and(|c| others.contains(*c)) {
        return Step::Over(hit.len + 1);
    }
    // 四川大学举办活动: what only brings about what follows is no part of its name, nor what counts it.
    let governed = || {
        if hit.term.starts_with(COUNTS) {
            return false;
        }
        let head = programme_words().at(chars, next);
        let head = head.is_some_and(|head| {
            !matches!(head.family, "verb" | "near" | "known" | "team")
                && !matches!(head.term, "保险" | "重点项目" | "仪式" | "典礼")
        });
        head && words().at(chars, next).is_none_or(|inner| inner.family == "inside")
    };
    // 国企改革深化提升行动: two verbs before the noun.
    let twice = || {
        let second = words().at(chars, next).filter(|second| second.len == 2 && second.family == "wall");
        let second = second.filter(|second| !second.term.starts_with(COUNTS));
        second.is_some() && chars.get(next + 2..next + 4).is_some_and(|noun| noun == ['行', '动'])
    };
    match hit.family {
        "inside" => Step::Over(hit.len),
        // 来宾市政府组织市交警支队演练.
        "opening" if hit.term == "组织" && chars.get(next).is_some_and(|c| among!("省市县区", *c)) => {
            Step::Wall(hit.len)
        }
        "opening" if at > start => Step::Over(hit.len),
        // 创新机制, 落实机制: the noun needs the word before it.
        _ if hit.len > 1 && at > start && !is_light(hit.term) && (governed() || twice()) => Step::Over(hit.len),
        _ => Step::Wall(hit.len),
    }
}

/// Whether a verb says of what follows only that it is brought about, taken or attended.
fn is_light(verb: &str) -> bool {
    matches!(
        verb,
        "采取"
            | "举办"
            | "举行"
            | "召开"
            | "主办"
            | "承办"
            | "开展"
            | "建立"
            | "成立"
            | "设立"
            | "参加"
            | "出席"
            | "加入"
            | "提供"
    )
}

/// Whether the wall of one character at `at`, inside a stretch from `start` on, is the end of a word: 人均, 空地, 乐里镇.
fn belongs(chars: &[char], start: usize, at: usize) -> bool {
    let next = chars.get(at + 1).copied().unwrap_or('\n');
    match chars[at] {
        '均' | '因' | '据' | '系' | '约' | '能' | '应' | '属' | '率' => ordinary().at(chars, at - 1),
        // 有力地, 创造性地: only behind a whole word it is the particle.
        '地' => {
            let adverb = at > start + 1 && (ordinary().at(chars, at - 2) || at > 2 && chars[at - 3] == '有');
            let word = adverb || among!("性式然", chars[at - 1]);
            ordinary().at(chars, at - 1) || !word
        }
        // 横向生态补偿; 滇中引水.
        '向' => among!("方取导双定反横纵单", chars[at - 1]),
        '中' if among!("滇黔鄂豫陇渝湘赣皖苏浙闽粤桂琼晋冀鲁辽吉陕甘疆藏蒙川", chars[at - 1]) => {
            true
        }
        // 三里屯, 七里河.
        '里' if among!("屯庄店堡河桥街坡铺", next) => true,
        '里' | '中' | '上' | '下' | '前' | '后' | '内' | '正' | '原' | '同' | '用' | '可' | '来' | '经' => {
            next == '镇' || next == '村' && chars[at] != '中'
        }
        _ => false,
    }
}

/// Adds the part of a line, which has two characters at least, without what only belongs to a number or a verb before.
fn push(chars: &[char], part: CharSpan, article: usize, quoted: bool, found: &mut Vec<Segment>) {
    let CharSpan { mut start, end } = part;
    // 9 月 8 日: also over a blank.
    let before = start.checked_sub(1).map(|i| if chars[i] == ' ' { i.saturating_sub(1) } else { i });
    let digits = before.is_some_and(|i| chars[i].is_ascii_alphanumeric());
    let numeral = |at: usize| chars.get(at).is_some_and(|c| among!("一二两三四五六七八九十百千几", *c));
    // 三人制篮球: no count.
    let kind = chars.get(start + 2) == Some(&'制');
    if numeral(start) && !kind && chars.get(start + 1).is_some_and(|c| among!(MEASURES, *c)) {
        start += 2;
    }
    // 二○二七年完成: the zero parts a year's numerals.
    if start > 0 && among!("○〇", chars[start - 1]) {
        start += chars[start..end].iter().take_while(|c| among!("一二三四五六七八九年月日", **c)).count();
        start += wall_at(chars, start).unwrap_or(0);
    }
    if digits {
        start += measure(chars, start);
    }
    // 实施好个人养老金制度, 构建起大监督格局: how the verb is done.
    let done = match chars.get(start) {
        Some('好') => true,
        Some('起') => !ordinary().at(chars, start) && !chars.get(start + 1).is_some_and(|c| among!("重降步", *c)),
        _ => false,
    };
    if done && start > 0 && is_han(chars[start - 1]) {
        start += 1;
    }
    // (即雅丽氏何妙龄那打素医院.
    if chars.get(start) == Some(&'即') && start > 0 && chars[start - 1] == '(' {
        start += 1;
    }
    if end >= start + 2 {
        found.push(Segment { at: CharSpan::new(start, end), article, quoted });
    }
}

/// How many characters after digits at `at` say what is counted: 万户, 个月, 平方米.
fn measure(chars: &[char], at: usize) -> usize {
    let rest = chars.get(at..).unwrap_or_default();
    let more = rest.iter().take(3).take_while(|&&c| among!("万亿百千余多", c)).count();
    let rest = &rest[more..];
    // Most measures have one character.
    if rest.first().is_some_and(|&c| among!("平立分公人个年小", c))
        && let Some(long) = LONG_MEASURES.iter().find(|long| reads(rest, 0, long))
    {
        return more + long.chars().count();
    }
    let word = rest.first().is_some_and(|&c| among!("支级组点分时号期天次处种类套", c)) && ordinary().at(rest, 0);
    more + usize::from(!word && rest.first().is_some_and(|&c| among!(MEASURES, c)))
}

/// How long the verb or particle of two characters and more is that parts names at `at`, or 了.
pub fn wall_at(chars: &[char], at: usize) -> Option<usize> {
    if chars.get(at) == Some(&'了') {
        return Some(1);
    }
    words().at(chars, at).filter(|hit| hit.family == "wall" && hit.len > 1).map(|hit| hit.len)
}

/// The table of words that part names.
pub(super) fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| Words::of(rows(crate::lexicon::table!("../lexicon/walls.tsv"))))
}
