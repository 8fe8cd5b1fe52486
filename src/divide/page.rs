//! What the steps of dividing share: the lines, their furniture, and which of them are running text.

use super::furniture::{self, Sort};
use super::mark;
use super::people;
use super::shape::{self, Shape};
use crate::fold::Fold;
use crate::lexicon::among;

/// The lines of a page with what each says by itself.
pub(super) struct Page<'a> {
    pub fold: &'a Fold,
    pub lines: Vec<Shape>,
    /// The sort of furniture that a line is.
    pub sorts: Vec<Option<Sort>>,
    /// Whether a line is a paragraph of running text.
    pub prose: Vec<bool>,
    /// The first line of what belongs to other pages; the number of lines where there is nothing of the sort.
    pub cut: usize,
    /// The first line, where it stands over the day and source like a title, though it ends in a mark: 暗伤曝露?
    headline: Option<usize>,
}

impl<'a> Page<'a> {
    /// The page that `fold` views.
    pub fn of(fold: &'a Fold) -> Self {
        let lines = shape::lines(fold);
        let mut sorts: Vec<_> = lines.iter().map(|line| furniture::sort(fold, line)).collect();
        below_labels(&lines, &mut sorts);
        let mut prose: Vec<bool> =
            lines.iter().zip(&sorts).map(|(line, sort)| sort.is_none() && line.prose()).collect();
        broken(fold, &lines, &sorts, &mut prose);
        let cut = cut(&lines, &sorts, &prose);
        prose[cut..].fill(false);
        let headline = headline(fold, &lines, &sorts);
        if let Some(line) = headline {
            prose[line] = false;
        }
        Self { fold, lines, sorts, prose, cut, headline }
    }

    /// The outlet in the line below a line that says 来源: alone.
    pub fn outlet_below(&self, line: usize) -> Option<usize> {
        let labelled = self.sorts[line] == Some(Sort::Source) && label_alone(&self.lines[line]);
        self.after(line).filter(|&next| labelled && self.sorts[next] == Some(Sort::Source))
    }

    /// The nearest line before `line` that is not blank.
    pub fn before(&self, line: usize) -> Option<usize> {
        self.lines[..line].iter().rposition(|shape| !shape.blank())
    }

    /// The nearest line after `line` that is not blank.
    pub fn after(&self, line: usize) -> Option<usize> {
        let rest = self.lines.get(line + 1..)?;
        rest.iter().position(|shape| !shape.blank()).map(|at| line + 1 + at)
    }

    /// Whether a line may be a title by its own shape.
    pub fn title_like(&self, line: usize) -> bool {
        let shape = &self.lines[line];
        if self.headline == Some(line) {
            return true;
        }
        line < self.cut
            && self.sorts[line].is_none()
            && !self.prose[line]
            && !shape.ended()
            && !shape.open()
            && (4..=80).contains(&shape.letters)
            && shape.han >= 3
            && !matches!(shape.last, ':' | ',')
            && mark::at(self.fold, shape.at).is_none()
            && people::writers(self.fold, shape).is_none()
            && people::officer(self.fold, shape).is_none()
            && people::dateline(self.fold, shape).is_none()
    }

    /// Whether a line names writers or an officer.
    pub fn names_people(&self, line: usize) -> bool {
        let shape = &self.lines[line];
        people::writers(self.fold, shape).is_some() || people::officer(self.fold, shape).is_some()
    }
}

/// Whether the line is a label and nothing else: 来源:.
fn label_alone(line: &Shape) -> bool {
    line.letters <= 4 && line.last == ':'
}

/// The longest name of an outlet below its label, in letters.
const OUTLET: usize = 12;

/// Takes the short line below a label of the source for the source.
fn below_labels(lines: &[Shape], sorts: &mut [Option<Sort>]) {
    for at in 0..lines.len() {
        if sorts[at] != Some(Sort::Source) || !label_alone(&lines[at]) {
            continue;
        }
        let Some(next) = (at + 1..lines.len()).find(|&line| !lines[line].blank()) else { return };
        let name = &lines[next];
        if sorts[next].is_none() && name.letters <= OUTLET && name.stops == 0 && !name.ended() && name.last != ':' {
            sorts[next] = Some(Sort::Source);
        }
    }
}

/// Takes the lines of a paragraph that links broke for running text: a line that opens with a closing mark goes on with
/// those right above it that end in none.
fn broken(fold: &Fold, lines: &[Shape], sorts: &[Option<Sort>], prose: &mut [bool]) {
    for at in 1..lines.len() {
        let opens = !lines[at].blank() && among!(",。、;!?)”》", fold.at(lines[at].at.start));
        if !opens || lines[at].letters < 4 {
            continue;
        }
        let above = (at.saturating_sub(BROKEN)..at).rev();
        let whole = |&line: &usize| lines[line].blank() || lines[line].ended() || sorts[line].is_some();
        above.take_while(|line| !whole(line)).for_each(|line| prose[line] = true);
    }
}

/// How many lines of one paragraph are put together at most.
const BROKEN: usize = 6;

/// The first line that is no furniture, where a day or a source stands right below it.
fn headline(fold: &Fold, lines: &[Shape], sorts: &[Option<Sort>]) -> Option<usize> {
    let mut words = (0..lines.len()).filter(|&line| !lines[line].blank());
    let first = words.find(|&line| sorts[line].is_none())?;
    let below = words.next()?;
    let shape = &lines[first];
    let asks = matches!(shape.last, '?' | '!' | '.' | '…') || shape.stops > 0 && !shape.ended();
    let dated = matches!(sorts[below], Some(Sort::Date | Sort::Source));
    let full = fold.ends_with(shape.at.end, "。") || shape.letters > 60 || shape.letters < 6;
    (asks && dated && !full && mark::at(fold, shape.at).is_none()).then_some(first)
}

/// Where the titles of other pages start: after a heading such as 相关报道 that most of the running text stands before.
fn cut(lines: &[Shape], sorts: &[Option<Sort>], prose: &[bool]) -> usize {
    let weight = |range: std::ops::Range<usize>| -> usize {
        range.filter(|&line| prose[line]).map(|line| lines[line].letters).sum()
    };
    let all = weight(0..lines.len());
    let mut before = 0;
    for (line, sort) in sorts.iter().enumerate() {
        if *sort == Some(Sort::Related) && all > 0 && (all - before) * 4 < all {
            return line;
        }
        before += weight(line..line + 1);
    }
    lines.len()
}
