//! The digest as a page of Markdown (CommonMark with tables) that can be handed in.

use std::fmt::Write as _;

use super::inert;
use super::json::sha256;
use super::report::{Entry, FigureRow, Part, Report};
use super::words::{self, Word};
use crate::model::{Digest, Language, Span};

/// The digest as Markdown. Words of the text cannot become markup, links, HTML or hidden controls.
pub fn markdown(digest: &Digest, language: Language) -> String {
    let report = Report::of(digest, language);
    let mut out = String::new();
    for part in &report.parts {
        write_part(&mut out, &report, part);
    }
    if report.is_empty() {
        paragraph(&mut out, Word::Nothing.of(language));
    }
    heading(&mut out, 2, Word::Coverage.of(language));
    let coverage = &digest.coverage;
    paragraph(&mut out, &words::coverage(coverage.explained, coverage.numerals, language));
    if !coverage.unread.is_empty() {
        let unread: Vec<String> = coverage.unread.iter().map(|&span| quote(digest, span)).collect();
        let line = format!("{}: {}", Word::Unread.of(language), unread.join(language.pick("、", "、", ", ")));
        paragraph(&mut out, &line);
    }
    let _ = writeln!(out, "---\n\n{}", foot(digest, language));
    out
}

fn write_part(out: &mut String, report: &Report, part: &Part) {
    let language = report.language;
    heading(out, 1, &escaped(&part.title));
    if !part.subtitle.is_empty() {
        paragraph(out, &format!("**{}**", escaped(&part.subtitle)));
    }
    for (name, value) in &part.head {
        let _ = writeln!(out, "- {name}: {}", escaped(value));
    }
    if !part.head.is_empty() {
        out.push('\n');
    }
    if !part.summary.is_empty() {
        heading(out, 2, Word::Summary.of(language));
        for &sentence in &part.summary {
            paragraph(out, &quote(report.digest, sentence));
        }
    }
    if !part.figures.is_empty() {
        heading(out, 2, Word::KeyFigures.of(language));
        table(out, &part.figures, language);
        if !part.others.is_empty() {
            paragraph(out, &words::more(part.others.len(), language));
        }
    }
    if !part.changes.is_empty() {
        heading(out, 2, Word::Changes.of(language));
        let lines = part.changes.iter().map(|row| format!("- {}: {}", escaped(&row.indicator), escaped(&row.change)));
        paragraph(out, &lines.collect::<Vec<_>>().join("\n"));
    }
    for group in &part.groups {
        heading(out, 2, group.title);
        paragraph(out, &group.entries.iter().map(item).collect::<Vec<_>>().join("\n"));
    }
}

fn item(entry: &Entry) -> String {
    let indent = "  ".repeat(usize::from(entry.level.clamp(1, 6)) - 1);
    let before = if entry.before.is_empty() { String::new() } else { format!("{}: ", escaped(&entry.before)) };
    let after = if entry.after.is_empty() { String::new() } else { format!(" ({})", escaped(&entry.after)) };
    format!("{indent}- {before}{}{after}", escaped(&entry.words))
}

fn table(out: &mut String, rows: &[FigureRow], language: Language) {
    let head =
        [Word::Indicator, Word::Value, Word::Change, Word::Period, Word::Paragraph].map(|word| word.of(language));
    let _ = writeln!(out, "| {} |\n| --- | ---: | ---: | --- | ---: |", head.join(" | "));
    for row in rows {
        let note = if row.note.is_empty() { String::new() } else { format!(" ({})", escaped(&row.note)) };
        let cells = [&row.indicator, &row.value, &row.change, &row.period].map(|cell| escaped(cell));
        let [indicator, value, change, period] = cells;
        let _ = writeln!(out, "| {indicator}{note} | {value} | {change} | {period} | {} |", row.paragraph);
    }
    out.push('\n');
}

fn foot(digest: &Digest, language: Language) -> String {
    let options = &digest.options;
    let date = if options.date.is_empty() { "–".into() } else { escaped(&options.date) };
    format!(
        "{} {} · {} {date} · {} {} · {} `{}`",
        Word::Made.of(language),
        env!("CARGO_PKG_VERSION"),
        Word::Date.of(language),
        Word::Sentences.of(language),
        options.sentences,
        Word::Text.of(language),
        sha256(digest.source.text()),
    )
}

fn heading(out: &mut String, level: usize, words: &str) {
    let _ = writeln!(out, "{} {words}\n", "#".repeat(level));
}

fn paragraph(out: &mut String, words: &str) {
    let _ = writeln!(out, "{words}\n");
}

fn quote(digest: &Digest, span: Span) -> String {
    escaped(span.of(digest.source.text()))
}

/// The words on one line, with a backslash before every ASCII mark that Markdown may read as its own, and with `<`, `>`
/// and `&` as references, so that a reader that passes HTML through gets none.
fn escaped(words: &str) -> String {
    let line: Vec<char> = inert::one_line(words).chars().collect();
    let number = line.iter().take_while(|c| c.is_ascii_digit()).count();
    let mut out = String::with_capacity(line.len() * 3 + 8);
    for (at, &c) in line.iter().enumerate() {
        let special = match c {
            '<' | '>' | '&' => {
                out.push_str(if c == '<' {
                    "&lt;"
                } else if c == '>' {
                    "&gt;"
                } else {
                    "&amp;"
                });
                continue;
            }
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '#' | '|' | '~' | '!' | '$' | '^' | '@' => true,
            '-' | '+' | '=' => at == 0,
            // `1.` and `1)` begin a list; `www.` and `://` make a link of what is none.
            '.' => (at > 0 && at == number) || line[..at].ends_with(&['w', 'w', 'w']),
            ')' => at > 0 && at == number,
            ':' => line[at..].starts_with(&[':', '/', '/']),
            _ => false,
        };
        if special {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
