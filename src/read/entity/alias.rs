//! Which names are of one thing: short forms that brackets bring in, bodies without the divisions before them, and
//! programmes with one name in marks.

use std::borrow::Cow;

use super::find::Forms;
use super::{Named, SORTS};
use crate::fold::{CharSpan, Fold, reads};
use crate::lexicon::{among, divisions, programme_words};
use crate::model::{Arrange, Kind};
use crate::read::prose::is_han;

/// How many characters a bracket with a short form has at most.
const BRACKET: usize = 24;

/// Words that bring in a short form.
const LEADS: [&str; 6] = ["以下简称", "以下统称", "以下称", "下称", "简称", "又称"];

/// For each name the first of the names of the same thing, which stand in order; short forms are added to `forms`.
pub(super) fn leads<'a>(fold: &'a Fold, named: &[Named<'a>], forms: &mut Forms<'a>) -> Vec<usize> {
    let mut short: Vec<(Kind, Cow<'a, [char]>, usize)> = Vec::new();
    for (at, one) in named.iter().enumerate() {
        if let Some(alias) = bracketed(fold, one) {
            forms.add(fold.slice(alias), at);
            short.push((one.kind, fold.slice(alias).into(), at));
        }
        match one.kind {
            Kind::Organisation => short.extend(bodies(one.name).into_iter().map(|name| (one.kind, name, at))),
            Kind::Programme => short.extend(one.core.map(|core| (one.kind, core.into(), at))),
            _ => {}
        }
    }
    short.arrange();
    let mut leads: Vec<usize> = (0..named.len()).collect();
    for (at, one) in named.iter().enumerate() {
        if !matches!(one.kind, Kind::Organisation | Kind::Programme) {
            continue;
        }
        let mut join = |name: &[char], alike: bool| {
            let first = short.partition_point(|(kind, form, _)| (*kind, form.as_ref()) < (one.kind, name));
            let mut same =
                short[first..].iter().take_while(|(kind, form, _)| *kind == one.kind && form.as_ref() == name);
            let owner = same.next().filter(|_| one.kind == Kind::Programme || same.next().is_none());
            let fits = |other: &Named| other.article == one.article && (!alike || other.sort == one.sort);
            let owner = owner.filter(|(.., owner)| *owner != at && fits(&named[*owner]));
            if let Some(&(.., owner)) = owner {
                let (first, later) = (leads[owner.min(at)], owner.max(at));
                leads[later] = first;
            }
        };
        join(one.name, false);
        if let Some(core) = one.core {
            join(core, true);
        }
    }
    longer(named, &mut leads);
    for at in 0..leads.len() {
        leads[at] = leads[leads[at]];
    }
    leads
}

/// 三调联动战略 where 三调联动 is named: the name and a noun of programmes.
fn longer(named: &[Named], leads: &mut [usize]) {
    let mut bare: Vec<(&[char], usize)> = named
        .iter()
        .zip(0..)
        .filter(|(one, _)| one.kind == Kind::Programme && one.name.len() >= 4 && one.is_bare())
        .map(|(one, at)| (one.name, at))
        .collect();
    bare.arrange();
    for (at, one) in named.iter().enumerate().filter(|(_, one)| one.kind == Kind::Programme && one.name.len() > 5) {
        let most = one.name.len() - 2;
        let owner = (4.max(most.saturating_sub(2))..=most).find_map(|len| {
            let (name, rest) = one.name.split_at(len);
            let noun = programme_words().at_of(rest, 0, &SORTS).is_some_and(|noun| noun.len == rest.len());
            let striving = reads(rest, 0, "创建");
            let found = bare.binary_search_by(|(bare, _)| (*bare).cmp(name)).ok()?;
            if noun || striving { bare.get(found).map(|(_, owner)| *owner) } else { None }
        });
        if let Some(owner) = owner.filter(|owner| leads[*owner] == *owner && leads[at] == at) {
            leads[owner.max(at)] = owner.min(at);
        }
    }
}

/// The short form in the bracket right after a name: (以下简称“甲”), of a body also (甲).
fn bracketed(fold: &Fold, one: &Named) -> Option<CharSpan> {
    let open = one.whole.end;
    if fold.at(open) != '(' || !matches!(one.kind, Kind::Organisation | Kind::Programme) {
        return None;
    }
    let close = (open + 1..open + BRACKET).find(|&at| matches!(fold.at(at), ')' | '\n'))?;
    let lead = LEADS.iter().find(|word| fold.starts_with(open + 1, word));
    let mut alias = CharSpan::new(open + 1 + lead.map_or(0, |word| word.chars().count()), close);
    let mark = |at: usize| among!("“”\"「」『』:为", fold.at(at));
    while alias.start < alias.end && mark(alias.start) {
        alias.start += 1;
    }
    while alias.start < alias.end && mark(alias.end - 1) {
        alias.end -= 1;
    }
    let name = fold.slice(alias);
    let mut rest = one.name.iter();
    let mut inside = || {
        one.kind == Kind::Organisation && name.len() < one.name.len() && name.iter().all(|c| rest.any(|own| own == c))
    };
    ((2..=12).contains(&name.len()) && name.iter().copied().all(is_han) && (lead.is_some() || inside()))
        .then_some(alias)
}

/// What a body is called without the divisions before it: 鄂尔多斯市人民政府, 市人民政府, 市政府, 省委.
fn bodies<'a>(name: &'a [char]) -> Vec<Cow<'a, [char]>> {
    let mut found = Vec::new();
    let party = reads(name, 0, "中共");
    let mut at = if party { 2 } else { 0 };
    if party {
        found.push(name[2..].into());
    }
    while let Some(hit) = divisions::full().at(name, at).or_else(|| divisions::shorts().at(name, at)) {
        let level = at + hit.len - 1;
        at += hit.len;
        let rest = &name[at..];
        if rest.len() < 2 && !reads(rest, 0, "委") {
            break;
        }
        // 江西省 | 委, 江西省 | 人民政府, 内蒙古 | 鄂尔多斯市人民政府.
        if among!("省市区县州盟旗镇乡", name[level]) {
            let own = |rest: &[char]| name[level..=level].iter().chain(rest).copied().collect::<Cow<[char]>>();
            found.push(own(rest));
            if let Some(rest) = rest.strip_prefix(&['人', '民']).filter(|rest| reads(rest, 0, "政府")) {
                found.push(own(rest));
            }
        }
        if rest.len() >= 4 {
            found.push(rest.into());
        }
    }
    found
}
