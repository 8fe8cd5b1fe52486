//! Browsers that the tests share: each is used by one test at a time and comes back clean.

use std::future::Future;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, LazyLock, Mutex};
use std::time::Duration;

use serde_json::{Value, json};
use thirtyfour::extensions::query::IntoElementPoller;
use thirtyfour::prelude::*;
use tokio::runtime::Runtime;

use crate::engine::{Driver, Engine};
use crate::top;

/// How long a condition may take to come true.
pub const PATIENCE: Duration = Duration::from_secs(60);
/// How often a condition is looked at.
pub const GLANCE: Duration = Duration::from_millis(20);

/// A running browser.
#[derive(Clone)]
pub struct Session {
    /// Which browser it is.
    pub engine: Engine,
    /// The driver of the one window.
    pub driver: WebDriver,
    /// The browser's folder, with its logs.
    pub folder: PathBuf,
    /// Where the browser puts what the page saves.
    pub downloads: PathBuf,
    /// What the driver has written.
    pub output: Arc<Mutex<Vec<String>>>,
    /// How far the log has been read.
    pub read: Arc<Mutex<usize>>,
    /// Whether the browser was changed for good: no other test is given it.
    pub changed: Arc<AtomicBool>,
}

/// The size of the window and the colours that the browser asks for.
#[derive(Clone, Copy)]
pub struct Look {
    /// In CSS pixels.
    pub width: u32,
    /// Whether the system is set to dark.
    pub dark: bool,
}

/// A wide window with light colours.
pub const WIDE: Look = Look { width: 1600, dark: false };

/// Firefox makes no window narrower than this.
const NARROWEST: u32 = 500;

/// A browser that waits for the next test; the driver ends where no test takes it again.
struct Idle {
    session: Session,
    dark: bool,
    driver: Driver,
}

static IDLE: Mutex<Vec<Idle>> = Mutex::new(Vec::new());

/// All browsers are spoken to from here: a test's own runtime ends before the browser does.
static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| Runtime::new().expect("a runtime"));

async fn take(engine: Engine, look: Look) -> WebDriverResult<Idle> {
    let found = {
        let mut idle = IDLE.lock().expect("browsers");
        let same =
            |kept: &Idle| kept.session.engine == engine && (engine == Engine::Chromium || kept.dark == look.dark);
        idle.iter().position(same).map(|at| idle.remove(at))
    };
    let idle = match found {
        Some(idle) => idle,
        None => open(engine, look).await?,
    };
    idle.session.dress(look).await?;
    Ok(idle)
}

async fn open(engine: Engine, look: Look) -> WebDriverResult<Idle> {
    let driver = Driver::start(engine);
    let address = format!("http://127.0.0.1:{}", driver.port);
    let window = WebDriver::new(address, driver.capabilities(engine, look)?).await?;
    window.set_poller(Arc::new(Patience));
    let session = Session {
        engine,
        driver: window,
        folder: driver.folder.clone(),
        downloads: driver.folder.join("downloads"),
        output: driver.output.clone(),
        read: Arc::default(),
        changed: Arc::default(),
    };
    Ok(Idle { session, dark: look.dark, driver })
}

#[derive(Debug)]
struct Patience;

impl IntoElementPoller for Patience {
    fn start(&self) -> Box<dyn ElementPoller + Send + Sync> {
        thirtyfour::extensions::query::ElementPollerWithTimeout::new(PATIENCE, GLANCE).start()
    }
}

/// Runs `body` in a browser that no other test uses meanwhile. Where the body fails, the page as it stood at the end is
/// in `target/browser/`, and the browser ends.
pub async fn with_browser<F, Done>(engine: Engine, look: Look, body: F)
where
    F: FnOnce(Session) -> Done + Send + 'static,
    Done: Future<Output = WebDriverResult<()>> + Send + 'static,
{
    let test = std::thread::current().name().unwrap_or("test").replace("::", "-");
    let run = async move {
        let idle = take(engine, look).await.unwrap_or_else(|error| panic!("{engine:?} starts: {error}"));
        let session = idle.session.clone();
        let outcome = tokio::spawn(body(session.clone())).await;
        if let (Ok(Ok(())), false) = (&outcome, session.changed.load(Ordering::Relaxed)) {
            session.driver.goto("about:blank").await?;
            IDLE.lock().expect("browsers").push(idle);
            return Ok(());
        }
        let pictures = top().join("target/browser");
        let _ = std::fs::create_dir_all(&pictures);
        let _ = session.driver.screenshot(&pictures.join(format!("{test}-{engine:?}.png"))).await;
        let _ = session.driver.clone().quit().await;
        drop(idle.driver);
        outcome.unwrap_or_else(|failure| std::panic::resume_unwind(failure.into_panic()))
    };
    match RUNTIME.spawn(run).await {
        Ok(done) => done.unwrap_or_else(|error| panic!("{engine:?} does what it is told: {error}")),
        Err(failure) => panic!("{engine:?}: {}", told(failure)),
    }
}

