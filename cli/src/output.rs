//! Where digests go, and what stands between them.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};

use tiyao::check::Ledger;
use tiyao::export::{self, Screen};
use tiyao::{Digest, Language};

use crate::arguments::{Arguments, Format};
use crate::inputs::Input;

/// What holds the digests of one run together.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    /// There is one digest.
    Single,
    /// A list, a table, a page of several.
    Several,
    /// One line or block a digest, each complete.
    Lines,
}

/// How each digest of one run is written.
#[derive(Clone, Copy)]
pub struct Style {
    format: Format,
    language: Language,
    joint: Joint,
    screen: Screen,
    /// Whether each goes to a file of its own.
    apart: bool,
}

/// A digest with its words in the format of the run, which any core can put together.
pub struct Written {
    digest: Digest,
    /// Nothing where they rest on the digests before.
    words: Option<String>,
}

impl Written {
    /// The digest in this style.
    pub fn of(digest: Digest, style: Style) -> Self {
        Self { words: style.words(&digest), digest }
    }
}

impl Style {
    fn words(self, digest: &Digest) -> Option<String> {
        if self.apart {
            return Some(self.alone(digest));
        }
        Some(match self.format {
            Format::Html => return None,
            Format::Json if self.joint == Joint::Several => export::json_line(digest),
            Format::Annotations if self.joint == Joint::Several => export::annotations(digest).trim_end().to_owned(),
            Format::Csv => export::csv_rows(digest),
            _ => self.alone(digest),
        })
    }

    fn alone(self, digest: &Digest) -> String {
        match self.format {
            Format::Text => export::text(digest, self.language, self.screen),
            Format::Json => export::json(digest),
            Format::Ndjson => export::ndjson(digest),
            Format::Csv => export::csv(digest),
            Format::Markdown => export::markdown(digest, self.language),
            Format::Html => export::html(digest, self.language),
            Format::Annotations => export::annotations(digest),
            Format::Marks => export::marks(digest),
            Format::Findings => export::findings(digest, self.language),
        }
    }

    const fn between(self) -> &'static str {
        match (self.format, self.joint) {
            (Format::Json | Format::Annotations, Joint::Several) => ",\n",
            (Format::Text | Format::Markdown, _) => "\n",
            _ => "",
        }
    }

    fn head(self, name: &str) -> String {
        match self.format {
            Format::Json | Format::Annotations if self.joint == Joint::Several => "[\n".into(),
            Format::Csv => export::csv_header(),
            Format::Html => export::html_head(if self.joint == Joint::Single { name } else { "" }, self.language),
            _ => String::new(),
        }
    }
}

/// Writes the digests of one run.
pub struct Output {
    target: Target,
    style: Style,
    terminal: bool,
    count: usize,
    mismatches: bool,
    /// What the texts say together, and their names.
    ledger: Ledger,
    names: Vec<String>,
}

enum Target {
    Stream(Box<dyn Write>),
    /// The folder, and the names taken in it.
    Folder(PathBuf, HashSet<PathBuf>),
}

impl Output {
    /// For `count` documents.
    pub fn documents(arguments: &Arguments, language: Language, count: usize) -> io::Result<Self> {
        let joint = if count == 1 { Joint::Single } else { Joint::Several };
        Self::open(arguments, language, joint)
    }

    /// For documents of which nobody knows how many come.
    pub fn lines(arguments: &Arguments, language: Language) -> io::Result<Self> {
        Self::open(arguments, language, Joint::Lines)
    }

    fn open(arguments: &Arguments, language: Language, joint: Joint) -> io::Result<Self> {
        let format = arguments.format();
        let terminal = arguments.output.is_none() && io::stdout().is_terminal();
        let mut screen = Screen::default();
        let target = match &arguments.output {
            // Escapes are taken out again where no terminal reads them, or NO_COLOR is set.
            None if format == Format::Text => {
                screen = Screen { columns: columns(), colour: true };
                Target::Stream(Box::new(anstream::stdout()))
            }
            None => Target::Stream(Box::new(BufWriter::new(io::stdout()))),
            Some(path) if is_folder(path) && joint != Joint::Lines => {
                fs::create_dir_all(path)?;
                Target::Folder(path.clone(), HashSet::new())
            }
            Some(path) => Target::Stream(Box::new(BufWriter::new(File::create(path)?))),
        };
        let apart = matches!(target, Target::Folder(..));
        Ok(Self {
            target,
            style: Style { format, language, joint, screen, apart },
            terminal,
            count: 0,
            mismatches: false,
            ledger: Ledger::default(),
            names: Vec::new(),
        })
    }

