use serde_json::Value;
use tiyao::Digest;
use tiyao::export;

use crate::sample::{TEXT, every_kind};

fn parsed(digest: &Digest) -> Value {
    serde_json::from_str(&export::json(digest)).expect("JSON")
}

/// The characters from `start` to `end` of anything that has the two, counted in code points.
fn cut(text: &str, part: &Value) -> String {
    let bound = |name: &str| part[name].as_u64().expect("an offset") as usize;
    text.chars().take(bound("end")).skip(bound("start")).collect()
}

#[test]
fn every_span_selects_its_words_in_code_points() {
    let digest = parsed(&every_kind());
    let facts = digest["facts"].as_array().expect("facts");
    assert_eq!(facts.len(), every_kind().facts.len());
    for fact in facts {
        assert_eq!(cut(TEXT, fact), fact["quote"].as_str().expect("a quote"));
    }
    for piece in digest["summary"].as_array().into_iter().chain(digest["coverage"]["unread"].as_array()).flatten() {
        assert_eq!(cut(TEXT, piece), piece["text"].as_str().expect("words"));
    }
    let change = &facts.iter().find(|fact| fact["form"] == "change").expect("a change");
    assert_eq!(cut(TEXT, &change["evidence"][1]), "刑事案件");
}

#[test]
fn a_fact_has_the_fields_of_its_kind_beside_the_common_ones() {
    let digest = parsed(&every_kind());
    let of = |kind: &str| {
        let facts = digest["facts"].as_array().expect("facts");
        facts.iter().find(|fact| fact["kind"] == kind).unwrap_or_else(|| panic!("no {kind}")).clone()
    };
    for (kind, field, value) in [
        ("article", "title", Value::from("平安<script>alert(1)</script>|`x`\u{202e}")),
        ("article", "covers", "2017".into()),
        ("article", "script", "Hans".into()),
        ("section", "level", 1.into()),
        ("boilerplate", "reason", "layout".into()),
        ("caption", "reason", Value::Null),
        ("figure", "value", 48000.into()),
        ("figure", "high", Value::Null),
        ("figure", "form", "level".into()),
        ("figure", "rule", "by-hand".into()),
        ("not_figure", "reason", "name".into()),
        ("time", "value", "2017".into()),
        ("time", "form", "date".into()),
        ("programme", "type", "plan".into()),
        ("document", "issuer", "市委".into()),
        ("person", "role", "书记".into()),
        ("organisation", "name", "市委".into()),
        ("place", "name", "淮安".into()),
        ("speech", "speaker", "贾庆伟".into()),
        ("gap", "suggestion", ",".into()),
    ] {
        assert_eq!(of(kind)[field], value, "{kind}.{field}");
    }
}

#[test]
fn a_range_a_fraction_and_a_negative_number_stay_numbers() {
    let digest = parsed(&every_kind());
    let change = digest["facts"].as_array().expect("facts").iter().find(|fact| fact["basis"] == "yoy").cloned();
    let change = change.expect("the change");
    assert_eq!((change["value"].as_f64(), change["high"].as_f64()), (Some(-5.8), Some(6.1)));
    assert_eq!(change["inferred"], serde_json::json!(["period"]));
}

#[test]
fn the_head_says_what_was_read_and_how() {
    let digest = parsed(&every_kind());
    assert_eq!(digest["schema"], "tiyao/1");
    assert_eq!(digest["offsets"], "codepoint");
    assert_eq!(digest["version"], env!("CARGO_PKG_VERSION"));
    assert_eq!(digest["options"], serde_json::json!({"name": "平安.txt", "date": "2018-02-07", "sentences": 2}));
    assert_eq!(digest["source"]["characters"], TEXT.chars().count());
    assert_eq!(digest["source"]["text"], Value::Null, "plain text is not carried twice");
    assert_eq!(digest["coverage"]["numerals"], 7);
}

#[test]
fn the_digest_names_the_text_by_its_sha_256() {
    // The first two from FIPS 180-4's examples.
    for (text, sum) in [
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ] {
        let digest = tiyao::read(text, &tiyao::Options::default());
        assert_eq!(parsed(&digest)["source"]["sha256"], sum);
    }
}
