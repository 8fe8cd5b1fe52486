//! The page: reads texts in the browser with the core and shows what it found.

mod browser;
mod state;
mod view;
mod words;

use tiyao::model::Language;

fn main() {
    std::panic::set_hook(Box::new(|reason| {
        web_sys::console::error_1(&reason.to_string().into());
        let language = browser::language().and_then(|tag| Language::of_tag(&tag)).unwrap_or(Language::English);
        browser::tell_broken(words::Word::Broken.say(language));
    }));
    leptos::mount::mount_to_body(view::App);
}
