use serde_json::json;
use tiyao_browser_tests::built;
use tiyao_browser_tests::host::{Site, visit};
use tiyao_browser_tests::session::WIDE;

/// Vite's pages load styles and scripts of their own and the wasm beside them.
const BUILT: &str =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; img-src data:";

#[tokio::test]
async fn pages_of_frameworks_show_their_articles() {
    for name in ["react", "vue", "svelte"] {
        let html = std::fs::read_to_string(built(&format!("examples/{name}/index.html"))).expect("the example's page");
        let site = Site::new(&html, BUILT).with_folder("/", &format!("examples/{name}"));
        visit(site, WIDE, move |open| async move {
            let value = "return document.querySelector('tiyao-digest')?.digest?.facts.some((fact) => fact.value === arguments[0]) ?? false";
            open.session.until(&format!("{name}: the first article"), value, vec![json!(1280)]).await?;
            open.ask("document.querySelectorAll('main button')[1].click()").await?;
            open.session.until(&format!("{name}: the second article"), value, vec![json!(36)]).await?;
            let told = "return /^\\d+ 条事实$/.test(document.querySelector('#count').textContent)";
            open.session.until(&format!("{name}: the event"), told, vec![]).await?;
            assert_eq!(open.host.asked().iter().filter(|path| path.ends_with(".wasm")).count(), 1, "{name}");
            Ok(())
        })
        .await;
    }
}

#[tokio::test]
async fn the_intranet_page_shows_three_articles() {
    let html = std::fs::read_to_string(built("examples/intranet/index.html")).expect("the example's page");
    visit(Site::new(&html, "").with_folder("/", "examples/intranet"), WIDE, |open| async move {
        let all = "return [...document.querySelectorAll('tiyao-digest')].every((one) => one.digest?.facts.length > 3)";
        open.session.until("three digests", all, vec![]).await?;
        let shown = "
            return [...document.querySelectorAll('tiyao-digest')].map((one) =>
                ['#coverage', '#article', '#findings'].find((css) => one.shadowRoot.querySelector(css)))";
        assert_eq!(open.ask(shown).await?, json!(["#coverage", "#article", "#findings"]));
        Ok(())
    })
    .await;
}
