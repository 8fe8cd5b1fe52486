//! The page object: the one file that knows the page's names (they stand in `web/README.md`).

use std::path::Path;

use serde_json::{Value, json};
use thirtyfour::error::WebDriverErrorInner;
use thirtyfour::prelude::*;

use crate::library::File;
use crate::opening::Opening;
pub use crate::opening::{PLACES, Place, with_page, with_page_in};
use crate::seeds;
use crate::session::Session;
use crate::workbook::{self, Table};

/// The key that closes what is open, as WebDriver writes it.
pub const ESCAPE: &str = "\u{e00c}";

/// The open page.
#[derive(Clone)]
pub struct Page {
    /// The browser that shows it.
    pub session: Session,
    /// How it was opened.
    pub(crate) opening: Opening,
}

impl Page {
    /// The one element that `css` selects, once it is there.
    pub async fn element(&self, css: &str) -> WebDriverResult<WebElement> {
        self.session.driver.query(By::Css(css)).desc(css).first().await
    }

    /// Clicks what `css` selects, once it can be clicked.
    pub async fn click(&self, css: &str) -> WebDriverResult<()> {
        // What is drawn anew between the look and the click is looked for again.
        match self.try_click(css).await {
            Err(error) if matches!(*error, WebDriverErrorInner::StaleElementReference(_)) => self.try_click(css).await,
            done => done,
        }
    }

    async fn try_click(&self, css: &str) -> WebDriverResult<()> {
        let mut element = self.session.driver.query(By::Css(css)).desc(css).and_displayed().first().await?;
        // Firefox's driver clicks no row of a table; what it leads to is its button's too.
        if element.tag_name().await? == "tr" {
            element = element.find(By::Css("button")).await?;
        }
        element.scroll_into_view().await?;
        element.click().await
    }

    /// The words of what `css` selects, as the document holds them.
    pub async fn words(&self, css: &str) -> WebDriverResult<String> {
        let found =
            self.session.ask("return document.querySelector(arguments[0])?.textContent ?? null", vec![json!(css)]);
        Ok(found.await?.as_str().unwrap_or_else(|| panic!("{css} is not on the page")).to_owned())
    }

    /// Whether `css` selects anything now.
    pub async fn has(&self, css: &str) -> WebDriverResult<bool> {
        let found = self.session.ask("return document.querySelector(arguments[0]) !== null", vec![json!(css)]).await?;
        Ok(found == Value::Bool(true))
    }

    /// Pastes `text` into the empty page's field, by the clipboard and the keyboard.
    pub async fn paste(&self, text: &str) -> WebDriverResult<()> {
        // Copied by the keyboard too, as a script alone may not write to the clipboard.
        let hold = "
            const held = document.createElement('textarea');
            held.id = 'held';
            held.value = arguments[0];
            document.body.append(held);
            held.select()";
        self.session.ask(hold, vec![json!(text)]).await?;
        // All of it is chosen again, as the page may have taken the focus meanwhile.
        self.element("#held").await?.send_keys(Key::Control + "ac").await?;
        self.session.ask("document.getElementById('held').remove()", vec![]).await?;
        self.element("#paste").await?.send_keys(Key::Control + "v").await?;
        self.read().await
    }

    /// What the clipboard holds as plain text, by the keyboard.
    pub async fn pasted(&self) -> WebDriverResult<String> {
        let hold = "const held = document.createElement('textarea'); held.id = 'held'; document.body.append(held)";
        self.session.ask(hold, vec![]).await?;
        self.element("#held").await?.send_keys(Key::Control + "v").await?;
        let take = "const held = document.getElementById('held'); held.remove(); return held.value";
        Ok(self.session.ask(take, vec![]).await?.as_str().unwrap_or_default().to_owned())
    }

    /// Chooses files.
    pub async fn upload(&self, files: &[&Path]) -> WebDriverResult<()> {
        let paths: Vec<String> = files.iter().map(|file| file.display().to_string()).collect();
        self.element("#files").await?.send_keys(paths.join("\n")).await?;
        self.read().await
    }

    /// Picks a sample.
    pub async fn sample(&self, name: &str) -> WebDriverResult<()> {
        self.click(&format!("[data-sample=\"{name}\"]")).await?;
        self.read().await
    }

    /// Back to the empty page.
    pub async fn close(&self) -> WebDriverResult<()> {
        self.click("#close").await?;
        self.session.until("the empty page", "return document.querySelector('#coverage') === null", vec![]).await
    }

    /// Waits until an article and its digest stand on the page.
    async fn read(&self) -> WebDriverResult<()> {
        let both = "return document.querySelector('#article') !== null && document.querySelector('#coverage') !== null";
        self.session.until("article and digest", both, vec![]).await
    }

