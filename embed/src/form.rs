//! The forms that a digest is written in.

use tiyao::model::Digest;
use tiyao::{Language, export};

/// A form; its name is that of the command's `--format`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// One JSON document, offsets in code points.
    Json,
    /// One fact a line.
    Ndjson,
    /// A table.
    Csv,
    /// A report in Markdown.
    Markdown,
    /// A report as a page.
    Html,
    /// W3C Web Annotations.
    Annotations,
    /// What the numbers say about each other.
    Findings,
}

impl Form {
    /// All forms.
    pub const ALL: [Self; 7] =
        [Self::Json, Self::Ndjson, Self::Csv, Self::Markdown, Self::Html, Self::Annotations, Self::Findings];

    /// The form's name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Ndjson => "ndjson",
            Self::Csv => "csv",
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::Annotations => "annotations",
            Self::Findings => "findings",
        }
    }

    /// The form of that name.
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.name() == name)
    }

    /// The digest in this form; reports are in `language`.
    pub fn write(self, digest: &Digest, language: Language) -> String {
        match self {
            Self::Json => export::json(digest),
            Self::Ndjson => export::ndjson(digest),
            Self::Csv => export::csv(digest),
            Self::Markdown => export::markdown(digest, language),
            Self::Html => export::html(digest, language),
            Self::Annotations => export::annotations(digest),
            Self::Findings => export::findings(digest, language),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_back() {
        for form in Form::ALL {
            assert_eq!(Form::of(form.name()), Some(form));
        }
        assert_eq!(Form::of("exe"), None);
    }

    #[test]
    fn every_form_writes_something() {
        let digest = tiyao::read("全市共破获案件1280件，同比上升12.5%。", &tiyao::Options::default());
        for form in Form::ALL {
            assert!(!form.write(&digest, Language::English).is_empty() || form == Form::Findings, "{form:?}");
        }
    }
}
