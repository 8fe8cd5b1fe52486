//! Names and statements: every row of the case file and of the word lists is read as it says.

use proptest::prelude::*;
use tiyao::lexicon::{Row, rows};
use tiyao::model::{Detail, Fact, Kind, Role};
use tiyao::{Options, read};

const CASES: &str = include_str!("cases/names.tsv");

/// What facts of `kind` say, `name/role` where there is one, in order.
fn said(kind: &str, text: &str) -> Vec<String> {
    let digest = read(text, &Options::default());
    digest.facts.iter().filter_map(|fact| told(kind, fact)).collect()
}

fn told(kind: &str, fact: &Fact) -> Option<String> {
    let (own, name, more) = match &fact.detail {
        Detail::Person(person) => ("person", &person.name, person.role.as_str()),
        Detail::Document(document) => ("document", &document.name, document.issuer.as_str()),
        Detail::Programme(programme) => ("programme", &programme.name, programme.sort),
        Detail::Organisation(place) => ("organisation", &place.name, ""),
        Detail::Place(place) => ("place", &place.name, ""),
        Detail::Speech(speech) => ("speech", &speech.speaker, speech.role.as_str()),
        Detail::Gap(gap) => ("gap", &gap.suggestion, "·"),
        _ => return None,
    };
    let more = if more.is_empty() { String::new() } else { format!("/{more}") };
    (own == kind).then(|| format!("{name}{more}"))
}

/// The text with full-width digits and punctuation.
fn widened(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            ',' | ':' | ';' | '(' | ')' | '!' | '?' | '0'..='9' => char::from_u32(c as u32 + 0xfee0).unwrap_or(c),
            _ => c,
        })
        .collect()
}

