//! A reader's own word list: its words are read in either script, and a bad row is named by its line.

use tiyao::model::{BadTerm, Detail, Digest, Terms};
use tiyao::{Language, Options, read};

const LIST: &str = "词\t类别\t备注\n# 本县用语\n惠民一张网\t项目\t2021年起\n云上服务社\tbody\n惠企兑现度\tindicator\n蓝包\t單位\n\n\
    只有词\n什么\t别的\n\tunit\n惠民一张网\tprogramme\n12345\tunit\n";

fn with(list: &str, text: &str) -> Digest {
    read(text, &Options { terms: Terms::parse(list).0, ..Options::default() })
}

/// What the digest says of the kinds that a list adds to, in order.
fn said(digest: &Digest) -> Vec<String> {
    let told = |detail: &Detail| match detail {
        Detail::Programme(one) => Some(format!("programme {}", one.name)),
        Detail::Organisation(one) => Some(format!("organisation {}", one.name)),
        Detail::Figure(one) => Some(format!("figure {} {}{}", one.indicator, one.value, one.unit)),
        _ => None,
    };
    digest.facts.iter().filter_map(|fact| told(&fact.detail)).collect()
}

fn check(list: &str, text: &str, wanted: &[&str]) {
    assert_eq!(said(&with(list, text)), wanted, "{text}");
}

#[test]
fn the_words_of_the_list_are_read_in_either_script() {
    let wanted =
        ["programme 惠民一张网", "organisation 云上服务社", "figure 惠企兑现度 95%", "figure 发放物资 300蓝包"];
    check(LIST, "全县推开惠民一张网,云上服务社参与其中。惠企兑现度今年达到95%,发放物资300蓝包。", &wanted);
    check(LIST, "全縣推開惠民一張網，雲上服務社參與其中。惠企兌現度今年達到95％，發放物資300藍包。", &wanted);
}

#[test]
fn nothing_is_added_where_the_words_do_not_stand() {
    check(LIST, "群众满意度达到95%。", &["figure 群众满意度 95%"]);
    // An indicator of another sentence, or before another figure, measures nothing here.
    check(LIST, "惠企兑现度提高了。群众满意度达到95%。", &["figure 群众满意度 95%"]);
    check(LIST, "惠企兑现度达到95%,群众满意度达到98%。", &["figure 惠企兑现度 95%", "figure 群众满意度 98%"]);
}

#[test]
fn bad_rows_are_named_by_line_and_the_rest_is_used() {
    let (terms, bad) = Terms::parse(LIST);
    assert_eq!(terms.all().len(), 4);
    assert_eq!(terms.all()[0].note, "2021年起");
    assert_eq!(
        bad,
        [
            (8, BadTerm::NoKind),
            (9, BadTerm::UnknownKind),
            (10, BadTerm::NoTerm),
            (11, BadTerm::Twice),
            (12, BadTerm::NoTerm)
        ]
    );
    for language in Language::ALL {
        for &(line, why) in &bad {
            let sentence = why.message(line, language);
            assert!(sentence.contains(&line.to_string()) && sentence.ends_with(['。', '.']), "{sentence}");
        }
    }
}

#[test]
fn a_long_list_and_a_long_text_are_read() {
    let list: String = (0..20_000).map(|at| format!("词{at}\tprogramme\n")).collect();
    let (terms, bad) = Terms::parse(&list);
    assert_eq!((terms.all().len(), bad.len()), (20_000, 0));
    let text = "词1、词2和词".repeat(20_000);
    let found = read(&text, &Options { terms, ..Options::default() });
    assert_eq!(said(&found).iter().filter(|one| one.starts_with("programme 词")).count(), 2);
}
