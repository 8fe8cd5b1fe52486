//! The content policies that keep every request from leaving.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// How a policy's tag begins.
pub const MARK: &str = "<meta http-equiv=\"Content-Security-Policy\"";

/// The source expression of an inline script or style: its hash.
pub fn hash(inline: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(inline.as_bytes())))
}

/// The SHA-256 of bytes in hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The tag of the one file's policy: nothing but its own inline scripts and styles, and no connection at all.
pub fn of_one_file(scripts: &[&str], styles: &[&str]) -> String {
    let styles: Vec<_> = styles.iter().map(|style| hash(style)).collect();
    let own = format!("style-src {}; worker-src blob:; img-src data: blob:; connect-src 'none'", styles.join(" "));
    tag(scripts, &own)
}

/// The tag of the served page's policy: its own inline scripts, and what stands beside the page: styles, programs, the
/// manifest with its icons, and the service worker.
pub fn of_served(scripts: &[&str]) -> String {
    let own = "style-src 'self'; worker-src 'self' blob:; manifest-src 'self'; img-src 'self' data: blob:; connect-src 'self'";
    tag(scripts, own)
}

/// Workers come from the page's own scripts, as blobs; they are under the same policy.
fn tag(scripts: &[&str], own: &str) -> String {
    let scripts: Vec<_> = scripts.iter().map(|script| hash(script)).collect();
    format!(
        "{MARK} content=\"default-src 'none'; script-src {} 'wasm-unsafe-eval'; {own}; base-uri 'none'; form-action 'none'\" />",
        scripts.join(" ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_as_browsers_do() {
        // The example of the CSP specification, level 2, section 7.15.2.
        assert_eq!(hash("alert('Hello, world.');"), "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='");
    }

    #[test]
    fn one_file_may_connect_nowhere() {
        let tag = of_one_file(&["1"], &["a{}", "b{}"]);
        assert!(tag.contains("default-src 'none'") && tag.contains("connect-src 'none'"));
        assert!(!tag.contains("unsafe-inline") && !tag.contains("'self'"));
        assert!(tag.contains(&hash("a{}")) && tag.contains(&hash("b{}")));
    }
}
