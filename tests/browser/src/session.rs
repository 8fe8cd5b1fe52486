//! A browser of its own for each test: its own driver, its own empty profile, its own folder of downloads.

use std::future::Future;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use serde_json::{Value, json};
use thirtyfour::extensions::query::IntoElementPoller;
use thirtyfour::prelude::*;
use thirtyfour::{CapabilitiesHelper, ChromiumLikeCapabilities};

use crate::top;

/// How long a condition may take to come true.
pub const PATIENCE: Duration = Duration::from_secs(20);
/// How often a condition is looked at.
pub const GLANCE: Duration = Duration::from_millis(20);

/// A running browser.
#[derive(Clone)]
pub struct Session {
    /// The driver of the one window.
    pub driver: WebDriver,
    /// Where the browser puts what the page saves.
    pub downloads: PathBuf,
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

struct Driver {
    process: Child,
    port: u16,
    folder: PathBuf,
}

impl Driver {
    fn start() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("tiyao-browser-{}-{number}", std::process::id()));
        std::fs::create_dir_all(folder.join("downloads")).expect("a folder for the browser");
        let mut process = Command::new("chromedriver")
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver is missing: install the packages chromium and chromium-driver");
        let mut lines = BufReader::new(process.stdout.take().expect("piped")).lines();
        let port = lines
            .by_ref()
            .map_while(Result::ok)
            .find_map(|line| line.split_once("started successfully on port ")?.1.trim_end_matches('.').parse().ok())
            .expect("chromedriver names its port");
        // The driver may go on writing; nobody reads it, but the pipe must not close.
        std::thread::spawn(move || lines.for_each(drop));
        Self { process, port, folder }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output();
    id.is_ok_and(|out| out.stdout.trim_ascii() == b"0")
}

fn capabilities(folder: &Path, look: Look) -> WebDriverResult<thirtyfour::ChromeCapabilities> {
    let mut wanted = DesiredCapabilities::chrome();
    for flag in [
        "--headless=new",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
        "--force-color-profile=srgb",
    ] {
        wanted.add_arg(flag)?;
    }
    // Chromium's own sandbox refuses to start as root, as in containers.
    if is_root() {
        wanted.add_arg("--no-sandbox")?;
    }
    wanted.add_arg(&format!("--user-data-dir={}", folder.join("profile").display()))?;
    wanted.add_arg(&format!("--window-size={},1000", look.width))?;
    wanted.add_experimental_option(
        "prefs",
        json!({"download.default_directory": folder.join("downloads"), "download.prompt_for_download": false}),
    )?;
    wanted.set("goog:loggingPrefs", json!({"performance": "ALL", "browser": "ALL"}))?;
    Ok(wanted)
}

async fn open(driver: &Driver, look: Look) -> WebDriverResult<Session> {
    let address = format!("http://127.0.0.1:{}", driver.port);
    let session = WebDriver::new(address, capabilities(&driver.folder, look)?).await?;
    let downloads = driver.folder.join("downloads");
    session.set_poller(std::sync::Arc::new(Patience));
    let opened = Session { driver: session, downloads };
    // A window cannot be made as narrow as a telephone; the page's own width can.
    let metrics = json!({"width": look.width, "height": 1000, "deviceScaleFactor": 1, "mobile": false});
    opened.tell("Emulation.setDeviceMetricsOverride", metrics).await?;
    let scheme = if look.dark { "dark" } else { "light" };
    let media = json!({"features": [{"name": "prefers-color-scheme", "value": scheme}]});
    opened.tell("Emulation.setEmulatedMedia", media).await?;
    Ok(opened)
}

#[derive(Debug)]
struct Patience;

impl IntoElementPoller for Patience {
    fn start(&self) -> Box<dyn ElementPoller + Send + Sync> {
        thirtyfour::extensions::query::ElementPollerWithTimeout::new(PATIENCE, GLANCE).start()
    }
}

/// Runs `body` in a fresh browser and closes it again, also when the body fails; then the page as it stood at the end is
/// in `target/browser/`.
pub async fn with_browser<F, Done>(look: Look, body: F)
where
    F: FnOnce(Session) -> Done,
    Done: Future<Output = WebDriverResult<()>> + Send + 'static,
{
    let driver = Driver::start();
    let session = open(&driver, look).await.expect("Chromium starts");
    let outcome = tokio::spawn(body(session.clone())).await;
    if !matches!(outcome, Ok(Ok(()))) {
        let pictures = top().join("target/browser");
        let test = std::thread::current().name().unwrap_or("test").replace("::", "-");
        let _ = std::fs::create_dir_all(&pictures);
        let _ = session.driver.screenshot(&pictures.join(format!("{test}.png"))).await;
    }
    let _ = session.driver.clone().quit().await;
    match outcome {
        Ok(done) => done.expect("the browser does what it is told"),
        Err(failure) => std::panic::resume_unwind(failure.into_panic()),
    }
}

impl Session {
    /// Sends a command of the developer tools.
    pub async fn tell(&self, command: &str, parameters: Value) -> WebDriverResult<Value> {
        self.driver.cdp().send_raw(command, parameters).await
    }

    /// The value of a script's `return`.
    pub async fn ask(&self, script: &str, arguments: Vec<Value>) -> WebDriverResult<Value> {
        Ok(self.driver.execute(script.to_owned(), arguments).await?.json().clone())
    }

    /// Waits until a script returns true; fails with `what` where it does not.
    pub async fn until(&self, what: &str, script: &str, arguments: Vec<Value>) -> WebDriverResult<()> {
        let end = tokio::time::Instant::now() + PATIENCE;
        while self.ask(script, arguments.clone()).await? != Value::Bool(true) {
            assert!(tokio::time::Instant::now() < end, "waited in vain: {what}");
            tokio::time::sleep(GLANCE).await;
        }
        Ok(())
    }

    /// Whether a download is still being written.
    fn downloading(&self) -> bool {
        let files = std::fs::read_dir(&self.downloads).expect("the folder of downloads");
        files.flatten().any(|file| file.path().extension().is_some_and(|ending| ending == "crdownload"))
    }

    /// Waits for a finished download whose name ends in `ending`, and gives its bytes.
    pub async fn download(&self, ending: &str) -> Vec<u8> {
        let end = tokio::time::Instant::now() + PATIENCE;
        loop {
            let files = std::fs::read_dir(&self.downloads).expect("the folder of downloads");
            let found = files.flatten().map(|file| file.path()).find(|path| path.to_string_lossy().ends_with(ending));
            // Chromium may hold the name with an empty file while it writes under another one.
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
