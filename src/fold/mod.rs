//! A second view of the text for matching only: half-width digits and punctuation, Simplified characters, one blank.
//!
//! It is made character for character, so that character `i` of the view is character `i` of the text.

use crate::model::{Script, Span};
use crate::script::{Signs, Table, fold_with, script};

/// A stretch of the fold in characters, from `start` up to but not including `end`. Equal to code points of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CharSpan {
    /// The first character.
    pub start: usize,
    /// The character after the last.
    pub end: usize,
}

impl CharSpan {
    /// The stretch from `start` up to `end`.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// How many characters it has.
    pub const fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether it has none.
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether the two share a character.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies wholly inside.
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}

/// The view of one text.
#[derive(Clone, Debug)]
pub struct Fold {
    chars: Vec<char>,
    /// The same characters as a text, the byte there where each starts, and its length at the end.
    words: String,
    places: Vec<usize>,
    /// The byte in the text where each character starts, and the text's length at the end.
    starts: Vec<usize>,
    /// What is known of each character of the text, as of its script.
    told: Vec<Signs>,
    /// A bit for each character that is no common Chinese one: see [`Fold::others`].
    others: Vec<u64>,
}

impl Fold {
    /// The view of `text`.
    pub fn of(text: &str) -> Self {
        let table = Table::get();
        let count = text.chars().count();
        let (mut chars, mut told) = (vec!['\0'; count], vec![Signs::default(); count]);
        let (mut starts, mut places) = (vec![text.len(); count + 1], vec![0; count + 1]);
        // The text up to `copied` stands in `words`, which is `ahead` of it.
        let (mut words, mut copied, mut ahead) = (String::with_capacity(text.len()), 0, 0_usize);
        let mut pivots = Vec::new();
        let slots = chars.iter_mut().zip(&mut starts).zip(&mut places).zip(&mut told).enumerate();
        for ((at, (((slot, start), place), told)), (byte, c)) in slots.zip(text.char_indices()) {
            let signs = table.signs(c);
            *slot = c;
            *start = byte;
            *place = byte.wrapping_add(ahead);
            *told = signs;
            if signs.may_change() {
                *slot = changed(table, c, text, byte);
                words.push_str(&text[copied..byte]);
                words.push(*slot);
                copied = byte + c.len_utf8();
                ahead = words.len().wrapping_sub(copied);
                if table.words.is_pivot(c) {
                    pivots.push((at, c));
                }
            }
        }
        words.push_str(&text[copied..]);
        places[count] = words.len();
        let fold = |&(at, c): &(usize, char)| Some((at, table.words.fold(c, &chars, at)?));
        let settled: Vec<(usize, char)> = pivots.iter().filter_map(fold).collect();
        for &(at, fold) in &settled {
            chars[at] = fold;
        }
        if !settled.is_empty() {
            words.clear();
            for (place, &c) in places.iter_mut().zip(&chars) {
                *place = words.len();
                words.push(c);
            }
            places[count] = words.len();
        }
        let bits = |block: &[char]| block.iter().rev().fold(0, |bits, &c| bits << 1 | u64::from(is_other(c)));
        let others = chars.chunks(64).map(bits).collect();
        Self { chars, words, places, starts, told, others }
    }

