use tiyao::model::{Arrange, Detail, Evidence, Fact, Kind, Role, Span, Verdict};

use super::{Reading, Target};

/// Marks lie in each other at most this deep; those deeper are not drawn.
const DEEPEST: usize = 8;

/// A mark is drawn in at most this many lines.
const MOST_LINES: usize = 64;

/// What a line of the article is drawn as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockForm {
    /// An article's title.
    Title,
    /// The line under a title that a dash opens.
    Subtitle,
    /// A heading of this level.
    Heading(u8),
    /// A line that is no body text.
    Quiet,
    /// A picture's caption.
    Caption,
    /// A paragraph.
    Paragraph,
}

/// A line of the article without the blanks around it.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// What it is.
    pub form: BlockForm,
    /// The fact that the whole line is.
    pub target: Option<Target>,
    /// Its words.
    pub pieces: Vec<Piece>,
}

/// A stretch of a line: words, or a mark with what lies in it.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// Words without a mark of their own.
    Words(Span),
    /// A mark.
    Mark {
        /// What it goes to.
        target: Target,
        /// The class that it is drawn with.
        class: &'static str,
        /// What lies in it.
        pieces: Vec<Piece>,
    },
}

/// The kinds of fact that are marks in the article, each with the class that it is drawn with.
pub const MARKED: [(Kind, &str); 14] = [
    (Kind::Figure, "figure"),
    (Kind::Time, "time"),
    (Kind::Programme, "programme"),
    (Kind::Document, "document"),
    (Kind::Person, "person"),
    (Kind::Organisation, "organisation"),
    (Kind::Place, "place"),
    (Kind::Speech, "speech"),
    (Kind::Honour, "honour"),
    (Kind::Commitment, "commitment"),
    (Kind::Case, "case"),
    (Kind::Label, "label"),
    (Kind::Gap, "gap"),
    (Kind::Check, "check"),
];

/// Whether facts of that kind are marks in the article, rather than lines or nothing.
pub fn is_marked(kind: Kind) -> bool {
    MARKED.iter().any(|(marked, _)| *marked == kind)
}

/// The class that marks of a kind are drawn with.
pub fn class_of(kind: Kind) -> Option<&'static str> {
    MARKED.iter().find(|(marked, _)| *marked == kind).map(|(_, class)| *class)
}

/// How a fact is ticked on the strip beside the article: `figure`, or `apart` for numbers that do not match; else empty.
pub fn tick(fact: &Fact) -> &'static str {
    match &fact.detail {
        Detail::Figure(_) => "figure",
        Detail::Finding(finding) if finding.verdict == Verdict::Inconsistent => "apart",
        _ => "",
    }
}

fn class(kind: Kind) -> Option<&'static str> {
    class_of(kind).filter(|_| kind != Kind::Check)
}

#[derive(Clone, Copy)]
struct Mark {
    span: Span,
    target: Target,
    class: &'static str,
}

/// The article's lines, blank ones left out, with their marks.
pub fn blocks(reading: &Reading) -> Vec<Block> {
    let lines = lines(reading.text());
    let mut forms: Vec<_> = lines.iter().map(|_| (BlockForm::Paragraph, None)).collect();
    let mut marks: Vec<Vec<Mark>> = vec![Vec::new(); lines.len()];
    let mut put = |mark: Mark| {
        let first = lines.partition_point(|line| line.end <= mark.span.start);
        for (line, marks) in lines.iter().zip(&mut marks).skip(first).take(MOST_LINES) {
            if line.start >= mark.span.end {
                break;
            }
            let span = Span::new(mark.span.start.max(line.start), mark.span.end.min(line.end));
            marks.push(Mark { span, ..mark });
        }
    };
    for (at, fact) in reading.facts() {
        let target = Target::Fact(at);
        if let Some((span, form)) = line_form(fact) {
            let line = lines.partition_point(|line| line.end <= span.start);
            let whole = lines.get(line).is_some_and(|line| span.contains(*line) && span.end <= line.end + 4);
            // A title may share its line with the second title.
            if whole || form == BlockForm::Title && line < lines.len() {
                forms[line] = (form, Some(target));
                continue;
            }
            if fact.kind() == Kind::Section {
                put(Mark { span, target, class: "label" });
            }
            if fact.kind() == Kind::Boilerplate {
                put(Mark { span, target, class: "quiet" });
            }
        }
        if let Detail::Finding(finding) = &fact.detail {
            put(Mark { span: fact.span, target, class: super::verdict_class(finding.verdict) });
        }
        if let Some(class) = class(fact.kind()) {
            put(Mark { span: fact.span, target, class });
        }
    }
    for (at, span) in reading.digest().summary.iter().enumerate() {
        put(Mark { span: *span, target: Target::Sentence(at), class: "telling" });
    }
    for (at, span) in reading.digest().coverage.unread.iter().enumerate() {
        put(Mark { span: *span, target: Target::Unread(at), class: "unread" });
    }
    for at in 1..lines.len() {
        let titled = forms[at - 1].0 == BlockForm::Title && forms[at].0 == BlockForm::Paragraph;
        if titled && reading.words(lines[at]).starts_with(['—', '―', '─']) {
            forms[at].0 = BlockForm::Subtitle;
        }
    }
    lines
        .iter()
        .zip(marks)
        .zip(forms)
        .map(|((line, marks), (form, target))| Block { form, target, pieces: nest(*line, marks) })
        .collect()
}

