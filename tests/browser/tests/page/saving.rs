use tiyao::model::Language;
use tiyao::{Options, export};
use tiyao_browser_tests::page::{PLACES, with_page};
use tiyao_browser_tests::session::WIDE;
use tiyao_browser_tests::{seeds, top};

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
