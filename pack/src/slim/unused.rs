//! Takes out what neither the script nor the program uses: classes that crates give the script and nobody makes one of,
//! with the program's functions behind them, also those that it holds in its table for them to be called back; and
//! functions of the script that the program no longer asks for.

use std::collections::HashSet;
use std::convert::Infallible;

use wasm_encoder::ExportSection;
use wasm_encoder::reencode::Reencode;
use wasmparser::ExportSectionReader;

use super::module::{Failure, rewritten};
use super::names::imported;
use super::traps;

/// The program and its script without the classes that the script only declares and exports.
pub fn without_classes(wasm: &[u8], script: &str) -> Result<(Vec<u8>, String), String> {
    let mut lines: Vec<&str> = script.lines().collect();
    let mut called = String::new();
    let mut unmade = Vec::new();
    for name in classes(&lines) {
        let own: Vec<bool> = belonging(&lines, name);
        let elsewhere = |(line, own): (&&str, &bool)| !own && line.contains(name);
        if lines.iter().zip(&own).any(elsewhere) {
            continue;
        }
        called.extend(lines.iter().zip(&own).filter(|(_, own)| **own).flat_map(|(line, _)| [line, "\n"]));
        let mut own = own.into_iter();
        lines.retain(|_| own.next() == Some(false));
        unmade.extend([name.to_owned(), in_snake_case(name)]);
    }
    let script = lines.join("\n") + "\n";
    let gone = given(&called).difference(&given(&script)).map(|name| (*name).to_owned()).collect();
    let wasm = rewritten(wasm, &mut Gone(gone))?;
    let wasm = traps::where_named(&wasm, |function| unmade.iter().any(|name| is_part_of(name, function)))?;
    Ok((wasm, script))
}

/// The name of a type as that of the module which holds it: `into_sink` for `IntoSink`.
fn in_snake_case(name: &str) -> String {
    let mut out = String::with_capacity(name.len() + 4);
    for c in name.chars() {
        if c.is_ascii_uppercase() && !out.is_empty() {
            out.push('_');
        }
        out.push(c.to_ascii_lowercase());
    }
    out
}

/// The script without the functions that the program does not import. In the object that holds them each begins with
/// its key on a line of its own, and ends with the next brace below the key: `},`, or `}, arguments); },` where what it
/// throws is caught. A program that asks for what the script lacks is refused.
pub fn without_functions(wasm: &[u8], script: &str) -> Result<String, String> {
    let asked: HashSet<String> = imported(wasm)?.into_iter().map(|(_, name)| name).collect();
    let mut kept = String::with_capacity(script.len());
    let mut lines = script.lines();
    while let Some(line) = lines.next() {
        let key = line.trim_start();
        let indent = &line[..line.len() - key.len()];
        let unused =
            key.split_once(": function(").is_some_and(|(key, _)| key.starts_with("__wbg_") && !asked.contains(key));
        if unused {
            let end = format!("{indent}}}");
            lines.by_ref().find(|line| line.starts_with(&end));
            continue;
        }
        kept.push_str(line);
        kept.push('\n');
    }
    let given: HashSet<&str> = kept.lines().filter_map(|line| Some(line.trim_start().split_once(": ")?.0)).collect();
    match asked.iter().find(|name| name.starts_with("__wb") && !given.contains(name.as_str())) {
        Some(name) => Err(format!("the program asks for {name}, which its script lacks")),
        None => Ok(kept),
    }
}

/// The names of the classes that the script declares.
fn classes<'a>(lines: &[&'a str]) -> Vec<&'a str> {
    lines.iter().filter_map(|line| line.trim().strip_prefix("class ")?.strip_suffix(" {")).collect()
}

/// Which lines declare the class, export it, and let go of what it holds.
fn belonging(lines: &[&str], name: &str) -> Vec<bool> {
    let (class, registry) = (format!("class {name} {{"), format!("const {name}Finalization = "));
    let (dispose, export) = (format!("if (Symbol.dispose) {name}.prototype["), format!("exports.{name} = {name};"));
    let mut until: Option<String> = None;
    let mut own = Vec::with_capacity(lines.len());
    for line in lines {
        let said = line.trim_start();
        let indent = &line[..line.len() - said.len()];
        if let Some(end) = &until {
            own.push(true);
            if line == end || end.is_empty() && line.ends_with(");") {
                until = None;
            }
            continue;
        }
        if said == class {
            until = Some(format!("{indent}}}"));
        } else if said.starts_with(&registry) {
            until = Some(String::new());
        }
        own.push(until.is_some() || said.starts_with(&dispose) || said == export);
    }
    own
}

/// Whether the path of a function has `name` as one of its parts.
fn is_part_of(name: &str, path: &str) -> bool {
    path.match_indices(name).any(|(at, _)| {
        let behind = path[at + name.len()..].chars().next();
        path[..at].ends_with("::") && behind.is_none_or(|c| c != '_' && !c.is_ascii_alphanumeric())
    })
}

