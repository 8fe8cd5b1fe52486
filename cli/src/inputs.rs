//! The texts that the command line names.

use std::io::{self, Read};
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use crate::messages::{Complaints, Trouble};

/// The endings of the files that a folder is searched for.
const ENDINGS: [&str; 9] = ["txt", "text", "md", "markdown", "html", "htm", "xhtml", "shtml", "xml"];

/// A text to read.
pub struct Input {
    /// How it is called in digests and messages.
    pub name: String,
    /// Where it is called so in a folder of digests.
    pub place: PathBuf,
    /// Nothing for standard input.
    path: Option<PathBuf>,
}

impl Input {
    /// The bytes of the text.
    pub fn bytes(&self) -> io::Result<Vec<u8>> {
        if let Some(path) = &self.path {
            return std::fs::read(path);
        }
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes)?;
        Ok(bytes)
    }
}

/// The texts that `sources` name: files as given, folders searched at any depth and sorted. What is not there, and
/// folders without a text, are complained of.
pub fn gather(sources: &[PathBuf], complaints: &mut Complaints) -> Vec<Input> {
    let mut inputs = Vec::new();
    for source in sources {
        let name = source.to_string_lossy().into_owned();
        if name == "-" {
            inputs.push(Input { name, place: PathBuf::from("stdin"), path: None });
        } else if source.is_dir() {
            let before = inputs.len();
            search(source, &mut inputs, complaints);
            if inputs.len() == before {
                complaints.say(&name, &Trouble::FolderWithoutText);
            }
        } else {
            let place = source.file_name().map(PathBuf::from).unwrap_or_default();
            inputs.push(Input { name, place, path: Some(source.clone()) });
        }
    }
    inputs
}

fn search(folder: &Path, inputs: &mut Vec<Input>, complaints: &mut Complaints) {
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                let name = error.path().unwrap_or(folder).to_string_lossy().into_owned();
                complaints.say(&name, &Trouble::from(io::Error::from(error)));
                continue;
            }
        };
        let path = entry.path();
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
        if path.is_file() && ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str())) {
            inputs.push(Input {
                name: path.to_string_lossy().into_owned(),
                place: path.strip_prefix(folder).unwrap_or(path).to_owned(),
                path: Some(path.to_owned()),
            });
        }
    }
}
