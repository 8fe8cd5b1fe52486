//! Places what is said by a length of time: 五年来, 未来五年, 两年前; and writes lengths.

use super::anchor::Anchor;
use super::civil::Civil;
use super::place::{Placed, Said};
use crate::model::TimeForm;
use crate::scan::time::{Length, Unit};

/// The number of units, where it is a whole and exact one of a size that can be reckoned with.
fn whole(length: Length) -> Option<i32> {
    let count = i32::try_from(length.halves / 2).ok()?;
    (!length.loose && length.halves.is_multiple_of(2) && count < 10_000).then_some(count)
}

pub(super) fn past(length: Length, anchor: &Anchor) -> Placed {
    let Some(count) = whole(length) else {
        return Placed::empty(if length.loose { TimeForm::Vague } else { TimeForm::Period });
    };
    let day = anchor.published.filter(|day| day.day > 0);
    let bounds = match length.unit {
        Unit::Year => match (anchor.reviewed(), anchor.year) {
            (Some(last), _) => Some((Civil::year(last - count + 1), Civil::year(last))),
            (None, Some(now)) => Some((Civil::year(now - count), Civil::year(now))),
            (None, None) => None,
        },
        Unit::Month => {
            anchor.published.filter(|day| day.month > 0).map(|day| (day.shift_months(-count), day.shift_months(0)))
        }
        Unit::Day => day.map(|day| (day.shift_days(-count), day)),
        Unit::Week => day.map(|day| (day.shift_days(-7 * count), day)),
        Unit::Quarter | Unit::Hour | Unit::Minute | Unit::Second => None,
    };
    bounds.map_or(Placed::empty(TimeForm::Period), |bounds| Placed::period(bounds, true))
}

pub(super) fn coming(length: Length, anchor: &Anchor) -> Placed {
    let base = anchor.reviewed().or(anchor.year);
    let day = anchor.published.filter(|day| day.day > 0);
    match (base, whole(length), length.unit, day) {
        (Some(base), Some(count), Unit::Year, _) => {
            Placed::period((Civil::year(base + 1), Civil::year(base + count)), true)
        }
        (_, Some(count), Unit::Day, Some(day)) => Placed::period((day.shift_days(1), day.shift_days(count)), true),
        _ => Placed::empty(TimeForm::Period),
    }
}

/// 三年后: after what was said last, or after the present where the article has named no time before.
pub(super) fn later(length: Length, anchor: &Anchor, said: &Said) -> Placed {
    let Some(count) = whole(length) else { return Placed::empty(TimeForm::Date) };
    let present = anchor.published.or(anchor.year.map(Civil::year)).filter(|_| !said.begun);
    let base = said.moment.or(present);
    let day = base.filter(|day| day.day > 0);
    let place = match length.unit {
        Unit::Year => base.map(|base| Civil::year(base.year + count)),
        Unit::Month => base.filter(|base| base.month > 0).map(|base| base.shift_months(count)),
        Unit::Day => day.map(|day| day.shift_days(count)),
        Unit::Week => day.map(|day| day.shift_days(7 * count)),
        Unit::Quarter | Unit::Hour | Unit::Minute | Unit::Second => None,
    };
    match place {
        Some(place) => Placed { form: TimeForm::Date, ..Placed::period((place, place), true) },
        None => Placed::empty(TimeForm::Date),
    }
}

pub(super) fn ago(length: Length, anchor: &Anchor) -> Placed {
    let day = anchor.published.filter(|day| day.day > 0);
    // 两个半月前: two months and half of one.
    if let Some(today) = day
        && (length.unit, length.halves % 2, length.loose) == (Unit::Month, 1, false)
    {
        let month = today.shift_months(-(length.halves as i32 / 2));
        let place = Civil::day(month.year, month.month, today.day.min(28)).shift_days(-15);
        return Placed { form: TimeForm::Date, ..Placed::period((place, place), true) };
    }
    let Some(count) = whole(length) else { return Placed::empty(TimeForm::Date) };
    let place = match length.unit {
        Unit::Year => anchor.year.map(|year| Civil::year(year - count)),
        Unit::Month => anchor.published.filter(|day| day.month > 0).map(|day| day.shift_months(-count)),
        Unit::Day => day.map(|day| day.shift_days(-count)),
        Unit::Week => day.map(|day| day.shift_days(-7 * count)),
        Unit::Quarter | Unit::Hour | Unit::Minute | Unit::Second => None,
    };
    match place {
        Some(place) => Placed { form: TimeForm::Date, ..Placed::period((place, place), true) },
        None => Placed::empty(TimeForm::Date),
    }
}

/// The length in ISO 8601.
pub(super) fn iso(length: Length) -> String {
    let (whole, half) = (length.halves / 2, length.halves % 2 == 1);
    match (length.unit, half) {
        (Unit::Year, false) => format!("P{whole}Y"),
        (Unit::Year, true) => format!("P{}M", whole * 12 + 6),
        (Unit::Quarter, _) => format!("P{}M", whole * 3),
        (Unit::Month, false) => format!("P{whole}M"),
        (Unit::Month, true) if whole == 0 => "P15D".into(),
        (Unit::Month, true) => format!("P{whole}M15D"),
        (Unit::Week, false) => format!("P{whole}W"),
        (Unit::Week, true) => format!("P{}D", length.halves * 7 / 2),
        (Unit::Day, false) => format!("P{whole}D"),
        (Unit::Day, true) if whole == 0 => "PT12H".into(),
        (Unit::Day, true) => format!("P{whole}DT12H"),
        (Unit::Hour, false) => format!("PT{whole}H"),
        (Unit::Hour, true) if whole == 0 => "PT30M".into(),
        (Unit::Hour, true) => format!("PT{whole}H30M"),
        (Unit::Minute, false) => format!("PT{whole}M"),
        (Unit::Minute, true) => format!("PT{whole}M30S"),
        (Unit::Second, _) => format!("PT{whole}S"),
    }
}
