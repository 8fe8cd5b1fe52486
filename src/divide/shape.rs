//! The lines of a page and what their shape alone says.

pub(super) use crate::fold::is_blank as blank;
use crate::fold::{CharSpan, Fold};
use crate::lexicon::among;
pub(super) use crate::script::is_han as han;

/// Whether `c` ends a sentence.
fn is_stop(c: char) -> bool {
    among!("。!?;…", c)
}

/// Marks that may close a line after its last stop.
const CLOSERS: [char; 12] = ['”', '’', '」', '』', ')', '》', '〉', '】', '"', '\'', ']', '〕'];

/// A line, without the blanks around it, and its shape.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shape {
    /// Where it stands.
    pub at: CharSpan,
    /// How many Han characters, digits and Latin letters it has.
    pub letters: usize,
    /// How many of them are Han characters.
    pub han: usize,
    /// How many marks that end a sentence stand in it (a run counts once).
    pub stops: usize,
    /// How many commas stand in it.
    pub commas: usize,
    /// Its last character that closes no quotation or bracket.
    pub last: char,
}

impl Shape {
    /// Whether it has nothing but blanks.
    pub fn blank(&self) -> bool {
        self.at.is_empty()
    }

    /// Whether it ends like a sentence.
    pub fn ended(&self) -> bool {
        is_stop(self.last)
    }

    /// Whether it goes on in the next line.
    pub fn open(&self) -> bool {
        matches!(self.last, ',' | '、' | '《' | '(' | '“' | '的' | '和' | '与' | '在')
    }

    /// Whether it is a paragraph of running text.
    pub fn prose(&self) -> bool {
        (self.ended() && self.han >= 6 && (self.han >= 16 || self.stops > 0))
            || (self.stops > 0 && self.han >= 20)
            || (self.han > 60 && self.commas > 0)
    }
}

/// The stretch without blanks and signs of no width at its ends.
pub(super) fn trim(fold: &Fold, part: CharSpan) -> CharSpan {
    let chars = fold.slice(part);
    let Some(first) = chars.iter().position(|&c| !blank(c)) else {
        return CharSpan::new(part.start, part.start);
    };
    let after = chars.iter().rposition(|&c| !blank(c)).map_or(first, |last| last + 1);
    CharSpan::new(part.start + first, part.start + after)
}

/// All lines in order, the blank ones too.
pub(super) fn lines(fold: &Fold) -> Vec<Shape> {
    let mut found = Vec::new();
    let mut start = 0;
    for at in fold.others(CharSpan::new(0, fold.len())) {
        let c = fold.at(at);
        if among!("\n\r\u{2028}\u{2029}\u{85}", c) {
            // The two characters of a Windows line end make one end.
            if !(c == '\n' && at == start && at > 0 && fold.at(at - 1) == '\r') {
                found.push(shape(fold, CharSpan::new(start, at)));
            }
            start = at + 1;
        } else if among!("讯据", fold.at(at + 2)) && second_item(fold, start, at + 2) {
            found.push(shape(fold, CharSpan::new(start, at + 1)));
            start = at + 1;
        }
    }
    if start < fold.len() {
        found.push(shape(fold, CharSpan::new(start, fold.len())));
    }
    found
}

/// Whether another item begins inside the paragraph from `start` on, `at` its second character: 。又讯(记者…, 。另据新华社.
fn second_item(fold: &Fold, start: usize, at: usize) -> bool {
    let next = fold.at(at + 1);
    let opens = match fold.at(at) {
        '讯' => matches!(next, '(' | ':' | ',' | ' ' | '记' | '昨' | '今' | '近' | '日') || next.is_ascii_digit(),
        _ => fold.starts_any(at + 1, "新华社 中新社"),
    };
    let ended = |end: usize| matches!(fold.at(end), '。' | '!' | '?' | '”' | ')');
    at > start + 2
        && opens
        && matches!(fold.at(at - 1), '又' | '另')
        && (ended(at - 2) || fold.at(at - 2) == ' ' && ended(at - 3))
}

fn shape(fold: &Fold, part: CharSpan) -> Shape {
    let at = trim(fold, part);
    let last = fold.slice(at).iter().rfind(|c| !CLOSERS.contains(c) && !blank(**c));
    let mut shape = Shape { at, letters: 0, han: at.len(), stops: 0, commas: 0, last: last.copied().unwrap_or('\0') };
    // The place behind the last stop.
    let mut behind = usize::MAX;
    for place in fold.others(at) {
        let c = fold.at(place);
        let stop = is_stop(c);
        shape.han -= usize::from(!han(c));
        shape.stops += usize::from(stop & (place != behind));
        behind = if stop { place + 1 } else { behind };
        shape.commas += usize::from(c == ',');
        shape.letters += usize::from(c.is_ascii_alphanumeric());
    }
    shape.letters += shape.han;
    shape
}
