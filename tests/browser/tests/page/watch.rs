use tiyao_browser_tests::network::{complaints, requests};
use tiyao_browser_tests::session::{WIDE, with_browser};

/// The watch that all other tests rest on sees what a page asks for, and what goes wrong in it.
#[tokio::test]
async fn the_watch_sees_requests_and_errors() {
    with_browser(WIDE, |session| async move {
        session.driver.goto("about:blank").await?;
        requests(&session).await?;
        let ask = "fetch('http://127.0.0.1:9/asked').catch(() => { document.title = 'done'; throw new Error('seen') })";
        session.ask(ask, vec![]).await?;
        session.until("the answer", "return document.title === 'done'", vec![]).await?;
        assert_eq!(requests(&session).await?, ["http://127.0.0.1:9/asked"]);
        assert!(
            complaints(&session).await?.iter().any(|message| message.contains("seen")),
            "an uncaught error is seen"
        );
        Ok(())
    })
    .await;
}
