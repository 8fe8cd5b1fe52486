//! Calls wasm-bindgen and wasm-opt for the page's programs and the package.

use std::ffi::OsStr;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::tables::keep_table_exports;
use crate::{slim, write};

/// What rustc's wasm may use; binaryen 108 takes these and Chromium reads what comes out.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// What makes the wasm smallest after gzip, as measured with binaryen 108: optimised, its jumps laid out anew, optimised
/// twice more, and no large function written into its only caller. Rust's stack lies in the lowest memory, so no value
/// stands below address 1024. `--ignore-implicit-traps` would win another 0.2% and is wrong: it lets a step read memory
/// before the check that its address is one.
const PASSES: [&str; 7] =
    ["-Oz", "--flatten", "--rereloop", "-Oz", "-Oz", "--one-caller-inline-max-function-size=4", "--low-memory-unused"];

/// The functions of the page that start later, by the Rust module in which they stand.
const LATER: &str = "tiyao_web::later";

/// A program with the script that binds it to JavaScript.
pub struct Bound {
    /// The script that starts it.
    pub glue: String,
    /// The program.
    pub wasm: Vec<u8>,
    /// What of it starts later.
    pub later: Option<Vec<u8>>,
}

/// The program in `wasm`, as rustc wrote it, bound for a classic script under the name `bound`, optimised, and without what
/// starts later.
pub fn classic(wasm: &Path, bound: &str) -> Result<Bound, String> {
    let (whole, glue) = bind(wasm, "tiyao-classic", bound, &["--target", "no-modules", "--no-modules-global", bound])?;
    let slim::Parts { first, later } = slim::apart(&whole, LATER)?;
    let later = later.map(|later| slim::after_wasm_opt(&later)).transpose()?;
    let Bound { glue, wasm, .. } = finished(&first, &glue)?;
    Ok(Bound { glue: slim::without_comments(&glue), wasm, later })
}

/// The program in `wasm`, bound for a module that names no file of its own, and optimised.
pub fn module(wasm: &Path) -> Result<Bound, String> {
    let (whole, glue) = bind(wasm, "tiyao-module", "tiyao", &["--target", "web", "--omit-default-module-path"])?;
    finished(&whole, &glue)
}

/// The optimised program, still with the names of its functions, and its script.
fn bind(wasm: &Path, folder: &str, name: &str, target: &[&str]) -> Result<(Vec<u8>, String), String> {
    let folder = wasm.with_file_name(folder);
    let mut command = Command::new("wasm-bindgen");
    command.args(target).args(["--no-typescript", "--out-name", name, "--out-dir"]);
    run(command.arg(&folder).arg(wasm))?;
    let (glue, wasm) = (folder.join(format!("{name}.js")), folder.join(format!("{name}_bg.wasm")));
    let (used, glue) = slim::without_classes(&read(&wasm)?, &crate::read_text(&glue)?)?;
    write(&wasm, &slim::before_wasm_opt(&used)?)?;
    run_wasm_opt(&wasm)?;
    Ok((read(&wasm)?, glue))
}

/// The program as it is shipped.
fn finished(wasm: &[u8], glue: &str) -> Result<Bound, String> {
    let wasm = slim::after_wasm_opt(wasm)?;
    let (wasm, glue) = slim::with_short_names(&wasm, &slim::without_functions(&wasm, glue)?)?;
    Ok(Bound { glue, wasm, later: None })
}

/// The files in `dist` with this extension.
pub fn files_of_kind(dist: &Path, extension: &str) -> Result<Vec<PathBuf>, String> {
    let entries = std::fs::read_dir(dist).map_err(|error| format!("cannot read {}: {error}", dist.display()))?;
    let paths = entries.flatten().map(|entry| entry.path());
    Ok(paths.filter(|path| path.extension() == Some(OsStr::new(extension))).collect())
}

/// Makes the wasm of a file as small as it can be; what it does stays the same, and its functions keep their names. Without
/// wasm-opt the wasm stays as it is: larger, and as good.
fn run_wasm_opt(wasm: &Path) -> Result<(), String> {
    let before = read(wasm)?;
    let mut command = Command::new("wasm-opt");
    command.args(PASSES).args(FEATURES).args(["--debuginfo", "--output"]).arg(wasm).arg(wasm);
    match command.output() {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            eprintln!("tiyao-pack: wasm-opt is missing (Debian package binaryen): the page stays larger");
            Ok(())
        }
        Err(error) => Err(format!("wasm-opt does not start: {error}")),
        Ok(output) if output.status.success() => write(wasm, &keep_table_exports(&before, read(wasm)?)?),
        Ok(output) => Err(format!("wasm-opt failed: {}", String::from_utf8_lossy(&output.stderr))),
    }
}

/// The bytes of a file, or why it cannot be read.
pub fn read(path: &Path) -> Result<Vec<u8>, String> {
    std::fs::read(path).map_err(|error| format!("cannot read {}: {error}", path.display()))
}

fn run(command: &mut Command) -> Result<(), String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command.output().map_err(|error| format!("{name} does not start: {error}"))?;
    if output.status.success() {
        return Ok(());
    }
    Err(format!("{name} failed: {}", String::from_utf8_lossy(&output.stderr)))
}
