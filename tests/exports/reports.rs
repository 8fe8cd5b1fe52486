use pulldown_cmark::{Event, Options as Markdown, Parser, Tag};
use tiyao::export::{self, Screen};
use tiyao::{Language, Options};

use crate::sample::{TEXT, every_kind};

#[test]
fn markdown_makes_no_markup_of_the_text() {
    for language in Language::ALL {
        let page = export::markdown(&every_kind(), language);
        let mut shown = String::new();
        for event in Parser::new_ext(&page, Markdown::all()) {
            match event {
                Event::Html(html) | Event::InlineHtml(html) => panic!("HTML: {html}"),
                Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => panic!("a link: {dest_url}"),
                Event::InlineMath(math) | Event::DisplayMath(math) => panic!("a formula: {math}"),
                Event::Text(words) | Event::Code(words) => shown.push_str(&words),
                _ => {}
            }
        }
        for words in
            ["平安<script>alert(1)</script>|`x`⟦U+202E⟧", "[要](javascript:alert(1))稳定。", "平安&建设<b>规划"]
        {
            assert!(shown.contains(words), "{words} in {shown}");
        }
        assert!(!page.contains('\u{202e}'));
    }
}

#[test]
fn markdown_keeps_a_table_row_on_its_line_and_in_its_columns() {
    let page = export::markdown(&every_kind(), Language::English);
    let mut cells = Vec::new();
    for event in Parser::new_ext(&page, Markdown::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::TableRow) => cells.push(0),
            Event::Start(Tag::TableCell) => {
                if let Some(count) = cells.last_mut() {
                    *count += 1;
                }
            }
            _ => {}
        }
    }
    assert_eq!(cells, [5, 5, 5], "three figures");
}

#[test]
fn ranks_are_said_as_a_place_or_as_the_first_few() {
    let digest = tiyao::read("2023年，全市公众满意度位居全省第2位，平安建设考核位居全省前3位。", &Options::default());
    for (language, shown) in [(Language::SimplifiedChinese, ["第2", "前3"]), (Language::English, ["no. 2", "top 3"])]
    {
        for page in [export::markdown(&digest, language), export::html(&digest, language)] {
            assert!(shown.iter().all(|words| page.contains(words)), "{shown:?} in {page}");
        }
    }
}

#[test]
fn large_numbers_keep_a_multiplier_of_the_reports_language() {
    let text = "2025年，全市生产总值5.67万亿元，财政收入8500亿元，接待游客700万人次，立案4.8万起，破案48000起。";
    let digest = tiyao::read(text, &Options::default());
    let shown = [
        (Language::SimplifiedChinese, ["5.67万亿元", "8,500亿元", "700万人次", "4.8万起", "48,000 起"]),
        (Language::TraditionalChinese, ["5.67萬億元", "8,500億元", "700萬人次", "4.8萬起", "48,000 起"]),
        (Language::English, ["5.67 trillion 元", "850 billion 元", "7 million 人次", "48,000 起", "48,000 起"]),
    ];
    for (language, numbers) in shown {
        let page = export::html(&digest, language);
        for number in numbers {
            assert!(page.contains(&format!(">{number}<")), "{number} in {page}");
        }
    }
}

#[test]
fn traditional_words_stay_so_in_reports() {
    let text =
        "2025年，入境事務處處長郭俊峯表示，全港辦理個案510個，較2024年增長5%，接獲舉報120宗，涉及離島區個案8個。";
    let digest = tiyao::read(text, &Options::default());
    for page in
        [export::markdown(&digest, Language::TraditionalChinese), export::html(&digest, Language::TraditionalChinese)]
    {
        let simplified: Vec<char> = page.chars().filter(|c| "务处长办个离岛举报".contains(*c)).collect();
        assert!(page.contains("入境事務處處長") && page.contains("510 個"), "{page}");
        assert_eq!(simplified, [], "{page}");
    }
}

/// The opening and closing tags of a page, in order.
fn tags(page: &str) -> Vec<&str> {
    page.split('<').skip(1).map(|piece| piece.split_once('>').expect("a closed tag").0).collect()
}

