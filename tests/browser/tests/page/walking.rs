use serde_json::json;
use tiyao_browser_tests::page::{ESCAPE, PLACES, with_page};
use tiyao_browser_tests::seeds;
use tiyao_browser_tests::session::WIDE;

/// A fact opens to its sentence, each part above its name.
#[tokio::test]
async fn a_fact_opens_to_named_parts() {
    for place in PLACES {
        with_page(place, WIDE, |page| async move {
            page.click("#language-en").await?;
            page.paste("平安建设工作总结\n2016年,全区共破获刑事案件1280件。社会治安明显好转。\n").await?;
            let number = page.key_figures().await?[0];
            page.click(&format!("#figures button[data-goto=\"{number}\"]")).await?;
            page.element("#why ruby rt").await?;
            let named = "return [...document.querySelectorAll('#why ruby')].map(one => [one.firstChild.data, one.querySelector('rt').textContent])";
            let named = page.session.ask(named, vec![]).await?;
            let parts: Vec<(String, String)> = serde_json::from_value(named).expect("parts");
            assert!(parts.contains(&("1280件".into(), "value".into())), "{parts:?}");
            assert!(parts.iter().any(|(words, name)| words.contains("案件") && name == "indicator"), "{parts:?}");
            Ok(())
        })
        .await;
    }
}

/// Kinds can be switched off: their signs go, and the keys pass them over.
#[tokio::test]
async fn kinds_are_switched_on_and_off() {
    for place in PLACES {
        with_page(place, WIDE, |page| async move {
            page.sample("huaian-2017").await?;
            let line = "return getComputedStyle(document.querySelector('#article .figure')).textDecorationLine";
            assert_eq!(page.session.ask(line, vec![]).await?, json!("underline"));
            for kind in ["figure", "time", "person", "organisation", "place"] {
                page.click(&format!("#legend [data-toggle=\"{kind}\"]")).await?;
                page.element(&format!("#legend [data-toggle=\"{kind}\"][aria-pressed=\"false\"]")).await?;
            }
            page.session
                .until("no line", &line.replace(".textDecorationLine", ".textDecorationLine === 'none'"), vec![])
                .await?;
            for _ in 0..3 {
                page.press("j").await?;
                page.element("#article .in-focus:not(.figure, .time, .person, .organisation, .place)").await?;
            }
            page.click("#legend [data-toggle=\"figure\"]").await?;
            page.session
                .until("the line", &line.replace(".textDecorationLine", ".textDecorationLine === 'underline'"), vec![])
                .await
        })
        .await;
    }
}

/// The search lists facts by their words, in either script, and leads to them.
#[tokio::test]
async fn the_search_finds_facts() {
    for place in PLACES {
        with_page(place, WIDE, |page| async move {
            page.sample("chongqing-2022").await?;
            page.press("/").await?;
            page.session
                .until("the search has the focus", "return document.activeElement.id === 'search'", vec![])
                .await?;
            page.element("#search").await?.send_keys("群众").await?;
            page.element("#found .hits button").await?;
            let facts = seeds::facts(&seeds::text("chongqing-2022"));
            let hits = page.rows("#found").await?;
            assert!(!hits.is_empty());
            let held = |fact: &serde_json::Value| {
                let words = format!("{}{}", seeds::quote(fact), fact["indicator"].as_str().unwrap_or_default());
                words.contains("群眾") || words.contains("群众")
            };
            assert!(hits.iter().all(|hit| held(&facts[*hit])), "{hits:?}");
            page.click(&format!("#found [data-goto=\"{}\"]", hits[0])).await?;
            page.until_in_focus(&format!("#article [data-mark=\"{}\"]", hits[0])).await?;
            page.element("#search").await?.send_keys(ESCAPE).await?;
            page.element("#figures").await.map(drop)
        })
        .await;
    }
}

/// The pointer shows what belongs together, in both panes.
#[tokio::test]
async fn the_pointer_leads_from_text_to_digest_and_back() {
    for place in PLACES {
        with_page(place, WIDE, |page| async move {
            page.sample("huaian-2017").await?;
            let number = page.key_figures().await?[0];
            let mark = page.element(&format!("#article [data-fact-id=\"{number}\"]")).await?;
            mark.scroll_into_view().await?;
            page.session.driver.action_chain().move_to_element_center(&mark).perform().await?;
            page.element(&format!("#figures tr.hover[data-goto=\"{number}\"]")).await?;
            let row = page.element(&format!("#figures button[data-goto=\"{number}\"]")).await?;
            row.scroll_into_view().await?;
            page.session.driver.action_chain().move_to_element_center(&row).perform().await?;
            page.element(&format!("#article .hover[data-fact-id=\"{number}\"]")).await.map(drop)
        })
        .await;
    }
}

/// The strip beside the article ticks where figures stand and leads to them; the times lie on a line.
#[tokio::test]
async fn ticks_and_timeline_lead_to_their_facts() {
    for place in PLACES {
        with_page(place, WIDE, |page| async move {
            page.sample("rongchang-2016").await?;
            let ticks = "return document.querySelector('#gutter .figure').getAttribute('d').split('M').length - 1";
            let figures = seeds::of_kind(&seeds::facts(&seeds::text("rongchang-2016")), "figure").count();
            assert_eq!(page.session.ask(ticks, vec![]).await?, json!(figures));
            let gutter = page.element("#gutter").await?;
            page.session.driver.action_chain().move_to_element_center(&gutter).click().perform().await?;
            page.element("#article .figure.in-focus").await?;
            let moment = "
                const path = document.querySelector('.timeline .time');
                path.dispatchEvent(new MouseEvent('click', {bubbles: true}));
                return path.dataset.goto";
            let target = page.session.ask(moment, vec![]).await?;
            page.until_in_focus(&format!("#article [data-mark=\"{}\"]", target.as_str().expect("a time"))).await?;
            assert!(page.has("#times .times li").await?, "the table behind the drawing");
            assert!(page.has("#sections .outline .line").await?, "each section has its line");
            Ok(())
        })
        .await;
    }
}

/// The key figures are copied as a table, and a fact with its source.
#[tokio::test]
async fn figures_and_quotes_are_copied() {
    for place in PLACES {
        with_page(place, WIDE, |page| async move {
            page.click("#language-en").await?;
            page.sample("huaian-2017").await?;
            page.click("#copy-figures").await?;
            page.session
                .until("copied", "return document.querySelector('#status').textContent === 'Copied.'", vec![])
                .await?;
            let pasted = page.pasted().await?;
            let rows: Vec<Vec<&str>> = pasted.trim_end().lines().map(|row| row.split('\t').collect()).collect();
            assert!(rows.len() > 5 && rows.iter().all(|row| row.len() == 7), "{pasted}");
            assert_eq!(rows[0][..3], ["Indicator", "Value", "Unit"]);
            let number = page.key_figures().await?[0];
            page.click(&format!("#figures button[data-goto=\"{number}\"]")).await?;
            page.click("#copy").await?;
            let quoted = page.pasted().await?;
            assert!(quoted.starts_with('“') && quoted.contains("”—") && quoted.contains("2018"), "{quoted}");
            Ok(())
        })
        .await;
    }
}
