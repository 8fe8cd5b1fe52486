//! Packs the tables that the page carries: as text they would be a third of it.

mod lexicon;
mod numbers;
mod traditional;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

const TRADITIONAL: &str = "src/script/traditional.tsv";
const LEXICON: &str = "src/lexicon";

fn main() -> Result<(), Box<dyn Error>> {
    for path in [TRADITIONAL, LEXICON, "build"] {
        println!("cargo::rerun-if-changed={path}");
    }
    let out = PathBuf::from(env::var("OUT_DIR")?);
    fs::write(out.join("traditional.bin"), traditional::packed(&fs::read_to_string(TRADITIONAL)?)?)?;
    fs::write(out.join("lexicon.bin"), lexicon::packed(Path::new(LEXICON))?)?;
    Ok(())
}
