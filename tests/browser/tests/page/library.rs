use serde_json::json;
use tiyao_browser_tests::engine::Engine;
use tiyao_browser_tests::page::{PLACES, Page, Place, with_page, with_page_in};
use tiyao_browser_tests::session::{Look, WIDE};
use tiyao_browser_tests::{library, seeds};

/// All articles of a folder are read; a broken one is named with the reason and does not stop the rest.
#[tokio::test]
async fn many_files_are_read_and_a_broken_one_is_named() {
    for place in PLACES {
        with_page(place, WIDE, |page| async move {
            page.drop_files(&library::seeds_with("坏文件.pdf", b"%PDF-1.4 nothing")).await?;
            page.until_all_read().await?;
            let entries = page.entries().await?;
            assert_eq!(entries.len(), 6);
            let broken: Vec<_> = entries.iter().filter(|entry| entry.contains("Could not be read")).collect();
            assert!(broken.len() == 1 && broken[0].contains("坏文件.pdf") && broken[0].contains("PDF"), "{entries:?}");
            let said = page.words("#status").await?;
            assert!(said.contains("5 texts read") && said.contains("1 could not be read"), "{said}");
            for (at, name) in seeds::NAMES.iter().enumerate() {
                page.choose_text(at).await?;
                page.shows_figures_of(&seeds::text(name)).await?;
            }
            Ok(())
        })
        .await;
    }
}

/// The list is drawn with its own words where workers are refused, and all is read all the same.
#[tokio::test]
async fn without_workers_the_page_reads_itself() {
    with_page_in(Engine::Chromium, Place::Disk, WIDE, |page| async move {
        page.before_loading("globalThis.Worker = class { constructor() { throw new Error('refused') } }").await?;
        page.drop_files(&library::seeds()).await?;
        page.until_all_read().await?;
        assert_eq!(page.entries().await?.len(), 5);
        page.choose_text(4).await?;
        page.shows_figures_of(&seeds::text(seeds::NAMES[4])).await
    })
    .await;
}

/// What a reader stops is not read; what was read stays.
#[tokio::test]
async fn reading_can_be_stopped() {
    with_page(Place::Disk, WIDE, |page| async move {
        let text = seeds::text(seeds::NAMES[0]);
        let files: Vec<_> = (0..200).map(|at| (format!("{at}.txt"), format!("{text}\n{at}").into_bytes())).collect();
        page.drop_files(&files).await?;
        page.element("#shelf .note:not(.waiting)").await?;
        page.click("#stop").await?;
        page.until_all_read().await?;
        let left = page.entries().await?.len();
        assert!((1..200).contains(&left), "{left} articles are left");
        page.close().await?;
        page.sample("huaian-2017").await?;
        page.shows_figures_of(&seeds::text("huaian-2017")).await
    })
    .await;
}

/// Words are found in every text, and lead to their place.
#[tokio::test]
async fn all_texts_are_searched() {
    for place in PLACES {
        with_page(place, WIDE, |page| async move {
            page.drop_files(&library::seeds()).await?;
            page.until_all_read().await?;
            page.type_into("#search-texts", "随州").await?;
            page.session
                .until("one article", "return document.querySelectorAll('#shelf li').length === 1", vec![])
                .await?;
            page.click("#shelf [data-do=\"open\"]").await?;
            assert_eq!(page.parts().await?, ["随州"]);
            page.type_into("#search-texts", "").await?;
            page.session
                .until("all articles", "return document.querySelectorAll('#shelf li').length === 5", vec![])
                .await
        })
        .await;
    }
}

