//! The encoding that a page says it is in: evidence only, for pages are often saved anew in another one.

use super::decode::Encoding;

/// The encoding named in the first kilobytes of an HTML or XML text (`charset=…`, `encoding="…"`), if it is a known one.
pub(super) fn declared(bytes: &[u8]) -> Option<Encoding> {
    let head = bytes.get(..2048).unwrap_or(bytes).to_ascii_lowercase();
    if !head.contains(&b'<') {
        return None;
    }
    [&b"charset"[..], b"encoding"].iter().find_map(|word| {
        let mut from = 0;
        while let Some(found) = head.get(from..)?.windows(word.len()).position(|part| part == *word) {
            from += found + word.len();
            if let Some(encoding) = value(head.get(from..)?) {
                return Some(encoding);
            }
        }
        None
    })
}

/// The encoding after `=`, blanks and quotation marks.
fn value(after: &[u8]) -> Option<Encoding> {
    let skip = |bytes: &[u8], marks: &[u8]| bytes.iter().take_while(|byte| marks.contains(byte)).count();
    let blanks = skip(after, b" \t\r\n");
    let rest = after.get(blanks..)?.strip_prefix(b"=")?;
    let rest = rest.get(skip(rest, b" \t\r\n\"'")..)?;
    let length = rest.iter().take_while(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(byte)).count();
    match rest.get(..length)? {
        b"utf-8" | b"utf8" => Some(Encoding::Utf8),
        b"gb2312" | b"gbk" | b"gb18030" | b"x-gbk" | b"gb_2312-80" | b"cp936" => Some(Encoding::Gb18030),
        b"big5" | b"big5-hkscs" | b"big5hkscs" | b"x-x-big5" | b"cp950" | b"cn-big5" => Some(Encoding::Big5),
        _ => None,
    }
}
