//! The command `tiyao`.

fn main() {
    for path in std::env::args().skip(1).filter(|word| !word.starts_with('-') && word != "json") {
        let text = std::fs::read_to_string(&path).expect("a readable text");
        let options = tiyao::Options { name: path, ..tiyao::Options::default() };
        print!("{}", tiyao::export::json(&tiyao::read(&text, &options)));
    }
}