#[test]
fn every_case_reads_as_its_row_says() {
    let mut faults = Vec::new();
    for row in CASES.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let cells: Vec<&str> = row.split('\t').collect();
        let [kind, text, wanted] = cells[..] else { panic!("three columns: {row}") };
        let wanted: Vec<&str> = wanted.split(" | ").filter(|one| *one != "-").collect();
        let text = text.replace("\\n", "\n");
        for shape in [text.clone(), widened(&text)] {
            let found = said(kind, &shape);
            if found != wanted {
                faults.push(format!("{kind} in {shape}\n  wanted {wanted:?}\n  found  {found:?}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn check_examples(table: &'static str, kind: &str, wanted: impl Fn(&str) -> bool) {
    let lost: Vec<String> = rows(table)
        .filter(|row| !said(kind, row.example).iter().any(|found| wanted(found)))
        .map(|row| format!("{} {}: {} gives {:?}", row.term, row.family, row.example, said(kind, row.example)))
        .collect();
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}

#[test]
fn every_word_around_documents_leads_to_one() {
    for row in rows(include_str!("../src/lexicon/documents.tsv")) {
        let found = said("document", row.example);
        assert_eq!(found.is_empty(), row.family == "vague", "{} {}: {found:?}", row.example, row.family);
    }
    check_examples(include_str!("../src/lexicon/issuers.tsv"), "document", |found| found.starts_with("安静小区"));
}

#[test]
fn every_noun_and_verb_of_programmes_leads_to_one() {
    let table = include_str!("../src/lexicon/programmes.tsv");
    for row in rows(table) {
        let found = said("programme", row.example);
        let quoted = row.example.split(['“', '”']).nth(1).unwrap_or_default();
        let sort = match row.family {
            "verb" | "near" => "other",
            "close" => "action",
            own => own,
        };
        let named = match row.family {
            "known" => found == [format!("{}/other", row.term)],
            _ => found.iter().any(|one| one.contains(quoted) && one.ends_with(&format!("/{sort}"))),
        };
        assert!(named, "{}: {found:?}", row.example);
    }
}

#[test]
fn every_neighbour_of_a_gap_forces_a_word() {
    check_examples(include_str!("../src/lexicon/gaps.tsv"), "gap", |found| !found.starts_with('/'));
}

/// Every row of `table` whose example does not give what `fits` asks for.
fn check_rows(table: &'static str, kind: &str, fits: impl Fn(&Row, &[String]) -> bool) {
    let lost: Vec<String> = rows(table)
        .map(|row| (row, said(kind, row.example)))
        .filter(|(row, found)| !fits(row, found))
        .map(|(row, found)| format!("{} {}: {} gives {found:?}", row.term, row.family, row.example))
        .collect();
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}

#[test]
fn every_title_leads_to_a_person() {
    check_rows(include_str!("../src/lexicon/titles.tsv"), "person", |row, found| {
        // 农大教授向负责人发放资料, 总书记的话: the title by itself, and what follows is no name.
        // 文/陈建国: who wrote it, no standing.
        let alone = row.family == "expert" || matches!(row.term, "总书记" | "文");
        alone || found.iter().any(|one| one.contains(row.term))
    });
}

#[test]
fn every_word_of_speech_follows_a_speaker() {
    let silent: Vec<String> = rows(include_str!("../src/lexicon/speech.tsv"))
        .filter(|row| ["speech", "person"].iter().all(|kind| said(kind, row.example).concat().is_empty()))
        .map(|row| format!("{} {}: {}", row.term, row.family, row.example))
        .collect();
    assert!(silent.is_empty(), "{}", silent.join("\n"));
}

#[test]
fn every_word_of_bodies_does_its_part() {
    check_rows(include_str!("../src/lexicon/organisations.tsv"), "organisation", |row, found| match row.family {
        "body" | "centre" => found.iter().any(|one| one.starts_with(row.term)),
        // By itself a body's noun names none: 中级人民法院.
        "strong" | "suffix" | "office" => {
            found.iter().any(|one| one.ends_with(row.term)) || row.example.starts_with(row.term)
        }
        // A firm of another body is one, and no other name ends inside it.
        "plain" if row.term == "公司" => found.len() == 1,
        _ => !found.iter().any(|one| one.contains(row.term)),
    });
}

#[test]
fn words_that_part_names_stand_outside_them_and_words_inside_do_not() {
    let lost: Vec<String> = rows(include_str!("../src/lexicon/walls.tsv"))
        .filter(|row| row.family != "opening")
        .map(|row| (row, ["programme", "organisation", "place"].map(|kind| said(kind, row.example)).concat()))
        .filter(|(row, names)| names.iter().any(|name| name.contains(row.term)) != (row.family == "inside"))
        .map(|(row, names)| format!("{} {}: {} gives {names:?}", row.term, row.family, row.example))
        .collect();
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}

#[test]
fn every_word_of_places_does_its_part() {
    check_rows(include_str!("../src/lexicon/places.tsv"), "place", |row, found| match row.family {
        "named" => found == [row.term],
        "suffix" => found.iter().any(|one| one.ends_with(row.term)),
        _ => found.is_empty(),
    });
}

#[test]
fn every_surname_is_known() {
    let lost: Vec<String> = rows(include_str!("../src/lexicon/surnames.txt"))
        .map(|row| format!("{}砚秋", row.term))
        .filter(|name| !said("person", &format!("副市长{name}表示,情况很好。")).contains(&format!("{name}/副市长")))
        .collect();
    assert!(lost.is_empty(), "{}", lost.join(" "));
}

proptest! {
    #[test]
    fn names_lie_in_the_text(text in "[王某张和、“”《》&说:,。的市长 \n·a1]{0,60}") {
        for fact in read(&text, &Options::default()).facts {
            prop_assert!(!fact.span.of(&text).is_empty());
            for part in fact.evidence {
                prop_assert!(!part.span.of(&text).is_empty());
            }
        }
    }
}

/// The names of `kind` with the words of every other place where they are named.
fn joined(kind: Kind, text: &str) -> Vec<String> {
    let digest = read(text, &Options::default());
    let named = digest.facts.iter().filter(|fact| fact.kind() == kind);
    named
        .map(|fact| {
            let again = fact.evidence.iter().filter(|part| part.role == Role::Mention).map(|part| part.span.of(text));
            [fact.span.of(text)].into_iter().chain(again).collect::<Vec<_>>().join("=")
        })
        .collect()
}

#[test]
fn names_of_one_thing_lead_to_the_first_and_keep_every_place() {
    let cases = [
        (Kind::Person, "省长陈建国到村里。陈建国说,好。陈建国走了。", "陈建国=陈建国=陈建国"),
        (Kind::Person, "深入学习习近平总书记讲话。习近平法治思想。习近平指出,好。", "习近平=习近平"),
        (Kind::Organisation, "醫院管理局(醫管局)已啟動。醫管局派員。", "醫院管理局=醫管局=醫管局"),
        (Kind::Organisation, "石家庄市委书记到任。市委开会。市委宣传部开会。", "石家庄市委=市委 | 市委宣传部"),
        (Kind::Organisation, "沈丘县委开会。商水县委开会。县委部署。", "沈丘县委 | 商水县委 | 县委"),
        (
            Kind::Organisation,
            "九江华新电子有限公司(以下简称“九江华新”)投产。九江华新招工。",
            "九江华新电子有限公司=九江华新=九江华新",
        ),
        (Kind::Programme, "推进“三调联动”工作格局,实施三调联动战略。", "三调联动=三调联动战略"),
        (Kind::Programme, "完善“统一审核”机制,“统一审核”工作机制见效。", "“统一审核”机制=“统一审核”工作机制"),
        (Kind::Programme, "实施“青苗”工程,开展“青苗”行动。", "“青苗”工程 | “青苗”行动"),
        (Kind::Programme, "第五届全国智力运动会(以下简称“五智会”)开幕,“五智会”有6项。", "智力运动会=五智会=五智会"),
    ];
    for (kind, text, wanted) in cases {
        assert_eq!(joined(kind, text).join(" | "), wanted, "{text}");
    }
}
