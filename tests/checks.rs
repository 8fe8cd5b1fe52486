//! What the numbers of a text say about each other: found, agreeing, or left alone.

use serde_json::Value;
use tiyao::model::{Detail, Finding};
use tiyao::{Options, read};

/// The findings of a text with the rules that made them.
fn findings(text: &str) -> Vec<(&'static str, Finding)> {
    let facts = read(text, &Options::default()).facts.into_iter();
    facts
        .filter_map(|fact| match fact.detail {
            Detail::Finding(finding) => Some((fact.rule, *finding)),
            _ => None,
        })
        .collect()
}

/// The text in full-width digits and marks.
fn wide(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_ascii_graphic() { char::from_u32(c as u32 + 0xfee0).unwrap_or(c) } else { c })
        .collect()
}

fn check(case: &Value) {
    let text = case["text"].as_str().expect("a text");
    let found = findings(text);
    let wanted = case["findings"].as_array().expect("findings");
    assert_eq!(found.len(), wanted.len(), "{text}\nfound {found:#?}");
    for (want, (rule, finding)) in wanted.iter().zip(&found) {
        let has = serde_json::to_value(finding).expect("a plain finding");
        for (field, value) in want.as_object().expect("fields") {
            match field.as_str() {
                "rule" => assert_eq!(rule, value, "{text}"),
                "claims" => {
                    let claims: Vec<&str> = finding.claims.iter().map(|span| span.of(text)).collect();
                    for claim in value.as_array().expect("claims") {
                        assert!(claims.contains(&claim.as_str().expect("words")), "{text}: {claim} not in {claims:?}");
                    }
                }
                _ => assert_eq!(&has[field], value, "{field} in {text}"),
            }
        }
    }
    let shown = |found: &[(&'static str, Finding)]| -> Vec<_> {
        found.iter().map(|(rule, finding)| (*rule, finding.verdict, finding.claims.len())).collect()
    };
    assert_eq!(shown(&findings(&wide(text))), shown(&found), "in full width: {text}");
}

#[test]
fn numbers_are_held_against_each_other() {
    let cases = include_str!("cases/checks.jsonl");
    let count = cases
        .lines()
        .filter(|line| !line.is_empty())
        .map(|line| check(&serde_json::from_str(line).expect(line)))
        .count();
    assert!(count >= 50);
}

/// Multiplying all amounts by the same power of ten changes no verdict.
#[test]
fn scaling_keeps_the_verdict() {
    for (part, verdict) in [("42381", "consistent"), ("41381", "inconsistent")] {
        for noughts in ["", "0", "000"] {
            let text = format!("受理案件44752{noughts}件,审结{part}{noughts}件,结案率达94.7%。");
            let found = findings(&text);
            let [(_, finding)] = found.as_slice() else { panic!("{text}: {found:#?}") };
            assert_eq!(serde_json::to_value(finding.verdict).expect("a word"), verdict, "{text}");
        }
    }
}

#[test]
fn order_of_sentences_does_not_matter() {
    let pairs = [
        ("2016年,全县村综治中心建成510个,完成率89%。", "全县510个村综治中心全部建成。"),
        ("2016年全市刑事案件立案数12345起。", "2016年全市刑事案件立案数12543起。"),
        ("2016年全市刑事案件立案数12345起。", "2016年全市刑事案件立案数1.23万起。"),
    ];
    for (one, two) in pairs {
        let verdicts = |text: String| -> Vec<_> {
            findings(&text).into_iter().map(|(rule, finding)| (rule, finding.verdict)).collect()
        };
        let (forth, back) = (verdicts(format!("{one}{two}")), verdicts(format!("{two}{one}")));
        assert!(!forth.is_empty(), "{one}{two}");
        assert_eq!(forth, back, "{one}{two}");
    }
}

/// Noughts, huge and negative numbers, ranges and missing units.
#[test]
fn strange_numbers_do_no_harm() {
    let huge = "9".repeat(60);
    let numbers =
        ["0", "-5", "99999999999999999999", huge.as_str(), "3至5", "0.0000000000000000001", "近", "十余", "%"];
    for a in numbers {
        for b in numbers {
            for text in [
                format!("受理案件{a}件,审结{b}件,结案率达{a}%。"),
                format!("案件由{a}件下降到{b}件,下降{b}%。案件{a}起,下降{b}%,减少{a}起。"),
                format!("进出口总额{a}亿元,其中出口{b}亿元,进口{a}亿元。三次产业结构为{a}:{b}:{a}。"),
                format!("“十二五”期间连续{a}个月无事故,由第{a}位升至第{b}位,前移{b}位,共{a}件,其中{b}件,占{a}%。"),
            ] {
                for (_, finding) in findings(&text) {
                    assert!(!finding.reason.parts.is_empty() && !finding.claims.is_empty(), "{text}");
                }
            }
        }
    }
}

/// The numbers that a text allows but does not state.
fn check_derived(case: &Value) {
    let text = case["text"].as_str().expect("a text");
    let wanted = case["derived"].as_array().expect("derived");
    for text in [text.to_owned(), wide(text)] {
        let digest = read(&text, &Options::default());
        assert_eq!(digest.derived.len(), wanted.len(), "{text}\nfound {:#?}", digest.derived);
        for (want, derived) in wanted.iter().zip(&digest.derived) {
            let has = serde_json::to_value(derived).expect("a plain value");
            for (field, value) in want.as_object().expect("fields") {
                match field.as_str() {
                    "claims" => {
                        let claims: Vec<String> = derived.claims.iter().map(|span| wide(span.of(&text))).collect();
                        let wanted: Vec<String> = value
                            .as_array()
                            .expect("claims")
                            .iter()
                            .map(|one| wide(one.as_str().expect("words")))
                            .collect();
                        assert_eq!(claims, wanted, "{text}");
                    }
                    "formula" => assert_eq!(wide(&derived.formula), wide(value.as_str().expect("words")), "{text}"),
                    _ => assert_eq!(&has[field], value, "{field} in {text}"),
                }
            }
        }
    }
}

#[test]
fn what_is_not_stated_is_derived_apart_from_the_facts() {
    let cases = include_str!("cases/derived.jsonl");
    let count = cases.lines().map(|line| check_derived(&serde_json::from_str(line).expect(line))).count();
    assert!(count >= 14);
}
