//! What the library asks of the browser. No file outside this folder speaks to JavaScript.

mod dom;
mod files;
mod messages;
mod reader;
mod store;

pub use dom::{
    attribute, by_id, clear, element, focus, height, is_narrow, is_phone, listen, listen_within, mark, mark_root,
    nearest, scroll_top, set_scroll_top, show, svg, value,
};
pub use files::{chosen_file, decode, parsed, save, save_bytes, workspace};
pub use messages::{breathe, has_window, hear, hear_files, new_id, tell};
pub use reader::{Answer, Reader};
pub use store::{Store, forget_choices};
