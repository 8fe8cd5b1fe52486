use serde_json::json;
use tiyao_browser_tests::page::{PLACES, with_page};
use tiyao_browser_tests::session::WIDE;

/// An article whose lines try to run, in the page, in a report, in a spreadsheet, in Markdown.
const HOSTILE: &str = "某市2016年平安建设工作综述
<script>document.documentElement.dataset.ran='script'</script>全市共破获案件1,280件,同比上升12.5%。
<img src=x onerror=\"document.documentElement.dataset.ran='image'\">抓获嫌疑人320名。
=cmd|' /C calc'!A0共调解纠纷45件。
“=HYPERLINK(\"http://example.invalid\",\"见\")工程”投入资金2,150万元。
[点此](javascript:document.documentElement.dataset.ran='link')群众满意度达96.4%。
\u{202e}反向文字\u{202c}培训调解员86名。
\"><svg onload=\"document.documentElement.dataset.ran='svg'\">新增探头600个。
</textarea></style></title>--> ]]> &lt;b&gt;发放资料3万份。
";

#[tokio::test]
async fn hostile_text_stays_text() {
    for place in PLACES {
        with_page(place, WIDE, |page| async move {
            page.paste(HOSTILE).await?;
            page.shows_figures_of(HOSTILE).await?;
            let planted = "return document.querySelectorAll('#article script, #article img, #article svg, #digest script, \
                           #digest img, a[href^=\"javascript\"]').length";
            assert_eq!(page.session.ask(planted, vec![]).await?, json!(0));
            let shown = page.words("#article").await?;
            assert!(shown.contains("<script>document") && shown.contains("onerror="), "the words stand as words");

            let csv = page.save("csv").await?;
            for cell in cells(&csv) {
                let runs = cell.starts_with(['=', '+', '@', '\t', '\r']) || cell.starts_with('-') && cell.parse::<f64>().is_err();
                assert!(!runs, "a spreadsheet would run {cell}");
            }
            let html = page.save("html").await?;
            for element in ["<script>document", "<img src=x", "<svg onload"] {
                assert!(!html.contains(element), "the report holds {element}");
            }
            let markdown = page.save("markdown").await?;
            assert!(!markdown.contains("<script>document") && !markdown.contains("<img src=x"), "{markdown}");
            assert!(!markdown.contains("[点此](javascript"), "{markdown}");
            for (form, text) in [("csv", &csv), ("html", &html), ("markdown", &markdown)] {
                assert!(!text.contains('\u{202e}'), "{form}: the mark that turns the reading direction is shown, not obeyed");
            }
            assert_eq!(page.session.ask("return document.documentElement.dataset.ran ?? null", vec![]).await?, json!(null));
            Ok(())
        })
        .await;
    }
}

/// The cells of a CSV text, by RFC 4180.
fn cells(csv: &str) -> Vec<String> {
    let (mut all, mut cell, mut quoted) = (Vec::new(), String::new(), false);
    let mut chars = csv.trim_start_matches('\u{feff}').chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                cell.push('"');
            }
            '"' => quoted = !quoted,
            ',' | '\n' if !quoted => all.push(std::mem::take(&mut cell)),
            '\r' if !quoted => {}
            c => cell.push(c),
        }
    }
    all.push(cell);
    all
}
