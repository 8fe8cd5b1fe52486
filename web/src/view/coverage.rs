use tiyao::model::Language;

use super::digest::Capped;
use super::markup::Markup;
use crate::state::{Reading, Target};
use crate::words::{self, Word};

/// So many unread numerals are drawn at first.
const UNREAD: usize = 60;

/// How many numerals are explained, and those that are not.
pub fn coverage(out: &mut Markup, reading: &Reading, language: Language, capped: &Capped) {
    let coverage = &reading.digest().coverage;
    out.group("coverage", Word::Coverage.say(language)).raw("<p class=\"line\">");
    out.text(&words::coverage(coverage.numerals, coverage.explained, language)).raw("</p>");
    if !coverage.unread.is_empty() {
        out.raw("<p class=\"unread\">").text(Word::Unread.say(language)).raw("</p><ul class=\"names\">");
        for (at, span) in capped.first("coverage", UNREAD, &coverage.unread).iter().enumerate() {
            out.raw("<li>").goto(&[Target::Unread(at)]).text(reading.words(*span)).raw("</button></li>");
        }
        out.raw("</ul>");
        capped.more(out, "coverage", UNREAD, coverage.unread.len(), language);
    }
    out.raw("</section>");
}
