//! The text as given, with its offset tables.

mod offsets;

pub use offsets::Offsets;

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
        let note = SourceNote { encoding: "utf-8".into(), sureness: 100, container: String::new() };
        Self::noted(text.to_owned(), note)
    }

    fn noted(text: String, note: SourceNote) -> Self {
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
