use serde_json::Value;
use tiyao_browser_tests::page::{PLACES, with_page};
use tiyao_browser_tests::seeds;
use tiyao_browser_tests::session::WIDE;

#[tokio::test]
async fn exports_hold_the_figures() {
    for place in PLACES {
        with_page(place, WIDE, |page| async move {
            for name in seeds::NAMES {
                page.sample(name).await?;
                let facts = seeds::facts(&seeds::text(name));

                let json: Value = serde_json::from_str(&page.save("json").await?).expect("JSON");
                assert_eq!(json["facts"], Value::Array(facts.clone()), "{name}: the page says what the core says");

                let csv = page.save("csv").await?;
                assert!(csv.starts_with('\u{feff}'), "a spreadsheet knows by the mark that this is UTF-8");
                let (markdown, html) = (page.save("markdown").await?, page.save("html").await?);
                for (_, fact) in seeds::of_kind(&facts, "figure") {
                    let quote = seeds::quote(fact);
                    assert!(csv.contains(quote), "{name}: {quote} is not in the CSV");
                    assert!(html.contains(quote), "{name}: {quote} is not in the report");
                    let value = fact["value"].to_string();
                    assert!(csv.contains(&value), "{name}: {value} is not in the CSV");
                }
                for number in page.key_figures().await? {
                    let quote = seeds::quote(&facts[number]);
                    assert!(markdown.contains(quote), "{name}: {quote} is not in the Markdown");
                }
                page.close().await?;
            }
            Ok(())
        })
        .await;
    }
}
