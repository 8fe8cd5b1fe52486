use serde_json::{Value, json};
use thirtyfour::prelude::*;
use tiyao::model::Language;
use tiyao::{Options, export};
use tiyao_browser_tests::host::{Site, TWO_FILES, Visit, visit};
use tiyao_browser_tests::session::WIDE;

use super::{ARTICLE, SCRIPT, page, plain};

/// Notes every event of the elements at the document, where bubbling and composed ones arrive.
const NOTE: &str = "
    window.noted = [];
    for (const name of ['ready', 'digest', 'factselect', 'error']) {
      document.addEventListener(name, (event) => {
        if (event instanceof CustomEvent) {
          noted.push([name, event.bubbles && event.composed, structuredClone(event.detail)]);
        }
      });
    }";

async fn set(open: &Visit, script: &str, until: &str) -> WebDriverResult<()> {
    open.ask(&format!("const element = document.querySelector('tiyao-digest'); {script}")).await?;
    let until = format!(
        "const element = document.querySelector('tiyao-digest'), root = element.shadowRoot,
               words = (css) => root.querySelector(css)?.textContent ?? ''; return {until}"
    );
    open.session.until(&format!("{script} → {until}"), &until, vec![]).await
}

#[tokio::test]
async fn every_attribute_does_its_work() {
    let site = Site::new(&plain(), TWO_FILES).with("/one.txt", "全县新建通村公路36公里。");
    visit(site, WIDE, |open| async move {
        open.until_read("tiyao-digest").await?;
        for (view, there, gone) in [
            ("reading", "#article", "#digest"),
            ("figures", "#figures", "#coverage"),
            ("findings", "#findings", "#figures"),
            ("digest", "#coverage", "#article"),
        ] {
            let until = format!("root.querySelector('{there}') !== null && root.querySelector('{gone}') === null");
            set(&open, &format!("element.setAttribute('view', '{view}')"), &until).await?;
        }
        for (lang, heading) in
            [("zh-Hans", "主要数据"), ("zh-Hant", "主要數據"), ("en", "Key figures"), ("fr", "Key figures")]
        {
            let until = format!("words('#figures h2') === '{heading}' && root.querySelector('.tiyao').lang !== 'fr'");
            set(&open, &format!("element.setAttribute('lang', '{lang}')"), &until).await?;
        }
        let ground = "getComputedStyle(root.querySelector('.tiyao')).backgroundColor";
        set(&open, "element.setAttribute('theme', 'dark')", &format!("{ground} === 'rgb(23, 24, 26)'")).await?;
        set(&open, "element.setAttribute('theme', 'light')", &format!("{ground} === 'rgb(251, 250, 246)'")).await?;
        set(&open, "element.setAttribute('date', '2017-01-10')", "element.digest?.options.date === '2017-01-10'")
            .await?;
        set(&open, "element.setAttribute('src', 'one.txt')", "element.digest?.source.name === 'one.txt'").await?;
        set(&open, "element.removeAttribute('src')", "element.digest?.facts.some((fact) => fact.value === 1280)").await
    })
    .await;
}

#[tokio::test]
async fn every_property_does_its_work_also_before_the_class() {
    let early = "
        const early = document.querySelector('tiyao-digest');
        early.text = '全市破获案件77件，建成星火小院12个。';
        early.terms = [{ term: '星火小院', kind: 'programme' }];
        early.view = 'figures';
        early.date = '2016';
        early.theme = 'dark';";
    let body = "<tiyao-digest></tiyao-digest><script src=\"early.js\"></script>";
    visit(Site::new(&page(SCRIPT, body), TWO_FILES).with("/early.js", early), WIDE, |open| async move {
        open.until_read("tiyao-digest").await?;
        let got = "
            const element = document.querySelector('tiyao-digest');
            return [Object.keys(element).length, element.text.length, element.terms.length, element.view, element.date, element.theme,
                    element.getAttribute('view'), element.digest.offsets, element.src,
                    element.digest.facts.some((fact) => fact.kind === 'programme' && fact.name === '星火小院')]";
        let expected = json!([0, 20, 1, "figures", "2016", "dark", "figures", "utf16", "", true]);
        assert_eq!(open.ask(got).await?, expected);
        set(&open, "element.text = '全市破获案件88件。'", "element.digest?.facts.some((fact) => fact.value === 88)").await?;
        set(&open, "element.view = 'nonsense'", "element.view === 'digest' && root.querySelector('#coverage') !== null").await?;
        set(&open, "element.view = null", "!element.hasAttribute('view')").await
    })
    .await;
}

