use serde_json::json;
use tiyao_browser_tests::host::{Site, TWO_FILES, visit};
use tiyao_browser_tests::network::complaints;
use tiyao_browser_tests::session::WIDE;

use super::{SCRIPT, page};

/// Notes errors of the elements, and those that nothing caught.
const NOTE: &str = "
    window.told = [];
    window.thrown = [];
    document.addEventListener('error', (event) => event instanceof CustomEvent && told.push(event.detail));
    addEventListener('error', (event) => event instanceof ErrorEvent && thrown.push(String(event.message)));
    addEventListener('unhandledrejection', (event) => thrown.push(String(event.reason)));";

fn site(body: &str) -> Site {
    Site::new(&page(&format!("<script src=\"note.js\"></script>{SCRIPT}"), body), TWO_FILES).with("/note.js", NOTE)
}

/// Each value that a host may pass, and the code that it is told.
const VALUES: [(&str, &str); 9] = [
    ("element.text = '一'.repeat(3500000)", "too-long"),
    ("element.text = null", "no-text"),
    ("element.text = ''", "no-text"),
    ("element.text = document.createElement('p')", "not-text"),
    ("element.text = 12", "not-text"),
    ("element.text = '破获12件。'; element.terms = { a: 1 }", "bad-option"),
    ("element.terms = null; element.date = '2016-99-99'", "bad-option"),
    ("element.date = ''; element.text = null; element.src = 'nothing-here.txt'", "not-found"),
    ("element.src = 'http://127.0.0.1:9/elsewhere.txt'", "unreachable"),
];

#[tokio::test]
async fn hostile_values_are_answered_by_an_error_event() {
    visit(site("<tiyao-digest></tiyao-digest>"), WIDE, |open| async move {
        open.session.until("the element", "return customElements.get('tiyao-digest') !== undefined", vec![]).await?;
        for (script, code) in VALUES {
            let run = format!("told.length = 0; const element = document.querySelector('tiyao-digest'); {script}");
            open.ask(&run).await?;
            let until = format!("return told.some((one) => one.code === '{code}' && /[.。]$/.test(one.message))");
            open.session.until(&format!("{script} → {code}"), &until, vec![]).await?;
        }
        let asked = "
            const element = document.querySelector('tiyao-digest');
            return Promise.all([element.analyse(), element.exportAs('exe'), element.exportAs(null)])";
        assert_eq!(open.ask(asked).await?, json!([null, null, null]));
        let form = "
            const element = document.querySelector('tiyao-digest');
            element.removeAttribute('src');
            element.text = '破获12件。';
            return element.exportAs('exe').then((out) => [out, told.at(-1).code])";
        assert_eq!(open.ask(form).await?, json!([null, "no-form"]));
        assert_eq!(open.ask("return thrown").await?, json!([]), "nothing is thrown past the element");
        let noted = complaints(&open.session).await?;
        assert!(noted.iter().all(|line| line.contains("nothing-here") || line.contains("127.0.0.1:9")), "{noted:?}");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn an_article_with_scripts_runs_nothing() {
    let text = "某市2016年平安建设工作综述\\n<script>window.ran = 1</script>全市共破获案件1280件。\\n\
                <img src=x onerror=\\\"window.ran = 2\\\">抓获嫌疑人320名。“<svg onload=window.ran=3>工程”投入资金2150万元。";
    visit(site("<tiyao-digest view=\"reading\"></tiyao-digest>"), WIDE, move |open| async move {
        open.session.until("the element", "return customElements.get('tiyao-digest') !== undefined", vec![]).await?;
        open.ask(&format!("document.querySelector('tiyao-digest').text = \"{text}\"")).await?;
        open.until_read("tiyao-digest").await?;
        for view in ["reading", "digest", "figures", "findings"] {
            open.ask(&format!("document.querySelector('tiyao-digest').view = '{view}'")).await?;
            let drawn = "return document.querySelector('tiyao-digest').shadowRoot.querySelector('.drawn').childNodes.length > 0";
            open.session.until(view, drawn, vec![]).await?;
            let planted = "return document.querySelector('tiyao-digest').shadowRoot.querySelectorAll('script, img, svg[onload]').length";
            assert_eq!(open.ask(planted).await?, json!(0), "{view}");
        }
        assert_eq!(open.ask("return [window.ran ?? null, thrown]").await?, json!([null, []]));
        Ok(())
    })
    .await;
}
