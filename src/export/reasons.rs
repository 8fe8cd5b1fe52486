//! Why a fact is one, as a sentence in the reader's language: how its rule reads, or what its sum gives.
//!
//! The table's rows are `key<TAB>Simplified<TAB>English`. A key is a rule's name or the part of one before `.` or `/`;
//! with `!` behind it, what is said where the claims do not match; `=` opens the ends that a finding's sentence can
//! have. In a sentence `{0}` `{1}` … stand for the parts of the reason and `{=}` for its end.

use std::sync::OnceLock;

use crate::model::{Derived, Detail, Fact, Finding, Language, Nearness, Span, Verdict};
use crate::script::fold_char;
use crate::script::is_letter;

/// The table that was given.
static GIVEN: OnceLock<&str> = OnceLock::new();

/// The table of the build; a build without the feature `reasons` is given it by its host.
const BUILT_IN: &str = if cfg!(feature = "reasons") { include_str!("reasons.tsv") } else { "" };

/// The characters of the table that Traditional sentences write in another way, each before its other form. Within the
/// table each has one form only.
const TRADITIONAL: &str = "与與两兩个個为為书書乱亂争爭于於从從会會体體内內写寫净淨准準几幾别別务務动動区區占佔却卻\
    历曆发發变變号號后後围圍图圖处處复複头頭对對导導将將属屬并並广廣应應开開当當总總报報数數断斷无無时時机機权權构構\
    标標没沒点點独獨现現码碼确確种種称稱签籤简簡类類级級续續编編职職舍捨范範荣榮获獲誉譽计計认認评評词詞试試话話读讀说說\
    转轉辑輯边邊过過还還这這连連邻鄰里裡长長间間随隨项項题題";

/// Gives the rows of `reasons.tsv` to a build that leaves them out to be smaller; those given first stay.
pub fn give_reasons(table: String) {
    GIVEN.get_or_init(|| table.leak());
}

fn table() -> &'static str {
    GIVEN.get().copied().unwrap_or(BUILT_IN)
}

/// Why the fact is one: of a finding what its sum gives, of any other how its rule reads. Words of the text keep the
/// text's script. Empty for a rule that the table does not know.
pub fn why(text: &str, fact: &Fact, language: Language) -> String {
    match &fact.detail {
        Detail::Finding(finding) => {
            filled(fact.rule, finding, language, &|folded| own_script(text, &finding.claims, folded))
        }
        _ => rule(fact.rule, language),
    }
}

/// Every rule by its name, or by the part of it before `.` or `/`, with the sentence that tells how it reads; what differs
/// from text to text is `…`. In the table's order.
pub fn rules(language: Language) -> Vec<(&'static str, String)> {
    let names = table().lines().filter_map(|line| line.split('\t').next());
    let names = names.filter(|name| !name.starts_with('=') && !name.ends_with('!'));
    names.map(|name| (name, without_places(&sentence(name, language).unwrap_or_default()))).collect()
}

fn without_places(template: &str) -> String {
    let mut out = String::new();
    for (at, part) in template.split('{').enumerate() {
        let said = if at == 0 { part } else { part.split_once('}').map_or(part, |(_, after)| after) };
        if at > 0 {
            out.push('…');
        }
        out.push_str(said);
    }
    out
}

/// What the sum of a finding gives, in English and folded, as files for programs write it; empty for other facts.
pub(super) fn folded_why(fact: &Fact) -> String {
    match &fact.detail {
        Detail::Finding(finding) => filled(fact.rule, finding, Language::English, &str::to_owned),
        _ => String::new(),
    }
}

