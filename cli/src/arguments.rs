//! What the command takes.

use std::path::PathBuf;

use clap::{Parser, ValueEnum};
use tiyao::Language;

const AFTER: &str = "\
Exit status:
  0  every input gave a digest
  1  some input could not be read (the others were), or the output not written;
     with --check also where numbers of a text do not match each other
  2  the command line is wrong

Examples:
  tiyao report.txt                               read the digest in the terminal
  tiyao --format html -o report.html report.txt  a page to hand on
  tiyao --format csv -o all.csv reports/         one table of a folder's facts
  tiyao --check draft.txt                        before it is published
  tiyao --terms words.tsv report.txt             with the programmes and indicators of your own list
  tiyao --input jsonl --format json < texts.jsonl > digests.jsonl

Environment:
  LC_ALL, LC_MESSAGES, LANG  the language of reports and messages, unless --lang says it
  NO_COLOR                   no colour in the terminal

提要：读中文公文、新闻和工作总结，列出其中的数据、时间、名称，每一条都指回原文。全部在本机进行，不联网。";

/// Digests of Chinese official news and work reviews.
///
/// Reads Simplified or Traditional text (UTF-8, UTF-16, GB 18030 or Big5, told apart by itself; plain text, Markdown or
/// HTML) and lists what it says: figures with what they measure and against what, times, names, sections, quotations,
/// each with the place of its characters. Nothing leaves this machine, and the same input gives the same bytes.
#[derive(Debug, Parser)]
#[command(name = "tiyao", version, after_long_help = AFTER, max_term_width = 100)]
pub struct Arguments {
    /// Texts, folders with texts in them (.txt .md .html .htm .xml, at any depth), or - for standard input.
    ///
    /// Without one, standard input is read.
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,

    /// What to write [default: text; json with --input jsonl; findings with --check]
    #[arg(short, long, value_enum, hide_default_value = true)]
    pub format: Option<Format>,

    /// What is read
    #[arg(long, value_enum, default_value = "text")]
    pub input: InputKind,

    /// Write there instead of to standard output: a file, or a folder (one that exists, or a name that ends in /) for
    /// one file a text
    #[arg(short, long, value_name = "PATH")]
    pub output: Option<PathBuf>,

    /// The day that 去年 and the like count from where the text has no date of its own: YYYY, YYYY-MM or YYYY-MM-DD
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    pub date: Option<String>,

    /// Hold the numbers of each text against each other: list what does not match, and end with status 1 where
    /// something does not
    #[arg(long)]
    pub check: bool,

    /// How many sentences the summary has at most
    #[arg(long, value_name = "N", default_value_t = 5)]
    pub sentences: usize,

    /// Your own words, one a line: term, kind (programme, organisation, indicator, unit) and a note, parted by tabs
    #[arg(long, value_name = "FILE")]
    pub terms: Option<PathBuf>,

    /// The language of reports and messages: zh-Hans, zh-Hant or en [default: the environment's]
    #[arg(long = "lang", value_name = "LANG", value_parser = parse_language)]
    pub lang: Option<Language>,
}

/// What digests are written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// What a terminal shows
    Text,
    /// One document; an array of them for several texts
    Json,
    /// One fact a line
    Ndjson,
    /// One table for a spreadsheet, figures first
    Csv,
    /// A page of Markdown
    Markdown,
    /// A page that needs nothing else, with the text and its facts marked
    Html,
    /// W3C Web Annotations, as Hypothesis and Recogito read them
    Annotations,
    /// The numerals, times and titles alone, before any reading; one line a text
    Marks,
    /// What does not match or cannot be told, one line each: name:line:column: what: stated: sum
    Findings,
}

/// What the inputs are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum InputKind {
    /// Each file is one text
    Text,
    /// Each line is an object with "text", "id" and perhaps "date"; each gives one digest, at once
    Jsonl,
}

impl Arguments {
    /// The format, chosen or fitting.
    pub fn format(&self) -> Format {
        let fitting = match self.input {
            _ if self.check => Format::Findings,
            InputKind::Jsonl => Format::Json,
            InputKind::Text => Format::Text,
        };
        self.format.unwrap_or(fitting)
    }

    /// The language, chosen or the environment's.
    pub fn language(&self) -> Language {
        self.lang.unwrap_or_else(crate::environment_language)
    }

    /// The inputs as named; standard input where none is.
    pub fn sources(&self) -> Vec<PathBuf> {
        if self.files.is_empty() { vec![PathBuf::from("-")] } else { self.files.clone() }
    }
}

/// A year, a month or a day, as EDTF writes it.
pub fn parse_date(words: &str) -> Result<String, String> {
    let parts: Vec<&str> = words.split('-').collect();
    let number = |part: &str, digits: usize| {
        let plain = part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| part.parse::<u16>().ok()).flatten()
    };
    let good = match parts.as_slice() {
        [year] => number(year, 4).is_some(),
        [year, month] => number(year, 4).is_some() && matches!(number(month, 2), Some(1..=12)),
        [year, month, day] => match (number(year, 4), number(month, 2), number(day, 2)) {
            (Some(year), Some(month @ 1..=12), Some(day @ 1..)) => day <= days(year, month),
            _ => false,
        },
        _ => false,
    };
    if good { Ok(words.to_owned()) } else { Err("wants YYYY, YYYY-MM or YYYY-MM-DD".into()) }
}

fn days(year: u16, month: u16) -> u16 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn parse_language(tag: &str) -> Result<Language, String> {
    Language::of_tag(tag).ok_or_else(|| "wants zh-Hans, zh-Hant or en".into())
}
