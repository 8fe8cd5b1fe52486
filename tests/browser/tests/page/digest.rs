use tiyao_browser_tests::page::{ESCAPE, PLACES, with_page};
use tiyao_browser_tests::seeds;
use tiyao_browser_tests::session::WIDE;

/// A finding opens its sum, its sentence and what it compares, in the article and in the digest.
#[tokio::test]
async fn a_finding_opens_its_sum_and_marks_what_it_compares() {
    for place in PLACES {
        with_page(place, WIDE, |page| async move {
            page.click("#language-en").await?;
            page.sample("zhoukou-2017").await?;
            let facts = seeds::facts(&seeds::text("zhoukou-2017"));
            let (number, finding) = seeds::of_kind(&facts, "check")
                .find(|(_, fact)| fact["verdict"] == "inconsistent")
                .expect("a finding that does not match");
            assert_eq!(page.rows("#findings").await?[0], number, "what does not match stands first");
            page.click(&format!("#findings [data-goto=\"{number}\"]")).await?;
            page.until_in_focus(&format!("#article [data-fact-id=\"{number}\"][data-kind=\"check\"]")).await?;
            let claims: Vec<&str> = finding["claims"].as_array().expect("claims").iter().map(seeds::quote).collect();
            assert_eq!(page.parts().await?, claims);
            let why = page.words("#why").await?;
            let formula = finding["formula"].as_str().expect("a formula");
            assert!(why.contains("does not match") && why.contains(formula), "{why}");
            assert!(!page.words("#findings").await?.contains("false"));
            Ok(())
        })
        .await;
    }
}

/// Each group lists facts of its own kind, in source order.
#[tokio::test]
async fn groups_list_their_own_facts() {
    for place in PLACES {
        with_page(place, WIDE, |page| async move {
            for name in ["rongchang-2016", "chongqing-2022"] {
                page.sample(name).await?;
                let facts = seeds::facts(&seeds::text(name));
                for (group, kind) in [
                    ("#commitments", "commitment"),
                    ("#honours", "honour"),
                    ("#cases", "case"),
                    ("#programmes ul", "programme"),
                ] {
                    let wanted: Vec<usize> = seeds::of_kind(&facts, kind).map(|(number, _)| number).collect();
                    let shown = page.rows(group).await?;
                    assert_eq!(shown.first(), wanted.first(), "{group} of {name}");
                    let known = shown.iter().all(|number| wanted.contains(number));
                    assert!(known, "{group} of {name}: {shown:?} of {wanted:?}");
                }
                page.close().await?;
            }
            Ok(())
        })
        .await;
    }
}

/// Why a fact is one is told in the interface's language, never by a rule's name.
#[tokio::test]
async fn a_fact_says_why_it_is_one() {
    for place in PLACES {
        with_page(place, WIDE, |page| async move {
            page.sample("huaian-2017").await?;
            let number = page.key_figures().await?[0];
            page.click(&format!("#figures [data-goto=\"{number}\"]")).await?;
            let mut said = Vec::new();
            for (language, end) in [("zh-Hans", '。'), ("zh-Hant", '。'), ("en", '.')] {
                page.click(&format!("#language-{language}")).await?;
                let spoken = format!("return document.documentElement.lang === '{language}'");
                page.session.until(language, &spoken, vec![]).await?;
                let sentence = page.words("#why .because").await?;
                assert!(sentence.ends_with(end), "{sentence}");
                assert!(!said.contains(&sentence), "{sentence}");
                said.push(sentence);
            }
            Ok(())
        })
        .await;
    }
}

/// The sheet of keys opens and closes by the keyboard.
#[tokio::test]
async fn keys_open_the_sheet_of_keys_and_the_exports() {
    for place in PLACES {
        with_page(place, WIDE, |page| async move {
            page.sample("huaian-2017").await?;
            page.press("?").await?;
            page.element("#help:not([hidden])").await?;
            let at = |id: &str| format!("return document.activeElement.id === '{id}'");
            page.session.until("the sheet has the focus", &at("help-close"), vec![]).await?;
            page.press(ESCAPE).await?;
            page.session.until("no sheet", "return document.querySelector('#help[hidden]') !== null", vec![]).await?;
            page.press("e").await?;
            page.session.until("the exports have the focus", &at("export-json"), vec![]).await
        })
        .await;
    }
}
