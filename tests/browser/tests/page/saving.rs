use calamine::{Data, DataType};
use tiyao::model::Language;
use tiyao::{Options, export};
use tiyao_browser_tests::page::{PLACES, with_page};
use tiyao_browser_tests::session::WIDE;
use tiyao_browser_tests::workbook::{self, column};
use tiyao_browser_tests::{library, seeds, top};

/// What the page saves is what the core itself writes, byte for byte; that it holds the facts is checked on the way.
#[tokio::test]
async fn exports_are_those_of_the_core() {
    for place in PLACES {
        with_page(place, WIDE, |page| async move {
            page.click("#language-en").await?;
            for name in seeds::NAMES {
                let (file, text) = (format!("{name}.txt"), seeds::text(name));
                page.upload(&[&top().join("seeds").join(&file)]).await?;
                let digest = tiyao::read(&text, &Options { name: file, ..Options::default() });
                let forms = [
                    ("json", export::json(&digest)),
                    ("ndjson", export::ndjson(&digest)),
                    ("csv", export::csv(&digest)),
                    ("markdown", export::markdown(&digest, Language::English)),
                    ("html", export::html(&digest, Language::English)),
                ];
                let facts = seeds::facts(&text);
                for (form, written) in forms {
                    assert!(page.save(form).await? == written, "{name}: the page's {form} is not the core's");
                    // A report writes 5.4万余个 as its language does; what is measured stands there in the text's own words.
                    let named = |fact: &serde_json::Value| {
                        let words = fact["indicator"].as_str().unwrap_or_default();
                        written.contains(seeds::quote(fact)) || !words.is_empty() && written.contains(words)
                    };
                    let held = seeds::of_kind(&facts, "figure").filter(|(_, fact)| named(fact));
                    assert!(held.count() >= 5, "{name}: the {form} holds figures");
                }
                // The order of its keys is that of the build's own JSON library.
                let parsed = |json: &str| serde_json::from_str::<serde_json::Value>(json).expect("JSON");
                let annotations = page.save("annotations").await?;
                assert_eq!(parsed(&annotations), parsed(&export::annotations(&digest)), "{name}");
                page.close().await?;
            }
            Ok(())
        })
        .await;
    }
}

/// A workbook holds every figure, with its number as a number, and every fact; hostile words stay words.
#[tokio::test]
async fn a_workbook_holds_figures_and_facts() {
    for place in PLACES {
        with_page(place, WIDE, |page| async move {
            page.click("#language-en").await?;
            let hostile = "=cmd|' /C calc'!A0\u{202e}率达到98.2%。";
            let text = format!("{}\n{hostile}\n", seeds::text("huaian-2017"));
            page.paste(&text).await?;
            let facts = seeds::facts(&text);
            let figures: Vec<_> = seeds::of_kind(&facts, "figure").map(|(_, fact)| fact["value"].as_f64()).collect();
            let tables = page.save_workbook().await?;
            let names: Vec<_> = tables.iter().map(|(name, _)| name.as_str()).collect();
            assert_eq!(names, ["Figures", "All facts"]);
            let mut expected = figures.clone();
            let mut found: Vec<_> = column(&tables[0].1, "Value").into_iter().map(Data::get_float).collect();
            assert!(found.iter().all(Option::is_some), "every value is a number");
            // A fall stands below zero here.
            found.iter_mut().chain(&mut expected).flatten().for_each(|value| *value = value.abs());
            assert_eq!(found, expected);
            let all = column(&tables[1].1, "quote");
            assert_eq!(all.len(), facts.len());
            let shown = |cell: &&Data| cell.to_string().contains("⟦U+202E⟧");
            assert!(column(&tables[0].1, "Words around it").iter().any(shown), "what steers the text is shown");
            let starts = column(&tables[1].1, "start");
            assert!(starts.iter().all(|cell| cell.is_float() || cell.is_int()), "offsets are numbers");
            Ok(())
        })
        .await;
    }
}

/// The tables of all articles are saved as workbooks too.
#[tokio::test]
async fn the_tables_of_all_articles_are_workbooks() {
    for place in PLACES {
        with_page(place, WIDE, |page| async move {
            page.click("#language-en").await?;
            let mut files = library::reports();
            // In tens of thousands: a saved value and its unit must fit each other.
            let jobs = [
                (2016, "　　2017年的主要预期目标是：城镇新增就业2万人。"),
                (2017, "　　2017年，随州市城镇新增就业2.1万人。"),
            ];
            files.extend(jobs.map(|(year, says)| {
                (format!("随州市{year}.md"), format!("随州市{year}年就业工作报告\n{says}\n").into_bytes())
            }));
            page.drop_files(&files).await?;
            page.until_all_read().await?;
            page.click("#to-corpus").await?;
            let (_, rows) = page.table_count().await?;
            let tables = workbook::tables(page.save_table("xlsx").await?);
            assert_eq!((tables[0].0.as_str(), tables[0].1.height()), ("All figures", rows + 1));
            let values: Vec<_> = column(&tables[0].1, "Value").into_iter().filter_map(Data::get_float).collect();
            assert!([7.5, 7.0, 6.8, 9.1].iter().all(|value| values.contains(value)), "{values:?}");
            page.click("#view-matrix").await?;
            let tables = workbook::tables(page.save_table("xlsx").await?);
            assert_eq!(tables[0].0, "Places and years");
            assert_eq!(column(&tables[0].1, "2017").len(), 2);
            page.click("#view-promises").await?;
            let tables = workbook::tables(page.save_table("xlsx").await?);
            assert_eq!(column(&tables[0].1, "Result"), [&Data::Float(6.8), &Data::Float(21000.0)]);
            let units = column(&tables[0].1, "Unit").into_iter().filter_map(Data::get_string).collect::<Vec<_>>();
            assert_eq!(units, ["%", "人"]);
            Ok(())
        })
        .await;
    }
}
