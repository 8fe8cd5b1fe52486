//! Packs the tables that the page carries: as text they would be a third of it.

mod entities;
mod lexicon;
mod numbers;
mod traditional;
mod words;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

const TRADITIONAL: &str = "src/script/traditional.tsv";
const COMPATIBILITY: &str = "src/script/compatibility.tsv";
const WORDS: &str = "src/script/words.tsv";
const ENTITIES: &str = "src/source/html/entities.tsv";
const LEXICON: &str = "src/lexicon";

fn main() -> Result<(), Box<dyn Error>> {
    for path in [TRADITIONAL, COMPATIBILITY, WORDS, ENTITIES, LEXICON, "build"] {
        println!("cargo::rerun-if-changed={path}");
    }
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let traditional = fs::read_to_string(TRADITIONAL)?;
    fs::write(out.join("folds.bin"), traditional::packed(&traditional, &fs::read_to_string(COMPATIBILITY)?)?)?;
    fs::write(out.join("words.txt"), words::marked(&fs::read_to_string(WORDS)?, &traditional::folds(&traditional)?))?;
    let (names, distances) = entities::packed(&fs::read_to_string(ENTITIES)?)?;
    fs::write(out.join("entities.txt"), names)?;
    fs::write(out.join("entities.bin"), distances)?;
    fs::write(out.join("lexicon.bin"), lexicon::packed(Path::new(LEXICON))?)?;
    Ok(())
}
