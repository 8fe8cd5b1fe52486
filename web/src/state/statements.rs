use tiyao::model::{Detail, Fact, Kind, Role};

use super::amount::period;
use super::opened::cut;
use super::{Reading, Target};

/// The most characters of a statement that the digest shows.
const EXCERPT: usize = 90;

/// An honour, a commitment, a story or somebody's words, as the digest lists it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Statement {
    /// The fact.
    pub target: Option<Target>,
    /// What leads the line: who speaks; by when it is promised; the year of an honour. May be empty.
    pub lead: String,
    /// The words, cut where they are long.
    pub words: String,
    /// What else must be known: the speaker's title, the word that promises, who gave the honour, where it happened.
    pub note: String,
}

/// The statements of a kind in order. Reported speech stands among speech.
pub fn statements(reading: &Reading, kind: Kind) -> Vec<Statement> {
    let mut found = Vec::new();
    for (at, fact) in reading.facts() {
        let own = match fact.kind() {
            Kind::ReportedSpeech => Kind::Speech,
            own => own,
        };
        if own == kind {
            found.push(statement(reading, at, fact));
        }
    }
    found
}

fn statement(reading: &Reading, at: usize, fact: &Fact) -> Statement {
    let mut one = Statement {
        target: Some(Target::Fact(at)),
        words: cut(reading.words(fact.span), EXCERPT),
        ..Statement::default()
    };
    match &fact.detail {
        Detail::Speech(speech) => {
            one.lead = reading.own_words(fact, Role::Speaker, &speech.speaker);
            one.note = reading.own_words(fact, Role::Title, &speech.role);
        }
        Detail::Commitment(commitment) => {
            one.lead = period(&commitment.deadline);
            // The word that promises gives the tone.
            one.note = part(reading, fact, Role::Modality);
        }
        Detail::Honour(honour) => {
            one.lead = period(&honour.year);
            one.words = cut(&reading.own_words(fact, Role::Name, &honour.name), EXCERPT);
            one.note = reading.own_words(fact, Role::Issuer, &honour.by);
        }
        Detail::Case(story) => {
            one.lead = period(&story.time);
            one.note = reading.own_words(fact, Role::Area, &story.place);
        }
        _ => {}
    }
    one
}

/// The words of the first part of that role.
fn part(reading: &Reading, fact: &Fact, role: Role) -> String {
    let part = fact.evidence.iter().find(|part| part.role == role);
    part.map_or_else(String::new, |part| reading.words(part.span).to_owned())
}

#[cfg(test)]
mod tests {
    use super::super::handmade;
    use super::*;
    use tiyao::source::Source;

    #[test]
    fn lists_what_is_said() {
        let said = statements(&handmade::reading(), Kind::Speech).remove(0);
        assert_eq!((said.lead.as_str(), said.words.as_str()), ("李某", "今年要建‘雪亮工程’12個。"));
    }

    #[test]
    fn lists_what_is_promised_with_its_tone_and_time() {
        let text =
            "工作會議\n2017年3月1日\n到2020年,全區將建成綜治中心510個。2016年,全區榮獲“全國平安建設先進區”稱號。";
        let reading = Reading::of(Source::from_text(text), "");
        let promised = statements(&reading, Kind::Commitment).remove(0);
        assert_eq!((promised.lead.as_str(), promised.note.as_str()), ("2020", "將"));
        assert!(promised.words.contains("建成綜治中心510個"), "{promised:?}");
        let honour = statements(&reading, Kind::Honour).remove(0);
        assert_eq!((honour.lead.as_str(), honour.words.as_str()), ("2016", "“全國平安建設先進區”稱號"));
    }
}
