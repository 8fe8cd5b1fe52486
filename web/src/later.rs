//! What the page does only when its reader asks for it, and what it draws last. The build takes these functions, with all that is reached through
//! them alone, out of the page's program into a part that starts after it (`pack/src/slim/later.rs`). Before that part has
//! started none of them may be called: what is drawn asks [`Room::all_here`], what is done waits in
//! [`Room::when_all_is_here`].

use tiyao::model::{Language, Span};

use crate::state::Target;
use crate::view::{self, Node, Room, Sheet};

/// Does what a button or a key of that name says.
#[inline(never)]
pub(crate) fn act(room: Room, act: &str, kind: Option<&str>) {
    room.perform(act, kind);
}

/// What the fact in focus was read from, or what may be made of the words that are chosen.
#[inline(never)]
pub(crate) fn why(sheet: &Sheet, chosen: Option<Span>, focus: Option<Target>, amending: bool) -> Vec<Node> {
    match (chosen, focus) {
        (Some(span), _) => view::adding(sheet, sheet.reading.words(span)),
        (None, Some(target)) => view::why(sheet, target, amending),
        (None, None) => Vec::new(),
    }
}

/// What of the digest follows the figures, and its foot.
#[inline(never)]
pub(crate) fn further(sheet: &Sheet) -> Vec<Node> {
    [view::further(sheet), vec![view::foot(sheet)]].concat()
}

/// The facts that hold what is sought.
#[inline(never)]
pub(crate) fn found(sheet: &Sheet, sought: &str) -> Vec<Node> {
    view::found(sheet, sought)
}

/// The sheet of keys.
#[inline(never)]
pub(crate) fn help(language: Language) -> Vec<Node> {
    view::keys_and_guide(language)
}

/// The sheet of the reader's own word list.
#[inline(never)]
pub(crate) fn own(rows: &str, language: Language) -> Vec<Node> {
    view::own_list(rows, language)
}
