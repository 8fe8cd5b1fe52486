use serde::Serialize;

use super::{Figure, Finding, Script, Span};

/// The part that a piece of evidence plays in a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // each name is its own description
pub enum Role {
    Value,
    Unit,
    Bound,
    Indicator,
    Period,
    Comparison,
    Direction,
    Scope,
    Area,
    Modality,
    Name,
    Mention,
    Title,
    Issuer,
    Speaker,
    Anchor,
    Reason,
}

/// One part that a fact was read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// What the words gave.
    pub role: Role,
    /// Where they stand.
    pub span: Span,
}

/// The sorts of fact, as exports name them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // each name is its own description
pub enum Kind {
    Article,
    Section,
    Boilerplate,
    Caption,
    Label,
    Figure,
    NotFigure,
    Time,
    Programme,
    Document,
    Person,
    Organisation,
    Place,
    Speech,
    ReportedSpeech,
    Honour,
    Commitment,
    Case,
    Gap,
    Check,
}

/// One piece on the page. Texts are folded except the byline's order and the dates (EDTF).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs)] // the fields of the annotation guide, by their own names
pub struct Article {
    pub title: String,
    pub subtitle: String,
    pub published: String,
    pub source: String,
    pub column: String,
    pub edition: String,
    pub byline: Vec<String>,
    pub editor: String,
    pub area: String,
    pub covers: String,
    pub script: Script,
}

/// A heading.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Section {
    /// 1 inside the article, 2 below that, and so on.
    pub level: u8,
}

/// A line that is no body text.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Line {
    /// Why it is none: navigation, layout, related, copyright, id, editor, date, column; empty for captions and labels.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub reason: &'static str,
}

/// A numeral that is no quantity.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NotFigure {
    /// date, name, ordinal, list, id or other.
    pub reason: &'static str,
}

/// The sorts of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // the words of the annotation guide
pub enum TimeForm {
    Date,
    Period,
    Duration,
    Set,
    Vague,
}

/// An expression that places or spans time.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Time {
    /// EDTF (ISO 8601-2); empty where the text gives no way to tell.
    pub value: String,
    /// What sort of time.
    pub form: TimeForm,
    /// Whether the value rests on another date than the words themselves.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub inferred: bool,
}

/// A named action, project, mechanism, platform, mode, centre, plan, brand or team.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Programme {
    /// The name, folded.
    pub name: String,
    /// action, project, mechanism, platform, mode, centre, plan, brand, team, activity or other.
    #[serde(rename = "type")]
    pub sort: &'static str,
}

/// A law, plan, rule or other titled text.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Document {
    /// The title, folded.
    pub name: String,
    /// Who issued it, where the text says so.
    pub issuer: String,
}

/// A named human.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Person {
    /// The name, folded.
    pub name: String,
    /// The title with its organisation, as written and folded.
    pub role: String,
}

/// A named place or body.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Place {
    /// The name, folded.
    pub name: String,
}

/// How somebody's words are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SpeechMode {
    /// In quotation marks, or after a label that names the speaker.
    Direct,
    /// Without marks: 他强调,要….
    Reported,
}

/// What somebody says.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Speech {
    /// Who speaks, as described.
    pub speaker: String,
    /// The speaker's title.
    pub role: String,
    /// How the words are given.
    pub mode: SpeechMode,
}

/// An award, a designation, pilot status, or being featured by a higher level.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Honour {
    /// What was given, folded.
    pub name: String,
    /// Who gave it, where the text says so.
    pub by: String,
    /// The year, EDTF.
    pub year: String,
}

/// What is promised or planned.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Commitment {
    /// By when, EDTF; empty where nothing is said.
    pub deadline: String,
    /// The first figure that is promised, as written and folded; empty where there is none.
    pub figure: String,
}

/// A story about single people.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Anecdote {
    /// What came of it, in the source's words, folded.
    pub outcome: String,
    /// When it happened, EDTF; empty where nothing is said.
    pub time: String,
    /// The first place that it names, folded.
    pub place: String,
}

/// A place where the source has lost words.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Gap {
    /// The one word that the context forces, or empty.
    pub suggestion: String,
}

/// What a fact says, by kind. What is large is kept apart, so that facts are quickly moved and sorted.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
#[allow(missing_docs)] // each variant is a kind
pub enum Detail {
    Article(Box<Article>),
    Section(Section),
    Boilerplate(Line),
    Caption(Line),
    Label(Line),
    Figure(Box<Figure>),
    NotFigure(NotFigure),
    Time(Time),
    Programme(Programme),
    Document(Document),
    Person(Person),
    Organisation(Place),
    Place(Place),
    Speech(Speech),
    Honour(Honour),
    Commitment(Commitment),
    Case(Anecdote),
    Gap(Gap),
    Finding(Box<Finding>),
}

/// Something the text says, with the characters that say it.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// The shortest words that carry it.
    pub span: Span,
    /// The article it stands in, counted from 0.
    pub article: usize,
    /// The name of the rule that read it.
    pub rule: &'static str,
    /// One entry for each part it was read from.
    pub evidence: Vec<Evidence>,
    /// What it says.
    pub detail: Detail,
}

impl Fact {
    /// The kind of the fact.
    pub const fn kind(&self) -> Kind {
        match self.detail {
            Detail::Article(_) => Kind::Article,
            Detail::Section(_) => Kind::Section,
            Detail::Boilerplate(_) => Kind::Boilerplate,
            Detail::Caption(_) => Kind::Caption,
            Detail::Label(_) => Kind::Label,
            Detail::Figure(_) => Kind::Figure,
            Detail::NotFigure(_) => Kind::NotFigure,
            Detail::Time(_) => Kind::Time,
            Detail::Programme(_) => Kind::Programme,
            Detail::Document(_) => Kind::Document,
            Detail::Person(_) => Kind::Person,
            Detail::Organisation(_) => Kind::Organisation,
            Detail::Place(_) => Kind::Place,
            Detail::Speech(Speech { mode: SpeechMode::Reported, .. }) => Kind::ReportedSpeech,
            Detail::Speech(_) => Kind::Speech,
            Detail::Honour(_) => Kind::Honour,
            Detail::Commitment(_) => Kind::Commitment,
            Detail::Case(_) => Kind::Case,
            Detail::Gap(_) => Kind::Gap,
            Detail::Finding(_) => Kind::Check,
        }
    }
}
