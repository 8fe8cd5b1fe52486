//! Opens the page, and watches what is asked for: the page's own files while it opens, and nothing after that.

use std::future::Future;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use serde_json::json;
use thirtyfour::prelude::*;

use crate::built;
use crate::engine::{Engine, engines};
use crate::network::{complaints, requests};
use crate::page::Page;
use crate::served::Served;
use crate::session::{Look, with_browser};

/// Where the page comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// `dist/tiyao.html` from the disk.
    Disk,
    /// The build, served on loopback.
    Served,
}

/// Both places.
pub const PLACES: [Place; 2] = [Place::Disk, Place::Served];

/// How a page was opened.
#[derive(Clone)]
pub struct Opening {
    place: Place,
    /// Its own address; nothing else may be asked for.
    address: String,
    /// Whether it was loaded again: then the browser looks whether there is a newer build.
    again: Arc<AtomicBool>,
}

/// Opens the page in every engine, runs `body`, and checks that the browser asked for nothing but the page's own files while
/// it opened, for nothing at all after that, and had nothing to complain of.
pub async fn with_page<F, Done>(place: Place, look: Look, body: F)
where
    F: FnOnce(Page) -> Done + Clone + Send + 'static,
    Done: Future<Output = WebDriverResult<()>> + Send + 'static,
{
    for engine in engines() {
        with_page_in(engine, place, look, body.clone()).await;
    }
}

/// Takes away what the page has kept, and the page itself: the next test is given the same browser.
const FORGET: &str = "
    localStorage.clear();
    navigator.serviceWorker?.getRegistration().then((kept) => kept?.unregister(), () => {});
    return new Promise((done) => {
        let asked;
        try { asked = indexedDB.open('tiyao'); } catch { return done(); }
        asked.onerror = () => done();
        asked.onsuccess = () => {
            const kept = asked.result, names = [...kept.objectStoreNames];
            if (names.length === 0) return done(kept.close());
            const change = kept.transaction(names, 'readwrite');
            names.forEach((name) => change.objectStore(name).clear());
            change.oncomplete = () => done(kept.close());
        };
    })";

/// What [`with_page`] does, in one engine.
pub async fn with_page_in<F, Done>(engine: Engine, place: Place, look: Look, body: F)
where
    F: FnOnce(Page) -> Done + Send + 'static,
    Done: Future<Output = WebDriverResult<()>> + Send + 'static,
{
    let served = (place == Place::Served).then(Served::start);
    let address = match &served {
        Some(served) => served.address.clone(),
        None => format!("file://{}", built("tiyao.html").display()),
    };
    with_browser(engine, look, move |session| async move {
        // What the browser shows at its start asks for files of its own; none of the page's business.
        session.driver.goto("about:blank").await?;
        requests(&session).await?;
        complaints(&session).await?;
        session.driver.goto(&address).await?;
        let page = Page { session, opening: Opening { place, address, again: Arc::default() } };
        page.until_opened().await?;
        body(page.clone()).await?;
        page.asked_for_nothing().await?;
        assert_eq!(complaints(&page.session).await?, Vec::<String>::new(), "the browser complains of nothing");
        page.session.ask(FORGET, vec![]).await.map(drop)
    })
    .await;
}

/// Whether the page listens, and is kept by a browser that can keep it.
const OPENED: &str = "
    if (!document.documentElement.hasAttribute('data-ready')) return false;
    if (!arguments[0] || !navigator.serviceWorker) return true;
    return navigator.serviceWorker.getRegistration().then((kept) => kept?.active?.state === 'activated' && !kept.installing)";

impl Page {
    /// Waits until the page has opened, and checks that no more was asked for than its own files.
    async fn until_opened(&self) -> WebDriverResult<()> {
        let served = self.opening.place == Place::Served;
        self.session.until("the page listens", OPENED, vec![json!(served)]).await?;
        let asked = requests(&self.session).await?;
        if !served {
            assert!(asked.iter().all(|at| *at == self.opening.address), "the file asks for nothing: {asked:?}");
            return Ok(());
        }
        assert!(asked.contains(&self.opening.address), "the log saw the page itself: {asked:?}");
        let strangers: Vec<_> = asked.iter().filter(|at| !at.starts_with(&self.opening.address)).collect();
        assert!(strangers.is_empty(), "the page asks only for its own files: {strangers:?}");
        Ok(())
    }

    /// Checks that nothing was asked for since the page has opened; but a browser that opens a page again which it keeps
    /// looks once whether there is a newer build.
    async fn asked_for_nothing(&self) -> WebDriverResult<()> {
        let mut asked = requests(&self.session).await?;
        if self.opening.place == Place::Served && self.opening.again.load(Ordering::Relaxed) {
            let look = format!("{}service.js", self.opening.address);
            asked.retain(|at| *at != look);
        }
        assert!(asked.is_empty(), "nothing is asked for after the page has opened: {asked:?}");
        Ok(())
    }

    /// Loads the page again, with the same profile.
    pub async fn reopen(&self) -> WebDriverResult<()> {
        self.asked_for_nothing().await?;
        self.opening.again.store(true, Ordering::Relaxed);
        self.session.driver.refresh().await?;
        self.until_opened().await
    }

    /// Loads the page again with a script that runs before all others.
    pub async fn before_loading(&self, script: &str) -> WebDriverResult<()> {
        self.session.changed.store(true, Ordering::Relaxed);
        self.session.tell("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await?;
        self.reopen().await
    }
}
