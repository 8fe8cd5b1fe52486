use tiyao::model::{Detail, Fact, Kind, Role, firsts};

use super::reading::folds_to;
use super::{Reading, Target};

/// The kinds of name that say what is done, in the order that the digest shows them.
pub const ACTIONS: &[Kind] = &[Kind::Programme, Kind::Document];

/// The kinds of name that say who does it and where.
pub const ACTORS: &[Kind] = &[Kind::Person, Kind::Organisation, Kind::Place];

/// A name of the text with all places that it stands at.
#[derive(Clone, Debug, PartialEq)]
pub struct Name {
    /// The name in the text's own words.
    pub shown: String,
    /// A person's title or a document's issuer; else empty.
    pub note: String,
    /// Where it stands.
    pub places: Vec<Target>,
}

/// The names of one kind.
#[derive(Clone, Debug, PartialEq)]
pub struct NameGroup {
    /// Which kind.
    pub kind: Kind,
    /// The names by their first place.
    pub names: Vec<Name>,
}

/// The names of these kinds in the text; kinds without names are left out.
pub fn groups(reading: &Reading, kinds: &[Kind]) -> Vec<NameGroup> {
    let mut groups: Vec<_> = kinds.iter().map(|&kind| NameGroup { kind, names: Vec::new() }).collect();
    let named: Vec<_> =
        reading.facts().filter_map(|(at, fact)| named(&fact.detail).map(|named| (at, fact, named))).collect();
    let keys: Vec<_> = named.iter().map(|(_, fact, (name, _))| (fact.kind(), *name)).collect();
    // Where the name of each entry stands in its group.
    let mut places: Vec<usize> = Vec::new();
    for (first, (at, fact, (name, note))) in firsts(&keys).into_iter().zip(named) {
        let Some(group) = groups.iter_mut().find(|group| group.kind == fact.kind()) else {
            places.push(0);
            continue;
        };
        if first == places.len() {
            places.push(group.names.len());
            group.names.push(Name { shown: shown(reading, fact, name), note: String::new(), places: Vec::new() });
        } else {
            places.push(places[first]);
        }
        let place = places[first];
        let entry = &mut group.names[place];
        entry.places.push(Target::Fact(at));
        if entry.note.is_empty() && !note.is_empty() {
            let role = if fact.kind() == Kind::Document { Role::Issuer } else { Role::Title };
            entry.note = reading.own_words(fact, role, note);
        }
    }
    groups.retain(|group| !group.names.is_empty());
    groups
}

fn named(detail: &Detail) -> Option<(&str, &str)> {
    Some(match detail {
        Detail::Programme(programme) => (programme.name.as_str(), ""),
        Detail::Document(document) => (document.name.as_str(), document.issuer.as_str()),
        Detail::Person(person) => (person.name.as_str(), person.role.as_str()),
        Detail::Organisation(place) | Detail::Place(place) => (place.name.as_str(), ""),
        _ => return None,
    })
}

/// The name as the text writes it: the part of the quote without its quotation marks, where it has the same length.
fn shown(reading: &Reading, fact: &Fact, name: &str) -> String {
    let quote = reading.words(fact.span);
    let bare = quote.trim_matches(|c| "“”‘’《》「」『』〈〉\"".contains(c));
    for words in [quote, bare] {
        if folds_to(words, name) {
            return words.to_owned();
        }
    }
    reading.own_words(fact, Role::Name, name)
}

#[cfg(test)]
mod tests {
    use super::super::handmade;
    use super::*;

    #[test]
    fn gathers_names_by_kind() {
        let reading = handmade::reading();
        for (kinds, kind, name, place) in [(ACTIONS, Kind::Programme, "雪亮工程", 5), (ACTORS, Kind::Person, "李某", 7)]
        {
            let groups = groups(&reading, kinds);
            assert_eq!((groups.len(), groups[0].kind, groups[0].names[0].shown.as_str()), (1, kind, name));
            assert_eq!(groups[0].names[0].places, [Target::Fact(place)]);
        }
    }
}
