use tiyao::fold::Fold;
use tiyao::model::{
    Anecdote, Commitment, Decimal, Detail, Direction, Document, Honour, Kind, Person, Place, Programme, Role, Speech,
    SpeechMode, Time, TimeForm,
};
use tiyao::source::Source;

use super::Reading;

/// What a fact says, part by part.
pub type Fields = Vec<(Role, String)>;

/// The kinds of fact that a reader can correct, with the names that corrections are kept under.
pub const CORRECTED: [(Kind, &str); 12] = [
    (Kind::Figure, "figure"),
    (Kind::Time, "time"),
    (Kind::Programme, "programme"),
    (Kind::Document, "document"),
    (Kind::Person, "person"),
    (Kind::Organisation, "organisation"),
    (Kind::Place, "place"),
    (Kind::Honour, "honour"),
    (Kind::Commitment, "commitment"),
    (Kind::Speech, "speech"),
    (Kind::ReportedSpeech, "reported"),
    (Kind::Case, "case"),
];

/// The parts that a reader can write, with the names that corrections are kept under.
pub const WRITTEN: [(Role, &str); 10] = [
    (Role::Indicator, "indicator"),
    (Role::Value, "value"),
    (Role::Unit, "unit"),
    (Role::Direction, "direction"),
    (Role::Period, "period"),
    (Role::Area, "area"),
    (Role::Name, "name"),
    (Role::Title, "title"),
    (Role::Issuer, "issuer"),
    (Role::Speaker, "speaker"),
];

/// The name that a part is kept under; empty for what no reader writes.
pub fn name_of(role: Role) -> &'static str {
    WRITTEN.iter().find(|(other, _)| *other == role).map_or("", |(_, name)| name)
}

/// The part that is kept under a name.
pub fn role_of(name: &str) -> Option<Role> {
    WRITTEN.iter().find(|(_, own)| *own == name).map(|(role, _)| *role)
}

/// The parts of a fact that a reader can write, as they stand.
pub fn fields(detail: &Detail) -> Fields {
    let mut found = Vec::new();
    if let Detail::Figure(figure) = detail {
        found.push((Role::Value, figure.value.to_string()));
        let direction = match figure.direction {
            Direction::None => "",
            Direction::Up => "+",
            Direction::Down => "-",
        };
        found.push((Role::Direction, direction.to_owned()));
    }
    for (role, words) in words_of(&mut detail.clone()) {
        found.push((role, words.clone()));
    }
    found
}

/// Writes one part of a fact; a value that is no number leaves the old one.
pub fn write(detail: &mut Detail, role: Role, words: &str) {
    if let Detail::Figure(figure) = detail {
        match role {
            Role::Value => figure.value = number(words).unwrap_or(figure.value),
            Role::Direction => {
                figure.direction = match words {
                    "+" => Direction::Up,
                    "-" => Direction::Down,
                    _ => Direction::None,
                }
            }
            _ => {}
        }
        figure.inferred.retain(|name| !WRITTEN.contains(&(role, name)));
    }
    for (other, own) in words_of(detail) {
        if other == role {
            words.clone_into(own);
        }
    }
}

fn words_of(detail: &mut Detail) -> Vec<(Role, &mut String)> {
    match detail {
        Detail::Figure(figure) => vec![
            (Role::Indicator, &mut figure.indicator),
            (Role::Unit, &mut figure.unit),
            (Role::Period, &mut figure.period),
            (Role::Area, &mut figure.area),
        ],
        Detail::Time(time) => vec![(Role::Period, &mut time.value)],
        Detail::Programme(programme) => vec![(Role::Name, &mut programme.name)],
        Detail::Document(document) => vec![(Role::Name, &mut document.name), (Role::Issuer, &mut document.issuer)],
        Detail::Person(person) => vec![(Role::Name, &mut person.name), (Role::Title, &mut person.role)],
        Detail::Organisation(place) | Detail::Place(place) => vec![(Role::Name, &mut place.name)],
        Detail::Speech(speech) => vec![(Role::Speaker, &mut speech.speaker), (Role::Title, &mut speech.role)],
        Detail::Honour(honour) => {
            vec![(Role::Name, &mut honour.name), (Role::Issuer, &mut honour.by), (Role::Period, &mut honour.year)]
        }
        Detail::Commitment(commitment) => vec![(Role::Period, &mut commitment.deadline)],
        Detail::Case(story) => vec![(Role::Period, &mut story.time), (Role::Area, &mut story.place)],
        _ => Vec::new(),
    }
}

