use serde_json::json;
use tiyao_browser_tests::host::{Site, TWO_FILES, visit};
use tiyao_browser_tests::session::{Look, WIDE};
use tiyao_browser_tests::top;

use super::{ARTICLE, SCRIPT, page};

/// The styles of a host that means all elements of its page.
const HEAVY: &str = "
    * { color: rgb(1, 2, 3); font: 31px monospace; letter-spacing: 9px; text-transform: uppercase; background: rgb(200, 0, 0);
        border: 7px solid; margin: 11px; padding: 13px; line-height: 4; --ink: red; --paper: blue; }
    html, body { font-size: 40px; text-align: right; direction: ltr; white-space: pre; word-spacing: 20px; }
    h2, table, td, button, p { display: inline !important; float: left; }
    .group, .goto, .tiyao, #digest, #figures { display: none !important; }";

/// What the element's insides look like.
const LOOKS: &str = "
    const root = document.querySelector('tiyao-digest').shadowRoot;
    const look = (css) => {
      const style = getComputedStyle(root.querySelector(css));
      return ['color', 'fontSize', 'fontFamily', 'letterSpacing', 'textTransform', 'backgroundColor', 'display', 'textAlign',
              'lineHeight', 'whiteSpace', 'wordSpacing', 'marginTop', 'borderTopWidth'].map((name) => style[name]);
    };
    return ['.tiyao', '#digest', '.group', '#figures h2', '#figures td', '#figures .goto'].map(look)";

#[tokio::test]
async fn the_host_s_styles_stay_outside_and_ours_inside() {
    let mut looks = Vec::new();
    for styles in ["", HEAVY] {
        let head = format!("<link rel=\"stylesheet\" href=\"host.css\">{SCRIPT}");
        let body = format!("<div id=\"figures\" class=\"group\">host</div><tiyao-digest>{ARTICLE}</tiyao-digest>");
        let site = Site::new(&page(&head, &body), TWO_FILES).with("/host.css", styles);
        let (sent, found) = std::sync::mpsc::channel();
        visit(site, WIDE, move |open| async move {
            open.until_read("tiyao-digest").await?;
            sent.send(open.ask(LOOKS).await?).expect("the test waits");
            if styles.is_empty() {
                let own = "
                    const style = getComputedStyle(document.querySelector('div.group'));
                    return [style.paddingTop, style.display, document.adoptedStyleSheets.length, document.querySelectorAll('style').length]";
                assert_eq!(open.ask(own).await?, json!(["0px", "block", 0, 0]), "nothing of ours leaves the element");
            }
            Ok(())
        })
        .await;
        looks.push(found.recv().expect("the looks"));
    }
    assert_eq!(looks[0], looks[1], "nothing of the host's comes in");
}

#[tokio::test]
async fn axe_finds_nothing_in_the_element() {
    let axe = top().join("embed/node_modules/axe-core/axe.min.js");
    let axe =
        std::fs::read_to_string(axe).expect("axe-core is missing: ./test.sh installs it, or run npm install in embed/");
    for dark in [false, true] {
        let head = format!("<link rel=\"stylesheet\" href=\"host.css\">{SCRIPT}");
        let views = ["digest", "reading", "figures", "findings"];
        let body: String = views
            .map(|view| format!("<tiyao-digest lang=\"zh-Hans\" view=\"{view}\">{ARTICLE}</tiyao-digest>"))
            .concat();
        let foreign = "body { font: 13px serif; color: #555; line-height: 1.2 } h2 { color: #b8232b }";
        let axe = axe.clone();
        visit(
            Site::new(&page(&head, &format!("<main><h1>Portal</h1>{body}</main>")), TWO_FILES).with("/host.css", foreign),
            Look { width: 1000, dark },
            move |open| async move {
                let all = "return [...document.querySelectorAll('tiyao-digest')].every((one) => one.digest)";
                open.session.until("all digests", all, vec![]).await?;
                let choose = "document.querySelectorAll('tiyao-digest').forEach((one) => one.shadowRoot.querySelector('button.goto, [data-mark]').click())";
                open.ask(choose).await?;
                let run = format!(
                    "{axe}; return window.axe.run('tiyao-digest').then((found) => found.violations.map((one) =>
                        `${{one.id}}: ${{one.nodes.map((node) => node.target.join(' ') + ' ' + node.html.slice(0, 120)).join(' | ')}}`))"
                );
                assert_eq!(open.ask(&run).await?, json!([]), "dark: {dark}");
                Ok(())
            },
        )
        .await;
    }
}
