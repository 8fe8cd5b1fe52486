use tiyao::model::{Kind, Language};

use super::digest::Capped;
use super::markup::Markup;
use crate::state::{self, Reading, Statement, Target};
use crate::words::Word;

/// So many entries of a list are drawn at first.
const ENTRIES: usize = 60;

/// So many statements of a kind are drawn at first.
const STATEMENTS: usize = 12;

/// The most telling sentences.
pub fn summary(out: &mut Markup, reading: &Reading, language: Language) {
    let spans = &reading.digest().summary;
    if spans.is_empty() {
        return;
    }
    out.group("summary", Word::Summary.say(language))
        .raw("<ol class=\"summary\"")
        .with("lang", reading.lang())
        .raw(">");
    for (at, span) in spans.iter().enumerate() {
        out.raw("<li>").goto(&[Target::Sentence(at)]).text(reading.words(*span).trim()).raw("</button></li>");
    }
    out.raw("</ol></section>");
}

/// The outline.
pub fn sections(out: &mut Markup, reading: &Reading, language: Language, capped: &Capped) {
    let headings = state::headings(reading);
    if headings.is_empty() {
        return;
    }
    out.group("sections", Word::Sections.say(language)).raw("<ol class=\"outline\"").with("lang", reading.lang());
    out.raw(">");
    for heading in capped.first("sections", ENTRIES, &headings) {
        out.raw(if heading.level > 1 { "<li class=\"lower\">" } else { "<li class=\"upper\">" });
        out.goto(&[heading.target]).text(&heading.words).raw("</button></li>");
    }
    out.raw("</ol>");
    capped.more(out, "sections", ENTRIES, headings.len(), language);
    out.raw("</section>");
}

/// The times, with what they say.
pub fn times(out: &mut Markup, reading: &Reading, language: Language, capped: &Capped) {
    let rows = state::times(reading);
    if rows.is_empty() {
        return;
    }
    out.group("times", Word::Times.say(language)).raw("<ul class=\"times\"").with("lang", reading.lang()).raw(">");
    for row in capped.first("times", ENTRIES, &rows) {
        out.raw("<li>").goto(&row.places).text(&row.words).count(row.places.len()).raw("</button>");
        out.span("note", &row.value).raw("</li>");
    }
    out.raw("</ul>");
    capped.more(out, "times", ENTRIES, rows.len(), language);
    out.raw("</section>");
}

/// How a group of statements is set.
struct Group {
    kind: Kind,
    id: &'static str,
    word: Word,
    /// What leads a line whose text names no speaker.
    nobody: bool,
}

const GROUPS: [Group; 4] = [
    Group { kind: Kind::Commitment, id: "commitments", word: Word::Commitments, nobody: false },
    Group { kind: Kind::Honour, id: "honours", word: Word::Honours, nobody: false },
    Group { kind: Kind::Case, id: "cases", word: Word::Cases, nobody: false },
    Group { kind: Kind::Speech, id: "speech", word: Word::Speech, nobody: true },
];

/// What is promised, what was won, what is told of single people, who said what.
pub fn statements(out: &mut Markup, reading: &Reading, kind: Kind, language: Language, capped: &Capped) {
    let found = state::statements(reading, kind);
    let Some(set) = GROUPS.iter().find(|group| group.kind == kind).filter(|_| !found.is_empty()) else { return };
    out.group(set.id, set.word.say(language)).raw("<ul class=\"statements\">");
    for one in capped.first(set.id, STATEMENTS, &found) {
        statement(out, one, set, reading.lang(), language);
    }
    out.raw("</ul>");
    capped.more(out, set.id, STATEMENTS, found.len(), language);
    out.raw("</section>");
}

fn statement(out: &mut Markup, one: &Statement, set: &Group, lang: &'static str, language: Language) {
    let open = one.lead.is_empty() && set.nobody;
    let lead = if open { Word::NoName.say(language) } else { one.lead.as_str() };
    out.raw("<li>");
    if !lead.is_empty() || !one.note.is_empty() {
        out.raw(if open { "<p class=\"lead open\"" } else { "<p class=\"lead\"" });
        out.with("lang", if open { language.tag() } else { lang }).raw(">");
        if set.kind == Kind::Commitment && !lead.is_empty() {
            out.span_in(language.tag(), "due", Word::Deadline.say(language));
        }
        out.text(lead);
        if !one.note.is_empty() {
            out.span_in(lang, "note", &one.note);
        }
        out.raw("</p>");
    }
    out.goto(one.target.as_slice()).raw("<span").with("lang", lang).raw(">").text(&one.words);
    out.raw("</span></button></li>");
}
