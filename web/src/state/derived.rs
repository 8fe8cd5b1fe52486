use tiyao::export::derived_formula;
use tiyao::model::{Derivation, Derived, Fact, Kind, Role, Span};

use super::{Reading, Target};

/// A number that the text allows but does not state, as the digest lists it.
#[derive(Clone, Debug, PartialEq)]
pub struct DerivedRow {
    /// The figures it is made of.
    pub places: Vec<Target>,
    /// Which number it is.
    pub what: Derivation,
    /// What is measured.
    pub indicator: String,
    /// The sum in numbers.
    pub formula: String,
}

/// What the text allows but does not state, in source order.
pub fn derived(reading: &Reading) -> Vec<DerivedRow> {
    let row = |derived: &Derived| {
        let place = |span: Span| {
            let facts = &reading.digest().facts;
            let first = facts.partition_point(|fact| fact.span.start < span.start);
            let same = facts[first..].iter().take_while(|fact| fact.span.start == span.start);
            let own = |fact: &&Fact| fact.span == span && fact.kind() == Kind::Figure;
            same.zip(first..).find(|(fact, _)| own(fact)).map(|(_, at)| Target::Fact(at))
        };
        let places: Vec<Target> = derived.claims.iter().filter_map(|&span| place(span)).collect();
        let first = places.first().and_then(|place| reading.digest().facts.get(place.fact()?));
        let indicator = first.map(|fact| reading.own_words(fact, Role::Indicator, &derived.indicator));
        DerivedRow {
            places,
            what: derived.what,
            indicator: indicator.unwrap_or_else(|| derived.indicator.clone()),
            formula: derived_formula(reading.text(), derived),
        }
    };
    reading.digest().derived.iter().map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use tiyao::source::Source;

    #[test]
    fn what_is_not_stated_leads_to_what_it_is_made_of() {
        let text = "工作总结\n2022年,全市刑事立案2034起,同比下降16.9%。\n";
        let rows = derived(&Reading::of(Source::from_text(text), ""));
        assert_eq!(rows.len(), 1);
        assert_eq!((rows[0].what, rows[0].places.len()), (Derivation::Base, 2));
        assert_eq!(rows[0].formula, "2034起 ÷ (1 − 16.9%) = 2446–2449起");
    }

    #[test]
    fn a_traditional_page_shows_its_own_characters() {
        let text = "工作總結\n2022年,全市刑事案件2034個,同比下降16.9%。\n";
        let rows = derived(&Reading::of(Source::from_text(text), ""));
        assert_eq!(rows.len(), 1);
        assert!(rows[0].formula.starts_with("2034個") && rows[0].formula.ends_with('個'), "{}", rows[0].formula);
        assert!(!rows[0].indicator.contains('个'));
    }
}