/// The names that a script takes from the program.
fn given(script: &str) -> HashSet<&str> {
    let part_of_name = |c: char| c == '_' || c == '$' || c.is_ascii_alphanumeric();
    script.split("wasm.").skip(1).map(|rest| &rest[..rest.find(|c| !part_of_name(c)).unwrap_or(rest.len())]).collect()
}

/// Exports to leave out.
struct Gone(HashSet<String>);

impl Reencode for Gone {
    type Error = Infallible;

    fn parse_export_section(&mut self, to: &mut ExportSection, from: ExportSectionReader<'_>) -> Result<(), Failure> {
        for export in from {
            let export = export?;
            if !self.0.contains(export.name) {
                self.parse_export(to, export)?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT: &str = "\
let bound = (function(exports) {
    class Unused {
        free() {
            wasm.__wbg_unused_free(this.ptr, 0);
            wasm.shared(1);
        }
    }
    if (Symbol.dispose) Unused.prototype[Symbol.dispose] = Unused.prototype.free;
    exports.Unused = Unused;

    class Made {
        free() {
            wasm.__wbg_made_free(this.ptr, 0);
        }
    }
    exports.Made = Made;

    function make() {
        wasm.shared(2);
        return new Made();
    }
    const imports = {
        __wbg_ask_0f: function(arg0) {
            return { done: {} };
        },
        __wbg_build_2b: function() { return handleError(function (arg0) {
            return { built: {} };
        }, arguments); },
        __wbg_tell_1a: function(arg0) {
            arg0();
        },
    };
    const UnusedFinalization = (typeof FinalizationRegistry === 'undefined')
        ? { register: () => {} }
        : new FinalizationRegistry(ptr => wasm.__wbg_unused_free(ptr, 1));
    return exports;
})({});
";

    /// A module that imports `names` and gives its one function by the name of each of `exports`.
    fn module(names: &[&str], exports: &[&str]) -> Vec<u8> {
        let text = |word: &str| [&[word.len() as u8], word.as_bytes()].concat();
        let section = |kind: u8, body: Vec<u8>| [vec![kind, body.len() as u8], body].concat();
        let imports = names.iter().flat_map(|name| [text("x"), text(name), vec![0, 0]].concat());
        let given = exports.iter().flat_map(|name| [text(name), vec![0, 0]].concat());
        [
            b"\0asm\x01\0\0\0".to_vec(),
            section(1, vec![1, 0x60, 0, 0]),
            section(2, std::iter::once(names.len() as u8).chain(imports).collect()),
            section(7, std::iter::once(exports.len() as u8).chain(given).collect()),
        ]
        .concat()
    }

    #[test]
    fn a_class_that_nobody_makes_goes_with_its_functions() {
        let wasm = module(&["a"], &["__wbg_unused_free", "__wbg_made_free", "shared"]);
        let (wasm, script) = without_classes(&wasm, SCRIPT).expect("a sound module");
        assert!(!script.contains("Unused") && script.contains("class Made") && script.contains("return exports;"));
        assert_eq!(wasm, module(&["a"], &["__wbg_made_free", "shared"]));
    }

    #[test]
    fn what_a_class_is_called_back_for_is_known_by_its_path() {
        assert_eq!(in_snake_case("IntoByteSink"), "into_byte_sink");
        for path in ["call::<<streams[0a]::into_sink::IntoSink>::write::{closure#0}>", "streams::into_sink::pull"] {
            assert!(["IntoSink", "into_sink"].iter().any(|name| is_part_of(name, path)), "{path}");
        }
        for path in ["streams::MadeIntoSink::new", "streams::into_sinks::pull", "IntoSink"] {
            assert!(!["IntoSink", "into_sink"].iter().any(|name| is_part_of(name, path)), "{path}");
        }
    }

    #[test]
    fn a_function_that_the_program_does_not_ask_for_goes() {
        let kept = |names: &[&str]| without_functions(&module(names, &[]), SCRIPT);
        let script = kept(&["__wbg_tell_1a"]).expect("a sound module");
        assert!(!["__wbg_ask_0f", "done", "__wbg_build_2b", "built"].iter().any(|gone| script.contains(gone)));
        assert!(script.contains("__wbg_tell_1a: function") && script.contains("const UnusedFinalization"));
        assert_eq!(kept(&["__wbg_ask_0f", "__wbg_build_2b", "__wbg_tell_1a"]).as_deref(), Ok(SCRIPT));
        assert!(kept(&["__wbg_build_2b"]).is_ok_and(|script| script.contains("built") && !script.contains("done")));
    }

    #[test]
    fn a_program_that_asks_for_what_its_script_lacks_is_refused() {
        let lacks = without_functions(&module(&["__wbg_gone_3c"], &[]), SCRIPT);
        assert_eq!(lacks, Err("the program asks for __wbg_gone_3c, which its script lacks".into()));
    }

    #[test]
    fn no_wasm_is_refused() {
        assert!(without_classes(b"x", SCRIPT).is_err() && without_functions(b"x", SCRIPT).is_err());
    }
}
