//! What holds for every text: no panic, every span on its characters in every unit, the same bytes for the same text.

mod texts;

use proptest::prelude::*;
use serde_json::Value;
use texts::{SEEDS, any_bytes, any_string, damaged_seed, likely_string};
use tiyao::model::Span;
use tiyao::source::Source;
use tiyao::{Digest, Options, export};

fn read(text: &str) -> Digest {
    tiyao::read(text, &Options::default())
}

/// Every span of the digest, with a name for messages.
fn spans(digest: &Digest) -> Vec<(&'static str, Span)> {
    let mut all: Vec<(&'static str, Span)> = Vec::new();
    for fact in &digest.facts {
        all.push((fact.rule, fact.span));
        all.extend(fact.evidence.iter().map(|part| (fact.rule, part.span)));
    }
    all.extend(digest.summary.iter().map(|span| ("summary", *span)));
    all.extend(digest.coverage.unread.iter().map(|span| ("unread", *span)));
    all
}

/// Byte, code-point and UTF-16 offsets of every span select the same words, and there are some.
fn check_spans(digest: &Digest) {
    let text = digest.source.text();
    let points: Vec<char> = text.chars().collect();
    let units: Vec<u16> = text.encode_utf16().collect();
    let offsets = digest.source.offsets();
    for (rule, span) in spans(digest) {
        let words = text.get(span.start..span.end).unwrap_or_else(|| panic!("{rule}: {span:?} is outside {text:?}"));
        assert!(!words.is_empty(), "{rule}: {span:?} is empty in {text:?}");
        let point = |byte| offsets.code_points(text, byte);
        let unit = |byte| offsets.utf16(text, byte);
        let by_points: String = points[point(span.start)..point(span.end)].iter().collect();
        let by_units = String::from_utf16(&units[unit(span.start)..unit(span.end)]).expect("whole characters");
        assert_eq!((words, words), (by_points.as_str(), by_units.as_str()), "{rule}: {span:?}");
    }
}

/// The exported facts quote the characters that their code points select, in source order.
fn check_json(digest: &Digest) {
    let text = export::json(digest);
    let json: Value = serde_json::from_str(&text).expect("the digest is JSON");
    let points: Vec<char> = digest.source.text().chars().collect();
    let mut last = 0;
    for fact in json["facts"].as_array().expect("facts") {
        let at = |name: &str| fact[name].as_u64().expect("an offset") as usize;
        let words: String = points[at("start")..at("end")].iter().collect();
        assert_eq!(fact["quote"].as_str(), Some(words.as_str()), "{fact}");
        assert!(last <= at("start"), "out of order: {fact}");
        last = at("start");
    }
    assert_eq!(text, export::json(&read(digest.source.text())), "the same text gives the same bytes");
}

fn check(text: &str) {
    let digest = read(text);
    check_spans(&digest);
    check_json(&digest);
}

/// The legacy encodings as the command decodes them.
fn decoder(label: &str, bytes: &[u8]) -> Option<String> {
    Some(encoding_rs::Encoding::for_label(label.as_bytes())?.decode_without_bom_handling(bytes).0.into_owned())
}

/// Bytes are a text whose facts stand on its characters, or they get a sentence.
fn check_bytes(bytes: &[u8], name: &str) {
    match Source::from_bytes(bytes, name, &decoder) {
        Ok(source) => {
            let again = Source::from_bytes(bytes, name, &decoder).expect("the same bytes");
            assert_eq!((source.text(), source.note()), (again.text(), again.note()));
            let digest = tiyao::digest::read_source(source, &Options::default());
            check_spans(&digest);
        }
        Err(reason) => assert!(reason.to_string().ends_with('.'), "a sentence: {reason}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(192) })]

    #[test]
    fn any_string_is_read(text in any_string()) {
        check(&text);
    }

    #[test]
    fn bits_of_language_are_read(text in likely_string()) {
        check(&text);
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in any_bytes(), name in prop::sample::select(&["", "a.html", "a.md", "a.txt"][..])) {
        check_bytes(&bytes, name);
    }

    #[test]
    fn damaged_seeds_are_read(text in damaged_seed()) {
        check(&text);
    }
}

#[test]
fn seeds_hold_with_crlf_emoji_and_astral_characters() {
    for seed in SEEDS {
        check(seed);
        check(&seed.replace('\n', "\r\n"));
        check(&format!("\u{feff}😀{}𠮷", seed.replace('。', "。👩‍👩‍👧").replace(',', "𠀀,")));
    }
}

/// Windows line ends and emoji between sentences move facts, but lose none of their figures.
#[test]
fn crlf_and_emoji_lose_no_figure() {
    for seed in SEEDS {
        let plain = figures(seed);
        assert_eq!(plain, figures(&seed.replace('\n', "\r\n")));
        assert_eq!(plain, figures(&format!("😀{seed}")));
    }
}

/// A text of one character over and over, of every character that a reader acts on.
#[test]
fn one_character_over_and_over_is_read() {
    for c in "“”《》（）()【】1一万亿%年月日,，.。:：、-—+&第约余多同比降升0\n\r\u{3000}".chars()
    {
        check(&c.to_string().repeat(3000));
    }
    for bits in
        ["1,", "1.", "1年", "一、", "（1", "1）", "“1", "《“", "1%、", "分别1", "年至", "1-", "同比", "去年", "&&"]
    {
        check(&bits.repeat(1500));
    }
}

/// Value, upper end and unit of every figure in order.
fn figures(text: &str) -> Vec<(String, String, String)> {
    let json: Value = serde_json::from_str(&export::json(&read(text))).expect("JSON");
    let facts = json["facts"].as_array().expect("facts");
    let of = |fact: &Value, name: &str| fact.get(name).map(Value::to_string).unwrap_or_default();
    let figure = |fact: &Value| (of(fact, "value"), of(fact, "high"), of(fact, "unit"));
    facts.iter().filter(|fact| fact["kind"] == "figure").map(figure).collect()
}
