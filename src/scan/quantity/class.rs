//! What single characters are worth in a numeral.

use crate::lexicon::among;
pub use crate::script::is_han;

/// The value of a Chinese digit, everyday or financial, or the nought's three shapes.
pub fn digit(c: char) -> Option<i128> {
    Some(match c {
        '零' | '〇' | '○' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '贰' | '兩' | '貳' => 2,
        '三' | '叁' | '叄' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' | '陸' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

/// Whether `c` is a digit or multiplier that everyday words use with another sense (陆地, 队伍, 收拾, 放肆).
pub fn is_financial(c: char) -> bool {
    matches!(c, '壹' | '贰' | '叁' | '肆' | '伍' | '陆' | '柒' | '捌' | '玖' | '拾' | '佰' | '仟' | '貳' | '叄' | '陸')
}

/// The power of ten of 十, 百 and 千.
pub fn small_power(c: char) -> Option<i32> {
    Some(match c {
        '十' | '拾' => 1,
        '百' | '佰' => 2,
        '千' | '仟' => 3,
        _ => return None,
    })
}

/// The power of ten of 万, 亿 and 兆. 兆 is the East Asian million million; before units it is told by the table.
pub fn big_power(c: char) -> Option<i32> {
    Some(match c {
        '万' | '萬' => 4,
        '亿' | '億' => 8,
        '兆' => 12,
        _ => return None,
    })
}

/// Whether `c` multiplies.
pub fn is_multiplier(c: char) -> bool {
    small_power(c).is_some() || big_power(c).is_some()
}

/// Whether a numeral can begin with `c`: the one test that most characters of a text are put to.
pub fn starts_numeral(c: char) -> bool {
    among!("0123456789.零〇○一壹二两贰兩貳三叁叄四肆五伍六陆陸七柒八捌九玖十拾百佰千仟万萬亿億兆半几数翻首", c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_numeral_starts_with_a_digit_a_multiplier_or_a_word_for_some() {
        let starts = |c: char| {
            c.is_ascii_digit()
                || digit(c).is_some()
                || is_multiplier(c)
                || matches!(c, '.' | '半' | '几' | '数' | '翻' | '首')
        };
        assert!(('\0'..='\u{ffff}').all(|c| starts_numeral(c) == starts(c)));
    }
}
