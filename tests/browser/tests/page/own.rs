use tiyao_browser_tests::page::{PLACES, with_page};
use tiyao_browser_tests::session::WIDE;

/// No table of ours knows this name.
const TEXT: &str = "某市2023年平安建设工作综述\n全市推广蜻蜓阿姨，共受理案件1280件，同比上升12.5%。";

/// A reader's own words are read at once, kept for the next visit, and a bad row is named.
#[tokio::test]
async fn the_reader_s_own_words_are_read_and_kept() {
    for place in PLACES {
        with_page(place, WIDE, |page| async move {
            let named = "return [...document.querySelectorAll('#article [data-kind=\"programme\"]')].some(found => found.textContent === '蜻蜓阿姨')";
            page.paste(TEXT).await?;
            page.click("#words").await?;
            page.element("#own-rows").await?.send_keys("蜻蜓阿姨").await?;
            page.click("#own-use").await?;
            page.session.until("the row is named", "return document.querySelector('#own-wrong').textContent.includes('Line 1')", vec![]).await?;
            page.session.ask("document.querySelector('#own-rows').value = '蜻蜓阿姨\\t项目'", vec![]).await?;
            page.click("#own-use").await?;
            page.session.until("the programme is marked", named, vec![]).await?;
            page.session.until("the sheet is shut", "return document.querySelector('#own[hidden]') !== null", vec![]).await?;
            page.reopen().await?;
            page.paste(TEXT).await?;
            page.session.until("the programme is marked again", named, vec![]).await
        })
        .await;
    }
}
