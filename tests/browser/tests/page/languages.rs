use tiyao_browser_tests::page::{PLACES, with_page};
use tiyao_browser_tests::session::WIDE;

/// The interface changes its language; the article and its facts stay as they are.
#[tokio::test]
async fn the_interface_speaks_three_languages() {
    for place in PLACES {
        with_page(place, WIDE, |page| async move {
            page.sample("rongchang-2016").await?;
            let (article, figures) = (page.words("#article").await?, page.key_figures().await?);
            let mut said = Vec::new();
            for language in ["zh-Hant", "en", "zh-Hans"] {
                page.click(&format!("#language-{language}")).await?;
                let spoken = format!("return document.documentElement.lang === '{language}'");
                page.session.until(language, &spoken, vec![]).await?;
                said.push(page.words("#figures").await?.chars().take(30).collect::<String>());
                assert_eq!(
                    (&article, &figures),
                    (&page.words("#article").await?, &page.key_figures().await?),
                    "{language}"
                );
            }
            assert!(said[0] != said[1] && said[1] != said[2] && said[0] != said[2], "{said:?}");
            assert!(said[1].is_ascii() || said[1].chars().any(|c| c.is_ascii_alphabetic()), "{said:?}");
            Ok(())
        })
        .await;
    }
}
