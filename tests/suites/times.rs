//! Times as Recognizers-Text and JioNLP write them.
//!
//! A time is right where its value names the wanted stretch as precisely as its own words do (a year where they name a
//! year, a day where they name a day), a length where it is as long, and a repetition where it comes again as often.
//! What is said up to a moment or from one on is compared at that end alone.

use serde_json::Value;
use tiyao::Options;
use tiyao::fold::Fold;
use tiyao::model::{Decimal, Detail};
use tiyao::scan::quantity::scan;

use crate::case::{Case, Expected, Verdict};
use crate::edtf::{Stretch, day_of, seconds, stretch, within};

/// A time that was found: its code points and its value.
struct Found {
    start: usize,
    end: usize,
    value: String,
}

/// Each time that is wanted is found and placed, and where none is wanted none is found.
pub fn judge(case: &Case) -> Verdict {
    let found = times(case);
    for wanted in &case.expected {
        let there: Vec<&Found> =
            found.iter().filter(|time| time.start < wanted.end && wanted.start < time.end).collect();
        let values: Vec<&str> = there.iter().map(|time| time.value.as_str()).collect();
        if !alternatives(wanted).iter().any(|one| says(case, &values, wanted, one)) {
            return Verdict::Wrong(format!("{values:?} for {}", wanted.value));
        }
    }
    if case.expected.is_empty() && !found.is_empty() {
        let values: Vec<&str> = found.iter().map(|time| time.value.as_str()).collect();
        return Verdict::Wrong(format!("{values:?} is not asked for"));
    }
    Verdict::Right
}

fn times(case: &Case) -> Vec<Found> {
    let options = Options { date: reference(&case.line["reference"]), ..Options::default() };
    let digest = tiyao::read(&case.input, &options);
    let place = |at: usize| digest.source.text().get(..at).unwrap_or_default().chars().count();
    let facts = digest.facts.iter().filter_map(|fact| match &fact.detail {
        Detail::Time(time) => {
            Some(Found { start: place(fact.span.start), end: place(fact.span.end), value: time.value.clone() })
        }
        _ => None,
    });
    facts.collect()
}

/// The day that relative times rest on: a time stamp, or its parts in some order-keeping writing.
fn reference(value: &Value) -> String {
    if let Some(stamp) = value.as_f64() {
        return if stamp > 1e8 { day_of(stamp) } else { String::new() };
    }
    let fields = ["year", "month", "day"].map(|field| value[field].as_u64());
    let parts: Vec<u64> = match value {
        Value::Object(_) => fields.into_iter().map_while(|field| field).collect(),
        Value::Array(parts) => parts.iter().filter_map(Value::as_u64).take(3).collect(),
        Value::String(words) => {
            let runs = words.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty());
            runs.filter_map(|run| run.parse().ok()).take(3).collect()
        }
        _ => return String::new(),
    };
    parts.iter().map(|part| format!("{part:02}")).collect::<Vec<_>>().join("-")
}

/// The readings that are as good as each other; JioNLP gives one, Recognizers-Text a list.
fn alternatives(wanted: &Expected) -> Vec<Value> {
    match &wanted.value {
        Value::Array(all) if wanted.sort.starts_with("datetime") => all.clone(),
        one => vec![one.clone()],
    }
}

fn says(case: &Case, values: &[&str], wanted: &Expected, one: &Value) -> bool {
    if one.is_null() {
        return !values.is_empty();
    }
    match wanted.sort.as_str() {
        "time_delta" => length(one).is_some_and(|wants| lasts(case, values, wanted, &wants)),
        "time_period" => again(values, length(&one["delta"])),
        "datetimeV2.duration" => {
            let wants = one["timex"].as_str().and_then(seconds);
            wants.is_some_and(|wants| lasts(case, values, wanted, &[wants]))
        }
        "datetimeV2.set" => again(values, one["timex"].as_str().map(|timex| vec![seconds(timex).unwrap_or(WEEK)])),
        _ => bounds(one).is_some_and(|wants| covers(case, values, wanted, &wants)),
    }
}

/// What Recognizers-Text writes without a length is a day of every week.
const WEEK: f64 = 7.0 * 86400.0;

/// The seconds of `{"day": 3, "hour": 2}`, or of the two ends of a range of lengths.
fn length(value: &Value) -> Option<Vec<f64>> {
    if let Value::Array(ends) = value {
        return ends.iter().map(|end| length(end).map(|end| end.iter().sum())).collect();
    }
    let mut sum = 0.0;
    for (unit, count) in value.as_object()? {
        let size = match unit.as_str() {
            "year" => 365.0 * 86400.0,
            "month" => 30.0 * 86400.0,
            "day" | "workday" => 86400.0,
            "hour" => 3600.0,
            "minute" => 60.0,
            "second" => 1.0,
            "zero" => return Some(vec![0.0]),
            _ => return None,
        };
        sum += size * count.as_f64()?;
    }
    Some(vec![sum])
}

fn near(have: f64, wanted: f64) -> bool {
    (have - wanted).abs() <= wanted * 0.015
}

