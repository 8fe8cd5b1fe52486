use leptos::prelude::*;
use tiyao::model::{Article, Language};

use super::digest::{goto, group};
use crate::state::{self, Reading, Target};
use crate::words::{self, Word};

/// What the text is: each article's title, date, place, period and source.
pub fn about(reading: &Reading, language: Language) -> Option<AnyView> {
    let articles = state::articles(reading);
    if articles.is_empty() {
        let nothing = reading.digest().facts.is_empty();
        let words = Word::NothingFound.say(language);
        return nothing.then(|| view! { <p class="nothing">{words}</p> }.into_any());
    }
    let mut blocks: Vec<AnyView> =
        articles.into_iter().map(|(target, article)| one(reading, target, article, language)).collect();
    let note = reading.digest().source.note();
    if !note.encoding.is_empty() && note.encoding != "utf-8" {
        let told = words::encoding(&note.encoding, note.sureness, language);
        blocks.push(view! { <p class="encoding">{told}</p> }.into_any());
    }
    Some(group("about", Word::About.say(language), blocks.into_any()))
}

fn one(reading: &Reading, target: Target, article: &Article, language: Language) -> AnyView {
    let untitled = article.title.is_empty();
    let title = if untitled { Word::Untitled.say(language).to_owned() } else { state::title(reading, target, article) };
    let lang = if untitled { language.tag() } else { reading.lang() };
    let byline = article.byline.join(language.pick("、", "、", ", "));
    let rows = [
        (Word::Subtitle, article.subtitle.clone()),
        (Word::Published, article.published.clone()),
        (Word::Area, article.area.clone()),
        (Word::Covers, state::period(&article.covers)),
        (Word::Source, article.source.clone()),
        (Word::Column, article.column.clone()),
        (Word::Edition, article.edition.clone()),
        (Word::Byline, byline),
        (Word::Editor, article.editor.clone()),
    ];
    let rows = rows.into_iter().filter(|(_, value)| !value.is_empty()).map(|(word, value)| {
        view! { <div><dt>{word.say(language)}</dt><dd lang=reading.lang()>{value}</dd></div> }
    });
    view! {
        <div class="about">
            <p class="title" class:untitled=untitled lang=lang>{goto(&[target], title.into_any())}</p>
            <dl>{rows.collect_view()}</dl>
        </div>
    }
    .into_any()
}
