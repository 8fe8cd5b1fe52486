//! What a reader says of the facts of one text: plain data, in the order that it was said.

use tiyao::model::{Detail, Digest, Fact, Kind, Review, Span};

use super::fields::{CORRECTED, Fields, WRITTEN, made, name_of, write};

/// What a reader says of a fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// It is right.
    Accept,
    /// It is none.
    Reject,
    /// It says this.
    Amend(Fields),
    /// It was missed, and says this besides its words.
    Add(Fields),
    /// Nothing any more.
    Leave,
}

const ACTS: [&str; 5] = ["accept", "reject", "amend", "add", "leave"];

/// One thing that a reader said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// The kind of the fact.
    pub kind: Kind,
    /// Its bytes.
    pub span: Span,
    /// Its words, by which it is found again when the text has changed.
    pub quote: String,
    /// What is said of it.
    pub act: Act,
}

/// All that a reader said of one text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Corrections {
    done: Vec<Correction>,
    undone: Vec<Correction>,
}

/// How many facts a reader found right, refused, wrote anew and added.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Right as they were read.
    pub accepted: usize,
    /// No facts.
    pub rejected: usize,
    /// Written anew in part.
    pub amended: usize,
    /// Missed.
    pub added: usize,
}

impl Tally {
    /// How many of the facts that were looked at are right as they were read, in per cent; none where none was.
    pub const fn precision(self) -> Option<usize> {
        let seen = self.accepted + self.rejected + self.amended;
        (self.accepted * 100).checked_div(seen)
    }
}

impl Corrections {
    /// Says something of a fact. What was undone before is forgotten.
    pub fn say(&mut self, mut said: Correction) {
        let standing = self.standing().into_iter().find(|old| old.same(&said));
        // A fact that the reader added is the reader's own: to write it anew is to add it so.
        if standing.is_some_and(|old| matches!(old.act, Act::Add(_))) {
            match said.act {
                Act::Amend(fields) => said.act = Act::Add(fields),
                Act::Accept => return,
                _ => {}
            }
        }
        self.done.push(said);
        self.undone.clear();
    }

    /// Takes back what was said last; what it was said of.
    pub fn undo(&mut self) -> Option<Correction> {
        let said = self.done.pop()?;
        self.undone.push(said.clone());
        Some(said)
    }

    /// Says again what was taken back last; what it is said of.
    pub fn redo(&mut self) -> Option<Correction> {
        let said = self.undone.pop()?;
        self.done.push(said.clone());
        Some(said)
    }

    /// Whether there is something to take back, and something to say again.
    pub const fn steps(&self) -> (bool, bool) {
        (!self.done.is_empty(), !self.undone.is_empty())
    }

    /// What is said of each fact in the end.
    pub fn standing(&self) -> Vec<&Correction> {
        let mut found: Vec<&Correction> = Vec::new();
        for said in self.done.iter().rev() {
            if !found.iter().any(|later| later.same(said)) {
                found.push(said);
            }
        }
        found.reverse();
        found
    }

    /// How often what is said.
    pub fn tally(&self) -> Tally {
        let mut tally = Tally::default();
        for said in self.standing() {
            match said.act {
                Act::Accept => tally.accepted += 1,
                // A fact that the reader had added and took away was never read.
                Act::Reject if !self.done.iter().any(|old| old.same(said) && matches!(old.act, Act::Add(_))) => {
                    tally.rejected += 1
                }
                Act::Amend(_) => tally.amended += 1,
                Act::Add(_) => tally.added += 1,
                Act::Reject | Act::Leave => {}
            }
        }
        tally
    }

    /// The digest with all that is said of its facts.
    pub fn apply(&self, read: &Digest) -> Digest {
        let mut digest = read.clone();
        for said in self.standing() {
            said.apply(&mut digest);
        }
        digest
    }

    /// The corrections for a text that has changed: each fact where its words stand nearest; those whose words are gone
    /// are left out.
    pub fn moved(&self, text: &str) -> Self {
        let done = self.done.iter().filter_map(|said| {
            let start =
                text.match_indices(&said.quote).map(|(at, _)| at).min_by_key(|at| at.abs_diff(said.span.start))?;
            let span = Span::new(start, start + said.quote.len());
            Some(Correction { span, ..said.clone() })
        });
        Self { done: done.collect(), undone: Vec::new() }
    }

