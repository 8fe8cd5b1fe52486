//! The small choices that are kept for the next visit.

use leptos::prelude::window;
use web_sys::Storage;

/// The reader's storage; none where the browser refuses it, as some do for files.
fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

/// What was kept under a name.
pub fn kept(name: &str) -> Option<String> {
    storage()?.get_item(name).ok().flatten()
}

/// Keeps a value for the next visit, where the browser allows.
pub fn keep(name: &str, value: &str) {
    if let Some(storage) = storage() {
        // A full or refused storage only means that the choice is made again.
        drop(storage.set_item(name, value));
    }
}
