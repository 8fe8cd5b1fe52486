//! Lines that name the writers or the officer who speaks.

use super::furniture::words;
use super::shape::{Shape, blank, han};
use crate::fold::{CharSpan, Fold};
use crate::lexicon::{among, ordinary, surnames};
use crate::script::is_letter_or_digit;

/// Ends of titles of office, before the officer's name.
const OFFICES: [&str; 12] =
    ["书记", "主席", "主任", "委员", "总理", "秘书长", "委员长", "检察长", "代表", "发言人", "负责人", "长"];

/// Ends of names of papers and agencies.
const OUTLETS: [&str; 10] = ["新闻", "新华社", "中新社", "中央社", "报", "网", "电视台", "新闻台", "传媒", "通讯社"];

/// What a line of names says.
#[derive(Clone, Debug, Default)]
pub(super) struct Byline {
    /// The names in order.
    pub names: Vec<String>,
    /// The paper or agency that they write for; empty where the line does not say.
    pub outlet: String,
}

/// The writers that a line names: 随州日报全媒记者 许静 通讯员 郭原.
pub(super) fn writers(fold: &Fold, line: &Shape) -> Option<Byline> {
    if line.stops > 0 || line.letters > 70 || line.commas > 1 || line.letters < 3 {
        return None;
    }
    list_of_writers(fold.slice(line.at))
}

fn list_of_writers(chars: &[char]) -> Option<Byline> {
    let mut found = Byline::default();
    let mut role = false;
    let mut half: Option<char> = None;
    let parts = chars.split(|&c| !(is_letter_or_digit(c) || c == '·') || c == '丨').filter(|part| !part.is_empty());
    for part in parts {
        // 记者甲/台北报导: from where he tells.
        if role && part.len() > 3 && matches!(part[part.len() - 2..], ['报', '导' | '道']) {
            continue;
        }
        // 文 and 图 are roles only when they stand alone: 文/余晖.
        let role_at = |at: usize| {
            words().at_of(part, at, &["byline"]).filter(|hit| hit.len > 1 || part.len() == 1).map(|hit| (at, hit))
        };
        let hit = (0..part.len().min(16)).find_map(role_at);
        if let Some((at, hit)) = hit {
            if at > 12 || (role && half.is_some()) {
                return None;
            }
            role = true;
            if found.outlet.is_empty() {
                found.outlet = outlet(&part[..at]);
            }
            let mut rest = &part[at + hit.len..];
            while let Some(next) = words().at_of(rest, 0, &["byline"]) {
                rest = &rest[next.len..];
            }
            match rest.len() {
                0 => {}
                2..=4 if name(rest) => found.names.push(rest.iter().collect()),
                _ => return None,
            }
        } else if let [single] = part {
            // 龚 正: a name of two characters set apart.
            match half.take() {
                Some(first) => found.names.push([first, *single].iter().collect()),
                None => half = Some(*single),
            }
        } else if role && name(part) {
            found.names.push(part.iter().collect());
        } else if !role && part.len() <= 12 && is_outlet(part) {
            found.outlet = part.iter().collect();
        } else {
            return None;
        }
    }
    (role && half.is_none() && !found.names.is_empty()).then_some(found)
}

fn name(part: &[char]) -> bool {
    let foreign = part.contains(&'·') && part.len() <= 14;
    (foreign || (2..=4).contains(&part.len())) && part.iter().all(|&c| han(c) || c == '·')
}

fn is_outlet(part: &[char]) -> bool {
    let word: String = part.iter().collect();
    OUTLETS.iter().any(|end| word.ends_with(end))
}

/// The paper before 记者: 随州日报 of 随州日报全媒; nothing for 本报.
fn outlet(before: &[char]) -> String {
    let mut word: String = before.iter().collect();
    for end in ["全媒体", "全媒", "融媒体", "融媒", "见习", "特约", "首席", "驻站"] {
        if let Some(shorter) = word.strip_suffix(end) {
            word = shorter.to_owned();
        }
    }
    let own = ["本报", "本网", "本刊", "本社", "本台"].contains(&word.as_str());
    if own || word.chars().count() < 3 || !is_outlet(&word.chars().collect::<Vec<_>>()) { String::new() } else { word }
}

/// The officer whose office and name a line holds, parted by a blank: 中共沈丘县委副书记、政法委书记 贾庆伟.
pub(super) fn officer(fold: &Fold, line: &Shape) -> Option<String> {
    if line.stops > 0 || line.letters > 40 || line.letters < 4 || line.commas > 0 {
        return None;
    }
    let chars = fold.slice(line.at);
    let gap = chars.iter().position(|&c| blank(c))?;
    let office: String = chars[..gap].iter().collect();
    if !OFFICES.iter().any(|end| office.ends_with(end)) {
        return None;
    }
    let rest: Vec<char> = chars[gap..].iter().copied().filter(|&c| !blank(c)).collect();
    let pieces = chars[gap..].split(|&c| blank(c)).filter(|piece| !piece.is_empty()).count();
    (name(&rest) && (pieces == 1 || (pieces == 2 && rest.len() == 2))).then(|| rest.iter().collect())
}

