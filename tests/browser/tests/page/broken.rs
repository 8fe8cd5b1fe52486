use serde_json::json;
use tiyao_browser_tests::built;
use tiyao_browser_tests::engine::Engine;
use tiyao_browser_tests::host::{Site, visit};
use tiyao_browser_tests::network::complaints;
use tiyao_browser_tests::page::{PLACES, with_page_in};
use tiyao_browser_tests::session::WIDE;

/// Lets the page's own wasm trap, as a panic does, outside of any JavaScript that would catch it.
const TRAP: &str = "
    const later = arguments[0] === 'task' ? (step) => Promise.resolve().then(step) : setTimeout;
    const start = window.wasmBindings?.default ?? window.eval('wasm_bindgen');
    start().then((exports) => later(() => exports.__wbindgen_malloc(-1, 8)))";

#[tokio::test]
async fn a_trap_is_told_in_one_sentence() {
    for (place, from) in PLACES.into_iter().zip(["listener", "task"]) {
        // Firefox's driver does not reach what a classic script keeps to itself.
        with_page_in(Engine::Chromium, place, WIDE, move |page| async move {
            page.sample("huaian-2017").await?;
            assert!(!page.has(".broken").await?);
            for _ in 0..2 {
                page.session.ask(TRAP, vec![json!(from)]).await?;
            }
            let told = "return document.querySelectorAll('.broken').length === 1";
            page.session.until("the sentence", told, vec![]).await?;
            assert!(
                page.words(".broken").await?.contains("open it again"),
                "the browser of the tests asks for English"
            );
            assert!(page.has("#article").await?, "what was read stays to be read");
            let noted = complaints(&page.session).await?;
            assert!(
                noted.iter().all(|line| line.contains("RuntimeError")
                    || line.contains("out of bounds")
                    || line.contains("unreachable")),
                "{noted:?}"
            );
            Ok(())
        })
        .await;
    }
}

#[tokio::test]
async fn a_file_that_is_cut_off_says_so() {
    let file = std::fs::read_to_string(built("tiyao.html")).expect("the one file is built");
    let half: String = file.chars().take(file.len() / 2).collect();
    visit(Site::new(&half, ""), WIDE, |visit| async move {
        let told = "
            const late = document.getElementById('late');
            return getComputedStyle(late).visibility === 'visible' && late.textContent.includes('may be incomplete')";
        visit.session.until("the sentence", told, vec![]).await
    })
    .await;
}
