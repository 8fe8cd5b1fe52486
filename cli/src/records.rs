//! Texts as lines of JSON: one object a line, one digest a line, nothing kept.

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::Path;

use serde::Deserialize;
use serde_json::Value;
use tiyao::Options;
use tiyao::model::Terms;

use crate::arguments::{Arguments, parse_date};
use crate::cores;
use crate::messages::{Complaints, Trouble};
use crate::output::{Output, Written};

#[derive(Deserialize)]
struct Record {
    /// Words or a number.
    #[serde(default)]
    id: Value,
    text: String,
    #[serde(default)]
    date: Option<String>,
}

/// A line by its number, or why no more come.
type Line = Result<(usize, Vec<u8>), Trouble>;

/// Writes the digest of each line of the source as it comes. Bad lines are complained of by their number; an error is
/// one of writing.
pub fn read(
    source: &Path,
    arguments: &Arguments,
    terms: &Terms,
    complaints: &mut Complaints,
    output: &mut Output,
) -> io::Result<()> {
    let style = output.style();
    let work = |line: Line| {
        let (number, line) = line?;
        let bytes = line.strip_prefix(b"\xef\xbb\xbf").filter(|_| number == 1).unwrap_or(&line);
        if bytes.iter().all(u8::is_ascii_whitespace) {
            return Ok(None);
        }
        let (text, options) = options(bytes, number, arguments, terms).ok_or(Trouble::BadLine(number))?;
        Ok(Some(Written::of(tiyao::read(&text, &options), style)))
    };
    let take = |written: Result<Option<Written>, Trouble>| match written {
        Ok(Some(written)) => output.write_line(&written),
        Ok(None) => Ok(()),
        Err(trouble) => {
            complaints.say(&source.to_string_lossy(), &trouble);
            Ok(())
        }
    };
    cores::in_order(usize::MAX, |give| lines(source, give), work, take)
}

/// Gives the lines of the source until no more are wanted.
fn lines(source: &Path, give: &mut dyn FnMut(Line) -> bool) {
    let mut rest: Box<dyn BufRead> = if source == Path::new("-") {
        Box::new(io::stdin().lock())
    } else {
        match File::open(source) {
            Ok(file) => Box::new(BufReader::new(file)),
            Err(error) => {
                give(Err(error.into()));
                return;
            }
        }
    };
    for number in 1.. {
        let mut line = Vec::new();
        let more = match rest.read_until(b'\n', &mut line) {
            Ok(0) => false,
            Ok(_) => give(Ok((number, line))),
            Err(error) => {
                give(Err(error.into()));
                false
            }
        };
        if !more {
            return;
        }
    }
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
