//! Places an expression of time in the calendar.

use super::anchor::Anchor;
use super::civil::Civil;
use super::length::{ago, coming, iso, later, past};
use super::lunar;
use crate::model::TimeForm;
use crate::scan::time::{Clock, Expr, Moment, Part, TimeMark, Year};

/// An expression that has found its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// EDTF, or empty where nothing in the text tells.
    pub value: String,
    /// What sort of time.
    pub form: TimeForm,
    /// Whether the value rests on another date than the words themselves.
    pub inferred: bool,
    /// The first and the last stretch, where the expression has a place.
    pub bounds: Option<(Civil, Civil)>,
}

impl Placed {
    pub(super) const fn empty(form: TimeForm) -> Self {
        Self { value: String::new(), form, inferred: false, bounds: None }
    }

    pub(super) fn period(bounds: (Civil, Civil), inferred: bool) -> Self {
        Self::valued(interval(bounds), bounds, inferred)
    }

    fn valued(value: String, bounds: (Civil, Civil), inferred: bool) -> Self {
        Self { value, form: TimeForm::Period, inferred, bounds: Some(bounds) }
    }
}

/// What has been said before in the paragraph.
#[derive(Clone, Copy, Debug, Default)]
pub struct Said {
    /// The last year, month and day.
    pub moment: Option<Civil>,
    /// The last period.
    pub period: Option<(Civil, Civil)>,
    /// The year that the heading above names.
    pub section: Option<i32>,
    /// Whether the article has named any time before.
    pub begun: bool,
    /// The day that the article named last.
    pub day: Option<Civil>,
}

/// Places `mark` from the anchor of its article and from what was said before it.
pub fn place(mark: &TimeMark, anchor: &Anchor, said: &Said) -> Placed {
    match mark.expr {
        Expr::At(moment) => at(moment, anchor, said),
        Expr::Between(first, last) => between(first, last, anchor, said),
        Expr::Since(moment) => since(moment, anchor, said),
        Expr::Until(moment) => match resolve(moment, anchor, said, true) {
            Some(found) => {
                let value = format!("../{}", timed(found.last, moment.clock));
                Placed::valued(value, (found.first, found.last), found.inferred)
            }
            None => clock_alone(moment, |clock| format!("../{clock}")),
        },
        Expr::Past(length) => past(length, anchor),
        Expr::Coming(length) => coming(length, anchor),
        Expr::Ago(length) => ago(length, anchor),
        Expr::Later(length) => later(length, anchor, said),
        Expr::Lasting(length) if length.loose => Placed::empty(TimeForm::Duration),
        Expr::Lasting(length) => Placed { value: iso(length), ..Placed::empty(TimeForm::Duration) },
        Expr::Every(length) => Placed { value: format!("R/{}", iso(length)), ..Placed::empty(TimeForm::Set) },
        Expr::Night => match said.moment.filter(|day| day.day > 0) {
            Some(day) => Placed { form: TimeForm::Duration, ..Placed::period((day.shift_days(-1), day), true) },
            None => Placed::empty(TimeForm::Duration),
        },
        Expr::Now => match anchor.now() {
            Some(now) => Placed { form: TimeForm::Date, ..Placed::period((now, now), true) },
            None => Placed::empty(TimeForm::Vague),
        },
        Expr::UntilNow => match anchor.now() {
            Some(now) => Placed::valued(format!("../{now}"), (now, now), true),
            None => Placed::empty(TimeForm::Period),
        },
        Expr::SamePeriod(year) => same_period(year, anchor, said),
        Expr::Event => Placed::empty(TimeForm::Period),
        Expr::Vague => Placed::empty(TimeForm::Vague),
    }
}

fn interval((first, last): (Civil, Civil)) -> String {
    if first == last { first.to_string() } else { format!("{first}/{last}") }
}

