//! Joins the names of one thing: its other names lead to the first, and every place where it is named is kept.

mod alias;
mod find;

use super::Page;
use super::person::names_doctrine;
use super::programme::SORTS;
use super::prose::Stretch;
use crate::fold::{CharSpan, Fold};
use crate::lexicon::programme_words;
use crate::model::{Arrange, Detail, Evidence, Fact, Kind, Role};
use find::Forms;

/// The shortest name inside quotation marks that stands for the whole.
const CORE: usize = 3;

/// A fact that names something.
pub(super) struct Named<'a> {
    pub kind: Kind,
    /// The type of a programme.
    pub sort: &'static str,
    pub article: usize,
    /// Where it stands with its marks and nouns.
    pub whole: CharSpan,
    /// Its characters there.
    pub name: &'a [char],
    /// The part inside the marks, where it stands for the whole.
    pub core: Option<&'a [char]>,
}

impl<'a> Named<'a> {
    fn of(fold: &'a Fold, fact: &Fact) -> Option<Self> {
        let kind = fact.kind();
        let sort = match &fact.detail {
            Detail::Programme(programme) => programme.sort,
            _ => "",
        };
        let inner = fact.evidence.iter().find(|part| part.role == Role::Name).map(|part| fold.stretch(part.span))?;
        let whole = fold.stretch(fact.span);
        let inside = fold.slice(inner);
        let stands = inside.len() >= CORE && inner != whole && !inside.iter().any(|&c| c == '+' || c.is_ascii_digit());
        let name = if kind == Kind::Document { inside } else { fold.slice(whole) };
        Some(Self {
            kind,
            sort,
            article: fact.article,
            whole,
            name,
            core: Some(inside).filter(|_| stands && kind == Kind::Programme),
        })
    }

    /// Whether the programme's name ends in no noun of programmes.
    fn is_bare(&self) -> bool {
        programme_words().before_of(self.name, self.name.len(), &SORTS).is_none()
    }
}

/// Whether a fact names something.
fn is_name(fact: &Fact) -> bool {
    matches!(
        fact.detail,
        Detail::Programme(_) | Detail::Person(_) | Detail::Organisation(_) | Detail::Place(_) | Detail::Document(_)
    )
}

/// Leaves of the names of one thing the first, with the places where it is named again. The facts come in any order.
pub fn join(page: &Page, stretches: &[Stretch], facts: &mut Vec<Fact>) {
    let fold = page.fold;
    let mut places: Vec<(usize, usize)> = facts.iter().map(|fact| fact.span.start).zip(0..).collect();
    places.retain(|&(_, place)| facts.get(place).is_some_and(is_name));
    places.arrange();
    let (places, named): (Vec<usize>, Vec<Named>) =
        places.into_iter().filter_map(|(_, place)| Some((place, Named::of(fold, facts.get(place)?)?))).unzip();
    let mut forms = Forms::default();
    for (at, one) in named.iter().enumerate() {
        forms.add(one.name, at);
        one.core.into_iter().for_each(|core| forms.add(core, at));
    }
    let leads = alias::leads(fold, &named, &mut forms);
    let mut mentions: Vec<Vec<CharSpan>> = named.iter().map(|_| Vec::new()).collect();
    forms.each(fold, stretches, |at, found| {
        let lead = leads[found];
        if named[found].kind == Kind::Person && names_doctrine(fold.chars(), at.end) {
            return;
        }
        if at.start != named[lead].whole.start && at.start >= named[lead].whole.end {
            mentions[lead].push(at);
        }
    });
    for (at, spans) in mentions.into_iter().enumerate() {
        let parts = spans.into_iter().map(|span| Evidence { role: Role::Mention, span: fold.span(span) });
        if let Some(fact) = places.get(at).and_then(|&place| facts.get_mut(place)) {
            fact.evidence.extend(parts);
        }
    }
    let mut gone: Vec<usize> = (0..named.len()).filter(|&at| leads[at] != at).map(|at| places[at]).collect();
    gone.arrange_by(|one, two| two.cmp(one));
    let mut at = 0;
    facts.retain(|_| {
        at += 1;
        gone.pop_if(|next| *next == at - 1).is_none()
    });
}
