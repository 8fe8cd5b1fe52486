//! Packs the tables of words for the page as one text, in which words stand in order within their family. The examples,
//! which only tests read, are left out. `src/lexicon/packed.rs` reads this.

use std::collections::{BTreeMap, HashMap};
use std::error::Error;
use std::fs;
use std::path::Path;

use tiyao_packed::{CLASSES, END, Encoder, NAMES, TABLE, Writing, swapped};

/// A text that is packed as it is.
const PLAIN: &str = "divisions.txt";

/// A table: its name, and its families in the order of their first words.
struct Table {
    name: String,
    families: Vec<(String, Vec<Vec<char>>)>,
}

/// The tables of `folder`.
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
    let classes = classes(&tables, &plain)?;
    let mut writing = Writing::new(Encoder::new(), |code| classes.get(&code).copied().unwrap_or_default());
    let codes = writing.symbols().iter().zip(0..).map(|(&c, code)| (c, code)).collect();
    for c in text(&mut tables, &plain, &codes).chars() {
        writing.symbol(codes[&c]);
    }
    Ok(writing.finish().finish())
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

/// The class of each character: as many as there is room for in each, the most frequent ones first.
fn classes(tables: &[Table], plain: &str) -> Result<HashMap<u32, usize>, Box<dyn Error>> {
    let mut times: BTreeMap<char, usize> = BTreeMap::from([TABLE, NAMES, END].map(|mark| (mark, 0)));
    for table in tables {
        let families = table.families.iter();
        let chars = families.flat_map(|(family, words)| family.chars().chain(words.iter().flatten().copied()));
        chars.chain(table.name.chars()).for_each(|c| *times.entry(c).or_default() += 1);
    }
    plain.chars().for_each(|c| *times.entry(c).or_default() += 1);
    times.remove(&'\n');
    let mut chars: Vec<char> = times.keys().copied().collect();
    chars.sort_by_key(|c| std::cmp::Reverse(times[c]));
    let room = CLASSES.iter().enumerate().skip(1).flat_map(|(class, bits)| vec![class; 1 << bits]);
    if chars.len() > room.clone().count() {
        return Err(format!("{} characters are more than have a number", chars.len()).into());
    }
    Ok(chars.into_iter().map(u32::from).zip(room).collect())
}

/// The tables as one text. The words of a family stand in the order of their characters' numbers.
fn text(tables: &mut [Table], plain: &str, codes: &HashMap<char, u32>) -> String {
    let mut text = String::new();
    for table in tables {
        text.extend([TABLE].into_iter().chain(table.name.chars()).chain(['\n']));
        for (family, words) in &mut table.families {
            text.extend([family, "\n"]);
            words.sort_by_cached_key(|word| word.iter().map(|c| codes[c]).collect::<Vec<_>>());
            words.iter().for_each(|word| text.extend(word.iter().chain(&['\n'])));
            text.push('\n');
        }
    }
    text.extend([NAMES].into_iter().chain(PLAIN.chars()).chain(['\n']));
    text.extend(plain.chars().map(swapped).chain([END]));
    text
}
