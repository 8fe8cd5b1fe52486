//! Texts as lines of JSON: one object a line, one digest a line, nothing kept.

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::Path;

use serde::Deserialize;
use serde_json::Value;
use tiyao::Options;
use tiyao::model::Terms;

use crate::arguments::{Arguments, parse_date};
use crate::messages::{Complaints, Trouble};
use crate::output::Output;

#[derive(Deserialize)]
struct Record {
    /// Words or a number.
    #[serde(default)]
    id: Value,
    text: String,
    #[serde(default)]
    date: Option<String>,
}

/// Writes the digest of each line of the source as it comes. Bad lines are complained of by their number; an error is
/// one of writing.
pub fn read(
    source: &Path,
    arguments: &Arguments,
    terms: &Terms,
    complaints: &mut Complaints,
    output: &mut Output,
) -> io::Result<()> {
    let name = source.to_string_lossy();
    let mut lines: Box<dyn BufRead> = if name == "-" {
        Box::new(io::stdin().lock())
    } else {
        match File::open(source) {
            Ok(file) => Box::new(BufReader::new(file)),
            Err(error) => {
                complaints.say(&name, &error.into());
                return Ok(());
            }
        }
    };
    let mut line = Vec::new();
    for number in 1.. {
        line.clear();
        match lines.read_until(b'\n', &mut line) {
            Ok(0) => break,
            Ok(_) => {}
            Err(error) => {
                complaints.say(&name, &error.into());
                break;
            }
        }
        let bytes = line.strip_prefix(b"\xef\xbb\xbf").filter(|_| number == 1).unwrap_or(&line);
        if bytes.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        match options(bytes, number, arguments, terms) {
            Some((text, options)) => output.write_line(&tiyao::read(&text, &options))?,
            None => complaints.say(&name, &Trouble::BadLine(number)),
        }
    }
    Ok(())
}

/// The text of a line and what is known of it; nothing for a bad line. A text without an id is called by its line.
fn options(line: &[u8], number: usize, arguments: &Arguments, terms: &Terms) -> Option<(String, Options)> {
    let record: Record = serde_json::from_slice(line).ok()?;
    let name = match record.id {
        Value::String(id) => id,
        Value::Number(id) => id.to_string(),
        Value::Null => number.to_string(),
        _ => return None,
    };
    let date = match record.date.filter(|date| !date.is_empty()) {
        Some(date) => parse_date(&date).ok()?,
        None => arguments.date.clone().unwrap_or_default(),
    };
    Some((record.text, Options { name, date, sentences: arguments.sentences, terms: terms.clone() }))
}
