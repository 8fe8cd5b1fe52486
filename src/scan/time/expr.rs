/// The year of a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Year {
    /// No year is said.
    Unsaid,
    /// This year of the common era.
    Known(i32),
    /// So many years after the present one: 去年 is -1.
    Offset(i32),
    /// So many years after the one said last: 当年 is 0, 翌年 is 1.
    Said(i32),
    /// The five years of this numbered plan: “十二五” is 12.
    Plan(i32),
}

/// The part of the year that is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// All of it, 全年.
    Whole,
    /// The ten years that start with it.
    Decade,
    /// About it: 2017年前后.
    About,
    /// From this month to that.
    Months(u8, u8),
    /// A day of a month.
    Day(u8, u8),
    /// From this day to that of one month.
    Days(u8, u8, u8),
    /// A day whose month is not said.
    BareDay(u8),
    /// A month of the calendar of moons, 0 or the day in it, and whether the month comes a second time.
    Moon(u8, u8, bool),
    /// The winter, spring … in the numbers of EDTF: 21 is spring.
    Season(u8),
    /// A festival that falls in it, as long as it is kept.
    Festival,
    /// The day of a festival: month and day as one number, 1001 for 1 October, below 0 in the calendar of moons.
    Feast(i16),
    /// So many months after the present one.
    MonthOffset(i32),
    /// A day of the month that is so many months after the present one.
    MonthDay(i32, u8),
    /// So many quarters after the present one.
    QuarterOffset(i32),
    /// The month said last.
    MonthSaid,
    /// So many weeks after the present one.
    WeekOffset(i32),
    /// A day of that week, 0 for Monday.
    Weekday(i32, u8),
    /// The week of that number which begins in the month, or in the year where the month is 0; or the weekday of that
    /// number in it, 0 for Monday.
    WeekOf(u8, u8, Option<u8>),
    /// So many days after the present one.
    DayOffset(i32),
    /// So many days after the one said last.
    DaySaid(i32),
}

/// A time of the day: hour (24 for the midnight that ends it), minute, second.
pub type Clock = (u8, u8, u8);

/// A stretch of the calendar, as far as its words say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Its year.
    pub year: Year,
    /// The part of that year.
    pub part: Part,
    /// The time of that day.
    pub clock: Option<Clock>,
}

/// A unit that lengths of time are counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // the names of the units
pub enum Unit {
    Year,
    Quarter,
    Month,
    Week,
    Day,
    Hour,
    Minute,
    Second,
}

/// A number of units; `halves` counts them twice, so that 一年半 is 3.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Length {
    /// Twice the number.
    pub halves: u32,
    /// What is counted.
    pub unit: Unit,
    /// Whether the number is not said exactly: 几年, 十多年.
    pub loose: bool,
}

/// What an expression of time says, before it is placed in the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expr {
    /// 2017年9月, 去年, 上半年.
    At(Moment),
    /// 2011—2015年.
    Between(Moment, Moment),
    /// 2016年以来.
    Since(Moment),
    /// 截至3月底, 年底前.
    Until(Moment),
    /// 五年来, 过去五年.
    Past(Length),
    /// 未来五年.
    Coming(Length),
    /// 两年前.
    Ago(Length),
    /// 三年后.
    Later(Length),
    /// 半个小时.
    Lasting(Length),
    /// 每年.
    Every(Length),
    /// 一夜.
    Night,
    /// 如今.
    Now,
    /// 截至目前.
    UntilNow,
    /// 同期, 去年同期, 2019年同期: the period that is spoken of, in another year.
    SamePeriod(Year),
    /// 改革开放以来, 疫情期间: bounded by an event that the text does not date.
    Event,
    /// 近年来.
    Vague,
}