/// The table holds every figure of every article; a row leads to the article and its characters.
#[tokio::test]
async fn the_table_holds_every_figure() {
    for place in PLACES {
        with_page(place, WIDE, |page| async move {
            page.drop_files(&library::seeds()).await?;
            page.until_all_read().await?;
            page.click("#to-corpus").await?;
            let figures = |name: &&str| seeds::of_kind(&seeds::facts(&seeds::text(name)), "figure").count();
            let all: usize = seeds::NAMES.iter().map(figures).sum();
            assert_eq!(page.table_count().await?, (all, all));
            let drawn = page.count("#corpus-rows tr[data-fact]").await?;
            assert!(drawn < 80 && drawn < all, "{drawn} rows are drawn");

            page.click("[data-column=\"value\"]").await?;
            page.click("[data-column=\"value\"]").await?;
            assert_eq!(page.attribute("#corpus-table th.value", "aria-sort").await?, "descending");
            page.type_into("#filter", "随州 2022").await?;
            let (shown, of) = page.table_count().await?;
            assert!(0 < shown && shown < of && of == all, "{shown} of {of}");

            let row = "#corpus-rows tr[data-fact]";
            let fact = page.attribute(row, "data-fact").await?;
            page.click(&format!("{row} .goto")).await?;
            page.until_in_focus(&format!("#article [data-fact-id=\"{fact}\"]")).await?;
            assert!(page.words("#article").await?.contains("随州"));
            Ok(())
        })
        .await;
    }
}

/// However many rows there are, those that are seen are drawn.
#[tokio::test]
async fn the_table_scrolls_through_thousands_of_rows() {
    with_page(Place::Disk, WIDE, |page| async move {
        let text = seeds::text(seeds::NAMES[0]);
        let files: Vec<_> = (0..60).map(|at| (format!("{at}.txt"), format!("{text}\n{at}").into_bytes())).collect();
        page.drop_files(&files).await?;
        page.until_all_read().await?;
        page.click("#to-corpus").await?;
        let (_, all) = page.table_count().await?;
        assert!(all > 5000, "{all} rows");
        page.session.ask("document.querySelector('#corpus-scroll').scrollTop = 1e9", vec![]).await?;
        let last = format!("return document.querySelector('#corpus-rows tr[aria-rowindex=\"{}\"]') !== null", all + 1);
        page.session.until("the last row", &last, vec![]).await?;
        assert!(page.count("#corpus-rows tr").await? < 80);
        Ok(())
    })
    .await;
}

/// One indicator across two years and two places, what was wanted beside what came of it, and each cell's characters.
#[tokio::test]
async fn years_and_places_stand_side_by_side() {
    for place in PLACES {
        with_page(place, WIDE, |page| async move {
            page.drop_files(&library::reports()).await?;
            page.until_all_read().await?;
            page.click("#to-corpus").await?;
            page.click("#view-matrix").await?;
            let table = page.words("#matrix").await?;
            for words in ["2016", "2017", "淮安", "随州", "7.5%", "6.8%", "9.1%"] {
                assert!(table.contains(words), "{words} is missing: {table}");
            }
            assert!(page.has("svg.trend[role=\"img\"] polyline").await?, "a line through the years");
            let saved = page.save_table("csv").await?;
            assert!(String::from_utf8_lossy(&saved).contains("6.8"));

            page.click("#view-promises").await?;
            let promise = page.words("#promises tbody tr").await?;
            assert!(promise.contains("7%") && promise.contains("6.8%") && promise.contains("2017"), "{promise}");
            page.click("#promises .result .goto").await?;
            page.session
                .until(
                    "the result's characters",
                    "return document.querySelector('#article .in-focus')?.textContent.includes('6.8')",
                    vec![],
                )
                .await
        })
        .await;
    }
}

/// The table is saved as other programs read it: with a byte order mark, and no cell that runs.
#[tokio::test]
async fn the_table_is_saved() {
    for place in PLACES {
        with_page(place, WIDE, |page| async move {
            let hostile = "某市2016年工作报告\n=cmd|' /C calc'!A0率达到98.2%。全市生产总值增长7.5%。\n";
            page.drop_files(&[("a.txt".into(), hostile.into()), ("b.txt".into(), seeds::text("huaian-2017").into())])
                .await?;
            page.until_all_read().await?;
            page.click("#to-corpus").await?;
            let (_, rows) = page.table_count().await?;
            let csv = String::from_utf8(page.save_table("csv").await?).expect("UTF-8");
            assert!(csv.starts_with("\u{feff}Indicator,"), "{csv}");
            assert_eq!(csv.lines().count(), rows + 1);
            for cell in csv.lines().skip(1).flat_map(|line| line.split(',')) {
                let runs = cell.starts_with(['=', '+', '@']) || cell.starts_with('-') && cell.parse::<f64>().is_err();
                assert!(!runs, "a spreadsheet would run {cell}");
            }
            Ok(())
        })
        .await;
    }
}

