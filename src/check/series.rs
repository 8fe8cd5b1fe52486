//! Enumerations: 一是 … 二是 …, paragraphs that open with 一、 or (一).

use crate::divide::LineRole;
use crate::fold::{CharSpan, Fold};
use crate::lexicon::among;
use crate::read::Page;

/// How an enumeration counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// 一是.
    Is,
    /// 一、 at the start of a line.
    Comma,
    /// (一) at the start of a line.
    Bracket,
}

/// One step of an enumeration.
#[derive(Clone, Copy, Debug)]
pub(super) struct Step {
    /// The mark: 三是.
    pub at: CharSpan,
    /// The number of the mark.
    pub number: usize,
}

/// The steps of one enumeration, in order, beginning with the first.
#[derive(Clone, Debug)]
pub(super) struct Series {
    pub style: Style,
    pub steps: Vec<Step>,
}

/// How many enumerations can be open inside each other.
const DEEPEST: usize = 6;

/// The enumerations of the page that begin with one. A step that goes on with none of the open ones is added to the
/// innermost, where the jump shows.
pub(super) fn find(page: &Page) -> Vec<Series> {
    let mut done = Vec::new();
    let mut open: Vec<Series> = Vec::new();
    let mut article = usize::MAX;
    for line in &page.layout.lines {
        let text = matches!(line.role, LineRole::Body | LineRole::Heading(_));
        if !text {
            continue;
        }
        if line.article != article {
            article = line.article;
            done.append(&mut open);
        }
        for (style, step) in steps(page.fold, line.at) {
            put(&mut open, &mut done, style, step);
        }
    }
    done.append(&mut open);
    done
}

fn put(open: &mut Vec<Series>, done: &mut Vec<Series>, style: Style, step: Step) {
    let last = |series: &Series| series.steps.last().map_or(0, |step| step.number);
    if step.number == 1 {
        // A new one of the same style closes its elder brother where that has ended; 一是 can stand inside 一是.
        if open.len() == DEEPEST || style != Style::Is {
            let from = open.iter().position(|series| series.style == style).unwrap_or(open.len().min(DEEPEST - 1));
            done.extend(open.drain(from..));
        }
        open.push(Series { style, steps: vec![step] });
        return;
    }
    let next = open.iter().rposition(|series| series.style == style && last(series) + 1 == step.number);
    let at = next.or_else(|| open.iter().rposition(|series| series.style == style));
    let Some(at) = at else { return };
    done.extend(open.drain(at + 1..));
    open[at].steps.push(step);
}

/// The marks of enumerations in one line.
fn steps(fold: &Fold, line: CharSpan) -> Vec<(Style, Step)> {
    let mut found = Vec::new();
    if let Some((number, end)) = numeral(fold, line.start) {
        if fold.at(end) == '、' {
            found.push((Style::Comma, Step { at: CharSpan::new(line.start, end + 1), number }));
        }
    } else if fold.at(line.start) == '('
        && let Some((number, end)) = numeral(fold, line.start + 1)
        && fold.at(end) == ')'
    {
        found.push((Style::Bracket, Step { at: CharSpan::new(line.start, end + 1), number }));
    }
    let mut step = |at: usize| {
        let numeral = numeral(fold, at).filter(|&(_, end)| at < line.end && fold.at(end) == '是');
        found.extend(numeral.map(|(number, end)| (Style::Is, Step { at: CharSpan::new(at, end + 1), number })));
    };
    // Where a step may open: at the start, behind a mark, and behind blanks there.
    let opens = |at: usize| {
        let blanks = (line.start..at).rev().take_while(|&before| fold.at(before).is_whitespace()).count();
        let mark = at - blanks;
        mark == line.start || matches!(fold.at(mark - 1), '。' | ';' | ':' | ',' | '!' | '?' | '”' | ')')
    };
    step(line.start);
    for at in fold.others(line).map(|before| before + 1) {
        if among!("一二三四五六七八九十", fold.at(at)) && opens(at) {
            step(at);
        }
    }
    found
}

/// The Chinese numeral from 一 to 九十九 at `at`, and where it ends.
fn numeral(fold: &Fold, at: usize) -> Option<(usize, usize)> {
    const DIGITS: [char; 9] = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];
    let digit = |at: usize| DIGITS.iter().position(|&c| c == fold.at(at)).map(|place| place + 1);
    let first = digit(at);
    let mut end = at + usize::from(first.is_some());
    if fold.at(end) != '十' {
        return first.map(|number| (number, end));
    }
    end += 1;
    let ones = digit(end);
    Some((first.unwrap_or(1) * 10 + ones.unwrap_or(0), end + usize::from(ones.is_some())))
}

/// A number from 1 to 99 in Chinese digits.
pub(super) fn chinese(number: usize) -> String {
    let digit = |place: usize| "〇一二三四五六七八九".chars().nth(place).map(String::from).unwrap_or_default();
    let tens = match number / 10 {
        0 => String::new(),
        1 => "十".into(),
        tens => digit(tens) + "十",
    };
    let ones = if number.is_multiple_of(10) { String::new() } else { digit(number % 10) };
    tens + &ones
}
