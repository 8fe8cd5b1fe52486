//! How fast the page is in real Chromium: `cargo bench -p tiyao-browser-tests` prints what opening, pasting, reading many
//! articles and the table of all figures take, and what the package's wasm takes to read a text with nothing drawn; it fails
//! where one takes longer than its limit.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::{Arc, Mutex};

use serde_json::json;
use thirtyfour::prelude::WebDriverResult;
use tiyao_browser_tests::engine::Engine;
use tiyao_browser_tests::host::{Site, Visit, visit_in};
use tiyao_browser_tests::library::File;
use tiyao_browser_tests::page::{Page, Place, with_page_in};
use tiyao_browser_tests::session::WIDE;
use tiyao_browser_tests::{library, seeds, top};

/// How often each seed is opened; the least counts.
const RUNS: usize = 7;
/// How often the package reads each seed, and how often in a row: a browser's clock is coarse.
const READINGS: (usize, usize) = (40, 5);
/// The fewest characters a second that are read with nothing drawn.
const LEAST_SPEED: f64 = 1e6;
/// So many articles are dropped at once.
const ARTICLES: usize = 200;

/// What was measured: what it is, the value, the most it may be.
type Row = (String, f64, f64);

/// Notes the longest time between two looks at the clock: so long an input event would have waited.
const WATCH: &str = "
    globalThis.longest = 0;
    const channel = new MessageChannel();
    let last = performance.now();
    channel.port1.onmessage = () => {
        const now = performance.now();
        globalThis.longest = Math.max(globalThis.longest, now - last);
        last = now;
        setTimeout(() => channel.port2.postMessage(null), 1);
    };
    channel.port2.postMessage(null)";

/// A page that reads texts with the package and gives the least milliseconds that one takes.
const READER: &str = "<!doctype html><link rel=icon href='data:,'><script type=module>
    import { init, openText } from '/portal/tiyao/read.js';
    await init('/portal/tiyao/tiyao.wasm');
    globalThis.least = (text, runs, row) => {
        let least = Infinity;
        for (let run = 0; run < runs; run++) {
            const begun = performance.now();
            for (let at = 0; at < row; at++) {
                openText(text).free();
            }
            least = Math.min(least, (performance.now() - begun) / row);
        }
        return least;
    };
</script>";

#[tokio::main]
async fn main() -> ExitCode {
    let rows: Arc<Mutex<Vec<Row>>> = Arc::default();
    let kept = rows.clone();
    visit_in(Engine::Chromium, Site::new(READER, ""), WIDE, move |visit| async move {
        visit.session.until("the package is ready", "return 'least' in globalThis", vec![]).await?;
        for name in seeds::NAMES {
            let row = alone(&visit, name).await?;
            kept.lock().expect("rows").push(row);
        }
        Ok(())
    })
    .await;
    let kept = rows.clone();
    with_page_in(Engine::Chromium, Place::Disk, WIDE, move |page| async move {
        let mut found = vec![("first open of the one file to usable, ms".to_owned(), opened(&page).await?, 500.0)];
        for name in seeds::NAMES {
            let least = sample(&page, name).await?;
            let speed = seeds::text(name).chars().count() as f64 / least * 1000.0;
            found.push((format!("{name}: event to drawn page, ms ({speed:.0} characters a second)"), least, 50.0));
        }
        found.extend(many(&page).await?);
        kept.lock().expect("rows").extend(found);
        Ok(())
    })
    .await;
    let mut slow = false;
    for (what, value, most) in rows.lock().expect("rows").iter() {
        let verdict = if value > most { "over its limit" } else { "" };
        println!("{value:10.1} of {most:6.0}  {what}  {verdict}");
        slow |= value > most;
    }
    if slow { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// The whole digest of a seed in the package's wasm, nothing drawn.
async fn alone(visit: &Visit, name: &str) -> WebDriverResult<Row> {
    let text = seeds::text(name);
    let script = "return globalThis.least(...arguments)";
    let least = visit.session.ask(script, vec![json!(text), json!(READINGS.0), json!(READINGS.1)]).await?;
    let (characters, least) = (text.chars().count() as f64, least.as_f64().unwrap_or(f64::INFINITY));
    let speed = characters / least * 1000.0;
    Ok((
        format!("{name}: read with nothing drawn, ms ({speed:.0} characters a second)"),
        least,
        characters / LEAST_SPEED * 1e3,
    ))
}

async fn number(page: &Page, script: &str) -> WebDriverResult<f64> {
    Ok(page.session.ask(script, vec![]).await?.as_f64().unwrap_or(f64::INFINITY))
}

/// From the navigation until the page listens; the least of some openings.
async fn opened(page: &Page) -> WebDriverResult<f64> {
    let watch = "new MutationObserver(() => {
            if (document.documentElement.hasAttribute('data-ready')) globalThis.usable ??= performance.now();
        }).observe(document, { attributes: true, subtree: true, childList: true })";
    page.session.tell("Page.addScriptToEvaluateOnNewDocument", json!({ "source": watch })).await?;
    let mut least = f64::INFINITY;
    for _ in 0..RUNS {
        page.reopen().await?;
        least = least.min(number(page, "return globalThis.usable").await?);
    }
    Ok(least)
}