    /// The words that the marks of every fact select in the article, by the fact's number; a fact that lies in pieces
    /// has its pieces joined, blanks aside.
    pub async fn marked(&self) -> WebDriverResult<Vec<(usize, String, String)>> {
        let script = "
            const facts = new Map();
            for (const mark of document.querySelectorAll('#article [data-fact-id]')) {
                const id = Number(mark.dataset.factId), had = facts.get(id) ?? [id, mark.dataset.kind, ''];
                had[2] += mark.textContent;
                facts.set(id, had);
            }
            return [...facts.values()]";
        Ok(serde_json::from_value(self.session.ask(script, vec![]).await?)?)
    }

    /// The numbers of the facts that the table of key figures shows.
    pub async fn key_figures(&self) -> WebDriverResult<Vec<usize>> {
        let script =
            "return [...document.querySelectorAll('#figures tr[data-goto]')].map(row => Number(row.dataset.goto))";
        Ok(serde_json::from_value(self.session.ask(script, vec![]).await?)?)
    }

    /// The numbers of the facts that a group of the digest shows first for each entry.
    pub async fn rows(&self, group: &str) -> WebDriverResult<Vec<usize>> {
        let script = "
            const rows = document.querySelector(arguments[0])?.querySelectorAll('button[data-goto]') ?? [];
            return [...rows].map(row => Number(row.dataset.goto))";
        Ok(serde_json::from_value(self.session.ask(script, vec![json!(group)]).await?)?)
    }

    /// The words of the parts that are marked in the article, once some are.
    pub async fn parts(&self) -> WebDriverResult<Vec<String>> {
        self.session.until("marked parts", "return CSS.highlights.get('part')?.size > 0", vec![]).await?;
        let script = "return [...CSS.highlights.get('part')].map(range => range.toString())";
        Ok(serde_json::from_value(self.session.ask(script, vec![]).await?)?)
    }

    /// Presses a key where the page has the focus and no field takes it.
    pub async fn press(&self, key: &str) -> WebDriverResult<()> {
        self.element("body").await?.send_keys(key).await
    }

    /// Waits until `css` selects an element in focus that lies within the window.
    pub async fn until_in_focus(&self, css: &str) -> WebDriverResult<()> {
        let script = "
            return [...document.querySelectorAll(arguments[0])].some(found => {
                const box = found.getBoundingClientRect();
                return found.closest('.in-focus') !== null && box.width > 0
                    && box.top < innerHeight && box.bottom > 0 && box.left < innerWidth && box.right > 0;
            })";
        self.session.until(&format!("{css} in focus and in view"), script, vec![json!(css)]).await
    }

    /// How many pixels the page is wider than the window, or what scrolls in it wider than its pane; 0 where nothing
    /// overflows.
    pub async fn overflow(&self) -> WebDriverResult<i64> {
        let script = "
            const panes = [...document.querySelectorAll('#groups, #reading, #why, #help')];
            return Math.max(...[document.documentElement, ...panes].map(one => one.scrollWidth - one.clientWidth))";
        Ok(self.session.ask(script, vec![]).await?.as_i64().unwrap_or_default())
    }

    /// Saves the digest in a form (`json`, `ndjson`, `csv`, `markdown`, `html`, `annotations`) and gives the file.
    pub async fn save(&self, form: &str) -> WebDriverResult<String> {
        let ending = match form {
            "markdown" => ".md",
            "annotations" => ".jsonld",
            form => &format!(".{form}"),
        };
        self.click(&format!("#export-{form}")).await?;
        Ok(String::from_utf8(self.session.download(ending).await).expect("exports are UTF-8"))
    }

    /// Saves the digest as a workbook, and gives its sheets by name as another program reads them.
    pub async fn save_workbook(&self) -> WebDriverResult<Vec<Table>> {
        self.click("#export-xlsx").await?;
        Ok(workbook::tables(self.session.download(".xlsx").await))
    }

    /// Drops files on the page, all at once.
    pub async fn drop_files(&self, files: &[File]) -> WebDriverResult<()> {
        // A character a byte travels lighter than a list of numbers.
        let letters = |bytes: &[u8]| bytes.iter().map(|byte| char::from(*byte)).collect::<String>();
        let encoded: Vec<_> = files.iter().map(|(name, bytes)| json!([name, letters(bytes)])).collect();
        let script = "
            const dropped = new DataTransfer();
            for (const [name, letters] of arguments[0]) {
                dropped.items.add(new File([Uint8Array.from(letters, (c) => c.charCodeAt(0))], name));
            }
            const event = new DragEvent('drop', { dataTransfer: dropped, bubbles: true, cancelable: true });
            document.querySelector('.page').dispatchEvent(event)";
        self.session.ask(script, vec![json!(encoded)]).await.map(drop)
    }

    /// Waits until the list has entries and none of them waits to be read.
    pub async fn until_all_read(&self) -> WebDriverResult<()> {
        let done =
            "return document.querySelectorAll('#shelf li').length > 0 && !document.querySelector('#shelf .waiting')";
        self.session.until("all texts read", done, vec![]).await
    }

