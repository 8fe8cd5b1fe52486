//! The text with its facts marked: elements that nest, whatever the facts do.

use std::fmt::Write as _;

use super::{escaped, push_escaped, quote};
use crate::export::inert;
use crate::export::report::Report;
use crate::export::words;
use crate::model::{Arrange, Detail, Fact, Kind, Role, Span};

/// No stretch is inside more marks than this; the others of the place get their anchors alone.
const DEEPEST: usize = 8;

/// A fact that is marked within its line.
struct Item {
    span: Span,
    /// The index of the fact.
    fact: usize,
    class: &'static str,
}

/// The paragraphs of the text. Fact `n` of the text `index` has the anchor `d{index}f{n}`, paragraph `n` (counted from
/// 1, blank lines not) `d{index}p{n}`.
pub(super) fn text(report: &Report, index: usize) -> String {
    let text = report.digest.source.text();
    let items = report
        .digest
        .facts
        .iter()
        .enumerate()
        .filter_map(|(fact, found)| class(found.kind()).map(|class| Item { span: found.span, fact, class }));
    let mut writer = Writer { report, index, items: items.collect(), next: 0, open: Vec::new(), out: String::new() };
    let mut roles = line_roles(report).into_iter().peekable();
    let (mut start, mut number) = (0, 0);
    for line in text.split_inclusive(['\n', '\r']) {
        let span = Span::new(start, start + line.trim_end_matches(['\n', '\r']).len());
        start += line.len();
        if line.trim().is_empty() {
            continue;
        }
        number += 1;
        let mut role = None;
        while let Some(&(at, name)) = roles.peek() {
            if at >= span.end {
                break;
            }
            role = role.or(Some(name).filter(|_| at >= span.start));
            roles.next();
        }
        let class = role.map_or_else(String::new, |role| format!(" class=\"{role}\""));
        let _ = write!(writer.out, "<p id=\"d{index}p{number}\"{class}>");
        writer.line(span);
        writer.out.push_str("</p>\n");
    }
    writer.out
}

/// The kinds that are marked within a line, by the class of their mark.
const fn class(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Figure => Some("figure"),
        Kind::Time => Some("time"),
        Kind::Programme => Some("programme"),
        Kind::Document => Some("document"),
        Kind::Person => Some("person"),
        Kind::Organisation => Some("organisation"),
        Kind::Place => Some("place-name"),
        Kind::Speech => Some("speech"),
        Kind::Label => Some("label"),
        Kind::Gap => Some("gap"),
        Kind::Commitment => Some("commitment"),
        Kind::Honour
        | Kind::ReportedSpeech
        | Kind::Case
        | Kind::Article
        | Kind::Section
        | Kind::Boilerplate
        | Kind::Caption
        | Kind::NotFigure
        | Kind::Check => None,
    }
}

/// What whole lines are, by the byte where that is said; in order.
fn line_roles(report: &Report) -> Vec<(usize, &'static str)> {
    let mut roles: Vec<(usize, &'static str)> = Vec::new();
    for fact in &report.digest.facts {
        let text = report.digest.source.text();
        // A lead that opens a paragraph is no line of its own.
        let whole =
            text.get(fact.span.end..).is_some_and(|rest| rest.lines().next().is_none_or(|rest| rest.trim().is_empty()));
        match fact.kind() {
            Kind::Section if whole => roles.push((fact.span.start, "section")),
            Kind::Boilerplate => roles.push((fact.span.start, "boilerplate")),
            Kind::Caption => roles.push((fact.span.start, "caption")),
            Kind::Article => {
                let title = fact.evidence.iter().find(|part| part.role == Role::Title);
                roles.extend(title.map(|part| (part.span.start, "title")));
            }
            _ => {}
        }
    }
    roles.arrange();
    roles
}

struct Writer<'a> {
    report: &'a Report<'a>,
    index: usize,
    /// In source order, an outer one before those inside it.
    items: Vec<Item>,
    /// The first that has not begun.
    next: usize,
    /// Those that are open, the innermost last.
    open: Vec<usize>,
    out: String,
}

impl Writer<'_> {
    fn line(&mut self, line: Span) {
        let mut at = line.start;
        // A fact that began in an earlier line, between lines, or goes on from there.
        self.open.retain(|&item| self.items[item].span.end > at);
        for place in 0..self.open.len() {
            self.begin(self.open[place], false);
        }
        loop {
            self.close_ended(at);
            self.open_begun(at, line.end);
            let ends = self.open.iter().map(|&item| self.items[item].span.end);
            let begins = self.items.get(self.next).map(|item| item.span.start);
            let to = ends.chain(begins).filter(|&to| to > at).fold(line.end, usize::min);
            if to <= at {
                break;
            }
            self.words(Span::new(at, to));
            at = to;
        }
        for _ in &self.open {
            self.out.push_str("</mark>");
        }
    }

    /// Closes what ends at `at`. What lies inside it and goes on is closed too and begun again.
    fn close_ended(&mut self, at: usize) {
        let Some(first) = self.open.iter().position(|&item| self.items[item].span.end <= at) else { return };
        let inner = self.open.split_off(first);
        for _ in &inner {
            self.out.push_str("</mark>");
        }
        for item in inner {
            if self.items[item].span.end > at {
                self.open.push(item);
                self.begin(item, false);
            }
        }
    }

    fn open_begun(&mut self, at: usize, end: usize) {
        while let Some(item) = self.items.get(self.next).filter(|item| item.span.start <= at && item.span.start < end) {
            let top = self.open.last().and_then(|&top| self.items.get(top));
            let same = top.is_some_and(|top| top.span == item.span && top.class == item.class);
            if same || self.open.len() >= DEEPEST || item.span.end <= at {
                let _ = write!(self.out, "<span id=\"d{}f{}\"></span>", self.index, item.fact);
            } else {
                self.open.push(self.next);
                self.begin(self.next, true);
            }
            self.next += 1;
        }
    }

    fn begin(&mut self, item: usize, first: bool) {
        let Some(item) = self.items.get(item) else { return };
        let _ = write!(self.out, "<mark class=\"{}\"", item.class);
        if first {
            let _ = write!(self.out, " id=\"d{}f{}\"", self.index, item.fact);
        }
        if let Some(fact) = self.report.digest.facts.get(item.fact) {
            let _ = write!(self.out, " title=\"{}\"", self.note(fact));
        }
        self.out.push('>');
    }

    /// What a pointer that rests on the mark is told.
    fn note(&self, fact: &Fact) -> String {
        match &fact.detail {
            Detail::Figure(figure) => {
                let value = self.report.value(fact, figure);
                let indicator = self.report.as_written(fact, Role::Indicator, &figure.indicator);
                let parts = [indicator.as_str(), &value, &figure.basis, &figure.period];
                let told: Vec<String> = parts.iter().filter(|part| !part.is_empty()).map(|part| quote(part)).collect();
                told.join(" · ")
            }
            Detail::Time(time) if !time.value.is_empty() => quote(&time.value),
            _ => escaped(words::kind(fact.kind(), self.report.language)),
        }
    }

    fn words(&mut self, span: Span) {
        for c in span.of(self.report.digest.source.text()).chars() {
            if inert::is_steering(c) {
                let _ = write!(self.out, "<span class=\"control\">U+{:04X}</span>", c as u32);
            } else {
                push_escaped(&mut self.out, c);
            }
        }
    }
}
