use tiyao::model::Article;

use super::node::{Node, el, labelled};
use super::sheet::{Sheet, goto};
use crate::state::{self, Target};
use crate::words::{self, Word};

/// What the text is: each article's title, date, place, period and source.
pub fn about(sheet: &Sheet) -> Option<Node> {
    let articles = state::articles(sheet.reading);
    if articles.is_empty() {
        let nothing = sheet.reading.digest().facts.is_empty();
        return nothing.then(|| labelled("p", "nothing", sheet.say(Word::NothingFound)));
    }
    let mut blocks: Vec<Node> = articles.into_iter().map(|(target, article)| one(sheet, target, article)).collect();
    let note = sheet.reading.digest().source.note();
    if !note.encoding.is_empty() && note.encoding != "utf-8" {
        let told = words::encoding(&note.encoding, note.sureness, sheet.language);
        blocks.push(labelled("p", "encoding", &told));
    }
    Some(sheet.group("about", Word::About, blocks))
}

fn one(sheet: &Sheet, target: Target, article: &Article) -> Node {
    let title = if article.title.is_empty() {
        labelled("p", "title untitled", "").put(goto(&[target]).say(sheet.say(Word::Untitled)))
    } else {
        let words = state::title(sheet.reading, target, article);
        sheet.text("p").class("title").put(goto(&[target]).say(&words))
    };
    let byline = article.byline.join(sheet.language.pick("、", "、", ", "));
    let rows = [
        (Word::Subtitle, article.subtitle.as_str()),
        (Word::Published, &article.published),
        (Word::Area, &article.area),
        (Word::Covers, &state::period(&article.covers)),
        (Word::Source, &article.source),
        (Word::Column, &article.column),
        (Word::Edition, &article.edition),
        (Word::Byline, &byline),
        (Word::Editor, &article.editor),
    ];
    let mut list = el("dl");
    for (word, value) in rows {
        if !value.is_empty() {
            let name = el("dt").say(sheet.say(word));
            list = list.put(el("div").put(name).put(sheet.text("dd").say(value)));
        }
    }
    el("div").class("about").put(title).put(list)
}

/// What a printed sheet says at its foot: where the text is from, and what made the digest.
pub fn foot(sheet: &Sheet) -> Node {
    let mut parts: Vec<&str> = Vec::new();
    let articles = state::articles(sheet.reading);
    if let Some((_, article)) = articles.first() {
        parts.extend([article.source.as_str(), &article.published]);
    }
    parts.extend([sheet.reading.digest().options.name.as_str(), concat!("提要 Tiyao ", env!("CARGO_PKG_VERSION"))]);
    parts.retain(|part| !part.is_empty());
    labelled("p", "foot", &parts.join(" · "))
}