    /// Waits until the list has so many entries.
    pub async fn until_entries(&self, count: usize) -> WebDriverResult<()> {
        let script = "return document.querySelectorAll('#shelf li').length === arguments[0]";
        self.session.until(&format!("{count} articles"), script, vec![json!(count)]).await
    }

    /// Waits until the browser's storage holds so many articles: what is still being written is lost with the page.
    pub async fn until_kept(&self, count: usize) -> WebDriverResult<()> {
        let script = "
            return new Promise((done) => {
                const asked = indexedDB.open('tiyao');
                asked.onsuccess = () => {
                    const found = asked.result.transaction('articles').objectStore('articles').count();
                    found.onsuccess = () => (asked.result.close(), done(found.result === arguments[0]));
                };
            })";
        self.session.until(&format!("{count} articles kept"), script, vec![json!(count)]).await
    }

    /// The words of each entry of the list.
    pub async fn entries(&self) -> WebDriverResult<Vec<String>> {
        let script = "return [...document.querySelectorAll('#shelf li')].map((entry) => entry.textContent)";
        Ok(serde_json::from_value(self.session.ask(script, vec![]).await?)?)
    }

    /// Opens an article of the list, and waits until it is drawn: the list names it before.
    pub async fn choose_text(&self, place: usize) -> WebDriverResult<()> {
        let entry = format!("#texts [data-text=\"{place}\"]");
        if self.has(&format!("{entry}[aria-current]")).await? {
            self.click(&entry).await?;
            return self.read().await;
        }
        self.session.ask("document.documentElement.removeAttribute('data-milliseconds')", vec![]).await?;
        self.click(&entry).await?;
        let script = "
            return document.querySelector(`${arguments[0]}[aria-current]`) !== null
                && document.documentElement.hasAttribute('data-milliseconds')";
        self.session.until("the article is open", script, vec![json!(entry)]).await?;
        self.read().await
    }

    /// Opens the only article of the list, which goes away then.
    pub async fn choose_text_alone(&self) -> WebDriverResult<()> {
        self.click("#texts [data-text=\"0\"]").await?;
        self.read().await
    }

    /// How many figures the table of all articles shows, and of how many.
    pub async fn table_count(&self) -> WebDriverResult<(usize, usize)> {
        let words = self.words("#corpus-count").await?;
        let mut numbers = words.split(|c: char| !c.is_ascii_digit()).filter_map(|digits| digits.parse().ok());
        Ok((numbers.next().expect("how many are shown"), numbers.next().expect("how many there are")))
    }

    /// Saves the table of all articles, as `csv` or `xlsx`.
    pub async fn save_table(&self, form: &str) -> WebDriverResult<Vec<u8>> {
        self.click(&format!("#corpus-{form}")).await?;
        Ok(self.session.download(&format!(".{form}")).await)
    }

    /// Puts words into a field as a reader's input does.
    pub async fn type_into(&self, css: &str, words: &str) -> WebDriverResult<()> {
        self.element(css).await?;
        let script = "
            const field = document.querySelector(arguments[0]);
            field.value = arguments[1];
            field.dispatchEvent(new InputEvent('input', { bubbles: true }))";
        self.session.ask(script, vec![json!(css), json!(words)]).await.map(drop)
    }

    /// The value of an attribute of what `css` selects first.
    pub async fn attribute(&self, css: &str, name: &str) -> WebDriverResult<String> {
        Ok(self.element(css).await?.attr(name).await?.unwrap_or_default())
    }

    /// How many elements `css` selects now.
    pub async fn count(&self, css: &str) -> WebDriverResult<usize> {
        let script = "return document.querySelectorAll(arguments[0]).length";
        Ok(self.session.ask(script, vec![json!(css)]).await?.as_u64().unwrap_or_default() as usize)
    }

    /// Checks that the article on the page marks every figure that the core finds in `text`, on its very words.
    pub async fn shows_figures_of(&self, text: &str) -> WebDriverResult<()> {
        let facts = seeds::facts(text);
        let marked = self.marked().await?;
        let bare = |words: &str| words.split_whitespace().collect::<String>();
        let mut figures = 0;
        for (number, fact) in seeds::of_kind(&facts, "figure") {
            let quote = seeds::quote(fact);
            let mark = marked.iter().find(|mark| mark.0 == number).unwrap_or_else(|| panic!("{quote} is not marked"));
            assert_eq!(("figure", bare(quote)), (mark.1.as_str(), bare(&mark.2)));
            figures += 1;
        }
        assert!(figures > 0, "the core finds figures");
        let rows = self.key_figures().await?;
        assert!(!rows.is_empty(), "the digest shows key figures");
        for number in rows {
            assert_eq!(facts[number]["kind"], "figure", "row {number} of the key figures");
        }
        Ok(())
    }
}
