use tiyao::model::{Arrange, Detail};

use super::{Reading, Target};

/// A year is so many units of the drawing's time.
const YEAR: i32 = 360;

/// Years that lie further from the middle one are not drawn: a founding day would press all others together.
const REACH: i32 = 12;

/// Times that last together lie over each other, so many at most.
pub const LANES: usize = 4;

/// A time of the text or the deadline of a promise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The facts that name it.
    pub places: Vec<Target>,
    /// Where it begins and ends, in hundredths of the drawing's width.
    pub from: i32,
    /// See `from`.
    pub to: i32,
    /// Whether it is the deadline of a promise.
    pub due: bool,
    /// How many times lie under it, [`LANES`] at most.
    pub lane: usize,
}

/// The times of a text on a line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Timeline {
    /// The years with where each begins.
    pub years: Vec<(i32, i32)>,
    /// What is drawn, the longest first.
    pub moments: Vec<Moment>,
}

/// The times and deadlines on a line as wide as `width`; nothing where there are fewer than two.
pub fn timeline(reading: &Reading, width: i32) -> Timeline {
    let mut found: Vec<(i32, i32, bool, Target)> = Vec::new();
    for (at, fact) in reading.facts() {
        let (value, due) = match &fact.detail {
            Detail::Time(time) => (&time.value, false),
            Detail::Commitment(promise) => (&promise.deadline, true),
            _ => continue,
        };
        if let Some((from, to)) = stretch(value) {
            // What is due is due at the end.
            found.push((if due { to } else { from }, to, due, Target::Fact(at)));
        }
    }
    found.arrange_by_key(|(from, to, due, _)| (*from, -*to, *due));
    let Some(middle) = found.get(found.len() / 2).map(|(from, ..)| from.div_euclid(YEAR)) else {
        return Timeline::default();
    };
    found.retain(|(from, to, ..)| from / YEAR >= middle - REACH && to / YEAR <= middle + REACH);
    let first = found.iter().map(|(from, ..)| from.div_euclid(YEAR)).min().unwrap_or(middle);
    let last = found.iter().map(|(_, to, ..)| (to - 1).div_euclid(YEAR)).max().unwrap_or(middle) + 1;
    let scale = |time: i32| (time - first * YEAR) * width / ((last - first).max(1) * YEAR);
    let mut moments: Vec<Moment> = Vec::new();
    for (from, to, due, target) in found {
        let (from, to) = (scale(from), scale(to));
        match moments.last_mut().filter(|same| (same.from, same.to, same.due) == (from, to, due)) {
            Some(same) => same.places.push(target),
            None => moments.push(Moment { places: vec![target], from, to, due, lane: 0 }),
        }
    }
    if moments.len() < 2 {
        return Timeline::default();
    }
    moments.arrange_by_key(|moment| (moment.due, moment.from - moment.to));
    let mut ends: Vec<Vec<(i32, i32)>> = vec![Vec::new(); LANES];
    for moment in moments.iter_mut().filter(|moment| !moment.due) {
        let free = |lane: &Vec<(i32, i32)>| lane.iter().all(|(from, to)| moment.to <= *from || *to <= moment.from);
        moment.lane = ends.iter().position(free).unwrap_or(LANES - 1);
        ends[moment.lane].push((moment.from, moment.to));
    }
    Timeline { years: (first..last).map(|year| (year, scale(year * YEAR))).collect(), moments }
}

/// When an EDTF value begins and ends, in 360ths of a year; none for what is open or no calendar time.
fn stretch(value: &str) -> Option<(i32, i32)> {
    let (from, to) = value.split_once('/').unwrap_or((value, value));
    let (from, to) = (moment(from)?.0, moment(to)?.1);
    (from < to).then_some((from, to))
}

fn moment(value: &str) -> Option<(i32, i32)> {
    let mut parts = value.trim_end_matches(['~', '?', '%']).split('-').map(|part| part.parse::<i32>().ok());
    let year = parts.next()?? * YEAR;
    let (month, day) = (parts.next(), parts.next());
    let (start, length) = match (month, day) {
        (None, _) => (0, YEAR),
        (Some(month), None) => match month? {
            month @ 1..=12 => ((month - 1) * 30, 30),
            // Seasons and quarters of EDTF, level 2.
            season @ 21..=24 => ((season - 21) * 90, 90),
            quarter @ 33..=36 => ((quarter - 33) * 90, 90),
            half @ 40..=41 => ((half - 40) * 180, 180),
            _ => return None,
        },
        (Some(month), Some(day)) => ((month?.clamp(1, 12) - 1) * 30 + (day?.clamp(1, 30) - 1), 1),
    };
    Some((year + start, year + start + length))
}

#[cfg(test)]
mod tests {
    use super::*;
    use tiyao::source::Source;

    #[test]
    fn values_become_stretches() {
        for (value, stretched) in [
            ("2016", Some((2016 * 360, 2017 * 360))),
            ("2016-03", Some((2016 * 360 + 60, 2016 * 360 + 90))),
            ("2016-03-05", Some((2016 * 360 + 64, 2016 * 360 + 65))),
            ("2011/2015", Some((2011 * 360, 2016 * 360))),
            ("2016-33~", Some((2016 * 360, 2016 * 360 + 90))),
            ("2016/..", None),
            ("P3M", None),
            ("", None),
        ] {
            assert_eq!(stretch(value), stretched, "{value}");
        }
    }

    #[test]
    fn times_lie_on_a_line_and_promises_at_their_end() {
        let text = "工作会议\n2017年3月1日\n1949年以来。2016年,全区破获案件310件。2016年案件下降。到2020年,全区将建成综治中心510个。\n";
        let line = timeline(&Reading::of(Source::from_text(text), ""), 1000);
        let years: Vec<i32> = line.years.iter().map(|(year, _)| *year).collect();
        assert_eq!((years.first(), years.last()), (Some(&2016), Some(&2020)), "{line:?}");
        assert!(line.moments.iter().all(|moment| (0..=1000).contains(&moment.from) && moment.from <= moment.to));
        let due: Vec<_> = line.moments.iter().filter(|moment| moment.due).collect();
        assert_eq!(due.len(), 1, "{line:?}");
        assert_eq!((due[0].from, due[0].to), (1000, 1000));
        assert!(line.moments.iter().any(|moment| moment.places.len() > 1), "2016 stands twice");
    }
}
