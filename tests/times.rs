//! Times: what is found, where it is placed, and what only looks like a time.

use proptest::prelude::*;
use tiyao::Options;
use tiyao::divide::divide;
use tiyao::fold::{CharSpan, Fold};
use tiyao::model::Detail;
use tiyao::read::{Page, Timeline, time};
use tiyao::scan::{scan, time as scanner};

const CASES: &str = include_str!("cases/times.tsv");
const PERIODS: &str = include_str!("cases/periods.tsv");

fn options(date: &str) -> Options {
    Options { date: date.into(), ..Options::default() }
}

/// The times of a text as the cases write them.
fn times(text: &str, date: &str) -> String {
    let (fold, options) = (Fold::of(text), options(date));
    let (layout, marks) = (divide(&fold), scan(&fold));
    let page = Page { fold: &fold, layout: &layout, marks: &marks, options: &options };
    let timeline = Timeline::of(&page);
    let shown = time::read(&page, &timeline).into_iter().map(|fact| {
        let Detail::Time(time) = &fact.detail else { panic!("a time") };
        format!("{}={}|{}", fact.span.of(text), time.value, format!("{:?}", time.form).to_lowercase())
    });
    shown.collect::<Vec<_>>().join(" ; ")
}

fn rows(table: &'static str) -> Vec<Vec<&'static str>> {
    let lines = table.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    lines.map(|line| line.split('\t').collect()).collect()
}

#[test]
fn every_case_gives_the_times_of_its_row() {
    let mut wrong = Vec::new();
    for row in rows(CASES) {
        let [text, date, expected] = row[..] else { panic!("three columns: {row:?}") };
        let found = times(text, date);
        if found != expected {
            wrong.push(format!("{text}\n  wants {expected}\n  has   {found}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_word_of_the_table_is_found_in_its_example() {
    for row in scanner::lexicon() {
        let fold = Fold::of(row.example);
        let found = scanner::scan(&fold).iter().any(|mark| fold.words(mark.at).contains(row.term));
        assert!(found, "{} in {}", row.term, row.example);
    }
}

#[test]
fn the_time_before_a_figure_governs_it() {
    let mut wrong = Vec::new();
    for row in rows(PERIODS) {
        let [text, date, figure, expected] = row[..] else { panic!("four columns: {row:?}") };
        let text = text.replace("\\n", "\n");
        let (fold, options) = (Fold::of(&text), options(date));
        let (layout, marks) = (divide(&fold), scan(&fold));
        let timeline = Timeline::of(&Page { fold: &fold, layout: &layout, marks: &marks, options: &options });
        let at = (0..fold.len()).find(|&at| fold.starts_with(at, figure)).expect("the figure");
        let period = timeline.period(CharSpan::new(at, at + figure.chars().count()));
        if period.value != expected {
            wrong.push(format!("{text}: {figure}\n  wants {expected}, has {period:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Strings made of what times are made of.
fn timelike() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "2017",
        "年",
        "月",
        "日",
        "1",
        "9",
        "12",
        "至",
        "-",
        "—",
        "去年",
        "今年",
        "截至",
        "以来",
        "前",
        "底",
        "“",
        "”",
        "十",
        "五",
        "期间",
        "近",
        "两",
        "个",
        "半",
        "小时",
        "每",
        "、",
        ",",
        "。",
        "\n",
        " ",
        "同期",
        "上",
        "零",
        "〇",
        "😀",
        "９",
        "9999999999",
        "民国",
        "万",
        ":",
        "30",
        ".",
        "/",
        "年代",
        "世纪",
        "一夜",
        "后",
        "来",
        "自",
        "在",
        "是",
        "由",
    ]);
    prop::collection::vec(pieces, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn marks_are_in_order_and_in_bounds(text in timelike()) {
        let fold = Fold::of(&text);
        let mut end = 0;
        for mark in scanner::scan(&fold) {
            prop_assert!(mark.at.start >= end && mark.at.end > mark.at.start && mark.at.end <= fold.len());
            end = mark.at.end;
        }
    }

    #[test]
    fn any_text_is_placed(text in timelike(), date in "(20[0-9]{2}-0[1-9]-1[0-9])?") {
        let found = times(&text, &date);
        prop_assert_eq!(found, times(&text, &date));
    }
}
