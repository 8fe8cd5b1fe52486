//! The page's views for other people's pages ([`embedded`]). The page itself is the program in `main.rs`; what stands in
//! both is the same files, so that a digest looks the same wherever it is shown.

pub mod browser;
pub mod embedded;
pub mod state;
pub mod view;
pub mod words;

pub use browser::decode;
pub use state::Reading;