/// The period spoken of, in another year; the plain year where neither the paragraph nor the article speaks of one.
fn same_period(year: Year, anchor: &Anchor, said: &Said) -> Placed {
    let of_now = |period: &(Civil, Civil)| anchor.year.is_none_or(|now| period.0.year == now);
    let known = matches!(year, Year::Known(_) | Year::Said(_));
    let covered = anchor.covered.filter(|_| known);
    // 2015和2016年同期 in a review of a quarter: the quarter, not the year just named.
    let part = covered.is_some_and(|(from, _)| from.month > 0);
    let said = said.period.filter(|(from, _)| !(known && part && from.month == 0));
    let spoken = said.filter(|period| known || of_now(period)).or(covered);
    let plain = match year {
        Year::Known(year) => Some(year),
        Year::Said(_) => None,
        _ => anchor.year,
    };
    let Some((first, last)) = spoken.or(plain.map(|year| (Civil::year(year), Civil::year(year)))) else {
        return Placed::empty(TimeForm::Period);
    };
    let offset = match year {
        Year::Offset(offset) => offset,
        Year::Known(year) => year - first.year,
        _ => 0,
    };
    Placed::period((first.shift_years(offset), last.shift_years(offset)), true)
}

fn at(moment: Moment, anchor: &Anchor, said: &Said) -> Placed {
    let Some(found) = resolve(moment, anchor, said, false) else {
        return Placed { form: TimeForm::Date, ..clock_alone(moment, |clock| clock) };
    };
    let one = found.first == found.last;
    let mut placed = Placed::period((found.first, found.last), found.inferred);
    if one && moment.part != Part::Festival {
        placed.form = TimeForm::Date;
    }
    match (moment.part, moment.clock) {
        (Part::Season(season), _) => placed.value = format!("{}-{season}", found.first),
        (Part::About, _) => placed.value.push('~'),
        (Part::Decade, _) => placed.value = format!("{}X", found.first.year / 10),
        (_, Some(clock)) if one => placed.value = timed(found.first, Some(clock)),
        _ => {}
    }
    placed
}

/// The day, with the time of the day where that is said.
fn timed(day: Civil, clock: Option<Clock>) -> String {
    let mut value = day.to_string();
    if let Some(clock) = clock.filter(|_| day.day > 0) {
        value.push_str(&of_day(clock));
    }
    value
}

/// `T09:30:00`, as ISO 8601 writes a time whose day is not known.
fn of_day((hour, minute, second): Clock) -> String {
    format!("T{hour:02}:{minute:02}:{second:02}")
}

/// A time of a day that the text does not give.
fn clock_alone(moment: Moment, write: fn(String) -> String) -> Placed {
    let alone = moment.part == Part::DaySaid(0);
    let value = moment.clock.filter(|_| alone).map_or(String::new(), |clock| write(of_day(clock)));
    Placed { value, ..Placed::empty(TimeForm::Period) }
}

fn between(first: Moment, last: Moment, anchor: &Anchor, said: &Said) -> Placed {
    let Some(from) = resolve(first, anchor, said, false) else {
        let (Some(from), Some(to), Part::DaySaid(0)) = (first.clock, last.clock, first.part) else {
            return Placed::empty(TimeForm::Period);
        };
        return Placed { value: format!("{}/{}", of_day(from), of_day(to)), ..Placed::empty(TimeForm::Period) };
    };
    let said = Said { moment: Some(from.last), ..*said };
    let Some(to) = resolve(last, anchor, &said, false) else {
        return Placed::empty(TimeForm::Period);
    };
    let turns = last.year == Year::Unsaid && to.last < from.first;
    let end = if turns { to.last.shift_years(1) } else { to.last };
    let mut placed = Placed::period((from.first, end), from.inferred || to.inferred && last.year != Year::Unsaid);
    if first.clock.is_some() || last.clock.is_some() {
        placed.value = format!("{}/{}", timed(from.first, first.clock), timed(end, last.clock));
    }
    placed
}

