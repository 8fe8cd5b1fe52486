//! The command `tiyao`.

mod decoder;

use tiyao::source::Source;

fn main() {
    for path in std::env::args().skip(1).filter(|word| !word.starts_with('-') && word != "json") {
        let bytes = std::fs::read(&path).expect("a readable file");
        let source = match Source::from_bytes(&bytes, &path, &decoder::Tables) {
            Ok(source) => source,
            Err(refusal) => {
                eprintln!("{path}: {refusal}");
                continue;
            }
        };
        let options = tiyao::Options { name: path, ..tiyao::Options::default() };
        print!("{}", tiyao::export::json(&tiyao::digest::read_source(source, &options)));
    }
}
