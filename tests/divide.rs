//! The parts of small pages: each `tests/cases/divide/NAME.txt` divides as `NAME.outline` says.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use tiyao::divide::{Layout, LineRole, divide};
use tiyao::fold::{CharSpan, Fold};

/// What a page divides into, one part a line, folded.
fn outline(text: &str) -> String {
    let fold = Fold::of(text);
    let layout = divide(&fold);
    let words = |at: CharSpan| fold.words(at);
    let mut out = String::new();
    for (index, piece) in layout.articles.iter().enumerate() {
        let head = &piece.head;
        let byline = head.byline.join(" ");
        let fields = [
            ("title", &head.title),
            ("subtitle", &head.subtitle),
            ("published", &head.published),
            ("source", &head.source),
            ("column", &head.column),
            ("edition", &head.edition),
            ("byline", &byline),
            ("editor", &head.editor),
            ("area", &head.area),
        ];
        writeln!(out, "article {index}").expect("a string");
        for (name, value) in fields.iter().filter(|(_, value)| !value.is_empty()) {
            writeln!(out, "  {name}: {value}").expect("a string");
        }
        let body: Vec<char> = words(piece.body).chars().filter(|c| !c.is_whitespace()).collect();
        let start: String = body.iter().take(6).collect();
        let end: String = body[body.len().saturating_sub(6)..].iter().collect();
        writeln!(out, "  body: {start}|{end}").expect("a string");
    }
    for section in &layout.sections {
        writeln!(out, "section {} of {}: {}", section.level, section.article, words(section.at)).expect("a string");
    }
    for line in &layout.lines {
        match line.role {
            LineRole::Boilerplate(reason) => writeln!(out, "{reason}: {}", words(line.at)),
            LineRole::Caption => writeln!(out, "caption: {}", words(line.at)),
            LineRole::Byline => writeln!(out, "byline: {}", words(line.at)),
            _ => Ok(()),
        }
        .expect("a string");
    }
    for table in &layout.tables {
        let cells = |cells: &[CharSpan]| cells.iter().map(|&cell| words(cell)).collect::<Vec<_>>().join(" | ");
        writeln!(out, "table of {}: {}", table.article, cells(&table.above)).expect("a string");
        writeln!(out, "  heads: {}", cells(&table.heads)).expect("a string");
        for row in &table.rows {
            writeln!(out, "  row with {}: {}", row.numbers, cells(&row.cells)).expect("a string");
        }
    }
    for (at, article) in &layout.labels {
        writeln!(out, "label of {article}: {}", words(*at)).expect("a string");
    }
    out
}

fn pages() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/divide");
    let entries = std::fs::read_dir(folder).expect("the folder of cases");
    let mut pages: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    pages.retain(|path| path.extension().is_some_and(|end| end == "txt"));
    pages.sort();
    assert!(pages.len() >= 9, "the cases are missing");
    pages
}

/// Every page divides as its outline says, after `change` was made to its text.
fn check(change: impl Fn(&str) -> String) {
    for path in pages() {
        let text = std::fs::read_to_string(&path).expect("a page");
        let wanted = std::fs::read_to_string(path.with_extension("outline")).expect("its outline");
        assert_eq!(outline(&change(&text)), wanted, "{}", path.display());
    }
}

#[test]
fn pages_divide_as_their_outlines_say() {
    check(str::to_owned);
}

#[test]
fn line_ends_of_windows_change_nothing() {
    check(|text| text.replace('\n', "\r\n"));
}

#[test]
fn full_width_marks_change_nothing() {
    let wide = |c| match c {
        ',' => '，',
        ':' => '：',
        '(' => '（',
        ')' => '）',
        '0'..='9' => char::from_u32(c as u32 + 0xfee0).expect("a full-width digit"),
        _ => c,
    };
    check(|text| text.chars().map(wide).collect());
}

#[test]
fn blanks_before_paragraphs_change_nothing() {
    check(|text| text.lines().fold(String::new(), |all, line| all + "\u{3000}\u{3000}" + line + "\n"));
}

#[test]
fn sentences_keep_quotations_and_closing_marks() {
    let text = "“不少事快办了!真好。”他说,大家都满意。安全吗?安全(真的)。\n末句没有句号";
    let fold = Fold::of(text);
    let layout = divide(&fold);
    let found: Vec<String> = layout.sentences.iter().map(|one| fold.words(one.at)).collect();
    assert_eq!(found, ["“不少事快办了!真好。”", "他说,大家都满意。", "安全吗?", "安全(真的)。", "末句没有句号"]);
}

