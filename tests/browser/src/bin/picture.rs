//! Takes the pictures of the page that README.md shows: `cargo run -p tiyao-browser-tests --bin picture`. They lie in `docs`
//! as the browser gives them; `pngquant` halves them.

use tiyao_browser_tests::engine::Engine;
use tiyao_browser_tests::page::{Place, with_page_in};
use tiyao_browser_tests::session::Look;
use tiyao_browser_tests::top;

/// A picture: which key figure of a sample is opened, and how the page is looked at.
struct Picture {
    file: &'static str,
    language: &'static str,
    sample: &'static str,
    /// Counted from 0.
    figure: usize,
    look: Look,
}

static PICTURES: [Picture; 3] = [
    Picture {
        file: "docs/page.png",
        language: "#language-zh-Hans",
        sample: "suizhou-2023",
        figure: 3,
        look: Look { width: 1440, dark: false },
    },
    Picture {
        file: "docs/page-dark.png",
        language: "#language-zh-Hant",
        sample: "chongqing-2022",
        figure: 3,
        look: Look { width: 1440, dark: true },
    },
    Picture {
        file: "docs/page-phone.png",
        language: "#language-en",
        sample: "zhoukou-2017",
        figure: 3,
        look: Look { width: 400, dark: false },
    },
];

#[tokio::main]
async fn main() {
    for picture in &PICTURES {
        with_page_in(Engine::Chromium, Place::Disk, picture.look, move |page| async move {
            page.click(picture.language).await?;
            page.sample(picture.sample).await?;
            if picture.look.width < 700 {
                page.click("#tab-digest").await?;
            }
            let figure = page.key_figures().await?[picture.figure];
            page.click(&format!("#figures [data-goto=\"{figure}\"]")).await?;
            page.until_in_focus(&format!("#article [data-fact-id=\"{figure}\"]")).await?;
            page.session.driver.screenshot(&top().join(picture.file)).await
        })
        .await;
    }
}
