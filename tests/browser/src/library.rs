//! Files to be dropped at once.

use crate::seeds;

/// A file: its name and its bytes.
pub type File = (String, Vec<u8>);

/// The five seeds.
pub fn seeds() -> Vec<File> {
    seeds::NAMES.iter().map(|name| (format!("{name}.txt"), seeds::text(name).into_bytes())).collect()
}

/// The five seeds and another file after them.
pub fn seeds_with(name: &str, bytes: &[u8]) -> Vec<File> {
    let mut files = seeds();
    files.push((name.to_owned(), bytes.to_vec()));
    files
}

/// Reports of two places for two years: each says what was reached, the first also what is wanted for the next year.
pub fn reports() -> Vec<File> {
    [
        ("淮安市", 2016, "7.5%", "　　2017年的主要预期目标是：地区生产总值增长7%左右。\n"),
        ("淮安市", 2017, "6.8%", ""),
        ("随州市", 2017, "9.1%", ""),
    ]
    .into_iter()
    .map(|(place, year, growth, wanted)| {
        let text = format!("{place}{year}年政府工作报告\n　　{year}年，{place}地区生产总值增长{growth}。\n{wanted}");
        (format!("{place}{year}.txt"), text.into_bytes())
    })
    .collect()
}
