//! Errors planted in the seeds: one number changed at a time inside each relation that was found to agree.

use std::path::Path;

use tiyao::model::{Detail, Fact, Finding, Span, Verdict};
use tiyao::{Options, read};

/// Relations that bound a number without fixing it: many other numbers agree with them as well.
const OPEN: [&str; 6] = [
    "attainable-rate",
    "beyond-a-goal",
    "direction-between-ranks",
    "one-for-each",
    "people-in-groups",
    "streak-within-period",
];

fn findings(text: &str) -> Vec<(Fact, Finding)> {
    let facts = read(text, &Options::default()).facts.into_iter();
    facts
        .filter_map(|fact| match fact.detail.clone() {
            Detail::Finding(finding) => Some((fact, *finding)),
            _ => None,
        })
        .collect()
}

fn seeds() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    let mut paths: Vec<_> = std::fs::read_dir(folder).expect("seeds").map(|one| one.expect("a file").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    paths.sort();
    paths.iter().map(|path| std::fs::read_to_string(path).expect("text")).collect()
}

/// Sentences of reports with every relation that fixes its numbers, for the few that the seeds hold.
const REPORTS: [&str; 12] = [
    "全年受理各类案件31200件,审结29640件,结案率95%。",
    "共接到群众诉求4800件,办结4704件,办结率达98.0%。",
    "刑事案件由2015年的5200起下降到2019年的3900起,下降25%。",
    "城镇化率由46.5%提高到52.1%,提高5.6个百分点。",
    "一般公共预算收入136.5亿元,比上年增加6.5亿元,增长5.0%。",
    "共调解纠纷8000件,其中婚姻家庭纠纷2400件,占30%。",
    "全年进出口总额312.6亿元,其中出口201.4亿元,进口111.2亿元。",
    "三次产业结构调整为8.3:41.4:50.3。",
    "综合考核由第19位升至第7位,前移12位。",
    "重点抓好三项工作:一是抓培训。二是抓考核。三是抓落实。",
    "健全市县镇村四级联动机制。",
    "會議定於2025年11月26日(星期三)舉行,推進「雪亮工程」「天網工程」兩項工程。",
];

/// The text with one number of a claim changed enough that no rounding explains it: by its first digit, a date by the last
/// one of its day, so that it stays a date.
fn planted(text: &str, claim: Span) -> Vec<(String, Span)> {
    const HAN: [char; 9] = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];
    let words = claim.of(text);
    let mut digits = words.char_indices().filter(|(_, c)| c.is_ascii_digit() || HAN.contains(c));
    let date = words.contains('年') && words.ends_with('日');
    let Some((at, digit)) = (if date { digits.next_back() } else { digits.next() }) else { return Vec::new() };
    let other = match digit.to_digit(10) {
        Some(value) => char::from_digit(if value < 9 { value + 1 } else { 8 }, 10).expect("a digit"),
        None => {
            let value = HAN.iter().position(|&c| c == digit).expect("a numeral");
            HAN[if value < 4 { value + 2 } else { value - 2 }]
        }
    };
    let from = claim.start + at;
    let changed = format!("{}{other}{}", &text[..from], &text[from + digit.len_utf8()..]);
    let end = claim.end + other.len_utf8() - digit.len_utf8();
    vec![(changed, Span::new(claim.start, end))]
}

/// Twelve articles of the folder that TIYAO_CORPUS names, else of `../shared/corpus`: the first whose numbers fix each
/// other. None where there is no such folder, which is said.
fn corpus() -> Vec<String> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    let folder = std::env::var_os("TIYAO_CORPUS").map_or(beside, Into::into);
    let mut paths = Vec::new();
    let mut folders = vec![folder.clone()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() { folders.push(path) } else { paths.push(path) }
        }
    }
    paths.sort();
    let plain = paths.iter().filter(|path| path.extension().is_some_and(|ending| ending == "txt" || ending == "md"));
    let fixed = |text: &String| {
        findings(text)
            .iter()
            .any(|(fact, finding)| finding.verdict == Verdict::Consistent && !OPEN.contains(&fact.rule))
    };
    let texts: Vec<_> = plain.filter_map(|path| std::fs::read_to_string(path).ok()).filter(fixed).take(12).collect();
    if texts.is_empty() {
        println!("not measured on articles: no such text in {}", folder.display());
    }
    texts
}

#[test]
fn planted_errors_are_reported_where_they_stand() {
    let (mut planted_count, mut missed) = (0, Vec::new());
    let articles = corpus();
    println!("{} articles of the corpus", articles.len());
    for text in seeds().into_iter().chain(REPORTS.map(str::to_owned)).chain(articles) {
        let agreeing: Vec<_> =
            findings(&text).into_iter().filter(|(_, finding)| finding.verdict == Verdict::Consistent).collect();
        for (fact, finding) in agreeing.iter().filter(|(fact, _)| !OPEN.contains(&fact.rule)) {
            for &claim in &finding.claims {
                // Names in a list are no numbers; the date of a weekday changes with any of its numbers.
                let number = claim.of(&text).chars().any(|c| c.is_ascii_digit()) || claim == fact.span;
                for (changed, at) in planted(&text, claim).into_iter().filter(|_| number) {
                    planted_count += 1;
                    let reported = findings(&changed).iter().any(|(_, other)| {
                        other.verdict == Verdict::Inconsistent && other.claims.iter().any(|span| span.overlaps(at))
                    });
                    if !reported {
                        missed.push(format!("{} {} in {}", fact.rule, at.of(&changed), finding.formula));
                    }
                }
            }
        }
    }
    println!("{} of {planted_count} reported", planted_count - missed.len());
    assert!(planted_count >= 30, "only {planted_count} were planted");
    assert!(missed.len() * 20 <= planted_count, "{} of {planted_count} missed:\n{}", missed.len(), missed.join("\n"));
}

#[test]
fn texts_that_agree_stay_silent() {
    for text in REPORTS {
        let found = findings(text);
        assert!(!found.is_empty(), "{text}");
        assert!(found.iter().all(|(_, finding)| finding.verdict == Verdict::Consistent), "{text}: {found:#?}");
    }
}

/// Every row of the tables of rates and of wholes is a sentence whose numbers agree.
#[test]
fn examples_of_tables_agree() {
    let tables = [
        (include_str!("../src/lexicon/rates.tsv"), "rate-against-parts"),
        (include_str!("../src/lexicon/wholes.tsv"), "parts-of-a-whole"),
    ];
    let mut faults = Vec::new();
    for (table, rule) in tables {
        for row in table.lines().filter(|line| !line.starts_with('#')) {
            let example = row.split('\t').nth(2).expect("an example");
            let text = format!("{example}。");
            let agrees =
                |(fact, finding): &(Fact, Finding)| fact.rule == rule && finding.verdict == Verdict::Consistent;
            if !findings(&text).iter().any(agrees) {
                faults.push(text);
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
