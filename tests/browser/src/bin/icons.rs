//! Draws the icons that the installed page has, from the one drawing: `cargo run -p tiyao-browser-tests --bin icons`.

use serde_json::json;
use thirtyfour::error::WebDriverResult;
use tiyao_browser_tests::engine::Engine;
use tiyao_browser_tests::session::{Session, WIDE, with_browser};
use tiyao_browser_tests::top;

/// Each icon: its file, its side in pixels, whether its ground fills the whole square, to be cut as a system likes.
const ICONS: [(&str, u32, bool); 3] =
    [("icon-192.png", 192, false), ("icon-512.png", 512, false), ("icon-maskable-512.png", 512, true)];

#[tokio::main]
async fn main() {
    with_browser(Engine::Chromium, WIDE, |session| async move {
        for (name, side, whole) in ICONS {
            draw(&session, name, side, whole).await?;
        }
        Ok(())
    })
    .await;
}

async fn draw(session: &Session, name: &str, side: u32, whole: bool) -> WebDriverResult<()> {
    let folder = top().join("web/icons");
    let mut drawing = std::fs::read_to_string(folder.join("icon.svg")).expect("the drawing");
    if whole {
        drawing = drawing.replace(" rx=\"96\"", "");
    }
    let page = session.folder.join("icon.html");
    let styles = "<!doctype html><style>body{margin:0}svg{display:block;width:100vw}</style>";
    std::fs::write(&page, format!("{styles}{drawing}")).expect("the page is written");
    let metrics = json!({"width": side, "height": side, "deviceScaleFactor": 1, "mobile": false});
    session.tell("Emulation.setDeviceMetricsOverride", metrics).await?;
    let clear = json!({"color": {"r": 0, "g": 0, "b": 0, "a": 0}});
    session.tell("Emulation.setDefaultBackgroundColorOverride", clear).await?;
    session.driver.goto(format!("file://{}", page.display())).await?;
    session.driver.screenshot(&folder.join(name)).await
}
