//! What JavaScript may ask of the core: a text is opened once; the opened text gives its digest as JSON, writes exports,
//! and the page's views of it as HTML. The scripts in `embed/js` check what they are given and are what others call.

mod form;

use tiyao::export::{self, Unit};
use tiyao::model::Terms;
use tiyao::source::Source;
use tiyao::{Language, Options, digest};
use tiyao_web::embedded::{Shape, draw, why};
use tiyao_web::{Reading, decode};
use wasm_bindgen::prelude::wasm_bindgen;

pub use form::Form;

/// What the caller knows or wants of a text.
#[wasm_bindgen]
#[derive(Default)]
pub struct Asked {
    options: Options,
    /// The language of sentences about the text.
    language: Language,
}

#[wasm_bindgen]
impl Asked {
    /// The text's name and day (EDTF, or empty), the most sentences of its summary, the tag of the language of messages.
    #[wasm_bindgen(constructor)]
    pub fn new(name: String, date: String, sentences: usize, language: &str) -> Self {
        let options = Options { name, date, sentences, terms: Terms::default() };
        Self { options, language: Language::of_tag(language).unwrap_or(Language::English) }
    }

    /// The caller's own words, as rows of `term<TAB>kind<TAB>note`; what is wrong with the first bad row, in a sentence.
    #[wasm_bindgen(js_name = takeTerms)]
    pub fn take_terms(&mut self, rows: &str) -> Result<(), String> {
        let (terms, bad) = Terms::parse(rows);
        self.options.terms = terms;
        bad.first().map_or(Ok(()), |(line, why)| Err(why.message(*line, self.language)))
    }
}

/// A text with its digest.
#[wasm_bindgen]
pub struct Opened(Reading);

#[wasm_bindgen]
impl Opened {
    /// Reads a text.
    #[wasm_bindgen(js_name = ofText)]
    pub fn of_text(text: &str, asked: &Asked) -> Self {
        Self::of(Source::from_text(text), asked)
    }

    /// Reads the bytes of a file, whatever their encoding; the name tells pages and Markdown. Else why they cannot be
    /// read, in a sentence.
    #[wasm_bindgen(js_name = ofBytes)]
    pub fn of_bytes(bytes: &[u8], asked: &Asked) -> Result<Self, String> {
        let source = Source::from_bytes(bytes, &asked.options.name, &decode);
        source.map(|source| Self::of(source, asked)).map_err(|reason| reason.message(asked.language))
    }

    /// The digest as JSON. Offsets count UTF-16 units, or code points where `unit` is `codepoint`.
    pub fn json(&self, unit: &str) -> String {
        export::json_in(self.0.digest(), Unit::of(unit).unwrap_or(Unit::Utf16))
    }

    /// The digest in a form that [`Form`] names, in the language of a tag; nothing for another name.
    pub fn export(&self, form: &str, language: &str) -> Option<String> {
        let language = Language::of_tag(language).unwrap_or(Language::English);
        Some(Form::of(form)?.write(self.0.digest(), language))
    }

    /// The digest as `digest`, `reading`, `figures` or `findings`, as HTML in the language of a tag. `whole` names the
    /// lists that are not cut short, with blanks between them.
    pub fn draw(&self, shape: &str, language: &str, whole: &str) -> String {
        let shape = Shape::of(shape).unwrap_or(Shape::Digest);
        let language = Language::of_tag(language).unwrap_or(Language::English);
        let whole: Vec<String> = whole.split_whitespace().map(str::to_owned).collect();
        draw(&self.0, shape, language, &whole)
    }

    /// What the fact of a name was read from and why it is one, as HTML; empty for what is no fact.
    pub fn why(&self, name: &str, language: &str) -> String {
        why(&self.0, name, Language::of_tag(language).unwrap_or(Language::English))
    }

    fn of(source: Source, asked: &Asked) -> Self {
        Self(Reading::shown(digest::read_source(source, &asked.options)))
    }
}

/// The names of the forms that a digest is written in, with blanks between them.
#[wasm_bindgen(js_name = formNames)]
pub fn form_names() -> String {
    Form::ALL.map(Form::name).join(" ")
}

/// Every rule with the sentence that tells how it reads, as JSON: a list of `{"name", "sentence"}`.
#[wasm_bindgen(js_name = ruleList)]
pub fn rules(language: &str) -> String {
    let language = Language::of_tag(language).unwrap_or(Language::English);
    let told = export::rules(language).into_iter();
    let told = told.map(|(name, sentence)| serde_json::json!({"name": name, "sentence": sentence}));
    serde_json::Value::Array(told.collect()).to_string()
}

/// The version of Tiyao.
#[wasm_bindgen(js_name = coreVersion)]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}
