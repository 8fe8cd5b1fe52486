use tiyao_browser_tests::page::{ESCAPE, PLACES, with_page};
use tiyao_browser_tests::session::{Look, WIDE};

/// Every seventh key figure and the last: there by its row, back by its mark.
#[tokio::test]
async fn a_click_goes_to_the_characters_and_back() {
    for place in PLACES {
        with_page(place, WIDE, |page| async move {
            page.sample("rongchang-2016").await?;
            let rows = page.key_figures().await?;
            for number in rows.iter().step_by(7).chain(rows.last()) {
                let (row, mark) =
                    (format!("#figures [data-goto=\"{number}\"]"), format!("#article [data-fact-id=\"{number}\"]"));
                page.click(&row).await?;
                page.until_in_focus(&mark).await?;
                page.press(ESCAPE).await?;
                page.click(&mark).await?;
                page.until_in_focus(&row).await?;
            }
            Ok(())
        })
        .await;
    }
}

/// On a telephone the row leads to the other tab.
#[tokio::test]
async fn on_a_narrow_page_the_click_changes_the_tab() {
    for place in PLACES {
        with_page(place, Look { width: 360, dark: false }, |page| async move {
            page.sample("suizhou-2023").await?;
            page.click("#tab-digest").await?;
            let number = *page.key_figures().await?.last().expect("a key figure");
            page.click(&format!("#figures [data-goto=\"{number}\"]")).await?;
            page.until_in_focus(&format!("#article [data-fact-id=\"{number}\"]")).await
        })
        .await;
    }
}
