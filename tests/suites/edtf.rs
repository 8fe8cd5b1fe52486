//! Just enough of EDTF and ISO 8601 to compare stretches and lengths of time.

/// The first and the last moment of an EDTF value, as far as it says them; nothing where the stretch is open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stretch {
    /// `2017`, `2017-06`, `2017-06-30T10:00:00`, `T10:00:00`.
    pub first: Option<String>,
    /// The same where the value is one stretch.
    pub last: Option<String>,
}

/// The stretch of a value such as `2017`, `2017-06/2017-08`, `../2018`, `199X`, `2021-21`.
pub fn stretch(value: &str) -> Stretch {
    let end = |end: &str| (!end.is_empty() && end != "..").then(|| end.trim_end_matches(['~', '?']).to_owned());
    if let Some(decade) = value.strip_suffix('X') {
        return Stretch { first: Some(format!("{decade}0")), last: Some(format!("{decade}9")) };
    }
    // The seasons as meteorologists count them: spring is February to May in the calendar of solar terms.
    for (season, first, last) in [("-21", "02", "05"), ("-22", "05", "08"), ("-23", "08", "11"), ("-24", "11", "02")] {
        if let Some(year) = value.strip_suffix(season).filter(|year| year.len() == 4) {
            return Stretch { first: Some(format!("{year}-{first}")), last: Some(format!("{year}-{last}")) };
        }
    }
    match value.split_once('/') {
        Some((first, last)) => Stretch { first: end(first), last: end(last) },
        None => Stretch { first: end(value), last: end(value) },
    }
}

/// Whether `exact` (`2017-06-30 10:00:00`) lies in `said`, which is at least as precise as a prefix of `digits`
/// characters of it. Full minutes stand for all their seconds, and at an `end` full hours for all their minutes.
pub fn within(exact: &str, said: &str, digits: usize, end: bool) -> bool {
    let exact = exact.replace(' ', "T");
    let cut = |said: &'_ str| said.contains(':').then(|| said.strip_suffix(":00").map(str::to_owned)).flatten();
    let mut said = cut(said).unwrap_or_else(|| said.to_owned());
    if end {
        said = cut(&said).unwrap_or(said);
    }
    let digits = if end { digits.min(13) } else { digits };
    // 24:00 is the next day's 0:00.
    let said = said.replace("T24", if said.starts_with('T') { "T00" } else { "T24" });
    if let Some(said) = said.strip_prefix('T') {
        return exact.split('T').next_back().is_some_and(|clock| clock.starts_with(said));
    }
    said.len() >= digits.min(exact.len()) && (exact.starts_with(&said) || said.starts_with(&exact))
}

/// The seconds of a length such as `P1Y6M`, `PT30M`, `P0.5M`, a year having 365 days and a month 30.
pub fn seconds(length: &str) -> Option<f64> {
    let (mut sum, mut number, mut clock) = (0.0, String::new(), false);
    for c in length.strip_prefix('P')?.chars() {
        let size = match c {
            'T' => {
                clock = true;
                continue;
            }
            '0'..='9' | '.' => {
                number.push(c);
                continue;
            }
            'Y' => 365.0 * 86400.0,
            'M' if clock => 60.0,
            'M' => 30.0 * 86400.0,
            'W' => 7.0 * 86400.0,
            'D' => 86400.0,
            'H' => 3600.0,
            'S' => 1.0,
            _ => return None,
        };
        sum += size * number.parse::<f64>().ok()?;
        number.clear();
    }
    Some(sum)
}

/// The day of a moment counted in seconds from 1970, in China's zone.
pub fn day_of(seconds: f64) -> String {
    let mut days = ((seconds + 8.0 * 3600.0) / 86400.0).floor() as i64;
    let (mut year, mut month) = (1970, 0);
    let leap = |year: i64| year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    while days >= if leap(year) { 366 } else { 365 } {
        days -= if leap(year) { 366 } else { 365 };
        year += 1;
    }
    let lengths = [31, if leap(year) { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    while days >= lengths[month] {
        days -= lengths[month];
        month += 1;
    }
    format!("{year:04}-{:02}-{:02}", month + 1, days + 1)
}
