use leptos::prelude::*;
use tiyao::model::Language;

use super::markup::Markup;
use super::room::Room;
use super::why::why;
use crate::browser;
use crate::state::{self, Block, BlockForm, Piece, Reading, Target};
use crate::words::Word;

/// So many lines are drawn at first; few articles have more.
const LINES: usize = 400;

/// The article with its marks, and the way to the field.
pub fn pane(room: Room, reading: Memo<Option<Reading>>) -> impl IntoView {
    let shown = move || {
        let reading = reading.get().filter(|_| !room.editing.get())?;
        Some(draw(&reading, &|| room.language.get(), &|| room.whole.get()))
    };
    let shown = move || shown().unwrap_or_default();
    let click = move |event: web_sys::MouseEvent| {
        if let Some(target) = browser::nearest(&event, "data-mark").and_then(|name| Target::of(&name)) {
            room.focus.set(Some(target));
        } else if browser::nearest(&event, "data-whole").is_some() {
            room.whole.set(true);
        }
    };
    let edit = move |_| {
        room.editing.set(true);
        browser::focus_soon("paste");
    };
    view! {
        <div class="sheet">
            <div class="tools">
                <button id="edit" class="plain" on:click=edit>{move || room.say(Word::Edit)}</button>
                <span class="space"></span>
                <button class="plain step" aria-label=move || room.say(Word::Previous) on:click=move |_| room.step(false)>
                    "↑"
                </button>
                <button class="plain step" aria-label=move || room.say(Word::Next) on:click=move |_| room.step(true)>
                    "↓"
                </button>
            </div>
            <div class="reading" on:click=click inner_html=shown></div>
            {why(room, reading)}
        </div>
    }
}

/// The article with its marks; of a long one the beginning, where it is not wanted `whole`. Only a long one asks.
pub fn draw(reading: &Reading, language: &dyn Fn() -> Language, whole: &dyn Fn() -> bool) -> String {
    let blocks = state::blocks(reading);
    let cut = blocks.len() > LINES && !whole();
    let shown = if cut { LINES } else { blocks.len() };
    let out = &mut Markup::default();
    out.raw("<article id=\"article\" part=\"article\"").with("lang", reading.lang()).raw(">");
    for block in blocks.iter().take(shown) {
        line(out, reading, block);
    }
    if cut {
        out.raw("<button class=\"plain more\" data-whole>").text(Word::WholeArticle.say(language())).raw("</button>");
    }
    out.raw("</article>");
    std::mem::take(out).into_html()
}

fn line(out: &mut Markup, reading: &Reading, block: &Block) {
    let (tag, class, kind, end) = match block.form {
        BlockForm::Title => ("<h2", "", "article", "</h2>"),
        BlockForm::Subtitle => ("<p", "subtitle", "", "</p>"),
        BlockForm::Heading(2..) => ("<h3", "lower", "section", "</h3>"),
        BlockForm::Heading(_) => ("<h3", "upper", "section", "</h3>"),
        BlockForm::Quiet => ("<p", "quiet", "boilerplate", "</p>"),
        BlockForm::Caption => ("<p", "caption", "caption", "</p>"),
        BlockForm::Paragraph => ("<p", "", "", "</p>"),
    };
    out.raw(tag);
    if !class.is_empty() {
        out.with("class", class);
    }
    if let Some(target) = block.target.filter(|_| !kind.is_empty()) {
        mark(out, target, kind);
    }
    out.raw(">");
    pieces(out, reading, &block.pieces);
    out.raw(end);
}

/// Names a mark by what it goes to.
fn mark(out: &mut Markup, target: Target, kind: &'static str) {
    out.with("data-mark", &target.to_string());
    if let Some(fact) = target.fact() {
        out.with("data-fact-id", &fact.to_string());
    }
    out.with("data-kind", kind);
}

/// Pieces lie in each other no deeper than `state` lets them.
fn pieces(out: &mut Markup, reading: &Reading, pieces_of: &[Piece]) {
    for piece in pieces_of {
        match piece {
            Piece::Words(span) => {
                out.text(reading.words(*span));
            }
            Piece::Mark { target, class, pieces: inner } => {
                let kind = if class.starts_with("check") { "check" } else { class };
                out.raw("<span").with("class", class);
                mark(out, *target, kind);
                out.raw(">");
                pieces(out, reading, inner);
                out.raw("</span>");
            }
        }
    }
}
