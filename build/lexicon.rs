//! Packs the tables of words for the page, in a form that gzip makes small: own codes of one or two bytes for the
//! characters; words in order within their family, so that first characters are small distances; lengths, distances and
//! the other characters apart. The examples, which only tests read, are left out. `src/lexicon/packed.rs` reads this.

use std::collections::{BTreeMap, HashMap};
use std::error::Error;
use std::fs;
use std::path::Path;

use crate::numbers;

/// The characters with a code of one byte: the most frequent ones. The other first bytes leave room for 8192 more.
const SHORT: usize = 224;

/// A text that is packed as it is.
const PLAIN: &str = "divisions.txt";

/// A table: its name, and its families in the order of their first words.
struct Table {
    name: String,
    families: Vec<(String, Vec<Vec<char>>)>,
}

/// The tables of `folder`: the characters; each table's name, its families and how many words they have; the lengths of all
/// words; the distances of their first characters; their other characters; the plain text.
pub fn packed(folder: &Path) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut files: Vec<_> =
        fs::read_dir(folder)?.map(|file| Ok(file?.path())).collect::<Result<_, std::io::Error>>()?;
    files.retain(|file| file.extension().is_some_and(|end| end == "tsv" || end == "txt"));
    files.sort();
    let (mut tables, mut plain) = (Vec::new(), String::new());
    for file in files {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let text = fs::read_to_string(&file)?;
        let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        if name == PLAIN {
            plain = lines.flat_map(|line| [line, "\n"]).collect();
        } else {
            tables.push(Table { families: families(&name, lines), name });
        }
    }
    let mut out = Vec::new();
    let codes = codes(&tables, &plain, &mut out)?;
    write(&mut tables, &plain, &codes, &mut out);
    Ok(out)
}

/// The words by their families. A row of `ordinary.txt` is a first character and all its second ones. A word of several
/// families keeps their order: the first is the one that counts, so its later families stand in later groups.
fn families<'a>(name: &str, lines: impl Iterator<Item = &'a str>) -> Vec<(String, Vec<Vec<char>>)> {
    let mut groups: Vec<(String, Vec<Vec<char>>)> = Vec::new();
    let mut after: HashMap<Vec<char>, usize> = HashMap::new();
    for line in lines {
        let mut cells = line.split('\t');
        let (term, family) = (cells.next().unwrap_or_default(), cells.next().unwrap_or_default());
        let (family, words) = match name {
            "ordinary.txt" => ("", family.chars().map(|second| term.chars().chain([second]).collect()).collect()),
            _ => (family, vec![term.chars().collect::<Vec<_>>()]),
        };
        for word in words {
            let from = after.get(&word).copied().unwrap_or_default();
            let at = (from..groups.len()).find(|&at| groups[at].0 == family).unwrap_or(groups.len());
            if at == groups.len() {
                groups.push((family.to_owned(), Vec::new()));
            }
            after.insert(word.clone(), at + 1);
            groups[at].1.push(word);
        }
    }
    groups
}

/// The number of each character, and writes the characters: frequent ones in order, then the others in order, each as its
/// distance from the one before.
fn codes(tables: &[Table], plain: &str, out: &mut Vec<u8>) -> Result<HashMap<char, usize>, Box<dyn Error>> {
    let mut times: BTreeMap<char, usize> = BTreeMap::new();
    let words = tables.iter().flat_map(|table| &table.families).flat_map(|(_, words)| words).flatten();
    words.copied().chain(plain.chars()).for_each(|c| *times.entry(c).or_default() += 1);
    let mut chars: Vec<char> = times.keys().copied().collect();
    chars.sort_by_key(|c| std::cmp::Reverse(times[c]));
    if chars.len() > SHORT + (256 - SHORT) * 256 {
        return Err(format!("{} characters are more than have a code", chars.len()).into());
    }
    let (frequent, others) = chars.split_at_mut(SHORT.min(times.len()));
    for part in [frequent, others] {
        part.sort_unstable();
        numbers::write(out, part.len() as u32);
        let mut before = 0;
        for &c in part.iter() {
            numbers::write(out, c as u32 - before);
            before = c as u32;
        }
    }
    Ok(chars.into_iter().enumerate().map(|(at, c)| (c, at)).collect())
}

fn write(tables: &mut [Table], plain: &str, codes: &HashMap<char, usize>, out: &mut Vec<u8>) {
    let (mut lengths, mut distances, mut rest) = (Vec::new(), Vec::new(), Vec::new());
    numbers::write(out, tables.len() as u32);
    for table in tables {
        write_line(out, &table.name);
        numbers::write(out, table.families.len() as u32);
        for (family, words) in &mut table.families {
            write_line(out, family);
            numbers::write(out, words.len() as u32);
            words.sort_by_cached_key(|word| word.iter().map(|c| codes[c]).collect::<Vec<_>>());
            let mut before = 0;
            for word in words {
                lengths.push(word.len() as u8);
                numbers::write(&mut distances, (codes[&word[0]] - before) as u32);
                before = codes[&word[0]];
                word[1..].iter().for_each(|c| write_code(&mut rest, codes[c]));
            }
        }
    }
    plain.chars().for_each(|c| write_code(&mut rest, codes[&c]));
    out.extend([lengths, distances, rest].concat());
}

fn write_line(out: &mut Vec<u8>, line: &str) {
    out.extend(line.bytes().chain([b'\n']));
}

fn write_code(out: &mut Vec<u8>, code: usize) {
    match code.checked_sub(SHORT) {
        None => out.push(code as u8),
        Some(other) => out.extend([(SHORT + other / 256) as u8, (other % 256) as u8]),
    }
}
