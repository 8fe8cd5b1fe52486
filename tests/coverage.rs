//! How many numerals in Arabic digits some fact explains: of single lines, and of a folder of other people's texts.

use std::path::{Path, PathBuf};

use tiyao::digest::read_source;
use tiyao::model::{Coverage, Detail};
use tiyao::source::{LegacyDecoder, Source};
use tiyao::{Options, read};

/// The share of numerals explained that a folder of texts must reach.
const FLOOR: (usize, usize) = (99, 100);

struct Tables;

impl LegacyDecoder for Tables {
    fn decode(&self, label: &str, bytes: &[u8]) -> Option<String> {
        let encoding = encoding_rs::Encoding::for_label(label.as_bytes())?;
        Some(encoding.decode_without_bom_handling(bytes).0.into_owned())
    }
}

/// Reads a row: what each numeral that measures nothing is, in order, and that none is left unread.
fn check(row: &str) {
    let (text, wanted) = row.split_once('\t').expect(row);
    let digest = read(text, &Options::default());
    let others = digest.facts.iter().filter_map(|fact| match &fact.detail {
        Detail::NotFigure(other) => Some(format!("{}={}", fact.span.of(text), other.reason)),
        _ => None,
    });
    assert_eq!(others.collect::<Vec<_>>().join("; "), wanted, "{text}");
    assert!(digest.coverage.unread.is_empty(), "{text}: {:?}", digest.coverage.unread);
}

#[test]
fn numerals_that_measure_nothing_are_told() {
    let rows = include_str!("cases/others.tsv").lines().filter(|row| !row.starts_with('#'));
    assert!(rows.map(check).count() >= 17);
}

/// Every file below `folder`, in order.
fn files(folder: PathBuf) -> Vec<PathBuf> {
    let (mut found, mut open) = (Vec::new(), vec![folder]);
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() { open.push(path) } else { found.push(path) }
        }
    }
    found.sort();
    found
}

fn coverage(path: &Path) -> Option<Coverage> {
    let bytes = std::fs::read(path).ok()?;
    let source = Source::from_bytes(&bytes, &path.to_string_lossy(), &Tables).ok()?;
    Some(read_source(source, &Options::default()).coverage)
}

/// Texts, pages and feeds of the folder that `TIYAO_CORPUS` names, else of `../shared/corpus`. Where there is none, the
/// test says so.
#[test]
fn numerals_of_a_corpus_are_explained() {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    let folder = std::env::var_os("TIYAO_CORPUS").map_or(beside, PathBuf::from);
    let (mut numerals, mut explained) = (0, 0);
    for path in files(folder.clone()) {
        let Some(found) = coverage(&path) else { continue };
        numerals += found.numerals;
        explained += found.explained;
        if !found.unread.is_empty() {
            println!("{:>4} of {:>5} unread in {}", found.unread.len(), found.numerals, path.display());
        }
    }
    if numerals == 0 {
        println!("not measured: no texts in {}", folder.display());
        return;
    }
    println!("{explained} of {numerals} numerals explained");
    assert!(explained * FLOOR.1 >= numerals * FLOOR.0, "{explained} of {numerals}");
}
