use std::sync::atomic::Ordering;

use serde_json::{Value, json};
use thirtyfour::error::WebDriverResult;
use tiyao_browser_tests::engine::Engine;
use tiyao_browser_tests::host::{Site, Visit, visit, visit_in};
use tiyao_browser_tests::page::{Place, with_page, with_page_in};
use tiyao_browser_tests::session::WIDE;
use tiyao_browser_tests::{built, dist};

/// Where somebody else's server has the page: not at its top.
const FOLDER: &str = "/office/tiyao/";

/// A server of anybody's with the build in a folder.
fn office() -> Site {
    Site::new("<!doctype html><title>Portal</title><link rel=\"icon\" href=\"data:,\">", "").with_folder(FOLDER, "")
}

fn text(name: &str) -> String {
    std::fs::read_to_string(built(name)).expect("a file of the build")
}

/// Opens the page in its folder, and waits until the browser keeps it.
async fn open_page(open: &Visit, name: &str) -> WebDriverResult<()> {
    open.session.driver.goto(format!("{}{}{name}", open.host.origin(), FOLDER)).await?;
    until_ready(open).await?;
    let kept = "return navigator.serviceWorker.getRegistration()
        .then((kept) => kept?.active?.state === 'activated' && !kept.installing && !kept.waiting)";
    open.session.until("the browser keeps the page", kept, vec![]).await
}

async fn until_ready(open: &Visit) -> WebDriverResult<()> {
    let ready = "return document.documentElement.hasAttribute('data-ready') && document.documentElement.hasAttribute('data-library')";
    open.session.until("the page listens", ready, vec![]).await
}

/// The addresses of what the browser keeps, cache by cache.
const KEPT: &str = "
    return caches.keys().then((names) => Promise.all(names.map(async (name) =>
        [name, (await (await caches.open(name)).keys()).map((one) => new URL(one.url).pathname).sort()])))";

/// The files of the page in the build, by the addresses that the server has them at.
fn files() -> Vec<String> {
    let of_page = |name: &String| {
        let kinds = [".css", ".wasm", ".png", ".svg", ".webmanifest"];
        kinds.iter().any(|kind| name.ends_with(kind))
    };
    let entries = std::fs::read_dir(dist()).expect("the build").flatten();
    let names = entries.filter_map(|entry| entry.file_name().into_string().ok()).filter(of_page);
    let mut files: Vec<_> = names.map(|name| format!("{FOLDER}{name}")).collect();
    files.push(FOLDER.to_owned());
    files.sort();
    files
}

