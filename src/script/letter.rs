//! What kind of character one is. The standard library's tables of all scripts would take 4 KB of the page for what a
//! few ranges say of the texts read here; the ranges are those of the Unicode Standard's blocks.

/// Whether `c` is a Chinese character: the unified ideographs, the compatibility ones and 〇.
#[inline]
pub const fn is_han(c: char) -> bool {
    // No `||`: a jump that depends on each character of a text is foreseen badly.
    let rare = matches!(c, '\u{3400}'..='\u{4dbf}') | matches!(c, '\u{20000}'..='\u{3ffff}');
    let other = rare | matches!(c, '\u{f900}'..='\u{faff}') | (c == '〇');
    matches!(c, '\u{4e00}'..='\u{9fff}') | other
}

/// Whether `c` is a letter or a Chinese character; the letters of alphabets, kana, bopomofo and Hangul are.
#[inline]
pub const fn is_letter(c: char) -> bool {
    is_han(c) | c.is_ascii_alphabetic() | is_foreign(c)
}

/// Whether `c` is a letter, a Chinese character, a digit or a numeral in a ring, in brackets or as one character (①, ㈣).
#[inline]
pub const fn is_letter_or_digit(c: char) -> bool {
    is_letter(c) | c.is_ascii_digit() | is_numeral(c)
}

const fn is_foreign(c: char) -> bool {
    match c {
        '×' | '÷' | '・' => false,
        // Latin with marks, Greek, Cyrillic, Arabic, Tibetan, Mongolian …
        'À'..='\u{2af}' | '\u{370}'..='\u{1fff}' => true,
        'ぁ'..='ヿ' | 'ㄅ'..='ㆎ' | '가'..='힣' => true,
        'Ａ'..='Ｚ' | 'ａ'..='ｚ' | 'Ⅰ'..='\u{2188}' => true,
        _ => false,
    }
}

const fn is_numeral(c: char) -> bool {
    matches!(c, '\u{2150}'..='\u{215f}' | '①'..='⒛' | '⓪'..='⓿' | '❶'..='➓' | '㈠'..='㈩' | '㊀'..='㊉' | '０'..='９')
        || matches!(c, '²' | '³' | '¹' | '¼'..='¾')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_of_what_texts_hold_the_same_as_the_standard_library() {
        let blocks = [
            '\0'..='\u{7f}',
            '\u{a1}'..='\u{a9}',
            '\u{ab}'..='\u{b4}',
            '\u{bb}'..='\u{24f}',
            '\u{2000}'..='\u{206f}',
            '\u{2160}'..='\u{2188}',
            '\u{2460}'..='\u{249b}',
            '\u{3000}'..='\u{3004}',
            '\u{3007}'..='\u{3020}',
            'ァ'..='ヺ',
            '\u{3400}'..='\u{4dbf}',
            '\u{4e00}'..='\u{9fff}',
            '가'..='힣',
            '\u{ff01}'..='\u{ff65}',
        ];
        for c in blocks.into_iter().flatten() {
            assert_eq!(is_letter_or_digit(c), c.is_alphanumeric(), "{c} {:x}", c as u32);
            assert_eq!(is_letter(c), c.is_alphabetic(), "{c} {:x}", c as u32);
        }
    }

    #[test]
    fn knows_chinese_characters_of_all_planes() {
        assert!("一〇㐀𠮷𰻞豈".chars().all(is_han));
        assert!(!"、。1aアㄅ０가".chars().any(is_han));
    }
}
