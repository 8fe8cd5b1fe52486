//! Names known by coming again: the same three characters open clause after clause, each time before other words.

use crate::lexicon::among;
use crate::model::Arrange;

use super::Mention;
use super::name::may_be_given;
use crate::fold::{CharSpan, Fold};
use crate::lexicon::{ordinary, surnames, titles};
use crate::read::openings::{Openings, SURNAMES};
use crate::read::prose::{Stretch, ends_clause, is_han};

/// How often a name has to open a clause.
const FEWEST: usize = 2;

/// Adds the names that open clauses again and again.
pub fn read(fold: &Fold, stretches: &[Stretch], openings: &Openings, found: &mut Vec<Mention>) {
    let chars = fold.chars();
    let mut clauses: Vec<([char; 3], usize, usize)> = Vec::new();
    for stretch in stretches {
        let limit = stretch.at.end.saturating_sub(3);
        let marks = fold.others(stretch.at).filter(|&at| ends_clause(chars[at]) || matches!(chars[at], '”' | '"'));
        for at in std::iter::once(stretch.at.start).chain(marks.map(|at| at + 1)).take_while(|&at| at < limit) {
            if openings.at(at, SURNAMES)
                && let Some(key) = name_of_three(chars, at)
            {
                clauses.push((key, at, stretch.article));
            }
        }
    }
    clauses.arrange();
    for places in clauses.chunk_by(|one, two| one.0 == two.0) {
        let mut nexts: Vec<char> = places.iter().filter_map(|&(_, at, _)| chars.get(at + 3).copied()).collect();
        nexts.arrange();
        nexts.dedup();
        if places.len() < FEWEST || nexts.len() < FEWEST {
            continue;
        }
        found.extend(places.iter().map(|&(key, at, article)| Mention {
            at: CharSpan::new(at, at + 3),
            name: key.iter().collect(),
            role: None,
            article,
            rule: "person.repeated",
        }));
    }
}

/// Three characters that read as a name and as nothing else.
fn name_of_three(chars: &[char], at: usize) -> Option<[char; 3]> {
    let &[a, b, c] = chars.get(at..at + 3)? else { return None };
    let surname = surnames().at(chars, at)?;
    let plain = surname.family == "single"
        && [b, c].iter().all(|&c| is_han(c) && may_be_given(c))
        && !(at..at + 3).any(|at| ordinary().at(chars, at))
        && !(at..at + 3).any(|at| titles().at(chars, at).is_some())
        && !among!("市县区省镇乡村州局委部会院", c);
    plain.then_some([a, b, c])
}
