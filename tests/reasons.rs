//! Every fact says in three languages why it is one.

use std::collections::BTreeSet;

use tiyao::export::{formula, verdict, why};
use tiyao::model::{Detail, Language};
use tiyao::{Options, read};

const TEXTS: [&str; 11] = [
    include_str!("../seeds/chongqing-2022.txt"),
    include_str!("../seeds/huaian-2017.txt"),
    include_str!("../seeds/rongchang-2016.txt"),
    include_str!("../seeds/suizhou-2023.txt"),
    include_str!("../seeds/zhoukou-2017.txt"),
    include_str!("cases/figures.jsonl"),
    include_str!("cases/names.tsv"),
    include_str!("cases/statements.tsv"),
    include_str!("cases/times.tsv"),
    include_str!("cases/suites.jsonl"),
    include_str!("cases/rules.tsv"),
];

/// The texts whose numbers are held against each other.
fn checked() -> Vec<String> {
    let cases = include_str!("cases/checks.jsonl").lines().filter(|line| !line.is_empty());
    cases
        .map(|line| {
            let case: serde_json::Value = serde_json::from_str(line).expect(line);
            case["text"].as_str().expect("a text").to_owned()
        })
        .collect()
}

#[test]
fn every_rule_has_a_sentence_in_each_language() {
    let mut rules = BTreeSet::new();
    for text in TEXTS.iter().map(|text| (*text).to_owned()).chain(checked()) {
        for fact in read(&text, &Options::default()).facts {
            rules.insert(fact.rule);
            let sentences = Language::ALL.map(|language| why(&text, &fact, language));
            for said in &sentences {
                let whole = said.ends_with(['。', '.']) && !said.contains('{') && !said.contains("，，");
                assert!(whole, "{}: {said:?}", fact.rule);
            }
            assert_ne!(sentences[0], sentences[2], "{}", fact.rule);
            let english = &sentences[2];
            assert!(!english.contains("false") && !english.contains("wrong"), "{english}");
        }
    }
    assert!(rules.len() > 80, "the texts show most rules: {rules:?}");
}

/// What the first finding of a text says: its sum, its verdict and the sentence, in one language.
fn said(text: &str, language: Language) -> (String, &'static str, String) {
    let facts = read(text, &Options::default()).facts;
    let first = facts.iter().find_map(|fact| match &fact.detail {
        Detail::Finding(finding) => Some((fact, finding)),
        _ => None,
    });
    let (fact, finding) = first.unwrap_or_else(|| panic!("no finding in {text}"));
    (formula(text, finding), verdict(finding, language), why(text, fact, language))
}

#[test]
fn findings_say_what_their_sum_gives() {
    let cases = [
        (
            "受理案件44752件,审结41381件,结案率达94.7%。",
            Language::English,
            "41381件 ÷ 44752件 = 92.47%",
            "does not match",
            "41381件 out of 44752件 is 92.47%; the text says 94.7%, which does not match.",
        ),
        (
            "受理案件44752件,审结42381件,结案率达94.7%。",
            Language::SimplifiedChinese,
            "42381件 ÷ 44752件 = 94.7%",
            "四舍五入后相符",
            "42381件占44752件的94.7%；文中为94.7%，四舍五入后相符。",
        ),
        (
            "縣域綜合實力由全省第126位躍升至第67位，前移49位。",
            Language::TraditionalChinese,
            "126 − 67 = 59",
            "不符",
            "位次從第126位到第67位是59位；文中為49位，兩者不符。",
        ),
        (
            "隊伍共有22支5人。",
            Language::TraditionalChinese,
            "5人 ÷ 22支 = 0.2",
            "不符",
            "22支共5人，平均0.2；每個至少有一人，兩者不符。",
        ),
    ];
    for (text, language, sum, verdict, sentence) in cases {
        assert_eq!(said(text, language), (sum.to_owned(), verdict, sentence.to_owned()));
    }
}
