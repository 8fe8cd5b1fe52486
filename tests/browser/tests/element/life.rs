use serde_json::{Value, json};
use thirtyfour::prelude::*;
use tiyao_browser_tests::engine::Engine;
use tiyao_browser_tests::host::{Site, TWO_FILES, Visit, visit};
use tiyao_browser_tests::session::WIDE;

use super::{ARTICLE, SCRIPT, page, plain};

/// Lets the page tell how large the wasm's memory is.
const WATCH: &str = "
    const Instance = WebAssembly.Instance;
    WebAssembly.Instance = function (...given) {
      const made = new Instance(...given);
      window.memory = made.exports.memory;
      window.instances = (window.instances ?? 0) + 1;
      return made;
    };";

#[tokio::test]
async fn twenty_elements_share_one_wasm() {
    let body = format!("<tiyao-digest>{ARTICLE}</tiyao-digest>").repeat(20);
    let head = format!("<script src=\"watch.js\"></script>{SCRIPT}");
    visit(Site::new(&page(&head, &body), TWO_FILES).with("/watch.js", WATCH), WIDE, |open| async move {
        let all = "return [...document.querySelectorAll('tiyao-digest')].every((one) => one.digest)";
        open.session.until("twenty digests", all, vec![]).await?;
        let wasm = open.host.asked().iter().filter(|path| path.ends_with(".wasm")).count();
        assert_eq!((wasm, open.ask("return instances").await?), (1, json!(1)));
        let drawn = "return [...document.querySelectorAll('tiyao-digest')].every((one) => one.shadowRoot.querySelector('#figures'))";
        assert_eq!(open.ask(drawn).await?, json!(true));
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn two_scripts_on_a_page_do_no_harm() {
    let again = "<script src=\"again/tiyao-element-inline.js\" defer></script><script src=\"again/tiyao-element.js\" defer></script>";
    let html = page(&format!("{SCRIPT}{again}"), &format!("<tiyao-digest>{ARTICLE}</tiyao-digest>"));
    let site = Site::new(&html, TWO_FILES).with_folder("/again/", "npm");
    visit(site, WIDE, |open| async move {
        open.until_read("tiyao-digest").await?;
        assert_eq!(open.host.asked().iter().filter(|path| path.ends_with(".wasm")).count(), 1);
        Ok(())
    })
    .await;
}

/// What is alive after the garbage is collected: nodes, listeners, bytes of JavaScript, bytes of the wasm's memory.
/// Firefox tells a page of the last one alone.
async fn alive(open: &Visit) -> WebDriverResult<[f64; 4]> {
    let wasm = open.ask("return memory.buffer.byteLength").await?.as_f64().expect("a number");
    if open.session.engine == Engine::Firefox {
        return Ok([0.0, 0.0, 0.0, wasm]);
    }
    for _ in 0..3 {
        open.session.tell("HeapProfiler.collectGarbage", json!({})).await?;
    }
    let counters = open.session.tell("Memory.getDOMCounters", json!({})).await?;
    let heap = open.session.tell("Runtime.getHeapUsage", json!({})).await?;
    let number = |value: &Value| value.as_f64().expect("a number");
    Ok([number(&counters["nodes"]), number(&counters["jsEventListeners"]), number(&heap["usedSize"]), wasm])
}

/// An element is made, read, put elsewhere and taken away, again and again.
const ROUNDS: &str = "
    return (async (count) => {
    const [left, right] = document.querySelectorAll('section');
    const read = (element) => new Promise((done) => element.addEventListener('digest', done, { once: true }));
    for (let at = 0; at < count; at++) {
      const element = document.createElement('tiyao-digest');
      element.text = `第${at}号：全市共破获案件1280件，同比上升12.5%。`;
      left.append(element);
      await read(element);
      right.append(element);
      await Promise.resolve();
      element.remove();
      await Promise.resolve();
      if (at % 2) {
        left.append(element);
        await Promise.resolve();
        element.remove();
      }
    }
    return document.querySelectorAll('tiyao-digest').length;
    })(...arguments)";

#[tokio::test]
async fn a_thousand_lives_leave_nothing() {
    let head = format!("<script src=\"watch.js\"></script>{SCRIPT}");
    let html = page(&head, "<section></section><section></section>");
    visit(Site::new(&html, TWO_FILES).with("/watch.js", WATCH), WIDE, |open| async move {
        let rounds = async || open.session.ask(ROUNDS, vec![json!(100)]).await;
        open.session.until("the element", "return customElements.get('tiyao-digest') !== undefined", vec![]).await?;
        rounds().await?;
        let before = alive(&open).await?;
        for _ in 0..10 {
            assert_eq!(rounds().await?, json!(0));
        }
        let after = alive(&open).await?;
        let [nodes, listeners, heap, wasm] = std::array::from_fn(|at| after[at] - before[at]);
        assert!(nodes <= 60.0, "{nodes} more nodes: {before:?} → {after:?}");
        assert!(listeners <= 20.0, "{listeners} more listeners: {before:?} → {after:?}");
        assert!(heap <= 1_000_000.0, "{heap} more bytes of JavaScript: {before:?} → {after:?}");
        assert!(wasm <= 0.0, "{wasm} more bytes of wasm: {before:?} → {after:?}");
        Ok(())
    })
    .await;
}

/// Words that the host changes in the slot are read anew; an element that is moved keeps what was drawn.
#[tokio::test]
async fn the_slot_and_moves_are_followed() {
    visit(Site::new(&plain(), TWO_FILES), WIDE, |open| async move {
        open.until_read("tiyao-digest").await?;
        let moved = "
            const element = document.querySelector('tiyao-digest'), drawn = element.shadowRoot.querySelector('#figures');
            document.body.append(document.createElement('section'));
            document.querySelector('section').append(element);
            return Promise.resolve().then(() => element.shadowRoot.querySelector('#figures') === drawn)";
        assert_eq!(open.ask(moved).await?, json!(true));
        open.ask("document.querySelector('tiyao-digest p').textContent = '全市破获案件4321件。'").await?;
        let read = "return document.querySelector('tiyao-digest').digest?.facts.some((fact) => fact.value === 4321)";
        open.session.until("the new words", read, vec![]).await
    })
    .await;
}
