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

/// The tag of the one file's policy: nothing but its own inline script and styles, and no connection at all.
pub fn of_one_file(script: &str, style: &str) -> String {
    tag(&format!("script-src {} 'wasm-unsafe-eval'", hash(script)), &format!("style-src {}", hash(style)), "'none'")
}

/// The tag of the served page's policy: what stands beside the page, and its inline bootstrap.
pub fn of_served(script: &str) -> String {
    tag(&format!("script-src 'self' {} 'wasm-unsafe-eval'", hash(script)), "style-src 'self'", "'self'")
}

fn tag(script: &str, style: &str, connect: &str) -> String {
    format!(
        "{MARK} content=\"default-src 'none'; {script}; {style}; img-src data: blob:; connect-src {connect}; \
         base-uri 'none'; form-action 'none'\" />"
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
        let tag = of_one_file("1", "a{}");
        assert!(tag.contains("default-src 'none'") && tag.contains("connect-src 'none'"));
        assert!(!tag.contains("unsafe-inline") && !tag.contains("'self'"));
    }
}