/// A decimal as people write it: `1,234.5`, `-3`, full-width digits too.
fn number(words: &str) -> Option<Decimal> {
    let folded = Fold::of(words.trim());
    let (mut digits, mut exponent, mut point, mut minus) = (0i128, 0, false, false);
    let mut some = false;
    for (at, &c) in folded.chars().iter().enumerate() {
        match c {
            '0'..='9' => {
                digits = digits.checked_mul(10)?.checked_add(i128::from(c as u32 - '0' as u32))?;
                exponent -= i32::from(point);
                some = true;
            }
            '.' if !point => point = true,
            ',' => {}
            '-' | '−' if at == 0 => minus = true,
            _ => return None,
        }
    }
    some.then(|| Decimal::new(if minus { -digits } else { digits }, exponent))
}

/// What a fact of that kind says whose words a reader has chosen: what the core reads in these words alone, else the
/// words themselves.
pub fn made(kind: Kind, words: &str) -> Option<Detail> {
    let alone = Reading::of(Source::from_text(words), "");
    if let Some((_, fact)) = alone.facts().find(|(_, fact)| fact.kind() == kind) {
        return Some(fact.detail.clone());
    }
    let name: String = Fold::of(words).chars().iter().collect();
    let none = String::new;
    Some(match kind {
        Kind::Figure => Detail::Figure(Box::default()),
        Kind::Time => Detail::Time(Time { value: none(), form: TimeForm::Vague, inferred: false }),
        Kind::Programme => Detail::Programme(Programme { name, sort: "other" }),
        Kind::Document => Detail::Document(Document { name, issuer: none() }),
        Kind::Person => Detail::Person(Person { name, role: none() }),
        Kind::Organisation => Detail::Organisation(Place { name }),
        Kind::Place => Detail::Place(Place { name }),
        Kind::Honour => Detail::Honour(Honour { name, by: none(), year: none() }),
        Kind::Commitment => Detail::Commitment(Commitment { deadline: none(), figure: none() }),
        Kind::Speech => Detail::Speech(Speech { speaker: none(), role: none(), mode: SpeechMode::Direct }),
        Kind::ReportedSpeech => Detail::Speech(Speech { speaker: none(), role: none(), mode: SpeechMode::Reported }),
        Kind::Case => Detail::Case(Anecdote { outcome: none(), time: none(), place: none() }),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_numbers_as_people_write_them() {
        for (words, value) in [
            ("1,234.5", Some("1234.5")),
            ("－３", Some("-3")),
            (" 0.50 ", Some("0.5")),
            ("三", None),
            ("", None),
            ("-", None),
        ] {
            assert_eq!(number(words).map(|value| value.to_string()).as_deref(), value, "{words}");
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        for (kind, _) in CORRECTED {
            let mut detail = made(kind, "某物").expect("a detail");
            for (role, _) in fields(&detail) {
                let words = match role {
                    Role::Value => "12.5",
                    Role::Direction => "-",
                    _ => "words",
                };
                write(&mut detail, role, words);
                assert!(fields(&detail).contains(&(role, words.to_owned())), "{kind:?} {role:?}");
            }
        }
    }

    #[test]
    fn chosen_words_are_read_by_the_core() {
        let Some(Detail::Figure(figure)) = made(Kind::Figure, "同比增长5.2%") else { panic!("a figure") };
        assert_eq!(
            (figure.value.to_string().as_str(), figure.unit.as_str(), figure.direction),
            ("5.2", "%", Direction::Up)
        );
    }
}
