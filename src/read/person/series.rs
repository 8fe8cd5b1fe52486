//! Lists of names without titles: 甲甲甲、乙乙、丙丙丙等七名同志.

use super::Mention;
use super::foreign::{is_dot, is_sound};
use super::name::{may_be_given, name_at};
use super::post::elected;
use crate::fold::{CharSpan, Fold};
use crate::lexicon::{ordinary, surnames, titles};
use crate::read::openings::{Openings, SURNAMES};
use crate::read::prose::{Stretch, ends_clause, is_han};

/// How many names in a row make a list.
const FEWEST: usize = 4;

/// The most characters of a name: a surname of two and two more.
const LONGEST: usize = 4;

/// Adds the names of all lists.
pub fn read(fold: &Fold, stretches: &[Stretch], openings: &Openings, found: &mut Vec<Mention>) {
    for stretch in stretches {
        let (mut start, mut names) = (stretch.at.start, 1);
        for at in fold.others(stretch.at).chain([stretch.at.end]) {
            let ends = at == stretch.at.end || ends_clause(fold.at(at));
            if !ends {
                names += usize::from(fold.at(at) == '、');
                continue;
            }
            // As many names are in a list as marks between them and one.
            if names >= FEWEST {
                clause(fold, openings, stretch, CharSpan::new(start, at), found);
            }
            (start, names) = (at + 1, 1);
        }
    }
}

fn clause(fold: &Fold, openings: &Openings, stretch: &Stretch, clause: CharSpan, found: &mut Vec<Mention>) {
    let mut run: Vec<CharSpan> = Vec::new();
    let mut item = clause.start;
    let chars = &fold.chars()[..clause.end];
    // Items between names that read as none by themselves: 洛桑江村, 蓝天立.
    let mut odd = Vec::new();
    for at in fold.others(clause).filter(|&at| chars[at] == '、').chain([clause.end]) {
        let (first, last) = (run.is_empty(), at == clause.end);
        match listed(chars, openings, CharSpan::new(item, at), first, last) {
            Some(name) => {
                run.append(&mut odd);
                run.push(name);
            }
            None if dotted(&chars[item..at]) => run.append(&mut odd),
            None if !first && odd.len() < 2 && !last && may_name(&chars[item..at]) => {
                odd.push(CharSpan::new(item, at));
            }
            None => {
                odd.clear();
                flush(fold, stretch, &mut run, found);
                // A first item has been looked at as one.
                if !first || last {
                    run.extend(listed(chars, openings, CharSpan::new(item, at), true, false));
                }
            }
        }
        item = at + 1;
    }
    flush(fold, stretch, &mut run, found);
}

/// The name that an item of a list is, or ends in (the first item) or begins with (the last item).
fn listed(chars: &[char], openings: &Openings, item: CharSpan, first: bool, last: bool) -> Option<CharSpan> {
    let CharSpan { start, end } = item;
    let named = |at: usize| {
        let blanks = chars[at..end].iter().take_while(|&&c| c == ' ').count();
        if openings.at(at + blanks, SURNAMES) { plain(chars, at, end) } else { None }
    };
    let whole = named(start);
    if whole.is_some() {
        return whole;
    }
    if last {
        let name = name_at(chars, start, false).filter(|name| name.sure && !name.weak)?;
        return Some(CharSpan::new(start, start + name.len));
    }
    if !first {
        return None;
    }
    [3, 2].iter().find_map(|&len| named(end.checked_sub(len).filter(|&at| at >= start)?))
}

/// A foreign name, which another rule reads, does not break a list.
fn dotted(item: &[char]) -> bool {
    let dot = item.iter().take(9).position(|&c| is_dot(c));
    dot.is_some_and(|dot| dot > 1 && item[..dot].iter().all(|&c| is_sound(c)))
}

/// Whether names of other tables than the surnames' look like this.
fn may_name(item: &[char]) -> bool {
    (2..=4).contains(&item.len())
        && item.iter().all(|&c| is_han(c) && may_be_given(c))
        && titles().before(item, item.len()).is_none()
}

/// The stretch, if all of it reads as a name.
pub fn plain(chars: &[char], start: usize, end: usize) -> Option<CharSpan> {
    let item = chars.get(start..end)?;
    // Blanks between and beside the characters are at most as many again.
    if item.len() > 2 * LONGEST {
        return None;
    }
    let mut dense = ['\0'; LONGEST];
    let mut length = 0;
    for &c in item.iter().filter(|&&c| c != ' ') {
        *dense.get_mut(length)? = c;
        length += 1;
    }
    let dense = &dense[..length];
    let surname = surnames().at(dense, 0)?;
    let given = dense.len().checked_sub(surname.len)?;
    let fits = (1..=2).contains(&given)
        && dense[surname.len..].iter().all(|&c| is_han(c) && may_be_given(c))
        && !(ordinary().at(dense, 0) && surname.len == 1)
        && titles().at(dense, surname.len).is_none();
    fits.then_some(CharSpan::new(start, end))
}

/// A run long enough, with at least half of its names in three characters, is a list of people.
fn flush(fold: &Fold, stretch: &Stretch, run: &mut Vec<CharSpan>, found: &mut Vec<Mention>) {
    let three = run.iter().filter(|name| name.len() >= 3).count();
    if run.len() >= FEWEST && three * 2 >= run.len() {
        let role = run.last().and_then(|last| elected(&fold.chars()[..stretch.at.end], last.end));
        found.extend(run.iter().map(|&at| Mention {
            at,
            name: fold.slice(at).iter().filter(|c| **c != ' ').collect(),
            role,
            article: stretch.article,
            rule: "person.series",
        }));
    }
    run.clear();
}

/// The names of a list before the one at `at`: 屠江南、毛燕婷等6人.
pub fn before(chars: &[char], mut at: usize, floor: usize) -> Vec<CharSpan> {
    let mut found = Vec::new();
    while at > floor && chars[at - 1] == '、' {
        let end = at - 1;
        let item = |len: &usize| {
            let start = end.checked_sub(*len).filter(|&start| start >= floor)?;
            let opens = start == floor || !is_han(chars[start - 1]);
            plain(chars, start, end).filter(|_| opens)
        };
        let Some(name) = [3, 2].iter().find_map(item) else { break };
        found.push(name);
        at = name.start;
    }
    found
}

/// Whether 及 and a name of three characters that a mark closes follow at `end`: 周志棠及林锦山、.
pub fn linked(chars: &[char], end: usize) -> bool {
    let name = matches!(chars.get(end), Some('及' | '和' | '与')).then(|| plain(chars, end + 1, end + 4)).flatten();
    name.is_some() && chars.get(end + 4).is_none_or(|&c| !is_han(c))
}
