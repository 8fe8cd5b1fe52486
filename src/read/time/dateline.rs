//! The day on which an article tells: behind its label, before 电, or where its first sentence begins.

use super::anchor::{Anchor, Piece, marks_in, title_year};
use super::clause::{is_basis, sentence_end};
use crate::fold::{CharSpan, Fold};
use crate::lexicon::Choice;
use crate::read::Page;
use crate::scan::time::{Expr, Moment, Part, Year};

/// 新华社北京10月24日电, 发布时间:10月24日, 1月26日,能源局发布…: the day on which an article tells, without its year.
pub(super) fn day_of_telling(page: &Page, piece: &Piece) -> Option<(CharSpan, u8, u8)> {
    let fold = page.fold;
    marks_in(page, piece.whole).iter().take(8).find_map(|mark| {
        let Expr::At(Moment { year: Year::Unsaid, part: Part::Day(month, day), clock: None }) = mark.expr else {
            return None;
        };
        let opens = mark.at.start <= piece.body.start + 4;
        (labelled(fold, mark.at) || tells(fold, mark.at) && (opens || wired(fold, mark.at)))
            .then_some((mark.at, month, day))
    })
}

/// Whether a day is that of a dispatch, or one on which something was told: 7月19日,记者从市监局了解到.
pub(super) fn tells(fold: &Fold, day: CharSpan) -> bool {
    static TELLING: Choice = Choice::of("发布 公布 通报 获悉 了解到 新闻发布会");
    wired(fold, day) || TELLING.within(fold, CharSpan::new(day.end, day.end + 24))
}

/// (北京10月24日电): the day of a dispatch.
pub(super) fn wired(fold: &Fold, at: CharSpan) -> bool {
    matches!(fold.at(at.end), '电' | '讯')
        && !matches!(fold.at(at.end + 1), '力' | '网' | '视' | '商' | '价' | '量' | '息')
}

/// The year of a day in `month`, told at `at`: that of the title, or of the months that the same sentence looks back on;
/// the one after, where what is looked back on was not over by then.
pub(super) fn told_in(page: &Page, piece: &Piece, anchor: &Anchor, at: CharSpan, month: u8) -> Option<i32> {
    let later = |year: i32, last: u8| if month < last { year + 1 } else { year };
    if let Some((year, _)) = title_year(page, piece) {
        let last = anchor.covered.filter(|(_, last)| last.year == year);
        return Some(later(year, last.map_or(0, |(_, last)| if last.month == 0 { 12 } else { last.month })));
    }
    let sentence = CharSpan::new(at.end, sentence_end(page.fold, at.end).min(at.end + 120));
    marks_in(page, sentence).iter().filter(|mark| !is_basis(page.fold, mark.at)).find_map(|mark| match mark.expr {
        Expr::At(Moment { year: Year::Known(year), part: Part::Months(_, last) | Part::Day(last, _), .. }) => {
            ((month + 12 - last) % 12 <= 3).then(|| later(year, last))
        }
        Expr::At(Moment { year: Year::Known(year), part: Part::Festival, .. }) => Some(year),
        _ => None,
    })
}

/// Whether a date stands behind a label: 发布时间:2018-02-07.
pub(super) fn labelled(fold: &Fold, at: CharSpan) -> bool {
    const LABELS: &str = "发布时间 发布日期 发稿时间 时间 日期 发表时间 更新时间 公布日期 刊发日期";
    let mut end = at.start;
    while end > 0 && at.start - end < 4 && matches!(fold.at(end - 1), ' ' | ':' | '(' | '[') {
        end -= 1;
    }
    end < at.start && fold.ends_any(end, LABELS)
}
