//! The text that is taken out of pages and Markdown.

use std::path::{Path, PathBuf};

use tiyao::source::{Source, Unreadable};

/// The folder of other systems' tests: `TIYAO_SUITES`, else beside the checkout.
fn suites() -> PathBuf {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/suites");
    std::env::var_os("TIYAO_SUITES").map_or(beside, PathBuf::from)
}

fn text(page: &str, name: &str) -> String {
    Source::from_named_text(page, name).expect("words").text().to_owned()
}

/// Checks the text of a page that has `body` and no head.
fn check(body: &str, expected: &str) {
    assert_eq!(text(&format!("<html><body>{body}</body></html>"), ""), expected, "{body}");
}

const PROSE: &str = "全县实现生产总值120.5亿元，同比增长8.4%；城镇居民人均可支配收入达到3.2万元。";

#[test]
fn blocks_make_lines_and_inline_elements_none() {
    check("<p>一、<b>工业</b>增长\n8.4%</p><div>二<br>三</div>", "一、工业增长 8.4%\n二\n三\n");
    check("<P>　　增长，\r\n降低<p>&nbsp;&nbsp;第二段<ul><li>甲<li>乙</ul>", "增长，降低\n第二段\n甲\n乙\n");
    check(
        "<pre>一\n二</pre>三 &lt; 四 &amp; &#8220;五&#x201d;&ldquo;六&rdquo;&nosuch;",
        "一\n二\n三 < 四 & “五”“六”&nosuch;\n",
    );
}

#[test]
fn cells_stand_between_tabs_and_rows_on_lines() {
    check(
        "<table><tr><th>指标</th><th>数值</th></tr><tr><td><p>产值</p><td><p>12.5<br>亿元</p><tr><td>合计<td></table>",
        "指标\t数值\n产值\t12.5 亿元\n合计\n",
    );
    let layout = format!("<table><tr><td>栏</td><td><p>{PROSE}</p><p>{PROSE}</p><p>{PROSE}</p></td></tr></table>");
    check(&layout, &format!("{PROSE}\n{PROSE}\n{PROSE}\n"));
}

#[test]
fn programs_and_controls_have_no_words() {
    check("<script>var 一='二'</script><style>p{}</style><select><option>三</select><p>四<!-- 五 --></p>", "四\n");
    check("<noscript>请打开脚本</noscript><template>模板</template><button>提交</button>四", "四\n");
}

#[test]
fn navigation_does_not_drown_the_article() {
    let links = "<li><a href=/x>新闻频道首页，要闻</a></li>".repeat(40);
    let page = format!(
        "<title>全县经济运行情况_某县人民政府</title><body><div class=nav><ul>{links}</ul></div>\
         <div><h1>全县经济运行情况</h1><div>2024-03-05 来源：县统计局</div><div><p>{PROSE}</p><h3>工业</h3><p>{PROSE}</p>\
         <ul>{links}</ul></div><p>责任编辑：某某</p></div><div>版权所有 某县人民政府，ICP备12345号</div></body>"
    );
    let expected = format!("全县经济运行情况\n2024-03-05 来源：县统计局\n{PROSE}\n工业\n{PROSE}\n责任编辑：某某\n");
    assert_eq!(text(&page, "a.html"), expected);
}

#[test]
fn a_title_and_a_day_of_the_head_go_first_where_the_body_lacks_them() {
    let page = format!(
        "<head><title>1-9月经济运行情况-某县统计局</title><meta name=pubdate content='2024-03-05T10:00:00'></head><p>{PROSE}</p>"
    );
    assert_eq!(text(&page, "a.html"), format!("1-9月经济运行情况\n2024-03-05\n{PROSE}\n"));
    let page = format!("<head><title>运行情况</title></head><p>运行情况</p><p>2024年3月5日</p><p>{PROSE}</p>");
    assert_eq!(text(&page, "a.html"), format!("运行情况\n2024年3月5日\n{PROSE}\n"));
}

