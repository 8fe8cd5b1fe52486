//! How fast each step is, in characters a second: `cargo bench --bench stages`.

use divan::counter::CharsCount;
use divan::{Bencher, black_box};
use tiyao::divide::divide;
use tiyao::fold::Fold;
use tiyao::read::Page;
use tiyao::scan::scan;
use tiyao::{Options, export};

const SEEDS: [(&str, &str); 5] = [
    ("chongqing-2022", include_str!("../seeds/chongqing-2022.txt")),
    ("huaian-2017", include_str!("../seeds/huaian-2017.txt")),
    ("rongchang-2016", include_str!("../seeds/rongchang-2016.txt")),
    ("suizhou-2023", include_str!("../seeds/suizhou-2023.txt")),
    ("zhoukou-2017", include_str!("../seeds/zhoukou-2017.txt")),
];

fn main() {
    divan::main();
}

/// All seeds in one text, as often as makes 200,000 characters.
fn long_text() -> String {
    let all: String = SEEDS.iter().map(|(_, text)| *text).collect();
    all.repeat(200_000 / all.chars().count() + 1)
}

fn seed(name: &str) -> &'static str {
    SEEDS.iter().find(|(seed, _)| *seed == name).map_or("", |(_, text)| text)
}

#[divan::bench(args = ["chongqing-2022", "huaian-2017", "rongchang-2016", "suizhou-2023", "zhoukou-2017"])]
fn digest_of_a_seed(bencher: Bencher, name: &str) {
    let text = seed(name);
    bencher.counter(CharsCount::of_str(text)).bench(|| tiyao::read(black_box(text), &Options::default()));
}

#[divan::bench]
fn digest_of_a_long_text(bencher: Bencher) {
    let text = long_text();
    bencher.counter(CharsCount::of_str(&text)).bench(|| tiyao::read(black_box(&text), &Options::default()));
}

#[divan::bench]
fn step_fold(bencher: Bencher) {
    let text = long_text();
    bencher.counter(CharsCount::of_str(&text)).bench(|| Fold::of(black_box(&text)));
}

#[divan::bench]
fn step_divide(bencher: Bencher) {
    let text = long_text();
    let fold = Fold::of(&text);
    bencher.counter(CharsCount::of_str(&text)).bench(|| divide(black_box(&fold)));
}

#[divan::bench]
fn step_scan(bencher: Bencher) {
    let text = long_text();
    let fold = Fold::of(&text);
    bencher.counter(CharsCount::of_str(&text)).bench(|| scan(black_box(&fold)));
}

#[divan::bench]
fn step_read(bencher: Bencher) {
    let (text, options) = (long_text(), Options::default());
    let fold = Fold::of(&text);
    let (layout, marks) = (divide(&fold), scan(&fold));
    let page = Page { fold: &fold, layout: &layout, marks: &marks, options: &options };
    bencher
        .counter(CharsCount::of_str(&text))
        .bench(|| tiyao::read::read(black_box(&page), &tiyao::read::Own::default()));
}

#[divan::bench]
fn export_json(bencher: Bencher) {
    let text = long_text();
    let digest = tiyao::read(&text, &Options::default());
    bencher.counter(CharsCount::of_str(&text)).bench(|| export::json(black_box(&digest)));
}
