//! What the browser asked for, by its own log.

use serde_json::Value;
use thirtyfour::prelude::*;

use crate::session::Session;

/// The addresses of all requests since the last call, of whatever kind and from whatever frame or worker, and of all
/// sockets. Addresses inside the page (`blob:` and `data:`) never reach a network and are left out.
pub async fn requests(session: &Session) -> WebDriverResult<Vec<String>> {
    let mut seen = Vec::new();
    for entry in session.driver.get_log("performance").await? {
        let event: Value = serde_json::from_str(&entry.message)?;
        let event = &event["message"];
        let address = match event["method"].as_str() {
            Some("Network.requestWillBeSent") => event["params"]["request"]["url"].as_str(),
            Some("Network.webSocketCreated" | "Network.webTransportCreated") => event["params"]["url"].as_str(),
            _ => None,
        };
        seen.extend(address.filter(|at| !at.starts_with("blob:") && !at.starts_with("data:")).map(str::to_owned));
    }
    Ok(seen)
}

/// Warnings and errors that the browser noted about the page since the last call: uncaught errors, broken policies.
pub async fn complaints(session: &Session) -> WebDriverResult<Vec<String>> {
    let entries = session.driver.get_log("browser").await?;
    Ok(entries.into_iter().filter(|entry| entry.level == "SEVERE").map(|entry| entry.message).collect())
}
