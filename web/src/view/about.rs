use tiyao::model::{Article, Language};

use super::markup::Markup;
use crate::state::{self, Reading, Target};
use crate::words::{self, Word};

/// What the text is: each article's title, date, place, period and source.
pub fn about(out: &mut Markup, reading: &Reading, language: Language) {
    let articles = state::articles(reading);
    if articles.is_empty() {
        if reading.digest().facts.is_empty() {
            out.raw("<p class=\"nothing\">").text(Word::NothingFound.say(language)).raw("</p>");
        }
        return;
    }
    out.group("about", Word::About.say(language));
    for (target, article) in articles {
        one(out, reading, target, article, language);
    }
    let note = reading.digest().source.note();
    if !note.encoding.is_empty() && note.encoding != "utf-8" {
        let told = words::encoding(&note.encoding, note.sureness, language);
        out.raw("<p class=\"encoding\">").text(&told).raw("</p>");
    }
    out.raw("</section>");
}

fn one(out: &mut Markup, reading: &Reading, target: Target, article: &Article, language: Language) {
    out.raw("<div class=\"about\"><p class=\"title");
    if article.title.is_empty() {
        out.raw(" untitled\"").with("lang", language.tag()).raw(">");
        out.goto(&[target]).text(Word::Untitled.say(language));
    } else {
        out.raw("\"").with("lang", reading.lang()).raw(">");
        out.goto(&[target]).text(&state::title(reading, target, article));
    }
    out.raw("</button></p><dl>");
    let byline = article.byline.join(language.pick("、", "、", ", "));
    let covers = state::period(&article.covers);
    let rows: [(Word, &str); 9] = [
        (Word::Subtitle, &article.subtitle),
        (Word::Published, &article.published),
        (Word::Area, &article.area),
        (Word::Covers, &covers),
        (Word::Source, &article.source),
        (Word::Column, &article.column),
        (Word::Edition, &article.edition),
        (Word::Byline, &byline),
        (Word::Editor, &article.editor),
    ];
    for (word, value) in rows {
        if !value.is_empty() {
            out.raw("<div><dt>").text(word.say(language)).raw("</dt><dd").with("lang", reading.lang());
            out.raw(">").text(value).raw("</dd></div>");
        }
    }
    out.raw("</dl></div>");
}