/// The lines cover all words in order, and everything else stands inside the text.
fn check_layout(text: &str) {
    let fold = Fold::of(text);
    let Layout { lines, articles, sections, labels, tables, sentences } = divide(&fold);
    let mut end = 0;
    let mut letters = 0;
    for line in &lines {
        assert!(line.at.start >= end && line.at.end >= line.at.start, "{line:?} after {end}");
        end = line.at.end;
        letters += fold.slice(line.at).iter().filter(|c| c.is_alphanumeric()).count();
        assert!(line.article <= articles.len(), "{line:?}");
    }
    assert_eq!(letters, fold.chars().iter().filter(|c| c.is_alphanumeric()).count(), "letters outside all lines");
    let inside = |at: CharSpan| assert!(at.start < at.end && at.end <= fold.len(), "{at:?} of {}", fold.len());
    articles.iter().for_each(|piece| inside(piece.body));
    sections.iter().for_each(|section| inside(section.at));
    labels.iter().for_each(|(at, _)| inside(*at));
    tables.iter().flat_map(|table| &table.rows).flat_map(|row| &row.cells).for_each(|&cell| inside(cell));
    for sentence in &sentences {
        inside(sentence.at);
        assert!(lines[sentence.line].at.contains(sentence.at), "{sentence:?}");
        assert!(sentence.section.is_none_or(|section| section < sections.len()));
    }
    assert!(sentences.is_sorted_by_key(|one| one.at));
}

/// Strings of the pieces that pages are made of.
fn page_string() -> impl Strategy<Value = String> {
    const PIECES: [&str; 31] = [
        "\n",
        "\r\n",
        "\n\n",
        " ",
        "一、",
        "(一)",
        "1.",
        "——",
        "【案例】",
        "来源:",
        "责任编辑:",
        "记者 张三",
        "2023-01-02",
        "县委书记 李四",
        "全市信访总量下降。",
        "平安建设,成效显著",
        "首页",
        "相关报道:",
        "“",
        "”",
        "。",
        "又讯",
        "。又讯(记者)",
        "[1]",
        "注:",
        "原煤 万吨 12.5 -3.2",
        "亿元\n12.5\n",
        "新华社北京10月1日电 ",
        "沈丘县",
        "#",
        "&&",
    ];
    proptest::collection::vec(proptest::sample::select(&PIECES[..]), 0..60).prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn any_string_divides(text in any::<String>()) {
        check_layout(&text);
    }

    #[test]
    fn any_page_divides(text in page_string()) {
        check_layout(&text);
    }
}

#[test]
fn a_million_of_one_sign_divides() {
    for sign in [
        "\n",
        "(",
        "“",
        "1",
        "年",
        "【",
        "一、\n",
        "标题\n",
        "2018-02-07\n",
        "县委书记 李四\n",
        "平安 平安 ",
        "全市平安。",
    ] {
        check_layout(&sign.repeat(1_000_000 / sign.len()));
    }
}

/// A page whose first line asks or exclaims over the day and the outlet.
#[test]
fn a_title_may_ask_and_an_outlet_may_stand_alone() {
    const BODY: &str = "随着天气转暖，公园里的人越来越多，记者昨天在几处公园看到，许多居民在这里锻炼身体。";
    let head = |top: &str| {
        let digest = tiyao::read(&format!("{top}\n{BODY}\n"), &tiyao::Options::default());
        digest.facts.into_iter().find_map(|fact| match fact.detail {
            tiyao::model::Detail::Article(one) => Some((one.title, one.published, one.source)),
            _ => None,
        })
    };
    let said = |title: &str, day: &str, source: &str| Some((title.to_owned(), day.to_owned(), source.to_owned()));
    for (top, wanted) in [
        (
            "习以为常的地方为何“了不得”？\n2019年11月25日 18:57 参考消息",
            said("习以为常的地方为何“了不得”?", "2019-11-25", "参考消息"),
        ),
        (
            "高速路下周一起封闭施工！\n2019-05-17 · 苏皖城市报道",
            said("高速路下周一起封闭施工!", "2019-05-17", "苏皖城市报道"),
        ),
        (
            "甲公司中标一项；乙公司中标两项\n2019-09-26 12:11来源：证券时报网作者：李在山",
            said("甲公司中标一项;乙公司中标两项", "2019-09-26", "证券时报网"),
        ),
        // A sentence that ends is no title.
        ("公园里今天来了许多锻炼身体的人。\n2019年11月25日 18:57 参考消息", said("", "2019-11-25", "参考消息")),
    ] {
        assert_eq!(head(top), wanted, "{top}");
    }
}
