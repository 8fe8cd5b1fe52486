//! `tiyao-pack pack DIST` turns Trunk's build in DIST into one file, DIST/tiyao.html, that opens with no server, gives
//! both pages their content policy, and writes the wasm of the served page gzipped beside it. `tiyao-pack weigh DIST`
//! fails where a size limit is passed. `tiyao-pack serve DIST` serves DIST on loopback.

mod bindgen;
mod markup;
mod page;
mod policy;
mod serve;
mod size;
mod slim;
mod tables;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

const USAGE: &str = "usage: tiyao-pack pack DIST [--wasm FILE]
       tiyao-pack weigh DIST [--wasm-kb N] [--file-kb N]
       tiyao-pack serve DIST [--port N]";

/// What the words of the command line ask for.
struct Arguments {
    command: String,
    dist: PathBuf,
    options: Vec<(String, String)>,
}

impl Arguments {
    fn of(words: impl Iterator<Item = String>) -> Option<Self> {
        let mut words = words.skip(1);
        let (command, dist) = (words.next()?, words.next()?.into());
        let mut options = Vec::new();
        while let Some(name) = words.next() {
            options.push((name.strip_prefix("--")?.to_owned(), words.next()?));
        }
        Some(Self { command, dist, options })
    }

    fn number(&self, name: &str, otherwise: u32) -> Result<u32, String> {
        let Some((_, value)) = self.options.iter().find(|(option, _)| option == name) else { return Ok(otherwise) };
        value.parse().map_err(|_| format!("--{name} wants a whole number, not {value}"))
    }

    fn wasm(&self) -> PathBuf {
        if let Some((_, path)) = self.options.iter().find(|(option, _)| option == "wasm") {
            return path.into();
        }
        let target = std::env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into());
        Path::new(&target).join("wasm32-unknown-unknown/page/tiyao-web.wasm")
    }
}

fn main() -> ExitCode {
    let Some(arguments) = Arguments::of(std::env::args()) else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    let done = match arguments.command.as_str() {
        "pack" => pack(&arguments),
        "weigh" => weigh(&arguments),
        "serve" => arguments.number("port", 8650).and_then(|port| serve::serve(&arguments.dist, port as u16)),
        _ => Err(USAGE.to_owned()),
    };
    let Err(reason) = done else { return ExitCode::SUCCESS };
    eprintln!("tiyao-pack: {reason}");
    ExitCode::FAILURE
}

fn pack(arguments: &Arguments) -> Result<(), String> {
    let served = arguments.dist.join("index.html");
    let html = read_text(&served)?;
    if html.contains(policy::MARK) {
        return Err(format!("{} is packed already: run 'trunk build' first", served.display()));
    }
    bindgen::optimise_served(&arguments.dist)?;
    let built = bindgen::classic(&arguments.wasm())?;
    let wasm = size::gzip(&built.wasm)?;
    let one = page::one_file(&html, &arguments.dist, &built.glue, &wasm)?;
    write(&served, page::served(&html)?.as_bytes())?;
    write(&arguments.dist.join("tiyao.html"), one.as_bytes())?;
    for path in bindgen::files_of_kind(&arguments.dist, "wasm")? {
        write(&path.with_extension("wasm.gz"), &size::gzip(&bindgen::read(&path)?)?)?;
    }
    println!("{}", sizes(&arguments.dist)?);
    Ok(())
}

fn weigh(arguments: &Arguments) -> Result<(), String> {
    let limits =
        size::Limits { wasm_kb: arguments.number("wasm-kb", 400)?, file_kb: arguments.number("file-kb", 800)? };
    let sizes = sizes(&arguments.dist)?;
    println!("{sizes}");
    limits.check(&sizes)
}

/// What the files weigh that browsers get.
fn sizes(dist: &Path) -> Result<size::Sizes, String> {
    let mut wasm = 0;
    for path in bindgen::files_of_kind(dist, "gz")? {
        wasm += bindgen::read(&path)?.len();
    }
    if wasm == 0 {
        return Err(format!("{} holds no gzipped wasm: pack it first", dist.display()));
    }
    Ok(size::Sizes { wasm, file: bindgen::read(&dist.join("tiyao.html"))?.len() })
}

fn read_text(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|error| format!("cannot read {}: {error}", path.display()))
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    std::fs::write(path, bytes).map_err(|error| format!("cannot write {}: {error}", path.display()))
}
