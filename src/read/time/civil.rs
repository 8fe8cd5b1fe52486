/// A day, a month or a year; `month` and `day` are 0 where they are not said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Civil {
    /// The year of the common era.
    pub year: i32,
    /// From 1 to 12, or 0.
    pub month: u8,
    /// From 1 to 31, or 0.
    pub day: u8,
}

impl Civil {
    pub(super) const fn year(year: i32) -> Self {
        Self { year, month: 0, day: 0 }
    }

    pub(super) const fn month(year: i32, month: u8) -> Self {
        Self { year, month, day: 0 }
    }

    /// A day; whether the calendar has it is not looked at.
    pub const fn day(year: i32, month: u8, day: u8) -> Self {
        Self { year, month, day }
    }

    /// The same stretch `years` later.
    pub(super) const fn shift_years(self, years: i32) -> Self {
        Self { year: self.year.saturating_add(years), ..self }
    }

    /// The month that is `months` later.
    pub(super) fn shift_months(self, months: i32) -> Self {
        let count = self.year.saturating_mul(12).saturating_add(i32::from(self.month) - 1).saturating_add(months);
        Self::month(count.div_euclid(12), count.rem_euclid(12) as u8 + 1)
    }

    /// The day that is `days` later.
    pub(super) fn shift_days(self, days: i32) -> Self {
        Self::from_number(self.number() + i64::from(days))
    }

    /// Days from 1 March 0000 of the proleptic Gregorian calendar.
    fn number(self) -> i64 {
        let year = i64::from(self.year) - i64::from(self.month <= 2);
        let month = (i64::from(self.month) + 9) % 12;
        let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
        365 * year + leap_days + (153 * month + 2) / 5 + i64::from(self.day) - 1
    }

    fn from_number(number: i64) -> Self {
        let era = number.div_euclid(146_097);
        let of_era = number.rem_euclid(146_097);
        let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        Self::day((year + era * 400 + i64::from(month <= 2)) as i32, month as u8, day as u8)
    }

    /// Whether the year has a 29 February.
    pub(super) const fn is_leap(year: i32) -> bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    /// Whether the calendar has the day; months and years always exist.
    pub(super) fn exists(self) -> bool {
        self.day == 0 || Self::from_number(self.number()) == self
    }

    /// 0 for Monday up to 6 for Sunday.
    pub fn weekday(self) -> i32 {
        // 1 March 0000 was a Wednesday.
        (self.number() + 2).rem_euclid(7) as i32
    }

    /// Reads `2018`, `2018-02` or `2018-02-07`, with or without a time of day.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('T').next()?.split('-');
        let year = parts.next()?.parse().ok()?;
        let month = parts.next().map_or(Some(0), |part| part.parse().ok())?;
        let day = parts.next().map_or(Some(0), |part| part.parse().ok())?;
        (month <= 12 && day <= 31 && parts.next().is_none()).then_some(Self { year, month, day })
    }
}

impl std::fmt::Display for Civil {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match (self.month, self.day) {
            (0, _) => write!(f, "{:04}", self.year),
            (month, 0) => write!(f, "{:04}-{month:02}", self.year),
            (month, day) => write!(f, "{:04}-{month:02}-{day:02}", self.year),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_days_and_months_across_ends() {
        assert_eq!(Civil::day(2024, 2, 28).shift_days(2), Civil::day(2024, 3, 1));
        assert_eq!(Civil::day(2017, 1, 1).shift_days(-1), Civil::day(2016, 12, 31));
        assert_eq!(Civil::month(2017, 1).shift_months(-1), Civil::month(2016, 12));
        assert_eq!(Civil::day(2018, 2, 7).weekday(), 2);
        assert_eq!(Civil::parse("2018-02"), Some(Civil::month(2018, 2)));
        assert_eq!(Civil::parse("2018-13"), None);
    }
}
