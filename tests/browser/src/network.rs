//! What the browser asked for, and what it complained of, by its own logs.

use serde_json::Value;
use thirtyfour::prelude::*;

use crate::engine::Engine;
use crate::session::Session;

/// The addresses of all requests since the last call, of whatever kind and from whatever frame or worker, and of all
/// sockets. Addresses inside the page (`blob:` and `data:`) never reach a network and are left out. Firefox's log holds
/// what goes to a network alone, not the file that is opened.
pub async fn requests(session: &Session) -> WebDriverResult<Vec<String>> {
    let seen = match session.engine {
        Engine::Chromium => by_performance_log(session).await?,
        Engine::Firefox => by_http_log(session),
    };
    Ok(seen.into_iter().filter(|at| !at.starts_with("blob:") && !at.starts_with("data:")).collect())
}

async fn by_performance_log(session: &Session) -> WebDriverResult<Vec<String>> {
    let mut seen = Vec::new();
    for entry in session.driver.get_log("performance").await? {
        let event: Value = serde_json::from_str(&entry.message)?;
        let event = &event["message"];
        let address = match event["method"].as_str() {
            Some("Network.requestWillBeSent") => event["params"]["request"]["url"].as_str(),
            Some("Network.webSocketCreated" | "Network.webTransportCreated") => event["params"]["url"].as_str(),
            _ => None,
        };
        seen.extend(address.map(str::to_owned));
    }
    Ok(seen)
}

/// The addresses of the channels that Firefox has opened since the last call, whoever asked for them in whatever process:
/// lines that end in `uri=…`. What Firefox asks its makers for on its own is left out.
fn by_http_log(session: &Session) -> Vec<String> {
    let log = std::fs::read(session.folder.join("http.moz_log")).unwrap_or_default();
    let mut read = session.read.lock().expect("the place in the log");
    let new = String::from_utf8_lossy(&log[(*read).min(log.len())..]).into_owned();
    *read = log.len();
    let addresses = new.lines().filter_map(|line| Some(line.split_once("nsHttp uri=")?.1.trim().to_owned()));
    let own = |at: &String| [".mozilla.com/", ".mozilla.net/", ".firefox.com/"].iter().any(|host| at.contains(host));
    addresses.filter(|at| !own(at)).collect()
}

/// Warnings and errors that the browser noted about the page since the last call: uncaught errors, broken policies.
pub async fn complaints(session: &Session) -> WebDriverResult<Vec<String>> {
    match session.engine {
        Engine::Chromium => {
            let entries = session.driver.get_log("browser").await?;
            Ok(entries.into_iter().filter(|entry| entry.level == "SEVERE").map(|entry| entry.message).collect())
        }
        Engine::Firefox => {
            let lines: Vec<String> = session.output.lock().expect("lines").drain(..).collect();
            let about_page = |line: &String| {
                line.starts_with("JavaScript error: ") && !line.contains("chrome://") && !line.contains("resource://")
            };
            Ok(lines.into_iter().filter(about_page).collect())
        }
    }
}
