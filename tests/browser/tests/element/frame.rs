use serde_json::json;
use thirtyfour::prelude::*;
use tiyao_browser_tests::built;
use tiyao_browser_tests::engine::{Engine, engines};
use tiyao_browser_tests::host::{Host, Site, TWO_FILES};
use tiyao_browser_tests::network::complaints;
use tiyao_browser_tests::session::{Session, WIDE, with_browser};

use super::page;

/// What `docs/embed` tells a host to write, with the iframe made once its address is known.
const HOST: &str = "
    window.heard = [];
    window.embed = (address) => {
      const frame = document.createElement('iframe');
      frame.title = 'Tiyao';
      frame.src = address;
      const origin = new URL(frame.src).origin;
      addEventListener('message', (event) => {
        if (event.origin !== origin || event.source !== frame.contentWindow || event.data?.tiyao !== 1) return;
        heard.push(event.data);
        if (event.data.event === 'height') frame.height = event.data.height;
      });
      window.tell = (message) => frame.contentWindow.postMessage({ tiyao: 1, ...message }, origin);
      frame.addEventListener('load', () => tell({ do: 'hello' }));
      document.body.append(frame);
    };";

/// Notes in the iframe's page what its element says of errors.
const NOTE: &str = "
    document.addEventListener('error', (event) => {
      document.documentElement.dataset.error = `${event.detail?.code} ${event.detail?.message}`;
    });";

/// Opens a host's page that embeds the page of another server, which lets these origins in.
async fn with_frame<F, Done>(allowed: fn(&Host) -> String, body: F)
where
    F: FnOnce(Session, Host) -> Done + Clone + Send + 'static,
    Done: Future<Output = WebDriverResult<()>> + Send + 'static,
{
    for engine in engines() {
        with_frame_in(engine, allowed, body.clone()).await;
    }
}

async fn with_frame_in<F, Done>(engine: Engine, allowed: fn(&Host) -> String, body: F)
where
    F: FnOnce(Session, Host) -> Done + Send + 'static,
    Done: Future<Output = WebDriverResult<()>> + Send + 'static,
{
    let host = Host::start(Site::new(&page("<script src=\"host.js\"></script>", ""), "").with("/host.js", HOST));
    let html = std::fs::read_to_string(built("npm/frame.html")).expect("the iframe's page");
    let html = html.replacen(
        "name=\"tiyao-origins\" content=\"\"",
        &format!("name=\"tiyao-origins\" content=\"{}\"", allowed(&host)),
        1,
    );
    let html = html.replacen("</head>", "<script src=\"note.js\" defer></script></head>", 1);
    let site = Site::new("", TWO_FILES).with("/portal/tiyao/own.html", &html).with("/portal/tiyao/note.js", NOTE);
    let server = Host::start(site);
    with_browser(engine, WIDE, move |session| async move {
        session.driver.goto(&host.address).await?;
        session.ask("embed(arguments[0])", vec![json!(format!("{}portal/tiyao/own.html", server.address))]).await?;
        body(session.clone(), host).await?;
        assert_eq!(complaints(&session).await?, Vec::<String>::new(), "the browser complains of nothing");
        Ok(())
    })
    .await;
}

async fn until(session: &Session, condition: &str) -> WebDriverResult<()> {
    session.until(condition, &format!("return {condition}"), vec![]).await
}

#[tokio::test]
async fn the_page_in_an_iframe_answers_its_host() {
    with_frame(
        |host| format!("https://other.invalid {}", host.origin()),
        |session, _| async move {
            until(&session, "heard.some((one) => one.event === 'ready' && one.protocol === 1)").await?;
            session.ask("tell({ do: 'show', id: 7, text: '全市破获案件1280件，同比上升12.5%。', view: 'figures', lang: 'zh-Hant' })", vec![]).await?;
            until(&session, "heard.some((one) => one.event === 'digest' && one.id === 7 && one.digest.facts.length > 0)").await?;
            until(&session, "heard.some((one) => one.event === 'height' && one.height > 60)").await?;
            until(&session, "document.querySelector('iframe').getBoundingClientRect().height > 60").await?;
            session.ask("tell({ do: 'export', id: 8, form: 'csv' })", vec![]).await?;
            until(&session, "heard.some((one) => one.event === 'export' && one.id === 8 && one.content.includes('1280'))").await?;
            session.ask("tell({ do: 'show', id: 9, text: null })", vec![]).await?;
            until(&session, "heard.some((one) => one.event === 'error' && one.id === 9 && one.code === 'no-text')").await?;
            session.ask("tell({ do: 'dance' })", vec![]).await?;
            until(&session, "heard.some((one) => one.event === 'error' && one.code === 'bad-message')").await?;
            session.driver.enter_frame(0).await?;
            session.driver.query(By::Css("tiyao-digest")).first().await?;
            let choose = "document.querySelector('tiyao-digest').shadowRoot.querySelector('button.goto').click()";
            session.ask("document.querySelector('tiyao-digest').text = '抓获嫌疑人320名。'", vec![]).await?;
            until(&session, "document.querySelector('tiyao-digest').shadowRoot.querySelector('button.goto') !== null").await?;
            session.ask(choose, vec![]).await?;
            session.driver.enter_default_frame().await?;
            until(&session, "heard.some((one) => one.event === 'factselect' && one.quote.length > 0)").await
        },
    )
    .await;
}

#[tokio::test]
async fn a_foreign_host_is_passed_over() {
    with_frame(
        |_| "https://other.invalid".into(),
        |session, _| async move {
            session.driver.enter_frame(0).await?;
            until(&session, "customElements.get('tiyao-digest') !== undefined").await?;
            session.driver.enter_default_frame().await?;
            session.ask("tell({ do: 'show', text: '全市破获案件1280件。' })", vec![]).await?;
            session.driver.enter_frame(0).await?;
            until(&session, "(document.documentElement.dataset.error ?? '').startsWith('foreign-origin ')").await?;
            until(&session, "document.querySelector('tiyao-digest').digest === null").await?;
            session.driver.enter_default_frame().await?;
            assert_eq!(session.ask("return heard.length", vec![]).await?, json!(0), "a foreign host is told nothing");
            Ok(())
        },
    )
    .await;
}
