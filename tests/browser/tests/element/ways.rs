use serde_json::{Value, json};
use tiyao_browser_tests::engine::{Engine, engines};
use tiyao_browser_tests::host::{Host, ONE_SCRIPT, Site, TWO_FILES, visit};
use tiyao_browser_tests::network::complaints;
use tiyao_browser_tests::session::{WIDE, with_browser};
use tiyao_browser_tests::{built, dist};

use super::{ARTICLE, SCRIPT, page, plain};

#[tokio::test]
async fn two_files_under_their_policy() {
    visit(Site::new(&plain(), TWO_FILES), WIDE, |open| async move {
        open.until_read("tiyao-digest").await?;
        assert!(open.shadow("#figures").await?.is_some_and(|words| words.contains("1280")), "the figures are drawn");
        assert_eq!(open.host.asked(), ["/", "/portal/tiyao/tiyao-element.js", "/portal/tiyao/tiyao.wasm"]);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn one_script_asks_for_nothing_more() {
    let script = "<script src=\"portal/tiyao/tiyao-element-inline.js\" defer></script>";
    let html = page(script, &format!("<tiyao-digest>{ARTICLE}</tiyao-digest>"));
    visit(Site::new(&html, ONE_SCRIPT), WIDE, |open| async move {
        open.until_read("tiyao-digest").await?;
        assert_eq!(open.host.asked(), ["/", "/portal/tiyao/tiyao-element-inline.js"]);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_wrong_type_of_wasm_and_another_folder_do_no_harm() {
    let script = "<script src=\"portal/tiyao/tiyao-element.js\" data-wasm=\"mirror/tiyao.wasm\" defer></script>";
    let html = page(script, &format!("<tiyao-digest>{ARTICLE}</tiyao-digest>"));
    let site = Site::new(&html, TWO_FILES).with_wasm_as("text/plain").with_folder("/mirror/", "npm");
    visit(site, WIDE, |open| async move {
        open.until_read("tiyao-digest").await?;
        assert!(open.host.asked().contains(&"/mirror/tiyao.wasm".to_owned()));
        Ok(())
    })
    .await;
}

/// The hash that the build wrote holds for its script; another one keeps the script from running, and the words stay.
#[tokio::test]
async fn hashes_hold_for_the_script() {
    let hashes = std::fs::read_to_string(built("npm/integrity.json")).expect("hashes");
    let hashes: Value = serde_json::from_str(&hashes).expect("JSON");
    let hash = hashes["tiyao-element.js"].as_str().expect("a hash");
    let tag = |hash: &str| SCRIPT.replace("<script", &format!("<script integrity=\"{hash}\""));
    let body = format!("<tiyao-digest>{ARTICLE}</tiyao-digest>");
    visit(
        Site::new(&page(&tag(hash), &body), TWO_FILES),
        WIDE,
        |open| async move { open.until_read("tiyao-digest").await },
    )
    .await;
    let wrong = format!("sha384-{}", "A".repeat(64));
    visit(Site::new(&page(&tag(&wrong), &body), TWO_FILES), WIDE, |open| async move {
        let kept =
            "return [customElements.get('tiyao-digest') === undefined, document.body.innerText.includes('1280')]";
        assert_eq!(open.ask(kept).await?, json!([true, true]));
        // Firefox tells of it in its console alone.
        if open.session.engine == Engine::Chromium {
            assert_eq!(complaints(&open.session).await?.len(), 1, "the browser names the hash");
        }
        Ok(())
    })
    .await;
}

/// A wasm that is not the one that was built with the script is not run.
#[tokio::test]
async fn the_script_s_hash_covers_the_wasm() {
    let script = "<script src=\"portal/tiyao/tiyao-element.js\" data-wasm=\"forged.wasm\" defer></script>";
    let html = page(script, &format!("<tiyao-digest>{ARTICLE}</tiyao-digest>"));
    visit(Site::new(&html, TWO_FILES).with("/forged.wasm", "\0asm\u{1}\0\0\0"), WIDE, |open| async move {
        let told =
            "return document.querySelector('tiyao-digest').shadowRoot.querySelector('.status').textContent !== ''";
        open.session.until("a sentence", told, vec![]).await?;
        assert!(open.shadow(".status").await?.is_some_and(|words| words.contains("cannot be fetched")));
        if open.session.engine == Engine::Chromium {
            assert!(!complaints(&open.session).await?.is_empty(), "the browser names the hash");
        }
        Ok(())
    })
    .await;
}

/// The self-test names in words what a policy or a server lacks.
#[tokio::test]
async fn the_self_test_names_what_is_missing() {
    let cases = [
        (TWO_FILES.to_owned(), "application/wasm", "good", ""),
        (TWO_FILES.to_owned(), "text/plain", "good", "“text/plain”"),
        (
            TWO_FILES.replace(" 'wasm-unsafe-eval'", ""),
            "application/wasm",
            "bad",
            "script-src lacks 'wasm-unsafe-eval'",
        ),
        (TWO_FILES.replace(" connect-src 'self';", ""), "application/wasm", "bad", "lacks connect-src 'self'"),
        (TWO_FILES.replace("'self' 'wasm", "'none' 'wasm"), "application/wasm", "", "script-src lacks 'self'"),
    ];
    let all = engines().into_iter().flat_map(|engine| cases.iter().map(move |case| (engine, case.clone())));
    for (engine, (policy, kind, verdict, words)) in all {
        let host = Host::start(Site::new("", &policy).with_wasm_as(kind));
        with_browser(engine, WIDE, move |session| async move {
            session.driver.goto(format!("{}portal/tiyao/check.html", host.address)).await?;
            let done = "return document.documentElement.dataset.done === (arguments[0] || undefined)";
            session.until(words, done, vec![json!(verdict)]).await?;
            let said = session.ask("return document.body.innerText", vec![]).await?;
            assert!(said.as_str().is_some_and(|said| said.contains(words)), "{policy}: {said}");
            Ok(())
        })
        .await;
    }
}

/// Where the browser lacks what the element is made of, one sentence says so, and the words in the slot stay.
#[tokio::test]
async fn an_older_browser_gets_one_sentence() {
    let older = "delete CSSStyleSheet.prototype.replaceSync;";
    let head = format!("<script src=\"older.js\"></script>{SCRIPT}");
    let html = page(&head, &format!("<tiyao-digest>{ARTICLE}</tiyao-digest>"));
    visit(Site::new(&html, TWO_FILES).with("/older.js", older), WIDE, |open| async move {
        open.session.until("the element", "return customElements.get('tiyao-digest') !== undefined", vec![]).await?;
        assert!(
            open.shadow("p")
                .await?
                .is_some_and(|words| words.contains("too old") && words.contains("Chrome or Edge 111"))
        );
        let shown =
            open.ask("return document.querySelector('tiyao-digest p').getBoundingClientRect().height > 0").await?;
        assert_eq!(shown, json!(true));
        Ok(())
    })
    .await;
    let script = std::fs::read_to_string(dist().join("npm/tiyao-element.js")).expect("the script");
    assert!(script.contains("Firefox 113") && script.contains("Safari 16.4"), "the sentence names the oldest browsers");
}
