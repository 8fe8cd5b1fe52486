//! Gives what a program asks of its script short names: those of wasm-bindgen hold a hash each, which nothing packs.

use std::collections::HashMap;
use std::convert::Infallible;

use wasm_encoder::ImportSection;
use wasm_encoder::reencode::Reencode;
use wasmparser::{ImportSectionReader, Parser, Payload};

use super::module::{Failure, rewritten, unsound};

/// The program and its script with short names. A name that stands in the script other than once, as the key of an
/// object, stays as it is.
pub fn short(wasm: &[u8], script: &str) -> Result<(Vec<u8>, String), String> {
    let mut script = script.to_owned();
    let mut names = Names(HashMap::new());
    for (module, name) in imported(wasm)? {
        for (long, key) in [(&module, format!("\"{module}\":")), (&name, format!("{name}:"))] {
            if names.0.contains_key(long) || script.matches(&key).count() != 1 {
                continue;
            }
            let short = format!("_{}", names.0.len());
            // A name may be the end of another one.
            let at = script.find(&key).unwrap_or_default();
            if script[..at].ends_with(|c: char| c == '_' || c.is_alphanumeric()) {
                continue;
            }
            script.replace_range(at..at + key.len(), &format!("{short}:"));
            names.0.insert(long.clone(), short);
        }
    }
    Ok((rewritten(wasm, &mut names)?, script))
}

/// What the program imports: module and name.
pub fn imported(wasm: &[u8]) -> Result<Vec<(String, String)>, String> {
    let mut found = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        if let Payload::ImportSection(imports) = payload.map_err(unsound)? {
            for import in imports.into_imports() {
                let import = import.map_err(unsound)?;
                found.push((import.module.to_owned(), import.name.to_owned()));
            }
        }
    }
    Ok(found)
}

struct Names(HashMap<String, String>);

impl Names {
    fn of<'a>(&'a self, name: &'a str) -> &'a str {
        self.0.get(name).map_or(name, String::as_str)
    }
}

impl Reencode for Names {
    type Error = Infallible;

    fn parse_import_section(&mut self, to: &mut ImportSection, from: ImportSectionReader<'_>) -> Result<(), Failure> {
        for import in from.into_imports() {
            let import = import?;
            let kind = self.entity_type(import.ty)?;
            to.import(self.of(import.module), self.of(import.name), kind);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module that imports two functions of `./x.js`.
    fn module() -> Vec<u8> {
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        wasm.extend([1, 4, 1, 0x60, 0, 0]);
        let mut section = vec![2];
        for name in ["__wbg_ask_0f", "kept"] {
            section
                .extend([6].into_iter().chain(*b"./x.js").chain([name.len() as u8]).chain(name.bytes()).chain([0, 0]));
        }
        wasm.extend([2, section.len() as u8]);
        wasm.extend(section);
        wasm
    }

    #[test]
    fn names_are_short_on_both_sides() {
        let script = "{__wbg_ask_0f: function() {}, kept: 1, kept: 2}; return {\"./x.js\": all}";
        let (wasm, script) = short(&module(), script).expect("a sound module");
        assert_eq!(script, "{_1: function() {}, kept: 1, kept: 2}; return {_0: all}");
        assert_eq!(imported(&wasm), Ok(vec![("_0".into(), "_1".into()), ("_0".into(), "kept".into())]));
    }

    #[test]
    fn no_wasm_is_refused() {
        assert!(short(b"x", "").is_err());
    }
}
