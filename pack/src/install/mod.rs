//! What lets the served page be installed as an app and opened without its server: the manifest, the icons, and the
//! service worker that keeps the page's own files. The one file has none of it.

use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::markup::tags;
use crate::{bindgen, policy, write};

/// What the start of the served page does beyond that of the one file.
pub const START: &str = include_str!("installed.js");

/// The tag that names the manifest.
pub const LINK: &str = "<link rel=\"manifest\" href=\"./tiyao.webmanifest\" />";

const SERVICE: &str = include_str!("service.js");

/// The files that stand beside the page for its installation.
const FILES: [(&str, &[u8]); 5] = [
    ("tiyao.webmanifest", include_bytes!("manifest.json")),
    ("icon.svg", include_bytes!("../../../web/icons/icon.svg")),
    ("icon-192.png", include_bytes!("../../../web/icons/icon-192.png")),
    ("icon-512.png", include_bytes!("../../../web/icons/icon-512.png")),
    ("icon-maskable-512.png", include_bytes!("../../../web/icons/icon-maskable-512.png")),
];

/// Writes these files into `dist`, and the service worker: it knows the page, its styles, its `programs` and these files by
/// their hashes.
pub fn write_all(dist: &Path, page: &str, programs: &[String]) -> Result<(), String> {
    for (name, bytes) in FILES {
        write(&dist.join(name), bytes)?;
    }
    let mut kept = vec![("./".to_owned(), page.as_bytes().to_vec())];
    let styles = tags(page, "link", false);
    let styles = styles.iter().filter(|link| link.attribute("rel") == Some("stylesheet"));
    let styles = styles.filter_map(|link| Some(link.attribute("href")?.trim_start_matches("./").to_owned()));
    for name in styles.chain(programs.iter().cloned()).chain(FILES.map(|(name, _)| name.to_owned())) {
        let bytes = bindgen::read(&dist.join(&name))?;
        kept.push((format!("./{name}"), bytes));
    }
    write(&dist.join("service.js"), service(&kept).as_bytes())
}

/// The service worker that keeps these files. Another build has another version, and so a cache of its own.
fn service(files: &[(String, Vec<u8>)]) -> String {
    let line = |(name, bytes): &(String, Vec<u8>)| {
        format!("  \"{name}\": \"sha256-{}\",\n", STANDARD.encode(Sha256::digest(bytes)))
    };
    let files: String = files.iter().map(line).collect();
    let version = &policy::hex(files.as_bytes())[..16];
    SERVICE.replace("  /* files */\n", &files).replace("VERSION", version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_service_worker_names_each_file_with_its_hash_and_changes_with_it() {
        let of = |bytes: &[u8]| service(&[("./".into(), b"page".to_vec()), ("./a.css".into(), bytes.to_vec())]);
        let one = of(b"p{}");
        let hash = policy::hash("p{}");
        assert!(one.contains(&format!("  \"./a.css\": \"{}\",\n", hash.trim_matches('\''))), "{one}");
        assert!(!one.contains("VERSION") && !one.contains("/* files"));
        let version = |script: &str| script.lines().find(|line| line.starts_with("const CACHE")).map(str::to_owned);
        assert_ne!(version(&one), version(&of(b"q{}")));
        assert_eq!(one, of(b"p{}"));
    }

    /// The width and height that a PNG file says at its beginning.
    fn size(png: &[u8]) -> String {
        assert_eq!(png[..8], *b"\x89PNG\r\n\x1a\n");
        let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
        format!("{}x{}", number(16), number(20))
    }

    #[test]
    fn the_manifest_names_icons_that_are_there_in_the_size_it_says() {
        let manifest: serde_json::Value = serde_json::from_str(include_str!("manifest.json")).unwrap();
        let icons = manifest["icons"].as_array().unwrap();
        for icon in icons {
            let name = icon["src"].as_str().unwrap().trim_start_matches("./");
            let (_, bytes) = FILES.iter().find(|(file, _)| *file == name).unwrap_or_else(|| panic!("{name}"));
            if name.ends_with(".png") {
                assert_eq!(icon["sizes"], size(bytes), "{name}");
            }
        }
        assert_eq!(icons.len(), FILES.len() - 1);
    }
}
