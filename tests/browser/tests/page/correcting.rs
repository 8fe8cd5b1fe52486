use serde_json::{Value, json};
use tiyao_browser_tests::page::{ESCAPE, PLACES, Page, with_page};
use tiyao_browser_tests::session::WIDE;

const TEXT: &str = "平安建设工作综述\n2016年,全区共破获刑事案件1280件,同比上升12.5%。\n全区共调解纠纷4500件,调解成功率达98.2%。社区晚巡队每天巡逻。\n";

async fn facts(page: &Page) -> thirtyfour::error::WebDriverResult<Vec<Value>> {
    let json: Value = serde_json::from_str(&page.save("json").await?).expect("JSON");
    Ok(json["facts"].as_array().expect("facts").clone())
}

fn quoted<'a>(facts: &'a [Value], quote: &str) -> Option<&'a Value> {
    facts.iter().find(|fact| fact["quote"] == quote && fact["kind"] == "figure")
}

/// The mark of the figure with these words.
async fn open(page: &Page, words: &str) -> thirtyfour::error::WebDriverResult<()> {
    let find = "
        const mark = [...document.querySelectorAll('#article .figure')].find(found => found.textContent === arguments[0]);
        return mark.dataset.factId";
    let number = page.session.ask(find, vec![json!(words)]).await?;
    page.click(&format!("#figures button[data-goto=\"{}\"]", number.as_str().expect("a mark"))).await?;
    page.until_in_focus(&format!("#article [data-fact-id=\"{}\"]", number.as_str().expect("a mark"))).await?;
    page.element("#accept").await.map(drop)
}

/// What the reader accepts, refuses and writes anew stands in the digest and in every export as the reader's; undo and
/// redo take it back and bring it again.
#[tokio::test]
async fn a_reader_corrects_facts() {
    for place in PLACES {
        with_page(place, WIDE, |page| async move {
            page.click("#language-en").await?;
            page.paste(TEXT).await?;
            open(&page, "1280件").await?;
            page.click("#accept").await?;
            page.element("#review").await?;
            open(&page, "12.5%").await?;
            page.click("#reject").await?;
            let gone = "return ![...document.querySelectorAll('#article .figure')].some(found => found.textContent === '12.5%')";
            page.session.until("the figure is gone", gone, vec![]).await?;
            open(&page, "4500件").await?;
            page.click("#amend").await?;
            let field = page.element("#amending [data-field=\"indicator\"]").await?;
            field.clear().await?;
            field.send_keys("化解矛盾纠纷").await?;
            page.click("#save").await?;
            page.session.until("the new name", "return document.querySelector('#figures').textContent.includes('化解矛盾纠纷')", vec![]).await?;
            let told = page.words("#tally").await?;
            assert!(told.contains("right 1") && told.contains("amended 1") && told.contains("not facts 1"), "{told}");
            assert!(told.contains("33%"), "{told}");

            let said = facts(&page).await?;
            assert_eq!(quoted(&said, "12.5%"), None);
            assert_eq!(quoted(&said, "1280件").expect("accepted")["review"], "accepted");
            let amended = quoted(&said, "4500件").expect("amended");
            assert_eq!((&amended["by"], &amended["review"], &amended["rule"]), (&json!("reader"), &json!("amended"), &json!("reader")));
            for form in ["csv", "ndjson", "markdown", "html", "annotations"] {
                let saved = page.save(form).await?;
                assert!(saved.contains("amended"), "{form} names the reader");
                assert!(saved.contains("化解矛盾纠纷"), "{form} holds what the reader wrote");
            }
            for _ in 0..3 {
                page.click("#undo").await?;
            }
            let all = "return [...document.querySelectorAll('#article .figure')].some(found => found.textContent === '12.5%') && !document.querySelector('#tally')";
            page.session.until("all taken back", all, vec![]).await?;
            page.click("#redo").await?;
            page.element("#tally").await.map(drop)
        })
        .await;
    }
}

/// Words chosen in the article become a fact of the kind that the reader names.
#[tokio::test]
async fn a_reader_adds_what_was_missed() {
    for place in PLACES {
        with_page(place, WIDE, |page| async move {
            page.paste(TEXT).await?;
            let choose = "
                const line = document.querySelector('#article').lastElementChild;
                const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
                for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                    const at = node.data.indexOf('晚巡队');
                    if (at < 0) continue;
                    const range = document.createRange();
                    range.setStart(node, at);
                    range.setEnd(node, at + 3);
                    getSelection().removeAllRanges();
                    getSelection().addRange(range);
                    line.click();
                    return true;
                }
                return false";
            assert_eq!(page.session.ask(choose, vec![]).await?, json!(true));
            page.click("#adding [data-kind=\"programme\"]").await?;
            let marked = "return [...document.querySelectorAll('#article .programme')].some(found => found.textContent === '晚巡队')";
            page.session.until("the mark", marked, vec![]).await?;
            let said = facts(&page).await?;
            let added = said.iter().find(|fact| fact["review"] == "added").expect("the fact");
            assert_eq!((&added["quote"], &added["kind"], &added["name"]), (&json!("晚巡队"), &json!("programme"), &json!("晚巡队")));
            assert!(page.words("#programmes").await?.contains("晚巡队"));
            page.close().await?;
            page.paste(TEXT).await?;
            page.session.until("what was said is kept", marked, vec![]).await
        })
        .await;
    }
}

/// The keys do what the buttons do.
#[tokio::test]
async fn the_keys_correct_too() {
    for place in PLACES {
        with_page(place, WIDE, |page| async move {
            page.paste(TEXT).await?;
            open(&page, "1280件").await?;
            page.press("y").await?;
            page.element("#review").await?;
            page.press("u").await?;
            page.session.until("taken back", "return !document.querySelector('#review')", vec![]).await?;
            page.press("a").await?;
            page.element("#save").await?;
            page.press(ESCAPE).await?;
            page.session.until("no form", "return !document.querySelector('#save')", vec![]).await?;
            page.press(ESCAPE).await?;
            page.session
                .until("nothing in focus", "return document.querySelector('#why[hidden]') !== null", vec![])
                .await
        })
        .await;
    }
}
