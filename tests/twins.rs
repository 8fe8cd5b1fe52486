//! The same words in the other script, or in the other width, say the same.

use serde_json::Value;
use tiyao::script::fold_char;
use tiyao::{Options, export};

const SEEDS: [&str; 5] = [
    include_str!("../seeds/chongqing-2022.txt"),
    include_str!("../seeds/huaian-2017.txt"),
    include_str!("../seeds/rongchang-2016.txt"),
    include_str!("../seeds/suizhou-2023.txt"),
    include_str!("../seeds/zhoukou-2017.txt"),
];

/// What the facts say, without the words and the script that say it: offsets stay, they count the same characters.
fn facts(text: &str) -> Vec<Value> {
    let mut json: Value =
        serde_json::from_str(&export::json(&tiyao::read(text, &Options::default()))).expect("the digest is JSON");
    let Value::Array(mut facts) = json["facts"].take() else { panic!("a digest has facts") };
    for fact in facts.iter_mut().filter_map(Value::as_object_mut) {
        fact.remove("quote");
        fact.remove("script");
        let claims = fact.get_mut("claims").and_then(Value::as_array_mut);
        for claim in claims.into_iter().flatten().filter_map(Value::as_object_mut) {
            claim.remove("quote");
        }
    }
    facts
}

fn check(text: &str, twin: &str) {
    assert_ne!(text, twin);
    let (ours, theirs) = (facts(text), facts(twin));
    for (a, b) in ours.iter().zip(&theirs) {
        assert_eq!(a, b);
    }
    assert_eq!(ours.len(), theirs.len());
}

#[test]
fn full_width_says_the_same() {
    let wide = |c: char| match c {
        ',' | ':' | ';' | '(' | ')' | '%' | '!' | '?' | '0'..='9' => char::from_u32(c as u32 + 0xfee0).unwrap_or(c),
        _ => c,
    };
    for seed in SEEDS {
        check(seed, &seed.chars().map(wide).collect::<String>());
    }
}

/// And back: every Traditional character as the fold gives it.
#[test]
fn simplified_says_the_same() {
    let twins = SEEDS.map(|seed| (seed, seed.chars().map(fold_char).collect::<String>()));
    let mut differing = twins.iter().filter(|(seed, twin)| seed != twin).peekable();
    assert!(differing.peek().is_some());
    differing.for_each(|(seed, twin)| check(seed, twin));
}

/// For every Simplified character the first Traditional one that the fold takes it from.
#[test]
fn traditional_says_the_same() {
    let mut other = std::collections::HashMap::new();
    for c in '\u{4e00}'..='\u{9fff}' {
        if fold_char(c) != c {
            other.entry(fold_char(c)).or_insert(c);
        }
    }
    assert!(other.len() > 2000, "the fold knows {} characters", other.len());
    for seed in SEEDS {
        check(seed, &seed.chars().map(|c| other.get(&c).copied().unwrap_or(c)).collect::<String>());
    }
}

#[test]
fn sentences_as_either_press_writes_them_say_the_same() {
    for line in include_str!("cases/twins.tsv").lines().filter(|line| !line.starts_with('#')) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [simplified, traditional, count] = cells[..] else { panic!("a case has three cells: {line}") };
        // Names keep the quotation marks that stand inside them, and those are each press's own.
        let bare = |fact: Value| fact.to_string().replace(['“', '”', '「', '」'], "");
        let of = |text: &str| -> Vec<String> {
            let told = |fact: &Value| fact["kind"] == "figure" || fact["kind"] == "time";
            facts(text).into_iter().filter(told).map(bare).collect()
        };
        let (ours, theirs) = (of(simplified), of(traditional));
        assert_eq!(ours, theirs, "{line}");
        let figures = ours.iter().filter(|fact| fact.contains(r#""kind":"figure""#)).count();
        assert_eq!(figures.to_string(), count, "{simplified}");
    }
}
