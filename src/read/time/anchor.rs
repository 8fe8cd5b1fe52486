//! The dates that relative times rest on, per article: when it was published, its present year, what it reviews.

use super::civil::Civil;
use super::covers;
use super::dateline::{day_of_telling, labelled, told_in, wired};
use crate::divide::LineRole;
use crate::fold::{CharSpan, Fold};
use crate::read::Page;
use crate::scan::time::{Expr, Moment, Part, TimeMark, Year};

/// What the times of one article rest on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Anchor {
    /// When it was published, as exactly as the text says.
    pub published: Option<Civil>,
    /// Where that is said; nothing for a date that the caller gave or that only follows from the text.
    pub published_at: Option<CharSpan>,
    /// The year that 今年 means.
    pub year: Option<i32>,
    /// Where the text forces that year, if not at its publishing date.
    pub year_at: Option<CharSpan>,
    /// EDTF of the period under review, or empty.
    pub covers: String,
    /// The first and the last stretch of that period.
    pub covered: Option<(Civil, Civil)>,
    /// Where that period is said.
    pub covers_at: Option<CharSpan>,
    /// Whether that period is only when the action took place that the article tells of.
    pub campaign: bool,
    /// Whether the article is a yearly report to an assembly, which looks back on whole years before the present one.
    pub report: bool,
}

impl Anchor {
    /// The present of the article, where 今年 and the publishing date agree on it.
    pub fn now(&self) -> Option<Civil> {
        match (self.published, self.year) {
            (Some(day), Some(year)) => (day.year == year).then_some(day),
            (None, Some(year)) => Some(Civil::year(year)),
            _ => None,
        }
    }

    /// The span that relative times rest on.
    pub fn evidence(&self) -> Option<CharSpan> {
        self.year_at.or(self.published_at)
    }

    /// The last year of a review of whole years that is over, counted from the present.
    pub(super) fn reviewed(&self) -> Option<i32> {
        if self.report
            && let Some(year) = self.year
        {
            // 2020年12月23日在县人民代表大会上: the year that is all but over.
            let late = self.published.is_some_and(|day| day.year == year && day.month > 10);
            return Some(year - i32::from(!late));
        }
        let (first, last) = self.covered?;
        let whole = first.month == 0 && last.month == 0;
        let over = self.year.is_none_or(|now| last.year < now) || first == last;
        (whole && over).then_some(last.year)
    }

    /// The single year that the article reviews.
    pub(super) fn reviewed_year(&self) -> Option<i32> {
        self.covered.filter(|(first, last)| first == last).map(|(first, _)| first.year)
    }

    /// The year of a month that is named alone.
    pub(super) fn nearest_year(&self, month: u8, onward: bool) -> Option<i32> {
        let year = self.year?;
        // 3月份 in a review of the year before that came out in January.
        let ahead = self.published.is_some_and(|day| day.year == year && day.month > 0 && month > day.month);
        if let Some(reviewed) = self.reviewed_year().filter(|&reviewed| ahead && !onward && reviewed < year) {
            return Some(reviewed);
        }
        let past = self.published.is_some_and(|day| day.year == year && day.month > 0 && month > day.month + 6);
        Some(if past && !onward { year - 1 } else { year })
    }

    /// The day of a month that is named alone.
    pub(super) fn nearest_day(&self, day: u8, said: Option<Civil>) -> Option<Civil> {
        if let Some(said) = said.filter(|said| said.month > 0) {
            return Some(Civil::day(said.year, said.month, day)).filter(|day| day.exists());
        }
        let today = self.published.filter(|today| today.day > 0)?;
        // The last month before that has such a day; of two months one has 31 days, but for January before February.
        let back = if day > today.day { 1 } else { 0 };
        let found = (back..back + 2).map(|back| today.shift_months(-back));
        let mut days = found.map(|month| Civil::day(month.year, month.month, day));
        days.find(|day| day.exists())
    }
}

/// One article of the page, or the entire page where no article was found.
pub(super) struct Piece {
    /// From the end of the article before up to its own end.
    pub(super) whole: CharSpan,
    pub(super) body: CharSpan,
    pub(super) title: Vec<CharSpan>,
    date: Option<CharSpan>,
}

