//! Somebody else's server: pages of its own, the built package in a folder, the policy and types that a test asks for.

use std::future::Future;
use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Component, Path};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use serde_json::Value;
use thirtyfour::prelude::*;

use crate::engine::{Engine, engines};
use crate::network::{complaints, requests};
use crate::session::{Look, Session, with_browser};
use crate::{built, dist};

/// The strictest policy that the two files are documented for.
pub const TWO_FILES: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; \
     img-src data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'";

/// The strictest policy that the one script is documented for.
pub const ONE_SCRIPT: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src data:; \
     base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'";

/// What a server sends.
#[derive(Clone)]
pub struct Site {
    /// Its own pages and scripts by path.
    pages: Vec<(String, String)>,
    /// The policy of all that it sends; empty for none.
    policy: String,
    /// The type that it gives wasm.
    wasm_type: &'static str,
    /// The folders of the build, each with the path that it lies under.
    folders: Vec<(String, String)>,
}

impl Site {
    /// A server with this page at `/`, under a policy, with the package in `/portal/tiyao/`.
    pub fn new(page: &str, policy: &str) -> Self {
        Self {
            pages: vec![("/".into(), page.into())],
            policy: policy.into(),
            wasm_type: "application/wasm",
            folders: vec![("/portal/tiyao/".into(), "npm".into())],
        }
    }

    /// One more file of its own.
    pub fn with(mut self, path: &str, text: &str) -> Self {
        self.pages.push((path.into(), text.into()));
        self
    }

    /// One more folder of the build.
    pub fn with_folder(mut self, path: &str, folder: &str) -> Self {
        self.folders.push((path.into(), folder.into()));
        self
    }

    /// As a proxy that gives wasm another type.
    pub fn with_wasm_as(mut self, kind: &'static str) -> Self {
        self.wasm_type = kind;
        self
    }

    fn answer(&self, path: &str) -> Option<(&str, Vec<u8>)> {
        let kind = match Path::new(path).extension().and_then(|ending| ending.to_str()) {
            Some("js") => "text/javascript; charset=utf-8",
            Some("css") => "text/css; charset=utf-8",
            Some("wasm") => self.wasm_type,
            Some("txt") => "text/plain",
            Some("webmanifest") => "application/manifest+json",
            Some("svg") => "image/svg+xml",
            Some("png") => "image/png",
            _ => "text/html; charset=utf-8",
        };
        if let Some((_, text)) = self.pages.iter().find(|(own, _)| own == path) {
            return Some((kind, text.clone().into_bytes()));
        }
        let (rest, folder) =
            self.folders.iter().find_map(|(own, folder)| Some((path.strip_prefix(own.as_str())?, folder)))?;
        let file = Path::new(if rest.is_empty() { "index.html" } else { rest });
        let inside = file.components().all(|part| matches!(part, Component::Normal(_)));
        let body = inside.then(|| std::fs::read(dist().join(folder).join(file)).ok())??;
        let kind = if file.ends_with("index.html") { "text/html; charset=utf-8" } else { kind };
        Some((kind, body))
    }
}

/// A running server; it answers until the test's process ends.
#[derive(Clone)]
pub struct Host {
    /// Its address, with a `/` at its end.
    pub address: String,
    site: Arc<Mutex<Site>>,
    stopped: Arc<AtomicBool>,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Host {
    /// Starts a server on a free port of loopback.
    pub fn start(site: Site) -> Self {
        built("npm/tiyao.wasm");
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let address = format!("http://{}/", listener.local_addr().expect("an address"));
        let host = Self { address, site: Arc::new(Mutex::new(site)), stopped: Arc::default(), asked: Arc::default() };
        let own = host.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if own.stopped.load(Ordering::Relaxed) {
                    return;
                }
                let (site, asked) = (own.site.lock().expect("no test panics here").clone(), Arc::clone(&own.asked));
                // A browser that goes away in the middle of an answer is no failure.
                std::thread::spawn(move || respond(&stream, &site, &asked).ok());
            }
        });
        host
    }

    /// Ends the server: nobody listens at its address any more.
    pub fn stop(&self) {
        self.stopped.store(true, Ordering::Relaxed);
        // Wakes it, so that it sees that it ends; the next connection waits in vain for one that accepts it.
        while TcpStream::connect(self.address.trim_start_matches("http://").trim_end_matches('/')).is_ok() {
            std::thread::yield_now();
        }
    }

    /// Has it send something else from now on.
    pub fn send(&self, site: Site) {
        *self.site.lock().expect("no test panics here") = site;
    }

    /// The server's origin, as messages name it.
    pub fn origin(&self) -> &str {
        self.address.trim_end_matches('/')
    }

    /// The paths that were asked for, in order.
    pub fn asked(&self) -> Vec<String> {
        self.asked.lock().expect("no test panics here").clone()
    }
}

