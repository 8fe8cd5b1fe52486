use serde_json::{Value, json};
use thirtyfour::prelude::WebDriverResult;
use tiyao_browser_tests::page::{PLACES, Page, with_page};
use tiyao_browser_tests::session::WIDE;

const SENTENCE: &str = "2023年，全市共办结案件1775件，群众满意率达到98.5%，比上年提高2.1个百分点。";

/// A page and old encodings, as files of a name each.
fn files() -> [(String, Vec<u8>); 3] {
    let page = format!("<html><body><nav>首页</nav><article><p>{SENTENCE}</p></article></body></html>");
    let big5 = "2023年，全市共辦結案件1775件，群眾滿意率達到98.5%，比上年提高2.1個百分點。";
    let encoded = |encoding: &'static encoding_rs::Encoding, text: &str| encoding.encode(text).0.into_owned();
    [
        ("页面.html".into(), encoded(encoding_rs::GB18030, &page)),
        ("正文.txt".into(), encoded(encoding_rs::GB18030, SENTENCE)),
        ("正體.txt".into(), encoded(encoding_rs::BIG5, big5)),
    ]
}

/// What is noted of each file's bytes.
const NOTES: [[&str; 2]; 3] = [["gb18030", "html"], ["gb18030", ""], ["big5", ""]];

/// The article is the file's text, and its export says what the file was.
async fn is_opened(page: &Page, [encoding, container]: [&str; 2]) -> WebDriverResult<()> {
    let words = page.words("#article").await?;
    assert!(words.contains("1775件") && !words.contains("首页"), "{words}");
    let digest: Value = serde_json::from_str(&page.save("json").await?).expect("the export is JSON");
    assert_eq!((&digest["source"]["encoding"], &digest["source"]["container"]), (&json!(encoding), &json!(container)));
    Ok(())
}

/// Alone, each file is read in the page.
#[tokio::test]
async fn pages_and_old_encodings_are_opened() {
    for place in PLACES {
        with_page(place, WIDE, |page| async move {
            for (file, note) in files().into_iter().zip(NOTES) {
                page.drop_files(&[file]).await?;
                page.element("#article").await?;
                is_opened(&page, note).await?;
                page.close().await?;
            }
            page.drop_files(&[("空.txt".into(), Vec::new())]).await?;
            let said = "return document.querySelector('#status').textContent.includes(arguments[0])";
            page.session.until("why it cannot be read", said, vec!["空.txt: This file is empty.".into()]).await
        })
        .await;
    }
}

/// Of several, each is opened in the worker.
#[tokio::test]
async fn several_pages_and_encodings_are_opened() {
    for place in PLACES {
        with_page(place, WIDE, |page| async move {
            page.drop_files(&files()).await?;
            page.until_all_read().await?;
            for (at, note) in NOTES.into_iter().enumerate() {
                page.choose_text(at).await?;
                is_opened(&page, note).await?;
            }
            Ok(())
        })
        .await;
    }
}