/// The stretches that the anchors belong to, in order.
pub(super) fn pieces(page: &Page) -> Vec<Piece> {
    let all = CharSpan::new(0, page.fold.len());
    if page.layout.articles.is_empty() {
        return vec![Piece { whole: all, body: all, title: first_line(page.fold).into_iter().collect(), date: None }];
    }
    let mut start = 0;
    let count = page.layout.articles.len();
    let mut pieces = Vec::with_capacity(count);
    for (index, article) in page.layout.articles.iter().enumerate() {
        let end = if index + 1 == count { page.fold.len() } else { article.body.end.max(start) };
        let title = article.title.into_iter().collect();
        pieces.push(Piece { whole: CharSpan::new(start, end), body: article.body, title, date: article.date });
        start = end;
    }
    for line in &page.layout.lines {
        if matches!(line.role, LineRole::Title | LineRole::Subtitle)
            && let Some(piece) = pieces.get_mut(line.article)
        {
            piece.title.push(line.at);
        }
    }
    pieces
}

/// The first line that is not blank, where it is short and no sentence.
fn first_line(fold: &Fold) -> Option<CharSpan> {
    let chars = fold.chars();
    let start = chars.iter().position(|c| !c.is_whitespace())?;
    let end = chars.iter().skip(start).position(|&c| c == '\n').map_or(chars.len(), |length| start + length);
    let line = CharSpan::new(start, end);
    (line.len() <= 60 && !fold.slice(line).iter().any(|c| matches!(c, '。' | ','))).then_some(line)
}

/// The marks that start in a stretch.
pub(super) fn marks_in<'a>(page: &Page<'a>, part: CharSpan) -> &'a [TimeMark] {
    let times = &page.marks.times;
    let first = times.partition_point(|mark| mark.at.start < part.start);
    let last = times.partition_point(|mark| mark.at.start < part.end);
    times.get(first..last).unwrap_or_default()
}

/// The anchor of each article in order; one for the page where no article was found.
pub fn anchors(page: &Page) -> Vec<Anchor> {
    let pieces = pieces(page);
    let mut anchors: Vec<Anchor> = pieces.iter().map(|piece| published(page, piece)).collect();
    // A date that stands once on a page is that of all its articles.
    if let Some(first) = anchors.iter().find(|anchor| anchor.published.is_some()).cloned() {
        for anchor in anchors.iter_mut().filter(|anchor| anchor.published.is_none()) {
            anchor.published = first.published;
            anchor.published_at = first.published_at;
        }
    }
    let latest = latest_year(page);
    let relative = page.marks.times.iter().any(is_relative);
    for (anchor, piece) in anchors.iter_mut().zip(&pieces) {
        if anchor.published.is_some() {
            present_of_dated(page, piece, anchor, latest);
        } else if relative || title_year(page, piece).is_some_and(|(year, _)| latest.is_none_or(|last| last.0 == year))
        {
            present_of_undated(page, piece, anchor, latest);
        }
        anchor.report = is_report(page.fold, piece);
        covers::cover(page, piece, anchor);
        if anchor.published.is_none()
            && let Some((at, month, day)) = day_of_telling(page, piece)
            && let Some(told) = told_in(page, piece, anchor, at, month)
            && let day = Civil::day(told, month, day)
            && day.exists()
        {
            (anchor.published, anchor.published_at) = (Some(day), Some(at));
            (anchor.year, anchor.year_at) = (Some(told), None);
            covers::cover(page, piece, anchor);
        }
    }
    anchors
}

/// Whether an article is a report to an assembly: 政府工作报告, or a speech to 各位代表.
fn is_report(fold: &Fold, piece: &Piece) -> bool {
    let titled = piece.title.iter().any(|&line| fold.text(line).contains("工作报告"));
    let opening = piece.body.start..piece.body.end.min(piece.body.start + 80);
    titled || opening.into_iter().any(|at| fold.starts_with(at, "各位代表"))
}

/// The day that a mark names in full.
fn full_day(mark: &TimeMark) -> Option<Civil> {
    let Expr::At(Moment { year: Year::Known(year), part: Part::Day(month, day), .. }) = mark.expr else {
        return None;
    };
    Some(Civil::day(year, month, day))
}

