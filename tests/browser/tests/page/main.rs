//! The built page in real Chromium, from the disk and served. `with_page` checks in every test that the browser asked
//! for nothing but the page and had nothing to complain of.

mod broken;
mod digest;
mod hostile;
mod languages;
mod layout;
mod library;
mod reading;
mod saving;
mod travel;
mod watch;
