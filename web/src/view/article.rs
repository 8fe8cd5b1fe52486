use leptos::prelude::*;

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
        Some(draw(room, &reading))
    };
    let click = move |event: web_sys::MouseEvent| {
        if let Some(target) = browser::nearest(&event, "data-mark").and_then(|name| Target::of(&name)) {
            room.focus.set(Some(target));
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
            <div class="reading" on:click=click>{shown}</div>
            {why(room, reading)}
        </div>
    }
}

fn draw(room: Room, reading: &Reading) -> AnyView {
    let blocks = state::blocks(reading);
    let cut = blocks.len() > LINES && !room.whole.get();
    let shown = if cut { LINES } else { blocks.len() };
    let lines = blocks.iter().take(shown).map(|block| line(reading, block)).collect_view();
    let more = cut.then(|| {
        view! {
            <button class="plain more" on:click=move |_| room.whole.set(true)>{move || room.say(Word::WholeArticle)}</button>
        }
    });
    view! { <article id="article" lang=reading.lang()>{lines}{more}</article> }.into_any()
}

fn line(reading: &Reading, block: &Block) -> AnyView {
    let words = pieces(reading, &block.pieces);
    let mark = block.target.map(|target| target.to_string());
    let fact = block.target.and_then(Target::fact);
    match block.form {
        BlockForm::Title => view! { <h2 data-mark=mark data-fact-id=fact data-kind="article">{words}</h2> }.into_any(),
        BlockForm::Subtitle => view! { <p class="subtitle">{words}</p> }.into_any(),
        BlockForm::Heading(level) => {
            let class = if level > 1 { "lower" } else { "upper" };
            view! { <h3 class=class data-mark=mark data-fact-id=fact data-kind="section">{words}</h3> }.into_any()
        }
        BlockForm::Quiet => {
            view! { <p class="quiet" data-mark=mark data-fact-id=fact data-kind="boilerplate">{words}</p> }.into_any()
        }
        BlockForm::Caption => {
            view! { <p class="caption" data-mark=mark data-fact-id=fact data-kind="caption">{words}</p> }.into_any()
        }
        BlockForm::Paragraph => view! { <p>{words}</p> }.into_any(),
    }
}

fn pieces(reading: &Reading, pieces: &[Piece]) -> Vec<AnyView> {
    pieces.iter().map(|piece| one(reading, piece)).collect()
}

fn one(reading: &Reading, piece: &Piece) -> AnyView {
    match piece {
        Piece::Words(span) => reading.words(*span).to_owned().into_any(),
        Piece::Mark { target, class, pieces: inner } => {
            let inner = pieces(reading, inner);
            let (mark, fact) = (target.to_string(), target.fact());
            let kind = if class.starts_with("check") { "check" } else { class };
            view! { <span class=*class data-mark=mark data-fact-id=fact data-kind=kind>{inner}</span> }.into_any()
        }
    }
}