/// Whether a length is read as a time, or as a figure in a unit of time, which it is too.
fn lasts(case: &Case, values: &[&str], wanted: &Expected, ends: &[f64]) -> bool {
    let read: Vec<f64> = values.iter().filter_map(|value| seconds(value)).collect();
    if read.len() == ends.len() && read.iter().zip(ends).all(|(&have, &end)| near(have, end)) {
        return true;
    }
    let quantities = scan(&Fold::of(&case.input));
    let there = quantities.iter().filter(|one| one.at.start < wanted.end && wanted.start < one.at.end);
    let mut counted = Vec::new();
    for one in there {
        let Some(size) = size(&one.unit) else { return false };
        counted.extend([Some(one.value), one.high].into_iter().flatten().map(|end| Decimal::nearest_f64(end) * size));
    }
    let ends: Vec<f64> = ends.iter().copied().filter(|&end| end > 0.0).collect();
    let summed = ends.len() == 1 && ends.first().is_some_and(|&end| near(counted.iter().sum(), end));
    summed || counted.len() == ends.len() && counted.iter().zip(&ends).all(|(&have, &end)| near(have, end))
}

/// The seconds of a unit of time.
fn size(unit: &str) -> Option<f64> {
    let day = match unit {
        "年" => 365.0,
        "个季度" | "季度" => 90.0,
        "个月" | "月" => 30.0,
        "个星期" | "周" | "星期" => 7.0,
        "天" | "日" | "个工作日" | "个交易日" => 1.0,
        "小时" | "个小时" | "个钟头" => 1.0 / 24.0,
        "分钟" | "分" => 1.0 / 1440.0,
        "秒" | "秒钟" => 1.0 / 86400.0,
        _ => return None,
    };
    Some(day * 86400.0)
}

fn again(values: &[&str], every: Option<Vec<f64>>) -> bool {
    let Some([every]) = every.as_deref() else { return false };
    values.iter().filter_map(|value| seconds(value.strip_prefix("R/")?)).any(|have| near(have, *every))
}

/// The wanted ends, each with the other moment that its suite means by it (an end that is no longer part of it).
struct Bounds {
    first: Vec<String>,
    last: Vec<String>,
}

fn bounds(one: &Value) -> Option<Bounds> {
    let text = |value: &Value| value.as_str().filter(|end| !end.ends_with("inf")).map(str::to_owned);
    if let Value::Array(ends) = one {
        let [first, last] = ends.as_slice() else { return None };
        return Some(Bounds { first: text(first).into_iter().collect(), last: text(last).into_iter().collect() });
    }
    if let Some(value) = text(&one["value"]) {
        return Some(Bounds { first: vec![value.clone()], last: vec![value] });
    }
    let (first, last) = (text(&one["start"]), text(&one["end"]));
    let last = last.into_iter().flat_map(|end| [before(&end), end]).collect();
    let after = one["Mod"] == "after";
    let first = first.into_iter().flat_map(|start| [after.then(|| before(&start)), Some(start)]).flatten().collect();
    Some(Bounds { first, last })
}

/// The day before a day, or the minute before a clock time, as far as its prefix shows it.
fn before(end: &str) -> String {
    let Some((head, day)) = end.rsplit_once('-').filter(|(head, _)| head.len() == 7) else { return end.to_owned() };
    let Ok(day) = day.parse::<u32>() else { return end.to_owned() };
    if day > 1 {
        return format!("{head}-{:02}", day - 1);
    }
    let (year, month) = head.split_once('-').unwrap_or_default();
    let (year, month) = (year.parse::<i32>().unwrap_or_default(), month.parse::<i32>().unwrap_or_default());
    let (year, month) = if month == 1 { (year - 1, 12) } else { (year, month - 1) };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 31,
    };
    format!("{year:04}-{month:02}-{days}")
}

fn covers(case: &Case, values: &[&str], wanted: &Expected, wants: &Bounds) -> bool {
    let words: String = case.input.chars().skip(wanted.start).take(wanted.end - wanted.start).collect();
    // 1985到89年9月: each end is as precise as its own words.
    let parts = words.split_once(['到', '至', '—', '~', '-']).filter(|(_, last)| last.contains('年'));
    let named =
        |part: &str| if part.contains(['年', '月', '日', '号']) { precision(part) } else { precision(&words) };
    let (from, to) = parts.map_or((precision(&words), precision(&words)), |(a, b)| (named(a), named(b)));
    let stretches: Vec<Stretch> =
        values.iter().filter(|value| !value.starts_with(['R', 'P'])).map(|v| stretch(v)).collect();
    let joined = match (stretches.first(), stretches.last()) {
        (Some(one), Some(two)) => Stretch { first: one.first.clone(), last: two.last.clone() },
        _ => return false,
    };
    // 年初 and 年底 are two months to JioNLP; to our guide they are the first and the last month.
    let edge = words.contains(['初', '底', '末']);
    stretches.iter().chain([&joined]).any(|have| {
        let meets = |end: &Option<String>, wanted: &[String], last: bool| match end {
            Some(end) if !wanted.is_empty() => {
                let digits = if last { to } else { from };
                Some(wanted.iter().any(|exact| within(exact, end, digits, last)))
            }
            _ => None,
        };
        match (meets(&have.first, &wants.first, false), meets(&have.last, &wants.last, true)) {
            (None, None) => false,
            (first, last) if edge => first == Some(true) || last == Some(true),
            (first, last) => first != Some(false) && last != Some(false),
        }
    })
}

/// How many characters of a date the finest unit in the words asks for.
fn precision(words: &str) -> usize {
    let has = |units: &[char]| words.contains(units);
    if has(&['时', '点', '點', ':', '：', '刻']) {
        return 16;
    }
    if has(&['日', '号', '天', '周', '星', '旬', '节', '晚', '早']) {
        return 10;
    }
    match (has(&['月', '季', '半']), has(&['年'])) {
        (true, _) => 7,
        (false, true) => 4,
        (false, false) if words.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '-')) => 4,
        (false, false) => 10,
    }
}
