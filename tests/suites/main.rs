//! Measures Tiyao on the test data of other systems, a table row for each suite.
//!
//! `TIYAO_SUITES` names the folder of suites; without it `../shared/suites` beside the checkout is looked for. Where
//! there is none the table says "not measured", and only our own cases of the same form (`tests/cases/suites.jsonl`)
//! are held. `SUITES_SHOW=wrong` lists what was read otherwise, `SUITES_SHOW=aside` what was set aside.

mod case;
mod edtf;
mod numbers;
mod quantities;
mod script;
mod times;

use std::path::{Path, PathBuf};

use case::{Case, Reasons, Tally, Verdict, cases};

/// A suite: its name, how a case of it is judged, and the share of its cases that must be right, in hundredths.
struct Suite {
    name: &'static str,
    judge: fn(&Case) -> Verdict,
    share: usize,
}

const SUITES: [Suite; 4] = [
    Suite { name: "numbers", judge: numbers::judge, share: 97 },
    Suite { name: "quantities", judge: quantities::judge, share: 97 },
    Suite { name: "times", judge: times::judge, share: 90 },
    Suite { name: "script", judge: script::judge, share: 100 },
];

fn folder() -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/suites");
    let folder = std::env::var_os("TIYAO_SUITES").map_or(beside, PathBuf::from);
    folder.is_dir().then_some(folder)
}

fn measure(suite: &Suite, cases: &[Case], reasons: &Reasons) -> Tally {
    let mut tally = Tally::default();
    for case in cases {
        let verdict = match reasons.of_case(suite.name, &case.id) {
            Some(reason) => Verdict::Aside(reason),
            None => (suite.judge)(case),
        };
        tally.add(case, verdict);
    }
    tally
}

#[test]
fn suites_of_other_systems_are_read() {
    let Some(folder) = folder() else {
        for suite in SUITES {
            println!("{:<12} not measured: no folder of suites (TIYAO_SUITES, ../shared/suites)", suite.name);
        }
        return;
    };
    let reasons = Reasons::of(include_str!("aside.tsv"));
    let show = std::env::var("SUITES_SHOW").unwrap_or_default();
    let mut faults = Vec::new();
    println!("{:<12}{:>7}{:>7}{:>7}{:>7}{:>8}", "suite", "cases", "aside", "right", "wrong", "share");
    for suite in SUITES {
        let file = folder.join(format!("{}.jsonl", suite.name));
        let Ok(text) = std::fs::read_to_string(&file) else {
            println!("{:<12} not measured: no {}", suite.name, file.display());
            continue;
        };
        let tally = measure(&suite, &cases(&text), &reasons);
        println!("{:<12}{tally}", suite.name);
        for (reason, count) in tally.reasons() {
            println!("    {count:>3} aside: {reason}");
        }
        if show == "wrong" || show == "aside" {
            tally.listed(show == "aside").for_each(|line| println!("    {line}"));
        }
        if tally.right * 100 < tally.judged() * suite.share {
            faults.push(format!("{}: {} of {} are right", suite.name, tally.right, tally.judged()));
        }
        // Script only asks for `t2s`: the others are conversions between standards and vocabularies.
        if suite.name != "script" && tally.aside() * 10 > tally.cases() {
            faults.push(format!("{}: {} of {} are set aside", suite.name, tally.aside(), tally.cases()));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn our_own_cases_of_the_same_form_are_all_read() {
    let all = cases(include_str!("../cases/suites.jsonl"));
    for suite in SUITES {
        let own: Vec<&Case> = all.iter().filter(|case| case.suite() == suite.name).collect();
        assert!(!own.is_empty(), "no case for {}", suite.name);
        for case in own {
            match (suite.judge)(case) {
                Verdict::Right => {}
                Verdict::Wrong(why) => panic!("{}: {}: {why}", case.id, case.input),
                Verdict::Aside(reason) => panic!("{}: set aside: {reason}", case.id),
            }
        }
    }
}

/// A reason that no case needs any more is taken out of the file.
#[test]
fn every_reason_belongs_to_a_case() {
    let Some(folder) = folder() else {
        println!("not measured: no folder of suites (TIYAO_SUITES, ../shared/suites)");
        return;
    };
    let reasons = Reasons::of(include_str!("aside.tsv"));
    for suite in SUITES {
        let Ok(text) = std::fs::read_to_string(folder.join(format!("{}.jsonl", suite.name))) else { continue };
        let ids: Vec<String> = cases(&text).into_iter().map(|case| case.id).collect();
        for id in reasons.ids(suite.name) {
            assert!(ids.iter().any(|known| known == id), "{}: {id} is no case", suite.name);
        }
    }
}
