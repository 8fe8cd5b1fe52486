//! The Chinese calendar of moons: when its months begin and end.

use super::civil::Civil;

/// The first year of the table.
const FIRST: i32 = 1949;

/// A number for each year from 1949 to 2050: bits 0 to 12 say which of its months in order have 30 days, not 29; bits
/// 13 to 16 which month comes twice, or 0; the bits above how many days after 1 January the year begins. Reckoned from
/// the new moons and solar terms of China's time zone, as the standard GB/T 33661-2017 defines the calendar.
const YEARS: [u32; 102] = [
    0x38f52d, 0x5e0536, 0x480aad, 0x34b5aa, 0x5805b2, 0x420ba5, 0x2e7d4a, 0x540d4a, 0x3d0a95, 0x600a97, 0x4c0556,
    0x36cab5, 0x5a0ad5, 0x4606d2, 0x308ea5, 0x560ea5, 0x40064a, 0x286c97, 0x4e0a9b, 0x3af55a, 0x5e056a, 0x480b69,
    0x34b752, 0x5a0b52, 0x420b25, 0x2c964b, 0x520a4b, 0x3d14ab, 0x6002ad, 0x4a05ad, 0x36cb69, 0x5c0da9, 0x460d92,
    0x309d25, 0x560d25, 0x415a4d, 0x640a56, 0x4e02b6, 0x38c5b5, 0x5e06d5, 0x480ea9, 0x34be92, 0x5a0e92, 0x440d26,
    0x2c6a56, 0x500a57, 0x3d14d6, 0x62035a, 0x4a06d5, 0x36b6c9, 0x5c0749, 0x460693, 0x2e952b, 0x54052b, 0x3e0a5b,
    0x2a555a, 0x4e056a, 0x38fb55, 0x600ba4, 0x4a0b49, 0x32ba93, 0x580a95, 0x42052d, 0x2c8aad, 0x500ab5, 0x3d35aa,
    0x6205d2, 0x4c0da5, 0x36dd4a, 0x5c0d4a, 0x460c95, 0x30952e, 0x540556, 0x3e0ab5, 0x2a55b2, 0x5006d2, 0x38cea5,
    0x5e0725, 0x48064b, 0x32ac97, 0x560cab, 0x42055a, 0x2c6ad6, 0x520b69, 0x3d7752, 0x620b52, 0x4c0b25, 0x36da4b,
    0x5a0a4b, 0x4404ab, 0x2ea55b, 0x5405ad, 0x3e0b6a, 0x2a5b52, 0x500d92, 0x3afd25, 0x5e0d25, 0x480a55, 0x32b4ad,
    0x5804b6, 0x4005b5, 0x2c6daa,
];

/// The first and the last day of a month, of a year of this calendar that begins in the common year `year`.
pub(super) fn month(year: i32, month: u8, leap: bool) -> Option<(Civil, Civil)> {
    let bits = *YEARS.get(usize::try_from(year - FIRST).ok()?)?;
    let (twice, begin) = ((bits >> 13 & 15) as u8, bits >> 17);
    let length = |index: u8| 29 + (bits >> index & 1) as i32;
    if (leap && twice != month) || !(1..=12).contains(&month) {
        return None;
    }
    // The month that comes twice moves all later ones by one.
    let index = month - 1 + u8::from(leap || twice > 0 && month > twice);
    let days: i32 = (0..index).map(length).sum();
    let first = Civil::day(year, 1, 1).shift_days(begin as i32 + days);
    Some((first, first.shift_days(length(index) - 1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_of_moons_are_those_of_the_almanacs() {
        assert_eq!(month(2023, 1, false), Some((Civil::day(2023, 1, 22), Civil::day(2023, 2, 19))));
        assert_eq!(month(2020, 5, false), Some((Civil::day(2020, 6, 21), Civil::day(2020, 7, 20))));
        assert_eq!(month(2024, 12, false), Some((Civil::day(2024, 12, 31), Civil::day(2025, 1, 28))));
        assert_eq!(month(2023, 2, true), Some((Civil::day(2023, 3, 22), Civil::day(2023, 4, 19))));
        assert_eq!(month(2022, 2, true), None);
        assert_eq!(month(1900, 1, false), None);
    }
}