/// Articles stay until they are deleted, one by one or all at once.
#[tokio::test]
async fn articles_stay_until_they_are_deleted() {
    for place in PLACES {
        with_page(place, WIDE, |page| async move {
            page.drop_files(&library::seeds()).await?;
            page.until_all_read().await?;
            page.until_kept(5).await?;
            page.reopen().await?;
            page.until_entries(5).await?;
            page.choose_text(2).await?;
            page.shows_figures_of(&seeds::text(seeds::NAMES[2])).await?;
            page.click("#shelf li:nth-child(2) [data-do=\"remove\"]").await?;
            page.until_entries(4).await?;
            page.until_kept(4).await?;
            page.reopen().await?;
            page.until_entries(4).await?;
            page.click("#delete-all").await?;
            assert_eq!(page.entries().await?.len(), 4, "one press asks whether it is meant");
            page.click("#delete-all").await?;
            page.until_entries(0).await?;
            page.until_kept(0).await?;
            page.reopen().await?;
            page.sample("huaian-2017").await?;
            page.close().await?;
            page.until_entries(1).await
        })
        .await;
    }
}

/// A workspace file saves and loads everything.
#[tokio::test]
async fn a_workspace_file_brings_everything_back() {
    for place in PLACES {
        with_page(place, WIDE, |page| async move {
            page.drop_files(&library::seeds()).await?;
            page.until_all_read().await?;
            page.click("#save-workspace").await?;
            let saved = page.session.download(".json").await;
            let file = page.session.downloads.with_file_name("workspace.json");
            std::fs::write(&file, &saved).expect("a file");
            page.click("#delete-all").await?;
            page.click("#delete-all").await?;
            page.until_entries(0).await?;
            // The way to a workspace is in the list, which an empty page has not.
            page.drop_files(&[("workspace.json".into(), saved)]).await?;
            page.until_entries(5).await?;
            page.until_all_read().await?;
            page.choose_text(0).await?;
            page.shows_figures_of(&seeds::text(seeds::NAMES[0])).await?;
            page.drop_files(&[("other.json".into(), b"{}".to_vec())]).await?;
            page.session
                .until(
                    "the sentence",
                    "return document.querySelector('#status').textContent.includes('no workspace')",
                    vec![],
                )
                .await
        })
        .await;
    }
}

/// Where the browser refuses storage, a sentence says so and work goes on.
#[tokio::test]
async fn refused_storage_is_told() {
    for (refusal, told) in [
        ("Object.defineProperty(globalThis, 'indexedDB', { get() { throw new Error('refused') } })", "refuses storage"),
        ("IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError') }", "no room"),
    ] {
        with_page_in(Engine::Chromium, Place::Disk, WIDE, move |page| async move {
            page.before_loading(refusal).await?;
            page.drop_files(&library::seeds()).await?;
            page.until_all_read().await?;
            let said = page.words("#shelf-kept").await?;
            assert!(said.contains(told), "{said}");
            page.choose_text(1).await?;
            page.shows_figures_of(&seeds::text(seeds::NAMES[1])).await
        })
        .await;
    }
}

/// The list and the tables speak the interface's language, and nothing overflows on any width.
#[tokio::test]
async fn the_list_and_the_tables_fit_every_width() {
    for width in [320, 360, 800, 1600] {
        for dark in [false, true] {
            with_page(Place::Disk, Look { width, dark }, move |page: Page| async move {
                page.drop_files(&library::reports()).await?;
                page.until_all_read().await?;
                assert_eq!(page.overflow().await?, 0, "the list at {width}");
                for view in ["#to-corpus", "#view-matrix", "#view-promises"] {
                    page.session.ask("document.querySelector(arguments[0]).click()", vec![json!(view)]).await?;
                    assert_eq!(page.overflow().await?, 0, "{view} at {width}");
                }
                page.click("#language-zh-Hant").await?;
                page.session
                    .until(
                        "the language",
                        "return document.querySelector('#view-promises').textContent === '目標與結果'",
                        vec![],
                    )
                    .await
            })
            .await;
        }
    }
}