#[tokio::test]
async fn it_opens_again_with_its_server_stopped() {
    visit(office(), WIDE, |open| async move {
        open.session.changed.store(true, Ordering::Relaxed);
        open_page(&open, "").await?;
        let kept = open.ask(KEPT).await?;
        assert_eq!(kept.as_array().map(Vec::len), Some(1), "{kept}");
        assert_eq!(kept[0][1], json!(files()), "all of the page and nothing else is kept");
        let mut asked = open.host.asked();
        asked.retain(|at| at.starts_with(FOLDER));
        asked.sort();
        asked.dedup();
        let mut own = files();
        own.push(format!("{FOLDER}service.js"));
        own.sort();
        assert_eq!(asked, own, "nothing else was asked for");
        open.host.stop();
        for name in ["", "index.html", "?from=here"] {
            open.session.driver.goto(format!("{}{}{name}", open.host.origin(), FOLDER)).await?;
            until_ready(&open).await?;
            open.ask("document.querySelector('[data-sample=\"huaian-2017\"]').click()").await?;
            open.session.until("a digest", "return document.querySelector('#figures') !== null", vec![]).await?;
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_newer_build_takes_the_place_of_the_older() {
    visit(office(), WIDE, |open| async move {
        open.session.changed.store(true, Ordering::Relaxed);
        open_page(&open, "").await?;
        let first = open.ask(KEPT).await?[0][0].as_str().expect("a cache").to_owned();
        // What others keep at this origin is theirs.
        open.ask("return caches.open('tiyao of somebody else').then(() => null)").await?;
        let version = first.rsplit(' ').next().expect("a version");
        let newer = text("service.js").replace(version, "newer");
        open.host.send(office().with(&format!("{FOLDER}service.js"), &newer));
        open_page(&open, "").await?;
        open.ask("return navigator.serviceWorker.getRegistration().then((kept) => kept.update()).then(() => null)")
            .await?;
        let alone = "
            return caches.keys().then((names) => names.length === 2 && names.some((name) => name.endsWith(' newer'))
                && names.includes('tiyao of somebody else'))";
        open.session.until("the newer build is kept alone", alone, vec![]).await?;
        assert_ne!(version, "newer");
        Ok(())
    })
    .await;
}

/// While a new build is being copied to the server, its files may not fit each other: none is kept then.
#[tokio::test]
async fn a_build_that_does_not_fit_together_is_not_kept() {
    let other = text("index.html").replace("</body>", "<p>another build</p></body>");
    visit(office().with(FOLDER, &other), WIDE, |open| async move {
        open.session.changed.store(true, Ordering::Relaxed);
        open.session.driver.goto(format!("{}{FOLDER}", open.host.origin())).await?;
        until_ready(&open).await?;
        let refused = "
            return navigator.serviceWorker.getRegistration().then((kept) => kept === undefined || (!kept.installing && !kept.active))";
        let asked = format!("{FOLDER}service.js");
        while !open.host.asked().contains(&asked) {
            open.ask("return null").await?;
        }
        open.session.until("nothing is kept", refused, vec![]).await?;
        let kept = open.ask(KEPT).await?;
        assert!(kept.as_array().is_some_and(|all| all.iter().all(|one| one[1] == json!([]))), "{kept}");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn the_one_file_keeps_nothing_and_asks_for_nothing_on_a_server_either() {
    visit(office(), WIDE, |open| async move {
        open.session.driver.goto(format!("{}{FOLDER}tiyao.html", open.host.origin())).await?;
        until_ready(&open).await?;
        let none = "return navigator.serviceWorker.getRegistrations().then((all) => [all.length, document.querySelector('link[rel=manifest]')])";
        assert_eq!(open.ask(none).await?, json!([0, null]));
        let mut asked = open.host.asked();
        asked.retain(|at| at.starts_with(FOLDER));
        assert_eq!(asked, [format!("{FOLDER}tiyao.html")]);
        Ok(())
    })
    .await;
}

/// Chromium itself finds that the page can be installed, and nothing wrong with its manifest.
#[tokio::test]
async fn chromium_would_install_it() {
    visit_in(Engine::Chromium, office(), WIDE, |open| async move {
        open.session.changed.store(true, Ordering::Relaxed);
        let none = open.session.tell("Page.getInstallabilityErrors", json!({})).await?;
        assert_ne!(none["installabilityErrors"], json!([]), "the portal is no app");
        open_page(&open, "").await?;
        let read = open.session.tell("Page.getAppManifest", json!({})).await?;
        assert_eq!(read["errors"], json!([]), "{read}");
        let manifest: Value = serde_json::from_str(read["data"].as_str().unwrap_or_default()).expect("a manifest");
        assert_eq!((&manifest["short_name"], &manifest["display"]), (&json!("提要"), &json!("standalone")));
        let found = open.session.tell("Page.getInstallabilityErrors", json!({})).await?;
        assert_eq!(found["installabilityErrors"], json!([]));
        let own = open.session.tell("Page.getAppId", json!({})).await?;
        assert_eq!(own["appId"], json!(format!("{}{FOLDER}", open.host.origin())), "{own}");
        Ok(())
    })
    .await;
}

/// Takes the place of the browser's queue of launches, and keeps what the page hands it.
const QUEUE: &str = "
    Object.defineProperty(window, 'launchQueue', { value: { setConsumer: (take) => { window.launched = take; } } });";

/// What the browser hands to an app that is opened with files, one of which cannot be read, and to one opened without.
const LAUNCH: &str = "
    const file = (name, words) => ({ name, getFile: async () => new File([words], name) });
    const gone = { name: '遗失.txt', getFile: () => Promise.reject(new Error('gone')) };
    await launched({ files: [] });
    await launched({ files: [
        file('甲.txt', '2016年，全市共破获刑事案件1280件，同比上升12.5%。'), gone,
        file('乙.md', '# 报告\\n\\n全市抓获犯罪嫌疑人320名。')] });";

#[tokio::test]
async fn files_that_are_opened_with_the_app_are_read() {
    with_page_in(Engine::Chromium, Place::Served, WIDE, |page| async move {
        page.before_loading(QUEUE).await?;
        page.session.until("the page takes launches", "return typeof launched === 'function'", vec![]).await?;
        page.session.ask(LAUNCH, vec![]).await?;
        page.until_entries(3).await?;
        page.until_all_read().await?;
        let entries = page.entries().await?;
        assert!(["甲", "遗失", "乙"].iter().all(|name| entries.iter().any(|one| one.contains(name))), "{entries:?}");
        assert_eq!(page.count("#shelf .refused").await?, 1, "{entries:?}");
        Ok(())
    })
    .await;
}

/// The page's own watch: it is quiet once it is open, also where the browser keeps it and opens it again.
#[tokio::test]
async fn what_is_kept_asks_for_nothing_when_it_opens_again() {
    with_page(Place::Served, WIDE, |page| async move {
        page.sample("zhoukou-2017").await?;
        page.reopen().await?;
        page.sample("suizhou-2023").await
    })
    .await;
}
