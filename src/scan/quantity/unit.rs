//! Measure words and units of measurement.

use std::sync::OnceLock;

use crate::lexicon::{Words, rows};

/// The table: unit, family, example. The family `none` holds words that only begin like a unit.
pub fn table() -> &'static str {
    crate::lexicon::table!("../../lexicon/units.tsv")
}

/// Other spellings: unit as written, unit as given back, example.
pub fn alias_table() -> &'static str {
    crate::lexicon::table!("../../lexicon/unit_aliases.tsv")
}

/// The money signs that stand before a number: sign, unit, example.
pub fn sign_table() -> &'static str {
    crate::lexicon::table!("../../lexicon/money_signs.tsv")
}

/// A unit found in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// The character after it.
    pub end: usize,
    /// Its name, aliases resolved.
    pub name: String,
    /// Its family.
    pub family: &'static str,
}

/// How many units a compound one may have: 吨标准煤/万元.
const COMPOUND_LIMIT: usize = 3;

fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| Words::of(rows(table())))
}

fn aliases() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| Words::of(rows(alias_table())))
}

fn signs() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| Words::of(rows(sign_table())))
}

fn look(chars: &[char], i: usize) -> char {
    chars.get(i).copied().unwrap_or('\0')
}

fn simple(chars: &[char], at: usize) -> Option<(usize, &'static str, &'static str)> {
    let hit = words().at(chars, at).filter(|hit| hit.family != "none")?;
    // 桃园市减少19人次之: 次之 ranks it, 人 is counted.
    if hit.term == "人次" && look(chars, at + 2) == '之' {
        return simple(&[look(chars, at)], 0).map(|(_, family, term)| (at + 1, family, term));
    }
    let latin_on =
        hit.term.ends_with(|c: char| c.is_ascii_alphabetic()) && look(chars, at + hit.len).is_ascii_alphanumeric();
    (!latin_on).then_some((at + hit.len, hit.family, hit.term))
}

/// Whether a unit starts at `at`.
pub fn starts(chars: &[char], at: usize) -> bool {
    simple(chars, at).is_some()
}

/// Whether a unit that itself begins with a multiplier starts at `at`: 千瓦, 千克, 兆瓦.
pub fn prefixed(chars: &[char], at: usize) -> bool {
    matches!(look(chars, at), '千' | '百' | '兆') && starts(chars, at)
}

/// Whether the unit at `at` is just the character `c`.
pub fn is_lone(chars: &[char], at: usize, c: char) -> bool {
    look(chars, at) == c && simple(chars, at).is_some_and(|(end, ..)| end == at + 1)
}

/// Whether a unit of money stands at `at`.
pub fn is_money(chars: &[char], at: usize) -> bool {
    simple(chars, at).is_some_and(|(_, family, _)| family == "money")
}

/// Whether a share or a number of points stands at `at`.
pub fn is_share(chars: &[char], at: usize) -> bool {
    simple(chars, at).is_some_and(|(_, family, _)| matches!(family, "share" | "points"))
}

/// The unit at `at`, with what it is counted per (元/平方米).
pub fn unit(chars: &[char], at: usize) -> Option<Unit> {
    // 10.2/10万: so many in so many.
    if look(chars, at) == '/' && look(chars, at + 1) == '1' {
        let end = (at + 2..at + 5).find(|&end| look(chars, end) != '0').filter(|&end| look(chars, end) == '万')?;
        return (simple(chars, end + 1).is_none()).then(|| Unit {
            end: end + 1,
            name: chars[at..=end].iter().collect(),
            family: "ratio",
        });
    }
    let (mut end, family, term) = simple(chars, at)?;
    let name = aliases().at(chars, at).filter(|hit| hit.len == end - at).map_or(term, |hit| hit.family);
    let mut name = String::from(name);
    for _ in 1..COMPOUND_LIMIT {
        if look(chars, end) != '/' {
            break;
        }
        let Some(per) = per_unit(chars, end + 1) else { break };
        name.extend(chars.get(end..per).unwrap_or_default());
        end = per;
    }
    // 微克每立方米, 公里每小时
    if look(chars, end) == '每'
        && let Some((per, of, term)) = simple(chars, end + 1)
        && (family == "mass" && of == "volume" || family == "length" && matches!(term, "小时" | "秒"))
    {
        name.push('/');
        name.push_str(term);
        end = per;
    }
    Some(Unit { end, name, family })
}

/// The end of `万元`, `10万人`, `平方米` after a stroke.
fn per_unit(chars: &[char], from: usize) -> Option<usize> {
    let mut at = from;
    while at < from + 6 && (look(chars, at).is_ascii_digit() || matches!(look(chars, at), '百' | '千' | '万' | '亿'))
    {
        if prefixed(chars, at) {
            break;
        }
        at += 1;
    }
    simple(chars, at).map(|(end, ..)| end)
}

/// The money sign that ends just before `end`: its first character and the unit that it stands for.
pub fn sign_before(chars: &[char], end: usize) -> Option<(usize, &'static str)> {
    let hit = signs().before(chars, end)?;
    let start = end - hit.len;
    let letter_before = hit.term.starts_with(|c: char| c.is_ascii_alphabetic())
        && start > 0
        && look(chars, start - 1).is_ascii_alphabetic();
    (!letter_before).then_some((start, hit.family))
}

/// Whether units of the family count single things (个, 件, 人), so that 一 with one of them can be an article.
pub fn is_classifier(family: &str) -> bool {
    matches!(
        family,
        "count"
            | "cases"
            | "people"
            | "households"
            | "places"
            | "documents"
            | "vehicles"
            | "ships"
            | "bodies"
            | "events"
    )
}
