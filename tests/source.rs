//! From bytes to text: encodings, refusals, containers.

use std::path::{Path, PathBuf};

use encoding_rs::{BIG5, Encoding, GB18030};
use tiyao::model::Language;
use tiyao::source::{Source, Unreadable};

const OUTSIDE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared");
const HANS: &str = include_str!("../seeds/rongchang-2016.txt");
const HANT: &str = include_str!("../seeds/chongqing-2022.txt");

fn decoder(label: &str, bytes: &[u8]) -> Option<String> {
    Some(Encoding::for_label(label.as_bytes())?.decode_without_bom_handling(bytes).0.into_owned())
}

fn read(bytes: &[u8], name: &str) -> Result<Source, Unreadable> {
    Source::from_bytes(bytes, name, &decoder)
}

fn encoding(bytes: &[u8]) -> String {
    read(bytes, "").map_or_else(|refusal| format!("{refusal:?}"), |source| source.note().encoding.clone())
}

fn utf16(text: &str, bytes: impl Fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

#[test]
fn each_encoding_gives_the_same_text() {
    for (text, legacy, label) in [(HANS, GB18030, "gb18030"), (HANT, GB18030, "gb18030"), (HANT, BIG5, "big5")] {
        // Big5 has no sign for some characters of the text: they go out first.
        let text: String = text.chars().filter(|c| !legacy.encode(c.encode_utf8(&mut [0; 4])).2).collect();
        for (bytes, name) in [
            (legacy.encode(&text).0.into_owned(), label),
            (text.as_bytes().to_vec(), "utf-8"),
            (["\u{feff}", &text].concat().into_bytes(), "utf-8"),
            (utf16(&text, u16::to_le_bytes), "utf-16le"),
            (utf16(&text, u16::to_be_bytes), "utf-16be"),
            (utf16(&["\u{feff}", &text].concat(), u16::to_le_bytes), "utf-16le"),
            (utf16(&["\u{feff}", &text].concat(), u16::to_be_bytes), "utf-16be"),
        ] {
            let source = read(&bytes, "").expect("a text");
            assert_eq!(source.note().encoding, name);
            assert!(source.note().sureness >= 80, "{:?}", source.note());
            assert_eq!(source.note().damaged, 0);
            assert_eq!(source.text(), text);
        }
    }
}

#[test]
fn short_texts_are_told_apart() {
    for text in ["全县生产总值增长8.4%。", "联通", "社会治安明显好转", "２０１６年，全市破案１２件"]
    {
        assert_eq!(encoding(&GB18030.encode(text).0), "gb18030", "{text}");
        assert_eq!(encoding(text.as_bytes()), "utf-8", "{text}");
        assert_eq!(encoding(&utf16(text, u16::to_le_bytes)), "utf-16le", "{text}");
        assert_eq!(encoding(&utf16(text, u16::to_be_bytes)), "utf-16be", "{text}");
    }
    for text in ["全港罪案較去年下跌4.1%。", "政府今日公布", "行政長官會見傳媒"] {
        assert_eq!(encoding(&BIG5.encode(text).0), "big5", "{text}");
    }
}

#[test]
fn a_declaration_that_lies_is_not_believed() {
    let page = |charset: &str| format!("<html><head><meta charset={charset}></head><body><p>{HANS}</p></body></html>");
    assert_eq!(encoding(page("gb2312").as_bytes()), "utf-8");
    assert_eq!(encoding(&GB18030.encode(&page("utf-8")).0), "gb18030");
    assert_eq!(encoding(&GB18030.encode(&page("big5")).0), "gb18030");
}

#[test]
fn damaged_bytes_are_counted_and_the_rest_is_read() {
    let mut bytes = HANS.as_bytes().to_vec();
    bytes.splice(300..301, [0xff]);
    bytes.truncate(bytes.len() - 1);
    let source = read(&bytes, "").expect("a text");
    assert_eq!(source.note().encoding, "utf-8");
    assert_eq!(source.note().damaged, source.text().matches('\u{fffd}').count());
    assert!((1..=5).contains(&source.note().damaged), "{}", source.note().damaged);

    let mut bytes = GB18030.encode(HANS).0.into_owned();
    let line = bytes.iter().position(|&byte| byte == b'\n').expect("two lines");
    bytes.splice(line..line, [0xff]);
    let source = read(&bytes, "").expect("a text");
    assert_eq!((source.note().encoding.as_str(), source.note().damaged), ("gb18030", 1));
}

#[test]
fn what_is_no_text_is_refused_by_name() {
    for (bytes, name, refusal) in [
        (&b""[..], "", Unreadable::Empty),
        (b" \r\n\t", "", Unreadable::Blank),
        ("\u{3000}\u{feff}\n".as_bytes(), "", Unreadable::Blank),
        (b"<html><body><script>x</script></body></html>", "", Unreadable::Blank),
        (b"%PDF-1.7\n%\xe2\xe3", "", Unreadable::Pdf),
        (b"PK\x03\x04....word/document.xml", "", Unreadable::Word),
        (b"PK\x03\x04....", "a.DOCX", Unreadable::Word),
        (b"PK\x03\x04....xl/workbook.xml", "", Unreadable::Spreadsheet),
        (b"PK\x03\x04....OFD.xml", "", Unreadable::Ofd),
        (b"PK\x03\x04....a.txt", "a.zip", Unreadable::Archive),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.doc", Unreadable::Word),
        (b"{\\rtf1\\ansi", "", Unreadable::Word),
        (b"\x89PNG\r\n\x1a\n", "", Unreadable::Image),
        (b"\xff\xd8\xff\xe0", "a.txt", Unreadable::Image),
        (b"\0\x01\x02\x03\0\0\x07\0\x10\0\0", "", Unreadable::Binary),
        (b"\x7fELF\x02\x01", "", Unreadable::Binary),
        (b"\x82\xa0\x82\xa2\x82\xa4\x82\xa6\x82\xa8\x83\x65\x83\x4c\x83\x58\x83\x67", "", Unreadable::UnknownEncoding),
    ] {
        assert_eq!(read(bytes, name).map(|source| source.text().to_owned()), Err(refusal), "{bytes:?}");
        let sentences = Language::ALL.map(|language| refusal.message(language));
        assert!(sentences.iter().all(|sentence| sentence.ends_with(['。', '.'])), "{sentences:?}");
        assert!(sentences[0] != sentences[1] && refusal.to_string() == sentences[2]);
    }
}

#[test]
fn plain_text_stays_as_it_is() {
    for text in ["# 一\r\n**二** &amp; <b>\n", "a < b, 1 > 0", HANS] {
        let source = read(text.as_bytes(), "a.txt").expect("a text");
        assert_eq!((source.text(), source.note().container.as_str()), (text, ""));
    }
}

fn outside(folder: &str) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(Path::new(OUTSIDE).join(folder)) else {
        println!("passed over: {folder} is not beside the checkout");
        return Vec::new();
    };
    let mut paths: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    paths
}

/// Pages in three encodings, where they lie beside the checkout; the folder's own list says which is which.
#[test]
fn real_pages_in_old_encodings_are_told() {
    for path in outside("corpus/charset") {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
        let bytes = std::fs::read(&path).expect("a file");
        let found = read(&bytes, &name);
        let found = found.as_ref().map(|source| source.note());
        println!("{name}: {found:?}");
        match found {
            Ok(note) if name.contains("Big5") => assert_eq!(note.encoding, "big5", "{name}"),
            Ok(note) if name.contains("GB2312") => assert_eq!(note.encoding, "gb18030", "{name}"),
            Err(Unreadable::UnknownEncoding) if name.contains("EUC-TW") => {}
            other => panic!("{name}: {other:?}"),
        }
    }
}
