use serde_json::Value;
use tiyao::Options;
use tiyao::export::{self, Screen};
use tiyao::{Digest, Language};

use crate::sample::{TEXT, every_kind};

fn cut(start: &Value, end: &Value) -> String {
    let bound = |value: &Value| value.as_u64().expect("an offset") as usize;
    TEXT.chars().take(bound(end)).skip(bound(start)).collect()
}

#[test]
fn ndjson_has_a_fact_a_line_with_its_document() {
    let digest = every_kind();
    let lines = export::ndjson(&digest);
    assert_eq!(lines.lines().count(), digest.facts.len());
    for line in lines.lines() {
        let fact: Value = serde_json::from_str(line).expect("JSON");
        assert_eq!(fact["document"], "平安.txt");
        assert_eq!(fact["options"]["sentences"], 2);
        assert_eq!(fact["version"], env!("CARGO_PKG_VERSION"));
        assert_eq!(cut(&fact["start"], &fact["end"]), fact["quote"].as_str().expect("a quote"));
    }
}

#[test]
fn annotations_have_the_shape_of_the_recommendation() {
    let digest = every_kind();
    let page: Value = serde_json::from_str(&export::annotations(&digest)).expect("JSON");
    assert_eq!(page["@context"], "http://www.w3.org/ns/anno.jsonld");
    assert_eq!(page["type"], "AnnotationPage");
    assert_eq!(page["partOf"]["type"], "AnnotationCollection");
    assert_eq!(page["partOf"]["total"], digest.facts.len());
    let items = page["items"].as_array().expect("items");
    assert_eq!(items.len(), digest.facts.len());
    let all: Vec<char> = TEXT.chars().collect();
    for item in items {
        assert_eq!(item["type"], "Annotation");
        assert!(item["id"].as_str().is_some_and(|id| id.starts_with("urn:")));
        let [position, quote] = item["target"]["selector"].as_array().expect("selectors").as_slice() else {
            panic!("two selectors");
        };
        assert_eq!((&position["type"], &quote["type"]), (&"TextPositionSelector".into(), &"TextQuoteSelector".into()));
        assert_eq!(cut(&position["start"], &position["end"]), quote["exact"].as_str().expect("words"));
        let (prefix, suffix) = (quote["prefix"].as_str().expect("words"), quote["suffix"].as_str().expect("words"));
        let start = position["start"].as_u64().expect("an offset") as usize;
        let end = position["end"].as_u64().expect("an offset") as usize;
        assert_eq!(all[start.saturating_sub(32)..start].iter().collect::<String>(), prefix);
        assert_eq!(all[end..(end + 32).min(all.len())].iter().collect::<String>(), suffix);
        let tag = &item["body"][0];
        assert_eq!((&tag["type"], &tag["purpose"]), (&"TextualBody".into(), &"tagging".into()));
        let said = item["body"][1]["value"].as_str().expect("what is said");
        assert!(serde_json::from_str::<Value>(said).is_ok_and(|said| said["rule"] == "by-hand"));
    }
}

#[test]
fn marks_select_titles_and_quotations_of_the_folded_text() {
    let line: Value = serde_json::from_str(&export::marks(&every_kind())).expect("JSON");
    assert_eq!(line["id"], "平安.txt");
    let folded: Vec<char> = line["folded"].as_str().expect("words").chars().collect();
    assert_eq!(folded.len(), TEXT.chars().count());
    let marks = line["marks"].as_array().expect("marks");
    let of = |sort: &str| marks.iter().find(|mark| mark["type"] == sort).expect("a mark");
    assert_eq!(cut(&of("title")["start"], &of("title")["end"]), "《平安&建设<b>规划》");
    assert_eq!(of("title")["value"], "平安&建设<b>规划");
    assert_eq!(of("quotation")["value"], "[要](javascript:alert(1))稳定。");
}

#[test]
fn marks_give_numbers_units_and_times_their_values() {
    let digest = tiyao::read("2017年，全市刑事案件４.8万起。", &Options::default());
    let line: Value = serde_json::from_str(&export::marks(&digest)).expect("JSON");
    // 2017年 is a time and a number of years until reading decides: both are marks.
    let mark = |sort: &str, start: usize| {
        let marks = line["marks"].as_array().expect("marks");
        marks.iter().find(|mark| mark["type"] == sort && mark["start"] == start).expect("a mark").clone()
    };
    assert_eq!(mark("time", 0), serde_json::json!({"type": "time", "start": 0, "end": 5, "value": "2017"}));
    let quantity = serde_json::json!({"type": "quantity", "start": 12, "end": 17, "value": 48000, "unit": "起"});
    assert_eq!(mark("quantity", 12), quantity);
}

/// Every format of a digest, for comparing bytes.
fn all_formats(digest: &Digest) -> Vec<String> {
    let language = Language::TraditionalChinese;
    vec![
        export::json(digest),
        export::ndjson(digest),
        export::csv(digest),
        export::markdown(digest, language),
        export::html(digest, language),
        export::text(digest, language, Screen::default()),
        export::annotations(digest),
        export::marks(digest),
    ]
}

#[test]
fn the_same_text_gives_the_same_bytes_and_every_form_names_it() {
    let sum = "SHA-256 of the text";
    let seed = include_str!("../../seeds/huaian-2017.txt");
    let read = || tiyao::read(seed, &Options::default());
    assert_eq!(all_formats(&read()), all_formats(&read()), "{sum}");
    let digest = every_kind();
    let json: Value = serde_json::from_str(&export::json(&digest)).expect("JSON");
    let sum = json["source"]["sha256"].as_str().expect("a sum");
    for form in all_formats(&digest) {
        assert!(form.contains(sum), "{form}");
        assert!(form.contains(env!("CARGO_PKG_VERSION")), "{form}");
        assert!(form.contains("2018-02-07"), "{form}");
    }
}

/// What a reader has said of a fact stands in every form; facts that nobody looked at say nothing of it.
#[test]
fn a_reader_s_word_is_marked_in_every_form() {
    let mut digest = crate::sample::every_kind();
    let fact = digest.facts.iter().find(|fact| fact.kind() == tiyao::model::Kind::Figure).expect("a figure");
    let (kind, span) = (fact.kind(), fact.span);
    assert!(!export::json(&digest).contains("\"by\":\"reader\""));
    digest.reviews.push((kind, span, tiyao::model::Review::Amended));
    for written in [export::json(&digest), export::ndjson(&digest)] {
        assert_eq!(written.matches("\"by\":\"reader\",\"review\":\"amended\"").count(), 1, "{written}");
    }
    assert_eq!(export::csv(&digest).matches("amended by reader").count(), 1);
    assert_eq!(export::annotations(&digest).matches("amended").count(), 1);
    let english = tiyao::model::Language::English;
    for written in [export::markdown(&digest, english), export::html(&digest, english)] {
        assert_eq!(written.matches("amended by the reader").count(), 1, "{written}");
    }
}
