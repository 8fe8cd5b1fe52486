//! The command `tiyao`: reads files, folders, standard input or lines of JSON, and writes their digests.

mod arguments;
mod cores;
mod decoder;
mod inputs;
mod messages;
mod output;
mod records;

use std::io;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory, Parser};
use indicatif::{ProgressBar, ProgressStyle};
use tiyao::digest::read_source;
use tiyao::model::Terms;
use tiyao::source::Source;
use tiyao::{Language, Options};

use arguments::{Arguments, InputKind};
use inputs::Input;
use messages::{Complaints, Trouble};
use output::{Output, Written};

/// A digest is thousands of small pieces of memory: this takes and frees them with less work than most systems' own.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    if arguments.files.is_empty() && io::IsTerminal::is_terminal(&io::stdin()) {
        let error = Arguments::command()
            .error(ErrorKind::MissingRequiredArgument, "name a FILE, a folder, or - for standard input");
        error.exit();
    }
    let mut complaints = Complaints::new(arguments.language());
    let mut mismatches = false;
    let Some(terms) = own_terms(&arguments, &mut complaints) else { return ExitCode::from(1) };
    match run(&arguments, &terms, &mut complaints) {
        Ok(found) => mismatches = found,
        // Whoever read our output has read enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return ExitCode::SUCCESS,
        Err(error) => complaints.say("", &Trouble::Unwritable(error)),
    }
    if complaints.any() || arguments.check && mismatches { ExitCode::from(1) } else { ExitCode::SUCCESS }
}

/// Reads everything named and says whether some text's numbers do not match; an error is one of writing.
fn run(arguments: &Arguments, terms: &Terms, complaints: &mut Complaints) -> io::Result<bool> {
    let language = arguments.language();
    if arguments.input == InputKind::Jsonl {
        let mut output = Output::lines(arguments, language)?;
        for name in arguments.sources() {
            records::read(&name, arguments, terms, complaints, &mut output)?;
        }
        let mismatches = output.mismatches();
        return output.close().map(|()| mismatches);
    }
    let inputs = inputs::gather(&arguments.sources(), complaints);
    if inputs.is_empty() {
        return Ok(false);
    }
    let mut output = Output::documents(arguments, language, inputs.len())?;
    let bar = progress(inputs.len(), output.is_terminal());
    let style = output.style();
    cores::in_order(
        inputs.len(),
        // Standard input can be named twice, so that bytes are taken in order too.
        |give| {
            inputs.iter().all(|input| give((input, input.bytes())));
        },
        |(input, bytes)| {
            let digest = digest(input, bytes, arguments, terms);
            (input, digest.map(|digest| Written::of(digest, style)))
        },
        |(input, written)| {
            match written {
                Ok(written) => output.write(input, &written)?,
                Err(trouble) => bar.suspend(|| complaints.say(&input.name, &trouble)),
            }
            bar.inc(1);
            Ok(())
        },
    )?;
    bar.finish_and_clear();
    let mismatches = output.mismatches();
    output.close().map(|()| mismatches)
}

fn digest(
    input: &Input,
    bytes: io::Result<Vec<u8>>,
    arguments: &Arguments,
    terms: &Terms,
) -> Result<tiyao::Digest, Trouble> {
    let source = Source::from_bytes(&bytes.map_err(Trouble::from)?, &input.name, &decoder::Tables)
        .map_err(Trouble::Unreadable)?;
    let options = Options {
        name: input.name.clone(),
        date: arguments.date.clone().unwrap_or_default(),
        sentences: arguments.sentences,
        terms: terms.clone(),
    };
    Ok(read_source(source, &options))
}

/// The reader's own words: bad rows are complained of and left out; nothing where the list itself cannot be read.
fn own_terms(arguments: &Arguments, complaints: &mut Complaints) -> Option<Terms> {
    let Some(path) = &arguments.terms else { return Some(Terms::default()) };
    let name = path.display().to_string();
    let source = std::fs::read(path)
        .map_err(Trouble::from)
        .and_then(|bytes| Source::from_bytes(&bytes, "terms.txt", &decoder::Tables).map_err(Trouble::Unreadable));
    match source {
        Ok(source) => {
            let (terms, bad) = Terms::parse(source.text());
            bad.into_iter().for_each(|(line, why)| complaints.say(&name, &Trouble::BadTerm(line, why)));
            Some(terms)
        }
        Err(trouble) => {
            complaints.say(&name, &trouble);
            None
        }
    }
}

/// A bar on standard error; hidden for one file, without a terminal, and where digests show the progress themselves.
fn progress(count: usize, shown: bool) -> ProgressBar {
    if count < 2 || shown {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(count as u64);
    let style = ProgressStyle::with_template("{bar:40} {pos}/{len} {eta}");
    bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}

/// The language that the environment asks for, as POSIX reads it; English where it names none of ours.
fn environment_language() -> Language {
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().filter_map(|name| std::env::var(name).ok());
    set.filter(|value| !value.is_empty()).find_map(|value| Language::of_tag(&value)).unwrap_or(Language::English)
}
