//! How far a Chinese name reaches: surname, given name, and what may follow.

use crate::lexicon::among;
use crate::lexicon::{divisions, ordinary, speech_verbs, surnames, titles};
use crate::read::prose::is_han;

/// A name read at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name {
    /// How many characters it takes, with a blank inside.
    pub len: usize,
    /// Whether what follows shows that it ends there.
    pub sure: bool,
    /// Whether the surname is as often an ordinary word.
    pub weak: bool,
    /// Whether it is 某, 某某 after a surname.
    pub masked: bool,
}

/// Characters that are no part of a given name.
const FUNCTION: &str = "的了在是等与及将对被也就说称到这那都还很没不把让因从由于但或且其您我你他她它们个已曾又再并以则带该各每向给跟虽却摄";

/// Characters that end a name before another word but can also stand in one.
const LINKS: &str = "和为任率来出作获";

/// The name that starts at `at`; `loose` also takes a full name that is an ordinary word (a byline's 高峰).
pub fn name_at(chars: &[char], at: usize, loose: bool) -> Option<Name> {
    let surname = surnames().at(chars, at)?;
    let weak = surname.family == "weak";
    let given = at + surname.len;
    let first = *chars.get(given)?;
    if let Some(len) = masked(chars, given) {
        return mask_is_name(chars, at).then_some(Name { len: surname.len + len, sure: true, weak, masked: true });
    }
    if first == ' ' {
        return spaced(chars, at, surname.len).map(|len| Name { len, sure: true, weak, masked: false });
    }
    if titles().at(chars, given).is_some_and(|title| title.len > 1) {
        return None;
    }
    if !may_be_given(first) || !loose && surname.len == 1 && ordinary().at(chars, at) {
        return None;
    }
    let (two, three) = (given + 1, given + 2);
    let name = |end: usize, sure| Some(Name { len: end - at, sure, weak, masked: false });
    let next = chars.get(two).copied().unwrap_or('\n');
    if !is_han(next) || among!(FUNCTION, next) {
        return name(two, true);
    }
    let linked = chars.get(three).copied().is_some_and(is_han) && !ends_name(chars, three);
    // 李泽来到村里.
    let comes = next == '来' && chars.get(three).is_some_and(|&c| among!("到自", c));
    if among!(LINKS, next) && (linked || comes || next == '为' && titles().at(chars, three).is_some()) {
        return name(two, true);
    }
    if weak && ordinary().at(chars, given) {
        return None;
    }
    match (ends_name(chars, two), ends_name(chars, three)) {
        (true, false) => name(two, true),
        (false, true) => name(three, true),
        (true, true) if chars.get(three).copied().is_some_and(is_han) => name(three, false),
        (true, true) => name(if speech_verbs().at(chars, two).is_some() { two } else { three }, true),
        (false, false) => name(three, false),
    }
}

/// Whether something other than a name's last character starts at `at`.
pub fn ends_name(chars: &[char], at: usize) -> bool {
    let Some(&c) = chars.get(at) else { return true };
    if !is_han(c) || among!(FUNCTION, c) {
        return true;
    }
    if among!(LINKS, c) && chars.get(at + 1).copied().is_some_and(is_han) {
        return true;
    }
    ordinary().at(chars, at) || speech_verbs().at(chars, at).is_some() || titles().at(chars, at).is_some()
}

/// Whether `c` can stand in a given name.
pub fn may_be_given(c: char) -> bool {
    is_han(c) && !among!(FUNCTION, c) && !matches!(c, '某' | '〇')
}

/// Whether `c` stands for a character of a name that is not told.
pub fn hides(c: char) -> bool {
    matches!(c, '某' | '×' | '*' | 'X' | 'x' | '○')
}

/// How many characters of 某, 某某, 某强, ×× start at `at`.
fn masked(chars: &[char], at: usize) -> Option<usize> {
    let run = chars[at..].iter().take(3).take_while(|&&c| hides(c)).count();
    match (run, chars.get(at)) {
        (0, _) => None,
        (_, Some('某')) => {
            let given = run == 1
                && chars.get(at + 1).copied().is_some_and(may_be_given)
                && ends_name(chars, at + 2)
                && !ends_name(chars, at + 1);
            Some(run + usize::from(given))
        }
        (run, _) => Some(run).filter(|&run| run <= 2),
    }
}

/// 关于某…, 位于某地 and 某某 after a word that ends like a surname are no names.
fn mask_is_name(chars: &[char], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|i| chars.get(i)).copied().unwrap_or('\n');
    let word = at.checked_sub(1).is_some_and(|i| ordinary().at(chars, i)) && titles().before(chars, at).is_none();
    let counted =
        chars.get(at + 2..at + 4).is_some_and(|next| matches!(next[0], '些' | '种' | '个' | '一' | '地' | '年' | '日'));
    !word && !counted && !among!("关对位由属基处终至", before)
}

/// 龚 正: a surname, a blank and one character with nothing of the line after it.
fn spaced(chars: &[char], at: usize, surname: usize) -> Option<usize> {
    let blanks = chars[at + surname..].iter().take(3).take_while(|&&c| c == ' ').count();
    let given = at + surname + blanks;
    let fits = surname == 1 && blanks <= 2 && chars.get(given).copied().is_some_and(may_be_given);
    let ended = chars.get(given + 1).is_none_or(|&c| !is_han(c));
    (fits && ended).then_some(surname + blanks + 1)
}

/// How many characters behind a name a colon shows that somebody is quoted, whom a word of speech has to tell.
const MANNER: usize = 7;

/// 果农凌运发忙着装箱: whether three characters after somebody's standing are no part of any word or place.
pub fn stands_out(chars: &[char], at: usize, end: usize) -> bool {
    end == at + 3
        && !(at - 1..end).any(|i| ordinary().at(chars, i))
        && !among!("村镇乡县市区路山江河湖庄屯寨", chars[end - 1])
        && divisions::shorts().at(chars, at).is_none()
        && !chars[end..].iter().take(MANNER).any(|&c| c == ':')
}

/// Whether a title stands inside a stretch that reads like a name: 通讯员.
pub fn title_within(chars: &[char], start: usize, end: usize) -> bool {
    (start..end).any(|at| titles().at(chars, at).is_some())
}

/// Whether a name can open at `at`: after a mark, a word that links, a title or a common word.
pub fn opens_name(chars: &[char], at: usize, floor: usize) -> bool {
    let Some(&before) = at.checked_sub(1).filter(|&i| i >= floor).and_then(|i| chars.get(i)) else { return true };
    !is_han(before)
        || matches!(
            before,
            '的' | '了'
                | '在'
                | '是'
                | '等'
                | '与'
                | '及'
                | '将'
                | '对'
                | '被'
                | '向'
                | '和'
                | '让'
                | '由'
                | '给'
                | '跟'
                | '从'
                | '为'
                | '、'
                | '据'
                | '请'
        )
        || titles().before(chars, at).is_some()
        || at >= floor + 2 && ordinary().at(chars, at - 2)
}
