//! Tells the encoding of bytes and makes text of them.

use super::declared::declared;
use super::ordinary::Ordinary;
use crate::model::{Arrange, SourceNote};

/// An encoding that texts come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16, low byte first.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// GB 18030, which holds GBK and GB 2312.
    Gb18030,
    /// Big5 with the Hong Kong characters of the Encoding Standard.
    Big5,
}

impl Encoding {
    /// The label of the Encoding Standard, in lower case; what `TextDecoder` takes.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
            Self::Gb18030 => "gb18030",
            Self::Big5 => "big5",
        }
    }
}

/// What decodes GB 18030 and Big5: their tables are too big for a page, whose browser has them already.
///
/// `decode` gives the text of `bytes` in the encoding that `label` names (`gb18030` or `big5`, labels of the Encoding
/// Standard). Byte sequences that are none become U+FFFD and never end the decoding; no byte order mark is looked for.
/// `None` says that this decoder does not know the encoding. In a page this is `new TextDecoder(label).decode(bytes)`;
/// in a command, `encoding_rs`. It is called up to three times for one text: twice for a sample of at most 64 KiB, and
/// for the whole.
///
/// A function or closure of that shape is a decoder too.
pub trait LegacyDecoder {
    /// The text of `bytes`.
    fn decode(&self, label: &str, bytes: &[u8]) -> Option<String>;
}

impl<F: Fn(&str, &[u8]) -> Option<String>> LegacyDecoder for F {
    fn decode(&self, label: &str, bytes: &[u8]) -> Option<String> {
        self(label, bytes)
    }
}

/// What bytes were found to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Detected {
    /// The encoding.
    pub encoding: Encoding,
    /// How sure that is, from 0 to 100.
    pub sureness: u8,
    /// How many bytes of byte order mark go before the text.
    pub mark: usize,
}

/// How much of a text is decoded to tell its encoding. Even, so that UTF-16 is not cut in a unit.
const SAMPLE: usize = 64 * 1024;
/// The least score that counts as Chinese text; wrong decodings stay under 25.
const LEAST: i64 = 32;
/// What a declaration in the page's head adds.
const DECLARED: i64 = 8;

/// The encoding of `bytes`; none where they are text in none of the known ones.
pub fn detect(bytes: &[u8], decoder: &dyn LegacyDecoder) -> Option<Detected> {
    let sure = |encoding, mark| Some(Detected { encoding, sureness: 100, mark });
    match bytes {
        [0xef, 0xbb, 0xbf, ..] => return sure(Encoding::Utf8, 3),
        [0xff, 0xfe, 0, 0, ..] | [0, 0, 0xfe, 0xff, ..] => return None,
        [0xff, 0xfe, ..] => return sure(Encoding::Utf16Le, 2),
        [0xfe, 0xff, ..] => return sure(Encoding::Utf16Be, 2),
        _ => {}
    }
    if let Some(encoding) = sixteen_bit(bytes) {
        return Some(Detected { encoding, sureness: 95, mark: 0 });
    }
    if let Ok(text) = std::str::from_utf8(bytes)
        && (text.is_ascii() || text.chars().any(|c| c >= '\u{800}'))
    {
        return (!is_binary(bytes)).then_some(Detected { encoding: Encoding::Utf8, sureness: 100, mark: 0 });
    }
    by_score(bytes, decoder).or_else(|| nearly_ascii(bytes))
}

/// The text of bytes that are `detected`, and the note of it.
pub(super) fn decode(bytes: &[u8], detected: Detected, decoder: &dyn LegacyDecoder) -> Option<(String, SourceNote)> {
    let Detected { encoding, sureness, mark } = detected;
    let text = whole(bytes.get(mark..)?, encoding, decoder)?;
    // A U+FFFD that UTF-8 itself spells was lost before; it counts as damage all the same.
    let damaged = text.chars().filter(|&c| c == '\u{fffd}').count();
    let note = SourceNote { encoding: encoding.label().into(), sureness, container: String::new(), damaged };
    Some((text, note))
}

fn whole(bytes: &[u8], encoding: Encoding, decoder: &dyn LegacyDecoder) -> Option<String> {
    match encoding {
        Encoding::Utf8 => {
            Some(std::str::from_utf8(bytes).map_or_else(|_| String::from_utf8_lossy(bytes).into_owned(), str::to_owned))
        }
        Encoding::Utf16Le => Some(utf16(bytes, u16::from_le_bytes)),
        Encoding::Utf16Be => Some(utf16(bytes, u16::from_be_bytes)),
        Encoding::Gb18030 | Encoding::Big5 => decoder.decode(encoding.label(), bytes),
    }
}

fn utf16(bytes: &[u8], unit: impl Fn([u8; 2]) -> u16) -> String {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let mut text: String = char::decode_utf16(pairs.iter().map(|&pair| unit(pair)))
        .map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect();
    if !rest.is_empty() {
        text.push(char::REPLACEMENT_CHARACTER);
    }
    text
}

/// UTF-16 told by its zero bytes: those of spaces, line ends, digits and tags stand all on one side.
fn sixteen_bit(bytes: &[u8]) -> Option<Encoding> {
    let (pairs, _) = bytes.get(..SAMPLE).unwrap_or(bytes).as_chunks::<2>();
    let zeros = |side: usize| pairs.iter().filter(|pair| pair.get(side) == Some(&0)).count();
    let (even, odd) = (zeros(0), zeros(1));
    if odd * 50 > pairs.len() && even * 20 < odd {
        return Some(Encoding::Utf16Le);
    }
    (even * 50 > pairs.len() && odd * 20 < even).then_some(Encoding::Utf16Be)
}

/// The encoding whose decoding looks most like Chinese text, if one does.
fn by_score(bytes: &[u8], decoder: &dyn LegacyDecoder) -> Option<Detected> {
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let declared = declared(bytes);
    let encodings = [Encoding::Utf8, Encoding::Gb18030, Encoding::Big5, Encoding::Utf16Le, Encoding::Utf16Be];
    let mut scores: Vec<(i64, Encoding)> = encodings
        .into_iter()
        .filter_map(|encoding| {
            let text = whole(sample, encoding, decoder)?;
            let bonus = if declared == Some(encoding) { DECLARED } else { 0 };
            Some((Ordinary::of(&text).score() + bonus, encoding))
        })
        .collect();
    scores.arrange_by_key(|score| std::cmp::Reverse(score.0));
    let (best, encoding) = scores.first().copied().filter(|score| score.0 >= LEAST)?;
    let next = scores.get(1).map_or(0, |score| score.0.max(0));
    let sureness = (40 + best / 2 + (best - next) / 2).clamp(1, 99);
    Some(Detected { encoding, sureness: u8::try_from(sureness).unwrap_or(99), mark: 0 })
}

/// Text in ASCII but for a few bytes, such as a page of code with a damaged name in it.
fn nearly_ascii(bytes: &[u8]) -> Option<Detected> {
    let high = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    let controls = bytes.iter().filter(|&&byte| byte < b' ' && !b"\t\n\r\x0c\x1a".contains(&byte)).count();
    let few = high * 50 < bytes.len() && controls == 0;
    few.then_some(Detected { encoding: Encoding::Utf8, sureness: 30, mark: 0 })
}

/// Whether bytes that are no known text look like no text at all: zero bytes and controls among them.
pub(super) fn is_binary(bytes: &[u8]) -> bool {
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let controls = sample.iter().filter(|&&byte| byte < b' ' && !b"\t\n\r\x0c\x1a\x1b".contains(&byte)).count();
    controls * 100 > sample.len()
}
