//! The plain data that the steps hand on.

mod decimal;
mod digest;
mod fact;
mod figure;
mod finding;
mod language;
mod line;
mod order;
mod span;
mod terms;

pub use decimal::Decimal;
pub use digest::{Coverage, Digest, Options, OutlineLine, Review, Script, SourceNote};
pub use fact::{
    Anecdote, Article, Commitment, Detail, Document, Evidence, Fact, Gap, Honour, Kind, Line, NotFigure, Person, Place,
    Programme, Role, Section, Speech, SpeechMode, Time, TimeForm,
};
pub use figure::{Bound, Direction, Figure, Form, Modality};
pub use finding::{Derivation, Derived, Finding, Nearness, Reason, Relation, Verdict};
pub use language::Language;
pub use line::Lines;
pub use order::{Arrange, firsts};
pub use span::Span;
pub use terms::{BadTerm, Term, TermKind, Terms};
