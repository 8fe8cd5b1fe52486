//! Takes the picture of the page that README.md shows: `cargo run -p tiyao-browser-tests --bin picture`.

use tiyao_browser_tests::engine::Engine;
use tiyao_browser_tests::page::{Place, with_page_in};
use tiyao_browser_tests::session::Look;
use tiyao_browser_tests::top;

#[tokio::main]
async fn main() {
    with_page_in(Engine::Chromium, Place::Disk, Look { width: 1440, dark: false }, |page| async move {
        page.click("#language-zh-Hans").await?;
        page.sample("huaian-2017").await?;
        let first = page.key_figures().await?[0];
        page.click(&format!("#figures [data-goto=\"{first}\"]")).await?;
        page.until_in_focus(&format!("#article [data-fact-id=\"{first}\"]")).await?;
        page.session.driver.screenshot(&top().join("docs/page.png")).await
    })
    .await;
}