#[test]
fn html_is_well_nested_and_has_no_element_of_the_text() {
    for language in Language::ALL {
        let page = export::html(&every_kind(), language);
        let mut open: Vec<&str> = Vec::new();
        for tag in tags(&page).into_iter().filter(|tag| !tag.starts_with('!') && !tag.ends_with('/')) {
            let name = tag.trim_start_matches('/').split(' ').next().unwrap_or_default();
            assert!(!matches!(name, "script" | "b" | "img" | "iframe" | "link"), "{tag}");
            assert!(!tag.contains(" on") && !tag.contains("javascript:"), "{tag}");
            if tag.starts_with('/') {
                assert_eq!(open.pop(), Some(name));
            } else if name != "meta" {
                open.push(name);
            }
        }
        assert_eq!(open, [""; 0]);
        assert!(!page.contains('\u{202e}'));
        assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    }
}

#[test]
fn html_points_to_anchors_that_are_there_and_names_none_twice() {
    let page = export::html(&every_kind(), Language::SimplifiedChinese);
    let values = |attribute: &str| -> Vec<String> {
        page.split(attribute).skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
    };
    let ids = values(" id=\"");
    for link in values("href=\"#") {
        assert!(ids.contains(&link), "{link}");
    }
    let mut once = ids.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), ids.len());
}

#[test]
fn html_shows_the_whole_text_once_with_its_facts_marked() {
    let page = export::html(&every_kind(), Language::SimplifiedChinese);
    let (_, article) = page.split_once("<article").expect("the article");
    let (_, article) = article.split_once('>').expect("its end");
    let mut shown = String::new();
    for piece in article.split('<') {
        shown.push_str(piece.split_once('>').map_or(piece, |(_, words)| words));
    }
    let shown = shown.replace("&lt;", "<").replace("&gt;", ">").replace("&#39;", "'").replace("&amp;", "&");
    let kept = |text: &str| -> String { text.chars().filter(|c| !c.is_whitespace()).collect() };
    assert_eq!(kept(&shown), kept(&TEXT.replace('\u{202e}', "U+202E")));
    // Two facts that overlap: the one that goes on is closed and begun again.
    assert!(article.contains("规划》</mark></mark><mark class=\"programme\""), "{article}");
}

#[test]
fn html_allows_its_own_style_and_nothing_else() {
    let page = export::html(&every_kind(), Language::SimplifiedChinese);
    let (_, policy) = page.split_once("Content-Security-Policy\" content=\"").expect("a policy");
    let policy = policy.split('"').next().unwrap_or_default();
    assert!(policy.starts_with("default-src 'none'; style-src 'sha256-"), "{policy}");
    assert!(!policy.contains("unsafe"), "{policy}");
    assert!(!page.contains(" style=\""), "an inline style would be refused");
    assert!(!page.contains("http://") && !page.contains("https://"));
}

#[test]
fn text_fits_its_columns_and_steers_no_terminal() {
    for columns in [32, 60, 80, 200] {
        for language in Language::ALL {
            let page = export::text(&every_kind(), language, Screen { columns, colour: false });
            assert!(!page.contains(['\u{202e}', '\u{1b}']));
            let (before, _) = page.split_once("SHA-256").expect("the foot");
            let widest = before.lines().map(unicode_width::UnicodeWidthStr::width).max();
            // A table of five columns has no narrower form.
            assert!(widest <= Some(columns.max(72)), "{columns} columns: {widest:?}\n{page}");
        }
    }
    let mut digest = every_kind();
    digest.options.name = "\u{1b}]0;x\u{7}".into();
    digest.facts.clear();
    let page = export::text(&digest, Language::English, Screen { columns: 80, colour: true });
    assert!(page.contains("⟦U+001B⟧]0;x⟦U+0007⟧"), "{page}");
}

#[test]
fn colour_adds_escapes_and_no_words() {
    let plain = export::text(&every_kind(), Language::English, Screen { columns: 80, colour: false });
    let mut coloured = export::text(&every_kind(), Language::English, Screen { columns: 80, colour: true });
    for code in ["1", "1;31", "2", "0"] {
        coloured = coloured.replace(&format!("\u{1b}[{code}m"), "");
    }
    assert_eq!(coloured, plain);
}

#[test]
fn a_text_without_facts_says_so() {
    let empty = tiyao::read("", &Options::default());
    for (language, words) in [
        (Language::SimplifiedChinese, "没有读到任何事实"),
        (Language::TraditionalChinese, "沒有讀到任何事實"),
        (Language::English, "No facts were found"),
    ] {
        for page in [
            export::markdown(&empty, language),
            export::html(&empty, language),
            export::text(&empty, language, Screen::default()),
        ] {
            assert!(page.contains(words), "{page}");
        }
    }
}
