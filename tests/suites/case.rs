//! Cases of a suite, what became of them, and the reasons for which some are set aside.

use std::collections::BTreeMap;
use std::fmt;

use serde_json::Value;

/// One line of a suite.
pub struct Case {
    /// Its name in the suite.
    pub id: String,
    /// The text that is read.
    pub input: String,
    /// What must be found in it.
    pub expected: Vec<Expected>,
    /// The whole line.
    pub line: Value,
}

/// What a case wants found.
pub struct Expected {
    /// The code points that it stands at.
    pub start: usize,
    /// The code point after it.
    pub end: usize,
    /// What sort of thing it is, in the words of the suite.
    pub sort: String,
    /// Its value, in the form of the suite.
    pub value: Value,
    /// Its unit, in the words of the suite.
    pub unit: String,
}

impl Case {
    /// The suite that one of our own cases belongs to.
    pub fn suite(&self) -> &str {
        self.id.split('/').next().unwrap_or_default()
    }

    /// Whether `part` is a part of the case's name.
    pub fn is_of(&self, part: &str) -> bool {
        self.id.split('/').any(|name| name == part)
    }
}

fn string(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// The cases of a file with one JSON object a line.
pub fn cases(text: &str) -> Vec<Case> {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    lines.map(|line| case(serde_json::from_str(line).expect("a case is JSON"))).collect()
}

fn case(line: Value) -> Case {
    let place = |value: &Value| value.as_u64().and_then(|at| usize::try_from(at).ok()).expect("a place");
    let expected = line["expected"].as_array().expect("a list").iter();
    let expected = expected.map(|one| Expected {
        start: place(&one["start"]),
        end: place(&one["end"]),
        sort: string(&one["type"]),
        value: one["value"].clone(),
        unit: string(&one["unit"]),
    });
    Case { id: string(&line["id"]), input: string(&line["input"]), expected: expected.collect(), line: line.clone() }
}

/// What became of a case.
pub enum Verdict {
    /// All that it wants was found, and nothing else.
    Right,
    /// What differs.
    Wrong(String),
    /// Why it is not judged.
    Aside(&'static str),
}

/// The cases that are set aside: suite, name and reason.
pub struct Reasons(Vec<[&'static str; 3]>);

impl Reasons {
    /// The rows of a table with three columns.
    pub fn of(table: &'static str) -> Self {
        let rows = table.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        Self(rows.map(|row| row.split('\t').collect::<Vec<_>>().try_into().expect("three columns")).collect())
    }

    /// Why a case is set aside.
    pub fn of_case(&self, suite: &str, id: &str) -> Option<&'static str> {
        self.0.iter().find(|[of, name, _]| *of == suite && *name == id).map(|[.., reason]| *reason)
    }

    /// The cases of a suite that have a reason.
    pub fn ids(&self, suite: &str) -> impl Iterator<Item = &'static str> {
        self.0.iter().filter(move |[of, ..]| *of == suite).map(|[_, id, _]| *id)
    }
}

/// How a suite went.
#[derive(Default)]
pub struct Tally {
    /// How many cases were right.
    pub right: usize,
    wrong: Vec<String>,
    aside: Vec<(&'static str, String)>,
}

impl Tally {
    /// Counts a case.
    pub fn add(&mut self, case: &Case, verdict: Verdict) {
        let named = |why: &str| format!("{}: {} | {why}", case.id, case.input);
        match verdict {
            Verdict::Right => self.right += 1,
            Verdict::Wrong(why) => self.wrong.push(named(&why)),
            Verdict::Aside(reason) => self.aside.push((reason, named(reason))),
        }
    }

    /// How many cases are not set aside.
    pub fn judged(&self) -> usize {
        self.right + self.wrong.len()
    }

    /// How many cases are set aside.
    pub fn aside(&self) -> usize {
        self.aside.len()
    }

    /// How many cases there are.
    pub fn cases(&self) -> usize {
        self.judged() + self.aside()
    }

    /// How many cases each reason sets aside.
    pub fn reasons(&self) -> BTreeMap<&'static str, usize> {
        let mut reasons = BTreeMap::new();
        self.aside.iter().for_each(|(reason, _)| *reasons.entry(*reason).or_default() += 1);
        reasons
    }

    /// A line for each case set aside or read otherwise.
    pub fn listed(&self, aside: bool) -> impl Iterator<Item = &str> {
        let set_aside = self.aside.iter().map(|(_, line)| line.as_str()).filter(move |_| aside);
        self.wrong.iter().map(String::as_str).filter(move |_| !aside).chain(set_aside)
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let share = self.right as f64 * 100.0 / self.judged().max(1) as f64;
        let (cases, aside, wrong) = (self.cases(), self.aside(), self.wrong.len());
        write!(f, "{cases:>7}{aside:>7}{:>7}{wrong:>7}{share:>7.1}%", self.right)
    }
}