    /// The corrections as text: a line each, with the act, the kind, the first byte, the words and the parts between tabs.
    pub fn to_text(&self) -> String {
        let mut out = String::new();
        let mut cell = |words: &str, end: char| {
            out.extend(words.chars().map(|c| if c.is_control() { ' ' } else { c }));
            out.push(end);
        };
        for said in &self.done {
            let (act, fields): (_, &[_]) = match &said.act {
                Act::Accept => (0, &[]),
                Act::Reject => (1, &[]),
                Act::Amend(fields) => (2, fields),
                Act::Add(fields) => (3, fields),
                Act::Leave => (4, &[]),
            };
            let kind = CORRECTED.iter().find(|(kind, _)| *kind == said.kind).map_or("", |(_, name)| name);
            cell(ACTS[act], '\t');
            cell(kind, '\t');
            cell(&said.span.start.to_string(), '\t');
            // A line end within the words is kept as a sign, so that they are found again.
            cell(&said.quote.replace('\n', "⏎"), '\t');
            for (role, words) in fields {
                cell(name_of(*role), '=');
                cell(words, '\t');
            }
            cell("", '\n');
        }
        out
    }

    /// Reads what [`Corrections::to_text`] wrote; lines that it did not write are left out.
    pub fn from_text(kept: &str) -> Self {
        Self { done: kept.lines().filter_map(Correction::of_line).collect(), undone: Vec::new() }
    }
}

impl Correction {
    fn same(&self, other: &Self) -> bool {
        self.kind == other.kind && self.span == other.span
    }

    fn of_line(line: &str) -> Option<Self> {
        let mut cells = line.split('\t');
        let act = ACTS.iter().position(|name| Some(*name) == cells.clone().next())?;
        let kind = cells.nth(1)?;
        let kind = CORRECTED.iter().find(|(_, name)| *name == kind)?.0;
        let start: usize = cells.next()?.parse().ok()?;
        let quote = cells.next()?.replace('⏎', "\n");
        let fields = cells.filter_map(|cell| {
            let (key, words) = cell.split_once('=')?;
            let role = WRITTEN.iter().find(|(_, name)| *name == key)?.0;
            Some((role, words.to_owned()))
        });
        let act = match act {
            0 => Act::Accept,
            1 => Act::Reject,
            2 => Act::Amend(fields.collect()),
            3 => Act::Add(fields.collect()),
            _ => Act::Leave,
        };
        Some(Self { kind, span: Span::new(start, start.checked_add(quote.len())?), quote, act })
    }

    fn apply(&self, digest: &mut Digest) {
        let at = digest.facts.iter().position(|fact| fact.kind() == self.kind && fact.span == self.span);
        let review = match (&self.act, at) {
            (Act::Accept, Some(_)) => Review::Accepted,
            (Act::Amend(fields), Some(at)) => {
                amend(&mut digest.facts[at], fields);
                Review::Amended
            }
            (Act::Add(fields), None) if self.add(digest, fields) => Review::Added,
            (Act::Reject, Some(at)) => {
                digest.facts.remove(at);
                // A sum over what is no figure says nothing.
                let rests =
                    |fact: &Fact| matches!(&fact.detail, Detail::Finding(one) if one.claims.contains(&self.span));
                digest.facts.retain(|fact| !rests(fact));
                digest.derived.retain(|derived| !derived.claims.contains(&self.span));
                return;
            }
            _ => return,
        };
        digest.reviews.push((self.kind, self.span, review));
    }

    /// Whether the words still stand there, so that the fact could be added.
    fn add(&self, digest: &mut Digest, fields: &Fields) -> bool {
        let there = digest.source.text().get(self.span.start..self.span.end) == Some(&self.quote);
        let Some(detail) = made(self.kind, &self.quote).filter(|_| there && !self.quote.is_empty()) else {
            return false;
        };
        let key = |fact: &Fact| (fact.span.start, std::cmp::Reverse(fact.span.end), fact.kind());
        let mine = (self.span.start, std::cmp::Reverse(self.span.end), self.kind);
        let at = digest.facts.partition_point(|fact| key(fact) <= mine);
        let article = at.checked_sub(1).and_then(|before| digest.facts.get(before)).map_or(0, |fact| fact.article);
        let mut fact = Fact { span: self.span, article, rule: "reader", evidence: Vec::new(), detail };
        amend(&mut fact, fields);
        digest.facts.insert(at, fact);
        let coverage = &mut digest.coverage;
        let before = coverage.unread.len();
        coverage.unread.retain(|numeral| !self.span.contains(*numeral));
        coverage.explained += before - coverage.unread.len();
        true
    }
}

fn amend(fact: &mut Fact, fields: &Fields) {
    for (role, words) in fields {
        write(&mut fact.detail, *role, words);
        // What the reader wrote was not read in these words.
        fact.evidence.retain(|part| part.role != *role);
        fact.rule = "reader";
    }
}

