//! The built page in real Chromium and real Firefox, from the disk and served. `with_page` checks in every test that the browser asked
//! for nothing but the page and had nothing to complain of.

mod access;
mod broken;
mod correcting;
mod digest;
mod files;
mod hostile;
mod installing;
mod keeping;
mod languages;
mod layout;
mod library;
mod own;
mod reading;
mod saving;
mod travel;
mod walking;
mod watch;
