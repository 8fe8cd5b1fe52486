//! The text as given, with its offset tables.

mod declared;
mod decode;
mod html;
mod magic;
mod markdown;
mod offsets;
mod ordinary;
mod unreadable;

pub use decode::{Detected, Encoding, LegacyDecoder, detect};
pub use offsets::Offsets;
pub use unreadable::Unreadable;

use crate::model::SourceNote;

/// A text and the way back to every unit that offsets are counted in.
#[derive(Clone, Debug)]
pub struct Source {
    text: String,
    note: SourceNote,
    offsets: Offsets,
}

impl Source {
    /// A text that is text already.
    pub fn from_text(text: &str) -> Self {
        let note = SourceNote { encoding: "utf-8".into(), sureness: 100, ..SourceNote::default() };
        Self::noted(text.to_owned(), note)
    }

    /// The text of a file's bytes, whatever their encoding. `name_hint` is the file's name, or empty: its ending tells
    /// pages and Markdown, whose text is taken out of their markup; other text stays as it is. A byte order mark is no
    /// part of the text. Damaged bytes become U+FFFD; the note counts them.
    pub fn from_bytes(bytes: &[u8], name_hint: &str, decoder: &dyn LegacyDecoder) -> Result<Self, Unreadable> {
        if let Some(refusal) = magic::refuse(bytes, name_hint) {
            return Err(refusal);
        }
        let unknown = if decode::is_binary(bytes) { Unreadable::Binary } else { Unreadable::UnknownEncoding };
        let detected = detect(bytes, decoder).ok_or(unknown)?;
        let (text, note) = decode::decode(bytes, detected, decoder).ok_or(unknown)?;
        if note.damaged * 3 > text.chars().count() {
            return Err(unknown);
        }
        Self::contained(text, name_hint, note)
    }

    /// A text that is text already but may be a page or Markdown, told by the name of its file and its first tags.
    pub fn from_named_text(text: &str, name_hint: &str) -> Result<Self, Unreadable> {
        let note = Self::from_text("").note;
        Self::contained(text.to_owned(), name_hint, note)
    }

    fn contained(text: String, name: &str, mut note: SourceNote) -> Result<Self, Unreadable> {
        let text = if html::is_page(&text, name) {
            note.container = "html".into();
            html::article(&text)
        } else if markdown::is_markdown(name) {
            note.container = "markdown".into();
            markdown::plain(&text)
        } else {
            text
        };
        if text.chars().all(|c| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\0')) {
            return Err(Unreadable::Blank);
        }
        Ok(Self::noted(text, note))
    }

    /// A text that was taken out of its bytes before, with what was noted then.
    pub fn noted(text: String, note: SourceNote) -> Self {
        let offsets = Offsets::of(&text);
        Self { text, note, offsets }
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How the bytes became this text.
    pub const fn note(&self) -> &SourceNote {
        &self.note
    }

    /// The tables that convert byte offsets.
    pub const fn offsets(&self) -> &Offsets {
        &self.offsets
    }
}