/// The sentence of a finding's rule, its places filled with the parts as `shown` writes them.
fn filled(rule: &str, finding: &Finding, language: Language, shown: &dyn Fn(&str) -> String) -> String {
    let end = sentence(ending(finding), language).unwrap_or_default();
    let apart = finding.verdict == Verdict::Inconsistent;
    let own = apart.then(|| sentence(&(rule.to_owned() + "!"), language)).flatten();
    let template = own.or_else(|| sentence(rule, language)).unwrap_or_default();
    let mut out = String::new();
    let mut rest = template.as_str();
    while let Some((before, behind)) = rest.split_once('{') {
        let (place, after) = behind.split_once('}').unwrap_or(("", behind));
        out.push_str(before);
        match place.parse::<usize>() {
            Ok(at) => out.push_str(&shown(finding.reason.parts.get(at).map_or("", String::as_str))),
            Err(_) => out.push_str(&end),
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// The finding's sum in numbers, with the words of the text in the text's script.
pub fn formula(text: &str, finding: &Finding) -> String {
    own_script(text, &finding.claims, &finding.formula)
}

/// The sum of a derived number, with the words of the text in the text's script.
pub fn derived_formula(text: &str, derived: &Derived) -> String {
    own_script(text, &derived.claims, &derived.formula)
}

/// What recomputing gave, in two or three words; it is never said that a number is false.
pub fn verdict(finding: &Finding, language: Language) -> &'static str {
    match (finding.verdict, finding.reason.nearness) {
        (Verdict::Consistent, Nearness::Rounded | Nearness::Cut) => {
            language.pick("四舍五入后相符", "四捨五入後相符", "agrees by rounding")
        }
        (verdict, _) => super::words::verdict(verdict, language),
    }
}

/// How a rule reads, in a sentence.
fn rule(name: &str, language: Language) -> String {
    let family = name.split(['.', '/']).next().unwrap_or(name);
    sentence(name, language).or_else(|| sentence(family, language)).unwrap_or_default()
}

const fn ending(finding: &Finding) -> &'static str {
    match finding.reason.nearness {
        Nearness::Same => "=same",
        Nearness::Rounded => "=rounded",
        Nearness::Cut => "=cut",
        Nearness::Apart => "=apart",
        Nearness::Points => "=points",
        Nearness::Growth => "=growth",
        Nearness::Open => "=open",
    }
}

fn sentence(key: &str, language: Language) -> Option<String> {
    let row = table().lines().find_map(|line| line.strip_prefix(key)?.strip_prefix('\t'))?;
    let (chinese, english) = row.split_once('\t')?;
    Some(match language {
        Language::English => english.to_owned(),
        Language::SimplifiedChinese => chinese.to_owned(),
        Language::TraditionalChinese => chinese.chars().map(traditional).collect(),
    })
}

fn traditional(c: char) -> char {
    let mut pairs = TRADITIONAL.chars();
    while let (Some(simplified), Some(other)) = (pairs.next(), pairs.next()) {
        if simplified == c {
            return other;
        }
    }
    c
}

/// Folded words with each character as the claims write it.
fn own_script(text: &str, claims: &[Span], folded: &str) -> String {
    let own = |c: char| {
        let claims = claims.iter().flat_map(|span| span.of(text).chars());
        claims.into_iter().find(|&written| written != c && fold_char(written) == c)
    };
    // Widths stay as sums are written.
    folded.chars().map(|c| if is_letter(c) && !c.is_ascii() { own(c).unwrap_or(c) } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn traditional_sentences_fold_back() {
        for line in table().lines() {
            let (_, row) = line.split_once('\t').expect(line);
            let (chinese, english) = row.split_once('\t').expect(line);
            assert!(!english.contains('\t') && english.is_ascii() || english.contains(['“', '连', '将', '案', '荣']));
            let other: String = chinese.chars().map(traditional).collect();
            assert_eq!(
                other.chars().map(fold_char).collect::<String>(),
                chinese.chars().map(fold_char).collect::<String>()
            );
        }
    }

    #[test]
    fn keys_stand_once_and_in_order() {
        let keys: Vec<_> = table().lines().filter_map(|line| line.split('\t').next()).collect();
        let ends = keys.iter().filter(|key| key.starts_with('=')).count();
        assert_eq!(ends, 7);
        assert!(keys.iter().enumerate().all(|(at, key)| !keys[..at].contains(key)));
    }

    #[test]
    fn rules_are_told_without_a_text() {
        let told = rules(Language::English);
        assert!(told.contains(&("attainable-rate", "… of … is …, which ….".to_owned())));
        assert!(told.iter().all(|(name, said)| !name.contains(['=', '!']) && !said.contains(['{', '}'])));
    }

    #[test]
    fn families_speak_for_their_rules() {
        assert_eq!(rule("person.address", Language::English), rule("person", Language::English));
        assert_ne!(rule("person.repeated", Language::English), rule("person", Language::English));
        assert_eq!(rule("heading/short line", Language::TraditionalChinese), "獨佔一行的標題。");
    }
}
