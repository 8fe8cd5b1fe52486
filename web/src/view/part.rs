use leptos::prelude::Effect;

use super::node::{Node, html};
use crate::browser;

/// Does something now, and again whenever a signal that it read has changed. One type for all keeps the wasm small.
pub fn follow(act: Box<dyn Fn()>) {
    Effect::new(move |_: Option<()>| act());
}

/// Draws a part of the page, named in `index.html`, and draws it anew whenever a signal that it read has changed.
pub fn part(id: &'static str, draw: impl Fn() -> Vec<Node> + 'static) {
    follow(Box::new(move || browser::draw(id, &html(draw()))));
}

/// Keeps an attribute of a part as it ought to be; without a value it is not there.
pub fn attribute(id: &'static str, name: &'static str, value: impl Fn() -> Option<String> + 'static) {
    follow(Box::new(move || browser::set(id, name, value().as_deref())));
}
