use tiyao_browser_tests::page::{PLACES, with_page};
use tiyao_browser_tests::session::WIDE;
use tiyao_browser_tests::{seeds, top};

#[tokio::test]
async fn pasted_seeds_give_their_figures() {
    for place in PLACES {
        with_page(place, WIDE, |page| async move {
            for name in seeds::NAMES {
                let text = seeds::text(name);
                page.paste(&text).await?;
                page.shows_figures_of(&text).await?;
                page.close().await?;
            }
            Ok(())
        })
        .await;
    }
}

#[tokio::test]
async fn uploaded_seeds_give_their_figures() {
    for place in PLACES {
        with_page(place, WIDE, |page| async move {
            for name in seeds::NAMES {
                page.upload(&[&top().join("seeds").join(format!("{name}.txt"))]).await?;
                page.shows_figures_of(&seeds::text(name)).await?;
                page.close().await?;
            }
            Ok(())
        })
        .await;
    }
}

#[tokio::test]
async fn samples_are_the_seeds() {
    for place in PLACES {
        with_page(place, WIDE, |page| async move {
            for name in seeds::NAMES {
                page.sample(name).await?;
                page.shows_figures_of(&seeds::text(name)).await?;
                page.close().await?;
            }
            Ok(())
        })
        .await;
    }
}

#[tokio::test]
async fn several_files_are_listed() {
    for place in PLACES {
        with_page(place, WIDE, |page| async move {
            let files = ["rongchang-2016", "huaian-2017"].map(|name| top().join("seeds").join(format!("{name}.txt")));
            page.upload(&[&files[0], &files[1]]).await?;
            page.click("#texts [data-text=\"1\"]").await?;
            page.session
                .until(
                    "the second text",
                    "return document.querySelector('#article').textContent.includes('淮安')",
                    vec![],
                )
                .await?;
            page.shows_figures_of(&seeds::text("huaian-2017")).await
        })
        .await;
    }
}
