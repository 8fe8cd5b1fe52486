//! Every rule has texts that it must read and texts, close to these, that it must leave alone, in both scripts and widths.

#[cfg(debug_assertions)]
mod words;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use tiyao::export::rules;
use tiyao::model::{Language, Terms};
use tiyao::script::fold_char;
use tiyao::{Options, read};

const CASES: &str = include_str!("../cases/rules.tsv");

/// The steps whose facts name their rules.
const STEPS: [&str; 4] = ["src/divide", "src/scan", "src/read", "src/check"];

/// What readers say is no rule that reads.
const READERS: &str = "reader";

/// A row of the cases: the rule, what it reads in the text, or nothing where it must not read, and the text.
struct Case {
    rule: &'static str,
    quote: Option<String>,
    text: String,
}

fn cases() -> Vec<Case> {
    let rows = CASES.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    rows.map(|row| {
        let cells: Vec<&str> = row.split('\t').collect();
        let [rule, quote, text] = cells[..] else { panic!("three cells: {row}") };
        let unfolded = |words: &str| words.replace("\\n", "\n");
        Case { rule, quote: (quote != "-").then(|| unfolded(quote)), text: unfolded(text) }
    })
    .collect()
}

/// The words of the text that facts of the rule stand on.
fn quotes(rule: &str, text: &str) -> Vec<String> {
    let (terms, bad) = Terms::parse("和谐邻里试验田\tprogramme");
    assert!(bad.is_empty());
    let options = Options { date: "2018-02-07".into(), terms, ..Options::default() };
    let facts = read(text, &options).facts;
    facts.iter().filter(|fact| fact.rule == rule).map(|fact| text[fact.span.start..fact.span.end].to_owned()).collect()
}

/// Every rule that the steps name, each by its own name: those whose whole name or first part has a sentence.
fn named() -> BTreeSet<String> {
    let told: Vec<&str> = rules(Language::English).into_iter().map(|(name, _)| name).collect();
    let has_parts = |name: &str| name.contains(['.', '/']);
    let known =
        |word: &str| told.contains(&word) || word.split(['.', '/']).next().is_some_and(|first| told.contains(&first));
    let mut found = BTreeSet::new();
    for step in STEPS {
        sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join(step), &mut |code| {
            let code = code.replace(r#"'"'"#, "").replace(r#"\""#, "");
            let words = code.split('"').skip(1).step_by(2);
            found.extend(words.filter(|word| has_parts(word) && known(word)).map(str::to_owned));
        });
    }
    let parted: BTreeSet<String> =
        found.iter().filter_map(|name| name.split(['.', '/']).next()).map(str::to_owned).collect();
    found.extend(told.into_iter().filter(|name| *name != READERS && !parted.contains(*name)).map(str::to_owned));
    found
}

fn sources(folder: &Path, seen: &mut dyn FnMut(&str)) {
    for entry in fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
        if entry.is_dir() {
            sources(&entry, seen);
        } else if entry.extension().is_some_and(|kind| kind == "rs") {
            seen(&fs::read_to_string(entry).expect("a source"));
        }
    }
}

/// How a text or a quote is written in another width or script.
type Writing = Box<dyn Fn(&str) -> String>;

/// The text as it is, in the other width and in either script.
fn twins(rule: &str) -> Vec<Writing> {
    let wide = |c: char| match c {
        ',' | ':' | ';' | '(' | ')' | '%' | '!' | '?' | '0'..='9' => char::from_u32(c as u32 + 0xfee0).unwrap_or(c),
        _ => c,
    };
    let mut all: Vec<Writing> = vec![Box::new(str::to_owned), Box::new(move |text| text.chars().map(wide).collect())];
    // What a converter of scripts left behind is not the same in the other script.
    if rule != "gap.converter" {
        all.push(Box::new(|text| text.chars().map(fold_char).collect()));
        all.push(Box::new(traditional));
    }
    all
}

/// The text with the first Traditional character that folds to each of its Simplified ones.
fn traditional(text: &str) -> String {
    static OTHER: LazyLock<HashMap<char, char>> = LazyLock::new(|| {
        let mut other = HashMap::new();
        for c in ('\u{4e00}'..='\u{9fff}').filter(|&c| fold_char(c) != c) {
            other.entry(fold_char(c)).or_insert(c);
        }
        other
    });
    text.chars().map(|c| OTHER.get(&c).copied().unwrap_or(c)).collect()
}

#[test]
fn every_rule_reads_and_refuses_as_its_rows_say() {
    let mut faults = Vec::new();
    for case in cases() {
        for twin in twins(case.rule) {
            let (text, wanted) = (twin(&case.text), case.quote.as_deref().map(&twin));
            let found = quotes(case.rule, &text);
            let right = wanted.as_ref().map_or(found.is_empty(), |quote| found.contains(quote));
            if !right {
                faults.push(format!("{} in {text}\n  wanted {wanted:?}\n  found  {found:?}", case.rule));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// What is read anywhere in the rows is by a rule that the sources name.
#[test]
fn no_rule_goes_by_another_name() {
    let named = named();
    for case in cases() {
        for fact in read(&case.text, &Options::default()).facts {
            assert!(named.contains(fact.rule), "{} in {}", fact.rule, case.text);
        }
    }
}

#[test]
fn every_rule_has_both_kinds_of_rows() {
    let (mut reads, mut refuses) = (BTreeSet::new(), BTreeSet::new());
    for case in cases() {
        if case.quote.is_some() {
            reads.insert(case.rule.to_owned())
        } else {
            refuses.insert(case.rule.to_owned())
        };
    }
    let named = named();
    assert!(named.len() > 110, "the steps name their rules: {named:?}");
    assert_eq!(reads, named, "rules with a text that they read, and rules that there are");
    assert_eq!(refuses, named, "rules with a text that they refuse, and rules that there are");
}

/// A refusal says something where the text could have been read: it shares half its characters with one that is.
#[test]
fn every_rule_refuses_a_text_that_is_close_to_one_it_reads() {
    let mut texts: BTreeMap<&str, (Vec<String>, Vec<String>)> = BTreeMap::new();
    for case in cases() {
        let (read, refused) = texts.entry(case.rule).or_default();
        if case.quote.is_some() {
            read.push(case.text)
        } else {
            refused.push(case.text)
        };
    }
    for (rule, (read, refused)) in texts {
        let close = refused.iter().any(|text| read.iter().any(|other| shared(text, other) * 2 >= text.chars().count()));
        assert!(close, "{rule}: {refused:?}");
    }
}

/// How many characters the two texts have in common, each as often as in both.
fn shared(one: &str, other: &str) -> usize {
    let mut left: Vec<char> = other.chars().collect();
    one.chars().filter(|c| left.iter().position(|o| o == c).map(|at| left.swap_remove(at)).is_some()).count()
}
