//! How one character folds: width, punctuation of compatibility, blanks, script.

use super::table::Table;

/// The character that stands for `c` in the view, without regard to the word it stands in.
///
/// Full-width ASCII becomes half-width, small and vertical forms of punctuation become plain, every kind of blank and
/// invisible mark one blank, Traditional characters and compatibility ideographs their Simplified character. `。、《》“”「」【】‰`
/// and the numerals ○〇 stay.
#[inline]
pub fn fold_char(c: char) -> char {
    fold_with(Table::get(), c)
}

#[inline]
pub(crate) fn fold_with(table: &Table, c: char) -> char {
    match c {
        ' '..='~' | '\n' => c,
        '\u{2e80}'..='\u{2fdf}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' => table.fold(c),
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        _ => fold_mark(c),
    }
}

/// Blanks and punctuation. The vertical and small forms are those of the blocks CJK Compatibility Forms, Vertical Forms
/// and Small Form Variants of the Unicode Standard.
fn fold_mark(c: char) -> char {
    match c {
        '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
        '\t' | '\r' | '\u{a0}' | '\u{ad}' | '\u{1680}' | '\u{180e}' | '\u{2000}'..='\u{200f}' => ' ',
        '\u{202a}'..='\u{202f}' | '\u{205f}'..='\u{206f}' | '\u{3000}' | '\u{3164}' | '\u{feff}' => ' ',
        '︐' | '﹐' => ',',
        '︑' | '﹑' | '､' => '、',
        '︒' | '｡' => '。',
        '﹒' => '.',
        '︓' | '︰' | '﹕' | '∶' | '꞉' | '˸' | 'ː' => ':',
        '︔' | '﹔' => ';',
        '︕' | '﹗' => '!',
        '︖' | '﹖' => '?',
        '︗' => '〖',
        '︘' => '〗',
        '︙' | '⋯' => '…',
        '︱' | '︲' | '﹘' | '―' | '─' | '━' | '⸺' => '—',
        '‐' | '‑' | '‒' | '–' | '−' | '﹣' => '-',
        '〜' | '∼' | '˜' | '～' => '~',
        '︵' | '﹙' => '(',
        '︶' | '﹚' => ')',
        '︷' | '﹛' => '{',
        '︸' | '﹜' => '}',
        '︹' | '﹝' => '〔',
        '︺' | '﹞' => '〕',
        '︻' => '【',
        '︼' => '】',
        '︽' => '《',
        '︾' => '》',
        '︿' => '〈',
        '﹀' => '〉',
        '﹁' | '｢' => '「',
        '﹂' | '｣' => '」',
        '﹃' => '『',
        '﹄' => '』',
        '﹇' => '[',
        '﹈' => ']',
        '〝' => '“',
        '〞' | '〟' => '”',
        '﹟' => '#',
        '﹠' => '&',
        '﹡' | '∗' => '*',
        '﹢' => '+',
        '﹤' => '<',
        '﹥' => '>',
        '﹦' => '=',
        '﹨' => '\\',
        '﹩' => '$',
        '﹪' | '٪' => '%',
        '﹫' => '@',
        '￥' => '¥',
        '￡' => '£',
        '￠' => '¢',
        '‧' | '・' | '･' | '•' | '∙' | '⋅' | '᛫' => '·',
        '⁄' | '∕' => '/',
        _ => c,
    }
}
