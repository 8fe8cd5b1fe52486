//! Direct speech: whose words stand in quotation marks.

use super::Page;
use super::person::Mention;
use super::prose::{Stretch, clause_start, ends_sentence, fact, stretch_of};
use crate::fold::{CharSpan, Fold};
use crate::lexicon::speech_verbs;
use crate::model::{Detail, Fact, Role, Speech};

/// How far from the quotation its speaker is looked for.
const REACH: usize = 90;

/// How long a quotation is at least that a word of speech leads without a mark between.
const SENTENCE: usize = 10;

/// The direct speech of the page.
pub fn read(page: &Page, stretches: &[Stretch], mentions: &[Mention]) -> Vec<Fact> {
    let mut found = Vec::new();
    let mut reach = 0;
    for pair in &page.marks.enclosed {
        let nested = pair.outer.start < reach;
        reach = reach.max(pair.outer.end);
        let Some(stretch) = stretch_of(stretches, pair.outer.start).filter(|_| !nested && !pair.title) else {
            continue;
        };
        let Some((rule, speaker)) = Quote { fold: page.fold, stretch, mentions }.read(pair.outer, pair.inner) else {
            continue;
        };
        let speech = Speech {
            speaker: page.fold.words(speaker.at).chars().filter(|c| *c != ' ').collect(),
            role: page.fold.words(speaker.role),
        };
        let evidence = [(Role::Speaker, speaker.at), (Role::Title, speaker.role)];
        found.push(fact(page, pair.inner, stretch.article, rule, &evidence, Detail::Speech(speech)));
    }
    found
}

/// Who speaks; empty stretches where the text does not say.
#[derive(Clone, Copy, Debug)]
struct Speaker {
    at: CharSpan,
    role: CharSpan,
}

const NOBODY: CharSpan = CharSpan::new(0, 0);

struct Quote<'a> {
    fold: &'a Fold,
    stretch: &'a Stretch,
    mentions: &'a [Mention],
}

impl Quote<'_> {
    fn read(&self, outer: CharSpan, inner: CharSpan) -> Option<(&'static str, Speaker)> {
        let chars = self.fold.chars();
        let last = chars[inner.end - 1];
        let whole = matches!(last, '。' | '!' | '?' | '…') && inner.len() >= 6;
        let mark = outer.start.checked_sub(1).map_or('\n', |at| chars[at]);
        let marked = matches!(mark, ':' | ',');
        let verb_end = outer.start - usize::from(marked);
        let led = speech_verbs().before(chars, verb_end).filter(|_| verb_end > self.stretch.at.start);
        let sentence =
            inner.len() >= SENTENCE && self.fold.slice(inner).iter().any(|c| matches!(c, ',' | '。' | '!' | '?'));
        if let Some(verb) = led
            && (mark == ':' && (whole || sentence || inner.len() >= 6)
                || verb.family == "strong" && (whole || sentence))
        {
            let speaker = self.before(verb_end - verb.len).unwrap_or_else(|| self.described(verb_end - verb.len));
            return Some(("speech.before", speaker));
        }
        if !(whole || last == ',' && inner.len() >= 4) {
            return None;
        }
        let opens = outer.start == self.stretch.at.start || ends_sentence(mark) || matches!(mark, '】' | '”' | '"');
        if let Some(speaker) = self.after(outer.end) {
            return Some(("speech.after", speaker)).filter(|_| opens || self.spoken_after(outer.end));
        }
        let speaker = self.before(outer.start).unwrap_or(Speaker { at: NOBODY, role: NOBODY });
        (opens && whole).then_some(("speech.alone", speaker))
    }

    /// Whether the clause after the quotation has a word of speech.
    fn spoken_after(&self, from: usize) -> bool {
        let chars = &self.fold.chars()[..self.stretch.at.end];
        let clause = chars[from..].iter().take(REACH / 2).take_while(|c| !matches!(c, ',' | '。' | ';' | '“')).count();
        (from..from + clause).any(|at| speech_verbs().at_of(chars, at, &["strong"]).is_some())
    }

    /// The first person in the sentence after the quotation.
    fn after(&self, from: usize) -> Option<Speaker> {
        let chars = &self.fold.chars()[..self.stretch.at.end];
        let length = chars[from..].iter().take(REACH).take_while(|&&c| !ends_sentence(c) && c != '“').count();
        let first = self.mentions.partition_point(|mention| mention.at.start < from);
        self.mentions.get(first).filter(|mention| mention.at.end <= from + length).map(speaker)
    }

    /// The last person of the sentence that leads to `end`.
    fn before(&self, end: usize) -> Option<Speaker> {
        let floor = self.stretch.at.start.max(end.saturating_sub(REACH));
        let chars = self.fold.chars();
        let mut start = end;
        while start > floor && !ends_sentence(chars[start - 1]) {
            start -= 1;
        }
        let after = self.mentions.partition_point(|mention| mention.at.start < end);
        let mention = self.mentions.get(after.checked_sub(1)?)?;
        let pronoun = self.fold.slice(CharSpan::new(start, end)).iter().any(|c| matches!(c, '他' | '她'));
        let near = mention.at.start >= start || pronoun && mention.at.start >= self.stretch.at.start;
        near.then(|| speaker(mention))
    }

    /// The words before the word of speech, where no name stands there: 一位村民.
    fn described(&self, end: usize) -> Speaker {
        let start = clause_start(self.fold.chars(), end, self.stretch.at.start, 20);
        Speaker { at: self.fold.trim(CharSpan::new(start, end)), role: NOBODY }
    }
}

fn speaker(mention: &Mention) -> Speaker {
    Speaker { at: mention.at, role: mention.role.unwrap_or(NOBODY) }
}
