//! Writes the package for npm and the scripts for one's own server into `dist/npm`.

mod bundle;
mod floor;
mod licences;
mod sheet;

use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha384};

use crate::{bindgen, markup, read_text, size, write};

/// The most that the element's script may weigh without the wasm, and with it, in bytes of gzip.
const SCRIPT: usize = 40_000;
const WHOLE: usize = 500_000;

/// The classic scripts, each with the module that it does the work of.
const SCRIPTS: [(&str, &str); 4] = [
    ("tiyao-element.js", "beside.js"),
    ("tiyao-element-inline.js", "inside.js"),
    ("tiyao-frame.js", "frame.js"),
    ("tiyao-check.js", "check.js"),
];

/// What opens each classic script.
const BANNER: &str = "// Tiyao VERSION, MIT OR Apache-2.0; licences.json names what is in its wasm.\n";

/// Where things come from and go to.
struct Workshop {
    /// The project's folder `embed`.
    embed: PathBuf,
    /// The folder of the package.
    to: PathBuf,
    /// The modules that the build writes, by name.
    made: Vec<(&'static str, String)>,
}

/// Builds the package from the project in `top` and the wasm of `tiyao-embed`; gives its sizes in a sentence.
pub fn build(top: &Path, dist: &Path, wasm: &Path) -> Result<String, String> {
    let bound = bindgen::module(wasm)?;
    floor::check(&bound.wasm)?;
    let packed = size::gzip(&bound.wasm)?;
    let mut shop = Workshop { embed: top.join("embed"), to: dist.join("npm"), made: Vec::new() };
    shop.empty()?;
    shop.put("tiyao.wasm", &bound.wasm)?;
    shop.put("tiyao.wasm.gz", &packed)?;
    shop.made = vec![
        ("glue.js", bound.glue),
        ("styles.js", constant("css", &json!(styles(top)?))),
        ("hashes.js", constant("hashes", &json!({"tiyao.wasm": hash(&bound.wasm)}))),
        ("packed.js", packed_module(&packed)),
    ];
    shop.modules()?;
    let mut hashes = Map::new();
    hashes.insert("tiyao.wasm".into(), hash(&bound.wasm).into());
    for (script, entry) in SCRIPTS {
        let words =
            BANNER.replace("VERSION", env!("CARGO_PKG_VERSION")) + &bundle::classic(entry, &|name| shop.module(name))?;
        shop.put(script, words.as_bytes())?;
        hashes.insert(script.into(), hash(words.as_bytes()).into());
    }
    shop.pages(&hashes)?;
    shop.put("integrity.json", pretty(&Value::Object(hashes)).as_bytes())?;
    shop.papers(top)?;
    shop.weigh(packed.len())
}

impl Workshop {
    fn empty(&self) -> Result<(), String> {
        if self.to.is_dir() {
            std::fs::remove_dir_all(&self.to)
                .map_err(|error| format!("cannot empty {}: {error}", self.to.display()))?;
        }
        std::fs::create_dir_all(&self.to).map_err(|error| format!("cannot make {}: {error}", self.to.display()))
    }

    fn put(&self, name: &str, bytes: &[u8]) -> Result<(), String> {
        let path = self.to.join(name);
        if let Some(above) = path.parent() {
            std::fs::create_dir_all(above).map_err(|error| format!("cannot make {}: {error}", above.display()))?;
        }
        write(&path, bytes)
    }

    fn module(&self, name: &str) -> Result<String, String> {
        match self.made.iter().find(|(made, _)| *made == name) {
            Some((_, text)) => Ok(text.clone()),
            None => read_text(&self.embed.join("js").join(name)),
        }
    }

    /// The modules as they are, those aside that only classic scripts begin with.
    fn modules(&self) -> Result<(), String> {
        for path in bindgen::files_of_kind(&self.embed.join("js"), "js")? {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if !SCRIPTS.iter().any(|(_, entry)| *entry == name) {
                self.put(&name, read_text(&path)?.as_bytes())?;
            }
        }
        for (name, text) in self.made.iter().filter(|(name, _)| *name != "hashes.js") {
            self.put(name, text.as_bytes())?;
        }
        Ok(())
    }

    /// The pages, with the hash of each script on its tag.
    fn pages(&self, hashes: &Map<String, Value>) -> Result<(), String> {
        for path in bindgen::files_of_kind(&self.embed.join("pages"), "html")? {
            let html = read_text(&path)?;
            let parts: Vec<_> = markup::tags(&html, "script", true)
                .iter()
                .filter_map(|tag| {
                    let hash = hashes.get(tag.attribute("src")?)?.as_str()?;
                    Some((
                        tag.range.clone(),
                        html[tag.range.clone()].replacen("<script", &format!("<script integrity=\"{hash}\""), 1),
                    ))
                })
                .collect();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            self.put(&name, markup::replaced(&html, &parts).as_bytes())?;
        }
        Ok(())
    }

    /// The manifest, the types, the schema, the licences.
    fn papers(&self, top: &Path) -> Result<(), String> {
        let version = env!("CARGO_PKG_VERSION");
        for name in ["package.json", "custom-elements.json", "README.md"] {
            self.put(name, read_text(&self.embed.join("package").join(name))?.replace("VERSION", version).as_bytes())?;
        }
        for path in bindgen::files_of_kind(&self.embed.join("types"), "ts")? {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            self.put(&format!("types/{name}"), read_text(&path)?.as_bytes())?;
        }
        for name in ["LICENSE-MIT", "LICENSE-APACHE", "NOTICE", "schema/tiyao-1.json"] {
            self.put(name, read_text(&top.join(name))?.as_bytes())?;
        }
        self.put("licences.json", pretty(&licences::of_package("tiyao-embed")?).as_bytes())
    }

    /// What browsers load, within its limits.
    fn weigh(&self, wasm: usize) -> Result<String, String> {
        let of = |name: &str| Ok::<_, String>(size::gzip(&bindgen::read(&self.to.join(name))?)?.len());
        let (script, inside) = (of("tiyao-element.js")?, of("tiyao-element-inline.js")?);
        for (what, bytes, limit) in [
            ("the element's script", script, SCRIPT),
            ("the element's script with its wasm", script + wasm, WHOLE),
            ("the one script with the wasm inside", inside, WHOLE),
        ] {
            if bytes > limit {
                let (bytes, limit) = (bytes.div_ceil(1000), limit / 1000);
                return Err(format!("{what} is {bytes} KB gzip, over its limit of {limit} KB"));
            }
        }
        let kb = |bytes: usize| bytes.div_ceil(1000);
        Ok(format!(
            "element: script {} KB gzip, with its wasm {} KB, in one script {} KB",
            kb(script),
            kb(script + wasm),
            kb(inside)
        ))
    }
}

/// The styles of the element: its own first lines, those of the page, then what differs.
fn styles(top: &Path) -> Result<String, String> {
    let mut out = read_text(&top.join("embed/styles/ground.css"))?;
    for name in sheet::SHEETS {
        out.push_str(&sheet::of_element(&read_text(&top.join("web/styles").join(name))?));
    }
    out.push_str(&read_text(&top.join("embed/styles/element.css"))?);
    Ok(out)
}

fn constant(name: &str, value: &Value) -> String {
    format!("export const {name} = {value};\n")
}

fn packed_module(packed: &[u8]) -> String {
    let words = STANDARD.encode(packed);
    format!("export const packed = () => Uint8Array.from(atob(\"{words}\"), (c) => c.charCodeAt(0));\n")
}

/// The hash as Subresource Integrity writes it.
fn hash(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

fn pretty(value: &Value) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default() + "\n"
}