    /// How each digest is written.
    pub const fn style(&self) -> Style {
        self.style
    }

    /// Whether digests are shown on a terminal.
    pub const fn is_terminal(&self) -> bool {
        self.terminal
    }

    /// Whether numbers of some text written so far do not match each other.
    pub fn mismatches(&self) -> bool {
        self.mismatches || !self.ledger.conflicts().is_empty()
    }

    fn note(&mut self, digest: &Digest) {
        self.mismatches |= export::mismatches(digest);
        if self.style.format == Format::Findings {
            self.ledger.take(digest);
            self.names.push(digest.options.name.clone());
        }
    }

    /// Writes the digest of an input.
    pub fn write(&mut self, input: &Input, written: &Written) -> io::Result<()> {
        self.note(&written.digest);
        match (&mut self.target, &written.words) {
            (Target::Folder(folder, taken), Some(words)) => {
                let path = free(folder.join(&input.place), ending(self.style.format), taken);
                if let Some(above) = path.parent() {
                    fs::create_dir_all(above)?;
                }
                fs::write(path, words)
            }
            _ => self.joined(written),
        }
    }

    /// Writes the digest of a line and hands it on at once.
    pub fn write_line(&mut self, written: &Written) -> io::Result<()> {
        self.note(&written.digest);
        self.joined(written)?;
        match &mut self.target {
            Target::Stream(stream) => stream.flush(),
            Target::Folder(..) => Ok(()),
        }
    }

    /// Writes what ends the whole.
    pub fn close(mut self) -> io::Result<()> {
        let Target::Stream(_) = self.target else { return Ok(()) };
        let mut end = String::new();
        if self.count == 0 {
            end.push_str(&self.style.head(""));
        }
        match self.style.format {
            // A single text that could not be read leaves nothing.
            _ if self.style.joint == Joint::Single && self.count == 0 => end.clear(),
            Format::Json | Format::Annotations if self.style.joint == Joint::Several => {
                end.push_str(if self.count == 0 { "]\n" } else { "\n]\n" });
            }
            Format::Html => end.push_str(export::html_foot()),
            Format::Findings => end.push_str(&export::conflicts(&self.ledger, &self.names, self.style.language)),
            _ => {}
        }
        let Target::Stream(stream) = &mut self.target else { return Ok(()) };
        stream.write_all(end.as_bytes())?;
        stream.flush()
    }

    fn joined(&mut self, written: &Written) -> io::Result<()> {
        let (digest, style) = (&written.digest, self.style);
        let Target::Stream(stream) = &mut self.target else { return Ok(()) };
        let opening = if self.count == 0 { style.head(&digest.options.name) } else { style.between().into() };
        stream.write_all(opening.as_bytes())?;
        match &written.words {
            Some(words) => stream.write_all(words.as_bytes())?,
            None => stream.write_all(export::html_report(digest, self.count, style.language).as_bytes())?,
        }
        self.count += 1;
        Ok(())
    }
}

fn is_folder(path: &Path) -> bool {
    path.is_dir() || path.to_string_lossy().ends_with(std::path::is_separator)
}

const fn ending(format: Format) -> &'static str {
    match format {
        Format::Text => "txt",
        Format::Json => "json",
        Format::Ndjson => "ndjson",
        Format::Csv => "csv",
        Format::Markdown => "md",
        Format::Html => "html",
        Format::Annotations => "annotations.json",
        Format::Marks => "marks.jsonl",
        Format::Findings => "findings.txt",
    }
}

/// The path with the ending added to its whole name, numbered where another text of this run has it already.
fn free(path: PathBuf, ending: &str, taken: &mut HashSet<PathBuf>) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut wanted = path.with_file_name(format!("{name}.{ending}"));
    let mut number = 2;
    while !taken.insert(wanted.clone()) {
        wanted = path.with_file_name(format!("{name}-{number}.{ending}"));
        number += 1;
    }
    wanted
}

/// How wide the terminal is; 80 where there is none.
fn columns() -> usize {
    terminal_size::terminal_size().map_or(80, |(width, _)| usize::from(width.0))
}
