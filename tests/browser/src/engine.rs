//! The two browsers that show the page: how each driver is started and what each browser is told at its start.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use serde_json::json;
use thirtyfour::prelude::*;
use thirtyfour::{BrowserCapabilitiesHelper, CapabilitiesHelper, ChromiumLikeCapabilities};

use crate::session::Look;
use crate::top;

/// A browser that the page must work in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Debian's Chromium.
    Chromium,
    /// Debian's Firefox.
    Firefox,
}

/// The engines that the tests run in: both, or the one that `TIYAO_ENGINE` names.
pub fn engines() -> Vec<Engine> {
    match std::env::var("TIYAO_ENGINE").as_deref() {
        Ok("chromium") => vec![Engine::Chromium],
        Ok("firefox") => vec![Engine::Firefox],
        _ => vec![Engine::Chromium, Engine::Firefox],
    }
}

/// Ends the driver, the browser it started and their folder when the tests end, in whatever way: then the pipe closes.
const KEEPER: &str = r#"folder=$1; shift
"$@" 2>&1 & driver=$!
cat > /dev/null
kill $(cat /proc/$driver/task/*/children 2> /dev/null) $driver 2> /dev/null
wait $driver
# A browser writes for a moment after its end.
sleep 1
rm -rf "$folder""#;

/// A running driver; it ends with this value, or with the tests.
pub struct Driver {
    keeper: Child,
    /// The port of loopback that it listens on.
    pub port: u16,
    /// The folder of its browser: the profile, the downloads, the logs.
    pub folder: PathBuf,
    /// What it has written since.
    pub output: Arc<Mutex<Vec<String>>>,
}

impl Driver {
    /// Starts the driver of an engine.
    pub fn start(engine: Engine) -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("tiyao-browser-{}-{number}", std::process::id()));
        for part in ["downloads", "profile"] {
            std::fs::create_dir_all(folder.join(part)).expect("a folder for the browser");
        }
        let mut command = Command::new("sh");
        command.args(["-c", KEEPER, "keeper"]).arg(&folder);
        let told = match engine {
            Engine::Chromium => {
                command.args(["chromedriver", "--port=0"]);
                "started successfully on port "
            }
            Engine::Firefox => {
                let own = top().join(".tools/bin/geckodriver");
                command.arg(if own.is_file() { own } else { "geckodriver".into() });
                command.args(["--port=0", "--binary=firefox-esr"]);
                // Firefox's own log of every address that it opens; `network` reads it.
                command.env("MOZ_LOG", "nsHttp:1,sync").env("MOZ_LOG_FILE", folder.join("http"));
                "Listening on 127.0.0.1:"
            }
        };
        let started = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
        let mut keeper = started.expect("a shell");
        let mut lines = BufReader::new(keeper.stdout.take().expect("piped")).lines();
        let port = lines
            .by_ref()
            .map_while(Result::ok)
            .find_map(|line| line.split_once(told)?.1.trim_end_matches('.').parse().ok())
            .unwrap_or_else(|| panic!("the driver of {engine:?} is missing: ./test.sh installs it"));
        let output = Arc::new(Mutex::new(Vec::new()));
        let kept = output.clone();
        std::thread::spawn(move || lines.map_while(Result::ok).for_each(|line| kept.lock().expect("lines").push(line)));
        Self { keeper, port, folder, output }
    }

    /// What the browser is started with.
    pub fn capabilities(&self, engine: Engine, look: Look) -> WebDriverResult<Capabilities> {
        match engine {
            Engine::Chromium => Ok(chromium(&self.folder, look)?.into()),
            Engine::Firefox => Ok(firefox(&self.folder, look)?.into()),
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        drop(self.keeper.stdin.take());
        let _ = self.keeper.wait();
    }
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output();
    id.is_ok_and(|out| out.stdout.trim_ascii() == b"0")
}

fn chromium(folder: &Path, look: Look) -> WebDriverResult<thirtyfour::ChromeCapabilities> {
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

fn firefox(folder: &Path, look: Look) -> WebDriverResult<thirtyfour::FirefoxCapabilities> {
    let mut wanted = DesiredCapabilities::firefox();
    wanted.add_arg("-headless")?;
    wanted.add_arg("-profile")?;
    wanted.add_arg(&folder.join("profile").display().to_string())?;
    let saved = "application/json,application/ld+json,application/x-ndjson,text/csv,text/markdown,text/html,text/plain";
    wanted.set_browser_option(
        "prefs",
        json!({
            "browser.download.folderList": 2,
            "browser.download.dir": folder.join("downloads"),
            "browser.download.useDownloadDir": true,
            "browser.download.alwaysOpenPanel": false,
            "browser.helperApps.neverAsk.saveToDisk": saved,
            // Errors of pages are written to the output.
            "browser.dom.window.dump.enabled": true,
            "intl.accept_languages": "en-US,en",
            // 0 is dark, 1 is light.
            "layout.css.prefers-color-scheme.content-override": i32::from(!look.dark),
            // What Firefox asks for on its own is no business of the page.
            "network.captive-portal-service.enabled": false,
            "network.connectivity-service.enabled": false,
            "browser.aboutHomeSnippets.updateUrl": "",
            "extensions.systemAddon.update.enabled": false,
            "services.settings.server": "data:,",
            "app.normandy.enabled": false,
            "browser.region.update.enabled": false,
            "browser.region.network.url": "",
            "browser.topsites.contile.enabled": false,
            "browser.newtabpage.enabled": false,
            "media.gmp-manager.updateEnabled": false,
        }),
    )?;
    Ok(wanted)
}