fn since(moment: Moment, anchor: &Anchor, said: &Said) -> Placed {
    let Some(found) = resolve(moment, anchor, said, false) else {
        return clock_alone(moment, |clock| clock + "/..");
    };
    if moment.clock.is_some() {
        let value = timed(found.first, moment.clock) + "/..";
        return Placed::valued(value, (found.first, found.last), found.inferred);
    }
    let open = || Placed::valued(format!("{}/..", found.first), (found.first, found.last), found.inferred);
    let Some(year) = anchor.year else { return open() };
    // “十四五”以来, said when it is over: up to its end.
    let year = if matches!(moment.year, Year::Plan(_)) { year.min(found.last.year) } else { year };
    let now = match anchor.published.filter(|day| day.year == year && day.month > 0) {
        Some(day) if found.first.day > 0 => day,
        Some(day) if found.first.month > 0 => Civil::month(day.year, day.month),
        _ => Civil::year(year),
    };
    // 年初以来 in a review of the first quarter: up to its end.
    let covered = anchor.covered.filter(|(from, _)| *from == found.first).map(|(_, to)| to);
    let now = covered.filter(|to| to.year == year && to.month > 0).unwrap_or(now);
    let later = found.first.year > now.year || now.month > 0 && found.first > now;
    if later { open() } else { Placed::period((found.first, now), true) }
}

struct Found {
    first: Civil,
    last: Civil,
    inferred: bool,
}

/// `onward` where the words point to a time up to then, which may lie ahead.
fn resolve(moment: Moment, anchor: &Anchor, said: &Said, onward: bool) -> Option<Found> {
    let spoken = said.moment.map(|m| m.year);
    let (year, mut inferred) = match moment.year {
        Year::Known(year) => (Some(year), false),
        Year::Offset(offset) => (anchor.year.map(|now| now + offset), true),
        Year::Said(offset) => (spoken.or(anchor.reviewed_year()).map(|year| year + offset), true),
        Year::Plan(number) => {
            // “十三五”末: the last of its years.
            let past = if moment.part == Part::Months(12, 12) { 4 } else { 0 };
            let first = Civil::year(plan_start(number) + past);
            if past > 0 {
                return Some(Found { first, last: first, inferred: false });
            }
            return Some(Found { first, last: first.shift_years(4), inferred: false });
        }
        Year::Unsaid => (spoken.or(said.section), true),
    };
    if moment.year != Year::Unsaid {
        year?;
    }
    let near = |month: u8| year.or_else(|| anchor.nearest_year(month, onward));
    // 全年 said in the first weeks of a year is the year before.
    let early = anchor.published.is_some_and(|day| anchor.year == Some(day.year) && matches!(day.month, 1 | 2));
    let past = i32::from(early && moment.year == Year::Unsaid && moment.part == Part::Whole && !onward);
    // 1月失业率3.3%;全年薪资6万元: of the year that is over.
    let month = said.moment.is_some_and(|said| said.month > 0 && said.day == 0 && Some(said.year) == anchor.year);
    let year = year.filter(|_| past == 0 || !month);
    let whole = || year.or(anchor.reviewed_year()).or(anchor.year.map(|year| year - past));
    let (first, last) = match moment.part {
        Part::Whole | Part::About | Part::Season(_) | Part::Festival => (Civil::year(whole()?), Civil::year(whole()?)),
        Part::Feast(code) => {
            let (month, day) = ((code.abs() / 100) as u8, (code.abs() % 100) as u8);
            let day = if code > 0 { Civil::day(whole()?, month, day) } else { moon_day(whole()?, month, day, false)? };
            (day, day)
        }
        Part::Decade => (Civil::year(whole()?), Civil::year(whole()? + 9)),
        Part::Months(first, last) => {
            let year = near(last)?;
            (Civil::month(year, first), Civil::month(year, last))
        }
        Part::Day(month, day) => {
            let mut year = near(month)?;
            // A 29 February whose year is not said is that of the last leap year.
            if moment.year == Year::Unsaid && spoken.is_none() && (month, day) == (2, 29) {
                while !Civil::is_leap(year) {
                    year -= 1;
                }
            }
            let day = Civil::day(year, month, day);
            (day, day)
        }
        Part::Days(month, first, last) => {
            let year = near(month)?;
            // 2月下旬 ends with the month.
            let mut last = last;
            while first == 21 && last > 28 && !Civil::day(year, month, last).exists() {
                last -= 1;
            }
            (Civil::day(year, month, first), Civil::day(year, month, last))
        }
        Part::Moon(month, 0, leap) => lunar::month(whole()?, month, leap)?,
        Part::Moon(month, day, leap) => {
            let day = moon_day(whole()?, month, day, leap)?;
            (day, day)
        }
        // 较上年同月
        Part::MonthSaid if moment.year != Year::Unsaid => {
            let month = Civil::month(year?, said.moment.filter(|said| said.month > 0)?.month);
            (month, month)
        }
        Part::BareDay(day) => {
            let day = anchor.nearest_day(day, said.moment)?;
            (day, day)
        }
        Part::WeekOf(month, number, day) => {
            let first = Civil::day(if month == 0 { whole()? } else { near(month)? }, month.max(1), 1);
            let sought = day.map_or(0, i32::from);
            let found = first.shift_days((sought - first.weekday()).rem_euclid(7) + 7 * (i32::from(number) - 1));
            (found, found.shift_days(if day.is_some() { 0 } else { 6 }))
        }
        part => {
            inferred = true;
            relative(part, anchor, said)?
        }
    };
    (first.exists() && last.exists()).then_some(Found { first, last, inferred })
}

