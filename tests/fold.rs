//! The fold: what stands for what, and that it never loses the way back.

use std::path::Path;

use proptest::prelude::*;
use proptest::sample::Index;
use tiyao::fold::{CharSpan, Fold};
use tiyao::model::Script;
use tiyao::script::fold_char;
use tiyao::source::Offsets;

const CASES: &str = include_str!("cases/fold.tsv");
const OUTSIDE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared");

fn script_of(text: &str) -> Script {
    let fold = Fold::of(text);
    fold.script(CharSpan::new(0, fold.len()))
}

fn folded(text: &str) -> String {
    Fold::of(text).chars().iter().collect()
}

#[test]
fn every_case_folds_as_its_row_says() {
    let rows: Vec<_> = CASES.lines().filter(|line| !line.starts_with('#')).collect();
    assert!(rows.len() > 20);
    for row in rows {
        let (text, fold) = row.split_once('\t').expect("two columns");
        assert_eq!(folded(text), fold);
        assert_eq!(folded(fold), fold, "a fold folds to itself");
    }
}

#[test]
fn a_carriage_return_ends_a_line_only_alone() {
    assert_eq!(folded("一\r\n二\r三\n四\r"), "一 \n二\n三\n四 ");
}

#[test]
fn simplified_text_stays() {
    for text in [include_str!("../seeds/rongchang-2016.txt"), include_str!("../seeds/suizhou-2023.txt")] {
        let changed: String =
            text.chars().filter(|&c| c >= '\u{3400}' && fold_char(c) != c && c < '\u{ff00}').collect();
        assert_eq!(changed, "");
    }
}

#[test]
fn the_script_is_told() {
    assert_eq!(script_of(include_str!("../seeds/rongchang-2016.txt")), Script::Hans);
    assert_eq!(script_of(include_str!("../seeds/chongqing-2022.txt")), Script::Hant);
    assert_eq!(script_of(""), Script::Hans);
    assert_eq!(script_of("中文在此"), Script::Hans);
    assert_eq!(script_of("行政長官於香港會見傳媒"), Script::Hant);
    assert_eq!(script_of("因应香港特别行政区的“國安法”"), Script::Hans);
}

/// The cases of a public converter, where they lie beside the checkout. Words that only one region uses are not ours.
#[test]
fn the_converter_cases_hold() {
    let Ok(suite) = std::fs::read_to_string(Path::new(OUTSIDE).join("suites/script.jsonl")) else {
        println!("passed over: the suite is not beside the checkout");
        return;
    };
    let (mut right, mut all) = (0, 0);
    let (mut same, mut characters) = (0, 0);
    for line in suite.lines() {
        let case: serde_json::Value = serde_json::from_str(line).expect("JSON");
        if !["t2s", "hk2s", "tw2s"].iter().any(|config| case["config"] == *config) {
            continue;
        }
        let (input, expected) = (case["input"].as_str().expect("text"), case["expected_text"].as_str().expect("text"));
        // Width and punctuation are the fold's own; of ideographs every one must be the converter's.
        let plain = |c: char| if ('\u{2e80}'..'\u{ff00}').contains(&c) { c } else { fold_char(c) };
        let (input, expected) = (folded(input), expected.chars().map(plain).collect::<String>());
        all += 1;
        right += usize::from(input == expected);
        characters += expected.chars().count();
        same += input.chars().zip(expected.chars()).filter(|(a, b)| a == b).count();
        if input != expected {
            println!("{}\n  {input}\n  {expected}", case["id"]);
        }
    }
    println!("{right} of {all} cases, {same} of {characters} characters");
    assert!(right * 100 >= all * 75, "{right} of {all}");
    assert!(same * 100 >= characters * 97, "{same} of {characters}");
}

fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        any::<String>(),
        "[一-龥]{0,6}",
        Just("乾隆著名\u{1f46e}\u{200d}\u{2642}\u{fe0f}".to_owned()),
        Just("𠮷𪚥\r\n，１２％".to_owned()),
        Just("\r\u{feff}\u{0}".to_owned()),
    ];
    proptest::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_fold_is_character_for_character(text in any_text()) {
        let fold = Fold::of(&text);
        prop_assert_eq!(fold.len(), text.chars().count());
        for (at, (byte, c)) in text.char_indices().enumerate() {
            let span = fold.span(CharSpan::new(at, at + 1));
            prop_assert_eq!((span.start, span.end), (byte, byte + c.len_utf8()));
        }
    }

    #[test]
    fn a_fold_folds_to_itself(text in any_text()) {
        let once = folded(&text);
        prop_assert_eq!(folded(&once), once);
    }

    #[test]
    fn every_offset_selects_the_same_words(text in any_text(), from in any::<Index>(), to in any::<Index>()) {
        let fold = Fold::of(&text);
        let (a, b) = (from.index(fold.len() + 1), to.index(fold.len() + 1));
        let part = CharSpan::new(a.min(b), a.max(b));
        let span = fold.span(part);
        let offsets = Offsets::of(&text);
        let words = span.of(&text);
        let (start, end) = (offsets.code_points(&text, span.start), offsets.code_points(&text, span.end));
        prop_assert_eq!((start, end), (part.start, part.end));
        prop_assert_eq!(text.chars().skip(start).take(end - start).collect::<String>(), words);
        let units: Vec<u16> = text.encode_utf16().collect();
        let (start, end) = (offsets.utf16(&text, span.start), offsets.utf16(&text, span.end));
        prop_assert_eq!(String::from_utf16(&units[start..end]).ok(), Some(words.to_owned()));
    }
}
