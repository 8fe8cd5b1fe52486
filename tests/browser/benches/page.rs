//! How fast the page is in real Chromium: `cargo bench -p tiyao-browser-tests` prints what each seed takes from the event
//! to the drawn page, and fails where one takes longer than its limit.

use std::process::ExitCode;
use std::sync::{Arc, Mutex};

use tiyao_browser_tests::page::{Place, with_page};
use tiyao_browser_tests::seeds;
use tiyao_browser_tests::session::WIDE;

/// Milliseconds from the event to the drawn page, for a seed.
const MOST_MILLISECONDS: f64 = 50.0;
/// How often each seed is opened; the least counts.
const RUNS: usize = 7;

#[tokio::main]
async fn main() -> ExitCode {
    let rows: Arc<Mutex<Vec<(&str, f64)>>> = Arc::default();
    let kept = rows.clone();
    with_page(Place::Disk, WIDE, move |page| async move {
        for name in seeds::NAMES {
            let mut least = f64::INFINITY;
            for _ in 0..RUNS {
                page.sample(name).await?;
                let script = "return Number(document.documentElement.dataset.milliseconds)";
                least = least.min(page.session.ask(script, vec![]).await?.as_f64().unwrap_or(f64::INFINITY));
                page.close().await?;
            }
            kept.lock().expect("rows").push((name, least));
        }
        Ok(())
    })
    .await;
    println!("from the event to the drawn page, milliseconds; characters a second with drawing");
    let mut slow = false;
    for (name, milliseconds) in rows.lock().expect("rows").iter() {
        let speed = seeds::text(name).chars().count() as f64 / milliseconds * 1000.0;
        println!("  {name:<18}{milliseconds:7.1}  {speed:10.0}");
        slow |= *milliseconds > MOST_MILLISECONDS;
    }
    if slow { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
