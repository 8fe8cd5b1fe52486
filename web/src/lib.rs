//! The page and its views: what `main.rs` mounts as the page, and what other people's pages show of it ([`embedded`]), so
//! that a digest looks the same wherever it is shown.

pub mod browser;
pub mod embedded;
mod later;
pub mod state;
pub mod view;
pub mod words;

pub use browser::decode;
pub use state::Reading;
