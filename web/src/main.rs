//! The page.
use leptos::prelude::*;

fn main() {
    leptos::mount::mount_to_body(|| view! { <p>{tiyao::read("a", &tiyao::Options::default()).facts.len()}</p> });
}