fn respond(mut stream: &TcpStream, site: &Site, asked: &Mutex<Vec<String>>) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    while lines.next().transpose()?.is_some_and(|line| !line.is_empty()) {}
    let path = request.split_whitespace().nth(1).unwrap_or("/").split(['?', '#']).next().unwrap_or("/").to_owned();
    let (status, (kind, body)) = match site.answer(&path) {
        Some(found) => ("200 OK", found),
        None => ("404 Not Found", ("text/html", b"<!doctype html>no such file".to_vec())),
    };
    asked.lock().expect("no test panics here").push(path);
    let policy = match site.policy.as_str() {
        "" => String::new(),
        policy => format!("Content-Security-Policy: {policy}\r\n"),
    };
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n{policy}Cache-Control: no-store\r\n\
         X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
        body.len()
    )?;
    stream.write_all(&body)
}

/// A page of such a server, open in a browser.
#[derive(Clone)]
pub struct Visit {
    /// The browser.
    pub session: Session,
    /// The server.
    pub host: Host,
}

/// Opens the page at `/` of a fresh server in every engine, runs `body`, and checks that the browser asked that server
/// alone and had nothing to complain of.
pub async fn visit<F, Done>(site: Site, look: Look, body: F)
where
    F: FnOnce(Visit) -> Done + Clone + Send + 'static,
    Done: Future<Output = WebDriverResult<()>> + Send + 'static,
{
    for engine in engines() {
        visit_in(engine, site.clone(), look, body.clone()).await;
    }
}

/// What [`visit`] does, in one engine.
pub async fn visit_in<F, Done>(engine: Engine, site: Site, look: Look, body: F)
where
    F: FnOnce(Visit) -> Done + Send + 'static,
    Done: Future<Output = WebDriverResult<()>> + Send + 'static,
{
    let host = Host::start(site);
    with_browser(engine, look, move |session| async move {
        session.driver.goto("about:blank").await?;
        requests(&session).await?;
        complaints(&session).await?;
        session.driver.goto(&host.address).await?;
        let open = Visit { session, host };
        body(open.clone()).await?;
        let asked = requests(&open.session).await?;
        let strangers: Vec<_> = asked.iter().filter(|at| !at.starts_with(&open.host.address)).collect();
        assert!(strangers.is_empty(), "the page asks for nothing but its own files: {strangers:?}");
        assert_eq!(complaints(&open.session).await?, Vec::<String>::new(), "the browser complains of nothing");
        Ok(())
    })
    .await;
}

impl Visit {
    /// The value of a script's `return`.
    pub async fn ask(&self, script: &str) -> WebDriverResult<Value> {
        self.session.ask(script, vec![]).await
    }

    /// Waits until the element that `css` selects has a digest.
    pub async fn until_read(&self, css: &str) -> WebDriverResult<()> {
        let script = "return (document.querySelector(arguments[0])?.digest ?? null) !== null";
        self.session.until(&format!("{css} has a digest"), script, vec![css.into()]).await
    }

    /// What `css` selects in the shadow of the first element, as its words.
    pub async fn shadow(&self, css: &str) -> WebDriverResult<Option<String>> {
        let script = "
            const found = document.querySelector('tiyao-digest').shadowRoot.querySelector(arguments[0]);
            return found ? found.textContent : null";
        Ok(self.session.ask(script, vec![css.into()]).await?.as_str().map(str::to_owned))
    }
}
