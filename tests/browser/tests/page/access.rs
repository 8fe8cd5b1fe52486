use serde_json::{Value, json};
use tiyao_browser_tests::page::{ESCAPE, PLACES, Page, with_page};
use tiyao_browser_tests::session::{Look, WIDE};
use tiyao_browser_tests::top;

/// What axe-core finds against WCAG 2.2 AA, as `rule: element` lines.
const JUDGE: &str = "
    const done = arguments[arguments.length - 1];
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    window.axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})
        .then(({violations}) => done(violations.flatMap((found) => found.nodes.slice(0, 3)
            .map((node) => `${found.id}: ${node.html.slice(0, 160)} ${node.any[0]?.message ?? ''}`))), (error) => done([String(error)]))";

async fn judge(page: &Page, view: &str) -> thirtyfour::error::WebDriverResult<()> {
    let axe = std::fs::read_to_string(top().join("embed/node_modules/axe-core/axe.min.js"));
    let axe = axe.expect("axe-core is missing: ./test.sh installs it, or run npm install in embed/");
    page.session.ask(&format!("if (!window.axe) {{ {axe} }}"), vec![]).await?;
    let found = page.session.driver.execute_async(JUDGE, vec![]).await?.json().clone();
    assert_eq!(found, json!([]), "{view}");
    Ok(())
}

/// No view breaks WCAG 2.2 AA, in light, dark and high contrast, wide and narrow.
#[tokio::test]
async fn no_view_breaks_wcag() {
    for (width, dark) in [(1600, false), (1600, true), (360, false), (360, true)] {
        with_page(PLACES[0], Look { width, dark }, move |page| async move {
            judge(&page, "the empty page").await?;
            page.click("#keys").await?;
            judge(&page, "the page of help").await?;
            page.press(ESCAPE).await?;
            page.sample("zhoukou-2017").await?;
            judge(&page, "an article").await?;
            if width < 700 {
                page.click("#tab-digest").await?;
                judge(&page, "the digest").await?;
            }
            let number = page.key_figures().await?[0];
            page.click(&format!("#figures [data-goto=\"{number}\"]")).await?;
            page.until_in_focus(&format!("#article [data-fact-id=\"{number}\"]")).await?;
            page.click("#amend").await?;
            page.element("#save").await?;
            judge(&page, "a fact that is amended").await?;
            page.click("#theme").await?;
            page.click("#theme").await?;
            page.click("#theme").await?;
            judge(&page, "high contrast").await
        })
        .await;
    }
}

/// At 320 px nothing scrolls sideways and every button is at least 24 px high or stands in a line of text.
#[tokio::test]
async fn at_320_px_nothing_overflows() {
    with_page(PLACES[0], Look { width: 320, dark: false }, |page| async move {
        page.sample("rongchang-2016").await?;
        assert_eq!(page.overflow().await?, 0, "the article");
        page.click("#tab-digest").await?;
        assert_eq!(page.overflow().await?, 0, "the digest");
        let small = "
            return [...document.querySelectorAll('button:not(.goto), input, select')].filter((found) => {
                const box = found.getBoundingClientRect();
                return box.width > 0 && (box.height < 24 || box.width < 24);
            }).map((found) => found.outerHTML.slice(0, 120))";
        assert_eq!(page.session.ask(small, vec![]).await?, Value::Array(Vec::new()));
        page.click("#keys").await?;
        assert_eq!(page.overflow().await?, 0, "the page of help");
        Ok(())
    })
    .await;
}

/// The page of help says what may leave the page, by the very policy that the browser was told.
#[tokio::test]
async fn the_promise_shows_the_policy_behind_it() {
    for place in PLACES {
        with_page(place, WIDE, |page| async move {
            page.click("#keys").await?;
            let shown = page.words("#policy").await?;
            let told = "return document.querySelector('meta[http-equiv=\"Content-Security-Policy\"]').content";
            assert_eq!(json!(shown), page.session.ask(told, vec![]).await?);
            assert!(shown.contains("default-src 'none'") && shown.contains("connect-src"), "{shown}");
            let guide = page.words("#guide").await?;
            assert!(guide.contains("Paste an article"), "{guide}");
            Ok(())
        })
        .await;
    }
}
