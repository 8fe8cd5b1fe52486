use super::legend;
use super::node::{Node, el, labelled, words as plain};
use super::part::{attribute, part};
use super::room::{ARTICLE, Room};
use super::sheet::Sheet;
use crate::browser;
use crate::later;
use crate::state::{self, Block, BlockForm, Kinds, Piece, Reading, Target};
use crate::words::Word;

/// So many lines are drawn unless all are asked for; few articles have more.
const LINES: usize = 400;

/// So many lines of an article with many facts are drawn first, more than a window shows.
const BEGINNING: usize = 40;

/// The name under which the rest of the article is asked for.
pub const WHOLE: &str = "article";

/// The height of the strip of ticks in its own units.
const STRIP: usize = 1000;

/// The article with its marks, the ways through it, and what the fact in focus was read from.
pub fn pane(room: Room) {
    attribute("reading", "aria-label", move || Some(room.say(Word::Article).into()));
    part("reading", move || {
        let Some(reading) = room.reading().filter(|_| !room.editing.get()) else { return Vec::new() };
        let whole = if room.whole.get() { vec![WHOLE.to_owned()] } else { Vec::new() };
        let sheet = Sheet { reading: &reading, language: room.language.get(), whole: &whole, own: true };
        vec![if room.drawn[ARTICLE].get() {
            article(&sheet)
        } else {
            lines(&sheet, &state::blocks(&reading), BEGINNING)
        }]
    });
    part("gutter", move || room.reading().as_ref().map(ticks).unwrap_or_default());
    part("tools", move || {
        let Some(reading) = room.reading() else { return Vec::new() };
        tools(&Sheet { reading: &reading, language: room.language.get(), whole: &[], own: true }, &room.off.get())
    });
    attribute("sheet", "data-off", move || {
        let names = room.off.get().into_iter().filter_map(state::class_of);
        Some(names.collect::<Vec<_>>().join(" "))
    });
    part("why", move || {
        let Some(reading) = room.reading() else { return Vec::new() };
        let sheet = Sheet { reading: &reading, language: room.language.get(), whole: &[], own: true };
        let (chosen, focus, amending) = (room.chosen.get(), room.focus.get(), room.amending.get());
        let nodes = if room.all_here.get() { later::why(&sheet, chosen, focus, amending) } else { Vec::new() };
        let about = if chosen.is_some() { Word::AddAs } else { Word::Opened };
        browser::set("why", "aria-label", Some(sheet.say(about)));
        browser::set("why", "hidden", nodes.is_empty().then_some(""));
        nodes
    });
}

/// The way to the field, the signs, back and forth.
fn tools(sheet: &Sheet, off: &Kinds) -> Vec<Node> {
    let step = |id: &'static str, sign: &'static str, word: Word| {
        let label = sheet.say(word);
        labelled("button", "plain step", sign)
            .set("id", id)
            .set("data-act", id)
            .set("aria-label", label)
            .set("title", label)
    };
    let signs = el("div").set("id", "legend").set("role", "group").set("aria-label", sheet.say(Word::Legend));
    vec![
        labelled("button", "plain", sheet.say(Word::Edit)).set("id", "edit").set("data-act", "edit"),
        signs.all(legend::legend(sheet, off)),
        labelled("span", "space", ""),
        step("undo", "↶", Word::Undo),
        step("redo", "↷", Word::Redo),
        step("previous", "↑", Word::Previous),
        step("next", "↓", Word::Next),
    ]
}

/// The article with its marks; of a long one the beginning, until all is asked for.
pub fn article(sheet: &Sheet) -> Node {
    let blocks = state::blocks(sheet.reading);
    let most = sheet.most(WHOLE, LINES);
    let node = lines(sheet, &blocks, most);
    if blocks.len() <= most {
        return node;
    }
    let label = sheet.say(Word::WholeArticle);
    node.put(labelled("button", "plain more", label).set("lang", sheet.language.tag()).set("data-more", WHOLE))
}

fn lines(sheet: &Sheet, blocks: &[Block], most: usize) -> Node {
    let shown = blocks.iter().take(most).map(|block| line(sheet.reading, block));
    sheet.text("article").set("id", "article").set("part", "article").all(shown.collect())
}

fn line(reading: &Reading, block: &Block) -> Node {
    let (tag, class, kind) = match block.form {
        BlockForm::Title => ("h2", "", "article"),
        BlockForm::Subtitle => ("p", "subtitle", ""),
        BlockForm::Heading(1) => ("h3", "upper", "section"),
        BlockForm::Heading(_) => ("h3", "lower", "section"),
        BlockForm::Quiet => ("p", "quiet", "boilerplate"),
        BlockForm::Caption => ("p", "caption", "caption"),
        BlockForm::Paragraph => ("p", "", ""),
    };
    let mut node = el(tag);
    if !class.is_empty() {
        node = node.class(class);
    }
    if let Some(target) = block.target.filter(|_| !kind.is_empty()) {
        node = mark(node, target, kind);
    }
    node.all(pieces(reading, &block.pieces))
}

fn mark(node: Node, target: Target, kind: &str) -> Node {
    let node = node.set("data-mark", &target.to_string()).set("data-kind", kind);
    match target.fact() {
        Some(fact) => node.at("data-fact-id", fact),
        None => node,
    }
}

fn pieces(reading: &Reading, pieces: &[Piece]) -> Vec<Node> {
    pieces.iter().map(|piece| one(reading, piece)).collect()
}

fn one(reading: &Reading, piece: &Piece) -> Node {
    match piece {
        Piece::Words(span) => plain(reading.words(*span)),
        Piece::Mark { target, class, pieces: inner } => {
            let kind = if class.starts_with("check") { "check" } else { class };
            mark(el("span").class(class), *target, kind).all(pieces(reading, inner))
        }
    }
}

/// A strip as high as the article, with a tick where each figure stands and a longer one at what does not match.
fn ticks(reading: &Reading) -> Vec<Node> {
    let length = reading.text().len().max(1);
    let path = |class: &'static str, long: &str| {
        let mut d = String::new();
        for (_, fact) in reading.facts().filter(|(_, fact)| state::tick(fact) == class) {
            let at = fact.span.start * STRIP / length;
            d.extend(["M0 ", &at.to_string(), long]);
        }
        el("path").class(class).set("d", &d)
    };
    let frame = ["0 0 10 ", &STRIP.to_string()].concat();
    let strip = el("svg").set("viewBox", &frame).set("preserveAspectRatio", "none");
    vec![strip.put(path("figure", "h6")).put(path("apart", "h10"))]
}