#[cfg(test)]
mod tests {
    use super::super::Reading;
    use super::*;
    use tiyao::model::Role;
    use tiyao::source::Source;

    const TEXT: &str = "工作总结\n2016年,全区刑事案件同比下降20.5%,破案数同比上升41%。\n";

    fn digest() -> Digest {
        Reading::of(Source::from_text(TEXT), "").digest().clone()
    }

    fn of(digest: &Digest, words: &str, act: Act) -> Correction {
        let fact = digest.facts.iter().find(|fact| fact.span.of(TEXT) == words && fact.kind() == Kind::Figure);
        let fact = fact.unwrap_or_else(|| panic!("{words} is a figure"));
        Correction { kind: Kind::Figure, span: fact.span, quote: words.into(), act }
    }

    fn figures(digest: &Digest) -> Vec<String> {
        let figure = |fact: &Fact| match &fact.detail {
            Detail::Figure(figure) => Some(format!("{}={}", figure.indicator, figure.value)),
            _ => None,
        };
        digest.facts.iter().filter_map(figure).collect()
    }

    #[test]
    fn what_is_said_last_stands_and_can_be_taken_back() {
        let read = digest();
        let before = figures(&read);
        let mut said = Corrections::default();
        said.say(of(&read, "20.5%", Act::Accept));
        said.say(of(&read, "41%", Act::Reject));
        let applied = said.apply(&read);
        assert_eq!(figures(&applied), before[..1]);
        assert_eq!(applied.review(&applied.facts[applied.facts.len() - 1]), Some(Review::Accepted));
        assert_eq!(said.tally(), Tally { accepted: 1, rejected: 1, ..Tally::default() });
        assert_eq!(said.tally().precision(), Some(50));
        let amended = vec![(Role::Indicator, "案件".to_owned()), (Role::Value, "21".to_owned())];
        said.say(of(&read, "20.5%", Act::Amend(amended)));
        assert_eq!(figures(&said.apply(&read)), ["案件=21"]);
        assert_eq!(said.undo().map(|said| said.quote).as_deref(), Some("20.5%"));
        said.undo();
        assert_eq!(figures(&said.apply(&read)), before);
        said.redo();
        assert_eq!(figures(&said.apply(&read)), before[..1]);
        assert_eq!(said.steps(), (true, true));
        said.say(of(&read, "41%", Act::Leave));
        assert_eq!((figures(&said.apply(&read)), said.steps()), (before, (true, false)));
    }

    #[test]
    fn a_missed_fact_is_added_in_its_place() {
        let read = digest();
        let start = TEXT.find("全区").expect("words");
        let add = Correction {
            kind: Kind::Place,
            span: Span::new(start, start + 6),
            quote: "全区".into(),
            act: Act::Add(Vec::new()),
        };
        let mut said = Corrections::default();
        said.say(add.clone());
        let added = said.apply(&read);
        let at = added.facts.iter().position(|fact| fact.rule == "reader").expect("the fact");
        assert!(added.facts[..at].iter().all(|fact| fact.span.start <= start));
        assert_eq!(added.review(&added.facts[at]), Some(Review::Added));
        said.say(Correction { act: Act::Amend(vec![(Role::Name, "荣昌区".into())]), ..add.clone() });
        let named = said.apply(&read);
        assert_eq!(super::super::fields::fields(&named.facts[at].detail), [(Role::Name, "荣昌区".to_owned())]);
        assert_eq!(said.tally(), Tally { added: 1, ..Tally::default() });
        said.say(Correction { act: Act::Reject, ..add });
        assert_eq!((said.apply(&read).facts.len(), said.tally()), (read.facts.len(), Tally::default()));
    }

    #[test]
    fn corrections_are_kept_as_text_and_follow_a_changed_text() {
        let read = digest();
        let mut said = Corrections::default();
        said.say(of(&read, "20.5%", Act::Amend(vec![(Role::Indicator, "案\t件".into())])));
        said.say(of(&read, "41%", Act::Accept));
        let again = Corrections::from_text(&said.to_text());
        assert_eq!(again.standing().len(), 2);
        assert_eq!(figures(&again.apply(&read))[0], "案 件=20.5");
        assert_eq!(Corrections::from_text("nonsense\n\taccept\nreject\tfigure\t1\n"), Corrections::default());
        let moved = said.moved(&format!("新的一行。\n{TEXT}"));
        assert_eq!(moved.standing()[1].span.start, said.standing()[1].span.start + "新的一行。\n".len());
        assert_eq!(said.moved("别的文章").standing(), Vec::<&Correction>::new());
    }
}
