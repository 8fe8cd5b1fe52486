//! The page: reads texts in the browser with the core and shows what it found.

mod browser;
mod state;
mod view;
mod words;

use tiyao::model::Language;

fn main() {
    let language = browser::language().and_then(|tag| Language::of_tag(&tag)).unwrap_or(Language::English);
    browser::tell_if_broken(words::Word::Broken.say(language));
    leptos::mount::mount_to_body(view::App);
}
