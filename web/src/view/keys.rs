use web_sys::KeyboardEvent;

use super::room::Room;
use crate::browser;

/// Does what a key says.
pub fn press(room: Room, event: &KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() || event.is_composing() {
        return;
    }
    let typing = browser::is_typing(event);
    match event.key().as_str() {
        "Escape" if room.help.get_untracked() => room.toggle_help(),
        "Escape" if room.listing.get_untracked() => room.toggle_own(),
        "Escape" => {
            if typing && !room.sought.with_untracked(String::is_empty) {
                room.sought.set(String::new());
            } else {
                room.shut();
            }
            if typing && room.desk.with_untracked(|desk| desk.reading().is_some()) {
                room.editing.set(false);
            }
        }
        _ if typing => {}
        "j" => room.step(true),
        "k" => room.step(false),
        "?" => room.toggle_help(),
        "e" if room.desk.with_untracked(|desk| desk.reading().is_some()) => {
            room.digest_tab.set(true);
            browser::focus_soon("export-json");
        }
        "/" if room.desk.with_untracked(|desk| desk.reading().is_some()) => {
            event.prevent_default();
            room.digest_tab.set(true);
            browser::focus_soon("search");
        }
        "Enter" if room.focus.with_untracked(Option::is_some) && browser::is_resting(event) => browser::focus("why"),
        "y" => room.act("accept", None),
        "n" => room.act("reject", None),
        "a" if room.focus.with_untracked(Option::is_some) => {
            event.prevent_default();
            room.act("amend", None);
            browser::focus_soon("save");
        }
        "u" => room.act("undo", None),
        "r" => room.act("redo", None),
        _ => {}
    }
}