    /// The places in a stretch of all characters but the common Chinese ones, U+4E00 to U+9FFF: marks, blanks, line ends,
    /// digits and letters. Who looks for these passes over four in five characters of a text.
    pub fn others(&self, part: CharSpan) -> Others<'_> {
        let end = part.end.min(self.len());
        let start = part.start.min(end);
        let word = self.others.get(start / 64).copied().unwrap_or_default();
        Others { bits: &self.others, word: word & u64::MAX << (start % 64), base: start - start % 64, end }
    }

    /// The script that a stretch of the text is written in.
    pub fn script(&self, part: CharSpan) -> Script {
        script(self.told.get(part.start..part.end).unwrap_or_default())
    }

    /// The folded characters.
    pub fn chars(&self) -> &[char] {
        &self.chars
    }

    /// How many characters there are.
    pub fn len(&self) -> usize {
        self.chars.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.chars.is_empty()
    }

    /// The folded character at `at`, or U+0000 outside.
    pub fn at(&self, at: usize) -> char {
        self.chars.get(at).copied().unwrap_or('\0')
    }

    /// The folded characters of a stretch; empty where it does not fit.
    pub fn slice(&self, part: CharSpan) -> &[char] {
        self.chars.get(part.start..part.end).unwrap_or_default()
    }

    /// The folded words of a stretch, as they are kept; empty where it does not fit.
    pub fn text(&self, part: CharSpan) -> &str {
        let place = |at: usize| self.places.get(at).copied().unwrap_or(usize::MAX);
        self.words.get(place(part.start)..place(part.end)).unwrap_or_default()
    }

    /// The folded words of a stretch.
    pub fn words(&self, part: CharSpan) -> String {
        self.text(part).to_owned()
    }

    /// Whether the folded text at `at` goes on with `words`.
    #[inline]
    pub fn starts_with(&self, at: usize, words: &str) -> bool {
        reads(&self.chars, at, words)
    }

    /// Whether the folded text up to `end` ends in `words`.
    #[inline]
    pub fn ends_with(&self, end: usize, words: &str) -> bool {
        let Some(before) = self.chars.get(..end) else { return false };
        match before.last() {
            Some(&last) => may_end(words, last) && ends(before, words),
            None => words.is_empty(),
        }
    }

    /// Whether the folded text at `at` goes on with one of these words, which stand with blanks between them.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub fn starts_any(&self, at: usize, words: &str) -> bool {
        let Some(rest @ [first, ..]) = self.chars.get(at..) else { return false };
        let last = last_byte(*first);
        may_hold(words, *first) && apart(words).any(|word| may_open(word, last) && begins(rest, word))
    }

    /// Whether the folded text up to `end` ends in one of these words, which stand with blanks between them.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub fn ends_any(&self, end: usize, words: &str) -> bool {
        let Some(before @ [.., last]) = self.chars.get(..end) else { return false };
        may_hold(words, *last) && apart(words).any(|word| may_end(word, *last) && ends(before, word))
    }

    /// The bytes of the text that a stretch stands for.
    pub fn span(&self, part: CharSpan) -> Span {
        let last = self.starts.len() - 1;
        Span::new(self.starts[part.start.min(last)], self.starts[part.end.min(last)])
    }

    /// The characters that a span of the text's bytes covers; the inverse of [`Fold::span`].
    pub fn stretch(&self, span: Span) -> CharSpan {
        let start = self.starts.partition_point(|&start| start < span.start);
        // No character is less than a byte.
        let near = self.starts.len().min(start + span.end.saturating_sub(span.start) + 1);
        let length = self.starts[start..near].partition_point(|&start| start < span.end);
        CharSpan::new(start.min(self.len()), (start + length).min(self.len()))
    }

    /// The stretch without blanks at its ends.
    pub fn trim(&self, part: CharSpan) -> CharSpan {
        let CharSpan { mut start, mut end } = part;
        while start < end && is_blank(self.at(start)) {
            start += 1;
        }
        while start < end && is_blank(self.at(end - 1)) {
            end -= 1;
        }
        CharSpan::new(start, end)
    }
}

/// The fold of the character `c` at `byte`. A carriage return ends a line where it stands alone and is a blank before a
/// line feed.
fn changed(table: &Table, c: char, text: &str, byte: usize) -> char {
    match text.as_bytes().get(byte + 1) {
        Some(b'\n') | None => fold_with(table, c),
        Some(_) if c == '\r' => '\n',
        Some(_) => fold_with(table, c),
    }
}

/// The places that [`Fold::others`] gives, in order.
#[derive(Clone, Debug)]
pub struct Others<'a> {
    bits: &'a [u64],
    /// What is left of the bits of the characters from `base` on.
    word: u64,
    base: usize,
    end: usize,
}

impl Iterator for Others<'_> {
    type Item = usize;

    #[cfg_attr(target_arch = "wasm32", inline(never))]
    #[cfg_attr(not(target_arch = "wasm32"), inline)]
    fn next(&mut self) -> Option<usize> {
        while self.word == 0 {
            self.base += 64;
            if self.base >= self.end {
                return None;
            }
            self.word = self.bits.get(self.base / 64).copied()?;
        }
        let at = self.base + self.word.trailing_zeros() as usize;
        self.word &= self.word - 1;
        (at < self.end).then_some(at)
    }
}

