//! Drives the built page in real Chromium and real Firefox, from the disk and from a server on loopback.
//!
//! `engine` starts the drivers, `session` shares the browsers, `opening` opens the page and watches what it asks for,
//! `page` knows the page's names and nothing else does,
//! `network` tells what the browser asked for, `served` runs the project's own server, `host` somebody else's, `seeds`
//! holds what the core itself says about the seeds, `workbook` reads spreadsheets.

pub mod engine;
pub mod host;
pub mod library;
pub mod network;
pub mod opening;
pub mod page;
pub mod seeds;
pub mod served;
pub mod session;
pub mod workbook;

use std::path::{Path, PathBuf};

/// The top folder of the project.
pub fn top() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().expect("the project's folder")
}

/// The folder of the build: `dist`, or what `TIYAO_DIST` names.
pub fn dist() -> PathBuf {
    std::env::var_os("TIYAO_DIST").map_or_else(|| top().join("dist"), PathBuf::from)
}

/// A file of the build; stops with a sentence where the page is not built.
pub fn built(name: &str) -> PathBuf {
    let path = dist().join(name);
    let shown = path.display();
    assert!(path.is_file(), "{shown} is missing: ./test.sh builds the page before these tests, or run ./run.sh once");
    path
}
