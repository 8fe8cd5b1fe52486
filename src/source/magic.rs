//! Files that are told by their first bytes to be no plain text.

use super::Unreadable;

/// How far into a file its telling bytes are looked for.
const REACH: usize = 4096;

/// What sort of unreadable file these bytes are, if their first bytes say so. `name` helps among packed documents.
pub(super) fn refuse(bytes: &[u8], name: &str) -> Option<Unreadable> {
    if bytes.is_empty() {
        return Some(Unreadable::Empty);
    }
    let head = bytes.get(..REACH).unwrap_or(bytes);
    // Readers of PDF allow the mark anywhere in the first kilobyte; a text that speaks of it has words before it.
    if head.starts_with(b"%PDF-") || (holds(head.get(..1024).unwrap_or(head), b"%PDF-1.") && holds(head, b"\0")) {
        return Some(Unreadable::Pdf);
    }
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return Some(packed(bytes, name));
    }
    let starts = |marks: &[&[u8]]| marks.iter().any(|mark| head.starts_with(mark));
    if starts(&[b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]) {
        return Some(if has_ending(name, &["xls", "et"]) { Unreadable::Spreadsheet } else { Unreadable::Word });
    }
    if starts(&[b"{\\rtf"]) {
        return Some(Unreadable::Word);
    }
    if starts(&[b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\0", b"MM\0*"])
        || (starts(&[b"BM"]) && holds(head.get(..16).unwrap_or(head), b"\0\0\0\0"))
        || (starts(&[b"RIFF"]) && head.get(8..12) == Some(b"WEBP"))
        || head.get(4..10).is_some_and(|brand| brand == b"ftyphe" || brand == b"ftypmi" || brand == b"ftypav")
    {
        return Some(Unreadable::Image);
    }
    if starts(&[b"\x1f\x8b\x08", b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07", b"BZh", b"\xfd7zXZ\0", b"\x28\xb5\x2f\xfd"]) {
        return Some(Unreadable::Archive);
    }
    if starts(&[b"MZ\x90\0", b"\x7fELF", b"ID3", b"OggS", b"RIFF", b"\0asm", b"\0\0\x01\0", b"SQLite format 3\0"])
        || head.get(4..8) == Some(b"ftyp")
    {
        return Some(Unreadable::Binary);
    }
    None
}

/// What a ZIP container holds, by the names of its parts.
fn packed(bytes: &[u8], name: &str) -> Unreadable {
    let ends = bytes.len().saturating_sub(16 * REACH);
    let directory = bytes.get(ends..).unwrap_or_default();
    let head = bytes.get(..REACH).unwrap_or(bytes);
    let has = |part: &[u8]| holds(directory, part) || holds(head, part);
    if has(b"word/document") || has(b"opendocument.text") || has_ending(name, &["docx", "odt", "wps"]) {
        return Unreadable::Word;
    }
    if has(b"xl/workbook") || has(b"opendocument.spreadsheet") || has_ending(name, &["xlsx", "ods"]) {
        return Unreadable::Spreadsheet;
    }
    if has(b"OFD.xml") || has_ending(name, &["ofd"]) {
        return Unreadable::Ofd;
    }
    Unreadable::Archive
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

/// Whether the file name ends in one of these extensions, upper or lower case.
pub(super) fn has_ending(name: &str, endings: &[&str]) -> bool {
    name.rsplit_once('.').is_some_and(|(_, ending)| endings.iter().any(|known| ending.eq_ignore_ascii_case(known)))
}
