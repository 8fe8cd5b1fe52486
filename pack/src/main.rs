//! `tiyao-pack pack DIST` turns Trunk's build in DIST into one file, DIST/tiyao.html, that opens with no server, gives
//! both pages their content policy, and writes the wasm of the served page gzipped beside it. `tiyao-pack weigh DIST`
//! fails where a size limit is passed. `tiyao-pack serve DIST` serves DIST on loopback. `tiyao-pack package DIST` writes
//! the package for npm and the scripts for other people's pages into DIST/npm.

mod bindgen;
mod install;
mod markup;
mod package;
mod page;
mod policy;
mod serve;
mod size;
mod slim;
mod tables;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

const USAGE: &str = "usage: tiyao-pack pack DIST [--built FOLDER]
       tiyao-pack weigh DIST [--wasm-kb N] [--file-kb N]
       tiyao-pack serve DIST [--port N]
       tiyao-pack package DIST [--built FOLDER]";

/// The page's programs: how the page calls them, their wasm, and what their glue calls them. The first is the page; what
/// starts after it does not count as its wasm.
const PROGRAMS: [(&str, &str, &str); 2] =
    [("page", "tiyao-web.wasm", "wasm_bindgen"), ("library", "tiyao_library.wasm", "tiyao_library")];

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

    /// Where cargo left the wasm of that name.
    fn wasm(&self, name: &str) -> PathBuf {
        let given = self.options.iter().find(|(option, _)| option == "built").map(|(_, path)| PathBuf::from(path));
        let target = std::env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into());
        given.unwrap_or_else(|| Path::new(&target).join("wasm32-unknown-unknown/page")).join(name)
    }
}

fn main() -> ExitCode {
    let Some(arguments) = Arguments::of(std::env::args()) else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    let done = match arguments.command.as_str() {
        "pack" => pack(&arguments),
        "package" => package(&arguments),
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
    for kind in ["js", "wasm", "gz"] {
        for path in bindgen::files_of_kind(&arguments.dist, kind)? {
            std::fs::remove_file(&path).map_err(|error| format!("cannot remove {}: {error}", path.display()))?;
        }
    }
    let mut programs = Vec::new();
    for (name, wasm, bound) in PROGRAMS {
        let built = bindgen::classic(&arguments.wasm(wasm), bound)?;
        let glue = page::Glue { script: built.glue, bound };
        programs.push(program(&arguments.dist, name, &built.wasm, Some(glue))?);
        if let Some(later) = built.later {
            programs.push(program(&arguments.dist, "later", &later, None)?);
        }
    }
    let one = page::one_file(&html, &arguments.dist, &programs)?;
    let page = page::served(&html, &programs)?;
    write(&served, page.as_bytes())?;
    let files: Vec<_> = programs.iter().map(|program| program.file.clone()).collect();
    install::write_all(&arguments.dist, &page, &files)?;
    write(&arguments.dist.join("tiyao.html"), one.as_bytes())?;
    println!("{}", sizes(&arguments.dist)?);
    Ok(())
}

/// Writes a program's wasm into `dist`, as it is and gzipped.
fn program(dist: &Path, name: &'static str, wasm: &[u8], glue: Option<page::Glue>) -> Result<page::Program, String> {
    let packed = size::gzip(wasm)?;
    // Another build has another address, so that no cache holds back an older one.
    let file = format!("{name}-{}.wasm", &policy::hex(wasm)[..16]);
    write(&dist.join(&file), wasm)?;
    write(&dist.join(format!("{file}.gz")), &packed)?;
    Ok(page::Program { name, glue, packed, file })
}

fn package(arguments: &Arguments) -> Result<(), String> {
    println!("{}", package::build(Path::new("."), &arguments.dist, &arguments.wasm("tiyao_embed.wasm"))?);
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
    let (mut wasm, mut parts) = (0, 0);
    for path in bindgen::files_of_kind(dist, "gz")? {
        let of_page = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("page-"));
        *if of_page { &mut wasm } else { &mut parts } += bindgen::read(&path)?.len();
    }
    if wasm == 0 {
        return Err(format!("{} holds no gzipped wasm: pack it first", dist.display()));
    }
    Ok(size::Sizes { wasm, parts, file: bindgen::read(&dist.join("tiyao.html"))?.len() })
}

fn read_text(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|error| format!("cannot read {}: {error}", path.display()))
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    std::fs::write(path, bytes).map_err(|error| format!("cannot write {}: {error}", path.display()))
}
