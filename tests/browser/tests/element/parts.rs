use std::future::Future;

use serde_json::{Value, json};
use thirtyfour::error::WebDriverResult;
use tiyao_browser_tests::host::{Site, TWO_FILES, Visit, visit};
use tiyao_browser_tests::session::WIDE;
use tiyao_browser_tests::top;

use super::{ARTICLE, SCRIPT, page};

/// The elements of the page beside one for each view: changes up and down, a Traditional article, and one that is given
/// what it cannot read.
const ELEMENTS: &str = "<tiyao-digest><p>全市破获刑事案件1280件，同比上升12.5%；受理治安案件330件，同比下降8.1%；\
     发生火灾12起，同比下降20%。</p></tiyao-digest><tiyao-digest view=\"reading\" lang=\"zh-Hant\"><p>全市共破獲刑事案件1280件，同比上升12.5%；\
     受理信訪案件44752件，辦結41381件。</p></tiyao-digest><tiyao-digest id=\"failed\">破获案件12件。</tiyao-digest>";

/// Chooses a fact in each element, and gives one a number for its text.
const PREPARE: &str = "
    document.querySelector('#failed').text = 12;
    for (const one of document.querySelectorAll('tiyao-digest')) {
        one.shadowRoot.querySelector('button.goto, [data-mark]')?.click();
    }";

/// What the manifest lists under a name, each entry by its own name, with its number.
fn listed(kind: &str) -> Vec<(usize, String)> {
    let manifest = std::fs::read_to_string(top().join("embed/package/custom-elements.json")).expect("the manifest");
    let manifest: Value = serde_json::from_str(&manifest).expect("JSON");
    let entries = manifest["modules"][0]["declarations"][0][kind].as_array().expect("a list").clone();
    let names = entries.iter().map(|entry| entry["name"].as_str().expect("a name").to_owned());
    names.enumerate().collect()
}

/// The page of a host with this sheet, its elements read, a fact chosen in each, one of them in error.
async fn styled<F, Done>(sheet: String, body: F)
where
    F: FnOnce(Visit) -> Done + Clone + Send + 'static,
    Done: Future<Output = WebDriverResult<()>> + Send + 'static,
{
    let head = format!("<link rel=\"stylesheet\" href=\"host.css\">{SCRIPT}");
    let views = ["digest", "reading", "figures", "findings"];
    let views = views.map(|view| format!("<tiyao-digest view=\"{view}\">{ARTICLE}</tiyao-digest>")).concat();
    let site = Site::new(&page(&head, &(views + ELEMENTS)), TWO_FILES).with("/host.css", &sheet);
    visit(site, WIDE, move |open| async move {
        let all = "return [...document.querySelectorAll('tiyao-digest')].every((one) => one.digest)";
        open.session.until("all digests", all, vec![]).await?;
        open.ask(PREPARE).await?;
        let failed = "return !document.querySelector('#failed').shadowRoot.querySelector('[part~=status]').hidden";
        open.session.until("the sentence of an error", failed, vec![]).await?;
        body(open).await
    })
    .await;
}

/// For each part: how many elements that are seen carry it, and whether the host's sheet changes all of them to what it
/// says. The sheet counts where the element has the part's name as `data-try`.
const PARTS: &str = "
    const hosts = [...document.querySelectorAll('tiyao-digest')];
    const look = (one) => {
        const style = getComputedStyle(one);
        return [style.color, style.outlineColor, style.paddingLeft, style.fontStyle].join(' ');
    };
    return arguments[0].map(([number, part]) => {
        const carry = hosts.flatMap((host) => [...host.shadowRoot.querySelectorAll(`[part~='${part}']`)])
            .filter((one) => one.checkVisibility() && one.getClientRects().length > 0);
        const before = carry.map(look);
        hosts.forEach((host) => host.dataset.try = part);
        const after = carry.map(look);
        hosts.forEach((host) => delete host.dataset.try);
        const meant = `rgb(1, 2, ${number}) rgb(3, 4, ${number}) ${30 + number}px italic`;
        return [part, carry.length > 0, before.every((one) => one !== meant), after.every((one) => one === meant)];
    })";

/// The names of all parts that the elements' insides carry.
const CARRIED: &str = "
    const carry = [...document.querySelectorAll('tiyao-digest')]
        .flatMap((host) => [...host.shadowRoot.querySelectorAll('[part]')]).flatMap((one) => [...one.part]);
    return [...new Set(carry)].sort()";

#[tokio::test]
async fn every_part_is_the_host_s_to_style() {
    let parts = listed("cssParts");
    let rules = parts.iter().map(|(number, part)| {
        let padding = 30 + number;
        format!(
            "tiyao-digest[data-try='{part}']::part({part}) {{ color: rgb(1, 2, {number}); outline: 2px solid rgb(3, 4, {number}); \
             padding-left: {padding}px; font-style: italic }}\n"
        )
    });
    styled(rules.collect(), |open| async move {
        let found = open.session.ask(PARTS, vec![json!(parts)]).await?;
        let meant: Vec<_> = parts.iter().map(|(_, part)| json!([part, true, true, true])).collect();
        assert_eq!(found, json!(meant), "[part, is seen, was another, is as the host says]");
        let mut names: Vec<_> = parts.into_iter().map(|(_, part)| part).collect();
        names.sort();
        assert_eq!(open.ask(CARRIED).await?, json!(names), "the manifest lists what the elements carry");
        Ok(())
    })
    .await;
}

/// For each custom property: what in the elements takes the host's value where it did not have it before, as the names
/// of the styles.
const PROPERTIES: &str = "
    const hosts = [...document.querySelectorAll('tiyao-digest')];
    const inside = hosts.flatMap((host) => [...host.shadowRoot.querySelectorAll('*')]);
    const seen = inside.filter((one) => one.checkVisibility() && one.getClientRects().length > 0);
    const names = ['color', 'backgroundColor', 'borderTopColor', 'borderBottomColor', 'fontFamily', 'fill'];
    const having = (value) => new Set(seen.flatMap((one, at) => {
        const style = getComputedStyle(one);
        return names.filter((name) => style[name].includes(value)).map((name) => `${at} ${name}`);
    }));
    return arguments[0].map(([property, value]) => {
        const before = having(value);
        hosts.forEach((host) => host.dataset.try = property);
        const after = having(value);
        hosts.forEach((host) => delete host.dataset.try);
        return [property, before.size, [...after].length > 0];
    })";

#[tokio::test]
async fn every_custom_property_changes_what_it_names() {
    let given = |(number, name): (usize, String)| {
        let face = name.contains("sans") || name.contains("serif");
        let value = if face { format!("Face{number}") } else { format!("rgb(5, 6, {number})") };
        (name, value)
    };
    let properties: Vec<_> = listed("cssProperties").into_iter().map(given).collect();
    let rule = |(name, value): &(String, String)| format!("tiyao-digest[data-try='{name}'] {{ {name}: {value} }}\n");
    styled(properties.iter().map(rule).collect(), |open| async move {
        let found = open.session.ask(PROPERTIES, vec![json!(properties)]).await?;
        let meant: Vec<_> = properties.iter().map(|(name, _)| json!([name, 0, true])).collect();
        assert_eq!(found, json!(meant), "[property, how often its value was there before, whether it is there after]");
        Ok(())
    })
    .await;
}
