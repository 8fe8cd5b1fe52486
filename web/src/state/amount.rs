use tiyao::model::Decimal;

/// The words for powers of ten that a figure may be written with, longest first.
const SCALES: [(&str, i32); 6] = [("万亿", 12), ("萬億", 12), ("亿", 8), ("億", 8), ("万", 4), ("萬", 4)];

/// The scale word in a figure's own words, with its power of ten; none for plain digits.
pub fn scale_of(words: &str) -> (&'static str, i32) {
    SCALES.into_iter().find(|(word, _)| words.contains(word)).unwrap_or(("", 0))
}

/// A number in digits, grouped by thousands from 10,000 up, in units of 10^`power`.
pub fn digits(value: Decimal, power: i32) -> String {
    let plain = value.scale(-power).to_string();
    let (sign, plain) = plain.strip_prefix('-').map_or(("", plain.as_str()), |rest| ("−", rest));
    let (whole, part) = plain.split_once('.').map_or((plain, ""), |(whole, part)| (whole, part));
    let mut shown = String::from(sign);
    for (at, digit) in whole.chars().enumerate() {
        let left = whole.len() - at;
        if at > 0 && left % 3 == 0 && whole.len() > 4 {
            shown.push(',');
        }
        shown.push(digit);
    }
    if !part.is_empty() {
        shown.push('.');
        shown.push_str(part);
    }
    shown
}

/// A period in EDTF, as a table shows it: `2011/2015` as `2011–2015`.
pub fn period(edtf: &str) -> String {
    edtf.replace("/..", "–").replace("../", "–").replace('/', "–")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_numbers_as_the_text_scales_them() {
        for (value, words, shown, unit) in [
            (Decimal::new(5523, 2), "55.23万元", "55.23", "万"),
            (Decimal::new(12, 11), "1.2万亿元", "1.2", "万亿"),
            (Decimal::new(1_234_567, 0), "1234567人", "1,234,567", ""),
            (Decimal::new(3871, 0), "3871件", "3871", ""),
            (Decimal::new(-5, -1), "-0.5%", "−0.5", ""),
            (Decimal::new(3, 8), "3億元", "3", "億"),
        ] {
            let (word, power) = scale_of(words);
            assert_eq!((digits(value, power).as_str(), word), (shown, unit), "{words}");
        }
    }

    #[test]
    fn writes_periods_with_a_dash() {
        assert_eq!(period("2011/2015"), "2011–2015");
        assert_eq!(period("2017-08"), "2017-08");
        assert_eq!(period("2017/.."), "2017–");
    }
}
