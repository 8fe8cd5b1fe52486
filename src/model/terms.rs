//! A reader's own word list: programmes, bodies, indicators and units that no table of ours knows.

use std::sync::Arc;

use serde::Serialize;

use super::{Arrange, Language};

/// The longest term, in characters.
const LONGEST: usize = 40;

/// What a term names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum TermKind {
    /// A named action, project, platform and the like.
    Programme,
    /// A body.
    Organisation,
    /// What a figure measures.
    Indicator,
    /// A measure word or unit.
    Unit,
}

impl TermKind {
    /// The kind that a list calls so, in English or in either script of Chinese.
    fn of(word: &str) -> Option<Self> {
        Some(match word.to_ascii_lowercase().as_str() {
            "programme" | "program" | "项目" | "項目" | "行动" | "行動" => Self::Programme,
            "organisation" | "organization" | "body" | "机构" | "機構" => Self::Organisation,
            "indicator" | "指标" | "指標" => Self::Indicator,
            "unit" | "单位" | "單位" | "量词" | "量詞" => Self::Unit,
            _ => return None,
        })
    }
}

/// One term of a reader's list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Term {
    /// The words, in either script and width.
    pub term: String,
    /// What they name.
    pub kind: TermKind,
    /// What the reader wrote beside them.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// A reader's list. Cloning it shares the terms.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terms(Arc<[Term]>);

/// Why a row of a list is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadTerm {
    /// It has no second cell.
    NoKind,
    /// Its second cell names no kind.
    UnknownKind,
    /// Its first cell is empty, too long, or holds no letter.
    NoTerm,
    /// The same term of the same kind stands above.
    Twice,
}

impl BadTerm {
    /// What is wrong with the row of this number (from 1), in one sentence.
    pub fn message(self, line: usize, language: Language) -> String {
        let (simplified, traditional, english) = match self {
            Self::NoKind => (
                "缺少类别（词、类别、备注之间用制表符隔开），已跳过。",
                "缺少類別（詞、類別、備註之間用定位字元隔開），已略過。",
                "has no kind (term, kind and note stand between tabs); it was left out.",
            ),
            Self::UnknownKind => (
                "的类别不是 项目、机构、指标、单位 之一，已跳过。",
                "的類別不是 項目、機構、指標、單位 之一，已略過。",
                "has a kind other than programme, organisation, indicator or unit; it was left out.",
            ),
            Self::NoTerm => (
                "的词是空的、没有文字或长于 40 字，已跳过。",
                "的詞是空的、沒有文字或長於 40 字，已略過。",
                "has a term that is empty, without letters or longer than 40 characters; it was left out.",
            ),
            Self::Twice => {
                ("的词上面已经有了，已跳过。", "的詞上面已經有了，已略過。", "repeats a term above; it was left out.")
            }
        };
        let number = line.to_string();
        match language {
            Language::SimplifiedChinese => ["第 ", &number, " 行", simplified].concat(),
            Language::TraditionalChinese => ["第 ", &number, " 行", traditional].concat(),
            Language::English => ["Line ", &number, " ", english].concat(),
        }
    }
}

impl Terms {
    /// How many terms there are.
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// Reads rows of `term<TAB>kind<TAB>note`; empty rows, rows that start with `#` and a first row of headings are
    /// passed over. Gives the good rows and, by line from 1, what is wrong with the others.
    pub fn parse(list: &str) -> (Self, Vec<(usize, BadTerm)>) {
        let (mut terms, mut lines, mut bad) = (Vec::<Term>::new(), Vec::new(), Vec::new());
        for (index, row) in list.trim_start_matches('\u{feff}').lines().enumerate() {
            if row.trim().is_empty() || row.starts_with('#') {
                continue;
            }
            let mut cells = row.split('\t').map(str::trim);
            let mut cell = || cells.next().unwrap_or_default();
            let (term, kind, note) = (cell(), cell(), cell());
            if index == 0 && matches!((term, kind), ("term", "kind") | ("词", "类别") | ("詞", "類別")) {
                continue;
            }
            match row_of(term, kind) {
                Ok(kind) => {
                    terms.push(Term { term: term.to_owned(), kind, note: note.to_owned() });
                    lines.push(index + 1);
                }
                Err(why) => bad.push((index + 1, why)),
            }
        }
        let mut order: Vec<usize> = (0..terms.len()).collect();
        order.arrange_by_key(|&at| (&terms[at].term, terms[at].kind));
        let mut again = vec![false; terms.len()];
        for pair in order.windows(2) {
            let (one, other) = (&terms[pair[0]], &terms[pair[1]]);
            if one.term == other.term && one.kind == other.kind {
                again[pair[1]] = true;
                bad.push((lines[pair[1]], BadTerm::Twice));
            }
        }
        bad.arrange_by_key(|(line, _)| *line);
        let mut again = again.into_iter();
        terms.retain(|_| again.next() != Some(true));
        (Self(terms.into()), bad)
    }

    /// The terms in the order of the list.
    pub fn all(&self) -> &[Term] {
        &self.0
    }
}

/// Whether `c` is a letter of ASCII or stands in a block that is none of signs alone.
fn may_name(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, 'À'..='\u{1fff}' | '\u{3041}'..='\u{fdff}' | '\u{20000}'..)
}

fn row_of(term: &str, kind: &str) -> Result<TermKind, BadTerm> {
    if kind.is_empty() {
        return Err(BadTerm::NoKind);
    }
    let letters = term.chars().any(may_name) && !term.chars().any(char::is_control);
    if !letters || term.chars().count() > LONGEST {
        return Err(BadTerm::NoTerm);
    }
    TermKind::of(kind).ok_or(BadTerm::UnknownKind)
}