/// A day of the calendar of moons. 大年三十 is the year's last day, be it the 29th.
fn moon_day(year: i32, month: u8, day: u8, leap: bool) -> Option<Civil> {
    let (first, last) = lunar::month(year, month, leap)?;
    Some(first.shift_days(i32::from(day) - 1).min(last))
}

fn relative(part: Part, anchor: &Anchor, said: &Said) -> Option<(Civil, Civil)> {
    let today = anchor.published.filter(|day| day.day > 0);
    let both = |stretch: Civil| (stretch, stretch);
    match part {
        Part::MonthDay(offset, day) => {
            let month = anchor.published.filter(|day| day.month > 0)?.shift_months(offset);
            Some(both(Civil::day(month.year, month.month, day)))
        }
        Part::QuarterOffset(offset) => {
            let month = anchor.published.filter(|day| day.month > 0)?;
            let first = Civil::month(month.year, (month.month - 1) / 3 * 3 + 1).shift_months(3 * offset);
            Some((first, first.shift_months(2)))
        }
        Part::MonthOffset(offset) => anchor.published.filter(|day| day.month > 0).map(|m| both(m.shift_months(offset))),
        Part::MonthSaid => said.moment.filter(|m| m.month > 0).map(|m| both(Civil::month(m.year, m.month))),
        Part::WeekOffset(offset) => {
            let monday = today?.shift_days(offset * 7 - today?.weekday());
            Some((monday, monday.shift_days(6)))
        }
        Part::Weekday(offset, number) => {
            let said = said.moment.filter(|day| offset == 0 && day.day > 0 && day.weekday() == i32::from(number));
            let day = said.or(today.map(|day| day.shift_days(offset * 7 - day.weekday() + i32::from(number))))?;
            Some(both(day))
        }
        Part::DayOffset(offset) => Some(both(today?.shift_days(offset))),
        // 截至下午五时: of the day that a paragraph before named.
        Part::DaySaid(0) => said.moment.or(said.day).filter(|m| m.day > 0).map(both),
        Part::DaySaid(offset) => said.moment.filter(|m| m.day > 0).map(|m| both(m.shift_days(offset))),
        _ => None,
    }
}

/// The first year of a five-year plan. The first two began in 1953 and 1958, the third in 1966, each later one five
/// years after the one before.
const fn plan_start(number: i32) -> i32 {
    if number < 3 { 1948 + 5 * number } else { 1951 + 5 * number }
}
