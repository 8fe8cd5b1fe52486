//! Places what is said by a length of time: 五年来, 未来五年, 两年前; and writes lengths.

use super::anchor::Anchor;
use super::civil::Civil;
use super::place::Placed;
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
        Unit::Quarter | Unit::Hour | Unit::Minute => None,
    };
    bounds.map_or(Placed::empty(TimeForm::Period), |bounds| Placed::period(bounds, true))
}

pub(super) fn coming(length: Length, anchor: &Anchor) -> Placed {
    let base = anchor.reviewed().or(anchor.year);
    match (base, whole(length), length.unit) {
        (Some(base), Some(count), Unit::Year) => {
            Placed::period((Civil::year(base + 1), Civil::year(base + count)), true)
        }
        _ => Placed::empty(TimeForm::Period),
    }
}

pub(super) fn ago(length: Length, anchor: &Anchor) -> Placed {
    let Some(count) = whole(length) else { return Placed::empty(TimeForm::Date) };
    let day = anchor.published.filter(|day| day.day > 0);
    let place = match length.unit {
        Unit::Year => anchor.year.map(|year| Civil::year(year - count)),
        Unit::Month => anchor.published.filter(|day| day.month > 0).map(|day| day.shift_months(-count)),
        Unit::Day => day.map(|day| day.shift_days(-count)),
        Unit::Week => day.map(|day| day.shift_days(-7 * count)),
        Unit::Quarter | Unit::Hour | Unit::Minute => None,
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
    }
}
