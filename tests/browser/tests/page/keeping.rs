use thirtyfour::error::WebDriverResult;
use tiyao_browser_tests::page::{PLACES, Page, with_page};
use tiyao_browser_tests::seeds;
use tiyao_browser_tests::session::WIDE;

const TEXT: &str =
    "平安建设工作综述\n2016年,全区共破获刑事案件1280件,同比上升12.5%。\n全区共调解纠纷4500件,调解成功率达98.2%。\n";

/// How many figures are left once one is refused.
fn left() -> usize {
    seeds::of_kind(&seeds::facts(TEXT), "figure").count() - 1
}

/// Brings the figure with these words into focus.
async fn open(page: &Page, words: &str) -> WebDriverResult<()> {
    let facts = seeds::facts(TEXT);
    let (number, _) = seeds::of_kind(&facts, "figure").find(|(_, fact)| seeds::quote(fact) == words).expect("a figure");
    page.click(&format!("#figures button[data-goto=\"{number}\"]")).await?;
    page.until_in_focus(&format!("#article [data-fact-id=\"{number}\"]")).await?;
    page.element("#accept").await.map(drop)
}

/// Writes the name of one figure anew, then refuses another.
async fn correct(page: &Page) -> WebDriverResult<()> {
    page.click("#language-en").await?;
    page.paste(TEXT).await?;
    open(page, "4500件").await?;
    page.click("#amend").await?;
    let field = page.element("#amending [data-field=\"indicator\"]").await?;
    field.clear().await?;
    field.send_keys("化解矛盾纠纷").await?;
    page.click("#save").await?;
    page.element("#review").await?;
    open(page, "12.5%").await?;
    page.click("#reject").await?;
    until_corrected(page).await
}

/// Waits until the article stands there as it was corrected, and counted so.
async fn until_corrected(page: &Page) -> WebDriverResult<()> {
    let script = "
        const figures = [...document.querySelectorAll('#article .figure')].map((mark) => mark.textContent);
        const tally = document.querySelector('#tally')?.textContent ?? '';
        return figures.includes('4500件') && !figures.includes('12.5%') && tally.includes('amended 1')
            && tally.includes('not facts 1') && document.querySelector('#figures').textContent.includes('化解矛盾纠纷')";
    page.session.until("the corrected article", script, vec![]).await
}

/// Waits until the table of all figures holds so many corrected articles.
async fn until_table(page: &Page, articles: usize) -> WebDriverResult<()> {
    page.click("#to-corpus").await?;
    assert_eq!(page.table_count().await?, (articles * left(), articles * left()), "the refused figure is not there");
    let table = page.words("#corpus-rows").await?;
    assert!(table.contains("化解矛盾纠纷") && !table.contains("12.5"), "{table}");
    assert_eq!(table.matches("amended").count(), articles, "what a person wrote is named so");
    page.click("#corpus-back").await
}

/// What a reader has set right stays with the article: closed and opened again, in the table of all figures, after the
/// page was loaded anew, and for the same text in another file.
#[tokio::test]
async fn corrections_stay_with_the_article() {
    for place in PLACES {
        with_page(place, WIDE, |page| async move {
            correct(&page).await?;
            page.close().await?;
            page.until_entries(1).await?;
            until_table(&page, 1).await?;
            page.choose_text_alone().await?;
            until_corrected(&page).await?;
            page.close().await?;
            page.reopen().await?;
            page.until_entries(1).await?;
            until_table(&page, 1).await?;
            page.choose_text_alone().await?;
            until_corrected(&page).await?;
            page.drop_files(&[
                ("另存.txt".into(), TEXT.into()),
                ("别的.txt".into(), seeds::text("huaian-2017").into()),
            ])
            .await?;
            page.until_entries(3).await?;
            page.until_all_read().await?;
            page.choose_text(2).await?;
            page.choose_text(1).await?;
            until_corrected(&page).await?;
            page.click("#undo").await?;
            page.click("#undo").await?;
            let taken_back = "return !document.querySelector('#tally')";
            page.session.until("all taken back", taken_back, vec![]).await?;
            page.choose_text(0).await?;
            until_corrected(&page).await?;
            page.choose_text(1).await?;
            page.session.until("nothing is said of it any more", taken_back, vec![]).await
        })
        .await;
    }
}

/// A workspace file holds what was set right; to delete all deletes it; files of before load as they did.
#[tokio::test]
async fn a_workspace_file_holds_corrections() {
    for place in PLACES {
        with_page(place, WIDE, |page| async move {
            correct(&page).await?;
            page.drop_files(&[("另存.txt".into(), TEXT.into()), ("另存2.txt".into(), TEXT.into())]).await?;
            page.until_entries(3).await?;
            page.until_all_read().await?;
            until_table(&page, 3).await?;
            page.click("#save-workspace").await?;
            let saved = page.session.download(".json").await;
            page.click("#delete-all").await?;
            page.click("#delete-all").await?;
            page.until_entries(0).await?;
            let kept = "return Object.keys(localStorage).filter((name) => name.startsWith('tiyao-')).length === 0";
            page.session.until("nothing is kept", kept, vec![]).await?;
            page.paste(TEXT).await?;
            assert!(!page.has("#tally").await?, "what was said is deleted too");
            page.close().await?;
            page.click("#delete-all").await?;
            page.click("#delete-all").await?;
            page.until_entries(0).await?;

            page.drop_files(&[("workspace.json".into(), saved)]).await?;
            page.until_entries(3).await?;
            page.until_all_read().await?;
            until_table(&page, 3).await?;
            page.choose_text(0).await?;
            until_corrected(&page).await?;

            let old = r#"{"schema":"tiyao-workspace/1","articles":[{"id":"1","name":"旧.txt","note":"","text":"某市综述\n全年新增探头600个。\n"}]}"#;
            page.drop_files(&[("old.json".into(), old.into())]).await?;
            page.until_entries(4).await?;
            page.until_all_read().await?;
            page.choose_text(3).await?;
            assert!(!page.has("#tally").await? && page.words("#figures").await?.contains("600"));
            Ok(())
        })
        .await;
    }
}