/// The writers named in brackets at the start or the end of a paragraph: 新华社北京10月6日电(记者樊曦、王聿昊),
/// 【互传媒/记者廖承恩/云林报导】.
pub(super) fn bracketed(fold: &Fold, line: &Shape) -> Byline {
    let head = CharSpan::new(line.at.start, line.at.end.min(line.at.start + 80));
    let tail = CharSpan::new(line.at.start.max(line.at.end.saturating_sub(60)), line.at.end);
    let written = [head, tail].into_iter().find_map(|part| in_brackets(fold, part));
    let alone = || Some(Byline { names: closing(fold, tail)?, outlet: String::new() });
    written.or_else(alone).unwrap_or_default()
}

/// …。(张巨峰): names alone in brackets after a paragraph's last sentence.
fn closing(fold: &Fold, tail: CharSpan) -> Option<Vec<String>> {
    let chars = fold.slice(tail);
    chars.last().filter(|&&c| c == ')')?;
    let open = chars.iter().rposition(|&c| c == '(').filter(|&open| open > 0)?;
    let inner = &chars[open + 1..chars.len() - 1];
    let people = |part: &[char]| {
        let surname = surnames().at(part, 0).filter(|surname| surname.family != "weak");
        name(part) && part.len() < 4 && surname.is_some() && !ordinary().at(part, 0)
    };
    let mut names = inner.split(|&c| among!("、 ", c)).filter(|part| !part.is_empty());
    let written = among!("。!?”", chars[open - 1]) && !inner.is_empty() && names.clone().all(people);
    written.then(|| names.by_ref().map(|part| part.iter().collect()).collect())
}

fn in_brackets(fold: &Fold, part: CharSpan) -> Option<Byline> {
    let mut marks = fold.others(part);
    while let Some(open) = marks.find(|&at| matches!(fold.at(at), '(' | '【')) {
        let shut = marks.find(|&at| matches!(fold.at(at), ')' | '】'))?;
        let inner = fold.slice(CharSpan::new(open + 1, shut));
        // 【记者观察】: a column.
        let written = |_: &Byline| {
            inner.iter().take(14).any(|&c| matches!(c, '者' | '员'))
                && (fold.at(open) == '(' || inner.iter().any(|&c| matches!(c, '/' | ' ')))
        };
        if let Some(found) = list_of_writers(inner).filter(written) {
            return Some(found);
        }
    }
    None
}

/// The agency whose wire a paragraph opens with: 新华社 of 新华社北京10月6日电, 央视网 of 央视网消息.
pub(super) fn dateline(fold: &Fold, line: &Shape) -> Option<String> {
    let part = CharSpan::new(line.at.start, line.at.end.min(line.at.start + 60));
    let chars = fold.slice(part);
    // 讯 or 消息 with a mark behind it, or an agency or 本报 to begin with; behind <…> anything may stand.
    let told = |at: usize| match fold.at(at) {
        ' ' | '(' | ':' | ',' => at > part.start && matches!(fold.at(at - 1), '讯' | '息'),
        c => c == '<',
    };
    let opens = || chars.iter().find(|&&c| is_letter_or_digit(c)).is_some_and(|c| matches!(c, '本' | '新' | '中'));
    if !opens() && !fold.others(part).any(told) || !chars.iter().any(|c| matches!(c, '讯' | '息' | '电' | '本')) {
        return None;
    }
    let mut tag = false;
    let untagged = chars.iter().filter(|&&c| {
        let skip = tag || c == '<';
        tag = (tag || c == '<') && c != '>';
        !skip
    });
    let opening: String = untagged.skip_while(|&&c| !is_letter_or_digit(c)).collect();
    let own = ["本报讯", "本网讯", "本台消息", "本报北京", "本刊讯"].iter().any(|word| opening.starts_with(word));
    if own {
        return Some(String::new());
    }
    for agency in ["新华社", "中新社", "中新网"] {
        if opening.starts_with(agency) && (opening.contains('电') || opening.contains('讯')) {
            return Some(agency.to_owned());
        }
    }
    for mark in ["消息(", "消息:", "消息 ", "讯 ", "讯(", "讯:", "消息,"] {
        if let Some(at) = opening.find(mark) {
            let before = opening[..at].trim_start_matches('据');
            let outlet: Vec<char> = before.chars().collect();
            if (3..=14).contains(&outlet.len()) && (is_outlet(&outlet) || before.ends_with("网站")) {
                return Some(before.to_owned());
            }
        }
    }
    None
}