/// The span and form of a fact that is a whole line where it fills one.
fn line_form(fact: &Fact) -> Option<(Span, BlockForm)> {
    let form = match &fact.detail {
        Detail::Article(_) => {
            let title = fact.evidence.iter().find(|evidence: &&Evidence| evidence.role == Role::Title)?;
            return Some((title.span, BlockForm::Title));
        }
        Detail::Section(section) => BlockForm::Heading(section.level),
        Detail::Boilerplate(_) => BlockForm::Quiet,
        Detail::Caption(_) => BlockForm::Caption,
        _ => return None,
    };
    Some((fact.span, form))
}

/// The lines of a text without the blanks around them; blank lines are left out.
pub(super) fn lines(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive(['\n', '\r']) {
        let trimmed = line.trim();
        if !trimmed.is_empty() {
            let begin = start + (line.len() - line.trim_start().len());
            found.push(Span::new(begin, begin + trimmed.len()));
        }
        start += line.len();
    }
    found
}

/// The marks of a line as a tree. A mark that crosses the end of another is cut there and goes on after it.
fn nest(line: Span, mut marks: Vec<Mark>) -> Vec<Piece> {
    // A finding lies around the words that it is about: they open themselves, its sign beside them the finding.
    let inner = |mark: &Mark| !mark.class.starts_with("check");
    marks.arrange_by_key(|mark| (mark.span.start, std::cmp::Reverse(mark.span.end), inner(mark)));
    let mut open: Vec<(Option<Mark>, Vec<Piece>)> = vec![(None, Vec::new())];
    let mut at = line.start;
    let mut waiting = std::collections::VecDeque::from(marks);
    while let Some(mut mark) = waiting.pop_front() {
        while let Some(end) = open_end(&open).filter(|end| *end <= mark.span.start) {
            words(&mut open, &mut at, end);
            close(&mut open);
        }
        if open.len() > DEEPEST {
            continue;
        }
        words(&mut open, &mut at, mark.span.start);
        if let Some(end) = open_end(&open).filter(|end| *end < mark.span.end) {
            let rest = Mark { span: Span::new(end, mark.span.end), ..mark };
            let place = waiting.partition_point(|other| other.span.start < end);
            waiting.insert(place, rest);
            mark.span.end = end;
        }
        open.push((Some(mark), Vec::new()));
    }
    while let Some(end) = open_end(&open) {
        words(&mut open, &mut at, end);
        close(&mut open);
    }
    words(&mut open, &mut at, line.end);
    open.pop().map(|(_, pieces)| pieces).unwrap_or_default()
}

fn open_end(open: &[(Option<Mark>, Vec<Piece>)]) -> Option<usize> {
    open.last()?.0.map(|mark| mark.span.end)
}

fn words(open: &mut [(Option<Mark>, Vec<Piece>)], at: &mut usize, end: usize) {
    if *at < end {
        if let Some((_, pieces)) = open.last_mut() {
            pieces.push(Piece::Words(Span::new(*at, end)));
        }
        *at = end;
    }
}

fn close(open: &mut Vec<(Option<Mark>, Vec<Piece>)>) {
    if open.len() < 2 {
        return;
    }
    let Some((Some(mark), inner)) = open.pop() else { return };
    if let Some((_, pieces)) = open.last_mut() {
        pieces.push(Piece::Mark { target: mark.target, class: mark.class, pieces: inner });
    }
}

#[cfg(test)]
mod tests {
    use super::super::handmade;
    use super::*;

    /// A line with its marks written as `{class:words}`.
    fn drawn(text: &str, pieces: &[Piece]) -> String {
        let one = |piece: &Piece| match piece {
            Piece::Words(span) => span.of(text).to_owned(),
            Piece::Mark { class, pieces, .. } => format!("{{{class}:{}}}", drawn(text, pieces)),
        };
        pieces.iter().map(one).collect()
    }

    #[test]
    fn draws_lines_and_nested_marks() {
        let reading = handmade::reading();
        let blocks = blocks(&reading);
        let lines: Vec<_> = blocks.iter().map(|block| drawn(reading.text(), &block.pieces)).collect();
        assert_eq!(
            lines,
            [
                "平安綜述",
                "守護平安",
                "{telling:{time:2022年}群眾滿意度達{figure:98.2%}。}",
                "“{speech:今年要建‘{programme:雪亮工程}’{figure:{unread:12}個}。}”{person:李某}說。",
            ]
        );
        assert_eq!((blocks[1].form, blocks[1].target), (BlockForm::Heading(1), Some(Target::Fact(1))));
    }

    #[test]
    fn cuts_marks_that_cross() {
        let mark = |start, end, class| Mark { span: Span::new(start, end), target: Target::Fact(0), class };
        let crossing = vec![mark(1, 5, "a"), mark(3, 8, "b"), mark(5, 6, "c"), mark(8, 9, "d")];
        assert_eq!(drawn("0123456789", &nest(Span::new(0, 10), crossing)), "0{a:12{b:34}}{b:{c:5}67}{d:8}9");
    }

    #[test]
    fn deep_nests_keep_every_word() {
        let text = "0123456789".repeat(10);
        let marks =
            (0..50).map(|at| Mark { span: Span::new(at, 100 - at), target: Target::Fact(at), class: "m" }).collect();
        let drawn = drawn(&text, &nest(Span::new(0, 100), marks));
        assert_eq!(drawn.chars().filter(char::is_ascii_digit).collect::<String>(), text);
    }
}
