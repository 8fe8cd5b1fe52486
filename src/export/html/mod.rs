//! The digest as one HTML page that needs nothing else: no script, no request, its style inside.

mod marked;
mod tables;

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

use super::inert;
use super::json::sha256;
use super::report::{Entry, Part, Report};
use super::words::{self, Word};
use crate::model::{Digest, Language, Script};

const STYLE: &str = include_str!("report.css");

/// The digest of one text as a page: [`html_head`], [`html_report`], [`html_foot`].
pub fn html(digest: &Digest, language: Language) -> String {
    html_head(&digest.options.name, language) + &html_report(digest, 0, language) + html_foot()
}

/// The page up to its first report. Its policy allows this one style sheet, by its hash, and nothing else.
pub fn html_head(name: &str, language: Language) -> String {
    let hash = base64(&Sha256::digest(STYLE.as_bytes()));
    let name = if name.is_empty() { String::new() } else { format!("{} – ", escaped(&inert::one_line(name))) };
    format!(
        "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{hash}'; \
         base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"generator\" content=\"Tiyao {version}\">\n<title>{name}{digest}</title>\n\
         <style>{STYLE}</style>\n</head>\n<body>\n",
        lang = language.tag(),
        version = env!("CARGO_PKG_VERSION"),
        digest = Word::Digest.of(language),
    )
}

/// The end of the page.
pub const fn html_foot() -> &'static str {
    "</body>\n</html>\n"
}

/// The report of the `index`th text of the page (from 0): its digest, and the text with the facts marked.
pub fn html_report(digest: &Digest, index: usize, language: Language) -> String {
    let report = Report::of(digest, language);
    let mut out = format!("<main class=\"report\" id=\"d{index}\">\n<div class=\"digest\">\n");
    for part in &report.parts {
        write_part(&mut out, &report, part, index);
    }
    if report.is_empty() {
        let _ = writeln!(out, "<p>{}</p>", Word::Nothing.of(language));
    }
    write_coverage(&mut out, digest, language);
    write_foot(&mut out, digest, language);
    let lang = if digest.script == Script::Hant { "zh-Hant" } else { "zh-Hans" };
    let _ = write!(
        out,
        "</div>\n<article class=\"text\" lang=\"{lang}\" aria-label=\"{}\">\n{}</article>\n</main>\n",
        Word::Article.of(language),
        marked::text(&report, index),
    );
    out
}

fn write_part(out: &mut String, report: &Report, part: &Part, index: usize) {
    let language = report.language;
    let _ = writeln!(out, "<section class=\"part\">\n<h1>{}</h1>", escaped(&part.title));
    if !part.subtitle.is_empty() {
        let _ = writeln!(out, "<p class=\"subtitle\">{}</p>", escaped(&part.subtitle));
    }
    if !part.head.is_empty() {
        out.push_str("<dl>");
        for (name, value) in &part.head {
            let _ = write!(out, "<dt>{name}</dt><dd>{}</dd>", escaped(value));
        }
        out.push_str("</dl>\n");
    }
    if !part.summary.is_empty() {
        heading(out, Word::Summary.of(language));
        let sentences = part.summary.iter().map(|&sentence| {
            let place = report.paragraph(sentence.start);
            format!("<a href=\"#d{index}p{place}\">{}</a>", quote(sentence.of(report.digest.source.text())))
        });
        list(out, "ul", sentences);
    }
    tables::figures(out, report, part, index);
    tables::changes(out, report, part, index);
    for group in &part.groups {
        heading(out, group.title);
        list(out, "ul", group.entries.iter().map(|entry| item(entry, index)));
    }
    out.push_str("</section>\n");
}

fn item(entry: &Entry, index: usize) -> String {
    let target = match entry.fact {
        Some(fact) => format!("d{index}f{fact}"),
        None => format!("d{index}p{}", entry.paragraph),
    };
    let note = |words: &str| format!("<span class=\"note\">{}</span>", escaped(words));
    let before = if entry.before.is_empty() { String::new() } else { note(&entry.before) + " " };
    let after = if entry.after.is_empty() { String::new() } else { format!(" {}", note(&entry.after)) };
    format!("{before}<a href=\"#{target}\">{}</a>{after}", escaped(&entry.words))
}

fn write_coverage(out: &mut String, digest: &Digest, language: Language) {
    let coverage = &digest.coverage;
    heading(out, Word::Coverage.of(language));
    let _ = write!(out, "<p>{}", words::coverage(coverage.explained, coverage.numerals, language));
    if !coverage.unread.is_empty() {
        let unread: Vec<String> = coverage.unread.iter().map(|span| quote(span.of(digest.source.text()))).collect();
        let _ = write!(out, " {}: {}", Word::Unread.of(language), unread.join(language.pick("、", "、", ", ")));
    }
    out.push_str("</p>\n");
}

fn write_foot(out: &mut String, digest: &Digest, language: Language) {
    let options = &digest.options;
    let date = if options.date.is_empty() { "–" } else { &options.date };
    let _ = writeln!(
        out,
        "<footer><p>{} · {} {} · {} {} · {} {}</p>\n<p>{} <code>{}</code></p></footer>",
        escaped(&inert::one_line(&options.name)),
        Word::Made.of(language),
        env!("CARGO_PKG_VERSION"),
        Word::Date.of(language),
        escaped(&inert::one_line(date)),
        Word::Sentences.of(language),
        options.sentences,
        Word::Text.of(language),
        sha256(digest.source.text()),
    );
}

fn heading(out: &mut String, words: &str) {
    let _ = writeln!(out, "<h2>{words}</h2>");
}

fn list(out: &mut String, tag: &str, items: impl Iterator<Item = String>) {
    let _ = writeln!(out, "<{tag}>");
    for item in items {
        let _ = writeln!(out, "<li>{item}</li>");
    }
    let _ = writeln!(out, "</{tag}>");
}

/// Words of the text on one line, safe inside an element and inside an attribute.
fn quote(words: &str) -> String {
    escaped(&inert::one_line(words))
}

fn escaped(words: &str) -> String {
    words.chars().fold(String::with_capacity(words.len()), |mut out, c| {
        push_escaped(&mut out, c);
        out
    })
}

fn push_escaped(out: &mut String, c: char) {
    match c {
        '&' => out.push_str("&amp;"),
        '<' => out.push_str("&lt;"),
        '>' => out.push_str("&gt;"),
        '"' => out.push_str("&quot;"),
        '\'' => out.push_str("&#39;"),
        _ => out.push(c),
    }
}

/// Base64 with padding (RFC 4648), as a content security policy writes a hash.
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let bits = group.iter().fold(0u32, |bits, &byte| bits << 8 | u32::from(byte)) << (8 * (3 - group.len()));
        for place in 0..4 {
            let digit = DIGITS[(bits >> (18 - 6 * place) & 63) as usize];
            out.push(if place <= group.len() { char::from(digit) } else { '=' });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::base64;

    #[test]
    fn base64_agrees_with_rfc_4648() {
        for (bytes, written) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")] {
            assert_eq!(base64(bytes.as_bytes()), written);
        }
    }
}