#[tokio::test]
async fn methods_give_what_was_read() {
    visit(Site::new(&plain(), TWO_FILES), WIDE, |open| async move {
        let read = "return document.querySelector('tiyao-digest').analyse().then((digest) => digest.facts.length)";
        open.session.until("the element", "return customElements.get('tiyao-digest') !== undefined", vec![]).await?;
        assert!(open.ask(read).await?.as_u64() > Some(5));
        let text = "全市破获案件1280件，同比上升12.5%。";
        let digest = tiyao::read(text, &Options::default());
        for (form, written) in [
            ("json", export::json(&digest)),
            ("ndjson", export::ndjson(&digest)),
            ("csv", export::csv(&digest)),
            ("markdown", export::markdown(&digest, Language::English)),
            ("html", export::html(&digest, Language::English)),
            ("annotations", export::annotations(&digest)),
            ("findings", export::findings(&digest, Language::English)),
        ] {
            let script = "
                const element = document.querySelector('tiyao-digest');
                element.text = arguments[1];
                return element.exportAs(arguments[0])";
            let out = open.session.ask(script, vec![json!(form), json!(text)]).await?;
            if form == "annotations" {
                // The order of their fields is that of serde_json, which another crate of these tests asks to keep it.
                let read = |words: &str| serde_json::from_str::<Value>(words).expect("JSON");
                assert_eq!(read(out.as_str().unwrap_or_default()), read(&written));
                continue;
            }
            assert_eq!(out, json!(written), "{form}");
        }
        // An element that stands in no page reads too, and draws nothing.
        let alone = "
            const made = document.createElement('tiyao-digest');
            made.text = '破获案件99件。';
            return made.analyse().then(async (digest) => [digest.facts.length > 0, (await made.exportAs('csv')).includes('99'),
                made.shadowRoot.querySelector('.drawn').childNodes.length])";
        assert_eq!(open.ask(alone).await?, json!([true, true, 0]));
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn every_event_is_told_to_the_host() {
    let html =
        page(&format!("<script src=\"note.js\"></script>{SCRIPT}"), &format!("<tiyao-digest>{ARTICLE}</tiyao-digest>"));
    visit(Site::new(&html, TWO_FILES).with("/note.js", NOTE), WIDE, |open| async move {
        open.until_read("tiyao-digest").await?;
        let names = open.ask("return noted.map(([name, open]) => open && name)").await?;
        assert_eq!(names, json!(["ready", "digest"]));
        assert_eq!(open.ask("return noted[0][2].version").await?, json!(env!("CARGO_PKG_VERSION")));
        // A choice is told with its fact, and its words are selected where they stand in the host's own page.
        let choose = "
            const root = document.querySelector('tiyao-digest').shadowRoot;
            root.querySelector('#figures button.goto').click();
            const [name, , detail] = noted.at(-1);
            const text = root.host.digest, said = getSelection().toString();
            return [name, detail.fact.kind, detail.quote === said, said.length > 0, detail.start < detail.end,
                    root.querySelectorAll('.in-focus').length > 0, root.querySelector('.why').textContent.length > 0]";
        assert_eq!(open.ask(choose).await?, json!(["factselect", "figure", true, true, true, true, true]));
        let cancel = "
            getSelection().removeAllRanges();
            document.addEventListener('factselect', (event) => event.preventDefault(), { once: true });
            document.querySelector('tiyao-digest').shadowRoot.querySelector('#figures button.goto').click();
            return getSelection().toString()";
        assert_eq!(open.ask(cancel).await?, json!(""));
        set(&open, "element.date = 'tomorrow'", "noted.at(-1)[0] === 'error'").await?;
        let error: Value = open.ask("return noted.at(-1)").await?;
        assert_eq!((&error[1], &error[2]["code"]), (&json!(true), &json!("bad-option")));
        assert!(
            error[2]["message"].as_str().is_some_and(|words| words.contains("date") && words.ends_with('.')),
            "{error}"
        );
        Ok(())
    })
    .await;
}

/// In the article, steps go from fact to fact by the keyboard.
#[tokio::test]
async fn steps_lead_through_the_article() {
    let html = page(SCRIPT, &format!("<tiyao-digest view=\"reading\">{ARTICLE}</tiyao-digest>"));
    visit(Site::new(&html, TWO_FILES), WIDE, |open| async move {
        open.until_read("tiyao-digest").await?;
        let step = "
            const root = document.querySelector('tiyao-digest').shadowRoot;
            const chosen = [];
            document.addEventListener('factselect', (event) => chosen.push(event.detail.name));
            const [previous, next] = root.querySelectorAll('.steps button');
            next.click(); next.click(); previous.click();
            return [chosen.length, chosen[0] === chosen[2], chosen[0] !== chosen[1],
                    [previous, next].map((one) => one.getAttribute('aria-label'))]";
        assert_eq!(open.ask(step).await?, json!([3, true, true, ["Previous fact", "Next fact"]]));
        Ok(())
    })
    .await;
}

/// What is too long at first is shown whole when asked for.
#[tokio::test]
async fn long_articles_open_whole_when_asked() {
    visit(Site::new(&plain(), TWO_FILES), WIDE, |open| async move {
        open.until_read("tiyao-digest").await?;
        let lines = "root.querySelectorAll('#article > p, #article > h2, #article > h3').length";
        let long = "element.view = 'reading'; element.text = Array.from({ length: 500 }, (_, at) => `第${at}次巡查发现隐患${at}处。`).join('\\n')";
        set(&open, long, &format!("{lines} === 400")).await?;
        set(&open, "element.shadowRoot.querySelector('[data-more]').click()", &format!("{lines} === 500")).await
    })
    .await;
}
