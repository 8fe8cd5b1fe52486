//! The command `tiyao`.

fn main() {
    for path in std::env::args().skip(1).filter(|word| !word.starts_with('-') && word != "json") {
        let text = std::fs::read_to_string(path).expect("a readable text");
        let digest = tiyao::read(&text, &tiyao::Options::default());
        println!("{}", tiyao::export::json(&digest));
    }
}