fn published(page: &Page, piece: &Piece) -> Anchor {
    if is_chronicle(page, piece) {
        return Anchor { published: Civil::parse(&page.options.date), ..Anchor::default() };
    }
    let found =
        |mark: &TimeMark, day| Anchor { published: Some(day), published_at: Some(mark.at), ..Anchor::default() };
    if let Some(date) = piece.date
        && let Some((mark, day)) = marks_in(page, date).iter().find_map(|mark| full_day(mark).map(|day| (mark, day)))
    {
        return found(mark, day);
    }
    if let Some(day) = Civil::parse(&page.options.date) {
        return Anchor { published: Some(day), ..Anchor::default() };
    }
    let mut days = marks_in(page, piece.whole).iter().filter_map(|mark| full_day(mark).map(|day| (mark, day)));
    let said = |at: CharSpan| {
        let fold = page.fold;
        // 统计处今日(二〇二五年一月二日)公布
        let today = || fold.ends_any(at.start, "今日( 今天(") && fold.at(at.end) == ')';
        labelled(fold, at)
            || today()
            || alone(fold, at)
            || delivered(fold, at)
            || bracketed(fold, at)
            || wired(fold, at)
    };
    match days.find(|(mark, _)| said(mark.at)) {
        Some((mark, day)) => found(mark, day),
        None => Anchor::default(),
    }
}

/// Whether days of different years open several lines, as headings of what happened on them.
fn is_chronicle(page: &Page, piece: &Piece) -> bool {
    let heads = |mark: &TimeMark| {
        let after = page.fold.at(mark.at.end);
        let opens = mark.at.start == 0 || matches!(page.fold.at(mark.at.start - 1), '\n' | '\r' | '\u{3000}');
        opens && matches!(after, ' ' | '\u{3000}') && super::clause::heads_line(page.fold, mark.at)
    };
    let mut years =
        marks_in(page, piece.whole).iter().filter(|mark| heads(mark)).filter_map(full_day).map(|day| day.year);
    let Some(first) = years.next() else { return false };
    years.filter(|&year| year != first).count() > 1
}

/// ——2024年1月18日在某市第十五届人民代表大会第三次会议上: the line that says when and where a report was given.
pub(super) fn delivered(fold: &Fold, at: CharSpan) -> bool {
    const REACH: usize = 60;
    let mut start = at.start;
    while start > 0 && at.start - start < 6 && matches!(fold.at(start - 1), '—' | '-' | '(' | ' ' | '─') {
        start -= 1;
    }
    let opens = start == 0 || matches!(fold.at(start - 1), '\n' | '\r');
    let mut line = at.end..at.end + REACH;
    let end = line.find(|&place| matches!(fold.at(place), '\n' | '\r' | '\0' | '。' | ','));
    let close = |end: usize| fold.trim(CharSpan::new(at.end, end - usize::from(fold.at(end - 1) == ')'))).end;
    opens && fold.at(at.end) == '在' && end.is_some_and(|end| fold.ends_with(close(end), "上"))
}

/// 《新闻联播》 (20230117): a day in brackets that closes the page's first line.
fn bracketed(fold: &Fold, at: CharSpan) -> bool {
    const REACH: usize = 40;
    let closed = at.start > 0 && fold.at(at.start - 1) == '(' && fold.at(at.end) == ')';
    let breaks = |place: usize| matches!(fold.at(place), '\n' | '\r' | '\0');
    at.start < REACH && closed && breaks(at.end + 1) && !(0..at.start).any(breaks)
}

/// Whether a date has a line of its own, but for a bracket, a weekday, a time of day or the outlet's name.
fn alone(fold: &Fold, at: CharSpan) -> bool {
    const REACH: usize = 24;
    let breaks = |at: usize| matches!(fold.at(at), '\n' | '\r' | '\0');
    let mut before = at.start;
    while before > 0 && at.start - before < REACH && !breaks(before - 1) {
        before -= 1;
    }
    let mut after = at.end;
    while after - at.end < REACH && !breaks(after) {
        after += 1;
    }
    let sentence =
        |part: CharSpan| fold.slice(part).iter().any(|c| matches!(c, ',' | '。' | '的' | '在' | '年' | '至' | '、'));
    (before == 0 || breaks(before - 1))
        && breaks(after)
        && !sentence(CharSpan::new(before, at.start))
        && !sentence(CharSpan::new(at.end, after))
}

