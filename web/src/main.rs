//! The page: reads texts in the browser with the core and shows what it found.

mod reader;

use tiyao::model::Language;
use tiyao_web::{browser, view, words};

fn main() {
    // In a worker there is no page: texts are read there when asked for.
    if !browser::has_window() {
        return;
    }
    let language = browser::language().and_then(|tag| Language::of_tag(&tag)).unwrap_or(Language::English);
    browser::tell_if_broken(words::Word::Broken.say(language));
    tiyao::export::give_reasons(browser::template("reasons").unwrap_or_default());
    leptos::mount::mount_to_body(view::App);
}
