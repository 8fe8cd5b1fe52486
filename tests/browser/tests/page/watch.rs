use std::net::{Ipv4Addr, TcpListener};

use serde_json::json;
use tiyao_browser_tests::engine::engines;
use tiyao_browser_tests::network::{complaints, requests};
use tiyao_browser_tests::session::{WIDE, with_browser};

/// The watch that all other tests rest on sees what a page asks for, and what goes wrong in it.
#[tokio::test]
async fn the_watch_sees_requests_and_errors() {
    for engine in engines() {
        with_browser(engine, WIDE, |session| async move {
            session.driver.goto("about:blank").await?;
            requests(&session).await?;
            // Nobody answers there any more.
            let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).and_then(|held| held.local_addr());
            let address = format!("http://{}/asked", free.expect("a free port"));
            let ask = "fetch(arguments[0]).catch(() => { document.title = 'done'; throw new Error('seen') })";
            session.ask(ask, vec![json!(address)]).await?;
            session.until("the answer", "return document.title === 'done'", vec![]).await?;
            assert_eq!(requests(&session).await?, [address]);
            assert!(
                complaints(&session).await?.iter().any(|message| message.contains("seen")),
                "an uncaught error is seen"
            );
            Ok(())
        })
        .await;
    }
}
