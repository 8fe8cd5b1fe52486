//! What the page asks of the browser beyond what Leptos does. No file outside this folder speaks to JavaScript.

mod broken;
mod dom;
mod draw;
mod files;
mod highlight;
mod library;
mod page;
mod storage;

pub use broken::tell_if_broken;
pub use dom::{
    fill, focus, focus_soon, is_resting, is_typing, language, mark_root, milliseconds, nearest, say, template, typed,
    typed_in,
};
pub use draw::{draw, listen, set};
pub use files::{chosen_files, decode, dropped_files, save};
pub use highlight::{show_focus, show_line, show_parts};
pub use library::{give_library, has_window, hear_library, is_packed, listed, new_id, opened, tell_library};
pub use page::{copy, height_within, hover, policy, pour, print, selected, to_top, unselect, values};
pub use storage::{keep, kept};