/// Whether the folded character `c` is a blank or ends a line: all others that take no room or are blanks fold to these.
#[inline]
pub(crate) const fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\n')
}

/// Whether `c` is none of the common Chinese characters.
#[inline]
const fn is_other(c: char) -> bool {
    !matches!(c, '\u{4e00}'..='\u{9fff}')
}

/// Whether `chars` goes on with `words` at `at`.
#[inline]
pub(crate) fn reads(chars: &[char], at: usize, words: &str) -> bool {
    match chars.get(at..) {
        Some(rest @ [first, ..]) => may_open(words, last_byte(*first)) && begins(rest, words),
        _ => words.is_empty(),
    }
}

/// The words that stand with blanks between them: one text is less in the page than a pointer for each word.
pub(crate) fn apart(words: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(words);
    std::iter::from_fn(move || {
        let words = rest?;
        let mut end = 0;
        while let Some(&lead) = words.as_bytes().get(end) {
            match lead {
                b' ' => break,
                // A Chinese character.
                0xE0.. => end += 3,
                _ => end += 1,
            }
        }
        rest = words.get(end + 1..);
        words.get(..end)
    })
}

fn begins(chars: &[char], words: &str) -> bool {
    let mut rest = chars.iter();
    words.chars().all(|c| rest.next() == Some(&c))
}

fn ends(chars: &[char], words: &str) -> bool {
    let mut rest = chars.iter();
    words.chars().rev().all(|c| rest.next_back() == Some(&c))
}

/// The last byte of a character in UTF-8, and which of its bytes that is.
#[inline]
const fn last_byte(c: char) -> (usize, u8) {
    (c.len_utf8() - 1, if c.is_ascii() { c as u8 } else { c as u8 & 0x3F | 0x80 })
}

/// Whether `words` may open with a character by its last byte: what has a Chinese character's low six bits is nearly
/// always that character, so that most words are refused without being decoded.
#[inline]
fn may_open(words: &str, (at, byte): (usize, u8)) -> bool {
    words.as_bytes().get(at) == Some(&byte) || words.is_empty()
}

/// Whether `words` may end with `c`, by its last byte.
#[inline]
fn may_end(words: &str, c: char) -> bool {
    words.as_bytes().last().is_none_or(|&last| last == last_byte(c).1)
}

/// Whether `words` may hold `c`: the last two bytes of a Chinese character are looked for in one pass that compilers
/// make wide. The page is packed for size and does without.
#[inline]
fn may_hold(words: &str, c: char) -> bool {
    // Characters of less than three bytes (±, ·) do not end in two such bytes.
    if cfg!(target_arch = "wasm32") || c < '\u{800}' {
        return true;
    }
    let pair = [(c as u32 >> 6) as u8 & 0x3F | 0x80, c as u8 & 0x3F | 0x80];
    let bytes = words.as_bytes();
    let pairs = bytes.iter().zip(bytes.get(1..).unwrap_or_default());
    pairs.fold(0, |found, (&first, &second)| found | (u8::from(first == pair[0]) & u8::from(second == pair[1]))) != 0
}

#[cfg(test)]
mod tests {
    use super::Fold;

    #[test]
    fn words_end_where_they_stand() {
        let fold = Fold::of("收入预算列入");
        assert!(fold.ends_any(6, "甲 列入 乙") && fold.starts_any(4, "甲 列入"));
        let signs = Fold::of("±·é𠁡");
        assert!((0..4).all(|at| signs.starts_any(at, "甲 ± · é 𠁡") && signs.ends_any(at + 1, "± · é 𠁡")));
        assert!(!fold.ends_any(2, "列入 纳入 计入 编入 投入") && !fold.starts_any(0, "收支 收回 入"));
    }

    #[test]
    fn every_word_folds_as_its_row_says() {
        let mut count = 0;
        for (word, fold) in include_str!("../script/words.tsv").lines().filter_map(|line| line.split_once('\t')) {
            assert_eq!(Fold::of(word).chars().iter().collect::<String>(), fold, "{word}");
            count += 1;
        }
        assert!(count > 250, "{count}");
    }
}
