//! The digest as a terminal shows it.

mod columns;

use super::inert;
use super::json::sha256;
use super::report::{Entry, FigureRow, Part, Report};
use super::words::{self, Word};
use crate::model::{Digest, Language, Span};
use columns::{Align, table, wrap};

/// What the digest is shown on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Screen {
    /// How many columns a line has; an ideograph takes two.
    pub columns: usize,
    /// Whether headings and changes are set off by ANSI escape sequences.
    pub colour: bool,
}

impl Default for Screen {
    fn default() -> Self {
        Self { columns: 80, colour: false }
    }
}

/// No line is wrapped narrower or wider than this: shorter ones break every table, longer ones are hard to read.
const NARROWEST: usize = 32;
const WIDEST: usize = 110;

/// How a stretch is set off.
#[derive(Clone, Copy)]
enum Style {
    Title,
    Heading,
    Faint,
}

/// The digest as plain lines. No character of the text can steer the terminal.
pub fn text(digest: &Digest, language: Language, screen: Screen) -> String {
    let report = Report::of(digest, language);
    let columns = screen.columns.clamp(NARROWEST, WIDEST);
    let mut out = Lines { out: String::new(), columns, colour: screen.colour };
    for part in &report.parts {
        write_part(&mut out, &report, part);
    }
    if report.is_empty() {
        out.wrapped("", Word::Nothing.of(language));
        out.blank();
    }
    let coverage = &digest.coverage;
    out.heading(Word::Coverage.of(language));
    out.wrapped("  ", &words::coverage(coverage.explained, coverage.numerals, language));
    if !coverage.unread.is_empty() {
        let unread: Vec<String> = coverage.unread.iter().map(|&span| quote(digest, span)).collect();
        let list = unread.join(language.pick("、", "、", ", "));
        out.wrapped("  ", &format!("{}: {list}", Word::Unread.of(language)));
    }
    out.blank();
    let date = if digest.options.date.is_empty() { "–" } else { &digest.options.date };
    let made = format!(
        "{} {} · {} {} · {} {}",
        Word::Made.of(language),
        env!("CARGO_PKG_VERSION"),
        Word::Date.of(language),
        inert::one_line(date),
        Word::Sentences.of(language),
        digest.options.sentences,
    );
    out.styled(Style::Faint, &made);
    out.styled(Style::Faint, &format!("{} {}", Word::Text.of(language), sha256(digest.source.text())));
    out.out
}

fn write_part(out: &mut Lines, report: &Report, part: &Part) {
    let language = report.language;
    for line in wrap(&part.title, out.columns) {
        out.styled(Style::Title, &line);
    }
    if !part.subtitle.is_empty() {
        out.wrapped("", &part.subtitle);
    }
    let head: Vec<String> = part.head.iter().map(|(name, value)| format!("{name} {value}")).collect();
    for line in wrap(&head.join(" · "), out.columns) {
        out.styled(Style::Faint, &line);
    }
    out.blank();
    if !part.summary.is_empty() {
        out.heading(Word::Summary.of(language));
        for &sentence in &part.summary {
            out.hanging("  · ", &quote(report.digest, sentence));
        }
        out.blank();
    }
    if !part.figures.is_empty() {
        out.heading(Word::KeyFigures.of(language));
        figures(out, &part.figures, language);
        if !part.others.is_empty() {
            out.styled(Style::Faint, &format!("  {}", words::more(part.others.len(), language)));
        }
        out.blank();
    }
    for group in &part.groups {
        out.heading(group.title);
        let line = |entry: &Entry| {
            let before = if entry.before.is_empty() { String::new() } else { format!("{}: ", entry.before) };
            let after = if entry.after.is_empty() { String::new() } else { format!(" ({})", entry.after) };
            format!("{before}{}{after}", entry.words)
        };
        if group.inline {
            let names: Vec<String> = group.entries.iter().map(line).collect();
            out.wrapped("  ", &names.join(language.pick("、", "、", ", ")));
        } else {
            for entry in &group.entries {
                let indent = "  ".repeat(usize::from(entry.level.clamp(1, 6)));
                out.hanging(&format!("{indent}· "), &line(entry));
            }
        }
        out.blank();
    }
}

fn figures(out: &mut Lines, rows: &[FigureRow], language: Language) {
    let head =
        [Word::Indicator, Word::Value, Word::Change, Word::Period, Word::Paragraph].map(|word| word.of(language));
    let cells: Vec<[String; 5]> = rows
        .iter()
        .map(|row| {
            let note = if row.note.is_empty() { String::new() } else { format!(" ({})", row.note) };
            [
                format!("{}{note}", row.indicator),
                row.value.clone(),
                row.change.clone(),
                row.period.clone(),
                row.paragraph.to_string(),
            ]
        })
        .collect();
    let aligns = [Align::Left, Align::Right, Align::Right, Align::Left, Align::Right];
    let mut lines = table(&head.map(str::to_owned), &cells, aligns, out.columns - 2).into_iter();
    if let Some(line) = lines.next() {
        out.styled(Style::Faint, &format!("  {line}"));
    }
    for line in lines {
        out.plain(&format!("  {line}"));
    }
}

fn quote(digest: &Digest, span: Span) -> String {
    inert::one_line(span.of(digest.source.text()))
}

/// The page that is being written.
struct Lines {
    out: String,
    columns: usize,
    colour: bool,
}

impl Lines {
    fn plain(&mut self, line: &str) {
        self.out.push_str(line.trim_end());
        self.out.push('\n');
    }

    fn blank(&mut self) {
        self.out.push('\n');
    }

    fn styled(&mut self, style: Style, line: &str) {
        if !self.colour {
            return self.plain(line);
        }
        // Bold; bold red, the nearest to cinnabar; faint.
        let code = match style {
            Style::Title => "1",
            Style::Heading => "1;31",
            Style::Faint => "2",
        };
        self.plain(&format!("\u{1b}[{code}m{}\u{1b}[0m", line.trim_end()));
    }

    fn heading(&mut self, words: &str) {
        self.styled(Style::Heading, words);
    }

    fn wrapped(&mut self, indent: &str, words: &str) {
        for line in wrap(words, self.columns.saturating_sub(columns::width(indent))) {
            self.plain(&format!("{indent}{line}"));
        }
    }

    /// The first line opens with `mark`, the others stand under its words.
    fn hanging(&mut self, mark: &str, words: &str) {
        let taken = columns::width(mark);
        let indent = " ".repeat(taken);
        for (at, line) in wrap(words, self.columns.saturating_sub(taken)).into_iter().enumerate() {
            self.plain(&format!("{}{line}", if at == 0 { mark } else { &indent }));
        }
    }
}