/// The latest year that the page speaks of as reached, with its mark.
fn latest_year(page: &Page) -> Option<(i32, CharSpan)> {
    let mut latest: Option<(i32, CharSpan)> = None;
    for mark in &page.marks.times {
        let year = match mark.expr {
            Expr::At(Moment { year: Year::Known(year), .. }) | Expr::Since(Moment { year: Year::Known(year), .. }) => {
                year
            }
            Expr::Between(_, Moment { year: Year::Known(year), .. }) => year,
            _ => continue,
        };
        let aimed = page.fold.ends_with(mark.at.start, "到") || page.fold.ends_with(mark.at.start, "至");
        // What is compared with 2016 was reached after it: 比2016年全年增速高0.3个百分点.
        let compared = page.fold.ends_with(mark.at.start, "比") || page.fold.ends_with(mark.at.start, "较");
        let year = if compared { year + 1 } else { year };
        if latest.is_none_or(|(best, _)| year > best) && !aimed && !covers::is_aim(page.fold, mark.at) {
            latest = Some((year, mark.at));
        }
    }
    latest
}

/// Whether a mark can only be placed from the present.
fn is_relative(mark: &TimeMark) -> bool {
    match mark.expr {
        Expr::At(moment) | Expr::Since(moment) | Expr::Until(moment) => {
            matches!(moment.year, Year::Offset(-1..=1))
        }
        Expr::Ago(_) | Expr::Past(_) => true,
        _ => false,
    }
}

fn this_year_so_far(mark: &TimeMark) -> bool {
    matches!(mark.expr, Expr::Since(moment) if moment.year == Year::Offset(0) && moment.part == Part::Whole)
}

fn present_of_dated(page: &Page, piece: &Piece, anchor: &mut Anchor, latest: Option<(i32, CharSpan)>) {
    let Some(day) = anchor.published else { return };
    anchor.year = Some(day.year);
    // 2020年12月至今年11月, put up in January: written in the year before.
    let late = |mark: &TimeMark| matches!(mark.expr, Expr::Between(_, m) | Expr::Until(m) if m.year == Year::Offset(0) && matches!(m.part, Part::Months(_, 9..)));
    if day.month > 0 && day.month < 3 && marks_in(page, piece.whole).iter().any(late) {
        anchor.year = Some(day.year - 1);
        return;
    }
    // A review of last year that was put up in the first weeks of the new one may have been written before: 今年以来
    // then means the year reviewed.
    if let Some((year, at)) = title_year(page, piece)
        && year == day.year - 1
        && (1..=3).contains(&day.month)
        && marks_in(page, piece.whole).iter().any(this_year_so_far)
        && latest.is_none_or(|(latest, at)| latest <= year || Some(at) == anchor.published_at)
    {
        (anchor.year, anchor.year_at) = (Some(year), Some(at));
    }
}

fn present_of_undated(page: &Page, piece: &Piece, anchor: &mut Anchor, latest: Option<(i32, CharSpan)>) {
    let count = |offset: i32| {
        // 比上年增长: the year before the one reviewed, not before the present.
        let of = |mark: &&TimeMark| {
            matches!(mark.expr, Expr::At(moment) if moment.year == Year::Offset(offset))
                && page.fold.at(mark.at.start) != '上'
        };
        marks_in(page, piece.whole).iter().filter(of).count()
    };
    let title_year = title_year(page, piece);
    if let Some((year, at)) = title_year
        && latest.is_none_or(|(latest, _)| latest == year)
    {
        let year = if count(-1) > count(0) { year + 1 } else { year };
        (anchor.year, anchor.year_at) = (Some(year), Some(at));
        return;
    }
    if let Some((year, at)) = latest {
        // 《2012年度…公报》显示,到去年底…: of the year that is over.
        let over = page.fold.ends_with(at.end, "度") || page.fold.starts_any(at.end, "度 全年");
        let year = if over && count(-1) > count(0) { year + 1 } else { year };
        (anchor.year, anchor.year_at) = (Some(year), Some(at));
        // A review of a year that speaks of the next one as begun came out in that next one.
        if title_year.is_some_and(|(reviewed, _)| reviewed == year - 1) {
            anchor.published = Some(Civil::year(year));
        }
    }
}

/// The year that the title names.
pub(super) fn title_year(page: &Page, piece: &Piece) -> Option<(i32, CharSpan)> {
    piece.title.iter().flat_map(|&line| marks_in(page, line)).find_map(|mark| match mark.expr {
        Expr::At(Moment { year: Year::Known(_), part: Part::Day(..), .. }) => None,
        Expr::At(Moment { year: Year::Known(year), .. }) => Some((year, mark.at)),
        _ => None,
    })
}