#[test]
fn the_articles_of_a_feed_are_read() {
    let feed = "<?xml version='1.0'?><rss><channel><item><title>甲地</title><link>http://a.b/c</link>\
        <description><![CDATA[<p>一</p><p>二</p>]]></description></item>\
        <item><title>乙地</title><description>&lt;p&gt;三&lt;/p&gt;&amp;nbsp;四</description></item></channel></rss>";
    assert_eq!(text(feed, "a.xml"), "甲地\n一\n二\n乙地\n三\n四\n");
}

#[test]
fn a_page_without_words_is_refused() {
    assert_eq!(Source::from_named_text("<html><body><br></body></html>", "").err(), Some(Unreadable::Blank));
}

#[test]
fn markdown_loses_its_signs_only() {
    let given = "---\ntitle: x\n---\n# 一、工作 #\n\n**全年**增长`8%`，见[公报](http://a.b/c)。![图](x.png)\n- 甲\n> 乙\n---\n\
        | 指标 | 数值 |\n|---|---|\n| 产值 | 3 * 4 |\n#标签 a_b \\*\n";
    let expected = "一、工作\n\n全年增长8%，见公报。\n甲\n乙\n\n指标\t数值\n\n产值\t3 * 4\n#标签 a_b *\n";
    assert_eq!(text(given, "a.md"), expected);
    // HTML that Markdown lets through is no text; other signs are.
    let given = "# 一\n<p><strong>央视网消息</strong>：增长8%。</p><P class=x>a < b，<br/>c<d>e。</P>";
    assert_eq!(text(given, "a.md").trim(), "一\n\n央视网消息：增长8%。\n\na < b，\nc<d>e。");
}

/// Broken and hostile pages end, and in time that grows with their length only.
#[test]
fn hostile_pages_are_read() {
    for piece in [
        "<div>",
        "<a href=\"",
        "<",
        "<!--",
        "<p><b>",
        "</div>",
        "&",
        "<td>一",
        "<script>",
        "<![CDATA[",
        "[",
        "<li><a href=x>一",
    ] {
        let page = format!("<html>{PROSE}{}", piece.repeat(100_000));
        let read = Source::from_named_text(&page, "a.html").expect("words");
        assert!(read.text().contains("8.4%"), "{piece}");
        let read = Source::from_named_text(&page, "a.md").expect("words");
        assert!(!read.text().is_empty());
    }
}

/// The pages of a public reader's tests, where they lie beside the checkout: nearly every character of the article is
/// there, and little else.
#[test]
fn real_articles_are_found() {
    for (name, title, day) in [
        ("gmw", "宇航员在太空中喝酒会怎么样?后果很严重", "2017-03-10"),
        ("youth", "海外留学生看两会:出国前后关注点大不同", "2017-03-10"),
    ] {
        let folder = suites().join("html");
        let Ok(page) = std::fs::read(folder.join(format!("{name}.html"))) else {
            println!("{name:<12} not measured: no folder of suites (TIYAO_SUITES, ../shared/suites)");
            continue;
        };
        let gold = std::fs::read_to_string(folder.join(format!("{name}.gold.json"))).expect("gold");
        let gold: serde_json::Value = serde_json::from_str(&gold).expect("JSON");
        let gold = gold["expected"][0]["text"].as_str().expect("text");
        let source = Source::from_bytes(&page, "page.html", &|_: &str, _: &[u8]| None).expect("words");
        // By lines: the order of the article is the page's own.
        let solid = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        let (whole, expected) = (solid(source.text()), solid(gold));
        let of_lines = |lines: &str, other: &str| {
            let (mut all, mut found) = (0, 0);
            for line in lines.lines().map(solid) {
                all += line.chars().count();
                found += if other.contains(&line) { line.chars().count() } else { 0 };
            }
            found * 100 / all
        };
        let (recall, precision) = (of_lines(gold, &whole), of_lines(source.text(), &expected));
        println!("{name:<12} recall {recall} %, precision {precision} %");
        assert!(recall >= 99 && precision >= 95, "{name}: {recall}, {precision}");
        let digest = tiyao::digest::read_source(source, &tiyao::Options::default());
        let head = digest.facts.iter().find_map(|fact| match &fact.detail {
            tiyao::model::Detail::Article(article) => Some((article.title.as_str(), article.published.as_str())),
            _ => None,
        });
        assert_eq!(head, Some((title, day)), "{name}");
    }
}