async fn sample(page: &Page, name: &str) -> WebDriverResult<f64> {
    let mut least = f64::INFINITY;
    for _ in 0..RUNS {
        page.sample(name).await?;
        least = least.min(number(page, "return Number(document.documentElement.dataset.milliseconds)").await?);
        page.close().await?;
    }
    Ok(least)
}

/// Drops the articles, then scrolls and filters the table of their figures.
async fn many(page: &Page) -> WebDriverResult<Vec<Row>> {
    page.session.ask(WATCH, vec![]).await?;
    let begun = std::time::Instant::now();
    let files = articles();
    let handed = begun.elapsed();
    page.drop_files(&files).await?;
    page.session.ask("globalThis.longest = 0", vec![]).await?;
    page.until_all_read().await?;
    let seconds = (begun.elapsed() - handed).as_secs_f64();
    let waited = number(page, "return globalThis.longest").await?;
    let megabytes = number(page, "return performance.memory.totalJSHeapSize / 1e6").await?;
    page.click("#to-corpus").await?;
    let (_, figures) = page.table_count().await?;
    page.session.ask("globalThis.longest = 0", vec![]).await?;
    for step in 0..40 {
        let script = "document.querySelector('#corpus-scroll').scrollTop = arguments[0] * 3000";
        page.session.ask(script, vec![json!(step)]).await?;
    }
    let scrolled = number(page, "return globalThis.longest").await?;
    page.session.ask("globalThis.longest = 0", vec![]).await?;
    for words in ["增", "增长", "增长 2", "增长 20", "增长", ""] {
        page.type_into("#filter", words).await?;
    }
    let filtered = number(page, "return globalThis.longest").await?;
    Ok(vec![
        (format!("{} articles dropped at once: all read, seconds", files.len()), seconds, 60.0),
        ("  longest wait of an input meanwhile, ms".to_owned(), waited, 100.0),
        ("  memory of the page's scripts, MB".to_owned(), megabytes, 500.0),
        (format!("{figures} figures: longest wait while scrolling, ms"), scrolled, 100.0),
        ("  longest wait while filtering, ms".to_owned(), filtered, 100.0),
    ])
}

/// The texts of the folder that `TIYAO_CORPUS` names, or of `../shared/corpus` beside the checkout, again and again with
/// another last line; the seeds where there is no such folder.
fn articles() -> Vec<File> {
    let folder = std::env::var_os("TIYAO_CORPUS").map_or_else(|| top().join("../shared/corpus"), PathBuf::from);
    let mut texts = Vec::new();
    gather(&folder, &mut texts);
    if texts.is_empty() {
        texts = library::seeds();
    }
    texts.sort();
    let numbered = |at: usize| {
        let (name, bytes) = &texts[at % texts.len()];
        (format!("{at}-{name}"), [bytes.as_slice(), at.to_string().as_bytes()].concat())
    };
    (0..ARTICLES).map(numbered).collect()
}

fn gather(folder: &Path, texts: &mut Vec<File>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            gather(&path, texts);
        } else if path.extension().is_some_and(|ending| ending == "txt" || ending == "html")
            && let Ok(bytes) = std::fs::read(&path)
        {
            texts.push((path.file_name().unwrap_or_default().to_string_lossy().into_owned(), bytes));
        }
    }
}