/// What a panic said: it happened on another thread, whose words the test's own would not hold.
fn told(failure: tokio::task::JoinError) -> String {
    let said = failure.into_panic();
    let words = said.downcast_ref::<String>().cloned();
    words.or_else(|| said.downcast_ref::<&str>().map(|words| (*words).to_owned())).unwrap_or_default()
}

impl Session {
    /// Gives the window its size and the page its colours.
    async fn dress(&self, look: Look) -> WebDriverResult<()> {
        if self.engine == Engine::Firefox {
            let width = look.width.max(NARROWEST);
            let frame = self.ask("return [outerWidth - innerWidth, outerHeight - innerHeight]", vec![]).await?;
            let side = |at: usize| frame[at].as_u64().unwrap_or_default() as u32;
            return self.driver.set_window_rect(0, 0, width + side(0), 1000 + side(1)).await;
        }
        // A window cannot be made as narrow as a telephone; the page's own width can.
        let metrics = json!({"width": look.width, "height": 1000, "deviceScaleFactor": 1, "mobile": false});
        self.tell("Emulation.setDeviceMetricsOverride", metrics).await?;
        let scheme = if look.dark { "dark" } else { "light" };
        let media = json!({"features": [{"name": "prefers-color-scheme", "value": scheme}]});
        self.tell("Emulation.setEmulatedMedia", media).await.map(drop)
    }

    /// Sends a command of Chromium's developer tools.
    pub async fn tell(&self, command: &str, parameters: Value) -> WebDriverResult<Value> {
        self.driver.cdp().send_raw(command, parameters).await
    }

    /// The value of a script's `return`.
    pub async fn ask(&self, script: &str, arguments: Vec<Value>) -> WebDriverResult<Value> {
        Ok(self.driver.execute(script.to_owned(), arguments).await?.json().clone())
    }

    /// Waits until a script returns true; fails with `what` where it does not. A script that fails, as what it asks for is
    /// not there yet, is asked again.
    pub async fn until(&self, what: &str, script: &str, arguments: Vec<Value>) -> WebDriverResult<()> {
        let end = tokio::time::Instant::now() + PATIENCE;
        loop {
            let said = self.ask(script, arguments.clone()).await;
            if matches!(said, Ok(Value::Bool(true))) {
                return Ok(());
            }
            if tokio::time::Instant::now() > end {
                said?;
                panic!("waited in vain: {what}");
            }
            tokio::time::sleep(GLANCE).await;
        }
    }

    /// Whether a download is still being written.
    fn downloading(&self) -> bool {
        let files = std::fs::read_dir(&self.downloads).expect("the folder of downloads");
        files.flatten().any(|file| file.path().extension().is_some_and(|end| end == "crdownload" || end == "part"))
    }

    /// Waits for a finished download whose name ends in `ending`, and gives its bytes.
    pub async fn download(&self, ending: &str) -> Vec<u8> {
        let end = tokio::time::Instant::now() + PATIENCE;
        loop {
            let files = std::fs::read_dir(&self.downloads).expect("the folder of downloads");
            let found = files.flatten().map(|file| file.path()).find(|path| path.to_string_lossy().ends_with(ending));
            // A browser may hold the name with an empty file while it writes under another one.
            if let Some(path) = found {
                let bytes = std::fs::read(&path).expect("a download");
                tokio::time::sleep(GLANCE).await;
                if !bytes.is_empty() && !self.downloading() && std::fs::read(&path).is_ok_and(|again| again == bytes) {
                    std::fs::remove_file(path).expect("a download can be removed");
                    return bytes;
                }
            }
            assert!(tokio::time::Instant::now() < end, "no download that ends in {ending}");
            tokio::time::sleep(GLANCE).await;
        }
    }
}
